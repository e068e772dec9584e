internal import Foundation
internal import PolicyKit
internal import Reporting
internal import Scanner
internal import SourceText
internal import Testing

/// A workspace after changes says what a new scan says.
struct WorkspaceTests {
  static func pod(_ name: String, image: String = "web:1.4", namespace: String = "shop") -> String {
    """
    apiVersion: v1
    kind: Pod
    metadata: {name: \(name), namespace: \(namespace)}
    spec:
      serviceAccountName: runner
      containers: [{name: \(name), image: "\(image)"}]

    """
  }

  static let files: [String: String] = [
    "a.yaml": pod("a"), "b.yaml": pod("b"), "c.yaml": pod("c", namespace: "other"),
    "account.yaml": "apiVersion: v1\nkind: ServiceAccount\nmetadata: {name: runner, namespace: shop}\n",
    "d/kustomization.yaml": "resources: [pod.yaml]\n", "d/pod.yaml": pod("d"),
    ".github/workflows/x.yml":
      "on: push\njobs: {a: {runs-on: x, steps: [{uses: actions/checkout@v4}, {uses: a/b@v1}]}}\n",
    "Dockerfile": "FROM python:3.12\n",
    "infra/main.tf": "resource \"aws_ecr_repository\" \"a\" {\n  name = \"a\"\n}\n",
  ]

  static let limits = """
    apiVersion: v1
    kind: LimitRange
    metadata: {name: l, namespace: shop}
    spec: {limits: [{type: Container, default: {memory: 1Gi, cpu: 1}, defaultRequest: {memory: 1Gi, cpu: 1}}]}

    """

  /// Each step is a path and its new text, nil to remove it.
  static let steps: [(path: String, text: String?)] = [
    ("a.yaml", pod("a", image: "web:1.5")),
    ("a.yaml", "# moved\n" + pod("a", image: "web:1.5")),
    ("a.yaml", pod("a") + "---\n" + pod("a2", image: "web:latest")),
    ("limits.yaml", limits),
    ("b.yaml", pod("b") + "---\n" + limits.replacing("shop", with: "other")),
    ("b.yaml", pod("b")),
    ("account.yaml", "apiVersion: v1\nkind: ServiceAccount\nmetadata: {name: runner}\n"),
    ("d/kustomization.yaml", "resources: [pod.yaml]\nnamespace: other\n"),
    ("d/patch.yaml", pod("d")),
    ("d/kustomization.yaml", "resources: [pod.yaml]\npatches: [{path: patch.yaml}]\n"),
    ("d/patch.yaml", pod("d", image: "web:2")),
    ("c.yaml", "kind: Pod\nspec: [1\n"), ("c.yaml", pod("c")),
    (".github/workflows/x.yml", "on: push\njobs: {a: {runs-on: x, steps: [{uses: a/b@v2}]}}\n"),
    ("Dockerfile", "FROM python:3.13\n"),
    (
      "infra/main.tf",
      "resource \"aws_ecr_repository\" \"a\" {\n  name = \"a\"\n  image_tag_mutability = \"IMMUTABLE\"\n}\n"
    ),
    ("a.yaml", nil), (".mlguard.yaml", "policies: {IMG-01: off}\n"),
  ]

  /// Without what a scan adds for its reader: counts of excluded files, notes.
  static func text(_ report: Report) -> String {
    var report = report
    report.exclusions = []
    report.notes = []
    return ReportFormat.json.text(report, tool: Tool(name: "t", version: "1"))
  }

  @Test func `after each change the report is that of a new scan`() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "mlguard-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    func write(_ path: String, _ text: String?) throws {
      let url = folder.appending(path: path)
      guard let text else { return try FileManager.default.removeItem(at: url) }
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: url)
    }
    try FileManager.default.createDirectory(
      at: folder.appending(path: ".git"), withIntermediateDirectories: true)
    for (path, text) in Self.files { try write(path, text) }
    let request = ScanRequest(paths: [folder.path], threads: 2)
    var workspace = try await Workspace(request)
    let isSame = Self.text(workspace.report) == Self.text(try await Scanner.scan(request).report)
    #expect(isSame)
    for (path, text) in Self.steps {
      // An unsaved text first, then the same one on the disk.
      if let text, let file = workspace.file(at: path) {
        workspace.show(Array(text.utf8), for: file)
        try await workspace.refresh()
        try write(path, text)
        let expected = Self.text(try await Scanner.scan(request).report)
        let isSame = Self.text(workspace.report) == expected
        #expect(isSame, "unsaved \(path)")
        if let file = workspace.file(at: path) { workspace.show(nil, for: file) }
      } else {
        try write(path, text)
      }
      try await workspace.refresh()
      let isSame = Self.text(workspace.report) == Self.text(try await Scanner.scan(request).report)
      #expect(isSame, "\(path)")
    }
  }
}
