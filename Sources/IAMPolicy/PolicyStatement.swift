public import Values

/// One statement of an IAM policy document, as it was evaluated: parts of it may not be known.
///
/// Element names are matched as AWS does, case and all; actions are not case-sensitive.
public struct PolicyStatement: Sendable {
  public let value: Value

  public init(_ value: Value) { self.value = value }

  /// The statements of a document; an unknown stands for those that are not known.
  public static func all(in document: Value) -> [Value] {
    if document.unknown != nil { return [document] }
    guard let statement = document["Statement"] else { return [] }
    if case .list(let elements)? = statement.unknown?.parts { return elements }
    return statement.list ?? [statement]
  }

  public var isAllow: Truth {
    guard let effect = value["Effect"] else { return .no }
    if let unknown = effect.unknown { return .open(unknown.reasons) }
    return effect.string == "Allow" ? .yes : .no
  }

  /// Every action on every resource, without a guard that narrows it.
  public var allowsEverything: Truth {
    isAllow && coversActions && coversEveryResource && isUnguarded
  }

  /// Patterns of actions that are whole services: `s3:*`; `*` as well.
  public var wholeServices: [Value] {
    guard case .yes = isAllow else { return [] }
    return texts("Action").known.filter { action in
      guard let text = action.string else { return false }
      let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      return parts.count == 2 ? Self.isAnything(String(parts[1])) : Self.isAnything(text)
    }
  }

  /// Actions that could be bound to resources and are allowed on every resource of their kind, with no condition that
  /// narrows it. Whole services are left out: they are another finding.
  public var classWideActions: [Value] {
    guard case .yes = isAllow, !bindsResources else { return [] }
    let whole = Set(wholeServices.compactMap(\.string))
    return texts("Action").known.filter { action in
      guard let text = action.string, !whole.contains(text) else { return false }
      return ActionCatalogue.standard.takesResource(text)
    }
  }

  /// Whether the resources are all of a service or more: `*`, `arn:aws:s3:::*`. One kind of them within an account
  /// (`arn:aws:ec2:…:launch-template/*`) is a bound, and often the only one where ids are made by AWS.
  public var coversClass: Truth {
    if let excluded = value["NotResource"], !excluded.isNull { return .yes }
    return Self.contains(value["Resource"], where: Self.isClass, orMaybe: Self.mayBeClass)
  }

  /// By what is known of the resource's own part, a hole before it taken for no colon.
  private static func mayBeClass(_ resource: Unknown) -> Bool {
    let hole: Character = "\u{FFFC}"
    let pattern = (resource.pieces ?? resource.prefix.map { [.known($0)] } ?? []).map { piece in
      if case .known(let text) = piece { text } else { String(hole) }
    }.joined()
    let fields = pattern.split(separator: ":", maxSplits: 5, omittingEmptySubsequences: false)
    guard fields.count == 6, fields[0] == "arn" else { return true }
    return fields[5].allSatisfy { $0 == "*" || $0 == "/" || $0 == ":" || $0 == hole }
  }

  private static func isClass(_ resource: String) -> Bool {
    if isAnything(resource) { return true }
    let fields = resource.split(separator: ":", maxSplits: 5, omittingEmptySubsequences: false)
    guard fields.count == 6, fields[0] == "arn" else { return false }
    return fields[5].allSatisfy { $0 == "*" || $0 == "/" || $0 == ":" }
  }

  /// A condition binds the statement to certain principals or resources, by name or by tag.
  private var bindsResources: Bool {
    guard let condition = value["Condition"], !condition.isNull else { return false }
    if case .strong = ConditionGuard(condition) { return true }
    if condition.unknown != nil || condition.object?.rest != nil { return true }
    return (condition.object?.fields ?? []).contains { operation in
      operation.value.object?.rest != nil
        || (operation.value.object?.fields ?? []).contains { key in
          let name = key.name.lowercased()
          // Keys of a service (`ec2:Vpc`, `ssm:resourceTag/a`) narrow what it acts on; those of requests in general
          // (`aws:RequestedRegion`) do not, but for tags.
          return name.contains("tag/") || name.contains("tagkeys") || !name.hasPrefix("aws:")
        }
    }
  }

