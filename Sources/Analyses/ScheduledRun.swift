internal import PolicyKit
internal import ResourceModel
internal import SourceText
internal import Values

/// What a CronWorkflow runs: its own specification, over that of the template that it refers to.
private struct ScheduledRun {
  /// The CronWorkflow's `workflowSpec`, then the template's `spec`.
  var specs: [Value]
  /// The template that it refers to and that the repository does not have.
  var missing: String?

  init(_ workflow: Value, in namespace: String, _ templates: [String: Value]) {
    specs = [workflow]
    guard let reference = workflow["workflowTemplateRef"], let name = reference["name"]?.string else {
      return
    }
    let place = reference["clusterScope"]?.bool == true ? "" : namespace
    if let template = templates[place + "\n" + name] { specs.append(template) } else { missing = name }
  }

  func has(_ field: String) -> Bool { specs.contains { $0[field].map { !$0.isNull } ?? false } }

  /// The specifications of the WorkflowTemplates of the repository by namespace and name; of cluster-wide ones by name.
  static func templates(_ facts: Facts) -> [String: Value] {
    var templates: [String: Value] = [:]
    for workflow in facts.typed.workflows {
      let resource = facts.resources[workflow.resource]
      switch resource.type {
      case "WorkflowTemplate":
        templates[facts.namespaceKeys[workflow.resource] + "\n" + resource.name] = workflow.spec
      case "ClusterWorkflowTemplate": templates["\n" + resource.name] = workflow.spec
      default: continue
      }
    }
    return templates
  }

  /// Each CronWorkflow with what it runs.
  static func all(_ facts: Facts) -> [(resource: Resource, run: ScheduledRun)] {
    let workflows = facts.typed.workflows.filter { facts.resources[$0.resource].type == "CronWorkflow" }
    guard !workflows.isEmpty else { return [] }
    let templates = templates(facts)
    return workflows.map {
      (
        facts.resources[$0.resource],
        ScheduledRun($0.spec, in: facts.namespaceKeys[$0.resource], templates)
      )
    }
  }
}

extension AnalysisReport {
  /// Speaks of a workflow that lacks something; undetermined where the template that may have it is not there.
  fileprivate mutating func lack(
    _ violation: String, orUndecided undecided: String, of workflow: Resource, _ run: ScheduledRun
  ) {
    let location = workflow.value.at("metadata", "name")?.location ?? workflow.location
    guard let missing = run.missing else {
      return self.violation(violation, at: location, resource: workflow)
    }
    undetermined(
      undecided, at: location, resource: workflow,
      because: [.init("the repository has no WorkflowTemplate '\(missing)'")])
  }
}

/// Reports a scheduled run that nothing ends: one that hangs holds its resources, and with `Forbid` every later run.
struct RunDeadline: Analysis {
  static let name = "run-deadline"

  func run(_ facts: Facts, _ report: inout AnalysisReport) {
    for (resource, run) in ScheduledRun.all(facts) where !run.has("activeDeadlineSeconds") {
      report.lack(
        Message.endless(resource), orUndecided: Message.undecided(resource), of: resource, run)
    }
    for resource in facts.resources where resource.domain == .kubernetes && resource.type == "CronJob" {
      let job = resource.value.at("spec", "jobTemplate", "spec")
      let deadlines = [
        job?["activeDeadlineSeconds"], job?.at("template", "spec", "activeDeadlineSeconds"),
      ]
      // What has no job is a patch.
      guard job?["template"] != nil, !deadlines.contains(where: { $0.map { !$0.isNull } ?? false }) else {
        continue
      }
      report.violation(
        Message.endless(resource), at: resource.value.at("metadata", "name")?.location ?? resource.location,
        resource: resource)
    }
  }

  private enum Message {
    static func endless(_ resource: Resource) -> String {
      "nothing ends a run of \(resource.type) '\(resource.name)' that hangs"
    }
    static func undecided(_ resource: Resource) -> String {
      "cannot tell whether a run of \(resource.type) '\(resource.name)' is ended when it hangs"
    }
  }
}

/// Reports a scheduled workflow whose failure nobody hears of: it has neither metrics nor an exit handler.
struct UnwatchedRun: Analysis {
  static let name = "unwatched-run"

  func run(_ facts: Facts, _ report: inout AnalysisReport) {
    for (resource, run) in ScheduledRun.all(facts) {
      let isWatched =
        ["metrics", "onExit", "hooks"].contains(where: run.has)
        || run.specs.contains { ($0["templates"]?.list ?? []).contains { $0["metrics"] != nil } }
      if isWatched { continue }
      report.lack(
        Message.unheard(resource), orUndecided: Message.undecided(resource), of: resource, run)
    }
  }

  private enum Message {
    static func unheard(_ resource: Resource) -> String {
      "nobody hears of a run of \(resource.type) '\(resource.name)' that fails"
    }
    static func undecided(_ resource: Resource) -> String {
      "cannot tell whether anybody hears of a run of \(resource.type) '\(resource.name)' that fails"
    }
  }
}
