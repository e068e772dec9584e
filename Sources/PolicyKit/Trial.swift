internal import CEL
internal import ResourceModel
internal import SourceText
internal import Values

/// One policy over one subject: violated, satisfied, or undetermined with the unknown that decides it.
struct Trial {
  private let run: PolicyRun
  private let policy: CompiledPolicy
  /// Index of the resource.
  private let index: Int
  private let subject: Subject
  private var activation: CELActivation
  /// Unknowns in the conditions: a violation under them is undetermined.
  private var doubts: [Unknown.Reason] = []

  init(run: PolicyRun, policy: CompiledPolicy, resource: Int, subject: Subject) {
    self.run = run
    self.policy = policy
    index = resource
    self.subject = subject
    activation = CELActivation(policy.environment, over: subject.activation, binding: policy.parameters)
    defer { bindVariables() }
  }

  private var resource: Resource { run.facts.resources[index] }

  mutating func judge(_ judgement: inout Judgement) {
    guard isJudged(&judgement) else { return }
    guard let forEach = policy.forEach else {
      judgeValidations(&judgement)
      return
    }
    let outcome = forEach.list.evaluate(activation)
    guard let elements = outcome.result.listed else {
      if let error = outcome.error {
        fail(error.message, outcome.blame, &judgement)
      } else if !outcome.unknownReasons.isEmpty {
        leaveOpen(outcome.unknownReasons, at: outcome.blame, &judgement)
      } else {
        fail("forEach gives no list", outcome.blame, &judgement)
      }
      return
    }
    for element in elements {
      activation[slot: forEach.slot] = element
      bindVariables()
      judgeValidations(&judgement)
    }
  }

  private mutating func bindVariables() {
    for (slot, program) in policy.variables { activation.set(slot: slot, lazily: program) }
  }

  /// The conditions hold, or may hold.
  private mutating func isJudged(_ judgement: inout Judgement) -> Bool {
    var isJudged = true
    for condition in policy.conditions {
      let outcome = condition.evaluate(activation)
      switch outcome.bool {
      case true?: continue
      case false?: return false
      case nil:
        if let error = outcome.error {
          fail(error.message, outcome.blame, &judgement)
          isJudged = false
        } else if !outcome.unknownReasons.isEmpty {
          doubts += outcome.unknownReasons
        } else {
          fail("a condition gives neither true nor false", outcome.blame, &judgement)
          isJudged = false
        }
      }
    }
    return isJudged
  }

  private func judgeValidations(_ judgement: inout Judgement) {
    for validation in policy.validations {
      let outcome = validation.expression.evaluate(activation)
      switch outcome.bool {
      case true?: continue
      case false?:
        if doubts.isEmpty {
          report(validation, outcome, &judgement)
        } else {
          leaveOpen(doubts, at: mark(validation, outcome).origin, &judgement)
        }
      case nil:
        if let error = outcome.error {
          fail(error.message, outcome.blame, &judgement)
        } else if !outcome.unknownReasons.isEmpty {
          leaveOpen(doubts + outcome.unknownReasons, at: mark(validation, outcome).origin, &judgement)
        } else {
          fail("a validation gives neither true nor false", outcome.blame, &judgement)
        }
      }
    }
  }

  private func report(
    _ validation: CompiledPolicy.Validation, _ outcome: CELOutcome, _ judgement: inout Judgement
  ) {
    let card = policy.policy.card
    let mark = mark(validation, outcome)
    let origin = mark.origin
    let message =
      validation.messageExpression.flatMap { $0.evaluate(activation).string } ?? validation.message
      ?? card.summary
    let fix =
      validation.fixExpression.flatMap { $0.evaluate(activation).string } ?? validation.fix ?? card.fix
    var level = validation.level ?? card.level
    var notes = resource.remarks
    if let lower = policy.lower, lower.when.evaluate(activation).bool == true {
      level = level.lowered
      notes.append(lower.note)
    }
    if let template = subject.template {
      notes.append("the policy is about pods; judged on the pod template \(template) of \(resource.address)")
    }
    var finding = Finding(
      policy: card.id, name: card.name, family: card.family, level: level, message: message,
      hint: validation.hint ?? card.hint, fix: fix, notes: notes, location: place(of: mark),
      resource: resource.address, environments: resource.environments, trace: Self.steps(of: origin),
      isSecret: policy.policy.isSecret)
    if subject.isContainer { finding.container = subject.object["name"]?.string }
    judgement.findings.append(finding)
  }

