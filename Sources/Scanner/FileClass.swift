/// Which reader a file is offered to. What the file is, the reader tells from its structure.
enum FileClass: Sendable {
  /// Kubernetes manifests, workflow files, kustomizations, … in YAML or JSON.
  case yaml
  case hcl
  case dockerfile

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
    } else if name == "dockerfile" || name == "containerfile" || name.hasPrefix("dockerfile.")
      || name.hasPrefix("containerfile.") || name.hasSuffix(".dockerfile")
      || name.hasSuffix(".containerfile")
    {
      self = .dockerfile
    } else {
      return nil
    }
  }
}
