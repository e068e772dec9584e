internal import RegularExpressions

extension FunctionTable {
  /// cel-go's regex extension.
  mutating func addRegex() {
    add(
      "regex.extract", [global(.string, .string, result: .optional(.string))],
      binary: Patterns.compiling(Patterns.extract), cost: cost(base: 1, .up))
    add(
      "regex.extractAll", [global(.string, .string, result: .list(.string))],
      binary: Patterns.compiling(Patterns.extractAll), cost: cost(base: 1 + Double(Costs.list), .up))
    add(
      "regex.replace",
      [
        global(.string, .string, .string, result: .string),
        global(.string, .string, .string, .int, result: .string),
      ], variadic: replaced, cost: cost(base: 1, .down))
  }

  /// `find` and `findAll` of the API server.
  mutating func addKubernetesPatterns() {
    add(
      "find", [member(.string, .string, result: .string)], binary: Patterns.compiling(Patterns.find),
      cost: Patterns.cost)
    add(
      "findAll",
      [
        member(.string, .string, result: .list(.string)),
        member(.string, .string, .int, result: .list(.string)),
      ],
      binary: Patterns.compiling { Patterns.findAll($0, $1, limit: -1) },
      variadic: { arguments in
        guard arguments.count == 3, case .int(let limit) = arguments[2] else { return .noSuchOverload }
        return Patterns.compiling { Patterns.findAll($0, $1, limit: limit) }(arguments[0], arguments[1])
      }, cost: Patterns.cost)
  }

  private func cost(base: Double, _ rule: FloatingPointRoundingRule) -> Function.Cost {
    { text, pattern, result in
      let search = (Double(Costs.size(text)) + 1) * 0.1 * ((Double(Costs.size(pattern)) + 1) * 0.25)
      var size = Double(Costs.size(result))
      // An optional text is no container to the tracker of the extension.
      if case .optional = result { size = 1 }
      return UInt64((base + search + size).rounded(rule))
    }
  }
}

private let replaced: Function.Variadic = { arguments in
  guard arguments.count == 3 || arguments.count == 4, case .string(let text) = arguments[0],
    case .string(let pattern) = arguments[1], case .string(let replacement) = arguments[2]
  else { return .noSuchOverload }
  var limit: Int64 = -1
  if arguments.count == 4 {
    guard case .int(let given) = arguments[3] else { return .noSuchOverload }
    limit = given
  }
  switch Patterns.compiled(pattern) {
  case .success(let pattern): return Patterns.replace(text, pattern, replacement, limit: limit)
  case .failure(let error): return .failure(error.description)
  }
}
