internal import CEL
internal import Values

/// Questions about arguments that may be known only after apply. Each takes the object and a path, so that the unknown
/// itself can be looked at; lists of blocks on the way are passed through where they have one element.
enum TerraformFunctions {
  static let all: [HostFunction] = [assigned, origins, decoded, argument, secret]

  /// `assigned(object, 'kms_key_id')`: something stands there that is neither null nor empty. What another resource
  /// gives after apply counts; unknown where an unset variable decides.
  static let assigned = HostFunction("assigned", [.init([.dyn, .string], .bool)]) { arguments in
    guard let value = value(arguments) else { return .bool(false) }
    switch value.content {
    case .null: return .bool(false)
    case .string(let text): return .bool(!text.isEmpty)
    case .list(let elements): return .bool(!elements.isEmpty)
    case .object, .bool, .number: return .bool(true)
    case .unknown(let unknown):
      if unknown.isNotNull || unknown.reasons.allSatisfy(isOfResource) { return .bool(true) }
      return .unknown(unknown)
    }
  }

  /// `unknownOrigins(object, 'value')`: why the value is not known before apply, one phrase for each cause:
  /// `random_password.db is known only after apply`. Empty for a known value.
  static let origins = HostFunction("unknownOrigins", [.init([.dyn, .string], .list(.string))]) { arguments in
    .list((value(arguments)?.unknown?.reasons ?? []).map { .string($0.phrase) })
  }

  /// `decoded(object, 'policy')`: what the text at the path is the JSON of, known in parts where the text as a whole is
  /// not; null where it is none.
  static let decoded = HostFunction("decoded", [.init([.dyn, .string], .dyn)]) { arguments in
    guard let value = value(arguments) else { return .null }
    if let structure = ReadText.structure(value) { return .document(structure) }
    return value.unknown.map { .unknown($0) } ?? .null
  }

  /// `argument(object, 'password')`: the name of the argument, for `at`; the object where there is none. What is wrong
  /// is then that the argument is there, not the value that it has.
  static let argument = HostFunction("argument", [.init([.dyn, .string], .dyn)]) { arguments in
    guard case .document(let root)? = arguments.first, case .string(let path)? = arguments.last else {
      return .null
    }
    var mark = Value(.null, origin: root.origin)
    var value = root
    for name in path.split(separator: ".").map(String.init) {
      if let elements = value.list, elements.count == 1 { value = elements[0] }
      guard let fields = value.object, let position = fields.position(of: name) else { break }
      value = fields.fields[position].value
      if let location = fields.fields[position].nameLocation { mark.origin = Origin(location) }
    }
    return .document(mark)
  }

  /// `carriesSecret(object, 'value')`: something at the path is marked as sensitive by Terraform, or comes from a variable
  /// whose name says that a credential belongs there.
  static let secret = HostFunction("carriesSecret", [.init([.dyn, .string], .bool)]) { arguments in
    .bool(value(arguments).map { carriesSecret($0, depth: 0) } ?? false)
  }

  private static func carriesSecret(_ value: Value, depth: Int) -> Bool {
    if value.marks.contains(.sensitive) { return !value.isNull }
    guard depth < 16 else { return false }
    switch value.content {
    case .null, .bool, .number: return false
    case .string(let text):
      guard !text.isEmpty else { return false }
      return value.origin.trace?.steps.contains { namesCredential($0.note) } ?? false
    case .unknown(let unknown):
      return unknown.reasons.contains {
        $0.phrase.hasSuffix(" has no value") && namesCredential(String($0.phrase.dropLast(13)))
      }
    case .list(let elements): return elements.contains { carriesSecret($0, depth: depth + 1) }
    case .object(let fields): return fields.fields.contains { carriesSecret($0.value, depth: depth + 1) }
    }
  }

  /// `variable "db_password"`
  private static func namesCredential(_ note: String) -> Bool {
    guard note.hasPrefix("variable \"") else { return false }
    return CredentialName(String(note.dropFirst(10).dropLast())) != nil
  }

  private static func isOfResource(_ reason: Unknown.Reason) -> Bool {
    reason.phrase.hasSuffix(" is known only after apply")
  }

  private static func value(_ arguments: [CELValue]) -> Value? {
    guard case .document(let root)? = arguments.first, case .string(let path)? = arguments.last else {
      return nil
    }
    var value = root
    for name in path.split(separator: ".").map(String.init) {
      if value.unknown != nil { return value }
      if let elements = value.list, elements.count == 1 { value = elements[0] }
      guard let next = value[name] else { return nil }
      value = next
    }
    return value
  }
}
