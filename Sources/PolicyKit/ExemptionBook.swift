public import SourceText

/// All exemptions of a scan: says which findings they accept, and afterwards what is wrong with them.
public struct ExemptionBook: Sendable {
  /// Names of the analyses of the policies about exemptions; the runner leaves them to this type.
  public static let analyses: Set<String> = Set(Fault.allCases.map(\.rawValue))

  /// What can be wrong; each is the analysis of one policy.
  enum Fault: String, CaseIterable {
    case expired = "expired-exemption"
    case unmatched = "unmatched-exemption"
    case malformed = "malformed-exemption"
    case refused = "refused-exemption"
  }

  private struct Defect {
    var fault: Fault
    var message: String
    var fix: String?
    var location: Location
  }

  private struct Use: Hashable {
    var exemption: Int
    var policy: String
  }

  /// Those that hold.
  private var exemptions: [Exemption] = []
  private var defects: [Defect] = []
  private var used: Set<Use> = []
  /// Places in `exemptions` by policy id.
  private var places: [String: [Int]] = [:]

  /// No exemptions at all.
  public init() {}

  /// - Parameters:
  ///   - texts: comments and annotations.
  ///   - file: `.mlguard/exemptions.yaml`, with the id that it has in the report.
  ///   - policies: all that exist, whether or not they run.
  ///   - today: exemptions hold up to this day and including it.
  public init(
    _ texts: [ExemptionText], file: SourceFile?, policies: [PolicyCard], profile: Profile,
    today: CalendarDate
  ) {
    for text in texts { read(text) }
    if let file {
      let reader = ExemptionFileReader(file)
      exemptions += reader.exemptions
      for fault in reader.faults { add(.malformed, fault.message, fix: fault.advice, at: fault.location) }
    }
    let candidates = exemptions
    exemptions = []
    for var exemption in candidates where resolve(&exemption, among: policies) {
      guard isPermitted(exemption, policies: policies, profile: profile, today: today) else { continue }
      for id in exemption.policies { places[id, default: []].append(exemptions.count) }
      exemptions.append(exemption)
    }
  }

  /// Nothing to apply and nothing to complain about.
  public var isEmpty: Bool { exemptions.isEmpty && defects.isEmpty }

  private mutating func read(_ text: ExemptionText) {
    let scope: Exemption.Scope
    let needsVerb: Bool
    switch text.target {
    case .none(let reason):
      add(.malformed, reason, fix: "# mlguard: \(ExemptionDirective.form)", at: text.location)
      return
    case .line(let range): (scope, needsVerb) = (.line(text.location.file, range), true)
    case .object(let address): (scope, needsVerb) = (.object(text.location.file, address), false)
    }
    do {
      let directive = try ExemptionDirective(text.text, needsVerb: needsVerb)
      exemptions.append(
        Exemption(
          policies: directive.policies, reason: directive.reason, owner: directive.owner,
          until: directive.until, source: needsVerb ? .comment : .annotation, location: text.location,
          scope: scope))
    } catch {
      add(.malformed, error.message, fix: error.advice, at: text.location)
    }
  }

  /// Turns names into ids.
  private mutating func resolve(_ exemption: inout Exemption, among policies: [PolicyCard]) -> Bool {
    var ids: [String] = []
    for name in exemption.policies {
      guard
        let card = policies.first(where: { $0.id == name || $0.name == name || $0.aliases.contains(name) })
      else {
        let nearest = Spelling.nearest(to: name, among: policies.flatMap { [$0.id, $0.name] })
        add(
          .malformed, "there is no policy '\(name)'",
          fix: nearest.map { "did you mean '\($0)'?" } ?? "mlguard policy list shows them",
          at: exemption.location)
        return false
      }
      if !ids.contains(card.id) { ids.append(card.id) }
    }
    exemption.policies = ids
    return true
  }

  private mutating func isPermitted(
    _ exemption: Exemption, policies: [PolicyCard], profile: Profile, today: CalendarDate
  ) -> Bool {
    let names = exemption.policies.joined(separator: ", ")
    let fixed = policies.filter { card in
      exemption.policies.contains(card.id) && !profile.isExemptible(card)
    }
    if let card = fixed.first {
      add(.refused, "\(card.id) cannot be exempted", fix: "remove the exemption", at: exemption.location)
      return false
    }
    let rules = profile.exemptionRules
    if rules.requiresOwner, exemption.owner == nil {
      add(
        .refused, "exemption of \(names) names no owner, which the profile requires", fix: "add the owner",
        at: exemption.location)
      return false
    }
    if rules.requiresExpiry, exemption.until == nil {
      add(
        .refused, "exemption of \(names) does not expire, which the profile requires",
        fix: "add the last day: until YYYY-MM-DD", at: exemption.location)
      return false
    }
    guard let until = exemption.until else { return true }
    if until < today {
      add(
        .expired, "exemption of \(names) has expired: it held until \(until)", fix: nil,
        at: exemption.location)
      return false
    }
    if let days = rules.maximumDays, until.daysSinceEpoch - today.daysSinceEpoch > days {
      let last = CalendarDate(daysSinceEpoch: today.daysSinceEpoch + days)
      add(
        .refused, "exemption of \(names) holds for more than the \(days) days that the profile allows",
        fix: "until \(last) at the latest", at: exemption.location)
      return false
    }
    return true
  }

