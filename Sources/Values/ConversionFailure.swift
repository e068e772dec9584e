/// Why a value cannot be converted to a type, and at which part of it.
public struct ConversionFailure: Error, Hashable, Sendable {
  public enum Step: Hashable, Sendable {
    case attribute(String)
    case key(String)
    case position(Int)
  }

  /// Terraform's words: `string required`, `attribute "name" is required`.
  public var message: String
  /// The way from the whole value to the part, outermost step first.
  public var path: [Step]

  public init(_ message: String, at path: [Step] = []) {
    self.message = message
    self.path = path
  }

  /// The message with the part before it, as Terraform writes it: `element 0: string required`.
  public var description: String {
    var text = ""
    for step in path {
      switch step {
      case .attribute(let name): text += text.isEmpty ? "attribute \(name.quotedAsGo)" : ".\(name)"
      case .key(let name): text += text.isEmpty ? "element \(name.quotedAsGo)" : "[\(name.quotedAsGo)]"
      case .position(let index): text += text.isEmpty ? "element \(index)" : "[\(index)]"
      }
    }
    return text.isEmpty ? message : "\(text): \(message)"
  }

  func inside(_ step: Step) -> ConversionFailure { ConversionFailure(message, at: [step] + path) }
}

extension ConversionFailure {
  /// Why the types alone rule the conversion out (go-cty's `MismatchMessage`).
  static func mismatch(_ given: ValueType, _ wanted: ValueType) -> String {
    switch (given, wanted) {
    case (.object(let given, _), .object(let wanted, let optional)):
      return mismatch(given, wanted, optional: optional)
    case (.tuple, .list(.dynamic)): return "all list elements must have the same type"
    case (.tuple, .set(.dynamic)): return "all set elements must have the same type"
    case (.object, .map(.dynamic)): return "all map elements must have the same type"
    case (.tuple(let parts), .list(let element)), (.tuple(let parts), .set(let element)):
      for (position, part) in parts.enumerated() where part != element && !part.converts(to: element) {
        return "element \(position): \(mismatch(part, element))"
      }
      return "all elements must be \(element.constraintName)"
    case (.object(let parts, _), .map(let element)):
      for (name, part) in parts.sorted(by: { $0.key < $1.key })
      where part != element && !part.converts(to: element) {
        return "element \(name.quotedAsGo): \(mismatch(part, element))"
      }
      return "all elements must be \(element.constraintName)"
    case (.tuple, .map), (.object, .list), (.object, .set), (.map, .list), (.map, .set), (.list, .map),
      (.set, .map):
      return "\(wanted.constraintName) required"
    case (.list(let inner), .list(let element)), (.set(let inner), .list(let element)):
      return "incorrect list element type: \(mismatch(inner, element))"
    case (.list(let inner), .set(let element)), (.set(let inner), .set(let element)):
      return "incorrect set element type: \(mismatch(inner, element))"
    case (.map(let inner), .map(let element)):
      return "incorrect map element type: \(mismatch(inner, element))"
    default:
      let isClear =
        given.isPrimitive != wanted.isPrimitive || wanted == .string || (wanted == .bool && given == .number)
        || (wanted == .number && given == .bool)
      return isClear
        ? "\(wanted.friendlyName) required, but have \(given.friendlyName)"
        : "\(wanted.constraintName) required"
    }
  }

  private static func mismatch(
    _ given: [String: ValueType], _ wanted: [String: ValueType], optional: Set<String>
  ) -> String {
    let missing = wanted.keys.filter { given[$0] == nil && !optional.contains($0) }.sorted().map(\.quotedAsGo)
    switch missing.count {
    case 0: break
    case 1: return "attribute \(missing[0]) is required"
    case 2: return "attributes \(missing[0]) and \(missing[1]) are required"
    default:
      return
        "attributes \(missing.dropLast().joined(separator: ", ")), and \(missing[missing.count - 1]) are required"
    }
    for (name, type) in wanted.sorted(by: { $0.key < $1.key }) {
      guard let have = given[name], have != type, !have.converts(to: type) else { continue }
      return "attribute \(name.quotedAsGo): \(mismatch(have, type))"
    }
    return "incorrect object attributes"
  }
}
