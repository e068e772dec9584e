internal import CEL
internal import Values

/// A policy as a ValidatingAdmissionPolicy of Kubernetes, ready to be printed.
public struct AdmissionExport: Sendable {
  public struct Rule: Sendable, Equatable {
    public var groups: [String]
    public var versions: [String]
    public var resources: [String]
  }

  public struct Validation: Sendable {
    public var expression: String
    public var message: String
    public var messageExpression: String?
  }

  public var card: PolicyCard
  /// A name that Kubernetes takes: `mlguard-img-01-mutable-image-tag`.
  public var name: String
  public var rules: [Rule]
  public var variables: [(name: String, expression: String)]
  public var validations: [Validation]
  /// Where the cluster's verdict is not the scan's, and why.
  public var remarks: [String]

  /// `Deny` for errors; a warning is told to who applies, a note to the cluster's log.
  public var actions: [String] {
    switch card.level {
    case .error: ["Deny"]
    case .warning: ["Warn", "Audit"]
    case .note: ["Audit"]
    }
  }
}

/// What became of one policy.
public struct Portability: Sendable {
  public enum Outcome: Sendable {
    case exported(AdmissionExport)
    /// Worded for "because".
    case impossible(String)
  }

  public var card: PolicyCard
  public var outcome: Outcome
}

/// Writes policies as ValidatingAdmissionPolicies.
///
/// Source of the form: k8s.io/api/admissionregistration/v1. A pod is admitted after LimitRanger has filled in the
/// defaults of its namespace, so a policy that asks for them is exported for pods alone.
public struct AdmissionExporter: Sendable {
  private let minor: Int
  private let profile: Profile

  /// - Parameter minor: of the API server: 33 for Kubernetes 1.33.
  public init(kubernetesMinor minor: Int, profile: Profile) {
    self.minor = minor
    self.profile = profile
  }

  /// By id; policies that the profile leaves out are left out.
  public func export(_ policies: [Policy]) -> [Portability] {
    policies.filter { profile.runs($0.card) }.sorted { $0.card.id < $1.card.id }.map { policy in
      var card = policy.card
      if let level = profile.settings[card.id]?.level { card.level = level }
      do throws(NotPortable) {
        return Portability(card: card, outcome: .exported(try exported(policy, card)))
      } catch {
        return Portability(card: card, outcome: .impossible(error.reason))
      }
    }
  }

  private func exported(_ policy: Policy, _ card: PolicyCard) throws(NotPortable) -> AdmissionExport {
    let rule: PolicyRule
    switch policy.body {
    case .rule(let own): rule = own
    case .analysis(let name):
      throw NotPortable("the analysis '\(name)' looks at the repository as a whole")
    case .admission: throw NotPortable("it is an admission policy as it stands")
    }
    let match = policy.match
    let kinds = match.kubernetes.filter { $0.kind != "Kustomization" }
    guard !match.workloads.subtracting([.tasks]).isEmpty || !kinds.isEmpty else {
      throw NotPortable("it judges \(Self.domains(of: match)), which no API server sees")
    }
    var draft = try Draft(rule, card: card, values: profile.settings[card.id]?.parameters ?? [:])
    try draft.add(match)
    let export = draft.export(card, match)
    try compile(export)
    return export
  }

  private static func domains(of match: PolicyMatch) -> String {
    var words: [String] = match.kubernetes.isEmpty ? [] : ["kustomizations"]
    if !match.terraform.isEmpty { words.append("Terraform") }
    if !match.workflow.isEmpty { words.append("GitHub workflows") }
    if !match.dockerfile.isEmpty { words.append("Dockerfiles") }
    if match.files { words.append("files") }
    return words.joined(separator: " and ")
  }

  /// Every expression has to compile as that API server compiles it.
  private func compile(_ export: AdmissionExport) throws(NotPortable) {
    var environment = CELEnvironment(.kubernetes(minor: minor))
    for name in ["object", "oldObject", "request", "params", "namespaceObject"] {
      environment.declare(variable: name, as: .dyn)
    }
    func check(_ text: String) throws(NotPortable) -> CELType {
      switch environment.compile(text) {
      case .success(let program): return program.resultType
      case .failure(let failure):
        throw NotPortable(
          "Kubernetes 1.\(minor) does not compile it: \(failure.issues.first?.message ?? "unknown")")
      }
    }
    for variable in export.variables {
      let type = try check(variable.expression)
      environment.declare(variable: "variables.\(variable.name)", as: type)
    }
    for validation in export.validations {
      _ = try check(validation.expression)
      if let message = validation.messageExpression { _ = try check(message) }
    }
  }
}

/// One policy on its way.
private struct Draft {
  private let rule: PolicyRule
  private let summary: String
  private var names: [String: CELExpression]
  private let definitions: [String: CELExpression]
  private var variables: [(name: String, expression: String)] = []
  private var validations: [AdmissionExport.Validation] = []
  private var isForPodsOnly = false
  private var remarks: [String] = []

