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
    var text: [UInt8] = []
    write(to: &text, indentation: 0)
    text.append(UInt8(ascii: "\n"))
    return String(decoding: text, as: UTF8.self)
  }

  /// A YAML flow collection too: bare names, spaces after the marks.
  func inOneLine() -> String {
    switch self {
    case .string, .integer, .decimal, .bool, .null:
      var text: [UInt8] = []
      write(to: &text, indentation: 0)
      return String(decoding: text, as: UTF8.self)
    case .array(let elements): return "[" + elements.map { $0.inOneLine() }.joined(separator: ", ") + "]"
    case .object(let members):
      return "{" + members.map { "\($0): \($1.inOneLine())" }.joined(separator: ", ") + "}"
    }
  }

  private func write(to text: inout [UInt8], indentation: Int) {
    switch self {
    case .string(let string): Self.write(string, to: &text)
    case .integer(let integer): text += String(integer).utf8
    case .decimal(let digits): text += digits.utf8
    case .bool(let flag): text += (flag ? "true" : "false").utf8
    case .null: text += "null".utf8
    case .array(let elements):
      Self.write(elements, in: ("[", "]"), indentation, to: &text) { element, text in
        element.write(to: &text, indentation: indentation + 2)
      }
    case .object(let members):
      Self.write(members, in: ("{", "}"), indentation, to: &text) { member, text in
        Self.write(member.0, to: &text)
        text += ": ".utf8
        member.1.write(to: &text, indentation: indentation + 2)
      }
    }
  }

  private static func write<Part>(
    _ parts: [Part], in brackets: (Unicode.Scalar, Unicode.Scalar), _ indentation: Int,
    to text: inout [UInt8],
    _ body: (Part, inout [UInt8]) -> Void
  ) {
    text.append(UInt8(ascii: brackets.0))
    for (index, part) in parts.enumerated() {
      if index > 0 { text.append(UInt8(ascii: ",")) }
      text.append(UInt8(ascii: "\n"))
      text += repeatElement(0x20, count: indentation + 2)
      body(part, &text)
    }
    if !parts.isEmpty {
      text.append(UInt8(ascii: "\n"))
      text += repeatElement(0x20, count: indentation)
    }
    text.append(UInt8(ascii: brackets.1))
  }

  static func write(_ string: String, to text: inout [UInt8]) {
    text.append(UInt8(ascii: "\""))
    for byte in string.utf8 {
      switch byte {
      case UInt8(ascii: "\""): text += "\\\"".utf8
      case UInt8(ascii: "\\"): text += "\\\\".utf8
      case UInt8(ascii: "\n"): text += "\\n".utf8
      case UInt8(ascii: "\r"): text += "\\r".utf8
      case UInt8(ascii: "\t"): text += "\\t".utf8
      case 0..<0x20, 0x7f:
        let digits = String(byte, radix: 16)
        text += ("\\u" + String(repeating: "0", count: 4 - digits.count) + digits).utf8
      default: text.append(byte)
      }
    }
    text.append(UInt8(ascii: "\""))
  }
}
