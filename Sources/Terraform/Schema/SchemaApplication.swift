internal import SourceText
internal import Values

/// Applies a provider's schema to an evaluated block.
struct SchemaApplication {
  let catalogue: SchemaCatalogue
  let reason: Unknown.Reason

  /// Where no schema is carried: whatever is not written, or is written as null or as no block at all, may be set by
  /// the provider.
  static func open(_ fields: ObjectFields, blocks: Set<String>, _ reason: Unknown.Reason) -> ObjectFields {
    func opened(_ value: Value) -> Value {
      var result = value
      switch value.content {
      case .object(var fields):
        fields.rest = Unknown([reason])
        result.content = .object(fields)
      case .list(let elements): result.content = .list(elements.map(opened))
      case .null, .bool, .number, .string, .unknown: break
      }
      return result
    }
    var result = ObjectFields()
    for var field in fields.fields {
      let isEmptyBlock = blocks.contains(field.name) && field.value.list?.isEmpty == true
      if field.value.isNull || isEmptyBlock {
        field.value = .unknown(because: [reason], origin: field.value.origin)
      } else if blocks.contains(field.name) {
        field.value = opened(field.value)
      }
      result.append(field)
    }
    result.rest = Unknown([reason])
    return result
  }

  /// The arguments as written, converted to their types; what is not written stays out.
  /// - Parameter fillsDefaults: what is written as null is the provider's default.
  func written(_ fields: ObjectFields, _ schema: BlockSchema, fillsDefaults: Bool = false) -> ObjectFields {
    var result = ObjectFields()
    for var field in fields.fields {
      if let attribute = schema.attributes[field.name] {
        let standard = fillsDefaults && field.value.isNull ? attribute.standard : nil
        field.value =
          standard?.withOrigin(ifMissing: field.value.origin) ?? converted(field.value, attribute.type)
      } else if let nested = schema.blocks[field.name] {
        let body = catalogue.body(nested.body)
        field.value = mapObjects(field.value) { written($0, body, fillsDefaults: fillsDefaults) }
      }
      result.append(field)
    }
    return result
  }

  /// All attributes, as expressions see them: what is not set is the provider's default; it is unknown where the provider
  /// may set it or its default is not known, which leaves null for lists, sets, maps and objects.
  func completed(_ fields: ObjectFields, _ schema: BlockSchema) -> ObjectFields {
    var result = ObjectFields()
    for var field in fields.fields {
      if let nested = schema.blocks[field.name] {
        var body = catalogue.body(nested.body)
        body.isOlder = schema.isOlder
        field.value = mapObjects(field.value) { completed($0, body) }
        // Expressions see a block that is there once as an object: `timeouts.create`.
        if nested.nesting == .single, let only = field.value.list?.first, field.value.list?.count == 1 {
          field.value = only
        }
      } else if schema.isOlder, let type = schema.attributes[field.name]?.type, type.isSet || type.isMap,
        field.value.list?.isEmpty == true || field.value.object?.isEmpty == true
      {
        field.value = .null(type.withoutOptionalAttributes, origin: field.value.origin)
      }
      result.append(field)
    }
    for (name, attribute) in schema.attributes.sorted(by: { $0.key < $1.key }) {
      if let position = result.position(of: name), !result.fields[position].value.isNull {
        guard attribute.isSensitive else { continue }
        var field = result.fields[position]
        field.value = field.value.withMarks(.sensitive)
        result.set(field)
        continue
      }
      let origin = result[name]?.origin ?? .none
      let type = attribute.type.withoutOptionalAttributes
      let isOpen = attribute.standard == nil && (attribute.isComputed || type.isPrimitive)
      let value: Value =
        isOpen
        ? .unknown(type, because: [reason], origin: origin)
        : (attribute.standard ?? .null(type)).withOrigin(ifMissing: origin)
      result.set(
        .init(
          name, at: result.fields.first { $0.name == name }?.nameLocation,
          attribute.isSensitive && !value.isNull ? value.withMarks(.sensitive) : value))
    }
    for (name, nested) in schema.blocks where result.position(of: name) == nil {
      let value: Value =
        switch nested.nesting {
        case .list, .set: .tuple([])
        case .map: .object(ObjectFields())
        case .single: .null()
        }
      result.append(.init(name, value))
    }
    return result
  }

