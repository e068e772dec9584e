import Testing

@testable import CEL

@Suite struct SemanticVersionTests {
  private func version(_ text: String, isNormalizing: Bool = false) -> String {
    do {
      return try SemanticVersion(parsing: text, isNormalizing: isNormalizing).description
    } catch {
      return error.description
    }
  }

  @Test func `versions are read as blang semver does`() {
    #expect(version("1.2.3-beta.1+build.1") == "1.2.3-beta.1+build.1")
    #expect(version("") == "Version string empty")
    #expect(version("v1.0") == "No Major.Minor.Patch elements found")
    #expect(version("v1.0.0") == #"Invalid character(s) found in major number "v1""#)
    #expect(version("01.1.1") == #"Major number must not contain leading zeroes "01""#)
    #expect(version("1.0.0 ") == #"Invalid character(s) found in patch number "0 ""#)
    #expect(version("1.0.0-") == "Prerelease is empty")
    #expect(version("1.0.0-01") == #"Numeric PreRelease version must not contain leading zeroes "01""#)
    #expect(version("1.0.0+a_b") == #"Invalid character(s) found in build meta data "a_b""#)
    #expect(version("1.0.0+") == "Build meta data is empty")
    #expect(version("1..0") == #"strconv.ParseUint: parsing "": invalid syntax"#)
    #expect(
      version("99999999999999999999.0.0")
        == #"strconv.ParseUint: parsing "99999999999999999999": value out of range"#)
  }

  @Test func `normalizing puts short versions right`() {
    #expect(version("v01.01", isNormalizing: true) == "1.1.0")
    #expect(version("1", isNormalizing: true) == "1.0.0")
    #expect(version("00.0.01-rc", isNormalizing: true) == "0.0.1-rc")
    #expect(version("", isNormalizing: true) == #"strconv.ParseUint: parsing "": invalid syntax"#)
    #expect(
      version("1-rc", isNormalizing: true) == "short version cannot contain PreRelease/Build meta data")
    #expect(version(" 1.0.0", isNormalizing: true).hasPrefix("Invalid character(s)"))
  }

  @Test func `precedence follows the specification`() throws {
    let ascending = [
      "1.0.0-alpha", "1.0.0-alpha.1", "1.0.0-alpha.beta", "1.0.0-beta", "1.0.0-beta.2", "1.0.0-beta.11",
      "1.0.0-rc.1", "1.0.0", "1.0.1", "1.1.0", "2.0.0",
    ]
    for (left, right) in zip(ascending, ascending.dropFirst()) {
      #expect(try SemanticVersion(parsing: left) < SemanticVersion(parsing: right), "\(left) \(right)")
    }
    #expect(try SemanticVersion(parsing: "1.0.0+a") == SemanticVersion(parsing: "1.0.0+b"))
  }
}

@Suite struct NamedFormatTests {
  private let label =
    "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end "
    + "with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is "
    + "'[a-z0-9]([-a-z0-9]*[a-z0-9])?')"

  @Test(arguments: [
    (NamedFormat.dns1123Label, "my-label-name"), (.dns1123Subdomain, "apiextensions.k8s.io"),
    (.qualifiedName, "apiextensions.k8s.io/v1beta1"), (.dns1123LabelPrefix, "my-label-prefix-"),
    (.dns1123SubdomainPrefix, "mysubdomain.prefix.-"), (.dns1035LabelPrefix, "my-label-prefix-"),
    (.uri, "http://example.com"), (.uuid, "123E4567-e89b12d3-a456-426614174000"), (.byte, "aGVsbG8="),
    (.date, "2021-01-01"), (.datetime, "2021-01-01T00:00:00Z"), (.datetime, "2021-01-01t00:00:00.5+01:00"),
    (.labelValue, ""), (.labelValue, "my-cool-label-Value"), (.qualifiedName, "my.name"),
  ])
  func `fitting texts have no mistakes`(format: NamedFormat, text: String) {
    #expect(format.mistakes(in: text) == [])
  }

