internal import ResourceModel
public import SourceText
internal import Values
internal import YAMLSyntax

/// Reads profiles, each over the one before it.
public enum ProfileReader {
  /// - Parameters:
  ///   - files: the default profile first, then the user's.
  ///   - policies: asked for only when a profile names one.
  public static func read<Failure: Error>(
    _ files: [SourceFile], policies: () throws(Failure) -> [PolicyCard]
  ) throws(Failure) -> (profile: Profile, faults: [ConfigurationFault]) {
    var profile = Profile()
    var faults: [ConfigurationFault] = []
    for file in files {
      var list = FaultList(file)
      let stream = YAMLParser.parse(file)
      for problem in stream.problems where problem.severity != .note { list.add(problem) }
      if stream.documents.count > 1, let second = stream.documents[1].root {
        list.add("a profile is one document", at: second.range)
      }
      if list.faults.isEmpty, let root = stream.documents.first?.root,
        !(root.kind == .scalar && root.scalar == .null)
      {
        list.check(root, against: .profile, as: "the profile")
        if list.faults.isEmpty {
          let cards = root.entry("policies") == nil ? [] : try policies()
          apply(root, to: &profile, policies: cards, &list)
        }
      }
      faults += list.faults
    }
    return (profile, faults)
  }

  private static func apply(
    _ root: YAMLNode, to profile: inout Profile, policies: [PolicyCard], _ list: inout FaultList
  ) {
    if let failOn = root["failOn"]?.text {
      profile.failOn = Level(rawValue: failOn).map { .level($0) } ?? .never
    }
    if case .bool(let flag)? = root["failOnNew"]?.scalar { profile.failsOnNewOnly = flag }
    if let rules = root["exemptions"] {
      let required = Set(rules["require"]?.elements.map(\.text) ?? [])
      profile.exemptionRules.requiresOwner = required.contains("owner")
      profile.exemptionRules.requiresExpiry = required.contains("until")
      if let days = rules["maximumDays"] {
        profile.exemptionRules.maximumDays = Int(days.text)
        if profile.exemptionRules.maximumDays == nil {
          list.add("'maximumDays' has to be a whole number", at: days.range)
        }
      }
    }
    for entry in root["policies"]?.entries.map({ $0 }) ?? [] {
      let name = entry.key.text
      guard
        let card = policies.first(where: { $0.id == name || $0.name == name || $0.aliases.contains(name) })
      else {
        let names = policies.flatMap { [$0.id, $0.name] }
        let nearest = Spelling.nearest(to: name, among: names).map { "did you mean '\($0)'?" }
        list.add(
          "there is no policy '\(name)'", advice: nearest ?? "mlguard policy list shows them",
          at: entry.key.range)
        continue
      }
      var setting = profile.settings[card.id] ?? Profile.Setting()
      if entry.value.kind == .scalar {
        apply(word: entry.value, to: &setting, &list)
      } else {
        if case .bool(let flag)? = entry.value["enabled"]?.scalar { setting.isEnabled = flag }
        if case .bool(let flag)? = entry.value["exemptible"]?.scalar { setting.isExemptible = flag }
        if let level = entry.value["level"].flatMap({ Level(rawValue: $0.text) }) { setting.level = level }
        for parameter in entry.value["params"]?.entries.map({ $0 }) ?? [] {
          let value = Value(parameter.value).withoutOrigin
          ParameterCheck.check(
            parameter.key, value, at: parameter.value.range, among: card.parameters, &list)
          setting.parameters[parameter.key.text] = value
        }
      }
      profile.settings[card.id] = setting
    }
    for exclusion in root["exclude"]?.elements.map({ $0 }) ?? [] {
      guard let reason = exclusion["reason"]?.text else { continue }
      for path in exclusion["paths"]?.elements.map({ $0 }) ?? [] {
        profile.exclusions.append(.init(PathPattern(path.text), reason: reason))
      }
    }
    ModuleSettings.apply(root["modules"], to: &profile, &list)
    EnvironmentSettings.apply(root["environments"], to: &profile, &list)
  }

  private static func apply(word node: YAMLNode, to setting: inout Profile.Setting, _ list: inout FaultList) {
    switch node.text {
    case "on", "true": setting.isEnabled = true
    case "off", "false": setting.isEnabled = false
    default:
      guard let level = Level(rawValue: node.text) else {
        let words = ["on", "off"] + Level.allCases.map(\.rawValue)
        let nearest = Spelling.nearest(to: node.text, among: words).map { "did you mean '\($0)'?" }
        list.add(
          "a policy is on, off, or one of \(Level.allCases.map(\.rawValue).joined(separator: ", "))",
          advice: nearest, at: node.range)
        return
      }
      setting.isEnabled = true
      setting.level = level
    }
  }
}
