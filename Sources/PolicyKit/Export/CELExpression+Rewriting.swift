internal import CEL

extension CELExpression {
  /// `variables.ref`, with its first part; nil for what is no chain of names.
  var dottedName: (root: String, text: String)? {
    switch self {
    case .identifier(let name): (name, name)
    case .select(let operand, let field, .value):
      operand.dottedName.map { ($0.root, $0.text + "." + field) }
    default: nil
    }
  }

  /// The arguments, where this is a call of the host function.
  func hostCall(_ name: String) -> [CELExpression]? {
    if case .call(name, target: nil, let arguments) = self { return arguments }
    return nil
  }

  var children: [CELExpression] {
    switch self {
    case .literal, .string, .identifier: []
    case .select(let operand, _, _), .unary(_, let operand): [operand]
    case .index(let operand, let key, _): [operand, key]
    case .call(_, let target, let arguments): (target.map { [$0] } ?? []) + arguments
    case .binary(_, let operands): operands
    case .conditional(let condition, let then, let otherwise): [condition, then, otherwise]
    case .list(let elements): elements.map(\.value)
    case .map(let entries): entries.flatMap { [$0.key.value, $0.value] }
    case .macro(_, let range, _, let body): [range] + body
    }
  }

  /// Names that no macro in the expression binds.
  var freeNames: Set<String> {
    switch self {
    case .identifier(let name): [name]
    case .macro(_, let range, let variables, let body):
      range.freeNames.union(body.reduce(into: Set()) { $0.formUnion($1.freeNames) }.subtracting(variables))
    default: children.reduce(into: Set()) { $0.formUnion($1.freeNames) }
    }
  }

  /// Every free occurrence of the name by the expression.
  func replacing(_ name: String, by other: CELExpression) -> CELExpression {
    func replaced(_ expression: CELExpression) -> CELExpression { expression.replacing(name, by: other) }
    switch self {
    case .literal, .string: return self
    case .identifier(let own): return own == name ? other : self
    case .select(let operand, let field, let selection):
      return .select(replaced(operand), field: field, selection)
    case .index(let operand, let key, let isOptional):
      return .index(replaced(operand), replaced(key), isOptional: isOptional)
    case .call(let function, let target, let arguments):
      return .call(function, target: target.map(replaced), arguments.map(replaced))
    case .unary(let sign, let operand): return .unary(sign, replaced(operand))
    case .binary(let sign, let operands): return .binary(sign, operands.map(replaced))
    case .conditional(let condition, let then, let otherwise):
      return .conditional(replaced(condition), then: replaced(then), otherwise: replaced(otherwise))
    case .list(let elements):
      return .list(elements.map { Element(replaced($0.value), isOptional: $0.isOptional) })
    case .map(let entries):
      return .map(
        entries.map {
          (Element(replaced($0.key.value), isOptional: $0.key.isOptional), replaced($0.value))
        })
    case .macro(let macro, let range, let variables, let body):
      return .macro(
        name: macro, range: replaced(range), variables: variables,
        variables.contains(name) ? body : body.map(replaced))
    }
  }
}

extension String {
  /// What CEL takes after a dot, and no word of its grammar.
  var isFieldName: Bool {
    guard let first = utf8.first, first != 0x2D, !(0x30...0x39).contains(first) else { return false }
    let reserved: Set<String> = ["in", "true", "false", "null", "namespace", "package", "for", "if", "else"]
    return !reserved.contains(self)
      && utf8.allSatisfy {
        (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) || $0 == 0x5F
      }
  }
}

/// `image('…')` and its fields, as texts and patterns.
///
/// The same split as `ImageReference`: the first `@`, the last colon after the last slash, and a first part that
/// has a dot, a colon or a capital, or is `localhost`.
enum ImageExpansion {
  private static let templates: [String: String] = [
    "digest": "ref.contains('@') ? ref.substring(ref.indexOf('@') + 1) : ''",
    "tag":
      "ref.matches('^[^@]*:[^/@]*(@.*)?$') ? ref.split('@')[0].substring(ref.split('@')[0].lastIndexOf(':') + 1) : ''",
    "registry": """
    ref.matches('^([^/@]*[.:A-Z][^/@]*|localhost)/') ? (ref.startsWith('index.docker.io/') ? 'docker.io' \
    : ref.split('/')[0]) : 'docker.io'
    """,
    "repository": """
    ref.matches('^([^/@]*[.:A-Z][^/@]*|localhost)/') ? \
    (ref.matches('^(index[.])?docker[.]io/[^/]*$') ? 'library/' : '') \
    + ref.split('@')[0].substring(ref.indexOf('/') + 1).split(':')[0] \
    : (ref.split('@')[0].contains('/') ? '' : 'library/') + ref.split('@')[0].split(':')[0]
    """,
    "valid": """
    ref.matches('^((([a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9])([.]([a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9]))*\
    (:[0-9]+)?/)?[a-z0-9]+(([.]|_|__|-+)[a-z0-9]+)*(/[a-z0-9]+(([.]|_|__|-+)[a-z0-9]+)*)*)\
    (:[0-9A-Za-z_][0-9A-Za-z_.-]{0,127})?(@(sha256:[0-9a-f]{64}|sha384:[0-9a-f]{96}|sha512:[0-9a-f]{128}))?$')
    """,
    "fault": "'it breaks the grammar of image references'",
  ]

  static func template(for field: String) throws(NotPortable) -> CELExpression {
    guard let text = templates[field], let expression = CELExpression(text) else {
      throw NotPortable("image().\(field) is more than CEL can say")
    }
    return expression
  }
}

/// `quantityFault(amount)` by the quantity library of Kubernetes.
enum QuantityExpansion {
  private static let any = """
    !isQuantity(string(amount)) ? 'it is no quantity' : quantity(string(amount)).sign() == 0 ? 'it is zero' \
    : quantity(string(amount)).sign() < 0 ? 'it is negative' : ''
    """

  static let ofAny = CELExpression(any) ?? .string("")
  static let ofResource =
    CELExpression(
      "resource in ['memory', 'ephemeral-storage'] && string(amount).matches('^[0-9.]+[mun]$') "
        + "? 'it is a fraction of a byte' : (\(any))") ?? .string("")
}
