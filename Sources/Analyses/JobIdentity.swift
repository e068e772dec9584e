internal import PolicyKit
internal import ResourceModel
internal import SourceText
internal import Values

/// The environment that a job of a workflow deploys to, by its gate and by the roles that it takes.
private struct JobEnvironment {
  /// Of `environment:`; nil where the job has none, or its name is no word for one.
  var gate: String?
  var hasGate: Bool
  /// The roles that its steps take, with the environment that each names.
  var roles: [(value: Value, label: String)] = []
  /// A step changes what is deployed.
  var deploys: Bool

  /// A tool and what it is told to do, on one line of a script.
  private static let commands = [
    ("terraform", " apply"), ("terraform", " destroy"), ("tofu", " apply"), ("tofu", " destroy"),
    ("kubectl", " apply"), ("helm", " upgrade"), ("helm", " install"), ("argocd app", " sync"),
  ]

  init(_ job: Resource, _ labels: DeliveryLabels) {
    let environment = job.value["environment"]
    hasGate = environment.map { !$0.isNull } ?? false
    gate = (environment?.string ?? environment?["name"]?.string).flatMap { name in
      name.contains("${{") ? nil : labels.only(in: name)
    }
    let steps = job.value["steps"]?.list ?? []
    for step in steps where step["uses"]?.string?.hasPrefix("aws-actions/configure-aws-credentials@") == true
    {
      guard let role = step.at("with", "role-to-assume"), let text = role.string, !text.contains("${{"),
        let label = labels.ofIdentity(text)
      else { continue }
      roles.append((role, label))
    }
    deploys = steps.contains { step in
      guard let text = step["run"]?.string else { return false }
      return text.split(separator: "\n").contains { line in
        Self.commands.contains { line.contains($0.0) && line.contains($0.1) }
      }
    }
  }

  static func all(_ facts: Facts) -> [(job: Resource, environment: JobEnvironment)] {
    let labels = DeliveryLabels(facts)
    return facts.resources.filter { $0.domain == .workflow && $0.type == "job" }
      .map { ($0, JobEnvironment($0, labels)) }
  }
}

/// Reports a job that deploys with a role of an environment and waits at no gate of it.
struct UngatedDeployment: Analysis {
  static let name = "ungated-deployment"

  func run(_ facts: Facts, _ report: inout AnalysisReport) {
    for (job, environment) in JobEnvironment.all(facts) where environment.deploys && !environment.hasGate {
      guard let role = environment.roles.first else { continue }
      report.violation(Message.deploys(job.name, role.label), at: role.value, in: job)
    }
  }

  private enum Message {
    static func deploys(_ job: String, _ label: String) -> String {
      "job '\(job)' deploys with a role of \(label) and has no environment"
    }
  }
}

/// Reports a job of one environment that takes a role of another.
struct ForeignJobRole: Analysis {
  static let name = "foreign-job-role"

  func run(_ facts: Facts, _ report: inout AnalysisReport) {
    for (job, environment) in JobEnvironment.all(facts) {
      guard let gate = environment.gate else { continue }
      for role in environment.roles where role.label != gate {
        report.violation(
          Message.takes(job.name, gate, role.value.string ?? "", role.label), at: role.value, in: job)
      }
    }
  }

  private enum Message {
    static func takes(_ job: String, _ gate: String, _ role: String, _ label: String) -> String {
      "job '\(job)' of \(gate) takes '\(role)' of \(label)"
    }
  }
}
