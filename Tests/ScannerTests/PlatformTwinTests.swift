internal import Foundation
internal import PolicyKit
internal import ResourceModel
internal import SourceText
internal import Testing
internal import Values
internal import YAMLSyntax

@testable internal import Scanner

/// `fixtures/platform`: for each acceptance row of the platform a small change that breaks it, and what must be found.
struct PlatformTwinTests {
  private struct Twin {
    var name: String
    var row: String
    var file: String
    /// Texts to replace, each of which stands in the file exactly once where `isUnique`.
    var changes: [(from: String, to: String)]
    var isUnique: Bool
    /// Where the finding is, if not at the mark in the changed text.
    var place: (file: String, line: String)?
    /// It changes what an environment is, and with that what other twins find.
    var isAlone: Bool
    var finds: [String]
  }

  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  private static func twins() throws -> [Twin] {
    let folder = root.appending(path: "fixtures/platform")
    return try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".yaml") }
      .sorted()
      .map { name in
        let bytes = Array(try Data(contentsOf: folder.appending(path: name)))
        let stream = YAMLParser.parse(SourceFile(id: FileID(0), path: name, bytes: bytes))
        let value = Value(try #require(stream.documents.first?.root))
        func text(_ key: String) throws -> String {
          try #require(value[key]?.string, "\(name) has no '\(key)'")
        }
        var changes: [(String, String)] = []
        for field in value["replace"]?.object?.fields ?? [] {
          changes.append((field.name, field.value.string ?? ""))
        }
        let isUnique = changes.isEmpty
        if isUnique { changes = [(try text("from"), try text("to"))] }
        return Twin(
          name: name, row: try text("row"), file: try text("file"), changes: changes, isUnique: isUnique,
          place: try value["at"].map { _ in (try text("at"), try text("line")) },
          isAlone: value["alone"]?.bool ?? false, finds: (value["finds"]?.list ?? []).compactMap(\.string))
      }
  }

  @Test func `each twin gives its finding, at its line`() async throws {
    let copy = FileManager.default.temporaryDirectory.appending(path: "mlguard-twins-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
      at: copy.appending(path: ".git"), withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: copy) }
    for folder in ["infra", "docs", ".github", ".mlguard.yaml"] {
      try FileManager.default.copyItem(
        at: Self.root.appending(path: folder), to: copy.appending(path: folder))
    }
    let twins = try Self.twins()
    #expect(twins.count >= 80)
    for batch in Self.batches(of: twins) {
      var originals: [(url: URL, text: String)] = []
      var places: [(path: String, line: Int)] = []
      for twin in batch {
        let url = copy.appending(path: twin.file)
        let original = try String(contentsOf: url, encoding: .utf8)
        let text = Self.broken(original, by: twin)
        originals.append((url, original))
        try Data(text.replacing("«", with: "").replacing("»", with: "").utf8).write(to: url)
        places.append(try #require(try Self.place(of: twin, text, in: copy), "\(twin.name) marks nothing"))
      }
      let found = try await Self.findings(in: copy, below: batch[0].file)
      for (twin, place) in zip(batch, places) {
        for id in twin.finds {
          #expect(
            found.contains("\(id) \(place.path):\(place.line)"),
            "\(twin.name): \(id) at \(place.path):\(place.line), found \(found.prefix(5))")
        }
      }
      for (url, original) in originals { try Data(original.utf8).write(to: url) }
    }
    // What was put back is clean: no twin's finding was there before.
    let wanted = Set(twins.flatMap(\.finds))
    let clean =
      try await Self.findings(in: copy, below: "infra/kubernetes/x")
      + Self.findings(in: copy, below: ".github/x/x")
    #expect(clean.filter { wanted.contains(String($0.prefix { $0 != " " })) } == [])
  }

  /// Twins that are scanned together: of one part of the platform, each in a file of its own. One that changes what an
  /// environment is stands alone, because it changes what the others find.
  private static func batches(of twins: [Twin]) -> [[Twin]] {
    var batches: [[Twin]] = []
    for twin in twins {
      let index = batches.firstIndex { batch in
        !twin.isAlone && !batch[0].isAlone && part(of: batch[0].file) == part(of: twin.file)
          && batch.allSatisfy {
            $0.file != twin.file && $0.place?.file != twin.file && twin.place?.file != $0.file
          }
      }
      if let index { batches[index].append(twin) } else { batches.append([twin]) }
    }
    return batches
  }

  private static func broken(_ original: String, by twin: Twin) -> String {
    var text = original
    for change in twin.changes {
      let parts = text.components(separatedBy: change.from)
      #expect(
        parts.count > 1 && (parts.count == 2 || !twin.isUnique),
        "\(twin.name): '\(change.from)' in \(twin.file)")
      text = parts.joined(separator: change.to)
    }
    return text
  }

  /// Where the finding must be: at the mark in the changed text, or where the twin says.
  private static func place(of twin: Twin, _ text: String, in copy: URL) throws -> (path: String, line: Int)?
  {
    guard let wanted = twin.place else {
      return text.range(of: "«").map { (twin.file, line(of: $0.lowerBound, in: text)) }
    }
    let file =
      wanted.file == twin.file
      ? text : try String(contentsOf: copy.appending(path: wanted.file), encoding: .utf8)
    return file.range(of: wanted.line).map { (wanted.file, line(of: $0.lowerBound, in: file)) }
  }

  /// `.github`, `infra/kubernetes`, `infra/terraform`
  private static func part(of file: String) -> String {
    let parts = file.split(separator: "/")
    return parts[0] == ".github" ? ".github" : parts.prefix(2).joined(separator: "/")
  }

  /// `IMG-01 infra/…/web.yaml:12`, of the part of the platform that the file belongs to.
  private static func findings(in copy: URL, below file: String) async throws -> [String] {
    let result = try await Scanner.scan(
      ScanRequest(paths: [copy.appending(path: part(of: file)).path], threads: 2))
    return result.report.findings.map { finding in
      let file = result.report.files[Int(finding.location.file.raw)]
      let position = LineIndex(file.bytes).position(of: Int(finding.location.range.start), in: file.bytes)
      return "\(finding.policy) \(file.path):\(position.line)"
    }
  }

  private static func line(of index: String.Index, in text: String) -> Int {
    text[..<index].count { $0 == "\n" } + 1
  }

  @Test func `the table says what holds each row`() throws {
    let told = try String(
      contentsOf: Self.root.appending(path: "fixtures/platform/README.md"), encoding: .utf8)
    for (row, twins) in Dictionary(grouping: try Self.twins(), by: \.row).sorted(by: { $0.key < $1.key }) {
      let line = "| \(row) | \(Set(twins.flatMap(\.finds)).sorted().joined(separator: ", ")) |"
      #expect(told.contains(line), "fixtures/platform/README.md has no line \(line)")
    }
  }

  @Test func `every acceptance row has a twin`() throws {
    let reference = Self.root.deletingLastPathComponent().appending(
      path: "shared/reference/platform-stack.md")
    guard let text = try? String(contentsOf: reference, encoding: .utf8) else {
      print("PlatformTwinTests: skipped: ../shared/reference/platform-stack.md is not there")
      return
    }
    let table = try #require(text.range(of: "## Acceptance, item by item"))
    let rows = text[table.upperBound...].split(separator: "\n", omittingEmptySubsequences: false)
      .drop { !$0.hasPrefix("|---") }.dropFirst().prefix { $0.hasPrefix("|") }
      .compactMap { $0.split(separator: "|").first?.trimmingCharacters(in: .whitespaces) }
    let twins = Set(try Self.twins().map(\.row))
    #expect(rows.count >= 20)
    #expect(rows.filter { !twins.contains($0) } == [])
  }
}
