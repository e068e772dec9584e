public import ResourceModel
internal import SourceText
internal import Values

/// The outputs of roots by the state that holds them, for `data "terraform_remote_state"` in other roots.
public struct RemoteStates: Sendable {
  private enum Owner {
    case root(TerraformRoot)
    /// Which of them wrote last is not known.
    case several
  }

  private var owners: [String: Owner] = [:]

  public init() {}

  /// Adds a root under its state; a root whose state is not known in whole is nobody's.
  public mutating func add(_ root: TerraformRoot) {
    guard let name = Self.name(of: root) else { return }
    switch owners[name] {
    case nil: owners[name] = .root(root)
    case .root(let other)? where other.folder == root.folder && other.inputName == root.inputName:
      owners[name] = .root(root)
    case .root?, .several?: owners[name] = .several
    }
  }

  /// The state of a root, with its workspace.
  static func name(of root: TerraformRoot) -> String? {
    guard let backend = root.backend, backend.type != "local" else {
      let path = root.backend?.settings["path"] ?? .string("terraform.tfstate")
      return path.string.flatMap { local($0, root.folder) }.map { $0 + "@" + root.workspace }
    }
    return StateObject(backend)?.name.map { $0 + "@" + root.workspace }
  }

  /// The state that a root reads; nil where that is not known.
  static func name(of remote: TerraformRoot.RemoteState, workspace: Value?, in folder: String) -> String? {
    guard let type = remote.backend.string else { return nil }
    let selected = workspace.flatMap { $0.isNull ? nil : $0 } ?? .string("default")
    guard let selected = selected.string else { return nil }
    if type == "local" {
      return remote.settings["path"]?.string.flatMap { local($0, folder) }.map { $0 + "@" + selected }
    }
    return StateObject(type: type, settings: remote.settings, location: remote.location)?.name
      .map { $0 + "@" + selected }
  }

  private static func local(_ path: String, _ folder: String) -> String? {
    RelativePath.joined(folder, path).map { "local/" + $0 }
  }

  /// The root that writes a state; nil where none of the repository does, or more than one.
  func owner(of name: String) -> TerraformRoot? {
    if case .root(let root)? = owners[name] { root } else { nil }
  }

  /// The outputs of the root that owns a state, each with the way into that root. Others are unknown for the reason.
  func outputs(of name: String, otherwise reason: Unknown.Reason) -> Value? {
    guard let root = owner(of: name) else { return nil }
    var fields = ObjectFields()
    for output in root.outputs {
      var value = output.value
      if value.origin.location == nil { value.origin.location = output.location }
      let folder = root.folder.isEmpty ? "the repository's root" : root.folder
      value.origin.trace = Trace(
        "output \(output.name.quotedAsGo) of \(folder)", at: output.location, previous: value.origin.trace)
      fields.append(.init(output.name, at: output.location, value))
    }
    fields.rest = Unknown([reason])
    return .object(fields)
  }
}

extension ModuleLibrary {
  /// Whether a root, or a local module below it, reads another state.
  func readsStates(_ folder: String) -> Bool {
    var seen: Set<String> = []
    var open = [folder]
    while let next = open.popLast() {
      guard seen.insert(next).inserted, let module = modules[next] else { continue }
      if module.resources.contains(where: { $0.mode == .data && $0.type == "terraform_remote_state" }) {
        return true
      }
      for call in module.moduleCalls {
        guard let source = ModuleInstance.sourceText(call), Self.isLocal(source),
          let inner = RepositoryFiles.resolve(source, from: next)
        else { continue }
        open.append(inner)
      }
    }
    return false
  }
}

extension ModuleLibrary {
  /// The states that these roots find when they read others. All roots are evaluated for that, unless none reads one.
  public func states(readBy folders: [String], modules mapping: ModuleMapping = ModuleMapping())
    -> RemoteStates
  {
    guard folders.contains(where: readsStates) else { return RemoteStates() }
    var schedule = RootSchedule(roots.flatMap { inferredInputs(of: $0) }, in: self)
    while !schedule.batch.isEmpty {
      schedule.take(schedule.batch.compactMap { evaluate($0, modules: mapping, states: schedule.states) })
    }
    return schedule.states
  }
}

/// Evaluates roots in such an order that each finds the outputs of those whose state it reads.
public struct RootSchedule {
  private var pending: [RootInputs]
  /// Roots that read states are evaluated again until what they read stays the same; chains longer than this are not
  /// followed.
  private var roundsLeft = 4
  public private(set) var states = RemoteStates()
  public private(set) var results: [RootResult] = []
  private let readers: Set<String>

  /// - Parameter inputs: all roots with their inputs.
  public init(_ inputs: [RootInputs], in library: ModuleLibrary) {
    readers = Set(inputs.map(\.folder)).filter(library.readsStates)
    let readers = readers
    pending = inputs.filter { !readers.contains($0.folder) }
    waiting = inputs.filter { readers.contains($0.folder) }
    if pending.isEmpty { startRound() }
  }

  private var waiting: [RootInputs]

  /// What is to be evaluated now, with `states`; empty when all is done.
  public var batch: [RootInputs] { pending }

  private mutating func startRound() {
    pending = waiting
    roundsLeft -= 1
  }

  /// Takes the results of the batch.
  public mutating func take(_ batch: [RootResult]) {
    let isFirst = pending.first.map { !readers.contains($0.folder) } ?? false
    if isFirst {
      results = batch
      for result in batch { states.add(result.root) }
      startRound()
      return
    }
    for result in batch { states.add(result.root) }
    // Another round only where one of them reads the state of another.
    let names = Set(batch.compactMap { RemoteStates.name(of: $0.root) })
    let isChained = batch.contains { result in
      result.root.remoteStates.contains { remote in
        RemoteStates.name(of: remote, workspace: remote.workspace, in: result.root.folder).map(names.contains)
          ?? false
      }
    }
    if isChained, roundsLeft > 0 {
      startRound()
    } else {
      results += batch
      pending = []
    }
  }
}
