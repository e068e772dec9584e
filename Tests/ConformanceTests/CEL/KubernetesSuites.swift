internal import Foundation
internal import Testing

@testable import CEL

/// The vectors of the Kubernetes and cel-go libraries, and Kubernetes' schema-typed rules with their costs.
struct KubernetesSuites {
  static let folder = SharedData.folder("conformance/cel/kubernetes")

  static func report(_ name: String, _ faults: [String], of total: Int) {
    for fault in faults { print(fault) }
    print("CEL \(name): \(total - faults.count) of \(total)")
  }

  @Test func `the vectors of the Kubernetes libraries hold`() throws {
    guard let folder = Self.folder else {
      return print("skipped: ../shared/conformance/cel/kubernetes is not there")
    }
    let names = ["quantity", "ip", "cidr", "format", "semver"]
    let (faults, total) = try Self.library(names, folder, .latestKubernetes)
    Self.report("Kubernetes libraries", faults, of: total)
    #expect(total == 164)
    #expect(faults == [])
  }

  @Test func `the vectors of the extensions hold`() throws {
    guard let folder = Self.folder else {
      return print("skipped: ../shared/conformance/cel/kubernetes is not there")
    }
    let (faults, total) = try Self.library(["sets", "lists", "comprehensions", "regex"], folder, .standard)
    Self.report("extensions", faults, of: total)
    #expect(total == 256)
    #expect(faults == [])
  }

  static func library(_ names: [String], _ folder: URL, _ dialect: Dialect) throws -> ([String], Int) {
    var faults: [String] = []
    var total = 0
    let environment = CELEnvironment(dialect)
    for name in names {
      for item in try SharedData.lines(folder.appending(path: "lib_\(name).jsonl")) {
        total += 1
        let expression = item["expr"]?.string ?? ""
        if let fault = fault(expression, item["expect"] ?? .null, environment) {
          faults.append("\(name): \(expression) — \(fault)")
        }
      }
    }
    return (faults, total)
  }

  static func fault(_ expression: String, _ expected: JSON, _ environment: CELEnvironment) -> String? {
    let program: CELProgram
    switch environment.compile(expression) {
    case .failure(let failure):
      return expected["compileError"] == nil ? "does not compile: \(failure)" : nil
    case .success(let compiled): program = compiled
    }
    if expected["compileError"] != nil { return "compiles" }
    let outcome = program.evaluate(CELActivation(environment))
    if let text = expected["runtimeError"]?.string {
      guard let error = outcome.error else {
        return "\(TypedValue.printed(outcome.result)), expected an error"
      }
      let wanted = text.replacingOccurrences(of: ".*", with: "")
      return error.message.contains(wanted) ? nil : "error '\(error.message)', expected '\(wanted)'"
    }
    if let cost = expected["actualCost"]?.int, UInt64(cost) != outcome.cost {
      return "cost \(outcome.cost), expected \(cost)"
    }
    guard let value = expected["value"] else { return nil }
    let (found, wanted) = (TypedValue.printed(outcome.result), TypedValue.printed(expected: value))
    return found == wanted || found == wanted.replacingOccurrences(of: "kubernetes.", with: "net.")
      ? nil : "\(found), expected \(wanted)"
  }

  // Schema-typed rules.

  @Test func `the rules of custom resources hold`() throws {
    guard let folder = Self.folder else {
      return print("skipped: ../shared/conformance/cel/kubernetes is not there")
    }
    var faults: [String] = []
    var wordings: [String] = []
    var total = 0
    for group in try SharedData.lines(folder.appending(path: "crd_validation.jsonl")) {
      let rules = Rules(group, isRoot: group["isRoot"]?.bool == true)
      for rule in group["rules"]?.array ?? [] {
        total += 1
        let expression = rule["rule"]?.string ?? ""
        let expected = rule["expect"]?["error"]?.string
        let place = "\(group["section"]?.string ?? ""): \(expression)"
        let message: String?
        switch rules.evaluate(expression) {
        case .failure(let failure): message = failure.message
        case .success((_, let found)): message = found
        }
        switch (message, expected) {
        case (let message?, let expected?):
          if !message.contains(expected) { wordings.append("\(place) — \(message), upstream \(expected)") }
        case (let message?, nil):
          // Upstream skips transition rules of objects that have no old version; their value is not looked at.
          if group["expectSkipped"]?.bool != true { faults.append("\(place) — \(message)") }
        case (nil, let expected?): faults.append("\(place) — holds, expected \(expected)")
        case (nil, nil): break
        }
      }
    }
    Self.report("rules of custom resources", faults, of: total)
    if ProcessInfo.processInfo.environment["CEL_WORDING"] != nil {
      for wording in wordings { print(wording) }
    }
    print("of which \(wordings.count) errors are worded differently")
    #expect(total == 790)
    #expect(faults == [])
  }

  @Test func `the costs of rules are those of the API server`() throws {
    guard let folder = Self.folder else {
      return print("skipped: ../shared/conformance/cel/kubernetes is not there")
    }
    var faults: [String] = []
    var total = 0
    for group in try SharedData.lines(folder.appending(path: "crd_cost.jsonl")) {
      let rules = Rules(group, isRoot: true)
      for rule in group["rules"]?.array ?? [] {
        total += 1
        let expression = rule["rule"]?.string ?? ""
        let place = "\(group["section"]?.string ?? ""): \(expression)"
        let expected = UInt64(rule["expect"]?["cost"]?.int ?? -1)
        switch rules.evaluate(expression) {
        case .failure(let failure): faults.append("\(place) — \(failure.message)")
        case .success((let cost, let message)):
          if cost != expected { faults.append("\(place) — \(cost), expected \(expected) \(message ?? "")") }
        }
      }
    }
    Self.report("exact costs", faults, of: total)
    #expect(total == 329)
    #expect(faults == [])
  }

  /// One schema with its object.
  struct Rules {
    private var environment = CELEnvironment(.latestKubernetes)
    private let schema: SchemaType
    private let selfValue: CELValue
    private let oldValue: CELValue?

    init(_ group: JSON, isRoot: Bool) {
      schema = SchemaType(
        openAPI: TypedValue.document(plain: group["schema"] ?? .null), name: "selfType", isRoot: isRoot)
      selfValue = StructuredDocument.value(TypedValue.document(group["object"] ?? .null), schema)
      oldValue = group["oldObject"].map { [schema] in
        StructuredDocument.value(TypedValue.document($0), schema)
      }
      schema.declare(in: &environment)
      environment.declare(variable: "self", as: schema.type ?? .dyn)
      environment.declare(variable: "oldSelf", as: schema.type ?? .dyn)
    }

    /// The cost, and the message where the rule fails or does not hold.
    func evaluate(_ rule: String) -> Swift.Result<(UInt64, String?), Failure> {
      switch environment.compile(rule) {
      case .failure(let failure): return .failure(Failure(message: failure.description))
      case .success(let program):
        var activation = CELActivation(environment)
        activation["self"] = selfValue
        activation["oldSelf"] = oldValue
        let outcome = program.evaluate(activation)
        if let error = outcome.error { return .success((outcome.cost, error.message)) }
        return .success((outcome.cost, outcome.bool == true ? nil : "failed rule"))
      }
    }

    struct Failure: Error { var message: String }
  }
}
