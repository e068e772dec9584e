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
    // Dynamic blocks are not in the plan's configuration: only attributes that a provider may set are left out.
    guard let arguments = instance.configured?.object, arguments[field.name] == nil,
      let schema = SchemaCatalogue.aws.body(of: instance.type)
    else { return false }
    return schema.blocks[field.name] == nil && schema.attributes[field.name]?.isComputed == true
      && schema.attributes[field.name]?.type.isPrimitive == true
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
