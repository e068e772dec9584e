/// A set of code points: ascending ranges that neither overlap nor touch.
struct ScalarSet: Hashable, Sendable {
  static let maximum: UInt32 = 0x10FFFF
  static let all = ScalarSet(normalized: [0...maximum])
  static let allButNewline = ScalarSet(normalized: [0...9, 11...maximum])

  let ranges: [ClosedRange<UInt32>]

  init(normalized ranges: [ClosedRange<UInt32>]) {
    self.ranges = ranges
  }

  /// Sorts and joins; O(n log n).
  init(_ parts: [ClosedRange<UInt32>]) {
    var joined: [ClosedRange<UInt32>] = []
    for part in parts.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = joined.last, part.lowerBound <= last.upperBound + 1 {
        if part.upperBound > last.upperBound {
          joined[joined.count - 1] = last.lowerBound...part.upperBound
        }
      } else {
        joined.append(part)
      }
    }
    ranges = joined
  }

  /// The scalar when the set has just one.
  var onlyScalar: UInt32? {
    guard ranges.count == 1, ranges[0].count == 1 else { return nil }
    return ranges[0].lowerBound
  }

  var inverted: ScalarSet {
    var gaps: [ClosedRange<UInt32>] = []
    var next: UInt32 = 0
    for range in ranges {
      if next < range.lowerBound { gaps.append(next...(range.lowerBound - 1)) }
      next = range.upperBound + 1
    }
    if next <= Self.maximum { gaps.append(next...Self.maximum) }
    return ScalarSet(normalized: gaps)
  }

  func contains(_ scalar: UInt32) -> Bool {
    var low = 0
    var high = ranges.count
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].upperBound < scalar { low = middle + 1 } else { high = middle }
    }
    return low < ranges.count && ranges[low].lowerBound <= scalar
  }
}
