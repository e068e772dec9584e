public import Values
public import YAMLSyntax

extension Value {
  /// The value of a YAML or JSON node as the Kubernetes API machinery reads it (sigs.k8s.io/yaml): merge keys
  /// applied, of duplicate keys the last, keys as JSON field names, an alias as the value of its anchor.
  ///
  /// Every value keeps the text to edit: behind an alias or a merge key that is where the anchor stands, and the
  /// trace names the alias. O(nodes behind the node); an anchored value is converted once and shared.
  ///
  /// In the core schema keys are their text, as GitHub reads them.
  public init(_ node: YAMLNode, schema: YAMLSchema = .kubernetes) {
    var conversion = YAMLConversion(tree: node.tree, schema: schema)
    self = conversion.value(of: node)
  }
}

private struct YAMLConversion {
  let tree: YAMLTree
  let schema: YAMLSchema
  /// What anchors stand for, by the node that they mark.
  private var shared: [NodeID: Value] = [:]

  init(tree: YAMLTree, schema: YAMLSchema) {
    self.tree = tree
    self.schema = schema
  }

  mutating func value(of node: YAMLNode) -> Value { node.isAlias ? aliased(node) : written(node) }

  @inline(never)
  private mutating func aliased(_ node: YAMLNode) -> Value {
    let step = Trace("alias *\(node.aliasName ?? "")", at: node.location)
    guard let target = node.aliasTarget else { return Value(.null, origin: Origin(node.location)) }
    var value: Value
    if let known = shared[target.id] {
      value = known
    } else {
      value = written(target)
      shared[target.id] = value
    }
    value.origin.trace = step
    return value
  }

  private mutating func written(_ node: YAMLNode) -> Value {
    let origin = Origin(node.location)
    switch node.kind {
    case .scalar: return scalar(node)
    case .sequence:
      var elements: [Value] = []
      elements.reserveCapacity(node.count)
      for element in node.elements { elements.append(value(of: element)) }
      return Value(.list(elements), origin: origin)
    case .mapping:
      return Value(.object(fields(of: node)), origin: origin)
    }
  }

  // The functions that call themselves keep their frames small: a document may be 200 levels deep, and a thread's
  // stack 512 KiB small.

  @inline(never)
  private func scalar(_ node: YAMLNode) -> Value {
    let origin = Origin(node.location)
    return switch node.scalar(schema) {
    case .null: Value(.null, origin: origin)
    case .bool(let flag): Value(.bool(flag), origin: origin)
    case .integer(let integer): Value(.number(.integer(integer)), origin: origin)
    case .double(let double): Value(.number(.double(double)), origin: origin)
    case .string: Value(.string(node.text), origin: origin)
    }
  }

  private mutating func fields(of node: YAMLNode) -> ObjectFields {
    var fields: [ObjectFields.Field] = []
    fields.reserveCapacity(node.count)
    for entry in node.entries {
      if node.merges, entry.isMerge {
        merge(entry, into: &fields)
      } else if entry.key.kind == .scalar {
        let value = value(of: entry.value)
        append(entry.key, value, to: &fields)
      }
    }
    if node.merges || node.hasDuplicateKeys { keepLast(&fields) }
    return ObjectFields(fields)
  }

  @inline(never)
  private func append(_ key: YAMLNode, _ value: Value, to fields: inout [ObjectFields.Field]) {
    fields.append(.init(schema == .kubernetes ? key.keyName : key.text, at: key.location, value))
  }

  @inline(never)
  private mutating func merge(_ entry: YAMLNode.Entry, into fields: inout [ObjectFields.Field]) {
    let step = Trace("merge key <<", at: entry.key.location)
    for source in entry.mergeSources {
      guard let merged = value(of: source).object else { continue }
      for var field in merged.fields {
        if field.value.origin.trace == nil { field.value.origin.trace = step }
        fields.append(field)
      }
    }
  }

  /// Of fields with one name the last stays, at the place of the first.
  @inline(never)
  private func keepLast(_ fields: inout [ObjectFields.Field]) {
    var places: [String: Int] = [:]
    var kept: [ObjectFields.Field] = []
    for field in fields {
      if let place = places[field.name] {
        kept[place] = field
      } else {
        places[field.name] = kept.count
        kept.append(field)
      }
    }
    fields = kept
  }
}
