public import SourceText
public import Values

/// The environment that something belongs to, and why that is thought.
public struct EnvironmentLabel: Sendable {
  /// `prod`, whatever word for it was found.
  public var label: String
  /// The word that was found: `production`.
  public var name: String
  /// Reads well after "because": `the folder is called 'production'`.
  public var reason: String

  public init(_ label: String, name: String? = nil, because reason: String) {
    self.label = label
    self.name = name ?? label
    self.reason = reason
  }
}

/// Gives labels, in the order of what is most certain: what the profile declares, the account, the set of inputs, the
/// path, the destination, tags and labels, names.
public struct EnvironmentLabelling: Sendable {
  public let environments: [DeclaredEnvironment]
  public let vocabulary: EnvironmentVocabulary

  public init(_ environments: [DeclaredEnvironment] = []) {
    self.environments = environments
    vocabulary = EnvironmentVocabulary(environments)
  }

  private func declared(_ environment: DeclaredEnvironment, _ what: String) -> EnvironmentLabel {
    EnvironmentLabel(
      vocabulary.label(environment.name) ?? environment.name, name: environment.name,
      because: "the profile declares \(what)")
  }

  // Terraform roots.

  public func label(of root: TerraformRoot) -> EnvironmentLabel? {
    for environment in environments {
      for declared in environment.roots where declared.folder == root.folder {
        let files = declared.variableFiles
        guard files.isEmpty || files.allSatisfy(root.inputFiles.contains) else { continue }
        if let workspace = declared.workspace, workspace != root.workspace { continue }
        return self.declared(environment, "the root")
      }
    }
    let ids = Set(root.providers.filter { $0.name == "aws" && $0.alias == nil }.flatMap { $0.accountIDs })
    for environment in environments {
      if let id = environment.accounts.first(where: ids.contains) {
        return declared(environment, "the provider's account \(id)")
      }
    }
    if let name = root.inputName, let label = vocabulary.label(name) {
      let file = root.inputFiles.last ?? ""
      return EnvironmentLabel(label, name: name, because: "the inputs are those of \(file)")
    }
    if let folder = vocabulary.folder(of: root.folder) {
      return EnvironmentLabel(folder.label, name: folder.name, because: "a folder is called '\(folder.name)'")
    }
    return tag(of: root)
  }

  private func tag(of root: TerraformRoot) -> EnvironmentLabel? {
    for provider in root.providers where provider.alias == nil {
      let blocks = provider.settings["default_tags"]
      guard let tags = (blocks?.list?.first ?? blocks)?["tags"] else { continue }
      if let found = word(in: tags) {
        return EnvironmentLabel(
          found.label, name: found.text, because: "default_tags say \(found.key) = '\(found.text)'")
      }
    }
    return nil
  }

  private func word(in labels: Value?) -> (key: String, text: String, label: String)? {
    for field in labels?.object?.fields ?? [] {
      let key = field.name.split(separator: "/").last.map { $0.lowercased() } ?? ""
      guard ["environment", "env", "stage"].contains(key), let text = field.value.string,
        let label = vocabulary.label(text)
      else { continue }
      return (field.name, text, label)
    }
    return nil
  }

  // Kubernetes.

  /// Of a folder with a kustomization.
  public func label(ofOverlay kustomization: Kustomization) -> EnvironmentLabel? {
    for environment in environments {
      for folder in environment.overlays where RelativePath.isInside(kustomization.folder, folder) {
        return declared(environment, folder == kustomization.folder ? "the overlay" : "overlays in \(folder)")
      }
    }
    if let folder = vocabulary.folder(of: kustomization.folder) {
      return EnvironmentLabel(folder.label, name: folder.name, because: "a folder is called '\(folder.name)'")
    }
    guard let namespace = kustomization.namespace?.string else { return nil }
    return label(ofNamespace: namespace, labels: nil)
  }

  public func label(of destination: ArgoDeployment.Destination?) -> EnvironmentLabel? {
    let cluster = destination?.clusterName?.string ?? destination?.server?.string
    let namespace = destination?.namespace?.string
    for environment in environments {
      if let cluster, environment.clusters.contains(cluster) {
        return declared(environment, "the cluster \(cluster)")
      }
    }
    for environment in environments {
      if let namespace, environment.namespaces.contains(namespace) {
        return declared(environment, "the namespace \(namespace)")
      }
    }
    for (what, text) in [("cluster", cluster), ("namespace", namespace)] {
      guard let text, let label = vocabulary.labels(in: text).first else { continue }
      return EnvironmentLabel(label, because: "the destination's \(what) is '\(text)'")
    }
    return nil
  }

  public func label(ofNamespace name: String, labels: Value?) -> EnvironmentLabel? {
    for environment in environments where environment.namespaces.contains(name) {
      return declared(environment, "the namespace")
    }
    if let found = word(in: labels) {
      return EnvironmentLabel(
        found.label, name: found.text, because: "its label says \(found.key): \(found.text)")
    }
    guard let label = vocabulary.labels(in: name).first else { return nil }
    return EnvironmentLabel(label, because: "the namespace is called '\(name)'")
  }
}

extension TerraformRoot.Provider {
  /// The ids of the accounts that the configuration is bound to; empty where it does not say.
  public var accountIDs: [String] {
    let allowed = settings["allowed_account_ids"]?.list?.compactMap(\.string) ?? []
    if !allowed.isEmpty { return allowed }
    let block = settings["assume_role"]
    let arn = (block?.list?.first ?? block)?["role_arn"]?.string ?? ""
    return arn.split(separator: ":").map(String.init).filter { $0.utf8.count == 12 && Int($0) != nil }
  }
}
