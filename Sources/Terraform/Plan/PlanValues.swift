internal import SourceText
internal import Values

/// Puts a plan's three parallel trees (values, what is unknown, what is sensitive) into one value.
struct PlanValues {
  /// Why unknown parts are unknown.
  let reason: Unknown.Reason
  /// The origin of values that no source text sets.
  let fallback: Origin

  /// `written` is the evaluated source, from which parts take their origins where they correspond; `configured` the
  /// expressions of the plan's configuration.
  ///
  /// A sensitive text that neither of the two has was given when the plan was made: it is in the plan, but not in the
  /// repository, and unknown here.
  func value(
    _ after: Value, _ unknown: Value, _ sensitive: Value, written: Value?, configured: Value? = nil
  ) -> Value {
    var result = content(after, unknown, sensitive, written, configured)
    if sensitive.bool == true, let text = after.string, !text.isEmpty, written?.string != text,
      configured?["constant_value"] == nil
    {
      result = .unknown(because: [.init("the value is sensitive and given when the plan is made")])
    }
    result.origin = written.flatMap { $0.location == nil ? nil : $0.origin } ?? fallback
    if sensitive.bool == true || written?.marks.contains(.sensitive) == true {
      result.marks.insert(.sensitive)
    }
    return result
  }

  private func content(
    _ after: Value, _ unknown: Value, _ sensitive: Value, _ written: Value?, _ configured: Value?
  ) -> Value {
    if unknown.bool == true { return .unknown(because: [reason]) }
    switch after.content {
    case .bool, .number, .string, .unknown: return after
    case .list(let elements):
      let sources = Self.counterparts(of: elements, in: written?.list ?? [])
      return .tuple(
        elements.indices.map { index in
          value(
            elements[index], unknown[index] ?? .null(), inherited(sensitive, sensitive[index]),
            written: sources[index], configured: Self.part(of: configured) { $0[index] })
        })
    case .object(let fields): return .object(object(fields, unknown, sensitive, written, configured))
    case .null:
      // A data source that is read during apply has nothing but unknown fields.
      guard let fields = unknown.object, !fields.isEmpty else { return after }
      return .object(object(ObjectFields(), unknown, sensitive, written, configured))
    }
  }

  /// An expression stands for all parts of its value.
  private static func part(of configured: Value?, _ step: (Value) -> Value?) -> Value? {
    guard let configured else { return nil }
    let isExpression = configured["constant_value"] != nil || configured["references"] != nil
    return isExpression ? configured : step(configured)
  }

  private func object(
    _ fields: ObjectFields, _ unknown: Value, _ sensitive: Value, _ written: Value?, _ configured: Value?
  ) -> ObjectFields {
    var result = ObjectFields()
    for field in fields.fields {
      result.append(part(field.name, field.value, unknown, sensitive, written, configured))
    }
    for field in unknown.object?.fields ?? []
    where fields[field.name] == nil && Self.holdsUnknown(field.value) {
      result.append(part(field.name, .null(), unknown, sensitive, written, configured))
    }
    return result
  }

  private func part(
    _ name: String, _ after: Value, _ unknown: Value, _ sensitive: Value, _ written: Value?,
    _ configured: Value?
  ) -> ObjectFields.Field {
    let source = written?.object.flatMap { object in object.position(of: name).map { object.fields[$0] } }
    return ObjectFields.Field(
      name, at: source?.nameLocation,
      value(
        after, unknown[name] ?? .null(), inherited(sensitive, sensitive[name]),
        written: source?.value, configured: Self.part(of: configured) { $0[name] }))
  }

  /// What is sensitive as a whole is so in all its parts.
  private func inherited(_ whole: Value, _ part: Value?) -> Value {
    whole.bool == true ? whole : part ?? .null()
  }

  private static func holdsUnknown(_ value: Value) -> Bool {
    switch value.content {
    case .bool(let flag): flag
    case .list(let elements): elements.contains(where: holdsUnknown)
    case .object(let fields): fields.fields.contains { holdsUnknown($0.value) }
    case .null, .number, .string, .unknown: false
    }
  }

  /// Blocks of a set come in another order than they were written: each element takes the first written one that
  /// does not contradict it, its own place first.
  private static func counterparts(of elements: [Value], in written: [Value]) -> [Value?] {
    guard written.count > 1 else { return elements.map { _ in written.first } }
    // Beyond this, sorting out would take longer than the answer is worth.
    guard elements.count <= 200 else {
      return elements.indices.map { $0 < written.count ? written[$0] : nil }
    }
    var free = Set(written.indices)
    return elements.indices.map { index in
      let order = [index] + written.indices
      let found = order.first { free.contains($0) && !contradicts(elements[index], written[$0]) }
      guard let found else { return index < written.count ? written[index] : nil }
      free.remove(found)
      return written[found]
    }
  }

  private static func contradicts(_ planned: Value, _ written: Value) -> Bool {
    switch (planned.content, written.content) {
    case (_, .unknown), (_, .null), (.null, _): return false
    case (.object(let fields), .object(let source)):
      return source.fields.contains { field in
        fields[field.name].map { contradicts($0, field.value) } ?? false
      }
    case (.list(let elements), .list(let source)):
      return elements.count != source.count || zip(elements, source).contains { contradicts($0, $1) }
    default:
      guard let left = try? planned.converted(to: .string), let right = try? written.converted(to: .string)
      else {
        return true
      }
      return left.string != right.string
    }
  }
}
