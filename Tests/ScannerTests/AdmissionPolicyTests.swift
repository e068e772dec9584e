internal import PolicyKit
internal import ResourceModel
internal import SourceText
internal import Testing

@testable internal import Scanner

/// Native ValidatingAdmissionPolicies over manifests, as the API server would judge them on creation.
struct AdmissionPolicyTests {
  /// The findings and the undetermined, one a line.
  private func check(_ policy: String, _ manifest: String, _ expected: String) throws {
    let found = try lines(policy, manifest)
    #expect(found == expected.split(separator: "\n").map(String.init))
  }

  private func lines(_ policy: String, _ manifest: String) throws -> [String] {
    let file = SourceFile(id: FileID(0), path: "policy.yaml", bytes: Array(policy.utf8))
    let (policies, faults) = PolicyReader.read([file], analyses: [])
    guard faults.isEmpty else { return faults.map(\.description) }
    var problems: [ConfigurationFault] = []
    let plan = PolicyPlan(policies, profile: Profile(), files: [file], faults: &problems)
    guard problems.isEmpty else { return problems.map(\.description) }
    let reading = Reading([SourceFile(id: FileID(0), path: "app.yaml", bytes: Array(manifest.utf8))])
    let facts = reading.facts
    let run = PolicyRun(plan, facts: facts, files: reading.files)
    let judgement = run.settled(run.judge(0..<facts.resources.count))
    let lines = LineIndex(reading.files[0].bytes)
    func place(_ location: Location) -> String {
      let position = lines.position(of: Int(location.range.start), in: reading.files[0].bytes)
      return "\(position.line):\(position.column)"
    }
    return judgement.findings.map {
      "\(place($0.location)) \($0.level.rawValue) \($0.policy): \($0.message)"
        + $0.notes.map { " [\($0)]" }.joined()
    }
      + judgement.undetermined.map {
        "\(place($0.location)) undetermined \($0.policy): \($0.reasons.map(\.phrase).joined(separator: "; "))"
      }
  }

  private func policy(
    _ spec: String, resources: String = "[deployments]", groups: String = "[apps]"
  ) -> String {
    """
    apiVersion: admissionregistration.k8s.io/v1
    kind: ValidatingAdmissionPolicy
    metadata: {name: limit}
    spec:
      matchConstraints:
        resourceRules:
          - {apiGroups: \(groups), apiVersions: [v1], operations: [CREATE, UPDATE], resources: \(resources)}

    """ + spec.split(separator: "\n").map { "  " + $0 }.joined(separator: "\n") + "\n"
  }

  private let deployment = """
    apiVersion: apps/v1
    kind: Deployment
    metadata: {name: web, namespace: shop, labels: {tier: front}}
    spec:
      replicas: 7
      template:
        spec:
          containers: [{name: web, image: web:1}]

    """

  @Test func `a validation marks the value that it read`() throws {
    try check(
      policy(
        "validations: [{expression: object.spec.replicas <= 5, message: too many, messageExpression: "
          + "\"'replicas ' + string(object.spec.replicas) + ' are too many'\"}]"), deployment,
      "5:13 error limit: replicas 7 are too many")
  }

  @Test func `the message, or else the expression`() throws {
    try check(
      policy("validations: [{expression: object.spec.replicas <= 5, message: too many}]"), deployment,
      "5:13 error limit: too many")
    try check(
      policy("validations: [{expression: object.spec.replicas <= 5}]"), deployment,
      "5:13 error limit: failed expression: object.spec.replicas <= 5")
  }

  @Test func `variables and conditions`() throws {
    let spec = """
      matchConditions: [{name: front, expression: object.metadata.labels.tier == 'front'}]
      variables:
        - {name: most, expression: 5}
        - {name: isFew, expression: object.spec.replicas <= variables.most}
      validations: [{expression: variables.isFew, message: too many}]
      """
    try check(policy(spec), deployment, "5:13 error limit: too many")
    try check(policy(spec), deployment.replacing("front", with: "back"), "")
  }

  @Test func `a policy over pods judges templates and says so`() throws {
    try check(
      policy(
        "validations: [{expression: \"object.spec.containers.all(c, c.image.contains('@'))\", message: no digest}]",
        resources: "[pods]", groups: "[\"\"]"),
      deployment,
      "8:39 error limit: no digest [the policy is about pods; judged on the pod template spec.template.spec of "
        + "Deployment/shop/web]")
  }

