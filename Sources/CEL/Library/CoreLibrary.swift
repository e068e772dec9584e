internal import Values

extension FunctionTable {
  /// The functions of the specification, operators and times aside.
  mutating func addCore() {
    add(
      "size",
      [.string, .bytes, .list(.t), .map(.k, .v)].flatMap { type in
        [Overload([type], .int, isMember: false), Overload([type], .int, isMember: true)]
      }, unary: Self.size)
    add("type", [global(.t, result: .type(.t))], unary: { .type($0.type) })
    add("dyn", [global(.t, result: .dyn)], unary: { $0 })
    add(
      "contains", [member(.string, .string, result: .bool)],
      binary: strings { .bool($0.contains(bytes: $1)) },
      cost: { text, part, _ in Costs.traversal(text) * Costs.traversal(part) }, chargesFirst: true,
      refinement: { unknown, part in
        guard case .string(let part) = part, unknown.knownTexts.contains(where: { $0.contains(bytes: part) })
        else { return nil }
        return .bool(true)
      })
    add(
      "startsWith", [member(.string, .string, result: .bool)],
      binary: strings { .bool($0.utf8.starts(with: $1.utf8)) }, cost: { _, part, _ in Costs.traversal(part) },
      refinement: { unknown, start in
        guard let prefix = unknown.prefix?.utf8, case .string(let start) = start else { return nil }
        if prefix.starts(with: start.utf8) { return .bool(true) }
        return start.utf8.starts(with: prefix) ? nil : .bool(false)
      })
    add(
      "endsWith", [member(.string, .string, result: .bool)], binary: strings { .bool($0.ends(bytes: $1)) },
      cost: { _, part, _ in Costs.traversal(part) },
      refinement: { unknown, end in
        guard case .string(let end) = end else { return nil }
        if unknown.knownSuffix.ends(bytes: end) { return .bool(true) }
        return end.ends(bytes: unknown.knownSuffix) ? nil : .bool(false)
      })
    add(
      "matches", [member(.string, .string, result: .bool), global(.string, .string, result: .bool)],
      binary: Patterns.compiling(Patterns.matches), cost: Patterns.cost)
    addConversions()
  }

  private mutating func addConversions() {
    add(
      "int",
      [
        global(.int, result: .int), global(.double, result: .int), global(.duration, result: .int),
        global(.string, result: .int), global(.timestamp, result: .int), global(.uint, result: .int),
      ], unary: Conversions.int)
    add(
      "uint",
      [
        global(.uint, result: .uint), global(.double, result: .uint), global(.int, result: .uint),
        global(.string, result: .uint),
      ], unary: Conversions.uint)
    add(
      "double",
      [
        global(.double, result: .double), global(.int, result: .double), global(.string, result: .double),
        global(.uint, result: .double),
      ], unary: Conversions.double)
    add("bool", [global(.bool, result: .bool), global(.string, result: .bool)], unary: Conversions.bool)
    add(
      "string",
      [CELType.string, .bool, .bytes, .double, .duration, .int, .timestamp, .uint].map {
        Overload([$0], .string, isMember: false)
      }, unary: Conversions.string,
      cost: { value, _, _ in
        if case .bytes = value { return Costs.traversal(value) }
        return 1
      })
    add(
      "bytes", [global(.bytes, result: .bytes), global(.string, result: .bytes)], unary: Conversions.bytes,
      cost: { value, _, _ in
        if case .string = value { return Costs.traversal(value) }
        return 1
      })
  }

  private static let size: Function.Unary = { value in
    switch value {
    case .string(let text): .int(Int64(text.unicodeScalars.count))
    case .bytes(let bytes): .int(Int64(bytes.count))
    case .list(let elements): .int(Int64(elements.count))
    case .map(let map): .int(Int64(map.count))
    case .document(let document) where document.object?.rest != nil:
      document.object?.rest.map { .unknown($0) } ?? .noSuchOverload
    case .document, .structured: .int(Int64(Costs.size(value)))
    case .null, .bool, .int, .uint, .double, .timestamp, .duration, .type, .optional, .opaque, .error,
      .unknown:
      .noSuchOverload
    }
  }
}

/// A function of two texts.
func strings(_ body: @escaping @Sendable (String, String) -> CELValue) -> Function.Binary {
  { left, right in
    guard case .string(let left) = left, case .string(let right) = right else { return .noSuchOverload }
    return body(left, right)
  }
}

/// A function of one text.
func string(_ body: @escaping @Sendable (String) -> CELValue) -> Function.Unary {
  { value in
    guard case .string(let text) = value else { return .noSuchOverload }
    return body(text)
  }
}

extension String {
  /// Whether the bytes of `part` occur; never splits a character, because UTF-8 is self-synchronising.
  func contains(bytes part: String) -> Bool {
    TextSearch(Array(part.utf8)).firstRange(in: Array(utf8)) != nil
  }

  func ends(bytes part: String) -> Bool {
    utf8.count >= part.utf8.count && utf8.suffix(part.utf8.count).elementsEqual(part.utf8)
  }
}
