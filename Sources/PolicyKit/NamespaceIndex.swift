internal import ResourceModel
internal import Values

/// What the repository says of each namespace. Objects without one belong to the namespace that one tool
/// invocation applies their folder to: see `Facts.namespaceKeys`.
struct NamespaceIndex: Sendable {
  struct Entry: Sendable {
    var limitRanges: [Value] = []
    var resourceQuotas: [Value] = []
    var object: Value?
  }

  private var entries: [String: Entry] = [:]
  private let keys: [String]

  init(_ facts: Facts) {
    keys = facts.namespaceKeys
    for range in facts.typed.limitRanges {
      entries[keys[range.resource], default: Entry()].limitRanges.append(
        facts.resources[range.resource].value)
    }
    for quota in facts.typed.resourceQuotas {
      entries[keys[quota.resource], default: Entry()].resourceQuotas.append(
        facts.resources[quota.resource].value)
    }
    for namespace in facts.typed.namespaces {
      entries["name:" + namespace.name, default: Entry()].object = facts.resources[namespace.resource].value
    }
  }

  /// Of the namespace of a resource, given by its index.
  subscript(resource: Int) -> Entry {
    guard keys.indices.contains(resource) else { return Entry() }
    return entries[keys[resource]] ?? Entry()
  }
}