  private static let unavailable: [String: String] = [
    "bindings": "it asks which bindings name a role, and admission sees one object",
    "account.object": "it asks for the ServiceAccount of a pod, and admission sees one object",
    "account.bindings": "it asks which bindings name an account, and admission sees one object",
    "ns.object": "it asks for objects of the repository",
    "ns.resourceQuotas": "it asks for objects of the repository",
    "environments": "a cluster does not know the environments of the repository",
    "resource.path": "a cluster does not know the file",
    "resource.address": "a cluster does not know the file",
    "resource.isBoundary": "it judges Terraform", "podMetadata": "it reads the metadata of a pod template",
    "container.path": "it reads the path of a container",
  ]

  private static let controllers: [AdmissionExport.Rule] = [
    .init(
      groups: ["apps"], versions: ["v1"],
      resources: ["deployments", "statefulsets", "daemonsets", "replicasets"]),
    .init(groups: ["batch"], versions: ["v1"], resources: ["jobs", "cronjobs"]),
    .init(groups: [""], versions: ["v1"], resources: ["replicationcontrollers"]),
  ]

  init(_ rule: PolicyRule, card: PolicyCard, values: [String: Value]) throws(NotPortable) {
    self.rule = rule
    summary = card.summary
    let object = CELExpression.identifier("object")
    names = [
      "workload": object, "resource.kind": .select(object, field: "kind", .value),
      "ns.limitRanges": .list([]),
    ]
    for (name, text) in [
      ("resource.name", "has(object.metadata.name) ? object.metadata.name : ''"),
      ("resource.namespace", "has(object.metadata.namespace) ? object.metadata.namespace : ''"),
      ("resource.group", "object.apiVersion.contains('/') ? object.apiVersion.split('/')[0] : ''"),
    ] {
      names[name] = CELExpression(text)
    }
    for parameter in card.parameters {
      let value = values[parameter.name] ?? parameter.fallback
      guard let text = Self.literal(value) else {
        throw NotPortable("parameter \(parameter.name) has no value")
      }
      variables.append((parameter.name, text))
      names["params.\(parameter.name)"] = CELExpression("variables.\(parameter.name)")
    }
    var definitions: [String: CELExpression] = [:]
    for variable in rule.variables {
      guard let expression = CELExpression(variable.expression.text) else {
        throw NotPortable("variable \(variable.name) does not parse")
      }
      definitions["variables.\(variable.name)"] = expression
    }
    self.definitions = definitions
  }

  private static func literal(_ value: Value) -> String? {
    switch value.content {
    case .null: return "null"
    case .bool(let flag): return flag ? "true" : "false"
    case .number(.integer(let number)): return String(number)
    case .number(.double(let number)): return String(number)
    case .number(.exact(let number)): return "\(number)"
    case .string(let text): return CELExpression.string(text).description
    case .list(let elements):
      let texts = elements.compactMap(literal)
      return texts.count == elements.count ? "[" + texts.joined(separator: ", ") + "]" : nil
    case .object(let fields):
      // Kubernetes wants one type in a map; quantities are written as numbers and as texts.
      let texts = fields.fields.compactMap { field in
        literal(field.value).map { text in
          let isNumber = field.value.string == nil && !["true", "false", "null"].contains(text)
          return "\(CELExpression.string(field.name)): \(isNumber ? "'\(text)'" : text)"
        }
      }
      return texts.count == fields.fields.count ? "{" + texts.joined(separator: ", ") + "}" : nil
    case .unknown: return nil
    }
  }

  mutating func add(_ match: PolicyMatch) throws(NotPortable) {
    let roles = [PolicyMatch.Part.containers, .initContainers, .ephemeralContainers].filter(
      match.workloads.contains)
    let podSpec = CELExpression.select(.identifier("variables"), field: "podSpec", .value)
    if !match.workloads.isEmpty { names["pod"] = podSpec }
    if !roles.isEmpty {
      let groups = asksForRole ? roles.map { [$0] } : [roles]
      for group in groups {
        var names = self.names
        names["object"] = .identifier("container")
        names["container.role"] = .string(asksForRole ? group[0].rawValue : "containers")
        let lists = group.map { role -> CELExpression in
          .conditional(
            .select(podSpec, field: role.rawValue, .presence),
            then: .select(podSpec, field: role.rawValue, .value), otherwise: .list([]))
        }
        try add(names, elements: Simplification.sum(lists))
      }
    }
    names["container.role"] = .string("")
    if match.workloads.contains(.pods) {
      var names = self.names
      names["object"] = podSpec
      try add(names, elements: nil)
    } else if !match.kubernetes.isEmpty {
      try add(names, elements: nil)
    }
    if validations.isEmpty { throw NotPortable("nothing of it is left that a cluster could judge") }
  }

