internal import HCLSyntax
internal import SourceText
internal import Values

/// Reads type constraints such as `map(object({ a = string, b = optional(number, 1) }))`.
struct TypeExpression {
  let file: SyntaxFile
  private(set) var problems: [Problem] = []

  init(_ file: SyntaxFile) {
    self.file = file
  }

  private mutating func complain(_ message: String, at id: ExpressionID) -> (ValueType, TypeDefaults) {
    problems.append(
      Problem(.error, .semantics, "invalid type specification: \(message)", at: file.tree.location(of: id)))
    return (.dynamic, TypeDefaults())
  }

  mutating func read(_ id: ExpressionID) -> (ValueType, TypeDefaults) {
    let tree = file.tree
    if let keyword = tree.literalKey(id) { return self.keyword(keyword, id) }
    switch tree[id] {
    case .jsonString(let text, _): return json(tree.text(text), id)
    case .string(let text): return legacy(tree.text(text), id)
    case .call(let name, let arguments, false):
      let ids = Array(tree[arguments])
      guard ids.count == 1 else { return complain("\(tree[name]) takes one argument", at: id) }
      return constructor(tree[name], ids[0], id)
    case .parentheses(let inner): return read(inner)
    case .invalid, .null, .bool, .number, .template, .templateWrap, .templateJoin, .traversal,
      .relativeTraversal,
      .index, .splat, .anonymous, .call, .tuple, .object, .for, .conditional, .unary, .binary:
      return complain("write string, number, bool, any, or a constructor like list(string)", at: id)
    }
  }

  private mutating func keyword(_ word: String, _ id: ExpressionID) -> (ValueType, TypeDefaults) {
    switch word {
    case "string": return (.string, TypeDefaults())
    case "number": return (.number, TypeDefaults())
    case "bool": return (.bool, TypeDefaults())
    case "any": return (.dynamic, TypeDefaults())
    // Terraform still takes these as list(any) and map(any).
    case "list": return (.list(.dynamic), TypeDefaults())
    case "map": return (.map(.dynamic), TypeDefaults())
    default: return complain("\(word.quotedAsGo) is no type", at: id)
    }
  }

  /// The quoted types of Terraform 0.11.
  private mutating func legacy(_ word: String, _ id: ExpressionID) -> (ValueType, TypeDefaults) {
    switch word {
    case "string": return (.string, TypeDefaults())
    case "list": return (.list(.dynamic), TypeDefaults())
    case "map": return (.map(.dynamic), TypeDefaults())
    default: return complain("\(word.quotedAsGo) is no type", at: id)
    }
  }

  /// In the JSON syntax a type is an expression in a string.
  private mutating func json(_ text: String, _ id: ExpressionID) -> (ValueType, TypeDefaults) {
    let (parse, root) = HCLTree.parseExpression(Array(text.utf8), file: file.tree.file)
    if parse.hasErrors { return complain("\(text.quotedAsGo) is no type", at: id) }
    var inner = TypeExpression(SyntaxFile(path: file.path, parse: parse))
    let result = inner.read(root)
    if !inner.problems.isEmpty { return complain("\(text.quotedAsGo) is no type", at: id) }
    return result
  }

  private mutating func constructor(
    _ name: String, _ argument: ExpressionID, _ id: ExpressionID
  ) -> (ValueType, TypeDefaults) {
    switch name {
    case "list", "set", "map":
      let (element, defaults) = read(argument)
      let children = defaults.isEmpty ? TypeDefaults() : TypeDefaults(children: ["": defaults])
      return (name == "list" ? .list(element) : name == "set" ? .set(element) : .map(element), children)
    case "object":
      guard case .object(let items) = file.tree[argument] else {
        return complain("object takes a map of attribute types", at: argument)
      }
      return object(Array(file.tree[items]))
    case "tuple":
      guard case .tuple(let elements) = file.tree[argument] else {
        return complain("tuple takes a list of types", at: argument)
      }
      var types: [ValueType] = []
      var children: [String: TypeDefaults] = [:]
      for (position, element) in file.tree[elements].enumerated() {
        let (type, defaults) = read(element)
        types.append(type)
        if !defaults.isEmpty { children[String(position)] = defaults }
      }
      return (.tuple(types), TypeDefaults(children: children))
    default: return complain("\(name.quotedAsGo) is no type constructor", at: id)
    }
  }

  private mutating func object(_ items: [ExpressionID]) -> (ValueType, TypeDefaults) {
    var attributes: [String: ValueType] = [:]
    var optional: Set<String> = []
    var defaults = TypeDefaults()
    for position in stride(from: 0, to: items.count - 1, by: 2) {
      guard let name = file.tree.literalKey(items[position]) else {
        _ = complain("object attributes are named by bare words", at: items[position])
        continue
      }
      var typeID = items[position + 1]
      var defaultID: ExpressionID?
      if case .call(let function, let arguments, _) = file.tree[typeID], file.tree[function] == "optional" {
        let ids = Array(file.tree[arguments])
        guard (1...2).contains(ids.count) else {
          _ = complain("optional takes a type and a default", at: typeID)
          continue
        }
        optional.insert(name)
        typeID = ids[0]
        if ids.count == 2 { defaultID = ids[1] }
      }
      let (type, children) = read(typeID)
      attributes[name] = type
      if !children.isEmpty { defaults.children[name] = children }
      if let defaultID, let value = defaultValue(defaultID, type) { defaults.values[name] = value }
    }
    return (.object(attributes, optional: optional), defaults)
  }

  private mutating func defaultValue(_ id: ExpressionID, _ type: ValueType) -> Value? {
    let session = EvaluationSession(allowsFunctions: false)
    let value = ExpressionEvaluator(file, scope: nil, session: session).evaluate(id)
    problems += session.pending
    do throws(ConversionFailure) {
      return try value.converted(to: type)
    } catch {
      _ = complain("the default does not fit the type: \(error.description)", at: id)
      return nil
    }
  }
}
