/// A natural number of any size, as limbs of 64 bits, lowest first, without leading zero limbs.
///
/// The work horse below `BigFloat`; quadratic algorithms, because Terraform's numbers have eight limbs.
struct BigUnsigned: Hashable, Sendable {
  private(set) var limbs: [UInt64]

  static let zero = BigUnsigned()
  static let one = BigUnsigned(1)

  init() { limbs = [] }
  init(_ value: UInt64) { limbs = value == 0 ? [] : [value] }

  init(limbs: [UInt64]) {
    self.limbs = limbs
    trim()
  }

  var isZero: Bool { limbs.isEmpty }
  var isOdd: Bool { limbs.first.map { $0 & 1 == 1 } ?? false }

  /// The number of bits without leading zeros; 0 for zero.
  var bitWidth: Int {
    guard let top = limbs.last else { return 0 }
    return limbs.count * 64 - top.leadingZeroBitCount
  }

  /// 0 for zero.
  var trailingZeroBitCount: Int {
    for (index, limb) in limbs.enumerated() where limb != 0 {
      return index * 64 + limb.trailingZeroBitCount
    }
    return 0
  }

  func bit(_ position: Int) -> Bool {
    let limb = position / 64
    guard position >= 0, limb < limbs.count else { return false }
    return limbs[limb] >> UInt64(position % 64) & 1 == 1
  }

  /// Whether a bit below `position` is set.
  func hasBits(below position: Int) -> Bool { !isZero && trailingZeroBitCount < position }

  /// The value when it fits 64 bits.
  var uint64: UInt64? {
    switch limbs.count {
    case 0: 0
    case 1: limbs[0]
    default: nil
    }
  }

  private mutating func trim() {
    while limbs.last == 0 { limbs.removeLast() }
  }
}

extension BigUnsigned: Comparable {
  static func < (left: BigUnsigned, right: BigUnsigned) -> Bool {
    guard left.limbs.count == right.limbs.count else { return left.limbs.count < right.limbs.count }
    for index in left.limbs.indices.reversed() where left.limbs[index] != right.limbs[index] {
      return left.limbs[index] < right.limbs[index]
    }
    return false
  }
}

extension BigUnsigned {
  static func + (left: BigUnsigned, right: BigUnsigned) -> BigUnsigned {
    let (long, short) =
      left.limbs.count >= right.limbs.count ? (left.limbs, right.limbs) : (right.limbs, left.limbs)
    var sum = long
    var carry: UInt64 = 0
    for index in sum.indices {
      if index >= short.count && carry == 0 { break }
      let addend = index < short.count ? short[index] : 0
      let (first, overflow) = sum[index].addingReportingOverflow(addend)
      let (second, again) = first.addingReportingOverflow(carry)
      sum[index] = second
      carry = overflow || again ? 1 : 0
    }
    if carry != 0 { sum.append(carry) }
    return BigUnsigned(limbs: sum)
  }

  /// The difference; zero where `right` is larger.
  static func - (left: BigUnsigned, right: BigUnsigned) -> BigUnsigned {
    guard left > right else { return zero }
    var difference = left.limbs
    var borrow: UInt64 = 0
    for index in difference.indices {
      if index >= right.limbs.count && borrow == 0 { break }
      let subtrahend = index < right.limbs.count ? right.limbs[index] : 0
      let (first, underflow) = difference[index].subtractingReportingOverflow(subtrahend)
      let (second, again) = first.subtractingReportingOverflow(borrow)
      difference[index] = second
      borrow = underflow || again ? 1 : 0
    }
    return BigUnsigned(limbs: difference)
  }

  static func * (left: BigUnsigned, right: BigUnsigned) -> BigUnsigned {
    guard !left.isZero, !right.isZero else { return zero }
    var product = [UInt64](repeating: 0, count: left.limbs.count + right.limbs.count)
    for (row, factor) in left.limbs.enumerated() {
      var carry: UInt64 = 0
      for (column, other) in right.limbs.enumerated() {
        let (high, low) = factor.multipliedFullWidth(by: other)
        let (first, overflow) = low.addingReportingOverflow(product[row + column])
        let (second, again) = first.addingReportingOverflow(carry)
        product[row + column] = second
        carry = high &+ (overflow ? 1 : 0) &+ (again ? 1 : 0)
      }
      product[row + right.limbs.count] = carry
    }
    return BigUnsigned(limbs: product)
  }

