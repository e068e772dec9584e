internal import ResourceModel
public import SourceText
internal import Values
internal import YAMLSyntax

/// Reads policy files of mlguard's own form and native ValidatingAdmissionPolicies.
public enum PolicyReader {
  /// Every policy in the files, in their order, and every fault. A policy with a fault is left out.
  ///
  /// - Parameters:
  ///   - analyses: the names of the Swift analyses that a policy may name.
  ///   - readsExamples: false where nobody asks for them: they are most of a file.
  public static func read(
    _ files: [SourceFile], analyses: Set<String>, readsExamples: Bool = true
  ) -> (policies: [Policy], faults: [ConfigurationFault]) {
    var policies: [Policy] = []
    var faults: [ConfigurationFault] = []
    var admission = AdmissionReader()
    for file in files {
      var list = FaultList(file)
      let stream = YAMLParser.parse(file)
      for problem in stream.problems where problem.severity != .note { list.add(problem) }
      if stream.problems.contains(where: { $0.severity == .error }) {
        faults += list.faults
        continue
      }
      for document in stream.documents {
        guard let root = document.root, !(root.kind == .scalar && root.scalar == .null) else { continue }
        if root["apiVersion"]?.text.hasPrefix("admissionregistration.k8s.io/") == true {
          admission.add(root, file: file, &list)
        } else if admission.accepts(parameterDocument: root) {
          admission.addParameters(root, file: file)
        } else if let policy = policy(
          root, file: file, analyses: analyses, readsExamples: readsExamples, &list)
        {
          policies.append(policy)
        }
      }
      faults += list.faults
    }
    policies += admission.policies(&faults)
    faults += duplicates(policies)
    return (policies, faults)
  }

  private static func duplicates(_ policies: [Policy]) -> [ConfigurationFault] {
    var paths: [String: String] = [:]
    var faults: [ConfigurationFault] = []
    for policy in policies {
      for name in Set([policy.card.id, policy.card.name]).sorted() {
        if let other = paths[name] {
          faults.append(
            ConfigurationFault(
              "'\(name)' is the id or name of another policy too", advice: "see \(other)",
              path: policy.card.path, position: Position(line: 1, column: 1, byte: 0)))
        }
        paths[name] = policy.card.path
      }
    }
    return faults
  }

  private static func policy(
    _ root: YAMLNode, file: SourceFile, analyses: Set<String>, readsExamples: Bool,
    _ list: inout FaultList
  ) -> Policy? {
    let before = list.faults.count
    list.check(root, against: .policy, as: "the policy file")
    guard list.faults.count == before, let spec = root["spec"], let id = spec["id"],
      let level = spec["level"].flatMap({ Level(rawValue: $0.text) })
    else { return nil }
    let body = body(spec, analyses: analyses, &list)
    let match = match(spec["match"], &list)
    let parameters = parameters(spec["params"], &list)
    let examples = readsExamples ? examples(spec["examples"], parameters: parameters, &list) : []
    var card = PolicyCard(
      id: id.text, name: text(root.at("metadata", "name")), family: text(spec["family"]), level: level,
      isOnByDefault: spec["enabled"]?.scalar != .bool(false), summary: text(spec["summary"]),
      why: text(spec["why"]), hint: spec["hint"]?.text, fix: text(spec["fix"]), tags: texts(spec["tags"]),
      references: texts(spec["references"]), securitySeverity: spec["securitySeverity"]?.text,
      aliases: texts(spec["aliases"]), parameters: parameters, path: file.path)
    card.isExemptible = spec["exemptible"]?.scalar != .bool(false)
    guard list.faults.count == before, let body else { return nil }
    return Policy(
      card: card, match: match, replaces: texts(spec["replaces"]),
      isSecret: spec["secret"]?.scalar == .bool(true), examples: examples, body: body)
  }

  private static func text(_ node: YAMLNode?) -> String {
    var text = node?.text ?? ""
    while text.last?.isNewline == true { text.removeLast() }
    return text
  }

