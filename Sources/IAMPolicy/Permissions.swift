public import Values

/// What documents grant together: every Allow, less what a Deny without a condition takes away everywhere.
///
/// A conditional Deny takes nothing away, for it may not apply; one of some resources takes only those away, and so
/// nothing from what is allowed on every resource. Source: IAM's policy evaluation logic.
public struct Permissions: Sendable {
  /// On every resource, with no condition that binds it to somebody or something.
  public private(set) var everywhere = ActionSet()
  /// On some resource, whatever the condition.
  public private(set) var anywhere = ActionSet()
  /// On every resource, without a condition.
  public private(set) var denied = ActionSet()
  /// What is denied as well may depend on these.
  public private(set) var openDenials: [Unknown.Reason] = []

  public init(_ statements: [PolicyStatement] = []) {
    for statement in statements { add(statement) }
  }

  public mutating func add(_ statement: PolicyStatement) {
    if case .yes = statement.isAllow {
      let actions = statement.actions.known
      anywhere.formUnion(actions)
      if case .yes = statement.coversEveryResource, case .yes = statement.isUnguarded {
        everywhere.formUnion(actions)
      }
    } else if let unknown = statement.value["Effect"]?.unknown {
      openDenials += unknown.reasons
    } else if statement.value["Effect"]?.string == "Deny" {
      addDenial(statement)
    }
  }

  private mutating func addDenial(_ statement: PolicyStatement) {
    if let condition = statement.value["Condition"], !condition.isNull, condition.object?.isEmpty != true {
      return
    }
    let actions = statement.actions
    switch statement.coversEveryResource {
    case .no: return
    case .yes:
      denied.formUnion(actions.known)
      openDenials += actions.unknown
    case .open(let reasons): openDenials += reasons
    }
  }
}

extension PolicyStatement {
  /// The actions that it is about, as far as they are known.
  public var actions: (known: ActionSet, unknown: [Unknown.Reason]) {
    if let excluded = value["NotAction"], !excluded.isNull {
      let (known, unknown) = texts("NotAction")
      // Of what is excluded as well nobody knows, so nothing is certain.
      guard unknown.isEmpty else { return (ActionSet(), unknown) }
      return (ActionSet.everything.subtracting(Self.set(known)), [])
    }
    let (known, unknown) = texts("Action")
    return (Self.set(known), unknown)
  }

  /// The texts of `Action`, as far as they are known.
  public var actionPatterns: [Value] { texts("Action").known }

  private static func set(_ patterns: [Value]) -> ActionSet {
    var result = ActionSet()
    for pattern in patterns { result.insert(matching: pattern.string ?? "") }
    return result
  }

  /// The element with a `*` among the texts of the fields, or the first, or the statement: what a finding marks.
  public func widest(_ names: [String]) -> Value {
    let values = names.compactMap { value[$0] }.flatMap(Self.scalars)
    return values.first { $0.string?.contains("*") ?? false } ?? values.first ?? value
  }

  private static func scalars(_ value: Value) -> [Value] {
    switch value.content {
    case .string: value.location == nil ? [] : [value]
    case .list(let elements): elements.flatMap(scalars)
    case .object(let fields): fields.fields.flatMap { scalars($0.value) }
    case .null, .bool, .number, .unknown: []
    }
  }
}
