extension ValueType {
  /// Whether values of this type can be converted to another one, as go-cty's `GetConversion` tells from the
  /// types alone. A safe conversion never fails on a value; an unsafe one can, as text to a number does.
  public func converts(to wanted: ValueType, isSafe: Bool = false) -> Bool {
    switch (self, wanted) {
    case (_, .dynamic): return true
    case (.dynamic, _): return !isSafe
    case (.number, .string), (.bool, .string): return true
    case (.string, .number), (.string, .bool): return !isSafe
    case (.object(let given, _), .object(let attributes, let optional)):
      return attributes.allSatisfy { name, type in
        given[name].map { $0 == type || $0.converts(to: type, isSafe: isSafe) } ?? optional.contains(name)
      }
    case (.tuple(let given), .tuple(let elements)):
      return given.count == elements.count
        && zip(given, elements).allSatisfy { $0 == $1 || $0.converts(to: $1, isSafe: isSafe) }
    case (.list(let given), .list(let element)), (.set(let given), .list(let element)),
      (.set(let given), .set(let element)), (.map(let given), .map(let element)):
      return given == element || given.converts(to: element, isSafe: isSafe)
    case (.list(let given), .set(let element)):
      return !isSafe && (given == element || given.converts(to: element, isSafe: isSafe))
    case (.tuple(let given), .list(let element)), (.tuple(let given), .set(let element)):
      guard let element = Self.commonElement(of: given, element, isSafe: isSafe) else { return false }
      if wanted.element == .dynamic, element == .dynamic { return given.allSatisfy { $0 == .dynamic } }
      return given.allSatisfy { $0 == element || $0.converts(to: element, isSafe: isSafe) }
    case (.object(let given, _), .map(let element)):
      guard let element = Self.commonElement(of: given.sortedValues, element, isSafe: isSafe) else {
        return false
      }
      return given.values.allSatisfy { $0 == element || $0.converts(to: element, isSafe: isSafe) }
    case (.map(let given), .object(let attributes, let optional)):
      return !isSafe
        && attributes.allSatisfy { name, type in
          given == type || given.converts(to: type) || optional.contains(name)
        }
    default: return false
    }
  }

  /// The element type that a collection of these parts gets where the constraint leaves it open.
  static func commonElement(of parts: [ValueType], _ constraint: ValueType, isSafe: Bool) -> ValueType? {
    guard constraint == .dynamic, !parts.isEmpty else { return constraint }
    return unified(parts, isSafe: isSafe)
  }

  /// This constraint with its open parts filled in from the type of a value that is converted to it.
  func filled(from given: ValueType) -> ValueType {
    if given == .dynamic { return self }
    switch self {
    case .dynamic: return given
    case .bool, .number, .string: return self
    case .map(let element):
      switch given {
      case .map(let inner): return .map(element.filled(from: inner))
      case .object(let attributes, _):
        return .map(element.filled(from: Self.unified(attributes.sortedValues) ?? .dynamic))
      default: return self
      }
    case .list(let element): return .list(element.filled(from: given.commonElement))
    case .set(let element): return .set(element.filled(from: given.commonElement))
    case .object(let attributes, _):
      switch given {
      case .map(let inner): return .object(attributes.mapValues { $0.filled(from: inner) })
      case .object(let other, _):
        return .object(
          attributes.reduce(into: [:]) { result, attribute in
            result[attribute.key] =
              other[attribute.key].map { attribute.value.filled(from: $0) } ?? attribute.value
          })
      default: return self
      }
    case .tuple(let elements):
      guard case .tuple(let others) = given, others.count == elements.count else { return self }
      return .tuple(zip(elements, others).map { $0.filled(from: $1) })
    }
  }

  private var commonElement: ValueType {
    switch self {
    case .list(let inner), .set(let inner): inner
    case .tuple(let parts): Self.unified(parts) ?? .dynamic
    default: .dynamic
    }
  }
}

extension [String: ValueType] {
  /// In the order of the names.
  var sortedValues: [ValueType] { sorted { $0.key < $1.key }.map(\.value) }
}
