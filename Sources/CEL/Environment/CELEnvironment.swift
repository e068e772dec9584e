/// What an expression may use: a dialect, variables with their types, object types and functions of the host.
///
/// Making one builds the tables of its dialect; keep it, and compile many expressions with it.
public struct CELEnvironment: Sendable {
  struct Variable: Sendable {
    var name: String
    var type: CELType
  }

  public let dialect: Dialect
  var features: Features
  private(set) var functions: FunctionTable
  private(set) var variables: [Variable] = []
  private(set) var variableIndex: [String: Int] = [:]
  private(set) var objects: [String: ObjectType] = [:]
  private(set) var typeNames: [String: CELType]
  /// First parts of dotted variable and type names: only after these is a selection tried as a name.
  private(set) var namespaces: Set<String>
  /// Namespace in which names are looked up first.
  public var container: String = ""
  /// Off for expressions whose types are only known when they run.
  public var checksTypes = true

  public init(_ dialect: Dialect) {
    self.dialect = dialect
    features = dialect.features
    functions = FunctionTable.of(dialect)
    typeNames = CELType.names(in: dialect)
    namespaces = Set(typeNames.keys.compactMap { $0.namespaceRoot })
  }

  /// Declares a variable, or replaces its type. A dotted name (`variables.image`) is one variable.
  public mutating func declare(variable name: String, as type: CELType) {
    if let index = variableIndex[name] {
      variables[index].type = type
    } else {
      variableIndex[name] = variables.count
      variables.append(Variable(name: name, type: type))
      if let root = name.namespaceRoot { namespaces.insert(root) }
    }
  }

  public mutating func declare(function: HostFunction) {
    functions.add(
      function.name, function.signatures.map { Overload($0.parameters, $0.result, isMember: $0.isMember) },
      variadic: function.implementation, walksArguments: true)
    if function.keepsDocuments { functions.keepDocuments(of: function.name) }
    functions.prepare(function)
  }

  /// Declares a structure; `CELType.object` refers to it by name.
  public mutating func declare(object: ObjectType) { objects[object.name] = object }

  /// The variable's place in an activation; nil when it is not declared.
  public func slot(of variable: String) -> Int? { variableIndex[variable] }

  /// Parses, checks and plans an expression. Complexity: linear in its length for all practical expressions.
  public func compile(_ source: String) -> Result<CELProgram, CELCompilationFailure> {
    let bytes = Array(source.utf8)
    var parser = Parser(bytes, features: features)
    parser.parse()
    if let failure = parser.failure {
      return .failure(CELCompilationFailure(issues: [failure.located(in: bytes)]))
    }
    var resultType = CELType.dyn
    var durationSums: Set<NodeID> = []
    if checksTypes {
      var checker = Checker(parser.tree, self)
      resultType = checker.check()
      durationSums = checker.durationSums
      if !checker.issues.isEmpty {
        let issues = checker.issues.sorted { $0.offset < $1.offset }.map { $0.located(in: bytes) }
        return .failure(CELCompilationFailure(issues: issues))
      }
    }
    var planner = Planner(parser.tree, self, durationSums: durationSums)
    let step = planner.plan()
    if !planner.issues.isEmpty {
      let issues = planner.issues.sorted { $0.offset < $1.offset }.map { $0.located(in: bytes) }
      return .failure(CELCompilationFailure(issues: issues))
    }
    return .success(CELProgram(source: source, resultType: resultType, step: step, planner: planner))
  }
}

extension CELEnvironment {
  /// What a name stands for outside of comprehensions.
  enum Reference {
    case variable(Int)
    case type(CELType)
  }

  /// Looks a simple or dotted name up, in the container first.
  func reference(to name: String) -> Reference? {
    if name.hasPrefix(".") { return absoluteReference(to: String(name.dropFirst())) }
    if container.isEmpty { return absoluteReference(to: name) }
    for candidate in candidates(for: name) {
      if let reference = absoluteReference(to: candidate) { return reference }
    }
    return nil
  }

  private func absoluteReference(to name: String) -> Reference? {
    if let index = variableIndex[name] { return .variable(index) }
    if let type = typeNames[name] { return .type(type) }
    if objects[name] != nil { return .type(.object(name)) }
    return nil
  }

  func function(_ name: String) -> Function? {
    if name.hasPrefix(".") { return functions[String(name.dropFirst())] }
    if container.isEmpty { return functions[name] }
    for candidate in candidates(for: name) { if let function = functions[candidate] { return function } }
    return nil
  }

  /// Whether functions are declared under the name: `math` for `math.abs`.
  func hasFunctions(in namespace: String) -> Bool {
    functions.functions.keys.contains { $0.hasPrefix(namespace + ".") }
  }

  /// `a.b` in container `x.y`: `x.y.a.b`, `x.a.b`, `a.b`.
  private func candidates(for name: String) -> [String] {
    var candidates: [String] = []
    var parts = container.split(separator: ".")
    while !parts.isEmpty {
      candidates.append(parts.joined(separator: ".") + "." + name)
      parts.removeLast()
    }
    return candidates + [name]
  }

  /// Whether a selection that begins with this name can be a dotted name.
  func isNamespace(_ root: String) -> Bool {
    namespaces.contains(root) || !container.isEmpty || root.hasPrefix(".")
  }

  /// A declared name of every kind that is close to a mistyped one.
  func suggestion(forVariable name: String, locals: [String]) -> String? {
    Spelling.nearest(to: name, among: locals + variables.map(\.name))
  }

  func suggestion(forFunction name: String) -> String? {
    Spelling.nearest(
      to: name, among: features.macroNames + functions.functions.keys.filter { !$0.contains("@") })
  }
}

extension String {
  /// The part before the first dot; nil without a dot.
  var namespaceRoot: String? {
    guard let dot = firstIndex(of: ".") else { return nil }
    return String(self[..<dot])
  }
}