  /// Everybody on the internet is admitted, and no condition says otherwise.
  public var admitsEverybody: Truth { isAllow && namesEverybody && isUnguarded }

  private var namesEverybody: Truth {
    if let excluded = value["NotPrincipal"], !excluded.isNull { return .yes }
    guard let principal = value["Principal"], !principal.isNull else { return .no }
    if let unknown = principal.unknown { return .open(unknown.reasons) }
    if let text = principal.string { return text == "*" ? .yes : .no }
    return Self.contains(principal["AWS"], where: { $0 == "*" }, orMaybe: Self.mayBeAnything)
  }

  /// Whether the actions are all there are: `*`, or everything but a few that give no power over others.
  private var coversActions: Truth {
    if let excluded = value["NotAction"], !excluded.isNull {
      let (known, unknown) = texts("NotAction")
      let hidesPower = known.contains { action in
        let text = action.string?.lowercased() ?? ""
        return text.hasPrefix("iam:") || Self.isAnything(text)
      }
      return hidesPower ? .no : unknown.isEmpty ? .yes : .open(unknown)
    }
    return Self.contains(
      value["Action"],
      where: { action in
        Self.isAnything(action) || action.split(separator: ":").allSatisfy { Self.isAnything(String($0)) }
      }, orMaybe: Self.mayBeAnything)
  }

  /// Whether the resources are all there are, of any service.
  public var coversEveryResource: Truth {
    if let excluded = value["NotResource"], !excluded.isNull { return .yes }
    return Self.contains(
      value["Resource"],
      where: { resource in
        Self.isAnything(resource)
          || (resource.hasPrefix("arn:") && resource.dropFirst(4).allSatisfy { $0 == "*" || $0 == ":" })
      }, orMaybe: Self.mayBeClass)
  }

  /// No condition binds it to somebody or something in particular.
  public var isUnguarded: Truth {
    switch ConditionGuard(value["Condition"]) {
    case .strong: .no
    case .none, .weak: .yes
    case .open(let reasons): .open(reasons)
    }
  }

  func texts(_ name: String) -> (known: [Value], unknown: [Unknown.Reason]) { Self.texts(value[name]) }

  static func texts(_ value: Value?) -> (known: [Value], unknown: [Unknown.Reason]) {
    let elements = elements(of: value)
    return (elements.filter { $0.string != nil }, elements.compactMap(\.unknown).flatMap(\.reasons))
  }

  /// One text as such or several, those that are not known among them.
  static func elements(of value: Value?) -> [Value] {
    guard let value else { return [] }
    if case .list(let elements)? = value.unknown?.parts { return elements }
    return value.list ?? [value]
  }

  /// An unknown text of which a letter or digit is known is no pattern over everything.
  private static func mayBeAnything(_ unknown: Unknown) -> Bool {
    unknown.knownTexts.allSatisfy { text in text.utf8.allSatisfy { "*:/".utf8.contains($0) } }
  }

  private static func contains(
    _ value: Value?, where matches: (String) -> Bool, orMaybe mayMatch: (Unknown) -> Bool
  ) -> Truth {
    let elements = elements(of: value)
    if elements.contains(where: { $0.string.map(matches) ?? false }) { return .yes }
    // What another resource gives is the name of one thing.
    let doubts = elements.compactMap(\.unknown).filter(mayMatch).flatMap(\.reasons)
      .filter { !$0.phrase.hasSuffix(" is known only after apply") }
    return doubts.isEmpty ? .no : .open(doubts)
  }

  static func isAnything(_ pattern: String) -> Bool {
    !pattern.isEmpty && pattern.utf8.allSatisfy { $0 == UInt8(ascii: "*") }
  }
}
