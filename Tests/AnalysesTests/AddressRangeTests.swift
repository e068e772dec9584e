internal import Testing

@testable internal import Analyses

/// The analyses as a whole are held to their policies' examples; here are the parts that have an arithmetic of their own.
struct AddressRangeTests {
  @Test(arguments: [
    ("10.0.0.0/16", "10.0.255.0/24", true), ("10.0.255.0/24", "10.0.0.0/16", true),
    ("10.0.0.0/16", "10.1.0.0/16", false), ("0.0.0.0/0", "203.0.113.7/32", true),
    ("203.0.113.7/32", "203.0.113.7/32", true), ("203.0.113.7/32", "203.0.113.6/32", false),
    ("10.0.0.0/15", "10.1.0.0/16", true), ("128.0.0.0/1", "127.255.255.255/32", false),
  ])
  func `two ranges overlap when one contains the other`(_ left: String, _ right: String, _ overlaps: Bool)
    throws
  {
    let left = try #require(AddressRange(left))
    let right = try #require(AddressRange(right))
    #expect(left.overlaps(right) == overlaps)
    #expect(right.overlaps(left) == overlaps)
  }

  @Test func `bits behind the prefix do not count`() throws {
    #expect(try #require(AddressRange("10.1.2.3/16")).description == "10.1.0.0/16")
    #expect(try #require(AddressRange("10.1.2.3/16")) == AddressRange("10.1.0.0/16"))
    #expect(try #require(AddressRange("255.255.255.255/0")).description == "0.0.0.0/0")
  }

  @Test(arguments: [
    "", "10.0.0.0", "10.0.0.0/", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0/16", "10.0.0.0.0/16", "10.0.0.256/16",
    "10.0.0.0/16/16", "a.b.c.d/8", "2001:db8::/32", " 10.0.0.0/16",
  ])
  func `a text that is no range is none`(_ text: String) {
    #expect(AddressRange(text) == nil)
  }
}
