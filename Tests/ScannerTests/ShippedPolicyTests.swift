internal import Foundation
internal import PolicyKit
internal import Reporting
internal import Testing

@testable internal import Scanner

/// Everything in `policies/`: the examples of every file, and that what was made of them is fresh.
struct ShippedPolicyTests {
  private static var root: URL {
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
  }

  @Test func `every shipped policy compiles, and its examples are green`() throws {
    let library = try PolicyLibrary.shipped()
    try library.compile()
    var trial = PolicyTrial()
    for policy in library.policies { trial.run(policy, of: library) }
    #expect(trial.faults.map(\.description) == [])
    #expect(trial.exampleCount > library.policies.count * 4)
  }

  @Test func `a policy stands in a file of its id and name, in its family's folder`() throws {
    for card in try PolicyLibrary.shipped().policies.map(\.card) {
      #expect(card.path == "policies/\(card.family)/\(card.id)-\(card.name).yaml")
    }
  }

  @Test func `a scan reads a policy file up to its examples, which stand last`() {
    for file in PolicyLibrary.shippedTexts where !file.path.hasPrefix("profiles/") {
      let head = PolicyLibrary.beforeExamples(file.text)
      let rest = file.text[head.endIndex...].split(separator: "\n")
      #expect(rest.first == "  examples:", "\(file.path)")
      #expect(rest.dropFirst().allSatisfy { $0.hasPrefix("   ") }, "\(file.path)")
    }
  }

  @Test func `the binary holds the files of the folder`() throws {
    let folder = Self.root.appending(path: "policies")
    let paths = (FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? [])
      .filter { $0.hasSuffix(".yaml") }.sorted()
    #expect(PolicyLibrary.shippedTexts.map(\.path).sorted() == paths)
    for (path, text) in PolicyLibrary.shippedTexts {
      #expect(try String(contentsOf: folder.appending(path: path), encoding: .utf8) == text, "\(path)")
    }
  }

  /// `MLGUARD_ACCEPT=1` writes the file instead.
  private func checkFresh(_ path: String, _ text: String) throws {
    let file = Self.root.appending(path: path)
    if ProcessInfo.processInfo.environment["MLGUARD_ACCEPT"] == "1" {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
    let written = try? String(contentsOf: file, encoding: .utf8)
    #expect(
      written == text, "\(path) is stale: MLGUARD_ACCEPT=1 swift test --filter ShippedPolicyTests writes it")
  }

  @Test func `the pages of the policies are fresh`() throws {
    try checkFresh("docs/policies.md", PolicyPage.document(try PolicyLibrary.shipped().policies))
  }

  @Test func `the schemas are fresh`() throws {
    try checkFresh("docs/schemas/policy.json", FormSchema.text(of: .policy, title: "mlguard policy"))
    try checkFresh("docs/schemas/profile.json", FormSchema.text(of: .profile, title: "mlguard profile"))
    try checkFresh(
      "docs/schemas/exemptions.json", FormSchema.text(of: .exemptions, title: "mlguard exemptions"))
  }
}
