/// Which reader a file is offered to. What the file is, the reader tells from its structure.
enum FileClass: Sendable {
  /// Kubernetes manifests, workflow files, kustomizations, … in YAML or JSON.
  case yaml
  case hcl
  case dockerfile
  /// Documents, which are read for credentials alone.
  case markdown

  /// Nil for a name that no reader takes.
  init?(name: String) {
    let name = name.lowercased()
    if name.hasSuffix(".yaml") || name.hasSuffix(".yml") {
      self = .yaml
    } else if name.hasSuffix(".tf") || name.hasSuffix(".tf.json") || name.hasSuffix(".tfvars")
      || name.hasSuffix(".tfvars.json") || name.hasSuffix(".hcl")
    {
      self = .hcl
    } else if name.hasSuffix(".json") || name == "kustomization" {
      self = .yaml
    } else if name.hasSuffix(".md") || name.hasSuffix(".markdown") {
      self = .markdown
    } else if Self.isDockerfile(name) {
      self = .dockerfile
    } else {
      return nil
    }
  }

  /// `Dockerfile`, `Dockerfile.web`, `web.Dockerfile`; not `Dockerfile.dockerignore` or what a compiler makes of
  /// `Dockerfile.swift`.
  private static func isDockerfile(_ name: String) -> Bool {
    for base in ["dockerfile", "containerfile"] {
      if name == base || name.hasSuffix("." + base) { return true }
      guard name.hasPrefix(base + ".") else { continue }
      let rest = name.dropFirst(base.count + 1).split(separator: ".")
      return rest.allSatisfy { !otherEndings.contains($0) }
    }
    return false
  }

  private static let otherEndings: Set<Substring> = [
    "dockerignore", "md", "txt", "swift", "go", "py", "ts", "js", "rs", "java", "d", "o", "dia", "swiftdeps",
    "swiftmodule", "html", "json", "sh", "orig", "rej", "bak",
  ]
}
