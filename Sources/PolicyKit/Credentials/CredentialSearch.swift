internal import CEL
internal import Values

/// Looks for credentials in the arguments of a resource.
///
/// What is not known is passed over: a value that comes from an unset variable, a data source, a generator or another
/// resource is no literal, whatever it turns out to be. Text that encodes a structure (JSON, `jsonencode`, base64) is
/// read as what it encodes.
struct CredentialSearch {
  struct Found {
    /// The text that holds it, decoded; its origin is where it was written.
    var value: Value
    var credential: Credential
    /// The argument: `master_password`, `environment.variables.TOKEN`.
    var argument: String
  }

  private(set) var found: [Found] = []
  private let object: Value
  /// `lifecycle { ignore_changes }`: the value is a stand-in until somebody sets another outside of Terraform.
  private let ignored: Set<String>
  private static let depthLimit = 64

  init(_ object: Value) {
    self.object = object
    let changes = object["lifecycle"]?["ignore_changes"]
    ignored = Set(changes?.list?.compactMap(\.string) ?? [changes?.string].compactMap { $0 })
  }

  /// Everything whose name, or whose sibling `name`, says that a credential belongs there.
  mutating func searchNames(below path: String, except skipped: Set<String>) {
    for (value, name) in ArgumentPath.values(at: path, of: object) {
      walk(value, name, name, skipped, depth: 0)
    }
  }

  /// The arguments are credentials whatever they hold: any literal there is one.
  mutating func searchPositions(_ path: String) {
    for (value, name) in ArgumentPath.values(at: path, of: object) {
      if let structure = ReadText.structure(value), structure.object != nil || structure.list != nil {
        walk(structure, "", name, [], depth: 0)
      } else if let text = value.string {
        let bytes = Array(text.utf8)
        let identified = Credential.found(in: bytes)
        let all =
          identified.isEmpty
          ? [CredentialName(position: name).credential(in: bytes[...])].compactMap { $0 } : identified
        add(all, in: value, name)
      }
    }
  }

  /// The arguments hold a script or a configuration file, plain or in base64.
  mutating func searchTexts(_ path: String) {
    for (value, name) in ArgumentPath.values(at: path, of: object) {
      guard var text = value.string else { continue }
      var value = value
      if let decoded = ReadText.fromBase64(text) {
        text = decoded
        value.content = .string(decoded)
      }
      add(Credential.found(inText: text), in: value, name)
    }
  }

  private mutating func walk(
    _ value: Value, _ name: String, _ argument: String, _ skipped: Set<String>, depth: Int
  ) {
    guard depth < Self.depthLimit else { return }
    if let structure = ReadText.structure(value) {
      walk(structure, "", argument, skipped, depth: depth + 1)
      return
    }
    switch value.content {
    case .string(let text):
      var found = Credential.found(in: text, named: name)
      if found.isEmpty, Self.takesOnlyCredential(argument, name) {
        found = [CredentialName(position: name).credential(in: Array(text.utf8)[...])].compactMap { $0 }
      }
      add(found, in: value, argument)
    case .list(let elements):
      if ["command", "args", "entryPoint", "entrypoint"].contains(name) {
        walkCommand(elements, argument)
      } else {
        for element in elements { walk(element, name, argument, skipped, depth: depth + 1) }
      }
    case .object(let fields):
      // CodeBuild: the value says where the credential is.
      if let type = fields["type"]?.string, ["SECRETS_MANAGER", "PARAMETER_STORE"].contains(type) { return }
      let pair = ["name", "key", "Name"].lazy.compactMap { fields[$0]?.string }.first
      for field in fields.fields where !skipped.contains(field.name) && !Self.isReference(field.name) {
        let path = argument.isEmpty ? field.name : argument + "." + field.name
        if let pair, field.name == "value" || field.name == "Value" {
          walk(field.value, pair, argument.isEmpty ? pair : argument + "." + pair, skipped, depth: depth + 1)
        } else {
          walk(field.value, field.name, path, skipped, depth: depth + 1)
        }
      }
      for field in fields.openFields {
        walk(field.value, field.name.knownSuffix, argument, skipped, depth: depth + 1)
      }
    case .null, .bool, .number, .unknown: return
    }
  }

  /// Arguments of providers that are credentials under these very names: a word there is a weak one, no reference.
  private static let arguments: Set<String> = [
    "client_secret", "shared_secret", "consumer_secret", "secret_key", "access_key", "secret_access_key",
    "shared_key", "shared_access_key", "preshared_key", "pre_shared_key", "pre_share_key", "api_key",
    "api_token", "auth_token", "access_token", "oauth_token", "ipsec_psk", "psk",
    "storage_account_access_key",
    "secret_string", "secret_binary", "secret_data", "secret_value", "keytab", "kerberos_keytab",
  ]

  /// A token or secret of a block that is about nothing else is one too: `auth_token { token = … }`.
  private static func takesOnlyCredential(_ argument: String, _ name: String) -> Bool {
    // Under a variable of an environment prose may be an explanation.
    if arguments.contains(name) || name == "password" || name.hasSuffix("_password") { return true }
    guard name == "token" || name == "secret" else { return false }
    return ["auth_token." + name, "jwt." + name, "bearer_token." + name].contains { argument.hasSuffix($0) }
  }

  /// Blocks that say where a credential is: `secret_key_ref`, `value_from`.
  private static func isReference(_ name: String) -> Bool {
    ["_ref", "_reference", "_from", "_source", "Ref", "From"].contains { name.hasSuffix($0) }
  }

  private mutating func walkCommand(_ elements: [Value], _ argument: String) {
    var flag: String?
    let program = elements.first?.string ?? ""
    for value in elements {
      guard let text = value.string else {
        flag = nil
        continue
      }
      if let name = flag, CredentialName(name) != nil, !text.hasPrefix("-") {
        add(Credential.found(in: text, named: name), in: value, argument)
      } else {
        add(Credential.found(inText: text, of: program), in: value, argument)
      }
      flag = text.hasPrefix("-") && !text.contains("=") && !text.contains(" ") ? text : nil
    }
  }

  private mutating func add(_ credentials: [Credential], in value: Value, _ argument: String) {
    let root = argument.split(separator: ".").first.map(String.init) ?? argument
    for credential in credentials {
      if credential.isPlaceholder, ignored.contains(root) || ignored.contains("all") { continue }
      found.append(Found(value: value, credential: credential, argument: argument))
    }
  }
}