  private static func texts(_ node: YAMLNode?) -> [String] {
    node?.elements.map { text($0) } ?? []
  }

  private static func body(_ spec: YAMLNode, analyses: Set<String>, _ list: inout FaultList) -> Policy.Body? {
    if let analysis = spec.entry("analysis") {
      guard spec.entry("validations") == nil else {
        list.add(
          "a policy with an analysis has no validations", advice: "keep one of the two",
          at: analysis.key.range)
        return nil
      }
      guard analyses.contains(analysis.value.text) else {
        list.addUnknown(
          "analysis", analysis.value.text, among: analyses.sorted(), at: analysis.value.range)
        return nil
      }
      return .analysis(analysis.value.text)
    }
    guard let validations = spec["validations"], validations.count > 0 else {
      list.add("the policy has neither validations nor an analysis", at: spec.range)
      return nil
    }
    var rule = PolicyRule()
    rule.conditions = spec["where"]?.elements.map { SourceExpression($0) } ?? []
    if let forEach = spec["forEach"], let elements = forEach["in"], let name = forEach["as"] {
      if PolicyVocabulary.names.contains(name.text) || !isIdentifier(name.text) {
        list.add("'\(name.text)' cannot name an element", advice: "choose another name", at: name.range)
      }
      rule.forEach = .init(list: SourceExpression(elements), name: name.text)
    }
    for variable in spec["variables"]?.elements.map({ $0 }) ?? [] {
      guard let name = variable["name"], let expression = variable["expression"] else { continue }
      if !isIdentifier(name.text) {
        list.add("'\(name.text)' is no name that an expression could use", at: name.range)
      } else if rule.variables.contains(where: { $0.name == name.text }) {
        list.add("a second variable '\(name.text)'", at: name.range)
      }
      rule.variables.append(.init(name: name.text, expression: SourceExpression(expression)))
    }
    for validation in validations.elements {
      guard let expression = validation["expression"] else { continue }
      rule.validations.append(
        .init(
          expression: SourceExpression(expression), message: validation["message"]?.text,
          messageExpression: validation["messageExpression"].map { SourceExpression($0) },
          at: validation["at"].map { SourceExpression($0) },
          level: validation["level"].flatMap { Level(rawValue: $0.text) },
          hint: validation["hint"]?.text, fix: validation["fix"]?.text,
          fixExpression: validation["fixExpression"].map { SourceExpression($0) }))
    }
    if let lower = spec["lower"], let when = lower["when"], let note = lower["note"] {
      rule.lower = .init(when: SourceExpression(when), note: note.text)
    }
    return .rule(rule)
  }

