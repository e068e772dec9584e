internal import IAMPolicy
internal import PolicyKit
internal import ResourceModel
internal import SourceText
internal import Values

/// Reports an identity that its documents together let do everything to everything, and a document that does so alone.
struct AdminPolicy: Analysis {
  static let name = "admin-policy"

  func run(_ facts: Facts, _ report: inout AnalysisReport) {
    let all = IdentityDocuments(facts)
    for unit in all.units { judge(unit, all, &report) }
  }

  private func judge(
    _ unit: IdentityDocuments.Unit, _ all: IdentityDocuments, _ report: inout AnalysisReport
  ) {
    let documents = unit.documents.map { all.documents[$0] }
    let granted = Permissions(documents.flatMap(\.statements))
    var limits: [Unknown.Reason] = granted.openDenials
    var denied = granted.denied
    switch unit.boundary {
    case .none: break
    case .document(let index):
      let boundary = Permissions(all.documents[index].statements)
      limits += all.documents[index].doubts + boundary.openDenials
      denied.formUnion(boundary.denied)
      denied.formUnion(ActionSet.everything.subtracting(boundary.everywhere))
    case .outside(let value):
      limits +=
        value.unknown?.reasons ?? [
          .init("the permissions boundary is not in the repository", at: value.location)
        ]
    }
    let causes = Self.causes(documents, granted, denied)
    for cause in causes {
      let mark = cause.statement.widest(["Action", "NotAction"])
      let resource = cause.document.resource
      if limits.isEmpty {
        let others = cause.others.map {
          Finding.Step("allowed here as well", at: $0.value.location ?? resource.location)
        }
        report.violation(
          Message.everything(resource, with: others.count), at: mark, in: resource, trace: others)
      } else {
        report.undetermined(Message.undecided(resource), at: mark, in: resource, because: limits)
      }
    }
    guard causes.isEmpty else { return }
    for document in documents {
      if !document.doubts.isEmpty {
        report.undetermined(
          Message.undecided(document.resource), at: document.resource.location, resource: document.resource,
          because: document.doubts)
      }
      for statement in document.statements {
        guard case .open(let reasons) = statement.allowsEverything else { continue }
        report.undetermined(
          Message.undecided(document.resource), at: statement.value, in: document.resource, because: reasons)
      }
    }
  }

  private struct Cause {
    var document: IdentityDocuments.Document
    var statement: PolicyStatement
    /// Other statements without which it would not be everything.
    var others: [PolicyStatement] = []
  }

  /// The statements that allow everything alone; or else, where all together do, the one that allows most.
  private static func causes(
    _ documents: [IdentityDocuments.Document], _ granted: Permissions, _ denied: ActionSet
  ) -> [Cause] {
    guard granted.everywhere.subtracting(denied).isAdministration else { return [] }
    let statements = documents.flatMap { document in
      document.statements.map {
        (cause: Cause(document: document, statement: $0), allows: Permissions([$0]).everywhere)
      }
    }.filter { !$0.allows.isEmpty }
    let alone = statements.filter { $0.allows.subtracting(denied).isAdministration }.map(\.cause)
    if !alone.isEmpty { return alone }
    let sorted = statements.sorted { $0.allows.count > $1.allows.count }
    guard var most = sorted.first?.cause else { return [] }
    most.others = sorted.dropFirst().map(\.cause.statement)
    return [most]
  }

  private enum Message {
    static func everything(_ resource: Resource, with others: Int) -> String {
      let name = resource.type + "." + resource.name
      if others == 0 { return name + " allows every action on every resource" }
      return "\(name) allows every action on every resource, together with \(others) more "
        + (others == 1 ? "statement" : "statements") + " of the same identity"
    }
    static func undecided(_ resource: Resource) -> String {
      "cannot tell whether \(resource.type).\(resource.name) allows every action on every resource"
    }
  }
}

/// Reports actions that are all of a service, by one pattern or by several together.
struct ServiceWildcard: Analysis {
  static let name = "service-wildcard"

  func run(_ facts: Facts, _ report: inout AnalysisReport) {
    let all = IdentityDocuments(facts)
    for unit in all.units {
      let documents = unit.documents.map { all.documents[$0] }
      let granted = Permissions(documents.flatMap(\.statements))
      for document in documents { judge(document, granted, &report) }
      judgeTogether(documents, granted, &report)
    }
  }

