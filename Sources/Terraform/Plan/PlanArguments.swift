internal import ResourceModel
internal import Values

/// Tells the arguments of a planned resource from what the provider adds.
///
/// A plan lists every attribute: null where nothing is set, unknown where the provider will choose. Policies ask what
/// is configured, as they do of source: neither of the two is there.
struct PlanArguments {
  private let instance: TerraformPlan.Instance
  private let written: Value?

  init(_ instance: TerraformPlan.Instance, written: Value?) {
    self.instance = instance
    self.written = written
  }

  /// The value without nulls, and without unknown attributes that the configuration does not set.
  func kept(_ value: Value) -> Value {
    guard case .object(let fields) = value.content else { return value }
    var result = ObjectFields()
    for var field in fields.fields where !isChosenByProvider(field) {
      guard !field.value.isNull else { continue }
      field.value = Self.withoutNulls(field.value)
      result.append(field)
    }
    var kept = value
    kept.content = .object(result)
    return kept
  }

  private func isChosenByProvider(_ field: ObjectFields.Field) -> Bool {
    guard field.value.unknown != nil, instance.mode == .managed else { return false }
    if let written { return written.object?.position(of: field.name) == nil }
    // Dynamic blocks are in neither the plan's configuration nor, where their number is unknown, its planned values:
    // only attributes that a provider may set and no block can are left out.
    guard let arguments = instance.configured?.object, arguments[field.name] == nil,
      let attribute = SchemaCatalogue.aws.body(of: instance.type)?.attributes[field.name],
      attribute.isComputed
    else { return false }
    return attribute.type.isPrimitive || attribute.type.element?.isPrimitive == true
  }

  private static func withoutNulls(_ value: Value) -> Value {
    var result = value
    switch value.content {
    case .null, .bool, .number, .string, .unknown: break
    case .list(let elements): result.content = .list(elements.map(withoutNulls))
    case .object(let fields):
      result.content = .object(
        ObjectFields(
          fields.fields.filter { !$0.value.isNull }.map {
            .init($0.name, at: $0.nameLocation, withoutNulls($0.value))
          }))
    }
    return result
  }
}
