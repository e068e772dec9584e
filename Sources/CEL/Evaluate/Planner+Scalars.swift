/// Which variables of comprehensions are only computed with: those need no view of the document that they come from.
extension Planner {
  /// Whether a macro over one variable uses it nowhere but where the value of a scalar is all that counts.
  func computes(with macro: Macro) -> Bool {
    guard macro.variables.count == 1, let name = macro.variables.first else { return false }
    switch macro.kind {
    case .all, .exists, .existsOne, .filter: return computes(with: name, in: macro.body)
    case .map:
      return computes(with: name, in: macro.body)
        && macro.condition.map { computes(with: name, in: $0) } ?? true
    case .transformMap, .transformMapEntry, .sortBy, .bind, .optionalMap, .optionalFlatMap: return false
    }
  }

  /// The node is not the variable itself, and what is in it computes with the variable.
  private func computes(with name: String, in id: NodeID) -> Bool {
    switch tree[id] {
    case .identifier(let other): return other != name
    case .constant: return true
    case .select(let operand, _, _): return computes(with: name, in: operand)
    case .index(let operand, let index, _):
      return computes(with: name, in: operand) && isComputed(name, index)
    case .call(let function, let target, let arguments):
      return (arguments + (target.map { [$0] } ?? [])).allSatisfy {
        resolvesArguments(function, hasTarget: target != nil)
          ? isComputed(name, $0) : computes(with: name, in: $0)
      }
    case .not(let operand), .negate(let operand): return isComputed(name, operand)
    case .binary(_, let left, let right): return isComputed(name, left) && isComputed(name, right)
    case .logical(_, let terms): return terms.allSatisfy { isComputed(name, $0) }
    case .conditional(let condition, let then, let otherwise):
      return isComputed(name, condition) && computes(with: name, in: then)
        && computes(with: name, in: otherwise)
    case .list(let entries): return entries.allSatisfy { computes(with: name, in: $0.value) }
    case .map(let entries):
      return entries.allSatisfy { computes(with: name, in: $0.key) && computes(with: name, in: $0.value) }
    case .message: return false
    case .macro(let macro):
      let parts = [macro.range, macro.body] + (macro.condition.map { [$0] } ?? [])
      return parts.allSatisfy { computes(with: name, in: $0) }
    }
  }

  private func isComputed(_ name: String, _ id: NodeID) -> Bool {
    if case .identifier(name) = tree[id] { return true }
    return computes(with: name, in: id)
  }

  /// Functions of one or two arguments get scalars as they are, unless they ask for documents.
  private func resolvesArguments(_ name: String, hasTarget: Bool) -> Bool {
    if name == "or" || name == "orValue" { return false }
    return environment.function(name).map { !$0.keepsDocuments } ?? false
  }
}
