internal import Values

extension KnownParts {
  /// What is known of the unknown result of a function; nil where nothing is, or the function is none of those that
  /// put their arguments together.
  static func ofResult(_ name: String, _ arguments: [Value]) -> KnownParts? {
    switch name {
    case "merge": merged(arguments)
    case "concat", "distinct", "setunion": elements(of: arguments, depth: 1)
    case "flatten": elements(of: arguments, depth: 8)
    case "tolist", "toset": arguments.first?.unknown?.parts
    case "join": joined(arguments)
    case "format": formatted(arguments)
    default: nil
    }
  }

  private static func merged(_ arguments: [Value]) -> KnownParts? {
    var fields = ObjectFields()
    var knowsSomething = false
    for argument in arguments where !argument.isNull {
      switch argument.content {
      case .object(let given):
        if let rest = given.rest { fields.set(.init(rest, .unknown(because: rest.reasons))) }
        for field in given.fields { fields.set(field) }
        knowsSomething = knowsSomething || !given.isEmpty
      case .unknown(let unknown):
        if case .object(let given)? = unknown.parts {
          for field in given.openFields { fields.set(field) }
          for field in given.fields { fields.set(field) }
          knowsSomething = true
        } else {
          fields.set(.init(Unknown(unknown.reasons), .unknown(because: unknown.reasons)))
        }
      case .null, .bool, .number, .string, .list: return nil
      }
    }
    return knowsSomething ? .object(fields) : nil
  }

  /// Of lists, and of lists in them to a depth.
  private static func elements(of arguments: [Value], depth: Int) -> KnownParts? {
    var found: [Value] = []
    func add(_ value: Value, depth: Int) {
      switch value.content {
      case .list(let elements) where depth > 0: for element in elements { add(element, depth: depth - 1) }
      case .unknown(let unknown):
        if case .list(let elements)? = unknown.parts {
          found += elements
        } else {
          found.append(value)
        }
      case .null, .bool, .number, .string, .list, .object: found.append(value)
      }
    }
    for argument in arguments { add(argument, depth: depth) }
    return found.contains(where: \.isKnown) ? .list(found) : nil
  }

  private static func joined(_ arguments: [Value]) -> KnownParts? {
    guard let separator = arguments.first?.string else { return nil }
    var pieces: [Value] = []
    for argument in arguments.dropFirst() {
      guard let elements = argument.list, !argument.isSet || elements.count == 1 else { return nil }
      for element in elements {
        if !pieces.isEmpty { pieces.append(.string(separator)) }
        pieces.append(element)
      }
    }
    return .text(Value.text(of: pieces))
  }

  /// Of a format with no other verbs than `%s` and `%d`.
  private static func formatted(_ arguments: [Value]) -> KnownParts? {
    guard let format = arguments.first?.string else { return nil }
    var pieces: [Value] = []
    var run: [UInt8] = []
    var rest = arguments.dropFirst()
    var bytes = Array(format.utf8)[...]
    while let byte = bytes.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        run.append(byte)
        continue
      }
      switch bytes.popFirst() {
      case UInt8(ascii: "%")?: run.append(UInt8(ascii: "%"))
      case UInt8(ascii: "s")?, UInt8(ascii: "d")?:
        guard let argument = rest.popFirst(), !argument.isNull else { return nil }
        pieces.append(.string(String(decoding: run, as: UTF8.self)))
        pieces.append(argument)
        run = []
      default: return nil
      }
    }
    pieces.append(.string(String(decoding: run, as: UTF8.self)))
    return rest.isEmpty ? .text(Value.text(of: pieces)) : nil
  }
}
