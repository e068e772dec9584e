internal import Testing

@testable import Values

/// Texts in, text out; what Terraform 1.11 prints.
struct NumberTests {
  func number(_ text: String) -> Number { Number(parsing: text) ?? .integer(-999_999) }

  @Test(arguments: [
    ("5", "5"), ("-5", "-5"), ("1.50", "1.5"), ("1e3", "1000"), ("1e21", "1000000000000000000000"),
    ("-0", "-0"), (".5", "0.5"), ("5.", "5"), ("+5", "5"), ("1E+5", "100000"), ("1p3", "8"),
    ("0.1", "0.1"), ("123456789012345678901234567890", "123456789012345678901234567890"),
    ("1e-7", "0.0000001"), ("9223372036854775808", "9223372036854775808"), ("Inf", "+Inf"),
  ])
  func `a number keeps all its digits`(_ text: String, _ expected: String) {
    #expect(number(text).text == expected)
  }

  @Test(arguments: ["", " 5", "1_000", "0x10", "1e", "e5", "--5", "infinity", "5 ", "1e999999", "."])
  func `other text is no number`(_ text: String) { #expect(Number(parsing: text) == nil) }

  @Test func `numbers beyond measure cost nothing`() {
    #expect(number("1e-99999").isZero)
    #expect(Number(parsing: "1e99999") == nil)
    #expect(Number(parsing: "1p99999") == nil)
    #expect(Number(parsing: String(repeating: "9", count: 1_000_000)) == nil)
    #expect(number("0e99999").text == "0")
    #expect(number("1e500").text.utf8.count == 501)
  }

  @Test func `arithmetic is as exact as Terraform's`() {
    #expect(Number.sum(number("0.1"), number("0.2"))?.text == "0.3")
    #expect(Number.product(.integer(0), .integer(-1))?.text == "-0")
    #expect(Number.quotient(.integer(1), .integer(0))?.text == "+Inf")
    #expect(Number.quotient(.integer(0), .integer(0)) == nil)
    #expect(Number.remainder(.integer(-2), .integer(3))?.text == "-2")
    #expect(Number.remainder(number("5.5"), .integer(2))?.text == "1.5")
    #expect(Number.sum(.integer(.max), .integer(1))?.text == "9223372036854775808")
    #expect(number("-1.5").roundedDown.text == "-2")
    #expect(number("-1.5").roundedUp.text == "-1")
    #expect(number("1.5").roundedUp.text == "2")
  }

  @Test func `a quotient has the digits of the wider operand`() {
    let third = Number.quotient(.integer(1), .integer(3))?.text
    #expect(third?.count == 157)
    #expect(third?.hasSuffix("3335") == true)
    #expect(Number.quotient(.count(1), .count(3))?.text == "0.33333333333333333334")
    #expect(Number.quotient(.double(1), .double(3))?.text == "0.3333333333333333")
  }

  @Test func `numbers of different cases compare by value`() {
    #expect(Number.integer(2) == .double(2))
    #expect(Number.count(2) == .integer(2))
    #expect(Number.integer(2) < .double(2.5))
    #expect(Set([Number.integer(2), .double(2), .count(2)]).count == 1)
  }

  @Test(arguments: [
    Double.leastNonzeroMagnitude, 2.2250738585072014e-308, 0.1, 1, 1.7976931348623157e308, -3.75, 1e22,
  ])
  func `a double survives the way through big numbers`(_ value: Double) {
    #expect(BigFloat(value)?.double == value)
    #expect(Number(parsing: "\(value)")?.double == value)
  }

  @Test func `the shortest text is found in general notation too`() {
    #expect(number("1000000").bigFloat.text(.general) == "1e+06")
    #expect(number("123456").bigFloat.text(.general) == "123456")
    #expect(number("0.00001").bigFloat.text(.general) == "1e-05")
    #expect(number("-3.14").bigFloat.text(.plain, digits: 1) == "-3.1")
    #expect(number("2.5").bigFloat.text(.scientific, digits: 6) == "2.500000e+00")
  }

  @Test func `long division is exact`() {
    var seed: UInt64 = 42
    func random(_ limbs: Int) -> BigUnsigned {
      BigUnsigned(
        limbs: (0..<limbs).map { _ in
          seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
          return seed % 5 == 0 ? .max : seed % 7 == 0 ? 0 : seed
        })
    }
    for round in 0..<500 {
      let (dividend, divisor) = (random(round % 9 + 1), random(round % 5 + 1))
      guard let (quotient, remainder) = dividend.dividedBy(divisor) else { continue }
      #expect(quotient * divisor + remainder == dividend)
      #expect(remainder < divisor)
    }
  }
}
