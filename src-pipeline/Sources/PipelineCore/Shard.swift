/// One of `count` even parts of the symbol list: the unit of fan-out, `3/16` on the command line (from zero).
public struct Shard: Hashable, Comparable, Sendable, CustomStringConvertible {
  public let index: Int
  public let count: Int

  /// nil unless `0 <= index < count` and `count <= 9999`.
  public init?(index: Int, count: Int) {
    guard count >= 1, count <= 9999, index >= 0, index < count else { return nil }
    self.index = index
    self.count = count
  }

  public init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let index = Int(parts[0]), let count = Int(parts[1]) else { return nil }
    self.init(index: index, count: count)
  }

  /// All parts, never more than there are symbols.
  public static func all(count: Int, symbolCount: Int) -> [Shard] {
    let used = max(1, min(count, symbolCount))
    return (0..<used).compactMap { Shard(index: $0, count: used) }
  }

  public func symbols(of all: [String]) -> [String] {
    Array(all[(index * all.count / count)..<((index + 1) * all.count / count)])
  }

  public var description: String { "\(index)/\(count)" }

  /// `part-0003-of-0016`: names in a listing sort in order.
  public var fileName: String { "part-\(Self.padded(index))-of-\(Self.padded(count))" }

  public static func < (left: Shard, right: Shard) -> Bool {
    (left.count, left.index) < (right.count, right.index)
  }

  private static func padded(_ number: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
