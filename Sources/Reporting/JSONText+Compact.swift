extension JSONText {
  /// On one line, without spaces.
  public func compact() -> String {
    var text: [UInt8] = []
    writeCompact(to: &text)
    return String(decoding: text, as: UTF8.self)
  }

  private func writeCompact(to text: inout [UInt8]) {
    switch self {
    case .string(let string): Self.write(string, to: &text)
    case .integer(let integer): text += String(integer).utf8
    case .decimal(let digits): text += digits.utf8
    case .bool(let flag): text += (flag ? "true" : "false").utf8
    case .null: text += "null".utf8
    case .array(let elements):
      text += "[".utf8
      for (index, element) in elements.enumerated() {
        if index > 0 { text.append(UInt8(ascii: ",")) }
        element.writeCompact(to: &text)
      }
      text += "]".utf8
    case .object(let members):
      text += "{".utf8
      for (index, (name, value)) in members.enumerated() {
        if index > 0 { text.append(UInt8(ascii: ",")) }
        Self.write(name, to: &text)
        text += ":".utf8
        value.writeCompact(to: &text)
      }
      text += "}".utf8
    }
  }
}