  static func isIdentifier(_ text: String) -> Bool {
    guard let first = text.utf8.first, !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first) else {
      return false
    }
    return text.utf8.allSatisfy {
      switch $0 {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
        true
      default: false
      }
    }
  }

  private static func match(_ node: YAMLNode?, _ list: inout FaultList) -> PolicyMatch {
    guard let node else { return PolicyMatch() }
    let match = PolicyMatch(
      workloads: Set(texts(node["workloads"]).compactMap(PolicyMatch.Part.init(rawValue:))),
      kubernetes: texts(node["kubernetes"]).map(PolicyMatch.Kind.init),
      terraform: Set(texts(node["terraform"])), workflow: Set(texts(node["workflow"])),
      dockerfile: Set(texts(node["dockerfile"])), files: node["files"]?.text == "true")
    if match.isEmpty {
      list.add(
        "the policy matches nothing", advice: "match: {workloads: [containers, initContainers]}",
        at: node.range)
    }
    return match
  }

  private static func parameters(_ node: YAMLNode?, _ list: inout FaultList) -> [PolicyParameter] {
    var parameters: [PolicyParameter] = []
    for element in node?.elements.map({ $0 }) ?? [] {
      guard let name = element["name"], let type = element["type"], let fallback = element["default"] else {
        continue
      }
      guard let kind = PolicyParameter.Kind(type.text) else {
        list.add(
          "'\(type.text)' is no type of a parameter",
          advice: "string, boolean, integer, quantity, list(TYPE) or map(TYPE)", at: type.range)
        continue
      }
      let value = Value(fallback).withoutOrigin
      if let complaint = kind.complaint(about: value) {
        list.add("the default of '\(name.text)' \(complaint)", at: fallback.range)
      }
      parameters.append(
        PolicyParameter(
          name: name.text, kind: kind, fallback: value, description: text(element["description"])))
    }
    return parameters
  }

  private static func examples(
    _ node: YAMLNode?, parameters: [PolicyParameter], _ list: inout FaultList
  ) -> [PolicyExample] {
    let lines = LineIndex(list.file.bytes)
    var examples: [PolicyExample] = []
    for element in node?.elements.map({ $0 }) ?? [] {
      let verdicts = PolicyExample.Verdict.allCases.filter { element.entry($0.rawValue) != nil }
      guard verdicts.count == 1, let title = element[verdicts[0].rawValue] else {
        list.add("an example needs one of passes, violates, undetermined", at: element.range)
        continue
      }
      var values: [String: Value] = [:]
      for entry in element["params"]?.entries.map({ $0 }) ?? [] {
        let value = Value(entry.value).withoutOrigin
        ParameterCheck.check(entry.key, value, at: entry.value.range, among: parameters, &list)
        values[entry.key.text] = value
      }
      let files = element["files"]?.entries.map {
        PolicyExample.File(path: $0.key.text, text: $0.value.text)
      }
      examples.append(
        PolicyExample(
          verdict: verdicts[0], title: text(title), parameters: values,
          level: element["level"].flatMap { Level(rawValue: $0.text) },
          files: (files ?? []).sorted { $0.path < $1.path },
          position: lines.position(of: Int(element.range.start), in: list.file.bytes)))
    }
    return examples
  }
}

/// Holds the value of a parameter against its declaration.
enum ParameterCheck {
  static func check(
    _ key: YAMLNode, _ value: Value, at range: ByteRange, among parameters: [PolicyParameter],
    _ list: inout FaultList
  ) {
    guard let parameter = parameters.first(where: { $0.name == key.text }) else {
      list.addUnknown("parameter", key.text, among: parameters.map(\.name), at: key.range)
      return
    }
    if let complaint = parameter.kind.complaint(about: value) {
      list.add("'\(parameter.name)' \(complaint)", at: range)
    }
  }
}

extension PolicyParameter.Kind {
  /// What is wrong with a value of this kind, after its name; nil when nothing is.
  func complaint(about value: Value) -> String? {
    switch self {
    case .string: value.string == nil ? "has to be a string" : nil
    case .boolean: value.bool == nil ? "has to be true or false" : nil
    case .integer:
      if case .number(.integer) = value.content { nil } else { "has to be an integer" }
    case .quantity:
      switch value.content {
      case .string, .number: nil
      case .null, .bool, .list, .object, .unknown: "has to be a quantity: 500m, 2Gi"
      }
    case .list(let element):
      if let elements = value.list {
        elements.lazy.compactMap { element.complaint(about: $0) }.first.map { "holds an element that \($0)" }
      } else {
        "has to be a list"
      }
    case .map(let element):
      if let object = value.object {
        object.fields.lazy.compactMap { element.complaint(about: $0.value) }.first
          .map { "holds a value that \($0)" }
      } else {
        "has to be a mapping"
      }
    }
  }
}

extension Value {
  /// The value as a setting: its place in a policy file or profile is none in the repository.
  var withoutOrigin: Value {
    let bare: Content =
      switch content {
      case .list(let elements): .list(elements.map(\.withoutOrigin))
      case .object(let fields):
        .object(ObjectFields(fields.fields.map { .init($0.name, $0.value.withoutOrigin) }))
      case .null, .bool, .number, .string, .unknown: content
      }
    return Value(bare, marks: marks, explicitType: explicitType)
  }
}
