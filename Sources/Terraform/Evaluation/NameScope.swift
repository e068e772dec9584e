internal import HCLSyntax
internal import SourceText
internal import Values

/// What a root name and the steps after it mean, where an expression stands.
protocol NameScope: AnyObject {
  /// What the reference starts with; nil when the name is not in scope.
  func resolve(_ reference: ScopeReference) -> ScopeResolution?
}

enum ScopeResolution {
  /// How many of the steps belong to the name: `var.x` takes one, `aws_vpc.main` takes one, `data.aws_vpc.main`
  /// takes two. `note` names the thing for the way of the value: `variable "x"`.
  case value(Value, steps: Int, note: String?)
  case failure(String)
}

/// A traversal that no local name of the expression answers.
struct ScopeReference {
  let tree: HCLTree
  let root: String
  let steps: ArraySlice<TraversalStep>
  let location: Location

  /// The name of the step at a position, when it is an attribute or an index by a literal string.
  func name(at position: Int) -> String? {
    guard position < steps.count else { return nil }
    switch steps[steps.startIndex + position] {
    case .attribute(let name): return tree[name]
    case .index(let key): return tree.literalString(key)
    }
  }

  /// The step at a position, when it is an index by a literal number.
  func index(at position: Int) -> Int? {
    guard position < steps.count, case .index(let key) = steps[steps.startIndex + position],
      case .number(let text) = tree[key]
    else { return nil }
    return Int(tree.text(text))
  }
}

/// A scope of plain values.
final class ValueScope: NameScope {
  var values: [String: Value]

  init(_ values: [String: Value]) { self.values = values }

  func resolve(_ reference: ScopeReference) -> ScopeResolution? {
    values[reference.root].map { .value($0, steps: 0, note: nil) }
  }
}