  @Test func `parameters come through the binding`() throws {
    let text =
      policy(
        "paramKind: {apiVersion: v1, kind: ConfigMap}\n"
          + "validations: [{expression: object.spec.replicas <= int(params.data.most), message: too many}]")
        + """
        ---
        apiVersion: admissionregistration.k8s.io/v1
        kind: ValidatingAdmissionPolicyBinding
        metadata: {name: limit}
        spec: {policyName: limit, validationActions: [Warn], paramRef: {name: limits, parameterNotFoundAction: Deny}}

        """
    let parameters = "---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: limits}\ndata: {most: '5'}\n"
    try check(text + parameters, deployment, "5:13 warning limit: too many")
    try check(text, deployment + parameters, "5:13 warning limit: too many")
    try check(
      text, deployment,
      "5:13 undetermined limit: the repository has no ConfigMap 'limits' with the parameters")
  }

  @Test func `each binding judges by itself`() throws {
    func binding(_ name: String, _ more: String) -> String {
      """
      ---
      apiVersion: admissionregistration.k8s.io/v1
      kind: ValidatingAdmissionPolicyBinding
      metadata: {name: \(name)}
      spec: {policyName: limit, \(more)}

      """
    }
    let text = policy("validations: [{expression: object.spec.replicas <= 5, message: too many}]")
    try check(
      text + binding("deny", "validationActions: [Deny]") + binding("audit", "validationActions: [Audit]"),
      deployment, "5:13 note limit/audit: too many\n5:13 error limit/deny: too many")
    try check(
      text + binding("labels", "matchResources: {objectSelector: {matchLabels: {tier: back}}}"), deployment,
      "")
  }

  @Test func `a namespace selector needs the labels of the namespace`() throws {
    let text = policy("validations: [{expression: object.spec.replicas <= 5, message: too many}]")
      .replacing(
        "    resourceRules:",
        with:
          "    namespaceSelector: {matchExpressions: [{key: env, operator: NotIn, values: [dev]}]}\n    resourceRules:"
      )
    try check(
      text, deployment,
      "5:13 undetermined limit: the labels of namespace 'shop' are not in the repository")
    let namespace = "---\napiVersion: v1\nkind: Namespace\nmetadata: {name: shop, labels: {env: dev}}\n"
    try check(text, deployment + namespace, "")
    try check(text, deployment + namespace.replacing("dev", with: "prod"), "5:13 error limit: too many")
  }

  @Test func `an expression that fails follows the failure policy`() throws {
    let spec = "validations: [{expression: object.spec.strategy.type == 'Recreate', message: no}]"
    try check(
      policy(spec), deployment,
      "5:3 error limit: an expression of the policy fails (no such key: strategy), and failurePolicy Fail "
        + "refuses the object")
    try check(
      policy("failurePolicy: Ignore\n" + spec), deployment,
      "5:3 undetermined limit: an expression fails (no such key: strategy), and failurePolicy Ignore lets the "
        + "object pass")
  }

  @Test func `what only the cluster knows is unknown`() throws {
    try check(
      policy("validations: [{expression: \"request.userInfo.username == 'ci'\", message: no}]"), deployment,
      "1:1 undetermined limit: only the cluster knows who asks")
  }

  @Test func `a null field is an absent one, and audit annotations are told`() throws {
    try check(
      policy(
        "validations: [{expression: \"!has(object.spec.paused)\", message: paused}]"),
      deployment.replacing("replicas: 7", with: "paused: null"), "")
    try check(
      policy(
        "validations: [{expression: object.spec.replicas <= 5, message: too many}]\n"
          + "auditAnnotations: [{key: count, valueExpression: string(object.spec.replicas)}]"), deployment,
      "5:13 error limit: too many [audit count: 7]")
  }

  @Test func `mistakes have their place`() throws {
    try check(
      policy("validations: [{expression: objct.spec.replicas <= 5}]"), deployment,
      "policy.yaml:8:30: undeclared reference to 'objct'; did you mean 'object'?")
    try check(
      policy("failurePolicy: Fial\nvalidations: [{expression: 'true'}]"), deployment,
      "policy.yaml:8:18: unknown failurePolicy 'Fial'; did you mean 'Fail'?")
  }
}