  private mutating func add(_ fault: Fault, _ message: String, fix: String?, at location: Location) {
    defects.append(Defect(fault: fault, message: message, fix: fix, location: location))
  }
}

extension ExemptionBook {
  /// Takes out what is accepted. A finding that is accepted in some of its environments stays for the others.
  /// O(findings × exemptions of their policy).
  mutating func exempt(_ findings: inout [Finding], files: [SourceFile]) -> [ExemptedFinding] {
    guard !exemptions.isEmpty else { return [] }
    var exempted: [ExemptedFinding] = []
    var kept: [Finding] = []
    for var finding in findings {
      var isKept = true
      for place in matches(finding, files: files) {
        used.insert(Use(exemption: place, policy: finding.policy))
        guard isKept else { continue }
        let environments = Self.environments(of: exemptions[place])
        var accepted = finding
        if !environments.isEmpty {
          accepted.environments = finding.environments.filter(environments.contains)
          finding.environments.removeAll(where: environments.contains)
        }
        exempted.append(ExemptedFinding(accepted, exemptions[place]))
        isKept = !environments.isEmpty && !finding.environments.isEmpty
      }
      if isKept { kept.append(finding) }
    }
    findings = kept
    return exempted
  }

  /// An exemption of what cannot be told is no idle one.
  mutating func note(_ undetermined: [Undetermined], files: [SourceFile]) {
    guard !exemptions.isEmpty else { return }
    for item in undetermined {
      let finding = Finding(
        policy: item.policy, name: item.name, family: item.family, level: item.level, message: item.message,
        fix: "", location: item.location, resource: item.resource, environments: item.environments)
      for place in matches(finding, files: files) {
        used.insert(Use(exemption: place, policy: finding.policy))
      }
    }
  }

  private func matches(_ finding: Finding, files: [SourceFile]) -> [Int] {
    (places[finding.policy] ?? []).filter { place in
      let exemption = exemptions[place]
      switch exemption.scope {
      case .line(let file, let line):
        return finding.location.file == file && line.start <= finding.location.range.start
          && finding.location.range.start <= line.end
      case .object(let file, let address):
        return finding.location.file == file && finding.resource == address
      case .filter(let filter):
        let file = Int(finding.location.file.raw)
        guard filter.matches(finding, in: files.indices.contains(file) ? files[file].path : "") else {
          return false
        }
        return filter.environments.isEmpty
          || finding.environments.contains(where: filter.environments.contains)
      }
    }
  }

  private static func environments(of exemption: Exemption) -> [String] {
    switch exemption.scope {
    case .line, .object: []
    case .filter(let filter): filter.environments
    }
  }

  /// What is wrong with the exemptions, as findings of the policies among `cards`.
  /// - Parameter isWhole: everything was scanned and read, so that what matched nothing matches nothing.
  public func audit(_ cards: [PolicyCard], of policies: [Policy], isWhole: Bool) -> [Finding] {
    var defects = defects
    if isWhole {
      for (index, exemption) in exemptions.enumerated() {
        for id in exemption.policies where !used.contains(Use(exemption: index, policy: id)) {
          let reason =
            cards.contains { $0.id == id } ? "matches no finding" : "is idle: the policy does not run"
          defects.append(
            Defect(
              fault: .unmatched, message: "exemption of \(id) \(reason)", fix: nil,
              location: exemption.location))
        }
      }
    }
    var cardOf: [String: PolicyCard] = [:]
    for policy in policies {
      guard let analysis = policy.analysis, Self.analyses.contains(analysis) else { continue }
      cardOf[analysis] = cards.first { $0.id == policy.card.id }
    }
    return defects.compactMap { defect in
      guard let card = cardOf[defect.fault.rawValue] else { return nil }
      return Finding(
        policy: card.id, name: card.name, family: card.family, level: card.level, message: defect.message,
        hint: card.hint, fix: defect.fix ?? card.fix, location: defect.location, resource: "")
    }
  }
}
