internal import HCLSyntax
internal import SourceText
internal import Values

extension ExpressionEvaluator {
  func template(_ list: ExpressionList, _ id: ExpressionID) -> Value {
    var text = ""
    var isKnown = true
    var marks = Value.Marks()
    var unknowns: [Value] = []
    var operands: [Value] = []
    var pieces: [Value] = []
    let mark = session.pending.count
    for part in file.tree[list] {
      if case .string(let reference) = file.tree[part] {
        if isKnown { text += file.tree.text(reference) }
        pieces.append(.string(file.tree.text(reference)))
        continue
      }
      let value = evaluate(part)
      operands.append(value)
      pieces.append(value)
      if value.isNull {
        _ = fail("the expression result is null, which a string template cannot include", at: part)
        continue
      }
      marks.formUnion(value.marks)
      if !value.isKnown {
        isKnown = false
        unknowns.append(value)
        // cty looks at the parts after an unknown one only for their mistakes, not for their types' sake.
        if let type = value.explicitType, type != .dynamic, !type.converts(to: .string) {
          unknowns.append(value)
        }
        if unknowns.count == 1, let prefix = value.unknown?.prefix, !hasFailed(since: mark) { text += prefix }
        continue
      }
      do throws(ConversionFailure) {
        let converted = try value.converted(to: .string)
        if isKnown { text += converted.string ?? "" }
      } catch {
        _ = fail("the value cannot be part of a string template: \(error.description)", at: part)
      }
    }
    let origin = computedOrigin(id, from: operands)
    if isKnown { return Value(.string(text.normalized), origin: origin, marks: marks) }
    var prefix: String?
    if !hasFailed(since: mark), !text.isEmpty {
      let cut = String(decoding: text.normalized.utf8.prefix(128), as: UTF8.self)
      prefix = cut.safePrefix
    }
    let parts: KnownParts? = hasFailed(since: mark) ? nil : .text(Value.text(of: pieces))
    return .unknown(
      .string,
      Unknown(
        Value.unresolved(.string, unknowns).unknownReasons, prefix: prefix, isNotNull: true, parts: parts),
      origin: origin, marks: marks)
  }

  func join(_ inner: ExpressionID, _ id: ExpressionID) -> Value {
    let tuple = evaluate(inner)
    guard case .list(let elements) = tuple.content else {
      return Value.unresolved(.string, [tuple]).withMarks(tuple.marks)
    }
    var text = ""
    var marks = tuple.marks
    for (position, element) in elements.enumerated() {
      if element.isNull {
        _ = fail("an iteration result is null, which a string template cannot include", at: id)
        continue
      }
      guard element.isKnown else {
        let pieces = [.string(text)] + elements[position...]
        marks = elements.reduce(marks) { $0.union($1.deepMarks) }
        let unknown = Unknown(pieces.flatMap(\.unknownReasons), parts: .text(Value.text(of: pieces)))
        return .unknown(.string, unknown, origin: origin(id), marks: marks)
      }
      do throws(ConversionFailure) {
        let converted = try element.converted(to: .string)
        marks.formUnion(converted.marks)
        text += converted.string ?? ""
      } catch {
        _ = fail("an iteration result cannot be part of a string template: \(error.description)", at: id)
      }
    }
    return Value(.string(text.normalized), origin: origin(id), marks: marks)
  }

  /// The origin of a value computed here from others: this place, then the ways of the others.
  func computedOrigin(_ id: ExpressionID, from operands: [Value]) -> Origin {
    let here = location(id)
    var steps: [(note: String, location: Location)] = []
    for operand in operands where steps.count < 8 {
      guard let source = operand.origin.location, source != here else { continue }
      if let trace = operand.origin.trace {
        steps += trace.steps.prefix(6).map { ($0.note, $0.location) }
        steps.append(("value", source))
      } else if source.file != here.file || !here.range.contains(source.range) {
        steps.append(("value", source))
      }
    }
    var trace: Trace?
    for step in steps.reversed() { trace = Trace(step.note, at: step.location, previous: trace) }
    return Origin(here, trace: trace)
  }
}
