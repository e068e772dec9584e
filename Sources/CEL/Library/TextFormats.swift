/// Values that are written as text: the bridge from CEL values to `Formats`.
enum TextFormats {
  static func base64(_ text: String) -> CELValue {
    Base64.decode(text).map { .bytes($0) } ?? .failure("Invalid byte formatted string \(text)")
  }

  static func timestamp(_ text: String) -> CELTimestamp? {
    guard let parsed = RFC3339.parse(text),
      var time = CELTimestamp(seconds: parsed.seconds, nanoseconds: parsed.nanoseconds)
    else { return nil }
    time.offset = offset(of: text)
    return time
  }

  /// The zone at the end of a well-formed time: `Z` or `+01:00`.
  private static func offset(of text: String) -> Int32 {
    let zone = Array(text.utf8.suffix(6))
    guard zone.count == 6, zone[3] == UInt8(ascii: ":"),
      let hours = Int32(String(decoding: zone[1...2], as: UTF8.self)),
      let minutes = Int32(String(decoding: zone[4...5], as: UTF8.self))
    else { return 0 }
    switch zone[0] {
    case UInt8(ascii: "+"): return hours * 3600 + minutes * 60
    case UInt8(ascii: "-"): return -(hours * 3600 + minutes * 60)
    default: return 0
    }
  }

  static func duration(_ text: String) -> CELDuration? {
    GoDuration.parse(text).flatMap(duration(nanoseconds:))
  }

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

  /// In the zone in which the time was written.
  static func text(_ time: CELTimestamp) -> String {
    let text = RFC3339.text(seconds: time.seconds + Int64(time.offset), nanoseconds: time.nanoseconds)
    if time.offset == 0 { return text }
    let minutes = abs(time.offset) / 60
    func padded(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return text.dropLast() + (time.offset < 0 ? "-" : "+") + padded(minutes / 60) + ":" + padded(minutes % 60)
  }

  static func textInUTC(_ time: CELTimestamp) -> String {
    RFC3339.text(seconds: time.seconds, nanoseconds: time.nanoseconds)
  }
  static func text(_ duration: CELDuration) -> String {
    GoDuration.secondsText(seconds: duration.seconds, nanoseconds: duration.nanoseconds)
  }

  /// nil when the bytes are no UTF-8.
  static func validated(_ bytes: [UInt8]) -> String? { String(validating: bytes, as: UTF8.self) }
}
