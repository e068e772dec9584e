/// Reads rows of exactly `YYYY-MM-DD,open,high,low,close,volume` with plain decimal numbers, eight bytes at a time:
/// the form that this package writes and most archives come in. Everything else is left to `CSVRows`.
struct PlainBarRows {
  /// Bytes from the start of a row that may be looked at: a date, five numbers of at most fifteen digits, and what follows
  /// the last of them before it is known to be too long.
  private static let reach = 11 + 5 * 17 + 32
  /// Text that is taken for one row of it when room is made; the rows that it holds more come in the next call.
  private static let bytesPerRow = 40

  private let bytes: [UInt8]
  private var month: UInt64 = 0
  private var firstOfMonth: Int32 = 0
  private var daysInMonth: Int32 = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Appends rows up to the first of another form, or until the room made for them is full.
  ///
  /// - Returns: how many, and where the next row begins.
  mutating func read(from start: Int, into bars: inout [DailyBar]) -> (rows: Int, offset: Int) {
    var offset = start
    let room = (bytes.count - start) / Self.bytesPerRow
    let before = bars.count
    bars.append(addingCapacity: room) { output in
      while output.count < room, offset + Self.reach <= bytes.count, let day = day(at: offset) {
        var cursor = offset + 11
        guard let open = number(&cursor, end: UInt8(ascii: ",")),
          let high = number(&cursor, end: UInt8(ascii: ",")),
          let low = number(&cursor, end: UInt8(ascii: ",")),
          let close = number(&cursor, end: UInt8(ascii: ",")),
          let volume = number(&cursor, end: UInt8(ascii: "\n"))
        else { break }
        output.append(DailyBar(day: day, open: open, high: high, low: low, close: close, volume: volume))
        offset = cursor
      }
    }
    return (bars.count - before, offset)
  }

  /// The calendar is asked once a month: the next rows differ in the day alone.
  @inline(__always)
  private mutating func day(at offset: Int) -> TradingDay? {
    let tens = byte(offset &+ 8) &- UInt8(ascii: "0")
    let ones = byte(offset &+ 9) &- UInt8(ascii: "0")
    guard tens <= 9, ones <= 9, byte(offset &+ 10) == UInt8(ascii: ",") else { return nil }
    guard word(offset) == month || startMonth(at: offset) else { return nil }
    let day = Int32(tens) &* 10 &+ Int32(ones)
    guard day >= 1, day <= daysInMonth else { return nil }
    return TradingDay(daysSince1970: firstOfMonth &+ day &- 1)
  }

  private mutating func startMonth(at offset: Int) -> Bool {
    let (year, yearCount) = digits(word(offset))
    let (number, numberCount) = digits(word(offset &+ 5))
    guard yearCount == 4, numberCount == 2, byte(offset &+ 4) == UInt8(ascii: "-"),
      byte(offset &+ 7) == UInt8(ascii: "-"),
      let first = TradingDay(year: Int(year), month: Int(number), day: 1)
    else { return false }
    month = word(offset)
    firstOfMonth = first.daysSince1970
    daysInMonth = Int32(TradingDay.daysInMonth(year: Int(year), month: Int(number)))
    return true
  }

  /// At most fifteen digits: exact in a double, and so is the power of ten it is divided by, which makes the quotient
  /// the nearest double (Clinger's fast path).
  @inline(__always)
  private func number(_ cursor: inout Int, end: UInt8) -> Double? {
    let (whole, wholeCount) = integer(cursor)
    guard wholeCount > 0 else { return nil }
    cursor = cursor &+ wholeCount &+ 1
    let separator = byte(cursor &- 1)
    if separator == end { return Double(whole) }
    guard separator == UInt8(ascii: ".") else { return nil }
    let (fraction, fractionCount) = integer(cursor)
    guard fractionCount > 0, wholeCount &+ fractionCount <= 15 else { return nil }
    cursor = cursor &+ fractionCount &+ 1
    guard byte(cursor &- 1) == end else { return nil }
    let scale = Self.powersOfTen[fractionCount]
    return Double(whole &* scale &+ fraction) / Double(scale)
  }

  /// Up to fifteen digits and how many they are; none when there are more.
  @inline(__always)
  private func integer(_ offset: Int) -> (Int64, Int) {
    let (first, firstCount) = digits(word(offset))
    if firstCount < 8 { return (first, firstCount) }
    let (second, secondCount) = digits(word(offset &+ 8))
    return secondCount < 8 ? (first &* Self.powersOfTen[secondCount] &+ second, 8 &+ secondCount) : (0, 0)
  }

  /// Signed, because that is one instruction from a double.
  private static let powersOfTen: [Int64] = [
    1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000, 10_000_000_000,
    100_000_000_000, 1_000_000_000_000, 10_000_000_000_000, 100_000_000_000_000,
  ]

  /// The number that the digits at the start of eight bytes make, and how many they are.
  ///
  /// Source: Daniel Lemire, "Quickly parsing eight digits".
  @inline(__always)
  private func digits(_ text: UInt64) -> (Int64, Int) {
    let values = text ^ 0x3030_3030_3030_3030
    // The top bit of each byte that is no digit.
    let others = (values &+ 0x7676_7676_7676_7676 | values) & 0x8080_8080_8080_8080
    let count = others.trailingZeroBitCount >> 3
    guard count > 0 else { return (0, 0) }
    // Leading zeros take the place of what follows the digits.
    var number = values &<< UInt64(64 - 8 * count)
    number = (number &* 10 &+ (number &>> 8)) & 0x00FF_00FF_00FF_00FF
    number = (number &* 100 &+ (number &>> 16)) & 0x0000_FFFF_0000_FFFF
    return (Int64(bitPattern: (number &* 10_000 &+ (number &>> 32)) & 0xFFFF_FFFF), count)
  }

  @inline(__always)
  private func word(_ offset: Int) -> UInt64 {
    UInt64(
      littleEndian: unsafe bytes.span.bytes.unsafeLoadUnaligned(
        fromUncheckedByteOffset: offset, as: UInt64.self))
  }

  @inline(__always)
  private func byte(_ offset: Int) -> UInt8 {
    unsafe bytes.span.bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: UInt8.self)
  }
}