  private var asksForRole: Bool {
    let texts =
      rule.validations.map(\.expression.text) + rule.variables.map(\.expression.text)
      + rule.conditions.map(\.text) + [rule.forEach?.list.text ?? ""]
    return texts.contains { $0.contains("container.role") }
  }

  /// - Parameter elements: containers to be judged one by one; nil where the object is judged.
  private mutating func add(
    _ names: [String: CELExpression], elements: CELExpression?
  ) throws(NotPortable) {
    var plain = PlainExpression(names: names, variables: definitions, unavailable: Self.unavailable)
    func parsed(_ expression: SourceExpression) throws(NotPortable) -> CELExpression {
      guard let expression = CELExpression(expression.text) else { throw NotPortable("it does not parse") }
      return expression
    }
    var conditions: [CELExpression] = []
    for condition in rule.conditions { conditions.append(try plain.plain(try parsed(condition))) }
    let isJudged = Simplification.binary("&&", conditions)
    var list: CELExpression?
    if let forEach = rule.forEach { list = try plain.plain(try parsed(forEach.list)) }
    for validation in rule.validations {
      let body = try plain.plain(try parsed(validation.expression))
      let message = validation.messageExpression.flatMap { source -> CELExpression? in
        var copy = plain
        return CELExpression(source.text).flatMap { try? copy.plain($0) }
      }
      let holds: CELExpression
      if let list, let name = rule.forEach?.name {
        holds = .macro(name: "all", range: list, variables: [name], [body])
      } else {
        holds = body
      }
      let test = Simplification.binary("||", [Simplification.not(isJudged), holds])
      if case .literal("true") = test { continue }
      var failing = message
      if let list, let name = rule.forEach?.name, let own = failing {
        failing = Self.first(of: list, name, where: Simplification.not(body), own)
      }
      if let elements, let own = failing {
        failing = Self.first(of: elements, "container", where: Simplification.not(test), own)
      }
      let whole = elements.map {
        CELExpression.macro(name: "all", range: $0, variables: ["container"], [test])
      }
      let text = failing?.description
      validations.append(
        .init(
          expression: (whole ?? test).description, message: validation.message ?? summary,
          messageExpression: text.flatMap { $0.utf8.count > 4096 ? nil : $0 }))
    }
    isForPodsOnly = isForPodsOnly || plain.usesLimitRange
  }

  /// `list.filter(name, condition).map(name, message)[0]`
  private static func first(
    of list: CELExpression, _ name: String, where condition: CELExpression, _ message: CELExpression
  ) -> CELExpression {
    .index(
      .macro(
        name: "map", range: .macro(name: "filter", range: list, variables: [name], [condition]),
        variables: [name], [message]),
      .literal("0"), isOptional: false)
  }

  func export(_ card: PolicyCard, _ match: PolicyMatch) -> AdmissionExport {
    var rules: [AdmissionExport.Rule] = []
    var variables = variables
    var remarks = remarks
    let judgesPods = !match.workloads.subtracting([.tasks]).isEmpty
    if judgesPods {
      let resources =
        ["pods"] + (match.workloads.contains(.ephemeralContainers) ? ["pods/ephemeralcontainers"] : [])
      rules.append(.init(groups: [""], versions: ["v1"], resources: resources))
      if isForPodsOnly {
        variables.append(("podSpec", "object.spec"))
        remarks.append("judges pods, whose defaults LimitRanger has filled in, and not their controllers")
      } else {
        rules += Self.controllers
        variables.append(
          (
            "podSpec",
            "object.kind == 'Pod' ? object.spec : object.kind == 'CronJob' ? "
              + "object.spec.jobTemplate.spec.template.spec : object.spec.template.spec"
          ))
      }
    }
    for kind in match.kubernetes where kind.kind != "Kustomization" {
      let rule = AdmissionExport.Rule(
        groups: [kind.group ?? "*"], versions: ["*"], resources: [AdmissionMatch.plural(of: kind.kind)])
      if let index = rules.firstIndex(where: { $0.groups == rule.groups && $0.versions == rule.versions }) {
        rules[index].resources += rule.resources
      } else {
        rules.append(rule)
      }
    }
    if let lower = rule.lower {
      remarks.append("keeps its level where the scan lowers it (\(lower.note))")
    }
    if !match.terraform.isEmpty || !match.workflow.isEmpty || !match.dockerfile.isEmpty
      || match.workloads.contains(.tasks)
    {
      remarks.append("judges Kubernetes objects only, the scan other files too")
    }
    return AdmissionExport(
      card: card, name: "mlguard-\(card.id.lowercased())-\(card.name)", rules: rules, variables: variables,
      validations: validations, remarks: remarks)
  }
}
