extension FunctionTable {
  /// cel-go's math extension, version 2.
  mutating func addMath() {
    for (name, prefersLess) in [("math.@min", true), ("math.@max", false)] {
      let numbers: [CELType] = [.double, .int, .uint]
      var overloads = numbers.map { Overload([$0], $0, isMember: false) }
      for left in numbers {
        for right in numbers {
          overloads.append(Overload([left, right], left == right ? left : .dyn, isMember: false))
        }
      }
      overloads += numbers.map { Overload([.list($0)], $0, isMember: false) }
      add(
        name, overloads, unary: { extremum(of: $0, prefersLess: prefersLess) },
        binary: { extremum($0, $1, prefersLess: prefersLess) })
    }
    rounding("math.ceil") { $0.rounded(.up) }
    rounding("math.floor") { $0.rounded(.down) }
    rounding("math.round") { $0.rounded(.toNearestOrAwayFromZero) }
    rounding("math.trunc") { $0.rounded(.towardZero) }
    classification("math.isInf") { $0.isInfinite }
    classification("math.isNaN") { $0.isNaN }
    classification("math.isFinite") { $0.isFinite }
    add("math.abs", signatures, unary: absolute)
    add("math.sign", signatures, unary: sign)
    add(
      "math.sqrt", [.double, .int, .uint].map { Overload([$0], .double, isMember: false) },
      unary: { value in
        switch value {
        case .double(let number): .double(number.squareRoot())
        case .int(let number): .double(Double(number).squareRoot())
        case .uint(let number): .double(Double(number).squareRoot())
        default: .noSuchOverload
        }
      })
    bits("math.bitAnd", { $0 & $1 }, { $0 & $1 })
    bits("math.bitOr", { $0 | $1 }, { $0 | $1 })
    bits("math.bitXor", { $0 ^ $1 }, { $0 ^ $1 })
    add(
      "math.bitNot", [global(.int, result: .int), global(.uint, result: .uint)],
      unary: { value in
        switch value {
        case .int(let number): .int(~number)
        case .uint(let number): .uint(~number)
        default: .noSuchOverload
        }
      })
    let shifts = [global(.int, .int, result: .int), global(.uint, .int, result: .uint)]
    add("math.bitShiftLeft", shifts, binary: { shifted($0, $1, name: "bitShiftLeft") { $0 << $1 } })
    add("math.bitShiftRight", shifts, binary: { shifted($0, $1, name: "bitShiftRight") { $0 >> $1 } })
  }

  private var signatures: [Overload] {
    [global(.double, result: .double), global(.int, result: .int), global(.uint, result: .uint)]
  }

  private mutating func rounding(_ name: String, _ body: @escaping @Sendable (Double) -> Double) {
    add(
      name, [global(.double, result: .double)],
      unary: { value in
        guard case .double(let number) = value else { return .noSuchOverload }
        return .double(body(number))
      })
  }

  private mutating func classification(_ name: String, _ body: @escaping @Sendable (Double) -> Bool) {
    add(
      name, [global(.double, result: .bool)],
      unary: { value in
        guard case .double(let number) = value else { return .noSuchOverload }
        return .bool(body(number))
      })
  }

  private mutating func bits(
    _ name: String, _ signed: @escaping @Sendable (Int64, Int64) -> Int64,
    _ unsigned: @escaping @Sendable (UInt64, UInt64) -> UInt64
  ) {
    add(
      name, [global(.int, .int, result: .int), global(.uint, .uint, result: .uint)],
      binary: { left, right in
        switch (left, right) {
        case (.int(let left), .int(let right)): .int(signed(left, right))
        case (.uint(let left), .uint(let right)): .uint(unsigned(left, right))
        default: .noSuchOverload
        }
      })
  }
}

/// The shift works on the bits of an unsigned number: a right shift of a negative one fills with zeros.
private func shifted(
  _ value: CELValue, _ distance: CELValue, name: String, _ shift: (UInt64, UInt64) -> UInt64
) -> CELValue {
  guard case .int(let distance) = distance else { return .noSuchOverload }
  guard distance >= 0 else { return .failure("math.\(name)() negative offset: \(distance)") }
  switch value {
  case .int(let number): return .int(Int64(bitPattern: shift(UInt64(bitPattern: number), UInt64(distance))))
  case .uint(let number): return .uint(shift(number, UInt64(distance)))
  default: return .noSuchOverload
  }
}

private let absolute: Function.Unary = { value in
  switch value {
  case .double(let number): return .double(number.magnitude)
  case .int(let number):
    if number == Int64.min { return .failure("integer overflow") }
    return .int(abs(number))
  case .uint: return value
  default: return .noSuchOverload
  }
}

private let sign: Function.Unary = { value in
  switch value {
  case .double(let number): .double(number.isNaN ? number : number > 0 ? 1 : number < 0 ? -1 : 0)
  case .int(let number): .int(number.signum())
  case .uint(let number): .uint(number > 0 ? 1 : 0)
  default: .noSuchOverload
  }
}

private func extremum(of value: CELValue, prefersLess: Bool) -> CELValue {
  guard let elements = value.elements else {
    return value.isNumber ? value : .noSuchOverload
  }
  guard elements.count > 0 else {
    return .failure("math.\(prefersLess ? "least" : "greatest")() needs an element")
  }
  var result = elements[0].resolved
  guard result.isNumber || result.isAbsent else { return .noSuchOverload }
  for index in 1..<max(1, elements.count) {
    let element = elements[index].resolved
    if let absent = Absence.combined(result, element) {
      result = absent
      continue
    }
    result = extremum(result, element, prefersLess: prefersLess)
    if result.isError { return result }
  }
  return result
}

private func extremum(_ left: CELValue, _ right: CELValue, prefersLess: Bool) -> CELValue {
  guard left.isNumber, right.isNumber else { return .noSuchOverload }
  guard let order = Comparison.order(left, right) else { return left }
  return (prefersLess ? order > 0 : order < 0) ? right : left
}

extension CELValue {
  fileprivate var isNumber: Bool {
    switch self {
    case .int, .uint, .double: true
    default: false
    }
  }
}