  private func judge(
    _ document: IdentityDocuments.Document, _ granted: Permissions, _ report: inout AnalysisReport
  ) {
    let resource = document.resource
    if !document.doubts.isEmpty {
      report.undetermined(
        Message.undecided(resource), at: resource.location, resource: resource, because: document.doubts)
    }
    for statement in document.statements {
      if case .yes = statement.allowsEverything { continue }
      for action in statement.wholeServices {
        let set = ActionSet(matching: action.string ?? "")
        let left = set.subtracting(granted.denied)
        // A service that is not in the catalogue has nothing that could be taken away.
        guard left == set || !left.wholeServices.isEmpty else { continue }
        report.violation(Message.allows(resource, action.string ?? ""), at: action, in: resource)
      }
      guard let excluded = statement.value["NotAction"], !excluded.isNull, case .yes = statement.isAllow
      else { continue }
      let services = Permissions([statement]).anywhere.subtracting(granted.denied).wholeServices
      guard !services.isEmpty else { continue }
      report.violation(
        Message.allowsOthers(resource, services.count), at: statement.widest(["NotAction"]), in: resource)
    }
  }

  /// Services that no pattern covers alone.
  private func judgeTogether(
    _ documents: [IdentityDocuments.Document], _ granted: Permissions, _ report: inout AnalysisReport
  ) {
    var covered = ActionSet()
    var narrow: [(resource: Resource, pattern: Value, actions: ActionSet)] = []
    for document in documents {
      for statement in document.statements {
        guard case .yes = statement.isAllow else { continue }
        let whole = Set(statement.wholeServices.compactMap(\.string))
        for pattern in statement.actionPatterns {
          let text = pattern.string ?? ""
          let actions = ActionSet(matching: text)
          covered.formUnion(actions)
          if !whole.contains(text) { narrow.append((document.resource, pattern, actions)) }
        }
      }
    }
    let left = covered.subtracting(granted.denied)
    for service in left.wholeServices {
      let all = ActionSet(matching: service + ":*")
      let parts = narrow.map { ($0.resource, $0.pattern, $0.actions.intersection(all)) }
        .filter { !$0.2.isEmpty }
      var together = ActionSet()
      for part in parts { together.formUnion(part.2) }
      guard together.subtracting(granted.denied).wholeServices.contains(service),
        let widest = parts.filter({ $0.1.string?.contains("*") ?? false }).max(by: {
          $0.2.count < $1.2.count
        })
      else { continue }
      report.violation(
        Message.allowsTogether(widest.0, service), at: widest.1, in: widest.0,
        trace: parts.filter { $0.1.string?.contains("*") ?? false }.compactMap { part in
          part.1.location.map { Finding.Step("allows \(part.1.string ?? "")", at: $0) }
        })
    }
  }

  private enum Message {
    static func allows(_ resource: Resource, _ action: String) -> String {
      "\(resource.type).\(resource.name) allows \(action)"
    }
    static func allowsOthers(_ resource: Resource, _ count: Int) -> String {
      "\(resource.type).\(resource.name) allows everything of \(count) services, all that are not excluded here"
    }
    static func allowsTogether(_ resource: Resource, _ service: String) -> String {
      "\(resource.type).\(resource.name) allows every change that \(service) knows, one pattern with another"
    }
    static func undecided(_ resource: Resource) -> String {
      "cannot tell whether \(resource.type).\(resource.name) allows every action of a service"
    }
  }
}

/// Reports actions that could be bound to resources and are allowed on every one of their service.
struct WildcardResource: Analysis {
  static let name = "wildcard-resource"

  func run(_ facts: Facts, _ report: inout AnalysisReport) {
    let all = IdentityDocuments(facts)
    for unit in all.units {
      let documents = unit.documents.map { all.documents[$0] }
      let granted = Permissions(documents.flatMap(\.statements))
      for document in documents {
        for statement in document.statements { judge(statement, document.resource, granted, &report) }
      }
    }
  }

  private func judge(
    _ statement: PolicyStatement, _ resource: Resource, _ granted: Permissions,
    _ report: inout AnalysisReport
  ) {
    if case .yes = statement.allowsEverything { return }
    let actions = statement.classWideActions.compactMap(\.string).filter {
      let set = ActionSet(matching: $0)
      return set.isEmpty || !set.subtracting(granted.denied).isEmpty
    }
    guard let first = actions.first else { return }
    switch statement.coversClass {
    case .no: return
    case .yes:
      report.violation(
        Message.allows(resource, first, and: actions.count - 1),
        at: statement.widest(["Resource", "NotResource"]), in: resource)
    case .open(let reasons):
      report.undetermined(Message.undecided(resource), at: statement.value, in: resource, because: reasons)
    }
  }

  private enum Message {
    static func allows(_ resource: Resource, _ action: String, and others: Int) -> String {
      "\(resource.type).\(resource.name) allows \(action)"
        + (others > 0 ? " and \(others) more \(others == 1 ? "action" : "actions")" : "")
        + " on every resource"
    }
    static func undecided(_ resource: Resource) -> String {
      "cannot tell whether \(resource.type).\(resource.name) allows actions on every resource"
    }
  }
}
