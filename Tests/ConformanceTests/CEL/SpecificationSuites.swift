internal import CEL
internal import Foundation
internal import Testing

/// The suites of google/cel-spec, as converted in `../shared/conformance/cel`.
struct SpecificationSuites {
  @Test func `the required cases of the specification hold`() throws {
    guard let folder = SharedData.folder("conformance/cel") else {
      print("skipped: ../shared/conformance/cel is not there")
      return
    }
    let lenient = Set(
      try SharedData.lines(folder.appending(path: "known_differences.jsonl")).compactMap { $0["id"]?.string })
    let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "jsonl" && $0.lastPathComponent != "known_differences.jsonl" }
      .sorted { $0.lastPathComponent < $1.lastPathComponent }
    var required = 0
    var faults: [String] = []
    var differences = 0
    for file in files {
      for item in try SharedData.lines(file) where item["scope"]?.string == "required" {
        required += 1
        guard let fault = Self.fault(in: item) else { continue }
        let id = item["id"]?.string ?? ""
        if lenient.contains(id) { differences += 1 } else { faults.append("\(id): \(fault)") }
      }
    }
    for fault in faults { print(fault) }
    print(
      "CEL specification: \(required - faults.count - differences) of \(required) required cases, and "
        + "\(differences) of \(lenient.count) known differences answered as cel-go does")
    #expect(required == 1717)
    #expect(faults == [])
  }

  /// What is wrong with our answer; nil when it is the expected one.
  static func fault(in item: JSON) -> String? {
    let expression = item["expr"]?.string ?? ""
    var environment = CELEnvironment(.standard)
    environment.container = item["container"]?.string ?? ""
    environment.checksTypes = item["disableCheck"]?.bool != true
    for declaration in item["typeEnv"]?.array ?? [] {
      let name = declaration["name"]?.string ?? ""
      if let type = declaration["type"]?.string {
        environment.declare(variable: name, as: TypedValue.type(type))
      }
      for overload in declaration["overloads"]?.array ?? [] {
        environment.declare(
          function: HostFunction(
            name,
            [
              .init(
                (overload["params"]?.array ?? []).map { TypedValue.type($0.string ?? "") },
                TypedValue.type(overload["result"]?.string ?? ""), isMember: overload["member"]?.bool == true)
            ]
          ) { _ in .error(CELError("not implemented")) })
      }
    }
    let bindings = item["bindings"]?.object ?? [:]
    for name in bindings.keys where environment.slot(of: name) == nil {
      environment.declare(variable: name, as: .dyn)
    }
    let expected = item["expect"]
    let expectsError = expected?["error"] != nil || expected?["anyError"] != nil
    switch environment.compile(expression) {
    case .failure(let failure): return expectsError ? nil : "\(expression) — \(failure)"
    case .success(let program):
      if let type = expected?["deducedType"]?.string, program.resultType.description != type {
        return "\(expression) — type \(program.resultType), expected \(type)"
      }
      if item["checkOnly"]?.bool == true { return nil }
      var activation = CELActivation(environment)
      for (name, value) in bindings { activation[name] = TypedValue.value(value) }
      let outcome = program.evaluate(activation)
      if expectsError {
        return outcome.error == nil
          ? "\(expression) — \(TypedValue.printed(outcome.result)), expected an error" : nil
      }
      guard let value = expected?["value"] else { return nil }
      let (found, wanted) = (TypedValue.printed(outcome.result), TypedValue.printed(expected: value))
      return found == wanted ? nil : "\(expression) — \(found), expected \(wanted)"
    }
  }
}
