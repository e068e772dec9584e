internal import Testing
internal import Values

@testable import Terraform

/// Functions between values and texts, of hashes, dates, addresses and files.
struct EncodingFunctionTests {
  let calls = FunctionCallTests()

  func check(
    _ name: String, _ arguments: Value..., expects expected: String,
    context: FunctionContext = FunctionContext(),
    at location: SourceLocation = #_sourceLocation
  ) {
    let text: String
    switch calls.table.call(name, arguments, context: context) {
    case .success(let value): text = ValuePrinter.text(value)
    case .failure(let failure): text = "error: \(failure.message)"
    }
    #expect(text == expected, sourceLocation: location)
  }

  func number(_ text: String) -> Value { calls.number(text) }

  @Test func `JSON`() {
    let value = calls.object(
      ("b", .string("<&>\u{2028}é\u{1}\u{8}")), ("a", .tuple([number("1.50"), .null(), .bool(true)])))
    check(
      "jsonencode", value,
      expects: #""{\"a\":[1.5,null,true],\"b\":\"\\u003c\\u0026\\u003e\\u2028é\\u0001\\b\"}""#)
    check(
      "jsondecode", #"{"a": [1, 2.50, "x\u00e9\ud83d\ude00"], "b": null}"#,
      expects: "{a = [1, 2.5, \"xé😀\"], b = null}")
    check(
      "jsondecode", "[1,]", expects: "error: invalid character ']' looking for beginning of value at offset 3"
    )
    check("jsondecode", "", expects: "error: unexpected end of JSON input")
    check("jsondecode", "12 x", expects: "error: extraneous data after JSON value")
    check(
      "jsondecode", .string(String(repeating: "[", count: 100_000)),
      expects: "error: the JSON text nests deeper than 500 levels")
  }

  @Test func `YAML`() {
    let inner = calls.object(("c", "d"), ("e", .tuple([number("1"), .tuple([])])))
    check(
      "yamlencode",
      calls.object(
        ("a", .tuple(["b", inner, .tuple([.tuple([number("1")])])])), ("f", .object(ObjectFields()))),
      expects: #""\"a\":\n- \"b\"\n- \"c\": \"d\"\n  \"e\":\n  - 1\n  - []\n- - - 1\n\"f\": {}\n""#)
    check("yamlencode", "multi\nline", expects: #""|-\n  multi\n  line\n""#)
    check("yamlencode", .null(), expects: #""null\n...\n""#)
    check(
      "yamldecode", "a: &x {k: yes, m: 0o7, n: 1}\nb: *x\nc:\n  <<: *x\n  d: 2020-01-01\n",
      expects:
        "{a = {false = 1, k = true, m = 7}, b = {false = 1, k = true, m = 7}, c = {d = \"2020-01-01T00:00:00Z\", false = 1, k = true, m = 7}}"
    )
    check(
      "yamldecode", "- 012\n- 1_000\n- 0x1F\n- ~\n- '5'\n- .5\n",
      expects: "[12, \"1_000\", 31, null, \"5\", 0.5]")
    check("yamldecode", "a: 1\n---\nb: 2\n", expects: "error: only a single document is allowed")
    check("yamldecode", "", expects: "error: missing start of document")
  }

  @Test func `CSV, base64, URLs and character sets`() {
    check("csvdecode", "a,b\n1,\"x,\"\"y\"\"\"\n", expects: "list[{a = \"1\", b = \"x,\\\"y\\\"\"}]")
    check("csvdecode", "a,b\n1\n", expects: "error: CSV parse error on line 2: wrong number of fields")
    check("csvdecode", "a,a\n", expects: "error: duplicate column name \"a\"")
    check("base64encode", "Hello, 世界", expects: "\"SGVsbG8sIOS4lueVjA==\"")
    check("base64decode", "SGVsbG8sIOS4lueVjA==", expects: "\"Hello, 世界\"")
    check(
      "base64decode", "/w==", expects: "error: the result of decoding the provided string is not valid UTF-8")
    check("urlencode", "a b&c/é~", expects: "\"a+b%26c%2F%C3%A9~\"")
    check("urldecode", "a+b%26c%C3%A9", expects: "\"a b&cé\"")
    check("textencodebase64", "té", "UTF-16LE", expects: "\"dADpAA==\"")
    check("textdecodebase64", "dADpAA==", "utf-16le", expects: "\"té\"")
    check(
      "textencodebase64", "日", "windows-1252",
      expects: "error: the given string contains characters that cannot be represented in windows-1252")
    check(
      "textencodebase64", "日", "Shift_JIS",
      expects: "unknown string, not null, because the character set \"Shift_JIS\" is not evaluated")
    check(
      "textencodebase64", "a", "nope",
      expects: "error: \"nope\" is not a supported IANA encoding name or alias in this Terraform version")
  }

  @Test func `gzip gives the bytes that Terraform gives, and reads them back`() {
    check("base64gzip", "test", expects: "\"H4sIAAAAAAAA/ypJLS4BAAAA//8BAAD//wx+f9gEAAAA\"")
    check("base64gzip", "", expects: "\"H4sIAAAAAAAA/wAAAP//AQAA//8AAAAAAAAAAA==\"")
    check("base64gunzip", "H4sIAAAAAAAA/ypJLS4BAAAA//8BAAD//wx+f9gEAAAA", expects: "\"test\"")
    check("base64gunzip", "AAAA", expects: "error: failed to gunzip bytes")
    var seed: UInt64 = 7
    var text: [UInt8] = []
    for _ in 0..<150_000 {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      text.append(UInt8(ascii: "a") + UInt8(seed >> 60) % 7)
    }
    #expect(Gzip.decompress(Gzip.compress(text)) == text)
  }

  @Test func `hashes`() {
    check("md5", "hello world", expects: "\"5eb63bbbe01eeed093cb22bb8f5acdc3\"")
    check("sha1", "hello world", expects: "\"2aae6c35c94fcfb415dbe95f408b9ce91ee846ed\"")
    check(
      "sha256", "hello world", expects: "\"b94d27b9934d3e08a52e52d7da7dabfac484efe37a5380ee9088f7ace2efcde9\""
    )
    check(
      "base64sha512", "test",
      expects: "\"7iaw3Ur350mqGo7jwQrpkj9hiYB3Lkc/iBml1JQODbJ6wYX4oOHV+E+IvIh/1nsUNzLDBMxfqa2Ob1f1ACio/w==\"")
    check("uuidv5", "dns", "tada", expects: "\"faa898db-9b9d-5b75-86a9-149e7bb8e3b8\"")
    check("uuidv5", "nope", "x", expects: "error: uuidv5() doesn't support namespace nope (invalid UUID)")
    check("bcrypt", "x", expects: "unknown string, not null, because bcrypt() salts its result at random")
  }

  @Test func `dates`() {
    check(
      "formatdate", "EEEE, DD-MMM-YY hh:mm:ss ZZZ 'o''clock' H aa ZZZZZ", "2018-01-02T23:12:01-08:30",
      expects: "\"Tuesday, 02-Jan-18 23:12:01 -0830 o'clock 11 pm -08:30\"")
    check(
      "formatdate", "YYY", "2018-01-02T23:12:01Z",
      expects: "error: invalid date format verb \"YYY\": year must either be \"YY\" or \"YYYY\"")
    check("timeadd", "2017-11-22T00:00:00Z", "-8760.5h", expects: "\"2016-11-21T23:30:00Z\"")
    check(
      "timeadd", "2017-11-22", "1h",
      expects: "error: not a valid RFC3339 timestamp: missing required time introducer 'T'")
    check(
      "timeadd", "2017-11-22T00:00:00Z", "1d",
      expects: "error: time: unknown unit \"d\" in duration \"1d\"")
    check("timecmp", "2017-11-22T00:00:00Z", "2017-11-22T01:00:00+01:00", expects: "0")
    check("timecmp", "2017-11-22T00:00:00Z", "2017-11-22T00:00:00.5Z", expects: "-1")
  }

  @Test func `addresses`() {
    check("cidrhost", "10.12.112.0/20", number("-1"), expects: "\"10.12.127.255\"")
    check(
      "cidrhost", "10.0.0.0/30", number("4"),
      expects: "error: prefix of 30 does not accommodate a host numbered 4")
    check("cidrnetmask", "172.16.0.0/12", expects: "\"255.240.0.0\"")
    check(
      "cidrsubnet", "fd00:fd12:3456:7890::/56", number("16"), number("162"),
      expects: "\"fd00:fd12:3456:7800:a200::/72\"")
    check(
      "cidrsubnet", "10.0.0.0/8", number("8"), number("256"),
      expects: "error: prefix extension of 8 does not accommodate a subnet numbered 256")
    check(
      "cidrsubnets", "10.1.0.0/16", number("4"), number("4"), number("8"), number("4"),
      expects: "list[\"10.1.0.0/20\", \"10.1.16.0/20\", \"10.1.32.0/24\", \"10.1.48.0/20\"]")
    check(
      "cidrsubnet", "10.0.0.0/33", number("1"), number("1"),
      expects: "error: invalid CIDR expression: invalid CIDR address: 10.0.0.0/33")
    check("cidrcontains", "192.168.2.0/20", "192.168.2.1", expects: "true")
    check("cidrcontains", "192.168.2.0/20", "192.126.2.0/18", expects: "false")
  }

  struct Files: FileAccess {
    let texts = ["a.txt": "hello", "d/b.txt": "x", "d/e/c.tpl": "y", "d/.hidden": "z"]

    func contents(of path: String) -> FileContents {
      if path.hasPrefix("..") || path.hasPrefix("/") {
        return .unreachable(Unknown.Reason("\(path) lies outside"))
      }
      if let text = texts[path] { return .bytes(Array(text.utf8)) }
      return texts.keys.contains { $0.hasPrefix(path + "/") } ? .folder : .missing
    }

    func files(below folder: String) -> [String]? {
      if folder.hasPrefix("..") { return nil }
      return folder == "."
        ? Array(texts.keys)
        : texts.keys.filter { $0.hasPrefix(folder + "/") }.map { String($0.dropFirst(folder.count + 1)) }
    }
  }

  @Test func `files are read through the caller only`() {
    let context = FunctionContext(
      files: Files(),
      renderTemplate: { request in
        .success(.string("\(request.text)!\(ValuePrinter.text(request.variables))"))
      })
    check("file", "./d/../a.txt", expects: "\"hello\"", context: context)
    check(
      "file", "../a.txt", expects: "unknown string, not null, because ../a.txt lies outside", context: context
    )
    check(
      "file", "a.txt",
      expects: "unknown string, not null, because no files are at hand to read \"a.txt\" from")
    check("fileexists", "nope", expects: "false", context: context)
    check("fileexists", "d", expects: "error: \"d\" is a directory, not a file", context: context)
    check("filemd5", "a.txt", expects: "\"5d41402abc4b2a76b9719d911017c592\"", context: context)
    check("filebase64", "a.txt", expects: "\"aGVsbG8=\"", context: context)
    check(
      "fileset", ".", "**", expects: "set[\"a.txt\", \"d/.hidden\", \"d/b.txt\", \"d/e/c.tpl\"]",
      context: context)
    check("fileset", "d", "*.{txt,tpl}", expects: "set[\"b.txt\"]", context: context)
    check("fileset", "d", "**/[a-c].t?l", expects: "set[\"e/c.tpl\"]", context: context)
    check(
      "fileset", ".", "[", expects: "error: failed to glob pattern \"[\": syntax error in pattern",
      context: context)
    check(
      "fileset", "..", "*",
      expects: "unknown set of string, not null, because the folder \"..\" is not in the repository",
      context: context)
    check(
      "templatefile", "a.txt", calls.object(("x", number("1"))), expects: "\"hello!{x = 1}\"",
      context: context)
    check("basename", "a/b/", expects: "\"b\"")
    check("dirname", "a/b", expects: "\"a\"")
    check(
      "abspath", "x",
      expects: "unknown string, not null, because abspath() depends on where the repository lies")
    check(
      "pathexpand", "~/x",
      expects: "unknown string, not null, because pathexpand() depends on the user's home")
  }

  @Test func `OpenTofu's assumptions narrow unknowns`() {
    check(
      "assumenotnull", calls.unknown(.string), expects: "unknown string, not null, because the test says so")
    check(
      "assumestringprefix", calls.unknown(.string), "ami-",
      expects: "unknown string, starts with \"ami-\", because the test says so")
    check("assumestringprefix", "x", "ami-", expects: "error: assumption was not upheld")
    check(
      "assumelistlength", calls.unknown(.list(.string)), number("1"), number("3"),
      expects: "unknown list of string, at least 1 long, at most 3 long, because the test says so")
    check("assumeequal", calls.unknown(.string), "a", expects: "\"a\"")
    check("assumeequal", "b", "a", expects: "error: the actual value does not match the assumed value")
  }
}
