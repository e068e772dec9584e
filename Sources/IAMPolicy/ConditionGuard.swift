internal import Values

/// How much a condition narrows a statement.
///
/// Peers take any condition for a guard; most are none: a region, a transport, a date are met by everybody who tries.
enum ConditionGuard: Sendable {
  case none
  case weak
  case strong
  case open([Unknown.Reason])

  /// Keys that bind the statement to somebody or something in particular. In lower case.
  private static let strongKeys: Set<String> = [
    "aws:sourcearn", "aws:sourceaccount", "aws:sourceorgid", "aws:sourceorgpaths", "aws:principalarn",
    "aws:principalorgid", "aws:principalorgpaths", "aws:principalaccount", "aws:resourceaccount",
    "aws:resourceorgid", "aws:userid", "aws:sourcevpce", "aws:sourcevpc", "aws:vpcsourceip",
    "iam:passedtoservice", "iam:permissionsboundary", "kms:viaservice", "kms:calleraccount",
    "sts:externalid", "s3:dataaccesspointaccount", "s3:dataaccesspointarn", "aws:principalisawsservice",
    "elasticfilesystem:accesspointarn", "lambda:functionurlauthtype", "saml:aud", "saml:sub",
  ]

  init(_ condition: Value?) {
    guard let condition, !condition.isNull else {
      self = .none
      return
    }
    if let unknown = condition.unknown {
      self = .open(unknown.reasons)
      return
    }
    var result = ConditionGuard.none
    var doubts: [Unknown.Reason] = []
    for operation in condition.object?.fields ?? [] {
      for key in operation.value.object?.fields ?? [] {
        switch Self.strength(operation.name, key.name.lowercased(), key.value) {
        case .strong:
          self = .strong
          return
        case .weak: result = .weak
        case .open(let reasons): doubts += reasons
        case .none: break
        }
      }
      for key in operation.value.object?.openFields ?? [] {
        switch Self.strength(operation.name, key.name.knownSuffix.lowercased(), key.value) {
        case .strong:
          self = .strong
          return
        case .weak, .open: doubts += key.name.reasons
        case .none: break
        }
      }
      if let unknown = operation.value.unknown { doubts += unknown.reasons }
    }
    doubts += condition.object?.openFields.flatMap(\.name.reasons) ?? []
    self = doubts.isEmpty ? result : .open(doubts)
  }

  private static func strength(_ operation: String, _ key: String, _ value: Value) -> ConditionGuard {
    // True where the key is absent.
    if operation.hasPrefix("ForAllValues:") { return .none }
    if operation.contains("Not") || operation.hasPrefix("Null") || operation.hasSuffix("IfExists") {
      return .weak
    }
    let (known, unknown) = PolicyStatement.texts(value)
    if known.contains(where: { PolicyStatement.isAnything($0.string ?? "") }) { return .none }
    if key == "aws:sourceip" {
      let isWide = known.contains { value in
        guard let bits = value.string?.split(separator: "/").dropFirst().first.flatMap({ Int($0) }) else {
          return false
        }
        return bits <= 8
      }
      return isWide ? .weak : .strong
    }
    let isStrong = strongKeys.contains(key) || key.hasSuffix(":sub") || key.hasSuffix(":aud")
    guard isStrong else { return .weak }
    let doubts = unknown.filter { !$0.phrase.hasSuffix(" is known only after apply") }
    return doubts.isEmpty ? .strong : .open(doubts)
  }
}
