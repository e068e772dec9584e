internal import ResourceModel
internal import SourceText
internal import YAMLSyntax

/// Reads `modules:` of a profile.
enum ModuleSettings {
  static func apply(_ node: YAMLNode?, to profile: inout Profile, _ list: inout FaultList) {
    for entry in node?.entries.map({ $0 }) ?? [] {
      let source = entry.key.text
      if source.hasPrefix("./") || source.hasPrefix("../") {
        list.add(
          "'\(source)' is a local source, which is found by itself", advice: "leave the line out",
          at: entry.key.range)
        continue
      }
      let folder = entry.value.kind == .scalar ? entry.value : entry.value["folder"]
      let absent = entry.value.kind == .scalar ? nil : entry.value["absent"]
      guard (folder == nil) != (absent == nil) else {
        list.add(
          "a module has a folder, or a reason to be absent",
          advice: "write its folder, or {absent: why}", at: entry.value.range)
        continue
      }
      if let absent { profile.modules.accepted.append((source, absent.text)) }
      guard let folder, let path = RepositoryPath.read(folder, &list) else { continue }
      profile.modules.folders[source] = .init(path, place: list.place(folder.range))
    }
  }
}

/// Reads `environments:` of a profile.
enum EnvironmentSettings {
  static func apply(_ node: YAMLNode?, to profile: inout Profile, _ list: inout FaultList) {
    var names: Set<String> = Set(profile.environments.map(\.name))
    for item in node?.elements.map({ $0 }) ?? [] {
      guard let name = item["name"] else { continue }
      guard names.insert(name.text).inserted else {
        list.add("environment '\(name.text)' is declared twice", at: name.range)
        continue
      }
      var environment = DeclaredEnvironment(name: name.text)
      environment.roots = (item["roots"]?.elements.map { $0 } ?? []).compactMap { root($0, &list) }
      environment.accounts = texts(item["accounts"])
      environment.clusters = texts(item["clusters"])
      environment.namespaces = texts(item["namespaces"])
      environment.overlays = paths(item["overlays"], &list)
      environment.words = texts(item["words"])
      for account in item["accounts"]?.elements.map({ $0 }) ?? []
      where account.text.utf8.count != 12 || !account.text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
        list.add("'\(account.text)' is no account id", advice: "twelve digits in quotes", at: account.range)
      }
      if let other = profile.environments.first(where: {
        !Set($0.accounts).isDisjoint(with: environment.accounts)
      }) {
        list.add(
          "'\(other.name)' has one of the accounts of '\(name.text)'",
          at: item["accounts"]?.range ?? name.range)
      }
      profile.environments.append(environment)
    }
  }

  private static func texts(_ node: YAMLNode?) -> [String] { node?.elements.map(\.text) ?? [] }

  private static func paths(_ node: YAMLNode?, _ list: inout FaultList) -> [String] {
    var paths: [String] = []
    for item in node?.elements.map({ $0 }) ?? [] {
      if let path = RepositoryPath.read(item, &list) { paths.append(path) }
    }
    return paths
  }

  private static func root(_ node: YAMLNode, _ list: inout FaultList) -> DeclaredEnvironment.Root? {
    guard let folder = node.kind == .scalar ? node : node["folder"],
      let path = RepositoryPath.read(folder, &list)
    else { return nil }
    if node.kind == .scalar { return .init(folder: path, place: list.place(folder.range)) }
    return .init(
      folder: path, variableFiles: paths(node["variables"], &list),
      backendFiles: paths(node["backend"], &list),
      workspace: node["workspace"]?.text, place: list.place(folder.range))
  }
}

/// A path from the root of the repository.
private enum RepositoryPath {
  static func read(_ node: YAMLNode, _ list: inout FaultList) -> String? {
    guard let path = RelativePath.joined("", node.text) else {
      list.add(
        "'\(node.text)' is outside of the repository", advice: "write the path from the repository's root",
        at: node.range)
      return nil
    }
    return path
  }
}
