/// A JSON value to print, with its members in the given order.
public enum JSONText: Sendable {
  case string(String)
  case integer(Int)
  case decimal(String)
  case bool(Bool)
  case null
  case array([JSONText])
  case object([(String, JSONText)])

  /// Two spaces of indentation, one member to a line, a line feed at the end.
  func printed() -> String {
    var text = ""
    write(to: &text, indentation: 0)
    text += "\n"
    return text
  }

  /// A YAML flow collection too: bare names, spaces after the marks.
  func inOneLine() -> String {
    switch self {
    case .string, .integer, .decimal, .bool, .null:
      var text = ""
      write(to: &text, indentation: 0)
      return text
    case .array(let elements): return "[" + elements.map { $0.inOneLine() }.joined(separator: ", ") + "]"
    case .object(let members):
      return "{" + members.map { "\($0): \($1.inOneLine())" }.joined(separator: ", ") + "}"
    }
  }

  private func write(to text: inout String, indentation: Int) {
    switch self {
    case .string(let string): Self.write(string, to: &text)
    case .integer(let integer): text += String(integer)
    case .decimal(let digits): text += digits
    case .bool(let flag): text += flag ? "true" : "false"
    case .null: text += "null"
    case .array(let elements):
      guard !elements.isEmpty else {
        text += "[]"
        return
      }
      text += "["
      for (index, element) in elements.enumerated() {
        text += index == 0 ? "\n" : ",\n"
        text += String(repeating: " ", count: indentation + 2)
        element.write(to: &text, indentation: indentation + 2)
      }
      text += "\n" + String(repeating: " ", count: indentation) + "]"
    case .object(let members):
      guard !members.isEmpty else {
        text += "{}"
        return
      }
      text += "{"
      for (index, (name, value)) in members.enumerated() {
        text += index == 0 ? "\n" : ",\n"
        text += String(repeating: " ", count: indentation + 2)
        Self.write(name, to: &text)
        text += ": "
        value.write(to: &text, indentation: indentation + 2)
      }
      text += "\n" + String(repeating: " ", count: indentation) + "}"
    }
  }

  static func write(_ string: String, to text: inout String) {
    text += "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case _ where scalar.value < 0x20 || scalar.value == 0x7f:
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }
}
