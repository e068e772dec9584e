/// Writes JSON text: no spaces, keys in the order given, numbers as given.
struct JSONWriter {
  private(set) var text = ""
  private var needsComma = false

  mutating func object(_ content: (inout JSONWriter) -> Void) {
    begin("{")
    content(&self)
    end("}")
  }

  mutating func array(_ content: (inout JSONWriter) -> Void) {
    begin("[")
    content(&self)
    end("]")
  }

  mutating func key(_ name: String) {
    string(name)
    text += ":"
    needsComma = false
  }

  mutating func string(_ value: String) {
    separate()
    text += "\""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      default:
        if scalar.value < 0x20 || scalar.value == 0x7F {
          let digits = String(scalar.value, radix: 16)
          text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        } else {
          text.unicodeScalars.append(scalar)
        }
      }
    }
    text += "\""
    needsComma = true
  }

  /// A number, `true`, `false` or `null`, already in JSON's own form.
  mutating func literal(_ value: String) {
    separate()
    text += value
    needsComma = true
  }

  mutating func bool(_ value: Bool) { literal(value ? "true" : "false") }
  mutating func integer(_ value: Int) { literal(String(value)) }
  mutating func null() { literal("null") }

  private mutating func begin(_ bracket: String) {
    separate()
    text += bracket
    needsComma = false
  }

  private mutating func end(_ bracket: String) {
    text += bracket
    needsComma = true
  }

  private mutating func separate() {
    if needsComma { text += "," }
    needsComma = false
  }
}
