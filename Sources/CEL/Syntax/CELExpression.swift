/// An expression as it was written, for those who rewrite it: parse, change, print.
///
/// Macros are recognised and not expanded, so that the printed text reads like the source.
public indirect enum CELExpression: Sendable {
  /// A literal as CEL writes it.
  case literal(String)
  case string(String)
  case identifier(String)
  case select(CELExpression, field: String, Selection)
  case index(CELExpression, CELExpression, isOptional: Bool)
  case call(String, target: CELExpression?, [CELExpression])
  /// `!` or `-`.
  case unary(String, CELExpression)
  /// An operator of two sides; `&&` and `||` take more.
  case binary(String, [CELExpression])
  case conditional(CELExpression, then: CELExpression, otherwise: CELExpression)
  case list([Element])
  case map([(key: Element, value: CELExpression)])
  /// `range.name(variables…, condition?, body)`.
  case macro(name: String, range: CELExpression, variables: [String], [CELExpression])

  public enum Selection: Sendable { case value, optional, presence }

  public struct Element: Sendable {
    public var value: CELExpression
    /// `[?x]`
    public var isOptional: Bool

    public init(_ value: CELExpression, isOptional: Bool = false) {
      self.value = value
      self.isOptional = isOptional
    }
  }

  /// Nil when the text does not parse in the language of policies.
  public init?(_ source: String) {
    var parser = Parser(Array(source.utf8), features: Dialect.policy.features)
    parser.parse()
    guard parser.failure == nil, let expression = Self.read(parser.tree.root, parser.tree) else { return nil }
    self = expression
  }

  private static func read(_ id: NodeID, _ tree: SyntaxTree) -> CELExpression? {
    func read(_ id: NodeID) -> CELExpression? { Self.read(id, tree) }
    func all(_ ids: [NodeID]) -> [CELExpression]? {
      let read = ids.compactMap(read)
      return read.count == ids.count ? read : nil
    }
    switch tree[id] {
    case .constant(let value):
      if case .string(let text) = value { return .string(text) }
      return literal(of: value).map { .literal($0) }
    case .identifier(let name): return .identifier(name)
    case .select(let operand, let field, let mode):
      let selection: Selection =
        switch mode {
        case .value: .value
        case .optional: .optional
        case .presence: .presence
        }
      return read(operand).map { .select($0, field: field, selection) }
    case .index(let operand, let key, let isOptional):
      guard let operand = read(operand), let key = read(key) else { return nil }
      return .index(operand, key, isOptional: isOptional)
    case .call(let name, let target, let arguments):
      guard let arguments = all(arguments) else { return nil }
      guard let target else { return .call(name, target: nil, arguments) }
      return read(target).map { .call(name, target: $0, arguments) }
    case .not(let operand): return read(operand).map { .unary("!", $0) }
    case .negate(let operand): return read(operand).map { .unary("-", $0) }
    case .binary(let sign, let left, let right):
      return all([left, right]).map { .binary(sign.rawValue, $0) }
    case .logical(let sign, let operands):
      return all(operands).map { .binary(sign == .and ? "&&" : "||", $0) }
    case .conditional(let condition, let then, let otherwise):
      return all([condition, then, otherwise]).map { .conditional($0[0], then: $0[1], otherwise: $0[2]) }
    case .list(let entries):
      guard let values = all(entries.map(\.value)) else { return nil }
      return .list(zip(values, entries).map { Element($0, isOptional: $1.isOptional) })
    case .map(let entries):
      guard let keys = all(entries.map(\.key)), let values = all(entries.map(\.value)) else { return nil }
      return .map(
        entries.indices.map { (Element(keys[$0], isOptional: entries[$0].isOptional), values[$0]) })
    case .message: return nil
    case .macro(let macro):
      guard let range = read(macro.range), let body = all([macro.condition, macro.body].compactMap { $0 })
      else { return nil }
      return .macro(name: macro.name, range: range, variables: macro.variables, body)
    }
  }

  private static func literal(of value: CELValue) -> String? {
    switch value {
    case .null: "null"
    case .bool(let flag): flag ? "true" : "false"
    case .int(let number): "\(number)"
    case .uint(let number): "\(number)u"
    case .double(let number): "\(number)"
    default: nil
    }
  }
}

extension CELExpression: CustomStringConvertible {
  /// CEL that parses to the same expression.
  public var description: String { text(0) }

  /// - Parameter context: the precedence of the operator around; looser ones get parentheses.
  private func text(_ context: Int) -> String {
    func list(_ expressions: [CELExpression]) -> String {
      expressions.map { $0.text(0) }.joined(separator: ", ")
    }
    switch self {
    case .literal(let text): return text
    case .string(let text): return Self.quoted(text)
    case .identifier(let name): return name
    case .select(let operand, let field, .presence): return "has(\(operand.text(9)).\(field))"
    case .select(let operand, let field, .optional): return "\(operand.text(9)).?\(field)"
    case .select(let operand, let field, .value): return "\(operand.text(9)).\(field)"
    case .index(let operand, let key, let isOptional):
      return "\(operand.text(9))[\(isOptional ? "?" : "")\(key.text(0))]"
    case .call(let name, let target, let arguments):
      return (target.map { "\($0.text(9))." } ?? "") + "\(name)(\(list(arguments)))"
    case .unary(let sign, let operand): return sign + operand.text(8)
    case .binary(let sign, let operands):
      let precedence = Self.precedence(sign)
      // Left-associative: only the first side may have the same precedence, where order matters.
      let sides = operands.enumerated().map { place, side in
        side.text(place == 0 || sign == "&&" || sign == "||" ? precedence : precedence + 1)
      }
      let text = sides.joined(separator: " \(sign) ")
      return precedence < context ? "(\(text))" : text
    case .conditional(let condition, let then, let otherwise):
      let text = "\(condition.text(2)) ? \(then.text(2)) : \(otherwise.text(1))"
      return context > 1 ? "(\(text))" : text
    case .list(let elements):
      return "["
        + elements.map { ($0.isOptional ? "?" : "") + $0.value.text(0) }.joined(separator: ", ") + "]"
    case .map(let entries):
      return "{"
        + entries.map { "\($0.key.isOptional ? "?" : "")\($0.key.value.text(0)): \($0.value.text(0))" }
        .joined(separator: ", ") + "}"
    case .macro(let name, let range, let variables, let body):
      if name == "cel.bind" { return "cel.bind(\(variables[0]), \(range.text(0)), \(list(body)))" }
      return "\(range.text(9)).\(name)(\((variables + body.map { $0.text(0) }).joined(separator: ", ")))"
    }
  }

  private static func precedence(_ sign: String) -> Int {
    switch sign {
    case "||": 2
    case "&&": 3
    case "+", "-": 5
    case "*", "/", "%": 6
    default: 4
    }
  }

  private static func quoted(_ text: String) -> String {
    var result = "'"
    for scalar in text.unicodeScalars {
      switch scalar {
      case "'": result += "\\'"
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "'"
  }
}
