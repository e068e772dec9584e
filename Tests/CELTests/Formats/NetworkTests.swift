import Testing

@testable import CEL

private func address(_ text: String) -> String {
  do { return try IPAddress(parsing: text).description } catch { return error.description }
}

private func block(_ text: String) -> String {
  do { return try CIDRBlock(parsing: text).description } catch { return error.description }
}

@Suite struct NetworkTests {
  @Test(arguments: [
    ("192.168.0.1", "192.168.0.1"), ("2001:DB8::68", "2001:db8::68"), ("0:0:0:0:0:0:0:0", "::"),
    ("1:0:0:2:0:0:0:3", "1:0:0:2::3"), ("1:0:2:3:4:5:6:7", "1:0:2:3:4:5:6:7"),
    ("::ffff:192.168.0.1", "::ffff:192.168.0.1"), ("::ffff:c0a8:1", "::ffff:192.168.0.1"),
    ("64:ff9b::1.2.3.4", "64:ff9b::102:304"), ("fe80::1%en0", "fe80::1%en0"),
    ("192.168.0.1.0", #"ParseAddr("192.168.0.1.0"): IPv4 address too long"#),
    ("1.2.3", #"ParseAddr("1.2.3"): IPv4 address too short"#),
    ("1.2.3.04", #"ParseAddr("1.2.3.04"): IPv4 field has octet with leading zero"#),
    ("1.2.3.256", #"ParseAddr("1.2.3.256"): IPv4 field has value >255"#),
    ("1..2.3", #"ParseAddr("1..2.3"): IPv4 field must have at least one digit (at ".2.3")"#),
    ("1.2.3.x", #"ParseAddr("1.2.3.x"): unexpected character (at "x")"#),
    ("host", #"ParseAddr("host"): unable to parse IP"#), ("", #"ParseAddr(""): unable to parse IP"#),
    (
      "2001:db8:::68",
      #"ParseAddr("2001:db8:::68"): each colon-separated field must have at least one digit (at ":68")"#
    ),
    ("1::2::3", #"ParseAddr("1::2::3"): multiple :: in address (at ":3")"#),
    ("12345::", #"ParseAddr("12345::"): each group must have 4 or less digits (at "12345::")"#),
    ("1:2", #"ParseAddr("1:2"): address string too short"#),
    ("1:2:3:4:5:6:7:8:9", #"ParseAddr("1:2:3:4:5:6:7:8:9"): trailing garbage after address (at "9")"#),
    (
      "1:2:3:4::5:6:7:8", #"ParseAddr("1:2:3:4::5:6:7:8"): the :: must expand to at least one field of zeros"#
    ),
    ("fe80::1%", #"ParseAddr("fe80::1%"): zone must be a non-empty string"#),
  ])
  func `addresses are read and printed as netip does`(text: String, expected: String) {
    #expect(address(text) == expected)
  }

  @Test func `ranges have meanings`() throws {
    func kinds(_ text: String) throws -> [String] {
      let address = try IPAddress(parsing: text)
      return [
        address.isUnspecified ? "unspecified" : "", address.isLoopback ? "loopback" : "",
        address.isMulticast ? "multicast" : "", address.isLinkLocalMulticast ? "link-local multicast" : "",
        address.isLinkLocalUnicast ? "link-local" : "", address.isGlobalUnicast ? "global" : "",
        address.isPrivate ? "private" : "",
      ].filter { !$0.isEmpty }
    }
    #expect(try kinds("0.0.0.0") == ["unspecified"])
    #expect(try kinds("127.8.8.8") == ["loopback"])
    #expect(try kinds("::1") == ["loopback"])
    #expect(try kinds("224.0.0.1") == ["multicast", "link-local multicast"])
    #expect(try kinds("224.0.1.1") == ["multicast"])
    #expect(try kinds("ff02::1") == ["multicast", "link-local multicast"])
    #expect(try kinds("169.254.169.254") == ["link-local"])
    #expect(try kinds("fe80::1") == ["link-local"])
    #expect(try kinds("10.1.2.3") == ["global", "private"])
    #expect(try kinds("172.32.0.1") == ["global"])
    #expect(try kinds("fd00::1") == ["global", "private"])
    #expect(try kinds("255.255.255.255") == [])
    #expect(try kinds("::ffff:127.0.0.1") == ["loopback"])
  }

  @Test(arguments: [
    ("192.168.0.1/24", "192.168.0.1/24"), ("2001:DB8::/32", "2001:db8::/32"), ("0.0.0.0/0", "0.0.0.0/0"),
    ("192.168.0.0/", #"netip.ParsePrefix("192.168.0.0/"): bad bits after slash: """#),
    ("1.2.3.4/08", #"netip.ParsePrefix("1.2.3.4/08"): bad bits after slash: "08""#),
    ("1.2.3.4/33", #"netip.ParsePrefix("1.2.3.4/33"): prefix length out of range"#),
    ("1.2.3.4", #"netip.ParsePrefix("1.2.3.4"): no '/'"#),
    ("1.2.3/8", #"netip.ParsePrefix("1.2.3/8"): ParseAddr("1.2.3"): IPv4 address too short"#),
    ("fe80::1%en0/24", #"netip.ParsePrefix("fe80::1%en0/24"): IPv6 zones cannot be present in a prefix"#),
  ])
  func `blocks are read as netip does`(text: String, expected: String) {
    #expect(block(text) == expected)
  }

  @Test func `blocks contain addresses and smaller blocks of their family`() throws {
    let block = try CIDRBlock(parsing: "192.168.1.77/22")
    #expect(block.masked.description == "192.168.0.0/22")
    #expect(!block.isMask && block.masked.isMask)
    #expect(block.contains(try IPAddress(parsing: "192.168.3.255")))
    #expect(!block.contains(try IPAddress(parsing: "192.168.4.0")))
    #expect(!block.contains(try IPAddress(parsing: "::1")))
    #expect(block.contains(try CIDRBlock(parsing: "192.168.2.0/24")))
    #expect(!block.contains(try CIDRBlock(parsing: "192.168.0.0/21")))
    #expect(try CIDRBlock(parsing: "2001:db8::/33").contains(CIDRBlock(parsing: "2001:db8:7fff::/48")))
  }
}

@Suite struct GoURLTests {
  private func parts(_ text: String) -> String {
    do {
      let url = try GoURL(parsing: text)
      let query = url.query.map { "\($0.name)=\($0.values)" }.joined(separator: " ")
      return "\(url.scheme)|\(url.host)|\(url.hostname)|\(url.port)|\(url.escapedPath)|\(query)|\(url)"
    } catch {
      return error.description
    }
  }

  @Test func `a URL is taken apart as net url does`() {
    #expect(
      parts("HTTPS://u:p%40@example.com:80/a b?k1=a&k2=b&k1=c#f")
        == #"https|example.com:80|example.com|80|/a%20b|k1=["a", "c"] k2=["b"]|"#
        + "https://u:p%40@example.com:80/a%20b?k1=a&k2=b&k1=c#f")
    #expect(parts("https://[::1]:80/") == "https|[::1]:80|::1|80|/||https://[::1]:80/")
    #expect(parts("/path?") == "||||/path||/path?")
    #expect(parts("https:://kubernetes.io/") == "https||||||https:://kubernetes.io/")
    #expect(parts("https://a/%2f?x+y=%zz&z=1") == #"https|a|a||/%2f|z=["1"]|https://a/%2f?x+y=%zz&z=1"#)
  }

  @Test func `what is no URL is named as net url names it`() {
    #expect(parts("../relative") == #"parse "../relative": invalid URI for request"#)
    #expect(parts("") == #"parse "": empty url"#)
    #expect(parts("https://a:b:c/") == #"parse "https://a:b:c/": invalid port ":b:c" after host"#)
    #expect(parts("http://[::1") == #"parse "http://[::1": missing ']' in host"#)
    #expect(parts("http://a b/") == #"parse "http://a b/": invalid character " " in host name"#)
    #expect(parts("/%2é") == #"parse "/%2é": invalid URL escape "%2\xc3""#)
    #expect(parts("/%zz") == #"parse "/%zz": invalid URL escape "%zz""#)
    #expect(parts("/a\n") == #"parse "/a\n": net/url: invalid control character in URL"#)
    #expect(parts(":a") == #"parse ":a": missing protocol scheme"#)
  }
}
