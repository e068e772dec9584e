internal import CEL
internal import Testing
internal import Values

/// What is not known before apply stays unknown, and takes its reasons along.
struct UnknownTests {
  let plan = Document(
    "object",
    [
      "image": .unknown("variable \"image\" has no value", prefix: "registry.example/", isNotNull: true),
      "count": .unknown("data source is read during apply"),
      "name": "web",
      "ports": [80, .unknown("port is allocated")],
    ])

  @Test func `an unknown operand makes the result unknown`() {
    check("object.count + 1", plan, gives: "unknown because data source is read during apply")
    check("object.count.x", plan, gives: "unknown because data source is read during apply")
    check(
      "size(object.image + string(object.count))", plan,
      gives: "unknown because variable \"image\" has no value, data source is read during apply")
    check("object.count > 1 ? 'a' : 'b'", plan, gives: "unknown because data source is read during apply")
  }

  @Test func `a decision outweighs an unknown`() {
    check("object.count > 1 && object.name == 'x'", plan, gives: "false")
    check("object.count > 1 || object.name == 'web'", plan, gives: "true")
    check(
      "object.count > 1 && object.name == 'web'", plan,
      gives: "unknown because data source is read during apply")
    check("object.ports.exists(p, p == 80)", plan, gives: "true")
    check("object.ports.all(p, p != 80)", plan, gives: "false")
    check("object.ports.all(p, p == 80)", plan, gives: "unknown because port is allocated")
    check("80 in object.ports && !(81 in object.ports)", plan, gives: "unknown because port is allocated")
    check("object.ports == [81, 1]", plan, gives: "false")
    check("object.ports == [80, 1]", plan, gives: "unknown because port is allocated")
  }

  @Test func `an unknown outweighs an error`() {
    check("object.count + object.missing", plan, gives: "unknown because data source is read during apply")
    check(
      "object.count > 1 && object.missing", plan, gives: "unknown because data source is read during apply")
  }

  @Test func `what is known of an unknown is used`() {
    check("object.image != null", plan, gives: "true")
    check("object.image == 'docker.io/web'", plan, gives: "false")
    check("object.image.startsWith('registry.')", plan, gives: "true")
    check("object.image.startsWith('docker.io/')", plan, gives: "false")
    check("object.image.contains('example')", plan, gives: "true")
    check(
      "object.image.startsWith('registry.example/team/')", plan,
      gives: "unknown because variable \"image\" has no value")
    check("has(object.image) && 'image' in object", plan, gives: "true")
  }

  @Test func `lazy variables are computed once and can use others`() {
    var environment = CELEnvironment(.policy)
    environment.declare(variable: "variables.a", as: .int)
    environment.declare(variable: "variables.b", as: .int)
    environment.declare(variable: "variables.loop", as: .int)
    var activation = CELActivation(environment)
    let counter = Counter()
    activation["variables.a"] = .int(20)
    for (name, source) in [("b", "variables.a * 2 + 2"), ("loop", "variables.loop + 1")] {
      guard case .success(let program) = environment.compile(source) else { continue }
      activation.set("variables.\(name)") { activation in
        counter.count += 1
        return program.evaluate(activation)
      }
    }
    func run(_ source: String) -> String {
      guard case .success(let program) = environment.compile(source) else { return "does not compile" }
      return printed(program.evaluate(activation).result)
    }
    #expect(run("variables.b") == "42")
    #expect(run("variables.b + variables.b") == "84")
    #expect(counter.count == 1)
    #expect(
      run("variables.loop")
        == "error at 10: variables.loop: variables.loop: variable 'variables.loop' needs its own value")
  }

  final class Counter { var count = 0 }

  @Test func `a program tells what it reads`() {
    var environment = CELEnvironment(.policy)
    environment.declare(variable: "object", as: .dyn)
    environment.declare(variable: "params", as: .dyn)
    guard
      case .success(let program) = environment.compile(
        "has(object.spec.tls) && object.spec.containers.all(c, c.image in params.images)")
    else { return #expect(Bool(false)) }
    #expect(program.referencedVariables == ["object", "params"])
    #expect(
      program.fieldPaths == [
        ["object", "spec", "tls"], ["object", "spec", "containers"], ["params", "images"],
      ])
  }
}
