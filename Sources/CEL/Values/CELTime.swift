/// A point in time between the years 1 and 9999, as CEL's `google.protobuf.Timestamp`.
public struct CELTimestamp: Hashable, Comparable, Sendable {
  /// Since 1970-01-01T00:00:00Z.
  public var seconds: Int64
  /// 0 to 999,999,999, counted forward also before 1970.
  public var nanoseconds: Int32
  /// Seconds east of UTC in which the time was written, and is printed again; no comparison looks at it.
  public var offset: Int32 = 0

  static let minimumSeconds: Int64 = -62_135_596_800
  static let maximumSeconds: Int64 = 253_402_300_799

  /// nil when the time is outside of the years 1 to 9999.
  public init?(seconds: Int64, nanoseconds: Int32 = 0) {
    guard (Self.minimumSeconds...Self.maximumSeconds).contains(seconds),
      (0..<1_000_000_000).contains(nanoseconds)
    else { return nil }
    self.seconds = seconds
    self.nanoseconds = nanoseconds
  }

  public static func == (left: CELTimestamp, right: CELTimestamp) -> Bool {
    left.seconds == right.seconds && left.nanoseconds == right.nanoseconds
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(seconds)
    hasher.combine(nanoseconds)
  }

  public static func < (left: CELTimestamp, right: CELTimestamp) -> Bool {
    (left.seconds, left.nanoseconds) < (right.seconds, right.nanoseconds)
  }

  func adding(_ duration: CELDuration) -> CELTimestamp? {
    var seconds = seconds + duration.seconds
    var nanoseconds = nanoseconds + duration.nanoseconds
    if nanoseconds < 0 {
      seconds -= 1
      nanoseconds += 1_000_000_000
    } else if nanoseconds >= 1_000_000_000 {
      seconds += 1
      nanoseconds -= 1_000_000_000
    }
    var sum = CELTimestamp(seconds: seconds, nanoseconds: nanoseconds)
    sum?.offset = offset
    return sum
  }

  func duration(since other: CELTimestamp) -> CELDuration? {
    CELDuration(seconds: seconds - other.seconds, nanoseconds: nanoseconds - other.nanoseconds)
  }
}

/// A length of time, as CEL's `google.protobuf.Duration`; seconds and nanoseconds have the same sign.
public struct CELDuration: Hashable, Comparable, Sendable {
  public var seconds: Int64
  public var nanoseconds: Int32

  /// 2^63 nanoseconds, which is what Go's durations hold.
  static let maximumSeconds: Int64 = 9_223_372_036

  /// Takes any mixture of signs; nil beyond ±2^63 nanoseconds (292 years).
  public init?(seconds: Int64, nanoseconds: Int32 = 0) {
    var seconds = seconds
    var nanoseconds = nanoseconds
    guard (-Self.maximumSeconds - 2...Self.maximumSeconds + 2).contains(seconds),
      (-1_999_999_999...1_999_999_999).contains(nanoseconds)
    else { return nil }
    if abs(nanoseconds) >= 1_000_000_000 {
      seconds += nanoseconds > 0 ? 1 : -1
      nanoseconds += nanoseconds > 0 ? -1_000_000_000 : 1_000_000_000
    }
    if seconds > 0, nanoseconds < 0 {
      seconds -= 1
      nanoseconds += 1_000_000_000
    } else if seconds < 0, nanoseconds > 0 {
      seconds += 1
      nanoseconds -= 1_000_000_000
    }
    guard (-Self.maximumSeconds...Self.maximumSeconds).contains(seconds),
      abs(seconds) < Self.maximumSeconds || abs(nanoseconds) <= 854_775_807
    else { return nil }
    self.seconds = seconds
    self.nanoseconds = nanoseconds
  }

  public static func < (left: CELDuration, right: CELDuration) -> Bool {
    (left.seconds, left.nanoseconds) < (right.seconds, right.nanoseconds)
  }

  var negated: CELDuration? { CELDuration(seconds: -seconds, nanoseconds: -nanoseconds) }

  func adding(_ other: CELDuration) -> CELDuration? {
    CELDuration(seconds: seconds + other.seconds, nanoseconds: nanoseconds + other.nanoseconds)
  }
}
