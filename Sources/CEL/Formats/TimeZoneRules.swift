/// The offsets from UTC that a time zone has had and will have.
struct TimeZoneRules: Sendable {
  private let first: Int
  /// Ascending; each offset holds from its moment on.
  private let transitions: [(moment: Int64, offset: Int)]
  private let rule: PosixTimeZoneRule?

  /// The zone of that IANA name; nil when there is none. Capitals count.
  static func named(_ name: String) -> TimeZoneRules? {
    TimeZoneIndex.shared.line(for: name).flatMap(TimeZoneRules.init(line:))
  }

  /// Seconds east of UTC in the zone of that name at that time, where a name may also be `UTC`, empty, or an offset
  /// like `+05:30` or `02:00`, as cel-go takes them. `Local` is unknown: a result must not depend on the machine.
  static func offset(inZone name: String, at seconds: Int64) throws(FormatError) -> Int {
    if let colon = name.utf8.firstIndex(of: UInt8(ascii: ":")) {
      return try offset(hours: name[..<colon], minutes: name[name.utf8.index(after: colon)...], name)
    }
    if name.isEmpty || name == "UTC" { return 0 }
    guard let zone = named(name) else { throw FormatError("unknown time zone \(name)") }
    return zone.offset(at: seconds)
  }

  private static func offset(
    hours hourText: Substring, minutes minuteText: Substring, _ name: String
  ) throws(FormatError) -> Int {
    func number(_ text: Substring) throws(FormatError) -> Int {
      guard let value = Int(text) else {
        throw FormatError("strconv.Atoi: parsing \(goQuoted(String(text))): invalid syntax")
      }
      return value
    }
    let hours = try number(hourText)
    let minutes = try number(minuteText)
    guard (0...59).contains(minutes) else {
      throw FormatError("timezone offset minutes out of range [0, 59]: \(name)")
    }
    guard abs(hours) < 1_000_000 else { throw FormatError("timezone offset hours out of range: \(name)") }
    return (hours * 60 + (name.first == "-" ? -minutes : minutes)) * 60
  }

  /// Reads a line of `TimeZoneTable`: names, offsets, transitions and rule, with blanks between.
  private init?(line: Substring) {
    let fields = line.split(separator: " ")
    let offsets = fields[1].split(separator: ",").compactMap { Int($0, radix: 36) }
    guard fields.count == 4, let first = offsets.first else { return nil }
    self.first = first
    transitions = Self.transitions(fields[2], offsets)
    rule = fields[3] == "-" ? nil : PosixTimeZoneRule(String(fields[3]))
  }

  /// Reads `6umC'1yhyoB…`: the time since the one before, in half hours or, after an apostrophe, in seconds, and the
  /// letter of an offset.
  private static func transitions(_ text: Substring, _ offsets: [Int]) -> [(moment: Int64, offset: Int)] {
    var result: [(moment: Int64, offset: Int)] = []
    var moment: Int64 = 0
    var digits = ""
    var unit: Int64 = 1800
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "'"): unit = 1
      case UInt8(ascii: "A")...UInt8(ascii: "Z"):
        moment += (Int64(digits, radix: 36) ?? 0) * unit
        result.append((moment, offsets[min(Int(byte - 65), offsets.count - 1)]))
        digits = ""
        unit = 1800
      default: digits.unicodeScalars.append(Unicode.Scalar(byte))
      }
    }
    return result
  }

  /// Seconds east of UTC.
  func offset(at seconds: Int64) -> Int {
    guard let last = transitions.last else { return rule?.offset(at: seconds) ?? first }
    if seconds >= last.moment, let rule { return rule.offset(at: seconds) }
    return transitions.last { $0.moment <= seconds }?.offset ?? first
  }
}

/// The lines of `TimeZoneTable` by name.
private struct TimeZoneIndex: Sendable {
  static let shared = TimeZoneIndex()

  private let lines: [Substring: Substring]

  private init() {
    var lines: [Substring: Substring] = [:]
    for line in TimeZoneTable.zones.split(separator: "\n") {
      let names = line.prefix { $0 != " " }
      for name in names.split(separator: ",") { lines[name] = line }
    }
    self.lines = lines
  }

  func line(for name: String) -> Substring? {
    lines[Substring(name)]
  }
}
