/// Simple case folding: scalars that `(?i)` takes for one another.
struct CaseFolding: Sendable {
  static let shared = CaseFolding()

  /// Scalars with a partner, ascending, and the others of each one's orbit.
  private let scalars: [UInt32]
  private let partners: [[UInt32]]

  private init() {
    var orbits: [UInt32: [UInt32]] = [:]
    for entry in UnicodeTables.foldOrbits.split(separator: " ") {
      if entry.first == "+" {
        let members = entry.dropFirst().split(separator: ",").compactMap { UInt32($0, radix: 36) }
        for member in members { orbits[member] = members.filter { $0 != member } }
      } else {
        let numbers = entry.split(separator: ",").compactMap { UInt32($0, radix: 36) }
        for index in 0..<numbers[1] {
          let scalar = numbers[0] + index * numbers[2]
          orbits[scalar] = [scalar + numbers[3]]
          orbits[scalar + numbers[3]] = [scalar]
        }
      }
    }
    scalars = orbits.keys.sorted()
    partners = scalars.map { orbits[$0] ?? [] }
  }

  /// The scalar and everything that differs from it in case only.
  func orbit(of scalar: UInt32) -> [UInt32] {
    let index = firstIndex(notBelow: scalar)
    guard index < scalars.count, scalars[index] == scalar else { return [scalar] }
    return [scalar] + partners[index]
  }

  /// The ranges and everything that differs from one of their scalars in case only.
  func closure(of ranges: [ClosedRange<UInt32>]) -> [ClosedRange<UInt32>] {
    var result = ranges
    for range in ranges {
      var index = firstIndex(notBelow: range.lowerBound)
      while index < scalars.count, scalars[index] <= range.upperBound {
        for partner in partners[index] where !range.contains(partner) { result.append(partner...partner) }
        index += 1
      }
    }
    return result
  }

  private func firstIndex(notBelow scalar: UInt32) -> Int {
    var low = 0
    var high = scalars.count
    while low < high {
      let middle = (low + high) / 2
      if scalars[middle] < scalar { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
