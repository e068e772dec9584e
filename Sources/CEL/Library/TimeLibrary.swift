extension FunctionTable {
  mutating func addTime() {
    add(
      "timestamp",
      [
        global(.int, result: .timestamp), global(.string, result: .timestamp),
        global(.timestamp, result: .timestamp),
      ], unary: timestamp)
    add(
      "duration",
      [
        global(.duration, result: .duration), global(.int, result: .duration),
        global(.string, result: .duration),
      ], unary: duration)
    addPart("getFullYear") { $0.year }
    addPart("getMonth") { $0.month - 1 }
    addPart("getDayOfYear") { $0.dayOfYear }
    addPart("getDayOfMonth") { $0.day - 1 }
    addPart("getDate") { $0.day }
    addPart("getDayOfWeek") { $0.weekday }
    addPart("getHours", secondsInUnit: 3600) { $0.hour }
    addPart("getMinutes", secondsInUnit: 60) { $0.minute }
    addPart("getSeconds", secondsInUnit: 1) { $0.second }
    addMilliseconds()
  }

  /// A part of a time in a zone, UTC where none is given; of a duration it is the whole length in that unit.
  private mutating func addPart(
    _ name: String, secondsInUnit: Int64? = nil,
    _ part: @escaping @Sendable (CivilTime) -> Int
  ) {
    add(
      name, signatures(hasDuration: secondsInUnit != nil),
      unary: { value in
        switch value {
        case .timestamp(let time): return .int(Int64(part(CivilTime(secondsSince1970: time.seconds))))
        case .duration(let duration):
          return secondsInUnit.map { .int(duration.seconds / $0) } ?? .noSuchOverload
        default: return .noSuchOverload
        }
      },
      binary: { value, zone in
        guard case .timestamp(let time) = value, case .string(let zone) = zone else { return .noSuchOverload }
        return inZone(zone, time) { .int(Int64(part(CivilTime(secondsSince1970: $0)))) }
      })
  }

  private mutating func addMilliseconds() {
    add(
      "getMilliseconds", signatures(hasDuration: true),
      unary: { value in
        switch value {
        case .timestamp(let time): .int(Int64(time.nanoseconds / 1_000_000))
        case .duration(let duration): .int(duration.seconds * 1000 + Int64(duration.nanoseconds / 1_000_000))
        default: .noSuchOverload
        }
      },
      binary: { value, zone in
        guard case .timestamp(let time) = value, case .string(let zone) = zone else { return .noSuchOverload }
        return inZone(zone, time) { _ in .int(Int64(time.nanoseconds / 1_000_000)) }
      })
  }

  private func signatures(hasDuration: Bool) -> [Overload] {
    let times = [member(.timestamp, result: .int), member(.timestamp, .string, result: .int)]
    return hasDuration ? times + [member(.duration, result: .int)] : times
  }
}

/// `body` gets the seconds of the zone's own clock.
private func inZone(_ zone: String, _ time: CELTimestamp, _ body: (Int64) -> CELValue) -> CELValue {
  do throws(FormatError) {
    return body(time.seconds + Int64(try TimeZoneRules.offset(inZone: zone, at: time.seconds)))
  } catch { return .failure(error.description) }
}

private let timestamp: Function.Unary = { value in
  switch value {
  case .timestamp: return value
  case .int(let seconds):
    return CELTimestamp(seconds: seconds).map { .timestamp($0) }
      ?? .failure("range: \(seconds) seconds are outside of the years 1 to 9999")
  case .string(let text):
    return TextFormats.timestamp(text).map { .timestamp($0) }
      ?? .failure("'\(text)' is no RFC 3339 time such as 2006-01-02T15:04:05Z")
  default: return .noSuchOverload
  }
}

private let duration: Function.Unary = { value in
  switch value {
  case .duration: return value
  case .int(let nanoseconds):
    return TextFormats.duration(nanoseconds: nanoseconds).map { .duration($0) } ?? Arithmetic.durationRange
  case .string(let text):
    return TextFormats.duration(text).map { .duration($0) }
      ?? .failure("'\(text)' is no duration such as 1h30m")
  default: return .noSuchOverload
  }
}
