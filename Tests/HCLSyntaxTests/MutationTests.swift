internal import HCLSyntax
internal import SourceText
internal import Testing

/// Seeded damage to correct files: no trap, no hang, every range inside the file.
struct MutationTests {
  static let native = """
    resource "aws_s3_bucket" "b" {
      bucket = "x-${var.env}-${lower("A")}" # name
      tags   = { for k, v in var.tags : k => upper(v) if v != null }
      policy = <<-EOT
        {"a": "${jsonencode([1, 2.5e3])}"}
        %{ if var.x ~}
        yes
        %{~ else ~}
        no
        %{ endif }
      EOT
      dynamic "rule" {
        for_each = a.b[*].c[0].*.d
        content { e = !f && -1 < 2 ? g::h(i...) : (j) }
      }
    }
    """
  static let json =
    #"{"resource": {"a": {"b": [{"c": "x\n${d.e}\u00e9", "f": [1, -2e5, true, null]}]}}, "//": 1}"#

  struct Generator: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var value = state
      value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
      value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
      return value ^ (value >> 31)
    }
  }

  private func damaged(_ text: String, _ generator: inout Generator) -> [UInt8] {
    var bytes = Array(text.utf8)
    let inserts: [[UInt8]] =
      ["\"", "{", "}", "[", "]", "(", ")", "${", "%{", "~}", "<<EOT\n", "\n", "/*", "\\u", "=", "."]
      .map { Array($0.utf8) } + [[0xFF], [0xE2, 0x80], [0], [0xF0, 0x9F, 0x98, 0x80]]
    for _ in 0..<Int.random(in: 1...4, using: &generator) {
      let at = Int.random(in: 0...bytes.count, using: &generator)
      switch Int.random(in: 0..<4, using: &generator) {
      case 0: if at < bytes.count { bytes.remove(at: at) }
      case 1: bytes.insert(contentsOf: inserts.randomElement(using: &generator) ?? [], at: at)
      case 2: bytes.removeSubrange(at..<min(bytes.count, at + Int.random(in: 0...30, using: &generator)))
      default:
        let from = Int.random(in: 0...bytes.count, using: &generator)
        bytes.insert(contentsOf: Array(bytes[min(at, from)..<max(at, from)].prefix(40)), at: at)
      }
    }
    return bytes
  }

  private func checkRanges(_ parse: HCLParse) -> Bool {
    let count = Int32(parse.tree.bytes.count)
    func isInside(_ range: ByteRange) -> Bool {
      range.start >= 0 && range.start <= range.end && range.end <= count
    }
    func body(_ id: BodyID) -> Bool {
      parse.tree[id].items.allSatisfy { item in
        switch item {
        case .attribute(let attribute):
          isInside(attribute.range) && isInside(attribute.nameRange)
            && isInside(parse.tree.range(of: attribute.value))
        case .block(let block): isInside(block.range) && body(block.body)
        }
      }
    }
    return parse.problems.allSatisfy { isInside($0.location.range) }
      && parse.tree.comments.allSatisfy { isInside($0.range) } && body(parse.tree.root)
  }

  @Test func `damaged files never trap and keep ranges inside`() {
    var generator = Generator(state: 42)
    for _ in 0..<3_000 {
      let native = damaged(Self.native, &generator)
      #expect(checkRanges(HCLTree.parse(native, file: FileID(0))), "\(native)")
      let json = damaged(Self.json, &generator)
      #expect(checkRanges(HCLTree.parseJSON(json, file: FileID(0))), "\(json)")
      let (template, root) = HCLTree.parseTemplate(native, file: FileID(0))
      _ = template.tree[root]
    }
  }
}
