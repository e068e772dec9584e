internal import Values

/// `formatdate`, `timeadd` and `timecmp`.
enum DateFunctions {
  static let all: [String: BuiltInFunction] = [
    "formatdate": BuiltInFunction(
      [FunctionParameter("format", .string), FunctionParameter("time", .string)], returns: .string, formatted),
    "timeadd": BuiltInFunction(
      [FunctionParameter("timestamp", .string), FunctionParameter("duration", .string)], isNotNull: false,
      returns: .string, added),
    "timecmp": BuiltInFunction(
      [FunctionParameter("timestamp_a", .string), FunctionParameter("timestamp_b", .string)],
      returns: .number,
      compared),
  ]

  private static func timestamp(
    _ call: FunctionCall, _ position: Int, _ strictness: Timestamp.Strictness
  ) throws(FunctionFailure) -> Timestamp {
    do throws(FunctionFailure) {
      return try Timestamp.parse(call.text(position), strictness)
    } catch {
      throw FunctionFailure(error.message, argument: position)
    }
  }

  private static func added(_ call: FunctionCall) throws(FunctionFailure) -> Value {
    let start = try timestamp(call, 0, .strict)
    return .text(start.adding(nanoseconds: try GoDuration.nanoseconds(call.text(1))).text)
  }

  private static func compared(_ call: FunctionCall) throws(FunctionFailure) -> Value {
    let (a, b) = (try timestamp(call, 0, .lenient), try timestamp(call, 1, .lenient))
    let (left, right) = ((a.epochSeconds, a.nanosecond), (b.epochSeconds, b.nanosecond))
    return .number(.count(left < right ? -1 : left == right ? 0 : 1))
  }

  private static func formatted(_ call: FunctionCall) throws(FunctionFailure) -> Value {
    let time = try timestamp(call, 1, .strict)
    let format = call.bytes(0)
    var output: [UInt8] = []
    var index = 0
    let quote = UInt8(ascii: "'")
    while index < format.count {
      let byte = format[index]
      if byte == quote {
        let end = try endOfLiteral(format, from: index)
        output += literal(format[index..<end])
        index = end
      } else if isLetter(byte) {
        let end = format[index...].firstIndex { $0 != byte } ?? format.count
        output += Array(try field(byte, end - index, time).utf8)
        index = end
      } else {
        output.append(byte)
        index += 1
      }
    }
    return .text(output)
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
      || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
  }

  private static func endOfLiteral(_ format: [UInt8], from start: Int) throws(FunctionFailure) -> Int {
    let quote = UInt8(ascii: "'")
    if start + 1 < format.count, format[start + 1] == quote { return start + 2 }
    var index = start + 1
    while index < format.count {
      guard format[index] == quote else {
        index += 1
        continue
      }
      if index + 1 < format.count, format[index + 1] == quote {
        index += 2
        continue
      }
      return index + 1
    }
    // A text that ends in a doubled quote passes in cty, which looks at the last byte only.
    if format.count - start > 1, format[format.count - 1] == quote { return format.count }
    throw FunctionFailure("unterminated literal '", argument: 0)
  }

  private static func literal(_ token: ArraySlice<UInt8>) -> [UInt8] {
    let quote = UInt8(ascii: "'")
    guard token.count > 2 else { return [quote] }
    var content: [UInt8] = []
    var isSkipping = false
    for byte in token.dropFirst().dropLast() {
      if isSkipping {
        isSkipping = false
        continue
      }
      content.append(byte)
      isSkipping = byte == quote
    }
    return content
  }

  private static func field(_ letter: UInt8, _ count: Int, _ time: Timestamp) throws(FunctionFailure)
    -> String
  {
    func number(_ value: Int, _ message: String) throws(FunctionFailure) -> String {
      guard count <= 2 else { throw invalid(letter, count, message) }
      return Timestamp.padded(value, count)
    }
    switch letter {
    case UInt8(ascii: "Y"):
      if count == 2 { return Timestamp.padded(time.year % 100, 2) }
      if count == 4 { return Timestamp.padded(time.year, 4) }
      throw invalid(letter, count, "year must either be \"YY\" or \"YYYY\"")
    case UInt8(ascii: "M"):
      let name = Timestamp.monthNames[time.month - 1]
      if count == 3 { return String(name.prefix(3)) }
      if count == 4 { return name }
      return try number(time.month, "month must be \"M\", \"MM\", \"MMM\", or \"MMMM\"")
    case UInt8(ascii: "D"): return try number(time.day, "day of month must either be \"D\" or \"DD\"")
    case UInt8(ascii: "E"):
      let name = Timestamp.weekdayNames[time.weekday]
      if count == 3 { return String(name.prefix(3)) }
      if count == 4 { return name }
      throw invalid(letter, count, "day of week must either be \"EEE\" or \"EEEE\"")
    case UInt8(ascii: "h"): return try number(time.hour, "24-hour must either be \"h\" or \"hh\"")
    case UInt8(ascii: "H"):
      return try number((time.hour + 11) % 12 + 1, "12-hour must either be \"H\" or \"HH\"")
    case UInt8(ascii: "A"), UInt8(ascii: "a"):
      guard count == 2 else {
        let pair = String(decoding: [letter, letter], as: UTF8.self)
        throw invalid(letter, count, "must be \"\(pair)\"")
      }
      let half = time.hour < 12 ? "am" : "pm"
      return letter == UInt8(ascii: "A") ? half.uppercased() : half
    case UInt8(ascii: "m"): return try number(time.minute, "minute must either be \"m\" or \"mm\"")
    case UInt8(ascii: "s"): return try number(time.second, "second must either be \"s\" or \"ss\"")
    case UInt8(ascii: "Z"): return try zone(count, time)
    default: throw invalid(letter, count, nil)
    }
  }

  private static func zone(_ count: Int, _ time: Timestamp) throws(FunctionFailure) -> String {
    switch count {
    case 1: return time.zone(isZulu: true, hasColon: true)
    case 3: return time.offset == 0 ? "UTC" : time.zone(isZulu: false, hasColon: false)
    case 4: return time.zone(isZulu: false, hasColon: false)
    case 5: return time.zone(isZulu: false, hasColon: true)
    default: throw invalid(UInt8(ascii: "Z"), count, "timezone must be Z, ZZZZ, or ZZZZZ")
    }
  }

  private static func invalid(_ letter: UInt8, _ count: Int, _ detail: String?) -> FunctionFailure {
    let verb = String(repeating: String(Unicode.Scalar(letter)), count: count).quotedAsGo
    return FunctionFailure("invalid date format verb \(verb)" + (detail.map { ": \($0)" } ?? ""), argument: 0)
  }
}
