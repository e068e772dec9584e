internal import Values

extension Timestamp {
  /// How closely a text must follow RFC 3339.
  enum Strictness {
    /// cty's `formatdate` and `timeadd`.
    case strict
    /// Go's own parser, which `timecmp` uses: one digit for the hour, a comma before the fraction.
    case lenient
  }

  static func parse(_ text: String, _ strictness: Strictness) throws(FunctionFailure) -> Timestamp {
    var parser = Parser(text)
    return try parser.timestamp(strictness)
  }

  /// The forms that YAML takes for a time: with short fields, a lower-case t, a space and no zone, or a date.
  init?(yaml text: String) {
    let digits = text.utf8.prefix { (48...57).contains($0) }
    guard digits.count == 4, text.utf8.dropFirst(4).first == UInt8(ascii: "-") else { return nil }
    var parser = Parser(text)
    guard let timestamp = try? parser.yamlTimestamp() else { return nil }
    self = timestamp
  }

  private struct Parser {
    private var rest: ArraySlice<UInt8>

    init(_ text: String) { rest = Array(text.utf8)[...] }

    private func failure(_ message: String) -> FunctionFailure {
      FunctionFailure("not a valid RFC3339 timestamp: \(message)")
    }

    private func text(_ bytes: ArraySlice<UInt8>) -> String {
      String(decoding: bytes, as: UTF8.self).quotedAsGo
    }

    private func missing(_ what: String, _ rest: ArraySlice<UInt8>) -> FunctionFailure {
      rest.isEmpty ? failure("end of string before \(what)") : failure("cannot use \(text(rest)) as \(what)")
    }

    private mutating func skip(_ byte: Unicode.Scalar) throws(FunctionFailure) {
      guard rest.first != UInt8(ascii: byte) else {
        rest.removeFirst()
        return
      }
      if byte == "T" { throw failure("missing required time introducer 'T'") }
      throw rest.isEmpty
        ? failure("end of string where \(String(byte).quotedAsGo) is expected")
        : failure("found \(text(rest)) where \(String(byte).quotedAsGo) is expected")
    }

    private func isDigit(_ position: Int) -> Bool {
      let bytes = rest.dropFirst(position)
      return bytes.first.map { (48...57).contains($0) } ?? false
    }

    private mutating func digits(_ what: String, _ counts: ClosedRange<Int>) throws(FunctionFailure) -> Int {
      let run = rest.prefix(counts.upperBound).prefix { (48...57).contains($0) }
      guard counts.contains(run.count) else { throw missing(what, rest) }
      rest = rest.dropFirst(run.count)
      return run.reduce(0) { $0 * 10 + Int($1 - 48) }
    }

    mutating func timestamp(_ strictness: Strictness) throws(FunctionFailure) -> Timestamp {
      let year = try digits("year", 4...4)
      try skip("-")
      let month = try field("month", 2...2, 1...12)
      try skip("-")
      let day = try digits("day of month", 2...2)
      try skip("T")
      if strictness == .strict, isDigit(0), !isDigit(1) { throw failure("hour must have exactly two digits") }
      let hour = try field("hour", 1...2, 0...23)
      try skip(":")
      let minute = try field("minute", 2...2, 0...59)
      try skip(":")
      let second = try field("second", 2...2, 0...59)
      if strictness == .strict, rest.first == UInt8(ascii: ","), isDigit(1) {
        throw FunctionFailure("not a valid RFC3339 timestamp: sub-second separator must be a period")
      }
      let nanosecond = fraction()
      let offset = try zone(isStrict: strictness == .strict)
      guard rest.isEmpty else {
        throw FunctionFailure("not a valid RFC3339 timestamp: extra text: \(text(rest))")
      }
      guard day >= 1, day <= Timestamp.days(in: month, of: year) else {
        throw FunctionFailure("not a valid RFC3339 timestamp: day out of range")
      }
      return Timestamp(
        year: year, month: month, day: day, hour: hour, minute: minute, second: second,
        nanosecond: nanosecond,
        offset: offset)
    }

    private mutating func field(
      _ what: String, _ counts: ClosedRange<Int>, _ values: ClosedRange<Int>
    ) throws(FunctionFailure) -> Int {
      let value = try digits(what, counts)
      guard values.contains(value) else {
        throw FunctionFailure("not a valid RFC3339 timestamp: \(what) out of range")
      }
      return value
    }

    private mutating func fraction() -> Int {
      guard let mark = rest.first, mark == UInt8(ascii: ".") || mark == UInt8(ascii: ","), isDigit(1) else {
        return 0
      }
      let run = rest.dropFirst().prefix { (48...57).contains($0) }
      rest = rest.dropFirst(run.count + 1)
      let value = run.prefix(9).reduce(0) { $0 * 10 + Int($1 - 48) }
      return (0..<(9 - min(run.count, 9))).reduce(value) { total, _ in total * 10 }
    }

    private mutating func zone(isStrict: Bool) throws(FunctionFailure) -> Int {
      if rest.first == UInt8(ascii: "Z") {
        rest.removeFirst()
        return 0
      }
      let all = Array(rest)
      guard all.count >= 6, all[3] == UInt8(ascii: ":"),
        all[0] == UInt8(ascii: "+") || all[0] == UInt8(ascii: "-"),
        [1, 2, 4, 5].allSatisfy({ (48...57).contains(all[$0]) })
      else { throw missing("UTC offset", rest) }
      let hours = Int(all[1] - 48) * 10 + Int(all[2] - 48)
      let minutes = Int(all[4] - 48) * 10 + Int(all[5] - 48)
      if hours > (isStrict ? 23 : 24) {
        throw FunctionFailure("not a valid RFC3339 timestamp: timezone hour out of range")
      }
      if minutes > (isStrict ? 59 : 60) {
        throw FunctionFailure("not a valid RFC3339 timestamp: timezone minute out of range")
      }
      rest = rest.dropFirst(6)
      let offset = (hours * 60 + minutes) * 60
      return all[0] == UInt8(ascii: "-") ? -offset : offset
    }

    mutating func yamlTimestamp() throws(FunctionFailure) -> Timestamp {
      let year = try digits("year", 4...4)
      try skip("-")
      let month = try field("month", 1...2, 1...12)
      try skip("-")
      let day = try digits("day of month", 1...2)
      guard day >= 1, day <= Timestamp.days(in: month, of: year) else { throw failure("day out of range") }
      var timestamp = Timestamp(year: year, month: month, day: day, hour: 0, minute: 0, second: 0)
      guard let mark = rest.first else { return timestamp }
      guard mark == UInt8(ascii: "T") || mark == UInt8(ascii: "t") || mark == UInt8(ascii: " ") else {
        throw failure("no time")
      }
      rest.removeFirst()
      timestamp.hour = try field("hour", 1...2, 0...23)
      try skip(":")
      timestamp.minute = try field("minute", 1...2, 0...59)
      try skip(":")
      timestamp.second = try field("second", 1...2, 0...59)
      timestamp.nanosecond = fraction()
      if mark != UInt8(ascii: " ") { timestamp.offset = try zone(isStrict: false) }
      guard rest.isEmpty else { throw failure("extra text") }
      return timestamp
    }
  }
}
