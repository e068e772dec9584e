public import PolicyKit
internal import ResourceModel
public import SourceText

/// Runs the examples of policy files, each alone, and sees whether they would notice a missing validation.
public struct PolicyTrial: Sendable {
  /// What is wrong with a policy file's rule or examples.
  public struct Fault: Sendable, CustomStringConvertible {
    public var path: String
    public var position: Position
    public var message: String

    public var description: String { "\(path):\(position.line):\(position.column): \(message)" }
  }

  public private(set) var faults: [Fault] = []
  public private(set) var exampleCount = 0
  public private(set) var mutationCount = 0

  private static let fewestViolations = 2
  private static let fewestPasses = 3

  public init() {}

  /// Policies of the cluster (ValidatingAdmissionPolicy) have no examples and are left out.
  public mutating func run(_ policy: Policy, of library: PolicyLibrary) {
    guard !policy.isAdmissionPolicy else { return }
    let start = Position(line: 1, column: 1, byte: 0)
    func count(_ verdict: PolicyExample.Verdict) -> Int {
      policy.examples.count { $0.verdict == verdict }
    }
    if count(.violates) < Self.fewestViolations {
      add("\(count(.violates)) examples violate the policy; it needs \(Self.fewestViolations)", start, policy)
    }
    if count(.passes) < Self.fewestPasses {
      add("\(count(.passes)) examples pass; the policy needs \(Self.fewestPasses)", start, policy)
    }
    var subjects = 0
    var isGreen = true
    for example in policy.examples {
      exampleCount += 1
      let outcome = Outcome(policy, example, library)
      subjects += outcome.subjects
      for complaint in outcome.complaints(about: example) {
        isGreen = false
        add("example '\(example.title)': \(complaint)", example.position, policy)
      }
    }
    if subjects == 0 { add("the policy matches nothing in its examples", start, policy) }
    guard isGreen else { return }
    for index in 0..<policy.validationCount {
      guard let mutant = policy.neglecting(validation: index) else { continue }
      mutationCount += 1
      let survives = policy.examples.allSatisfy {
        Outcome(mutant, $0, library).complaints(about: $0).isEmpty
      }
      if survives {
        let text = policy.validationText(index).split(separator: "\n").first ?? ""
        add(
          "validation \(index + 1) (\(text)) can be replaced by true, and every example stays green", start,
          policy)
      }
    }
  }

  private mutating func add(_ message: String, _ position: Position, _ policy: Policy) {
    faults.append(Fault(path: policy.card.path, position: position, message: message))
  }

  /// What one policy says of one example.
  private struct Outcome {
    var findings: [Finding] = []
    var undetermined: [Undetermined] = []
    var problems: [Problem] = []
    var faults: [ConfigurationFault] = []
    var files: [SourceFile]
    var subjects = 0

    init(_ policy: Policy, _ example: PolicyExample, _ library: PolicyLibrary) {
      let files = example.files.enumerated().map {
        SourceFile(id: FileID(Int32($0)), path: $1.path, bytes: $1.bytes)
      }
      let reading = Reading(files)
      let profile = Profile(settings: [
        policy.card.id: .init(isEnabled: true, parameters: example.parameters)
      ])
      // What is exempted is for the other policies to find.
      let exemptions = ExemptionTrial(policy, files, library)
      let plan = PolicyPlan(
        exemptions?.policies ?? [policy], profile: profile, files: library.files, faults: &faults)
      var facts = reading.facts
      if reading.terraformCount > 0 { facts.add(TerraformReading.evaluate(files)) }
      let run = PolicyRun(plan, facts: facts, files: files)
      var judgement = run.judge(0..<facts.resources.count)
      judgement.append(run.judgePatches())
      for call in plan.analyses { judgement.append(AnalysisRun.judge(call, facts)) }
      subjects = judgement.subjectCount + (plan.analyses.isEmpty ? 0 : 1)
      var book = exemptions?.book(reading.exemptionTexts(facts), profile) ?? ExemptionBook()
      let settled = run.settled(judgement, exempting: &book)
      findings = settled.findings
      undetermined = settled.undetermined
      if let exemptions {
        findings = exemptions.findings(of: book, plan.cards)
        undetermined = []
      }
      problems = (reading.problems + facts.problems + settled.problems).filter {
        // A module that is not there is what an example may be about.
        $0.severity == .error && $0.kind != .missing
      }
      self.files = files
    }

    func complaints(about example: PolicyExample) -> [String] {
      var complaints = faults.map(\.description)
      complaints += problems.map { "not understood: \($0.message) at \(place(of: $0.location))" }
      let marks = example.files.enumerated().flatMap { index, file in
        file.marks.map { Location(file: FileID(Int32(index)), range: $0) }
      }
      switch example.verdict {
      case .passes:
        if !marks.isEmpty { complaints.append("has marks, although it passes") }
        complaints += compare([], findings.map(\.location), "found")
        complaints += compare([], undetermined.map(\.location), "undetermined")
      case .violates:
        complaints += compare(marks, findings.map(\.location), "found")
        complaints += compare([], undetermined.map(\.location), "undetermined")
        if marks.isEmpty { complaints.append("has no «mark»") }
      case .undetermined:
        complaints += compare([], findings.map(\.location), "found")
        complaints += compare(marks, undetermined.map(\.location), "undetermined")
        if marks.isEmpty { complaints.append("has no «mark»") }
      }
      if let level = example.level, let finding = findings.first(where: { $0.level != level }) {
        complaints.append(
          "the level of '\(finding.message)' is \(finding.level.rawValue), not \(level.rawValue)")
      }
      return complaints
    }

    private func compare(_ expected: [Location], _ actual: [Location], _ word: String) -> [String] {
      let missing = Set(expected).subtracting(actual)
      let surplus = Set(actual).subtracting(expected)
      return sorted(missing).map { "not \(word): '\(text(of: $0))' at \(place(of: $0))" }
        + sorted(surplus).map { "\(word), but not marked: '\(text(of: $0))' at \(place(of: $0))" }
    }

    private func sorted(_ locations: Set<Location>) -> [Location] {
      locations.sorted {
        ($0.file.raw, $0.range.start, $0.range.end) < ($1.file.raw, $1.range.start, $1.range.end)
      }
    }

    private func text(of location: Location) -> String {
      let bytes = files[Int(location.file.raw)].bytes
      return String(decoding: bytes[location.range.indices.clamped(to: 0..<bytes.count)], as: UTF8.self)
    }

    private func place(of location: Location) -> String {
      let file = files[Int(location.file.raw)]
      let position = LineIndex(file.bytes).position(of: Int(location.range.start), in: file.bytes)
      return "\(file.path):\(position.line):\(position.column)"
    }
  }
}