  /// Objects keep the attributes that are written: converting them would add all others as null.
  private func converted(_ value: Value, _ type: ValueType) -> Value {
    var result = value
    switch (value.content, type) {
    case (.list(let elements), .list(.object)), (.list(let elements), .set(.object)):
      result.content = .list(elements.map { converted($0, type.element ?? .dynamic) })
      return result
    case (.object(let fields), .map(.object)):
      result.content = .object(
        ObjectFields(
          fields.fields.map {
            .init($0.name, at: $0.nameLocation, converted($0.value, type.element ?? .dynamic))
          }))
      return result
    case (.object(let fields), .object(let attributes, _)):
      result.content = .object(
        ObjectFields(
          fields.fields.map {
            .init($0.name, at: $0.nameLocation, converted($0.value, attributes[$0.name] ?? .dynamic))
          }))
      return result
    default:
      guard let plain = try? value.converted(to: type) else { return value }
      return plain.withOrigin(ifMissing: value.origin)
    }
  }

  private func mapObjects(_ value: Value, _ change: (ObjectFields) -> ObjectFields) -> Value {
    var result = value
    switch value.content {
    case .object(let fields): result.content = .object(change(fields))
    case .list(let elements): result.content = .list(elements.map { mapObjects($0, change) })
    case .null, .bool, .number, .string, .unknown: break
    }
    return result
  }

  /// Notes on arguments that the provider does not know, and on required ones that are missing.
  func notes(_ resource: ModuleSource.Resource, _ schema: BlockSchema) -> [Problem] {
    var notes: [Problem] = []
    let declaration = resource.declaration
    func unknown(_ name: String, _ location: Location) {
      let nearest = NameDistance.nearest(to: name, in: schema.argumentNames)
      notes.append(
        Problem(
          .note, .semantics, "\(resource.type) has no argument named \(name.quotedAsGo)",
          advice: nearest.map { "did you mean \($0)?" }, at: location))
    }
    var given: Set<String> = []
    for argument in declaration.arguments where !ResourceEvaluator.metaArguments.contains(argument.name) {
      given.insert(argument.name)
      let isKnown =
        schema.attributes[argument.name]?.isArgument ?? (schema.blocks[argument.name] != nil)
      if !isKnown { unknown(argument.name, argument.nameLocation) }
    }
    for block in declaration.blocks where !ResourceEvaluator.metaBlocks.contains(block.type) {
      let name = block.type == "dynamic" ? block.labels.first ?? "" : block.type
      given.insert(name)
      if schema.blocks[name] == nil, schema.attributes[name] == nil { unknown(name, block.typeLocation) }
    }
    let required =
      schema.attributes.filter(\.value.isRequired).map(\.key)
      + schema.blocks.filter(\.value.isRequired).map(\.key)
    for name in required.sorted() where !given.contains(name) {
      notes.append(
        Problem(
          .note, .semantics, "\(resource.type) needs the argument \(name.quotedAsGo)",
          at: declaration.location))
    }
    return notes
  }
}

/// Which name was meant.
enum NameDistance {
  /// The name that takes the fewest changes, at most a third of the length.
  static func nearest(to name: String, in names: [String]) -> String? {
    let target = Array(name.utf8)
    var best: (name: String, distance: Int)?
    for candidate in names.sorted() {
      let distance = distance(target, Array(candidate.utf8))
      if distance <= max(1, target.count / 3), distance < best?.distance ?? .max {
        best = (candidate, distance)
      }
    }
    return best?.name
  }

  private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    if abs(left.count - right.count) > 8 { return .max }
    var previous = Array(0...right.count)
    for (i, a) in left.enumerated() {
      var current = [i + 1]
      for (j, b) in right.enumerated() {
        current.append(min(previous[j + 1] + 1, current[j] + 1, previous[j] + (a == b ? 0 : 1)))
      }
      previous = current
    }
    return previous[right.count]
  }
}
