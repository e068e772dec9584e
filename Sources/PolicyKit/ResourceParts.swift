internal import ResourceModel
internal import SourceText
internal import Values
internal import YAMLSyntax

/// Where in its resource a finding's mark stands: `spec.template.spec.containers[web].image`. Unlike a line it
/// survives every edit around it.
struct ResourceParts {
  private struct Node {
    var location: Location
    var parent: Int
    /// Of the way from the parent: `.image`, `[web]`.
    var step: String
  }

  private let facts: Facts
  /// Indices of resources by address.
  private var resources: [String: [Int]] = [:]
  private var templates: [Int: [Int]] = [:]
  /// Of the resource that was asked for last: findings come resource by resource.
  private var nodes: [Node] = []
  private var exact: [Location: Int] = [:]
  private var current: Int?

  private static let candidateLimit = 32

  init(_ facts: Facts) {
    self.facts = facts
    for (index, resource) in facts.resources.enumerated() {
      resources[resource.address, default: []].append(index)
    }
    for (index, template) in facts.podTemplates.enumerated() {
      templates[template.resource, default: []].append(index)
    }
  }

  /// Fills in the path and the container, where the mark stands in the resource. O(depth × siblings) for what is still
  /// syntax, O(values of the resource) for what was evaluated.
  mutating func locate(_ finding: inout Finding, files: [SourceFile]) {
    var candidates = resources[finding.resource] ?? []
    if candidates.count > 1 {
      let environments = finding.environments
      let near = candidates.filter { facts.resources[$0].environments == environments }
      if !near.isEmpty { candidates = near }
    }
    let file = finding.location.file
    let (here, elsewhere) = (
      candidates.filter { facts.resources[$0].location.file == file },
      candidates.filter { facts.resources[$0].location.file != file }
    )
    for index in (here + elsewhere).prefix(Self.candidateLimit) {
      guard let place = place(of: finding.location, in: index) else { continue }
      finding.path = place.path
      if !finding.isSecret, place.start != finding.location.range.start {
        finding.path += "~" + text(of: finding.location, files)
      }
      if finding.container == nil { finding.container = container(around: finding.location, in: index) }
      return
    }
  }

  /// The innermost part around a location, and where that part starts.
  private mutating func place(of location: Location, in resource: Int) -> (path: String, start: Int32)? {
    switch facts.resources[resource].body {
    case .node(let root):
      guard root.tree.file == location.file, root.range.contains(location.range) else { return nil }
      return Self.place(of: location.range, in: root)
    case .value(let root):
      guard facts.resources[resource].domain != .terraform else { break }
      if let place = Self.place(of: location, in: root) { return place }
    }
    load(resource)
    guard let node = exact[location] ?? innermost(around: location) else { return nil }
    return (path(of: node), nodes[node].location.range.start)
  }

  private static func place(of range: ByteRange, in root: YAMLNode) -> (path: String, start: Int32) {
    var path = ""
    var node = root
    // An alias stands for a node elsewhere, which may even hold the alias.
    while !node.isAlias {
      guard let (step, next) = part(of: node, around: range) else { break }
      path += step
      guard let next else { return (dropFirstDot(path), range.start) }
      node = next
    }
    return (dropFirstDot(path), node.range.start)
  }

  /// The same for an object that was read from one file. Nil when the location is not inside of it.
  private static func place(of location: Location, in root: Value) -> (path: String, start: Int32)? {
    guard var outer = root.location?.range, outer.contains(location.range) else { return nil }
    var path = ""
    var value = root
    while let (step, next) = part(of: value, around: location) {
      path += step
      // What an alias names stands elsewhere.
      guard let range = next?.location?.range, outer.contains(range) else {
        return (dropFirstDot(path), location.range.start)
      }
      outer = range
      if let next { value = next }
    }
    return (dropFirstDot(path), outer.start)
  }

