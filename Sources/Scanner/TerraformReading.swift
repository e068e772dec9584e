internal import PolicyKit
internal import ResourceModel
internal import SourceText
internal import Terraform
internal import Values

/// The Terraform roots of a repository, each evaluated under each of its inputs.
struct TerraformReading: Sendable {
  private(set) var roots: [TerraformRoot] = []
  var resources: [Resource] = []
  var problems: [Problem] = []
  fileprivate let labelling: EnvironmentLabelling

  init(_ environments: [DeclaredEnvironment] = []) { labelling = EnvironmentLabelling(environments) }

  /// The files that resources stand in.
  var files: Set<FileID> { Set(resources.map(\.location.file)) }

  /// Evaluates every root below the files; roots are independent of one another and are shared out to threads.
  /// - Parameter others: where file functions find the files that a scan does not read by itself.
  static func evaluate(
    _ files: [SourceFile], others: any FileAccess, profile: Profile, threads: Int
  ) async -> TerraformReading {
    let library = ModuleLibrary(RepositoryFiles(files, others: others))
    let inputs = library.roots(declaredIn: profile.environments).flatMap {
      library.inputs(of: $0, declaredIn: profile.environments)
    }
    var schedule = RootSchedule(inputs, in: library)
    while !schedule.batch.isEmpty {
      let (batch, states) = (schedule.batch, schedule.states)
      let parts = await parallelMap(count: batch.count, chunk: 1, threads: threads) { range in
        range.compactMap { library.evaluate(batch[$0], modules: profile.modules, states: states) }
      }
      schedule.take(Array(parts.joined()))
    }
    var reading = TerraformReading(profile.environments)
    reading.problems = library.problems
    // In the order of the folders, whoever reads whom.
    for result in schedule.results.sorted(by: { $0.root.folder < $1.root.folder }) { reading.add(result) }
    reading.resources += ModuleCalls.read(files)
    reading.dropRepeatedProblems()
    return reading
  }

  /// Evaluates here and now: the example of a policy.
  static func evaluate(_ files: [SourceFile]) -> TerraformReading {
    let library = ModuleLibrary(RepositoryFiles(files))
    var reading = TerraformReading()
    reading.problems = library.problems
    var schedule = RootSchedule(library.roots.flatMap { library.inferredInputs(of: $0) }, in: library)
    while !schedule.batch.isEmpty {
      schedule.take(schedule.batch.compactMap { library.evaluate($0, states: schedule.states) })
    }
    for result in schedule.results.sorted(by: { $0.root.folder < $1.root.folder }) { reading.add(result) }
    reading.resources += ModuleCalls.read(files)
    reading.dropRepeatedProblems()
    return reading
  }

  mutating func add(_ result: RootResult) {
    let index = roots.count
    var root = result.root
    root.label = labelling.label(of: root)
    // Inputs are shown under their own name, even where that is no word for an environment.
    let environment = root.label?.name ?? root.inputName
    if let environment { root.environments = [environment] }
    roots.append(root)
    for var resource in Self.providers(of: result.root) + Self.outputs(of: result.root)
      + Self.openCalls(of: result.root)
      + result.resources
    {
      resource.terraform?.root = index
      if let environment { resource.environments = [environment] }
      resources.append(resource)
    }
    problems += result.problems
  }

  /// Configurations of providers, which policies judge as resources of type `provider.NAME`.
  private static func providers(of root: TerraformRoot) -> [Resource] {
    root.providers.enumerated().map { index, provider in
      let prefix = provider.module.isEmpty ? "" : provider.module + "."
      return Resource(
        domain: .terraform, type: "provider." + provider.name, name: provider.alias ?? provider.name,
        address: prefix + "provider." + provider.name + (provider.alias.map { "." + $0 } ?? ""),
        value: provider.settings, location: provider.location,
        terraform: TerraformPlace(root: 0, mode: .managed, module: provider.module, provider: index))
    }
  }

  /// Calls of modules that are not there, whose arguments policies judge as resources of type `module.call`.
  private static func openCalls(of root: TerraformRoot) -> [Resource] {
    root.openCalls.map { call in
      Resource(
        domain: .terraform, type: "module.call", name: call.address, address: call.address,
        value: call.arguments, location: call.location)
    }
  }

  /// Outputs of the root, which policies judge as resources of type `output`.
  private static func outputs(of root: TerraformRoot) -> [Resource] {
    root.outputs.map { output in
      let fields = ObjectFields([
        .init("value", at: output.location, output.value),
        .init("sensitive", Value(.bool(output.isSensitive))),
        .init("ephemeral", Value(.bool(output.isEphemeral))),
      ])
      return Resource(
        domain: .terraform, type: "output", name: output.name, address: "output." + output.name,
        value: Value(.object(fields), origin: Origin(output.location)), location: output.location)
    }
  }

  /// A mistake in a module is met once for each root and input that calls it.
  private mutating func dropRepeatedProblems() {
    var seen: Set<Problem> = []
    problems.removeAll { !seen.insert($0).inserted }
  }
}

extension Facts {
  /// Terraform's resources stand behind those of the files that were read one by one.
  mutating func add(_ terraform: TerraformReading) {
    terraformRoots = terraform.roots
    var makesRoles = false
    labelling = terraform.labelling
    for resource in terraform.resources {
      podTemplates += TerraformPods.templates(of: resource, at: resources.count)
      resources.append(resource)
      // What a root makes in a cluster has the namespaces of that root.
      let namespaces = "terraform:" + (resource.terraform.map { "\($0.root)" } ?? "")
      namespaceKeys.append(namespaces)
      guard let manifest = TerraformManifest.read(resource) else { continue }
      let offset = resources.count
      for object in manifest.resources {
        resources.append(object)
        namespaceKeys.append(object.namespace.map { "name:" + $0 } ?? namespaces)
      }
      TypedResources.append(manifest.podTemplates, to: &podTemplates) { $0 + offset }
      typed.append(manifest.typed) { $0 + offset }
      makesRoles = true
    }
    if makesRoles { roleGraph = RoleGraph(self) }
    problems += terraform.problems
  }
}
