/// Values that are written as text: the bridge from the functions to `Formats`.
enum TextFormats {
  static func base64(_ text: String) -> CELValue {
    Base64.decode(text).map { .bytes($0) } ?? .failure("Invalid byte formatted string \(text)")
  }
  static func schemaTimestamp(_ text: String) -> CELValue { .failure("not there yet") }
  static func schemaDate(_ text: String) -> CELValue { .failure("not there yet") }
  static func schemaDuration(_ text: String) -> CELValue { .failure("not there yet") }
  static func text(_ number: Double) -> String { "\(number)" }
  static func text(_ time: CELTimestamp) -> String { "\(time.seconds)" }
  static func text(_ duration: CELDuration) -> String { "\(duration.seconds)s" }

  /// nil when the bytes are no UTF-8.
  static func validated(_ bytes: [UInt8]) -> String? { String(validating: bytes, as: UTF8.self) }
}