  /// The child around the location; no value where the location is in a name.
  private static func part(of value: Value, around location: Location) -> (step: String, next: Value?)? {
    switch value.content {
    case .object(let fields):
      for field in fields.fields {
        if field.value.stands(around: location) { return ("." + field.name, field.value) }
        if let name = field.nameLocation, name.file == location.file, name.range.contains(location.range) {
          return ("." + field.name, nil)
        }
      }
      return nil
    case .list(let elements):
      for (index, element) in elements.enumerated() where element.stands(around: location) {
        let name = element["name"]?.string ?? element["Sid"]?.string ?? element["id"]?.string
        return ("[\(name ?? String(index))]", element)
      }
      return nil
    case .null, .bool, .number, .string, .unknown: return nil
    }
  }

  /// The child around the range; no node where the range is in a key.
  private static func part(of node: YAMLNode, around range: ByteRange) -> (step: String, next: YAMLNode?)? {
    switch node.kind {
    case .scalar: return nil
    case .mapping:
      for entry in node.entries {
        if entry.value.range.contains(range) { return ("." + entry.key.text, entry.value) }
        if entry.key.range.contains(range) { return ("." + entry.key.text, nil) }
      }
    case .sequence:
      for (index, element) in node.elements.enumerated() where element.range.contains(range) {
        let name = element["name"] ?? element["Sid"] ?? element["id"]
        return ("[\(name?.text ?? String(index))]", element)
      }
    }
    return nil
  }

  private static func dropFirstDot(_ path: String) -> String {
    path.hasPrefix(".") ? String(path.dropFirst()) : path
  }

  private func text(of location: Location, _ files: [SourceFile]) -> String {
    guard files.indices.contains(Int(location.file.raw)) else { return "" }
    let bytes = files[Int(location.file.raw)].bytes
    return String(
      decoding: bytes[location.range.indices.clamped(to: 0..<bytes.count)].prefix(80), as: UTF8.self)
  }

  private func innermost(around location: Location) -> Int? {
    var best: Int?
    for (index, node) in nodes.enumerated()
    where node.location.file == location.file && node.location.range.contains(location.range) {
      if let best, nodes[best].location.range.count < node.location.range.count { continue }
      best = index
    }
    return best
  }

  private func path(of node: Int) -> String {
    var steps: [String] = []
    var index = node
    while index >= 0 {
      steps.append(nodes[index].step)
      index = nodes[index].parent
    }
    return Self.dropFirstDot(steps.reversed().joined())
  }

  private mutating func load(_ resource: Int) {
    guard current != resource else { return }
    current = resource
    nodes = []
    exact = [:]
    add(facts.resources[resource].value, parent: -1, step: "")
  }

  private mutating func add(_ value: Value, parent: Int, step: String) {
    let index = nodes.count
    // A value without a place still names a step of the way.
    let nowhere = Location(file: FileID(-1), range: ByteRange(start: 0, end: 0))
    nodes.append(Node(location: value.location ?? nowhere, parent: parent, step: step))
    if let location = value.location, exact[location] == nil { exact[location] = index }
    switch value.content {
    case .object(let fields):
      for field in fields.fields {
        add(field.value, parent: index, step: "." + field.name)
        // A finding may mark the name: what is wrong is that the field is there.
        if let location = field.nameLocation, exact[location] == nil { exact[location] = nodes.count - 1 }
      }
    case .list(let elements):
      for (position, element) in elements.enumerated() {
        let name = element["name"]?.string ?? element["Sid"]?.string ?? element["id"]?.string
        add(element, parent: index, step: "[\(name ?? String(position))]")
      }
    case .null, .bool, .number, .string, .unknown: return
    }
  }

  private func container(around location: Location, in resource: Int) -> String? {
    for template in templates[resource] ?? [] {
      for container in facts.podTemplates[template].containers {
        guard let place = container.value.location, place.file == location.file,
          place.range.contains(location.range)
        else { continue }
        return container.value["name"]?.string
      }
    }
    return nil
  }
}

extension Value {
  fileprivate func stands(around other: Location) -> Bool {
    guard let location else { return false }
    return location.file == other.file && location.range.contains(other.range)
  }
}
