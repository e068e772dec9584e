internal import CEL
public import ResourceModel
public import SourceText
internal import Values
internal import YAMLSyntax

/// A plan over the facts of one scan. Any part of the resources can be judged by itself, on any thread.
public final class PolicyRun: Sendable {
  let plan: PolicyPlan
  let facts: Facts
  let files: [SourceFile]
  let namespaces: NamespaceIndex
  let roleBindings: RoleBindings
  let accounts: AccountIndex
  let boundaries: PermissionsBoundaries
  /// Indexes of the pod templates of each resource.
  private let templates: [[Int]]
  /// The rules over each kind of resource, and for each resource the place of its kind among them.
  private let rulesOfKinds: [[CompiledPolicy]]
  private let kinds: [Int]
  private let podRules: [CompiledPolicy]
  private let podObjectRules: [CompiledPolicy]
  private let containerRules: [Container.Role: [CompiledPolicy]]

  public init(_ plan: PolicyPlan, facts: Facts, files: [SourceFile]) {
    self.plan = plan
    self.facts = facts
    self.files = files
    namespaces = NamespaceIndex(facts)
    roleBindings = RoleBindings(facts)
    accounts = AccountIndex(facts)
    boundaries = PermissionsBoundaries(facts)
    var templates = Array(repeating: [Int](), count: facts.resources.count)
    for (index, template) in facts.podTemplates.enumerated() { templates[template.resource].append(index) }
    self.templates = templates
    var places: [PolicyPlan.Kind: Int] = [:]
    var rulesOfKinds: [[CompiledPolicy]] = []
    kinds = facts.resources.map { resource in
      let kind = PolicyPlan.Kind(resource)
      if let place = places[kind] { return place }
      places[kind] = rulesOfKinds.count
      rulesOfKinds.append(plan.rules.filter { $0.policy.match.matches(resource) })
      return rulesOfKinds.count - 1
    }
    self.rulesOfKinds = rulesOfKinds
    podRules = plan.rules.filter { $0.policy.match.workloads.contains(.pods) }
    podObjectRules = plan.rules.filter { $0.policy.match.matchesPods }
    containerRules = Dictionary(
      uniqueKeysWithValues: Container.Role.allCases.map { role in
        (role, plan.rules.filter { $0.policy.match.matches(role) })
      })
  }

  /// What the rules of the plan say about some of the resources. O(resources × policies that match them).
  public func judge(_ resources: Range<Int>) -> Judgement {
    var judgement = Judgement()
    for index in resources {
      let rules = rulesOfKinds[kinds[index]]
      if !rules.isEmpty || !templates[index].isEmpty {
        let bench = Bench(self, index)
        judge(bench.resource, index, by: rules, &judgement)
        for template in templates[index] { judge(facts.podTemplates[template], of: index, bench, &judgement) }
      }
      guard !plan.admissions.isEmpty else { continue }
      let templates = templates[index].map { facts.podTemplates[$0] }.filter { !$0.isTask }
      for policy in plan.admissions {
        policy.judge(facts.resources[index], index, templates: templates, in: self, &judgement)
      }
    }
    return judgement
  }

  private func judge(_ template: PodTemplate, of resource: Int, _ bench: Bench, _ judgement: inout Judgement)
  {
    if !template.isTask {
      judge(bench.pod(template), resource, by: podRules, &judgement)
      let others = podObjectRules.filter { !$0.policy.match.matches(facts.resources[resource]) }
      if !others.isEmpty { judge(bench.asPod(template), resource, by: others, &judgement) }
    }
    for container in template.containers {
      guard let rules = containerRules[container.role], !rules.isEmpty else { continue }
      judge(bench.container(container, of: template), resource, by: rules, &judgement)
    }
  }

  private func judge(
    _ subject: Subject, _ resource: Int, by rules: [CompiledPolicy], _ judgement: inout Judgement
  ) {
    judgement.subjectCount += rules.count
    for rule in rules {
      var trial = Trial(run: self, policy: rule, resource: resource, subject: subject)
      trial.judge(&judgement)
    }
  }

  public func settled(_ judgement: Judgement) -> Judgement {
    var book = ExemptionBook()
    return settled(judgement, exempting: &book)
  }

  /// Drops what a more specific policy says too, takes out what is exempted, and joins what has one cause.
  public func settled(_ judgement: Judgement, exempting book: inout ExemptionBook) -> Judgement {
    struct Place: Hashable {
      var policy: String
      var file: FileID
    }
    var judgement = judgement
    for index in judgement.findings.indices {
      guard let mark = judgement.findings[index].mark else { continue }
      judgement.findings[index].location = place(of: mark, at: judgement.findings[index].location)
    }
    for index in judgement.undetermined.indices {
      guard let mark = judgement.undetermined[index].mark else { continue }
      judgement.undetermined[index].location = place(of: mark, at: judgement.undetermined[index].location)
    }
    var spoken: [Place: [ByteRange]] = [:]
    let replacing = plan.replaced.values.reduce(into: Set<String>()) { $0.formUnion($1) }
    func speak(_ policy: String, _ location: Location) {
      guard replacing.contains(policy) else { return }
      spoken[Place(policy: policy, file: location.file), default: []].append(location.range)
    }
    for finding in judgement.findings { speak(finding.policy, finding.location) }
    for undetermined in judgement.undetermined { speak(undetermined.policy, undetermined.location) }
    // The same place, or one inside of the other: with or without the quotes around it.
    func isReplaced(_ policy: String, _ location: Location) -> Bool {
      plan.replaced[policy]?.contains { other in
        spoken[Place(policy: other, file: location.file)]?.contains {
          $0.contains(location.range) || location.range.contains($0)
        } ?? false
      } ?? false
    }
    judgement.findings.removeAll { isReplaced($0.policy, $0.location) }
    judgement.undetermined.removeAll { isReplaced($0.policy, $0.location) }
    if !judgement.findings.isEmpty {
      var parts = ResourceParts(facts)
      for index in judgement.findings.indices { parts.locate(&judgement.findings[index], files: files) }
    }
    judgement.exempted = Self.joined(book.exempt(&judgement.findings, files: files))
    book.note(judgement.undetermined, files: files)
    judgement.findings = Self.joined(judgement.findings)
    judgement.undetermined = Self.joined(judgement.undetermined)
    return judgement
  }

