internal import HCLSyntax
internal import SourceText
internal import Values

/// Evaluates the expressions of one file in one scope, as HCL does: every rule of its `hclsyntax` package about
/// types, nulls, unknown values and marks.
///
/// An expression in error gives an unknown value and a problem in `session.pending`.
final class ExpressionEvaluator {
  let file: SyntaxFile
  let scope: (any NameScope)?
  let session: EvaluationSession
  /// Names bound by `for`, innermost last.
  var bindings: [(name: NameID, value: Value)] = []
  /// Elements of splats, innermost last.
  var elements: [Value] = []

  var tree: HCLTree { file.tree }

  init(_ file: SyntaxFile, scope: (any NameScope)?, session: EvaluationSession) {
    self.file = file
    self.scope = scope
    self.session = session
  }

  func evaluate(_ id: ExpressionID) -> Value {
    defer { session.leave() }
    guard session.enter(at: file.tree.location(of: id)) else {
      return .unknown(because: [Unknown.Reason("a budget of the evaluation is spent", at: location(id))])
    }
    switch file.tree[id] {
    case .invalid:
      return fail("invalid expression", at: id)
    case .null: return .null(origin: origin(id))
    case .bool(let flag): return .bool(flag, origin: origin(id))
    case .number(let text): return number(text, id)
    case .string(let text): return .string(file.tree.text(text).normalized, origin: origin(id))
    case .jsonString(let text, let template):
      guard scope != nil else { return .string(file.tree.text(text).normalized, origin: origin(id)) }
      return evaluate(template)
    case .template(let parts): return template(parts, id)
    case .templateWrap(let inner): return evaluate(inner)
    case .templateJoin(let inner): return join(inner, id)
    case .traversal(let name, let steps): return traversal(name, steps, id)
    case .relativeTraversal(let source, let steps):
      return walk(evaluate(source), file.tree[steps], file.tree.ranges(of: steps))
    case .index(let source, let key):
      let collection = evaluate(source)
      return index(collection, evaluate(key), at: file.tree.range(of: id))
    case .splat(let source, let each, _): return splat(source, each, id)
    case .anonymous: return elements.last ?? .unknown(because: [])
    case .call(let name, let arguments, let expandsFinal):
      return call(file.tree[name], Array(file.tree[arguments]), expandsFinal, id)
    case .tuple(let elements):
      return .tuple(file.tree[elements].map(evaluate), origin: origin(id))
    case .object(let items): return object(items, id)
    case .parentheses(let inner): return evaluate(inner)
    case .for(let loop): return evaluate(file.tree[loop], id)
    case .conditional(let condition, let then, let otherwise):
      return conditional(condition, then, otherwise, id)
    case .unary(let operation, let operand): return unary(operation, operand, id)
    case .binary(let operation, let left, let right): return binary(operation, left, right, id)
    }
  }

  func location(_ id: ExpressionID) -> Location { file.tree.location(of: id) }
  func origin(_ id: ExpressionID) -> Origin { Origin(location(id)) }

  /// Reports an error in the expression; its value is unknown.
  func fail(_ message: String, _ type: ValueType = .dynamic, at id: ExpressionID) -> Value {
    fail(message, type, at: file.tree.range(of: id))
  }

  func fail(_ message: String, _ type: ValueType = .dynamic, at range: ByteRange) -> Value {
    let location = file.tree.location(range)
    session.pending.append(Problem(.error, .semantics, message, at: location))
    return .unknown(type, because: [Unknown.Reason("the expression is in error: \(message)", at: location)])
  }

  /// Whether an error was met since the mark.
  func hasFailed(since mark: Int) -> Bool { session.pending.count > mark }

  private func number(_ text: TextReference, _ id: ExpressionID) -> Value {
    guard let number = Number(parsing: file.tree.text(text)) else {
      return fail("a number that is too large", at: id)
    }
    return .number(number, origin: origin(id))
  }

  private func object(_ items: ExpressionList, _ id: ExpressionID) -> Value {
    var fields = ObjectFields()
    var marks = Value.Marks()
    var unknownKeys: [Value] = []
    var isKnown = true
    var hasFault = false
    let ids = Array(file.tree[items])
    for position in stride(from: 0, to: ids.count - 1, by: 2) {
      let (keyID, valueID) = (ids[position], ids[position + 1])
      if file.tree.isJSON, file.tree.literalString(keyID) == "//" { continue }
      let mark = session.pending.count
      let key = objectKey(keyID)
      let keyFailed = hasFailed(since: mark)
      let value = evaluate(valueID)
      if keyFailed {
        isKnown = false
        hasFault = true
        continue
      }
      marks.formUnion(key.marks)
      guard let name = keyName(key, keyID, &isKnown) else {
        unknownKeys.append(key)
        if let unknown = key.unknown {
          fields.set(.init(unknown, at: location(keyID), value))
        } else {
          hasFault = true
        }
        continue
      }
      fields.set(.init(name, at: location(keyID), value))
    }
    if !isKnown {
      let unknown = Unknown(
        Value.unresolved(.dynamic, unknownKeys).unknownReasons, parts: hasFault ? nil : .object(fields))
      return .unknown(.dynamic, unknown, origin: hasFault ? .none : origin(id))
    }
    return Value(.object(fields), origin: origin(id), marks: marks)
  }

  private func objectKey(_ id: ExpressionID) -> Value {
    if let name = file.tree.literalKey(id) { return .string(name.normalized, origin: origin(id)) }
    if case .traversal = file.tree[id] {
      return fail(
        "ambiguous attribute key: a reference has to be in parentheses, a name with periods in quotes", at: id
      )
    }
    return evaluate(id)
  }

  /// The text of a key; nil, after clearing `isKnown`, when it is unknown or no key.
  func keyName(_ key: Value, _ id: ExpressionID, _ isKnown: inout Bool) -> String? {
    if key.isNull {
      _ = fail("a null value cannot be a key", at: id)
      isKnown = false
      return nil
    }
    do throws(ConversionFailure) {
      let text = try key.converted(to: .string)
      if let name = text.string { return name }
    } catch {
      _ = fail("this value cannot be a key: \(error.description)", at: id)
    }
    isKnown = false
    return nil
  }
}
