internal import CEL
internal import ResourceModel
internal import SourceText
internal import Values
internal import YAMLSyntax

/// Compiles and evaluates the expressions of the conformance suites: files of JSON lines with `expr`, `scope`,
/// `typeEnv` and `bindings`.
enum CELBench {
  private struct Item {
    var expression: String
    var environment: CELEnvironment
    var activation: CELActivation
  }

  static func run(_ paths: [String]) {
    let items = paths.flatMap(items)
    let programs = items.compactMap { item -> (CELProgram, CELActivation)? in
      guard case .success(let program) = item.environment.compile(item.expression) else { return nil }
      return (program, item.activation)
    }
    let rounds = 10
    var compiled = 0
    let compileSeconds = Bench.median {
      compiled = 0
      for _ in 0..<rounds {
        for item in items {
          if case .success = item.environment.compile(item.expression) { compiled += 1 }
        }
      }
    }
    var cost: UInt64 = 0
    let evaluateSeconds = Bench.median {
      cost = 0
      for _ in 0..<rounds {
        for (program, activation) in programs { cost += program.evaluate(activation).cost }
      }
    }
    var slots = 0
    let environmentSeconds = Bench.median {
      for _ in 0..<100 {
        var environment = CELEnvironment(.policy)
        environment.declare(variable: "object", as: .dyn)
        slots += environment.slot(of: "object") ?? 1
      }
    }
    let compileTime = compileSeconds / Double(items.count * rounds) * 1e6
    let evaluateTime = evaluateSeconds / Double(programs.count * rounds) * 1e6
    print(
      "cel: compile \(rounded(compileTime)) µs for each of \(items.count) expressions, evaluate "
        + "\(rounded(evaluateTime)) µs for each of \(compiled / rounds) (cost \(cost / UInt64(rounds))), "
        + "make an environment \(rounded(environmentSeconds * 1e4)) µs")
  }

  private static func rounded(_ number: Double) -> Double { (number * 100).rounded() / 100 }

  private static func items(of path: String) -> [Item] {
    Bench.bytes(of: path).split(separator: UInt8(ascii: "\n")).compactMap { line in
      let file = SourceFile(id: FileID(0), path: path, bytes: Array(line))
      guard let root = YAMLParser.parse(file).documents.first?.root else { return nil }
      let item = Value(root)
      guard item["scope"]?.string == "required", let expression = item["expr"]?.string else { return nil }
      var environment = CELEnvironment(.standard)
      for declaration in item["typeEnv"]?.list ?? [] {
        if let name = declaration["name"]?.string { environment.declare(variable: name, as: .dyn) }
      }
      var activation = CELActivation(environment)
      for binding in item["bindings"]?.object?.fields ?? [] {
        if let slot = environment.slot(of: binding.name) {
          activation[slot: slot] = .document(plain(binding.value))
        }
      }
      return Item(expression: expression, environment: environment, activation: activation)
    }
  }

  /// The document that a typed value of the suites stands for.
  private static func plain(_ typed: Value) -> Value {
    guard let value = typed["value"] else { return Value(.null) }
    switch typed["type"]?.string {
    case "int", "uint": return Value(.number(.integer(value.string.flatMap { Int64($0) } ?? 0)))
    case "double": return Value(.number(.double(value.string.flatMap { Double($0) } ?? 0)))
    case "list": return Value(.list((value.list ?? []).map(plain)))
    case "map":
      let fields = (value.list ?? []).compactMap { entry -> ObjectFields.Field? in
        guard let name = entry[0]?["value"]?.string, let content = entry[1] else { return nil }
        return ObjectFields.Field(name, plain(content))
      }
      return Value(.object(ObjectFields(fields)))
    default: return value
    }
  }
}
