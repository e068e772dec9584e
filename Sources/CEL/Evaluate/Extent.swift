internal import Values

/// How much there is to walk in a value that an expression made. Lists can share their parts, so that a short
/// expression makes a value of any size: what walks a whole value asks here first.
struct Extent {
  /// Levels beyond which a value is refused: walks are recursive.
  private static let maximumDepth = 1_000
  /// Parts beyond which a value is refused.
  static let maximumCount: UInt64 = 1_000_000

  private(set) var count: UInt64 = 0
  private(set) var isTooDeep = false
  private let limit: UInt64

  /// Counts no further than the limit.
  init(_ value: CELValue, limit: UInt64) {
    self.limit = limit
    add(value, depth: 0)
  }

  private mutating func add(_ value: CELValue, depth: Int) {
    count += 1
    guard depth < Self.maximumDepth else {
      isTooDeep = true
      return
    }
    switch value {
    case .list(let elements):
      for element in elements {
        if count > limit { return }
        add(element, depth: depth + 1)
      }
    case .map(let map):
      for entry in map.entries {
        if count > limit { return }
        add(entry.value, depth: depth + 1)
      }
    case .optional(let content?): add(content, depth: depth + 1)
    // A document was read within the budgets of its parser, and shares nothing.
    case .document(let document): count += UInt64(document.list?.count ?? document.object?.count ?? 1)
    case .structured(let document): count += UInt64(document.count)
    case .string(let text): count += UInt64(text.utf8.count / 16)
    case .null, .bool, .int, .uint, .double, .bytes, .timestamp, .duration, .type, .optional, .opaque, .error,
      .unknown:
      break
    }
  }
}

extension Frame {
  /// Charges for a walk over the value; false when that is too far or too deep.
  mutating func affordsWalk(over value: CELValue) -> Bool {
    switch value {
    case .list, .map, .optional:
      let extent = Extent(value, limit: min(remainingWork, Extent.maximumCount))
      let isTooLarge = extent.isTooDeep || extent.count > Extent.maximumCount
      charge(work: isTooLarge ? remainingWork + 1 : extent.count)
      return !isExhausted
    case .null, .bool, .int, .uint, .double, .string, .bytes, .timestamp, .duration, .type, .opaque,
      .document,
      .structured, .error, .unknown:
      return true
    }
  }
}