  static func << (value: BigUnsigned, count: Int) -> BigUnsigned {
    guard count > 0, !value.isZero else { return count < 0 ? value >> -count : value }
    let (whole, part) = (count / 64, UInt64(count % 64))
    var limbs = [UInt64](repeating: 0, count: whole)
    guard part != 0 else { return BigUnsigned(limbs: limbs + value.limbs) }
    var carry: UInt64 = 0
    for limb in value.limbs {
      limbs.append(limb << part | carry)
      carry = limb >> (64 - part)
    }
    limbs.append(carry)
    return BigUnsigned(limbs: limbs)
  }

  static func >> (value: BigUnsigned, count: Int) -> BigUnsigned {
    guard count > 0 else { return count < 0 ? value << -count : value }
    let (whole, part) = (count / 64, UInt64(count % 64))
    guard whole < value.limbs.count else { return zero }
    var limbs = Array(value.limbs[whole...])
    guard part != 0 else { return BigUnsigned(limbs: limbs) }
    for index in limbs.indices {
      let next = index + 1 < limbs.count ? limbs[index + 1] << (64 - part) : 0
      limbs[index] = limbs[index] >> part | next
    }
    return BigUnsigned(limbs: limbs)
  }

  static func | (left: BigUnsigned, right: BigUnsigned) -> BigUnsigned {
    var limbs = left.limbs
    for (index, limb) in right.limbs.enumerated() {
      if index < limbs.count { limbs[index] |= limb } else { limbs.append(limb) }
    }
    return BigUnsigned(limbs: limbs)
  }

  /// Quotient and remainder; nil for a divisor of zero. Knuth's algorithm D on 64-bit limbs.
  func dividedBy(_ divisor: BigUnsigned) -> (quotient: BigUnsigned, remainder: BigUnsigned)? {
    guard !divisor.isZero else { return nil }
    guard self >= divisor else { return (.zero, self) }
    guard divisor.limbs.count > 1 else {
      let (quotient, remainder) = dividedBy(limb: divisor.limbs[0])
      return (quotient, BigUnsigned(remainder))
    }
    let shift = divisor.limbs[divisor.limbs.count - 1].leadingZeroBitCount
    let lower = (divisor << shift).limbs
    var upper = (self << shift).limbs
    let count = lower.count
    while upper.count <= limbs.count { upper.append(0) }
    let top = lower[count - 1]
    let second = lower[count - 2]
    var quotient = [UInt64](repeating: 0, count: upper.count - count)
    for index in quotient.indices.reversed() {
      var digit = Self.estimate(
        upper[index + count], upper[index + count - 1], upper[index + count - 2], top, second)
      if Self.subtract(lower, times: digit, from: &upper, at: index) {
        digit -= 1
        Self.add(lower, to: &upper, at: index)
      }
      quotient[index] = digit
    }
    return (BigUnsigned(limbs: quotient), BigUnsigned(limbs: Array(upper[..<count])) >> shift)
  }

  func dividedBy(limb divisor: UInt64) -> (quotient: BigUnsigned, remainder: UInt64) {
    var quotient = limbs
    var remainder: UInt64 = 0
    for index in quotient.indices.reversed() {
      (quotient[index], remainder) = divisor.dividingFullWidth((remainder, quotient[index]))
    }
    return (BigUnsigned(limbs: quotient), remainder)
  }

  /// At most one too large.
  private static func estimate(
    _ high: UInt64, _ middle: UInt64, _ low: UInt64, _ top: UInt64, _ second: UInt64
  ) -> UInt64 {
    guard high < top else { return .max }
    var (digit, remainder) = top.dividingFullWidth((high, middle))
    while true {
      let product = digit.multipliedFullWidth(by: second)
      guard product.high > remainder || (product.high == remainder && product.low > low) else { return digit }
      digit -= 1
      let (sum, overflow) = remainder.addingReportingOverflow(top)
      if overflow { return digit }
      remainder = sum
    }
  }

