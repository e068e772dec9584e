/// Sorting by keys of one comparable type.
enum Sorting {
  /// Equal keys keep their order.
  static func sorted(_ elements: [CELValue], by keys: [CELValue]) -> CELValue {
    guard let first = keys.first else { return .list(elements) }
    let type = first.type
    guard Comparison.order(first, first) != nil || Comparison.isNaN(first) else {
      return .failure("list elements must be comparable")
    }
    guard keys.allSatisfy({ $0.type == type }) else {
      return .failure("list elements must have the same type")
    }
    let order = keys.indices.sorted { left, right in
      let order = Comparison.order(keys[left], keys[right]) ?? 0
      return order == 0 ? left < right : order < 0
    }
    return .list(order.map { elements[$0] })
  }
}
