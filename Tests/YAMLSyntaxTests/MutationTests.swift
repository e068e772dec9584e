internal import SourceText
internal import Testing
internal import YAMLSyntax

/// Seeded mutations of real shapes: no trap, no hang, every range inside the file, every text mapped.
struct MutationTests {
  private static let seeds: [String] = [
    "apiVersion: v1\nkind: Pod\nmetadata: &m {name: 'a', labels: {b: \"c\\u00e9\"}}\nspec:\n  - *m\n  - <<: *m\n    x: |\n"
      + "      one\n      two\n  - >-\n    folded\n    text\n",
    "# c\n%YAML 1.1\n---\n? a\n: b\n--- !!map\nc: !!int 0x10\n...\n---\n[1, 2, {a: b}]\n",
    "{\"a\": [1.5e3, true, null, \"\\ud83d\\ude00\\n\"], \"b\": {\"c\": \"d\"}}",
    "on: push\njobs:\n  a:\n    steps:\n      - run: |\n          echo ${{ x }}\n        env: {A: '{{b}}'}\n",
    "a: é\nb: \"日本\\\n  語\"\nc: 'it''s'\nd: plain\n  more\ne: |+2\n   x\n\nf: ~\n",
    "{{- if .Values.x }}\nname: {{ .Release.Name }}\n{{- end }}\n",
  ]

  private static let pieces: [[UInt8]] =
    [
      "\t", "\n", "\r\n", "---\n", "...", "{{", "}}", "{%", "&a ", "*a", "<<: ", "!!str ", "\"", "'", "|",
      ">", "[", "]",
      "{", "}", ":", ": ", "- ", "? ", "#", " #", "\\", "%", "@", ",", "~", "0x", "\u{85}", "\u{2028}",
      "\u{FEFF}", "é",
    ].map { Array($0.utf8) } + [[0], [0xFF], [0xC3], [0xED, 0xA0, 0x80], [0x7F]]

  /// SplitMix64.
  private struct Generator: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }
  }

  @Test(arguments: seeds.indices) func `mutated input is read to the end`(seed: Int) {
    var generator = Generator(state: UInt64(seed) &* 7919 &+ 1)
    for _ in 0..<1_500 {
      var bytes = Array(Self.seeds[seed].utf8)
      for _ in 0..<Int.random(in: 1...6, using: &generator) {
        let place = Int.random(in: 0...bytes.count, using: &generator)
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: bytes.insert(contentsOf: Self.pieces.randomElement(using: &generator) ?? [], at: place)
        case 1 where place < bytes.count: bytes.remove(at: place)
        case 2 where place < bytes.count: bytes[place] = UInt8.random(in: 0...255, using: &generator)
        default:
          let end = min(bytes.count, place + Int.random(in: 0...20, using: &generator))
          bytes.insert(contentsOf: bytes[place..<end], at: Int.random(in: 0...bytes.count, using: &generator))
        }
      }
      if let complaint = complaint(bytes) {
        Issue.record("\(complaint) in \(String(decoding: bytes, as: UTF8.self).debugDescription)")
        return
      }
    }
  }

  private func complaint(_ bytes: [UInt8]) -> String? {
    let stream = YAMLParser.parse(SourceFile(id: FileID(0), path: "a.yaml", bytes: bytes))
    let file = ByteRange(0..<bytes.count)
    func isWrong(_ range: ByteRange) -> Bool { range.start > range.end || !file.contains(range) }
    for problem in stream.problems where isWrong(problem.location.range) {
      return "problem outside of the file"
    }
    for comment in stream.comments where isWrong(comment) || bytes[Int(comment.start)] != UInt8(ascii: "#") {
      return "no comment at \(comment)"
    }
    if stream.isTemplate, stream.problems.count(where: { $0.kind == .template }) != 1 {
      return "a template has one problem"
    }
    for document in stream.documents {
      guard let root = document.root else { continue }
      if let complaint = complaint(root, in: document.range, isWrong) { return complaint }
    }
    return nil
  }

  private func complaint(_ node: YAMLNode, in outer: ByteRange, _ isWrong: (ByteRange) -> Bool) -> String? {
    if isWrong(node.range) || !outer.contains(node.range) { return "node \(node.range) outside of \(outer)" }
    if node.isAlias { return nil }
    switch node.kind {
    case .scalar:
      if !node.textMap.isExact { return "scalar \(node.range) is not mapped: \(node.text.debugDescription)" }
      for line in node.textLines where isWrong(line) { return "line \(line) outside of the file" }
    case .sequence:
      for element in node.elements {
        if let complaint = complaint(element, in: node.range, isWrong) { return complaint }
      }
    case .mapping:
      for entry in node.entries {
        for part in [entry.key, entry.value] {
          if let complaint = complaint(part, in: node.range, isWrong) { return complaint }
        }
      }
    }
    return nil
  }
}