  @Test func `other texts are told the rule`() {
    #expect(NamedFormat.dns1123Label.mistakes(in: "contains a space") == [label])
    #expect(NamedFormat.dns1123LabelPrefix.mistakes(in: "contains a space-") == [label])
    #expect(NamedFormat.dns1123Label.mistakes(in: "a.b") == ["must not contain dots"])
    #expect(
      NamedFormat.dns1123Label.mistakes(in: String(repeating: "a", count: 64))
        == ["must be no more than 63 characters"])
    #expect(NamedFormat.uuid.mistakes(in: "123") == ["does not match the UUID format"])
    #expect(NamedFormat.byte.mistakes(in: "aGVsbG8") == ["invalid base64"])
    #expect(NamedFormat.byte.mistakes(in: "") == ["invalid base64"])
    #expect(NamedFormat.date.mistakes(in: "2020-01-32") == ["invalid date"])
    #expect(NamedFormat.datetime.mistakes(in: "2020-01-32T00:00:00Z") == ["invalid datetime"])
    #expect(NamedFormat.datetime.mistakes(in: "2020-01-31T24:00:00Z") == ["invalid datetime"])
    #expect(NamedFormat.uri.mistakes(in: "a") == [#"parse "a": invalid URI for request"#])
    #expect(
      NamedFormat.qualifiedName.mistakes(in: "/") == [
        "prefix part must be non-empty", "name part must be non-empty",
        "name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an "
          + "alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is "
          + "'([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')",
      ])
    #expect(NamedFormat(rawValue: "unknown") == nil)
  }
}

@Suite struct GoNumberTests {
  @Test(
    arguments: [
      (0.1, "0.1"), (100000, "100000"), (1e6, "1e+06"), (123_456_789, "1.23456789e+08"), (0.0001, "0.0001"),
      (0.00001, "1e-05"), (-0.0, "-0"), (5e-324, "5e-324"), (.nan, "NaN"), (-.infinity, "-Inf"),
      (1e100, "1e+100"),
    ] as [(Double, String)])
  func `the shortest text that reads back`(value: Double, expected: String) {
    #expect(GoNumber.general(value) == expected)
  }

  @Test func `places are rounded half to even on the exact value`() {
    #expect(GoNumber.fixed(2.5, places: 0) == "2")
    #expect(GoNumber.fixed(1.5, places: 0) == "2")
    #expect(GoNumber.fixed(0.5, places: 0) == "0")
    #expect(GoNumber.fixed(1.2345, places: 3) == "1.234")
    #expect(GoNumber.fixed(-123.4999, places: 3) == "-123.500")
    #expect(GoNumber.fixed(999.9996, places: 3) == "1000.000")
    #expect(GoNumber.fixed(1e21, places: 1) == "1000000000000000000000.0")
    #expect(GoNumber.fixed(1e21, places: nil) == "1000000000000000000000")
    #expect(GoNumber.scientific(1052.032911275, places: 6) == "1.052033e+03")
    #expect(GoNumber.scientific(0, places: 2) == "0.00e+00")
    #expect(GoNumber.scientific(9.99, places: 1) == "1.0e+01")
    #expect(GoNumber.fixed(0.1, places: 30) == "0.100000000000000005551115123126")
  }
}

@Suite struct Base64Tests {
  @Test(arguments: [
    ("", ""), ("a", "YQ=="), ("ab", "YWI="), ("abc", "YWJj"), ("abcd", "YWJjZA=="),
    ("é\u{0}\u{FF}~?", "w6kAw79+Pw=="),
  ])
  func `bytes go there and back`(text: String, encoded: String) {
    #expect(Base64.encode(Array(text.utf8)) == encoded)
    #expect(Base64.decode(encoded) == Array(text.utf8))
  }

  @Test func `padding may be missing, other characters may not come`() {
    #expect(Base64.decode("YQ") == [97])
    #expect(Base64.decode("Y\nQ=\r=") == [97])
    #expect(Base64.decode("YQ=") == nil)
    #expect(Base64.decode("Y") == nil)
    #expect(Base64.decode("Y-Q=") == nil)
    #expect(Base64.decode("====") == nil)
    #expect(Base64.decode("Y=Q=") == nil)
  }
}
