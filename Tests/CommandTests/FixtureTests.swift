internal import Foundation
internal import Testing

/// `fixtures/<case>`: small repositories, each with the whole report that is expected of it.
struct FixtureTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "fixtures")

  static let cases: [String] = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
    .filter { FileManager.default.fileExists(atPath: folder.appending(path: $0 + "/.mlguard.yaml").path) }
    .sorted()

  @Test func `there are fixtures`() {
    #expect(Self.cases.count > 5)
  }

  /// `MLGUARD_ACCEPT=1` writes the expected report instead.
  @Test(arguments: cases)
  func `the whole report`(name: String) throws {
    let fixture = Self.folder.appending(path: name)
    let result = try CommandRun.run(["scan"], in: fixture)
    // A new policy changes no fixture that it does not speak of.
    let found = (result.output + result.errors + "exit code \(result.code)\n")
      .replacingOccurrences(of: " [0-9]+ policies:", with: " … policies:", options: .regularExpression)
    let file = fixture.appending(path: "expected.txt")
    if ProcessInfo.processInfo.environment["MLGUARD_ACCEPT"] == "1" {
      try Data(found.utf8).write(to: file)
    }
    let expected = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    #expect(found == expected)
  }
}