  /// The value that `at` gives, or else the last one that was read.
  private func mark(_ validation: CompiledPolicy.Validation, _ outcome: CELOutcome) -> Mark {
    if let at = validation.at?.evaluate(activation) {
      if let value = Self.written(at.result) {
        return Mark(origin: value.origin, text: value.origin.encoded?.value.string ?? value.string)
      }
      if !at.unknownReasons.isEmpty, let blame = at.blame, blame.location != nil {
        return Mark(origin: blame)
      }
    }
    if let blame = outcome.blame, blame.location != nil { return Mark(origin: blame) }
    return Mark(origin: subject.object.origin)
  }

  /// What is marked, with its decoded text where a part of that is meant.
  private struct Mark {
    var origin: Origin
    var text: String?
  }

  private func leaveOpen(
    _ reasons: [Unknown.Reason], at origin: Origin?, _ judgement: inout Judgement
  ) {
    let card = policy.policy.card
    var seen: Set<Unknown.Reason> = []
    let reasons = reasons.filter { seen.insert($0).inserted }
    let located = origin?.location ?? reasons.lazy.compactMap(\.location).first
    judgement.undetermined.append(
      Undetermined(
        policy: card.id, name: card.name, family: card.family, level: card.level,
        message: "cannot tell whether \(card.summary)",
        reasons: reasons.map { .init($0.phrase, at: $0.location) },
        location: place(of: Origin(located)), resource: resource.address,
        environments: resource.environments))
  }

  private func fail(_ message: String, _ origin: Origin?, _ judgement: inout Judgement) {
    judgement.problems.append(
      Problem(
        .error, .semantics,
        "\(policy.policy.card.id) cannot judge \(resource.address): \(message)", at: place(of: origin)))
  }

  private func place(of mark: Mark) -> Location { place(of: mark.origin, text: mark.text) }

  private func place(of origin: Origin?, text: String? = nil) -> Location {
    if let origin, let location = origin.location, let part = origin.part {
      return run.firstLine(of: run.source(of: part, in: text, ofScalarAt: location))
    }
    return run.firstLine(of: origin?.location ?? subject.object.location ?? resource.location)
  }

  /// Of a list the first element that was written somewhere.
  private static func written(_ value: CELValue) -> Value? {
    switch value {
    case .document(let value): value.location == nil ? nil : value
    case .optional(let content): content.flatMap(written)
    case .list(let elements): elements.lazy.compactMap(written).first
    case .null, .bool, .int, .uint, .double, .string, .bytes, .map, .timestamp, .duration, .type, .opaque,
      .structured, .error, .unknown:
      nil
    }
  }

  private static func steps(of origin: Origin?) -> [Finding.Step] {
    origin?.trace?.steps.map { .init($0.note, at: $0.location) } ?? []
  }
}

extension CELValue {
  /// The elements of a list, or the values of a map; nil for everything else.
  var listed: [CELValue]? {
    switch self {
    case .list(let elements): elements
    case .document(let value):
      switch value.content {
      case .list(let elements): elements.map { .document($0) }
      case .object(let fields):
        fields.fields.map { .document($0.value) } + (fields.rest.map { [.unknown($0)] } ?? [])
      case .null: []
      case .bool, .number, .string, .unknown: nil
      }
    case .null: []
    case .optional(let content): content.map { $0.listed } ?? []
    case .bool, .int, .uint, .double, .string, .bytes, .map, .timestamp, .duration, .type, .opaque,
      .structured,
      .error, .unknown:
      nil
    }
  }
}
