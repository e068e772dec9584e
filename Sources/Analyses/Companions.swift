internal import PolicyKit
internal import ResourceModel
internal import SourceText
internal import Values

/// What stands beside a Terraform resource in its root: the resources of certain types, and whether one of them refers
/// to it.
///
/// O(resources) to make, O(companions of the root and type) to ask.
struct Companions {
  /// What is known of a companion: it is there, it is not, or an unknown decides.
  enum Presence {
    case present(Resource)
    case absent
    case open([Unknown.Reason])
  }

  private struct Key: Hashable {
    var root: Int
    var type: String
  }

  private var resources: [Key: [Resource]] = [:]

  init(_ facts: Facts, types: Set<String>) {
    for resource in facts.resources where resource.domain == .terraform && types.contains(resource.type) {
      guard let root = resource.terraform?.root else { continue }
      resources[Key(root: root, type: resource.type), default: []].append(resource)
    }
  }

  func all(_ type: String, besides resource: Resource) -> [Resource] {
    guard let root = resource.terraform?.root else { return [] }
    return all(type, in: root)
  }

  func all(_ type: String, in root: Int) -> [Resource] { resources[Key(root: root, type: type)] ?? [] }

  /// A companion of the type whose argument names the resource.
  func presence(of type: String, for resource: Resource, by argument: String) -> Presence {
    var doubts: [Unknown.Reason] = []
    for companion in all(type, besides: resource) {
      switch Self.refers(companion.value[argument], to: resource) {
      case .yes:
        guard companion.terraform?.isUnknownInstance == true else { return .present(companion) }
        doubts.append(.init("whether \(companion.address) is made", at: companion.location))
      case .open(let reasons): doubts += reasons
      case .no: continue
      }
    }
    return doubts.isEmpty ? .absent : .open(doubts)
  }

  enum Reference {
    case yes
    case no
    case open([Unknown.Reason])
  }

  /// Whether a companion's value names the resource: by what the resource gives after apply, by its name, or by its ARN.
  static func refers(_ value: Value?, to resource: Resource) -> Reference {
    guard let value else { return .no }
    switch value.content {
    case .null, .bool, .number, .object: return .no
    case .list(let elements):
      var doubts: [Unknown.Reason] = []
      for element in elements {
        switch refers(element, to: resource) {
        case .yes: return .yes
        case .open(let reasons): doubts += reasons
        case .no: continue
        }
      }
      return doubts.isEmpty ? .no : .open(doubts)
    case .string(let text):
      return names(of: resource).contains { text == $0 || text.hasSuffix(":" + $0) } ? .yes : .no
    case .unknown(let unknown):
      if unknown.reasons.contains(where: { isResult($0, of: resource) }) { return .yes }
      let isOfAnother = unknown.reasons.allSatisfy { $0.phrase.hasSuffix(" is known only after apply") }
      return isOfAnother ? .no : .open(unknown.reasons)
    }
  }

  /// The value is what the resource, and no other of its instances, gives after apply.
  static func isResult(_ reason: Unknown.Reason, of resource: Resource) -> Bool {
    reason.phrase.hasPrefix(resource.address)
      && reason.phrase == resource.address + " is known only after apply"
  }

  private static func names(of resource: Resource) -> [String] {
    ["bucket", "name", "id", "identifier"].compactMap { resource.value[$0]?.string }.filter { !$0.isEmpty }
  }
}

extension Value {
  /// The values of an argument inside of repeated blocks.
  func below(_ path: String...) -> [Value] {
    path.reduce([self]) { values, name in
      values.flatMap { $0.list ?? [$0] }.compactMap { $0[name] }
    }.flatMap { $0.list ?? [$0] }
  }
}
