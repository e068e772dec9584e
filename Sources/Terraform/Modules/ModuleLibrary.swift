public import SourceText

/// All modules of the repository, read once. Independent of inputs, so that roots can be evaluated in parallel.
public struct ModuleLibrary: Sendable {
  let repository: RepositoryFiles
  let modules: [String: ModuleSource]

  /// Reads every folder that holds configuration files.
  public init(_ repository: RepositoryFiles) {
    self.repository = repository
    var modules: [String: ModuleSource] = [:]
    for folder in repository.folders {
      if let module = Self.read(folder, repository) { modules[folder] = module }
    }
    self.modules = modules
  }

  private static func read(_ folder: String, _ repository: RepositoryFiles) -> ModuleSource? {
    let all = repository.files(in: folder).filter {
      ModuleReader.isConfiguration(RepositoryFiles.name(of: $0.path))
    }
    guard !all.isEmpty else { return nil }
    let tofuStems = Set(
      all.filter { $0.path.hasSuffix(".tofu") || $0.path.hasSuffix(".tofu.json") }
        .map { ModuleReader.stem(RepositoryFiles.name(of: $0.path)) })
    let files = all.filter { file in
      let name = RepositoryFiles.name(of: file.path)
      let isTofu = name.hasSuffix(".tofu") || name.hasSuffix(".tofu.json")
      return isTofu || !tofuStems.contains(ModuleReader.stem(name))
    }
    return ModuleSource(ModuleReader(folder: folder, files: files.map(SyntaxFile.init)))
  }

  /// Whether a file of this name is part of a module.
  public static func isConfiguration(_ name: String) -> Bool { ModuleReader.isConfiguration(name) }

  /// What is wrong in the files themselves, whoever uses them.
  public var problems: [Problem] { folders.flatMap { modules[$0]?.problems ?? [] } }

  /// Folders with configuration, sorted.
  public var folders: [String] { modules.keys.sorted() }

  /// Folders that are run by themselves: no other folder's local module call names them, or they say where their
  /// state is or configure a provider.
  public var roots: [String] {
    var called: Set<String> = []
    for module in modules.values {
      for call in module.moduleCalls {
        guard let source = ModuleInstance.sourceText(call), Self.isLocal(source),
          let folder = RepositoryFiles.resolve(source, from: module.folder)
        else { continue }
        called.insert(folder)
      }
    }
    return modules.keys.filter { folder in
      guard let module = modules[folder] else { return false }
      if folder.split(separator: "/").contains(".terraform") { return false }
      return !called.contains(folder)
        || module.settings.contains { $0.blocks.contains { $0.type == "backend" } }
    }.sorted()
  }

  static func isLocal(_ source: String) -> Bool { source.hasPrefix("./") || source.hasPrefix("../") }
}
