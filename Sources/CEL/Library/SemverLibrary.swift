extension SemanticVersion: OpaqueContent {
  var typeName: String { "kubernetes.Semver" }
  func isEqual(to other: any OpaqueContent) -> Bool {
    (other as? SemanticVersion).map { self == $0 } ?? false
  }
}

extension FunctionTable {
  /// `semver("1.2.3")` (apiserver library/semverlib.go, version 1).
  mutating func addVersions() {
    let type = CELType.opaque("kubernetes.Semver", [])
    let traversal: Function.Cost = { text, _, _ in Costs.traversal(text) }
    add(
      "semver", [global(.string, result: type), global(.string, .bool, result: type)],
      unary: string { parsed($0, false) }, binary: normalizing { parsed($0, $1) }, cost: traversal)
    add(
      "isSemver", [global(.string, result: .bool), global(.string, .bool, result: .bool)],
      unary: string { .bool(!parsed($0, false).isError) },
      binary: normalizing { .bool(!parsed($0, $1).isError) }, cost: traversal)
    add("major", [member(type, result: .int)], unary: part { $0.major })
    add("minor", [member(type, result: .int)], unary: part { $0.minor })
    add("patch", [member(type, result: .int)], unary: part { $0.patch })
  }

  /// The comparisons that quantities and versions share.
  mutating func addOrder(of types: [CELType]) {
    order("isGreaterThan", types, .bool) { .bool($0 > 0) }
    order("isLessThan", types, .bool) { .bool($0 < 0) }
    order("compareTo", types, .int) { .int(Int64($0)) }
  }

  private mutating func order(
    _ name: String, _ types: [CELType], _ result: CELType, _ body: @escaping @Sendable (Int) -> CELValue
  ) {
    add(
      name, types.map { member($0, $0, result: result) },
      binary: { left, right in
        if let left = left.content(Quantity.self), let right = right.content(Quantity.self) {
          return body(Quantity.compare(left, right))
        }
        if let left = left.content(SemanticVersion.self), let right = right.content(SemanticVersion.self) {
          return body(SemanticVersion.compare(left, right))
        }
        return .noSuchOverload
      })
  }
}

private func parsed(_ text: String, _ isNormalizing: Bool) -> CELValue {
  do throws(FormatError) {
    return .opaque(CELOpaque(try SemanticVersion(parsing: text, isNormalizing: isNormalizing)))
  } catch { return .failure(error.description) }
}

private func normalizing(_ body: @escaping @Sendable (String, Bool) -> CELValue) -> Function.Binary {
  { text, isNormalizing in
    guard case .string(let text) = text, case .bool(let isNormalizing) = isNormalizing else {
      return .noSuchOverload
    }
    return body(text, isNormalizing)
  }
}

private func part(_ body: @escaping @Sendable (SemanticVersion) -> UInt64) -> Function.Unary {
  { value in
    guard let version = value.content(SemanticVersion.self) else { return .noSuchOverload }
    return Int64(exactly: body(version)).map { .int($0) } ?? .failure("integer overflow")
  }
}