  /// Whether the difference would have been negative.
  private static func subtract(
    _ lower: [UInt64], times digit: UInt64, from upper: inout [UInt64], at offset: Int
  ) -> Bool {
    var carry: UInt64 = 0
    var borrow: UInt64 = 0
    for (index, limb) in lower.enumerated() {
      let (high, low) = digit.multipliedFullWidth(by: limb)
      let (product, overflow) = low.addingReportingOverflow(carry)
      carry = high &+ (overflow ? 1 : 0)
      let (first, under) = upper[offset + index].subtractingReportingOverflow(product)
      let (second, again) = first.subtractingReportingOverflow(borrow)
      upper[offset + index] = second
      borrow = under || again ? 1 : 0
    }
    let last = offset + lower.count
    let (first, under) = upper[last].subtractingReportingOverflow(carry)
    let (second, again) = first.subtractingReportingOverflow(borrow)
    upper[last] = second
    return under || again
  }

  private static func add(_ lower: [UInt64], to upper: inout [UInt64], at offset: Int) {
    var carry: UInt64 = 0
    for (index, limb) in lower.enumerated() {
      let (first, overflow) = upper[offset + index].addingReportingOverflow(limb)
      let (second, again) = first.addingReportingOverflow(carry)
      upper[offset + index] = second
      carry = overflow || again ? 1 : 0
    }
    upper[offset + lower.count] &+= carry
  }
}

extension BigUnsigned {
  static func power(_ base: UInt64, _ exponent: Int) -> BigUnsigned {
    var (result, square, remaining) = (one, BigUnsigned(base), exponent)
    while remaining > 0 {
      if remaining & 1 == 1 { result = result * square }
      remaining >>= 1
      if remaining > 0 { square = square * square }
    }
    return result
  }

  /// The digits in a base from 2 to 62, lower case before upper case, "0" for zero.
  func digits(base: Int = 10) -> [UInt8] {
    guard !isZero else { return [UInt8(ascii: "0")] }
    var chunk = UInt64(base)
    var width = 1
    while true {
      let (next, overflow) = chunk.multipliedReportingOverflow(by: UInt64(base))
      if overflow { break }
      (chunk, width) = (next, width + 1)
    }
    var reversed: [UInt8] = []
    var rest = self
    while !rest.isZero {
      var (quotient, part) = rest.dividedBy(limb: chunk)
      swap(&rest, &quotient)
      for _ in 0..<width where !(rest.isZero && part == 0) {
        reversed.append(Self.digit(Int(part % UInt64(base))))
        part /= UInt64(base)
      }
    }
    return reversed.reversed()
  }

  /// nil when a byte is no digit of the base or there is none. Bases up to 36 take both cases of letters.
  init?(digits: some Sequence<UInt8>, base: Int = 10) {
    var value = BigUnsigned.zero
    var (chunk, scale, any): (UInt64, UInt64, Bool) = (0, 1, false)
    for byte in digits {
      guard let digit = Self.value(of: byte, base: base), digit < base else { return nil }
      any = true
      chunk = chunk * UInt64(base) + UInt64(digit)
      scale *= UInt64(base)
      if scale > 1 << 56 {
        value.multiply(by: scale, adding: chunk)
        (chunk, scale) = (0, 1)
      }
    }
    guard any else { return nil }
    if scale > 1 { value.multiply(by: scale, adding: chunk) }
    self = value
  }

  private mutating func multiply(by factor: UInt64, adding addend: UInt64) {
    var carry = addend
    for index in limbs.indices {
      let (high, low) = limbs[index].multipliedFullWidth(by: factor)
      let (sum, overflow) = low.addingReportingOverflow(carry)
      limbs[index] = sum
      carry = high &+ (overflow ? 1 : 0)
    }
    if carry != 0 { limbs.append(carry) }
  }

  private static func digit(_ value: Int) -> UInt8 {
    switch value {
    case ..<10: UInt8(ascii: "0") + UInt8(value)
    case ..<36: UInt8(ascii: "a") + UInt8(value - 10)
    default: UInt8(ascii: "A") + UInt8(value - 36)
    }
  }

  private static func value(of byte: UInt8, base: Int) -> Int? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "z"): Int(byte - UInt8(ascii: "a")) + 10
    case UInt8(ascii: "A")...UInt8(ascii: "Z"):
      Int(byte - UInt8(ascii: "A")) + (base <= 36 ? 10 : 36)
    default: nil
    }
  }
}
