/// Values that are written as text: the bridge from CEL values to `Formats`.
enum TextFormats {
  static func base64(_ text: String) -> CELValue {
    Base64.decode(text).map { .bytes($0) } ?? .failure("Invalid byte formatted string \(text)")
  }

  static func timestamp(_ text: String) -> CELTimestamp? {
    RFC3339.parse(text).flatMap { CELTimestamp(seconds: $0.seconds, nanoseconds: $0.nanoseconds) }
  }

  static func duration(_ text: String) -> CELDuration? { GoDuration.parse(text).flatMap(duration(nanoseconds:)) }

  static func duration(nanoseconds: Int64) -> CELDuration? {
    CELDuration(seconds: nanoseconds / 1_000_000_000, nanoseconds: Int32(nanoseconds % 1_000_000_000))
  }

  static func schemaTimestamp(_ text: String) -> CELValue {
    timestamp(text).map { .timestamp($0) } ?? .failure("Invalid date-time formatted string \(text)")
  }

  static func schemaDate(_ text: String) -> CELValue {
    RFC3339.parseDate(text).flatMap { CELTimestamp(seconds: $0) }.map { .timestamp($0) }
      ?? .failure("Invalid date formatted string \(text)")
  }

  static func schemaDuration(_ text: String) -> CELValue {
    duration(text).map { .duration($0) } ?? .failure("Invalid duration \(text)")
  }

  static func text(_ number: Double) -> String { GoNumber.general(number) }
  static func text(_ time: CELTimestamp) -> String {
    RFC3339.text(seconds: time.seconds, nanoseconds: time.nanoseconds)
  }
  static func text(_ duration: CELDuration) -> String {
    GoDuration.secondsText(seconds: duration.seconds, nanoseconds: duration.nanoseconds)
  }

  /// nil when the bytes are no UTF-8.
  static func validated(_ bytes: [UInt8]) -> String? { String(validating: bytes, as: UTF8.self) }
}
