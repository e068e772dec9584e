import Testing

@testable import CEL

/// A quantity as read: canonical text, integer, approximate double; or the error.
private func check(_ text: String, _ expected: String, sourceLocation: SourceLocation = #_sourceLocation) {
  let actual: String
  do {
    let quantity = try Quantity(parsing: text)
    let integer = quantity.integer.map(String.init) ?? "no integer"
    actual = "\(quantity), \(integer), \(GoNumber.general(quantity.approximateDouble))"
  } catch {
    actual = error.description
  }
  #expect(actual == expected, "\(text)", sourceLocation: sourceLocation)
}

private let formMistake =
  "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'"

@Suite struct QuantityTests {
  @Test func `suffixes of ten, of two, and exponents`() {
    check("12Mi", "12Mi, 12582912, 1.2582912e+07")
    check("100m", "100m, no integer, 0.1")
    check("50.703k", "50.703k, 50703, 50703")
    check("1e3", "1e3, 1000, 1000")
    check("1E6", "1E6, 1000000, 1e+06")
    check("5E", "5E, 5000000000000000000, 5e+18")
    check("0", "0, 0, 0")
    check("-1.5Gi", "-1536Mi, no integer, -1.610612736e+09")
    check("+7", "+7, 7, 7")
  }

  @Test func `the canonical text has no fraction and no zeros that a suffix says`() {
    check("1000", "1k, 1000, 1000")
    check("1024Ki", "1Mi, 1048576, 1.048576e+06")
    check("0.5", "500m, no integer, 0.5")
    check("0.0000000001", "1n, no integer, 1e-09")
    check("1.5e3", "1500, 1500, 1500")
    check("1000Ki", "1000Ki, 1024000, 1.024e+06")
    check("0.5Ki", "512, no integer, 512")
    check("8Ki", "8Ki, 8192, 8192")
    check("00012", "00012, 12, 12")
  }

  @Test func `what is small is kept as integer, what is large as decimal`() {
    check(
      "9999999999999999999999999999999999999G",
      "9999999999999999999999999999999999999G, no integer, 1.0000000000000001e+46")
    check("123456789012345678901234567890Ki", "9223372036854775807, no integer, 9.223372036854776e+18")
    check("1000m", "1, no integer, 1")
  }

  @Test func `other texts are named as apimachinery names them`() {
    check("", formMistake)
    check("10Mo", formMistake)
    check("1.2.3", formMistake)
    check(" 1", formMistake)
    check("10Mm", "unable to parse quantity's suffix")
    check("1e", "unable to parse quantity's suffix")
    check("1e99999999999999999999", "unable to parse quantity's suffix")
    check("Ki", "0, 0, 0")
    check("Ei", "unable to parse numeric part of quantity")
  }

  @Test func `a giant exponent is refused, not computed`() throws {
    check("1234567890123456789e999999999", "quantity has more than 10000 digits")
    let giant = try Quantity(parsing: "1e999999999")
    #expect(giant > (try Quantity(parsing: "1")))
    #expect(giant.sum(try Quantity(parsing: "1")) == nil)
    #expect(giant.integer == nil)
    #expect(try Quantity(parsing: "1e-999999999").description == "1e-9")
  }

  @Test func `comparison is by amount`() throws {
    func order(_ left: String, _ right: String) throws -> Int {
      try Quantity.compare(Quantity(parsing: left), Quantity(parsing: right))
    }
    #expect(try order("50M", "50Mi") == -1)
    #expect(try order("200M", "0.2G") == 0)
    #expect(try order("1", "999m") == 1)
    #expect(try order("-1", "-999m") == -1)
    #expect(try order("1Ki", "1024000m") == 0)
    #expect(try order("9999999999999999999999", "10000000000000000000000") == -1)
  }

  @Test func `sums keep the notation of the left, unless that is zero`() throws {
    func sum(_ left: String, _ right: String) throws -> String? {
      try Quantity(parsing: left).sum(Quantity(parsing: right))?.description
    }
    func difference(_ left: String, _ right: String) throws -> String? {
      try Quantity(parsing: left).difference(Quantity(parsing: right))?.description
    }
    #expect(try sum("50k", "20") == "50020")
    #expect(try sum("0", "1Mi") == "1Mi")
    #expect(try sum("1Gi", "1G") == "2073741824")
    #expect(try sum("9223372036854775807", "1") == "9223372036854775808")
    #expect(try difference("50k", "20") == "49980")
    #expect(try difference("1", "1") == "0")
    #expect(try difference("0", "5m") == "-5m")
    #expect(try Quantity(parsing: "50k").sum(Quantity(20))?.difference(Quantity(-5))?.integer == 50025)
  }
}
