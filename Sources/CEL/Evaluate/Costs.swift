internal import Values

/// The run-time costs of cel-go and the API server (interpreter/runtimecost.go, apiserver library/cost.go).
enum Costs {
  static let list: UInt64 = 10
  static let map: UInt64 = 30

  /// The size of texts, bytes and containers; 1 for everything else.
  static func size(_ value: CELValue) -> UInt64 {
    switch value {
    case .string(let text): UInt64(text.scalarCount)
    case .bytes(let bytes): UInt64(bytes.count)
    case .list(let elements): UInt64(elements.count)
    case .map(let map): UInt64(map.count)
    case .document(let document):
      switch document.content {
      case .string(let text): UInt64(text.scalarCount)
      case .list(let elements): UInt64(elements.count)
      case .object(let fields): UInt64(fields.count)
      case .null, .bool, .number, .unknown: 1
      }
    case .structured(let document): UInt64(document.count)
    case .optional(let content?): size(content)
    case .null, .bool, .int, .uint, .double, .timestamp, .duration, .type, .optional, .opaque, .error,
      .unknown:
      1
    }
  }

  /// A tenth of a unit for each character, rounded up.
  static func traversal(_ value: CELValue) -> UInt64 {
    if case .string(let text) = value {
      // Up to ten bytes are at most ten characters: no need to count them.
      let bytes = text.utf8.count
      if bytes <= 10 { return bytes == 0 ? 0 : 1 }
    }
    return tenths(size(value))
  }

  static func tenths(_ size: UInt64, factor: Double = 0.1) -> UInt64 {
    UInt64((Double(size) * factor).rounded(.up))
  }

  static func equality(_ left: CELValue, _ right: CELValue) -> UInt64 {
    switch (left, right) {
    case (.int, _), (.bool, _), (.double, _), (.null, _), (.opaque, _): 1
    default: shorter(left, right)
    }
  }

  /// The cost of walking over the shorter of two values.
  private static func shorter(_ left: CELValue, _ right: CELValue) -> UInt64 {
    if case .string(let left) = left, case .string(let right) = right {
      // The characters of a long text are counted only where the other is long too.
      let bytes = min(left.utf8.count, right.utf8.count)
      if bytes <= 10 { return bytes == 0 ? 0 : 1 }
    }
    return min(traversal(left), traversal(right))
  }

  static func comparison(_ left: CELValue, _ right: CELValue) -> UInt64 {
    switch (left, right) {
    case (.string, .string), (.bytes, .bytes): shorter(left, right)
    default: 1
    }
  }

  static func addition(_ left: CELValue, _ right: CELValue) -> UInt64 {
    switch (left, right) {
    case (.string, .string), (.bytes, .bytes): tenths(size(left) + size(right))
    default: 1
    }
  }

  /// Searching a text for a pattern: the product of both lengths, each scaled.
  static func matching(_ text: CELValue, patternLength: UInt64) -> UInt64 {
    let textCost = UInt64(((1 + Double(size(text))) * 0.1).rounded(.up))
    return textCost * tenths(patternLength, factor: 0.25)
  }

  /// The walk over a value and everything in it, as the Kubernetes list functions count it.
  static func deepTraversal(_ value: CELValue) -> UInt64 {
    switch value.resolved {
    case .string(let text): return UInt64(Double(text.utf8.count) * 0.1)
    case .bytes(let bytes): return UInt64(Double(bytes.count) * 0.1)
    default:
      if let elements = value.elements {
        var cost: UInt64 = 0
        for index in 0..<elements.count { cost += deepTraversal(elements[index]) }
        return cost
      }
      return 1
    }
  }

  /// A call that allocates a list.
  static func allocation(_ size: UInt64, factor: Double = 1) -> UInt64 {
    let cost = Double(size) * factor
    return (cost < 1e18 ? UInt64(cost) : UInt64(1e18)) + 1 + list
  }

  /// Comparing the elements of a list among themselves.
  static func selfComparison(_ value: CELValue) -> UInt64 {
    let count = size(value)
    var factor = 2.0
    if let elements = value.elements, elements.count > 0 {
      switch elements[0].resolved {
      case .string, .bytes: factor += 0.1
      default: break
      }
    }
    return allocation(count.multipliedReportingOverflow(by: count).partialValue, factor: factor)
  }
}

extension String {
  /// The number of Unicode scalars: of the bytes that do not continue one. O(bytes).
  fileprivate var scalarCount: Int {
    let known = unsafe utf8.withContiguousStorageIfAvailable { bytes in
      var count = 0
      var index = 0
      while index < bytes.count {
        if unsafe bytes[index] & 0xC0 != 0x80 { count &+= 1 }
        index &+= 1
      }
      return count
    }
    return known ?? unicodeScalars.count
  }
}
