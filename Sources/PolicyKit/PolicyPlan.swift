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
    let environments = Environments()
    let kinds = facts.map(Kinds.init)
    let filesByPath = Dictionary(files.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    self.init(
      policies.compactMap { Part($0, profile: profile, for: kinds, files: filesByPath, in: environments) },
      in: environments, faults: &faults)
  }

  /// Joins what was compiled, perhaps on several threads.
  public init(_ parts: [Part], in environments: Environments, faults: inout [ConfigurationFault]) {
    var cards: [PolicyCard] = []
    var rules: [CompiledPolicy] = []
    var admissions: [CompiledAdmission] = []
    var analyses: [AnalysisCall] = []
    var replaced: [String: Set<String>] = [:]
    for part in parts.sorted(by: { $0.policy.card.id < $1.policy.card.id }) {
      cards.append(part.policy.card)
      for id in part.policy.replaces { replaced[id, default: []].insert(part.policy.card.id) }
      faults += part.faults
      switch part.body {
      case .rule(let rule): rules.append(rule)
      case .admission(let admission): admissions.append(admission)
      case .analysis(let analysis): analyses.append(analysis)
      case nil: continue
      }
    }
    let (environment, resourceEnvironment) = (environments.all, environments.resource)
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

extension PolicyPlan {
  /// The variables and functions that expressions may use.
  public struct Environments: Sendable {
    let resource: CELEnvironment
    let all: CELEnvironment

    public init() {
      resource = PolicyVocabulary.resourceEnvironment()
      all = PolicyVocabulary.environment(over: resource)
    }
  }

  /// One policy of a plan.
  public struct Part: Sendable {
    enum Body: Sendable {
      case rule(CompiledPolicy)
      case admission(CompiledAdmission)
      case analysis(AnalysisCall)
    }

    let policy: Policy
    /// Nil for what does not compile, and for what matches nothing.
    private(set) var body: Body?
    private(set) var faults: [ConfigurationFault] = []

    /// Nil when the profile leaves the policy out. Parameters as in `PolicyPlan`; `files` by their paths.
    public init?(
      _ policy: Policy, profile: Profile, for kinds: Kinds?, files: [String: SourceFile],
      in environments: Environments
    ) {
      guard profile.runs(policy.card) else { return nil }
      var policy = policy
      let setting = profile.settings[policy.card.id]
      if let level = setting?.level { policy.card.level = level }
      self.policy = policy
      let file = files[policy.card.path] ?? SourceFile(id: FileID(0), path: policy.card.path, bytes: [])
      let values = setting?.parameters ?? [:]
      switch policy.body {
      case .rule(let rule):
        if let kinds, !kinds.contains(policy.match) { return }
        body = CompiledPolicy(
          policy, rule: rule, parameters: values, in: environments.all, file: file, faults: &faults
        ).map { .rule($0) }
      case .analysis(let name):
        let parameters = policy.card.parameters.map { ($0.name, values[$0.name] ?? $0.fallback) }
        body = .analysis(
          AnalysisCall(
            policy: policy, analysis: name,
            parameters: Dictionary(parameters, uniquingKeysWith: { $1 })))
      case .admission(let admission):
        body = CompiledAdmission(policy, admission, file: file, faults: &faults).map { .admission($0) }
      }
    }
  }
}

extension PolicyPlan {
  /// What there is to match: one resource of each kind.
  public struct Kinds: Sendable {
    fileprivate let resources: [Resource]
    fileprivate let hasPods: Bool

    /// O(resources).
    public init(_ facts: Facts) {
      var seen: Set<Kind> = []
      resources = (facts.resources + facts.patches.flatMap(\.resources)).filter {
        seen.insert(Kind($0)).inserted
      }
      hasPods = !facts.podTemplates.isEmpty || facts.patches.contains { !$0.podTemplates.isEmpty }
    }

    fileprivate func contains(_ match: PolicyMatch) -> Bool {
      if hasPods, !match.workloads.isEmpty || match.matchesPods { return true }
      return resources.contains { match.matches($0) }
    }
  }

  /// What tells resources apart for policies.
  struct Kind: Hashable {
    private let domain: Resource.Domain
    private let group: String
    private let type: String

    init(_ resource: Resource) {
      domain = resource.domain
      group = resource.group
      type = resource.type
    }
  }
}
