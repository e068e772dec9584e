internal import IAMPolicy
internal import PolicyKit
internal import ResourceModel
internal import SourceText
internal import Values

/// The policy documents of the AWS identities that the repository makes, joined to whom they are attached.
///
/// What one identity may do is decided over all of its documents together, so each is held with its fellows. A document
/// that nothing attaches stands alone: somebody will.
struct IdentityDocuments {
  struct Document {
    var resource: Resource
    var statements: [PolicyStatement] = []
    /// Why the document, or some statement of it, is not known.
    var doubts: [Unknown.Reason] = []
  }

  /// The documents of one identity, or one document alone.
  struct Unit {
    /// The role, user or group, where it is one of the repository.
    var identity: Resource?
    /// Places in `documents`.
    var documents: [Int]
    var boundary: Boundary = .none
  }

  enum Boundary {
    case none
    case document(Int)
    /// It is not in the repository.
    case outside(Value)
  }

  private(set) var documents: [Document] = []
  private(set) var units: [Unit] = []

  private static let inline: [String: (argument: String, owner: String)] = [
    "aws_iam_role_policy": ("policy", "role"), "aws_iam_user_policy": ("policy", "user"),
    "aws_iam_group_policy": ("policy", "group"),
    "aws_ssoadmin_permission_set_inline_policy": ("inline_policy", "permission_set_arn"),
  ]
  /// Of the arguments that name whom a policy is attached to.
  private static let owners: [String: [(argument: String, type: String)]] = [
    "aws_iam_role_policy_attachment": [("role", "aws_iam_role")],
    "aws_iam_user_policy_attachment": [("user", "aws_iam_user")],
    "aws_iam_group_policy_attachment": [("group", "aws_iam_group")],
    "aws_iam_policy_attachment": [
      ("roles", "aws_iam_role"), ("users", "aws_iam_user"), ("groups", "aws_iam_group"),
    ],
    "aws_iam_role_policy_attachments_exclusive": [("role_name", "aws_iam_role")],
    "aws_iam_user_policy_attachments_exclusive": [("user_name", "aws_iam_user")],
    "aws_iam_group_policy_attachments_exclusive": [("group_name", "aws_iam_group")],
  ]
  private static let identityTypes: Set<String> = ["aws_iam_role", "aws_iam_user", "aws_iam_group"]

  init(_ facts: Facts) {
    let boundaries = PermissionsBoundaries(facts)
    var byRoot: [Int: [Entry]] = [:]
    for (index, resource) in facts.resources.enumerated()
    where resource.type.hasPrefix("aws_iam_") || resource.type.hasPrefix("aws_ssoadmin_") {
      guard let place = resource.terraform, place.mode == .managed else { continue }
      byRoot[place.root, default: []].append(
        Entry(resource: resource, isBoundary: boundaries.contains(index)))
    }
    for root in byRoot.keys.sorted() { add(byRoot[root] ?? []) }
    // A boundary is often made where the account is, in another root.
    for index in units.indices {
      guard case .outside(let reference) = units[index].boundary, reference.string != nil else { continue }
      let found = documents.firstIndex {
        $0.resource.type == "aws_iam_policy" && Self.isMeant($0.resource, by: reference)
      }
      if let found { units[index].boundary = .document(found) }
    }
  }

  private struct Entry {
    var resource: Resource
    var isBoundary: Bool
  }

  /// The resources of one root.
  private mutating func add(_ entries: [Entry]) {
    let resources = entries.map(\.resource)
    var identities: [String: Unit] = [:]
    var policies: [(resource: Resource, document: Int)] = []
    var attached: Set<Int> = []
    func identity(_ type: String, _ reference: Value?) -> String? {
      guard let reference else { return nil }
      if let resource = resources.first(where: { $0.type == type && Self.isMeant($0, by: reference) }) {
        return resource.address
      }
      return reference.string.map { type + " " + Self.lastPart($0) }
    }
    for entry in entries {
      let resource = entry.resource
      if Self.identityTypes.contains(resource.type) {
        identities[resource.address, default: Unit(documents: [])].identity = resource
        for block in Self.elements(resource.value["inline_policy"]) {
          guard let policy = block["policy"] ?? (block.unknown == nil ? nil : block) else { continue }
          identities[resource.address]?.documents.append(add(policy, of: resource))
        }
      } else if resource.type == "aws_iam_policy" {
        let document = add(resource.value["policy"], of: resource)
        policies.append((resource, document))
        if entry.isBoundary { attached.insert(document) }
      } else if let rule = Self.inline[resource.type] {
        let document = add(resource.value[rule.argument], of: resource)
        attached.insert(document)
        let owner =
          identity("aws_iam_" + rule.owner, resource.value[rule.owner]) ?? "alone " + resource.address
        identities[owner, default: Unit(documents: [])].documents.append(document)
      }
    }
    func attach(_ reference: Value, to owner: String) {
      for (resource, document) in policies where Self.isMeant(resource, by: reference) {
        attached.insert(document)
        identities[owner, default: Unit(documents: [])].documents.append(document)
      }
    }
    for resource in resources {
      let arns = ["policy_arn", "policy_arns"].flatMap { Self.elements(resource.value[$0]) }
      for (argument, type) in Self.owners[resource.type] ?? [] {
        for reference in Self.elements(resource.value[argument]) {
          guard let owner = identity(type, reference) else { continue }
          for arn in arns { attach(arn, to: owner) }
        }
      }
      guard Self.identityTypes.contains(resource.type) else { continue }
      for arn in Self.elements(resource.value["managed_policy_arns"]) { attach(arn, to: resource.address) }
      if let boundary = resource.value["permissions_boundary"], !boundary.isNull {
        let document = policies.first { Self.isMeant($0.resource, by: boundary) }?.document
        identities[resource.address]?.boundary = document.map { .document($0) } ?? .outside(boundary)
      }
    }
    units += identities.sorted { $0.key < $1.key }.map(\.value).filter { !$0.documents.isEmpty }
    units += policies.filter { !attached.contains($0.document) }.map { Unit(documents: [$0.document]) }
  }

  private mutating func add(_ value: Value?, of resource: Resource) -> Int {
    var document = Document(resource: resource)
    if let value, let structure = ReadText.structure(value) {
      for statement in PolicyStatement.all(in: structure) {
        if let unknown = statement.unknown {
          document.doubts += unknown.reasons
        } else if statement.object != nil {
          document.statements.append(PolicyStatement(statement))
        }
      }
    } else if let unknown = value?.unknown {
      document.doubts = unknown.reasons
    }
    documents.append(document)
    return documents.count - 1
  }

  /// A single block or a list of them; lists of references as well.
  private static func elements(_ value: Value?) -> [Value] {
    guard let value, !value.isNull else { return [] }
    return value.list.map { $0.flatMap { elements($0) } } ?? [value]
  }

  /// The reference is to this resource: by the name at its end, or by what it waits for.
  private static func isMeant(_ resource: Resource, by reference: Value) -> Bool {
    if let text = reference.string { return resource.value["name"]?.string == lastPart(text) }
    let name = resource.address + " is known only after apply"
    return reference.unknown?.reasons.contains { $0.phrase == name } ?? false
  }

  private static func lastPart(_ text: String) -> String {
    text.split(separator: "/").last.map(String.init) ?? text
  }
}
