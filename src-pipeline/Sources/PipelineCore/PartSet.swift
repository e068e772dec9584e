/// The parts that a fanned-out step left in a folder.
public enum PartSet {
  /// All shards, in order, when every one of the set is there; an input error that names the missing ones when not:
  /// a model trained on fifteen of sixteen parts would look like any other.
  public static func whole(in folder: String, suffix: String, step: String) throws(PipelineError) -> [Shard] {
    let found = LocalFile.names(in: folder).compactMap { shard($0, suffix: suffix) }
    guard let count = found.map(\.count).max() else {
      throw PipelineError(.input, "nothing here yet", at: folder, fix: "run 'mlpipe \(step)' first")
    }
    guard found.allSatisfy({ $0.count == count }) else {
      let counts = Set(found.map(\.count)).sorted().map(String.init).joined(separator: " and ")
      throw PipelineError(
        .input, "parts of splits into \(counts) lie side by side", at: folder,
        fix: "remove the older ones, or run 'mlpipe \(step)' for all shards")
    }
    let missing = (0..<count).filter { index in !found.contains { $0.index == index } }
    guard missing.isEmpty else {
      let names = missing.prefix(8).map { "\($0)/\(count)" }.joined(separator: ", ")
      throw PipelineError(
        .input, "\(missing.count) of \(count) parts are missing: \(names)", at: folder,
        fix: "run 'mlpipe \(step) --shard \(missing[0])/\(count)'")
    }
    return found.sorted()
  }

  private static func shard(_ name: String, suffix: String) -> Shard? {
    guard name.hasPrefix("part-"), name.hasSuffix(suffix) else { return nil }
    let parts = name.dropFirst(5).dropLast(suffix.count).split(separator: "-")
    guard parts.count == 3, parts[1] == "of", let index = Int(parts[0]), let count = Int(parts[2]) else {
      return nil
    }
    return Shard(index: index, count: count)
  }
}
