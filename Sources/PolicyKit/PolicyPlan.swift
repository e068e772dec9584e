internal import CEL
public import ResourceModel
public import SourceText
internal import Values

/// The policies of one run, compiled, with the levels and parameters of the profile.
public struct PolicyPlan: Sendable {
  /// By id; level and switch as the profile has them.
  public let cards: [PolicyCard]
  private(set) var rules: [CompiledPolicy]
  private(set) var admissions: [CompiledAdmission]
  /// Policies that a Swift analysis decides, with their parameters.
  public let analyses: [AnalysisCall]
  /// Ids of policies that are silent where the policy of the key speaks, inverted: silent ← by whom.
  let replaced: [String: Set<String>]
  let environment: CELEnvironment
  /// Where the variables of a pod's service account are bound.
  let accountSlots: (object: Int?, bindings: Int?)
  /// The part of it that all subjects of a resource share.
  let resourceEnvironment: CELEnvironment

  /// - Parameters:
  ///   - policies: all that were read; those that the profile leaves out are not compiled.
  ///   - facts: where given, policies that match nothing in them are not compiled, only listed.
  public init(
    _ policies: [Policy], profile: Profile, for facts: Facts? = nil, files: [SourceFile],
    faults: inout [ConfigurationFault]
  ) {
    let resourceEnvironment = PolicyVocabulary.resourceEnvironment()
    let environment = PolicyVocabulary.environment(over: resourceEnvironment)
    let filesByPath = Dictionary(files.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    var cards: [PolicyCard] = []
    var rules: [CompiledPolicy] = []
    var admissions: [CompiledAdmission] = []
    var analyses: [AnalysisCall] = []
    var replaced: [String: Set<String>] = [:]
    for var policy in policies.sorted(by: { $0.card.id < $1.card.id }) where profile.runs(policy.card) {
      let setting = profile.settings[policy.card.id]
      if let level = setting?.level { policy.card.level = level }
      cards.append(policy.card)
      for id in policy.replaces { replaced[id, default: []].insert(policy.card.id) }
      let file =
        filesByPath[policy.card.path] ?? SourceFile(id: FileID(0), path: policy.card.path, bytes: [])
      let values = setting?.parameters ?? [:]
      switch policy.body {
      case .rule(let rule):
        if let facts, !policy.match.matchesAnything(in: facts) { continue }
        if let compiled = CompiledPolicy(
          policy, rule: rule, parameters: values, in: environment, file: file, faults: &faults)
        {
          rules.append(compiled)
        }
      case .analysis(let name):
        let parameters = policy.card.parameters.map { ($0.name, values[$0.name] ?? $0.fallback) }
        analyses.append(
          AnalysisCall(
            policy: policy, analysis: name,
            parameters: Dictionary(parameters, uniquingKeysWith: { $1 })))
      case .admission(let admission):
        if let compiled = CompiledAdmission(policy, admission, file: file, faults: &faults) {
          admissions.append(compiled)
        }
      }
    }
    self.cards = cards
    self.rules = rules
    self.admissions = admissions
    self.analyses = analyses
    self.replaced = replaced
    self.environment = environment
    accountSlots = (
      environment.slot(of: PolicyVocabulary.accountObject),
      environment.slot(of: PolicyVocabulary.accountBindings)
    )
    self.resourceEnvironment = resourceEnvironment
  }
}

extension PolicyPlan {
  /// The rules that look for what stands in a text, not for what is missing.
  var onlySecrets: PolicyPlan {
    var plan = self
    plan.rules.removeAll { !$0.policy.isSecret }
    plan.admissions = []
    return plan
  }
}

extension PolicyMatch {
  func matchesAnything(in facts: Facts) -> Bool {
    if !workloads.isEmpty || matchesPods {
      if !facts.podTemplates.isEmpty || facts.patches.contains(where: { !$0.podTemplates.isEmpty }) {
        return true
      }
    }
    return facts.resources.contains { matches($0) }
      || facts.patches.contains { $0.resources.contains { matches($0) } }
  }
}
