internal import PolicyKit
internal import Reporting
internal import SourceText

/// A report with one of each: findings on two levels, a secret, an undetermined policy, a file not read.
enum ReportSample {
  static let manifest = """
    kind: Pod
    spec:
      containers:
        - name: wéb
          image: web:1.4
          env: [{name: PASSWORD, value: hunter2}]

    """

  static func location(of text: String, in file: Int = 0, _ files: [SourceFile]) -> Location {
    let bytes = files[file].bytes
    let needle = Array(text.utf8)
    let start = bytes.indices.first { bytes[$0...].starts(with: needle) } ?? 0
    return Location(file: FileID(Int32(file)), range: ByteRange(start..<start + needle.count))
  }

  static func report() -> Report {
    let files = [
      SourceFile(id: FileID(0), path: "apps/prod/web pod.yaml", bytes: Array(manifest.utf8)),
      SourceFile(id: FileID(1), path: "broken.yaml", bytes: Array("a: [1\n".utf8)),
    ]
    let images = PolicyCard(
      id: "IMG-01", name: "mutable-image-tag", family: "images", level: .error,
      summary: "image is not pinned by digest",
      why: "A tag can be pushed again; only a digest names the bytes that were reviewed.",
      hint: "the tag can be pushed again", fix: "append the digest: image: NAME:TAG@sha256:…",
      references: ["https://kubernetes.io/docs/concepts/containers/images/"],
      path: "images/IMG-01-mutable-image-tag.yaml")
    let secrets = PolicyCard(
      id: "SEC-02", name: "literal-credential-in-container", family: "secrets", level: .error,
      summary: "a credential is written in the manifest", why: "Everybody who reads the repository has it.",
      fix: "take it from a Secret: valueFrom: {secretKeyRef: …}", tags: ["secrets", "kubernetes"],
      path: "secrets/SEC-02.yaml")
    let limits = PolicyCard(
      id: "RES-02", name: "memory-request-missing", family: "resources", level: .warning,
      summary: "container has no memory request", why: "The scheduler has to guess.", fix: "add a request",
      path: "resources/RES-02.yaml")
    var report = Report(
      findings: [
        Finding(
          policy: secrets.id, name: secrets.name, family: secrets.family, level: .error,
          message: "env PASSWORD holds a literal of 7 characters", fix: secrets.fix,
          location: location(of: "hunter2", files), resource: "Pod/-/web", isSecret: true),
        Finding(
          policy: images.id, name: images.name, family: images.family, level: .error,
          message: "image 'web:1.4' has no digest", hint: images.hint, fix: images.fix,
          notes: ["judged in the pod template"], location: location(of: "web:1.4", files),
          resource: "Pod/-/web", environments: ["prod"],
          trace: [.init("the value is set", at: location(of: "kind", files))]),
      ],
      undetermined: [
        Undetermined(
          policy: limits.id, name: limits.name, family: limits.family, level: .warning,
          message: "cannot tell whether container has no memory request",
          reasons: [.init("variable \"memory\" has no value", at: location(of: "spec", files))],
          location: location(of: "name: wéb", files), resource: "Pod/-/web")
      ],
      problems: [
        Problem(
          .error, .syntax, "the sequence that starts here has no end", advice: "close it with ]",
          at: location(of: "[1", in: 1, files))
      ],
      policies: [images, limits, secrets], files: files, resourceCount: 1)
    report.settle()
    return report
  }

  static let tool = Tool(name: "mlguard", version: "0.1.0")
}
