extension Parser {
  /// A call, or the macro that it is.
  mutating func call(_ name: String, on target: NodeID?, _ arguments: [NodeID], at offset: Int) -> NodeID {
    if failure == nil, features.contains(.macros) {
      if let target {
        if let macro = receiverMacro(name, target, arguments, at: offset) { return macro }
      } else if name == "has", arguments.count == 1 {
        return presence(arguments[0])
      }
    }
    var children = arguments
    if let target { children.append(target) }
    return node(.call(name, target: target, arguments), at: offset, over: children)
  }

  private mutating func presence(_ argument: NodeID) -> NodeID {
    guard case .select(let operand, let field, let mode) = tree[argument], mode != .presence else {
      fail("has() needs a field selection such as has(a.b)", at: tree.offset(of: argument))
      return argument
    }
    if case .optional = mode {
      fail("has() cannot test an optional selection", at: tree.offset(of: argument), suggestion: ".\(field)")
      return argument
    }
    return node(.select(operand, field: field, .presence), at: tree.offset(of: argument), over: operand)
  }

  private mutating func receiverMacro(
    _ name: String, _ target: NodeID, _ arguments: [NodeID], at offset: Int
  ) -> NodeID? {
    let isTwoVariable = features.contains(.twoVariableComprehensions)
    let hasOptionals = features.contains(.optionalSyntax)
    switch (name, arguments.count) {
    case ("all", 2): return comprehension(.all, name, target, arguments, variables: 1, at: offset)
    case ("exists", 2): return comprehension(.exists, name, target, arguments, variables: 1, at: offset)
    case ("exists_one", 2), ("existsOne", 2):
      return comprehension(.existsOne, name, target, arguments, variables: 1, at: offset)
    case ("map", 2), ("map", 3): return comprehension(.map, name, target, arguments, variables: 1, at: offset)
    case ("filter", 2): return comprehension(.filter, name, target, arguments, variables: 1, at: offset)
    case ("all", 3) where isTwoVariable:
      return comprehension(.all, name, target, arguments, variables: 2, at: offset)
    case ("exists", 3) where isTwoVariable:
      return comprehension(.exists, name, target, arguments, variables: 2, at: offset)
    case ("exists_one", 3) where isTwoVariable, ("existsOne", 3) where isTwoVariable:
      return comprehension(.existsOne, name, target, arguments, variables: 2, at: offset)
    case ("transformList", 3) where isTwoVariable, ("transformList", 4) where isTwoVariable:
      return comprehension(.map, name, target, arguments, variables: 2, at: offset)
    case ("transformMap", 3) where isTwoVariable, ("transformMap", 4) where isTwoVariable:
      return comprehension(.transformMap, name, target, arguments, variables: 2, at: offset)
    case ("transformMapEntry", 3) where isTwoVariable, ("transformMapEntry", 4) where isTwoVariable:
      return comprehension(.transformMapEntry, name, target, arguments, variables: 2, at: offset)
    case ("optMap", 2) where hasOptionals:
      return comprehension(.optionalMap, name, target, arguments, variables: 1, at: offset)
    case ("optFlatMap", 2) where hasOptionals:
      return comprehension(.optionalFlatMap, name, target, arguments, variables: 1, at: offset)
    case ("sortBy", 2) where features.contains(.sortBy):
      return comprehension(.sortBy, name, target, arguments, variables: 1, at: offset)
    case ("bind", 3) where features.contains(.bindings) && qualifiedName(of: target) == "cel":
      guard let variable = variableName(arguments[0], of: "cel.bind") else { return target }
      return node(
        .macro(
          Macro(kind: .bind, name: "cel.bind", range: arguments[1], variables: [variable], body: arguments[2])
        ),
        at: offset, over: arguments)
    case ("greatest", _) where features.contains(.math) && qualifiedName(of: target) == "math":
      return extremum("math.@max", "math.greatest", arguments, at: offset)
    case ("least", _) where features.contains(.math) && qualifiedName(of: target) == "math":
      return extremum("math.@min", "math.least", arguments, at: offset)
    default: return nil
    }
  }

  private mutating func comprehension(
    _ kind: Macro.Kind, _ name: String, _ range: NodeID, _ arguments: [NodeID], variables count: Int,
    at offset: Int
  ) -> NodeID? {
    var variables: [String] = []
    for argument in arguments.prefix(count) {
      guard let variable = variableName(argument, of: name) else { return argument }
      if variables.contains(variable) {
        fail("\(name)() binds '\(variable)' twice", at: tree.offset(of: argument))
        return argument
      }
      variables.append(variable)
    }
    let rest = arguments.dropFirst(count)
    guard let body = rest.last else { return nil }
    let macro = Macro(
      kind: kind, name: name, range: range, variables: variables,
      condition: rest.count == 2 ? rest.first : nil,
      body: body)
    return node(.macro(macro), at: offset, over: [range] + arguments)
  }

  private mutating func variableName(_ argument: NodeID, of macro: String) -> String? {
    guard case .identifier(let name) = tree[argument], !name.hasPrefix(".") else {
      fail("\(macro)() needs a simple variable name here", at: tree.offset(of: argument))
      return nil
    }
    guard name != "__result__" else {
      fail("\(macro)() cannot bind '\(name)'", at: tree.offset(of: argument))
      return nil
    }
    return name
  }

  /// `math.greatest` and `math.least` take any number of numbers, or one list of them.
  private mutating func extremum(
    _ function: String, _ name: String, _ arguments: [NodeID], at offset: Int
  ) -> NodeID {
    guard !arguments.isEmpty else {
      fail("\(name)() needs at least one argument", at: offset)
      return node(.constant(.null), at: offset)
    }
    for argument in arguments {
      let isNumber: Bool
      switch tree[argument] {
      case .constant(.int), .constant(.uint), .constant(.double): isNumber = true
      case .constant, .map, .message: isNumber = false
      case .list(let entries): isNumber = arguments.count == 1 && !entries.isEmpty
      default: isNumber = true
      }
      guard isNumber else {
        fail("\(name)() compares numbers only", at: tree.offset(of: argument))
        return argument
      }
    }
    if arguments.count <= 2 {
      return node(.call(function, target: nil, arguments), at: offset, over: arguments)
    }
    let list = node(
      .list(arguments.map { ListEntry(value: $0, isOptional: false) }), at: offset, over: arguments)
    return node(.call(function, target: nil, [list]), at: offset, over: list)
  }
}

extension Features {
  /// For suggestions: what is written like a function and is none.
  var macroNames: [String] {
    guard contains(.macros) else { return [] }
    var names = ["has", "all", "exists", "exists_one", "map", "filter"]
    if contains(.twoVariableComprehensions) {
      names += ["transformList", "transformMap", "transformMapEntry"]
    }
    if contains(.optionalSyntax) { names += ["optMap", "optFlatMap"] }
    if contains(.sortBy) { names.append("sortBy") }
    if contains(.bindings) { names.append("cel.bind") }
    if contains(.math) { names += ["math.greatest", "math.least"] }
    return names
  }
}
