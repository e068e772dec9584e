public import Values

/// What a statement of a trust policy leaves open to the subjects of an OpenID Connect issuer.
public enum FederatedTrust: Sendable {
  /// It trusts no such issuer, or bounds its subjects and their audience.
  case bounded
  /// What is missing, and the value to mark where there is one.
  case fault(String, at: Value?)
  case open([Unknown.Reason])

  /// Keys that name a repository, a workflow or a group, and bound the subjects as `sub` does.
  private static let boundingKeys = [
    ":sub", ":repository", ":repository_id", ":repository_owner_id", ":job_workflow_ref", ":namespace_path",
    ":project_path", ":amr", ":oid",
  ]

  public init(_ statement: PolicyStatement) {
    let actions = statement.texts("Action").known.compactMap { $0.string?.lowercased() }
    guard case .yes = statement.isAllow,
      actions.contains("sts:assumerolewithwebidentity") || actions.contains("sts:*") || actions.contains("*")
    else {
      self = .bounded
      return
    }
    guard let principal = statement.value["Principal"], let federated = principal["Federated"] else {
      self = .bounded
      return
    }
    let names = PolicyStatement.texts(federated).known.compactMap(\.string)
    if !names.isEmpty, names.allSatisfy({ !$0.contains("oidc-provider/") }) {
      self = .bounded
      return
    }
    let condition = statement.value["Condition"]
    if let unknown = condition?.unknown {
      self = .open(unknown.reasons)
      return
    }
    self = Self.judge(condition, federated)
  }

  private static func judge(_ condition: Value?, _ federated: Value) -> FederatedTrust {
    var hasSubject = false
    var hasAudience = false
    var wide: (text: String, value: Value)?
    var doubts: [Unknown.Reason] = []
    for operation in condition?.object?.fields ?? [] {
      if operation.name.contains("Not") || operation.name.hasPrefix("Null") { continue }
      if operation.name.hasPrefix("ForAllValues:") || operation.name.hasSuffix("IfExists") { continue }
      let isPattern = operation.name.contains("Like")
      if let unknown = operation.value.unknown { doubts += unknown.reasons }
      for (key, value, unknown) in Self.keys(of: operation.value) {
        guard let key else {
          doubts += unknown
          continue
        }
        let elements = PolicyStatement.elements(of: value)
        if key.hasSuffix(":aud") { hasAudience = true }
        guard boundingKeys.contains(where: { key.hasSuffix($0) }) else { continue }
        let open = isPattern ? elements.first { isWide($0.string ?? "") } : nil
        if let open {
          wide = (open.string ?? "", open)
        } else if !elements.isEmpty {
          hasSubject = true
        }
      }
    }
    doubts += condition?.object?.openFields.flatMap(\.name.reasons) ?? []
    if !doubts.isEmpty, !(hasSubject && hasAudience) { return .open(doubts) }
    if !hasSubject {
      if let wide { return .fault("the subject '\(wide.text)' is anybody's", at: wide.value) }
      return .fault("no condition bounds the subject", at: federated.list?.first ?? federated)
    }
    return hasAudience
      ? .bounded : .fault("no condition bounds the audience", at: federated.list?.first ?? federated)
  }

  /// The keys in lower case; of one that is known in part its end, from the last colon. No key where that is open.
  private static func keys(
    of operation: Value
  ) -> [(key: String?, value: Value, unknown: [Unknown.Reason])] {
    let known = (operation.object?.fields ?? []).map { field -> (String?, Value, [Unknown.Reason]) in
      (field.name.lowercased(), field.value, [])
    }
    let open = (operation.object?.openFields ?? []).map { field -> (String?, Value, [Unknown.Reason]) in
      let end = field.name.knownSuffix.lowercased()
      return (end.contains(":") ? end : nil, field.value, field.name.reasons)
    }
    return known + open
  }

  /// A pattern that other repositories, projects or namespaces than one match.
  private static func isWide(_ pattern: String) -> Bool {
    guard let star = pattern.firstIndex(where: { $0 == "*" || $0 == "?" }) else { return false }
    let known = pattern[..<star]
    // repo:OWNER/NAME:…, system:serviceaccount:NAMESPACE:NAME, project_path:GROUP/PROJECT:…
    if known.hasPrefix("repo:") { return !known.dropFirst(5).contains(":") }
    if known.hasPrefix("system:serviceaccount:") {
      return !known.dropFirst("system:serviceaccount:".count).contains(":")
    }
    if known.hasPrefix("project_path:") { return !known.dropFirst("project_path:".count).contains(":") }
    return known.count < 4
  }
}
