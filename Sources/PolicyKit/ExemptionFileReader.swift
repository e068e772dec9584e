internal import SourceText
internal import YAMLSyntax

extension Form {
  /// `.mlguard/exemptions.yaml`.
  public static let exemptions = Form.record([
    .init("exemptions", .list(exemption), isRequired: true, "What is accepted, each with its reason.")
  ])

  static let exemption = Form.record([
    .init("policies", .list(.text), isRequired: true, "Ids or names of the policies."),
    .init("paths", .list(.text), "Patterns of files: * within a folder, ** across folders."),
    .init("resources", .list(.text), "Addresses of resources: Deployment/shop/web; * is any text."),
    .init("containers", .list(.text), "Names of containers; * is any text."),
    .init("keys", .list(.text), "Instance keys of for_each or count; * is any text."),
    .init("environments", .list(.text), "Names of environments; elsewhere the finding stays."),
    .init("until", .text, "The last day on which the exemption holds: YYYY-MM-DD."),
    .init("owner", .text, "Who answers for it."),
    .init("reason", .text, isRequired: true, "Why the finding is accepted."),
  ])
}

/// Reads the central file. A fault in one entry leaves the others as they are.
struct ExemptionFileReader {
  let file: SourceFile
  private(set) var exemptions: [Exemption] = []
  private(set) var faults: [ExemptionFault] = []

  init(_ file: SourceFile) {
    self.file = file
    let stream = YAMLParser.parse(file)
    var list = FaultList(file)
    for problem in stream.problems where problem.severity != .note { list.add(problem) }
    if stream.documents.count > 1, let second = stream.documents[1].root {
      list.add("the exemptions are one document", at: second.range)
    }
    let root = stream.documents.first?.root
    if let root, list.faults.isEmpty, !(root.kind == .scalar && root.scalar == .null) {
      read(root, &list)
    }
    add(list)
  }

  private mutating func read(_ root: YAMLNode, _ list: inout FaultList) {
    guard root.kind == .mapping, let entries = root["exemptions"], root.count == 1,
      entries.kind == .sequence
    else {
      list.check(root, against: .exemptions, as: "the file of exemptions")
      return
    }
    for entry in entries.elements {
      let before = list.faults.count
      list.check(entry, against: Form.exemption, as: "an exemption")
      guard list.faults.count == before else { continue }
      read(entry: entry, &list)
    }
  }

  private mutating func read(entry: YAMLNode, _ list: inout FaultList) {
    func texts(_ name: String) -> [String] { entry[name]?.elements.map(\.text) ?? [] }
    var until: CalendarDate?
    if let node = entry["until"] {
      until = CalendarDate(node.text)
      if until == nil {
        list.add("'\(node.text)' is no date", advice: "until: YYYY-MM-DD", at: node.range)
        return
      }
    }
    let filter = ExemptionFilter(
      paths: texts("paths").map { PathPattern($0) }, resources: texts("resources"),
      containers: texts("containers"), keys: texts("keys"), environments: texts("environments"))
    guard let policies = entry["policies"], policies.count > 0 else {
      list.add("the exemption names no policy", advice: "policies: [IMG-01]", at: entry.range)
      return
    }
    guard !filter.isEmpty else {
      list.add(
        "the exemption says neither paths, resources, containers, keys nor environments",
        advice: "narrow it; .mlguard.yaml switches a policy off for the whole repository", at: policies.range)
      return
    }
    exemptions.append(
      Exemption(
        policies: texts("policies"), reason: entry["reason"]?.text ?? "", owner: entry["owner"]?.text,
        until: until, source: .file, location: firstLine(of: policies.range), scope: .filter(filter)))
  }

  private func firstLine(of range: ByteRange) -> Location {
    let indices = range.indices.clamped(to: 0..<file.bytes.count)
    let end = file.bytes[indices].firstIndex(of: UInt8(ascii: "\n")) ?? indices.upperBound
    return Location(file: file.id, range: ByteRange(indices.lowerBound..<end))
  }

  private mutating func add(_ list: FaultList) {
    for fault in list.faults {
      let start = min(fault.position.byte, file.bytes.count)
      let end = file.bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? file.bytes.count
      faults.append(
        ExemptionFault(
          fault.message, advice: fault.advice ?? "see docs/schemas/exemptions.json",
          at: Location(file: file.id, range: ByteRange(start..<end))))
    }
  }
}
