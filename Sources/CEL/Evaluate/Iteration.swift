internal import Values

/// What a comprehension ranges over.
enum Iteration {
  case list(ListElements)
  case entries([CELMap.Entry])
  case fields([ObjectFields.Field])

  init?(_ value: CELValue) {
    if let elements = value.elements {
      self = .list(elements)
      return
    }
    switch value {
    case .map(let map): self = .entries(map.entries)
    case .document(let document):
      guard case .object(let fields) = document.content else { return nil }
      guard let rest = fields.rest else {
        self = .fields(fields.fields)
        return
      }
      // One entry stands for all that are not known.
      let known = fields.fields.map { CELMap.Entry(key: .string($0.name), value: .document($0.value)) }
      self = .entries(known + [.init(key: .unknown(rest), value: .unknown(rest))])
    case .structured(let document):
      guard let entries = document.entries else { return nil }
      self = .entries(entries)
    case .null, .bool, .int, .uint, .double, .string, .bytes, .list, .timestamp, .duration, .type, .optional,
      .opaque, .error, .unknown:
      return nil
    }
  }

  var count: Int {
    switch self {
    case .list(let elements): elements.count
    case .entries(let entries): entries.count
    case .fields(let fields): fields.count
    }
  }

  /// Binds the variable of a one-variable macro: the element, or the key.
  ///
  /// - Parameter isScalar: the variable is only computed with, so that no view of a document is needed.
  @inline(__always) func bind(_ index: Int, _ slot: Int, isScalar: Bool, _ frame: inout Frame) {
    switch self {
    case .list(.documents(let elements)):
      frame.locals[slot] = isScalar ? frame.scalar(elements[index]) : frame.view(elements[index])
    case .list(.values(let elements)): frame.locals[slot] = frame.seen(elements[index])
    case .entries(let entries): frame.locals[slot] = entries[index].key
    case .fields(let fields):
      frame.locals[slot] = .string(fields[index].name)
      frame.blame(fields[index].value.origin)
    }
  }

  /// Binds both variables: index and element, or key and value.
  @inline(__always) func bind(_ index: Int, _ slot: Int, _ second: Int, _ frame: inout Frame) {
    switch self {
    case .list(.documents(let elements)):
      frame.locals[slot] = .int(Int64(index))
      frame.locals[second] = frame.view(elements[index])
    case .list(.values(let elements)):
      frame.locals[slot] = .int(Int64(index))
      frame.locals[second] = frame.seen(elements[index])
    case .entries(let entries):
      frame.locals[slot] = entries[index].key
      frame.locals[second] = frame.seen(entries[index].value)
    case .fields(let fields):
      frame.locals[slot] = .string(fields[index].name)
      frame.locals[second] = frame.view(fields[index].value)
    }
  }

  /// The element of a list as a view, whatever was bound for it.
  @inline(__always) func element(_ index: Int, bound value: CELValue) -> CELValue {
    guard case .list(.documents(let elements)) = self else { return value }
    return .document(elements[index])
  }
}
