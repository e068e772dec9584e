internal import Values

/// `setunion`, `setintersection`, `setsubtract` and `setproduct`.
enum SetFunctions {
  private static func set(_ name: String) -> FunctionParameter {
    FunctionParameter(name, .set(.dynamic)).anyType
  }

  static let all: [String: BuiltInFunction] = [
    "setunion": BuiltInFunction([set("first_set")], variadic: set("other_sets"), typeRule: commonType, union),
    "setintersection": BuiltInFunction(
      [set("first_set")], variadic: set("other_sets"), typeRule: commonType, intersection),
    "setsubtract": BuiltInFunction([set("a"), set("b")], typeRule: commonType, difference),
    "setproduct": BuiltInFunction(
      [], variadic: FunctionParameter("sets", .dynamic).markable.unknowable, typeRule: productType, product),
  ]

  private static func commonType(_ arguments: [Value]) throws(FunctionFailure) -> ValueType {
    let elements = arguments.compactMap { argument -> ValueType? in
      guard let element = argument.type.element else { return nil }
      return element == .dynamic && argument.list?.isEmpty == true ? nil : element
    }
    guard !elements.isEmpty else { return .set(.dynamic) }
    guard let common = ValueType.unified(elements) else {
      throw FunctionFailure("given sets must all have compatible element types")
    }
    return .set(common)
  }

  private static func sets(_ call: FunctionCall) throws(FunctionFailure) -> [[Value]] {
    var sets: [[Value]] = []
    for (position, argument) in call.arguments.enumerated() {
      do throws(ConversionFailure) {
        sets.append(try argument.converted(to: call.type).list ?? [])
      } catch {
        throw FunctionFailure(error.description, argument: position)
      }
    }
    return sets
  }

  private static func union(_ call: FunctionCall) throws(FunctionFailure) -> Value {
    let elements = try sets(call).flatMap { $0 }
    let types = Set(elements.map(\.type))
    guard types.count <= 1 || call.type.element != .dynamic else {
      throw FunctionFailure("given sets must all have compatible element types")
    }
    return .set(elements, of: call.type.element ?? .dynamic)
  }

  private static func intersection(_ call: FunctionCall) throws(FunctionFailure) -> Value {
    try filtered(call) { element, others in others.allSatisfy { $0.contains(element) } }
  }

  private static func difference(_ call: FunctionCall) throws(FunctionFailure) -> Value {
    try filtered(call) { element, others in !others.contains { $0.contains(element) } }
  }

  private static func filtered(
    _ call: FunctionCall, _ isKept: (Value, [Members]) -> Bool
  ) throws(FunctionFailure) -> Value {
    guard call.arguments.allSatisfy(\.isWhollyKnown) else { return call.unknown() }
    let sets = try sets(call)
    let others = sets.dropFirst().map { Members($0) }
    return .set(sets[0].filter { isKept($0, others) }, of: call.type.element ?? .dynamic)
  }

  private struct Members {
    private var byKey: [[UInt8]: [Value]]

    init(_ elements: [Value]) { byKey = Dictionary(grouping: elements, by: \.orderingKey) }

    func contains(_ element: Value) -> Bool {
      byKey[element.orderingKey]?.contains { $0.equality(with: element) == .equal } ?? false
    }
  }

  private static func productType(_ arguments: [Value]) throws(FunctionFailure) -> ValueType {
    guard arguments.count >= 2 else { throw FunctionFailure("at least two arguments are required") }
    var elements: [ValueType] = []
    var areLists = true
    for (position, argument) in arguments.enumerated() {
      switch argument.type {
      case .set(let element):
        areLists = false
        elements.append(element)
      case .list(let element): elements.append(element)
      case .tuple(let parts):
        guard let element = parts.isEmpty ? .dynamic : ValueType.unified(parts) else {
          throw FunctionFailure("all elements must be of the same type", argument: position)
        }
        elements.append(element)
      default: throw FunctionFailure("a set or a list is required", argument: position)
      }
    }
    return areLists ? .list(.tuple(elements)) : .set(.tuple(elements))
  }

  /// A product of more elements would only fill the memory.
  private static let largestProduct = 1_000_000

  private static func product(_ call: FunctionCall) throws(FunctionFailure) -> Value {
    let marks = call.arguments.reduce(Value.Marks()) { $0.union($1.marks) }
    let types = call.type.element?.tupleElements ?? []
    var factors: [[Value]] = []
    for argument in call.arguments {
      guard argument.length != nil, let elements = argument.list else {
        return productOfUnknownLength(call).withMarks(marks)
      }
      factors.append(elements)
    }
    var count = 1
    for factor in factors {
      let (product, overflow) = count.multipliedReportingOverflow(by: factor.count)
      guard !overflow, product <= largestProduct else {
        throw FunctionFailure("the product has more than \(largestProduct) elements")
      }
      count = product
    }
    var rows: [[Value]] = [[]]
    for (factor, type) in zip(factors, types) {
      let elements = factor.map { (try? $0.converted(to: type)) ?? $0 }
      guard type != .dynamic || Set(elements.map(\.type)).count <= 1 else {
        throw FunctionFailure("all elements must be of the same type")
      }
      rows = rows.flatMap { row in elements.map { row + [$0] } }
    }
    let element = ValueType.tuple(types)
    let tuples = rows.map { Value.tuple($0) }
    let product = call.type.isList ? Value.list(tuples, of: element) : Value.set(tuples, of: element)
    return product.withMarks(marks)
  }

  private static func productOfUnknownLength(_ call: FunctionCall) -> Value {
    var maximum = 1
    for argument in call.arguments {
      let bound = argument.lengthBounds.maximum
      guard bound <= 1024, maximum * bound <= 2048 else { return call.unknown() }
      maximum *= bound
    }
    return call.unknown {
      $0.isNotNull = true
      $0.minimumLength = maximum == 0 ? 0 : 1
      $0.maximumLength = maximum
    }
  }
}
