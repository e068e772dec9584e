/// Finds what an author may have meant.
enum Spelling {
  /// The candidate with the fewest edits, if these are few for the name's length; ties by alphabet.
  static func nearest(to name: String, among candidates: [String]) -> String? {
    let limit = name.utf8.count <= 3 ? 1 : name.utf8.count <= 8 ? 2 : 3
    var best: (distance: Int, name: String)?
    for candidate in candidates where candidate != name {
      let distance = distance(Array(name.utf8), Array(candidate.utf8), limit: limit)
      guard distance <= limit else { continue }
      if let current = best, (current.distance, current.name) <= (distance, candidate) { continue }
      best = (distance, candidate)
    }
    return best?.name
  }

  /// Edits (insert, delete, replace, swap of neighbours, change of case at half the price, rounded up).
  private static func distance(_ left: [UInt8], _ right: [UInt8], limit: Int) -> Int {
    if abs(left.count - right.count) > limit { return limit + 1 }
    if left.map(lowered) == right.map(lowered) { return 1 }
    var previous2: [Int] = []
    var previous = Array(0...right.count)
    for (row, byte) in left.enumerated() {
      var current = [row + 1]
      for (column, other) in right.enumerated() {
        var cost = min(
          previous[column + 1] + 1, current[column] + 1, previous[column] + (byte == other ? 0 : 1))
        if row > 0, column > 0, byte == right[column - 1], left[row - 1] == other {
          cost = min(cost, previous2[column - 1] + 1)
        }
        current.append(cost)
      }
      previous2 = previous
      previous = current
    }
    return previous[right.count]
  }

  private static func lowered(_ byte: UInt8) -> UInt8 {
    byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte | 0x20 : byte
  }
}