  private func place(of mark: Mark, at location: Location) -> Location {
    firstLine(of: mark.part.map { source(of: $0, in: mark.text, ofScalarAt: location) } ?? location)
  }

  private static func joined(_ findings: [Finding]) -> [Finding] {
    struct Cause: Hashable {
      var policy: String
      var location: Location
      var message: String
    }
    var places: [Cause: Int] = [:]
    var others: [Int: [String]] = [:]
    var result: [Finding] = []
    for finding in findings {
      let cause = Cause(policy: finding.policy, location: finding.location, message: finding.message)
      guard let place = places[cause] else {
        places[cause] = result.count
        result.append(finding)
        continue
      }
      for environment in finding.environments where !result[place].environments.contains(environment) {
        result[place].environments.append(environment)
      }
      if finding.resource != result[place].resource { others[place, default: []].append(finding.resource) }
      result[place].level = max(result[place].level, finding.level)
    }
    for (place, resources) in others {
      var seen: Set<String> = []
      let names = resources.filter { seen.insert($0).inserted }
      let shown = names.prefix(3).joined(separator: ", ")
      result[place].notes.append(
        "holds for \(shown)" + (names.count > 3 ? " and \(names.count - 3) more" : "") + " too")
    }
    return result
  }

  /// One for each finding and place of an exemption.
  private static func joined(_ exempted: [ExemptedFinding]) -> [ExemptedFinding] {
    Dictionary(grouping: exempted) { $0.exemption.location }.values.flatMap { group in
      joined(group.map(\.finding)).map { ExemptedFinding($0, group[0].exemption) }
    }
  }

  private static func joined(_ undetermined: [Undetermined]) -> [Undetermined] {
    struct Cause: Hashable {
      var policy: String
      var location: Location
      var message: String
    }
    var seen: Set<Cause> = []
    return undetermined.filter {
      seen.insert(Cause(policy: $0.policy, location: $0.location, message: $0.message)).inserted
    }
  }

  /// Where bytes of a scalar's decoded text stand in the file: through escapes, folded lines and indentation.
  ///
  /// The file is read again for it, O(bytes of the file): only a finding inside a scalar asks.
  /// - Parameter text: the decoded text of the scalar, where it is at hand.
  func source(of part: ByteRange, in text: String?, ofScalarAt location: Location) -> Location {
    let file = Int(location.file.raw)
    guard files.indices.contains(file) else { return location }
    let bytes = files[file].bytes
    if ExpressionPlace.isExpression(files[file].path) {
      return ExpressionPlace.find(part, of: text, in: bytes, at: location)
    }
    let written = location.range.indices.clamped(to: 0..<bytes.count)
    let isPlain = bytes[written].first.map { !"\"'|>".utf8.contains($0) } ?? true
    if isPlain, !bytes[written].contains(UInt8(ascii: "\n")) {
      let start = written.lowerBound + Int(part.start)
      if let text {
        // A value that comes from elsewhere: the place is not its text.
        let wanted = Array(text.utf8)[part.indices.clamped(to: 0..<text.utf8.count)]
        guard start + part.count <= bytes.count, bytes[start..<(start + part.count)].elementsEqual(wanted)
        else {
          return location
        }
      }
      return Location(file: location.file, range: ByteRange(start..<(start + part.count)))
    }
    for document in YAMLParser.parse(files[file]).documents {
      if let scalar = document.root?.scalar(at: location.range) {
        return Location(file: location.file, range: scalar.sourceRange(ofText: part.indices))
      }
    }
    return location
  }

  /// The part of a location that lies in its first line: what is marked.
  func firstLine(of location: Location) -> Location {
    let file = Int(location.file.raw)
    guard files.indices.contains(file) else { return location }
    let bytes = files[file].bytes
    var range = location.range.indices.clamped(to: 0..<bytes.count)
    if let end = bytes[range].firstIndex(where: { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }) {
      range = range.lowerBound..<end
    }
    while range.upperBound > range.lowerBound, bytes[range.upperBound - 1] <= 0x20 {
      range = range.lowerBound..<(range.upperBound - 1)
    }
    return Location(file: location.file, range: ByteRange(range))
  }
}

extension YAMLNode {
  /// The scalar at or below this node that was written in the range. Visits only nodes that cover the range.
  fileprivate func scalar(at range: ByteRange) -> YAMLNode? {
    guard self.range.contains(range) || self.range == range else { return nil }
    switch kind {
    case .scalar: return self.range == range ? self : nil
    case .sequence: return elements.lazy.compactMap { $0.scalar(at: range) }.first
    case .mapping:
      return entries.lazy.compactMap { $0.key.scalar(at: range) ?? $0.value.scalar(at: range) }.first
    }
  }
}
