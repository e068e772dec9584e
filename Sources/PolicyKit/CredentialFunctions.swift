internal import CEL
internal import SourceText
internal import Values

/// How policies ask for credentials. Each function gives a list of what was found, one element for each:
/// `value` (to be marked, never to be printed), `kind` (with its article) and `placeholder`.
enum CredentialFunctions {
  static let all: [HostFunction] = [named, text, arguments, below, positions, texts, isName]

  /// `namedCredentials(variable.name, variable.value)`: the name says that a credential belongs here.
  static let named = HostFunction(
    "namedCredentials", [.init([.dyn, .dyn], .list(.dyn))], keepsDocuments: true
  ) { arguments in
    guard arguments.count == 2, let value = document(arguments[1]), let text = value.string else {
      return .list([])
    }
    let name = string(arguments[0]) ?? ""
    return found(Credential.found(in: text, named: name), in: value)
  }

  /// `textCredentials(object.data['application.properties'])`: of a file or a script.
  static let text = HostFunction("textCredentials", [.init([.dyn], .list(.dyn))], keepsDocuments: true) {
    arguments in
    guard let value = arguments.first.flatMap(document), let text = value.string else { return .list([]) }
    return found(Credential.found(inText: text), in: value)
  }

  /// `argumentCredentials(object.args)`: `--password=…`, `--password` and its value, scripts behind `sh -c`.
  static let arguments = HostFunction(
    "argumentCredentials", [.init([.dyn], .list(.dyn))], keepsDocuments: true
  ) { arguments in
    guard let list = arguments.first.flatMap(document)?.list else { return .list([]) }
    var result: [CELValue] = []
    var flag: String?
    let program = list.first?.string ?? ""
    for value in list {
      guard let text = value.string else {
        flag = nil
        continue
      }
      if let name = flag, CredentialName(name) != nil, !text.hasPrefix("-") {
        result += elements(Credential.found(in: text, named: name), in: value)
      } else {
        result += elements(Credential.found(inText: text, of: program), in: value)
      }
      flag = text.hasPrefix("-") && !text.contains("=") && !text.contains(" ") ? text : nil
    }
    return .list(result)
  }

  /// `credentialsBelow(object, paths, except)`: everything below the paths whose name says that a credential belongs
  /// there; the path '' is the object itself. Unknown values are passed over.
  static let below = HostFunction(
    "credentialsBelow", [.init([.dyn, .list(.string), .list(.string)], .list(.dyn))], keepsDocuments: true
  ) { arguments in
    search(arguments) { search, path in search.searchNames(below: path, except: Set(strings(arguments[2]))) }
  }

  /// `credentialsAt(object, paths)`: any literal that stands there. Unknown values are passed over.
  static let positions = HostFunction(
    "credentialsAt", [.init([.dyn, .list(.string)], .list(.dyn))], keepsDocuments: true
  ) { arguments in
    search(arguments) { search, path in search.searchPositions(path) }
  }

  /// `credentialsInTexts(object, paths)`: scripts and configuration files, plain or in base64.
  static let texts = HostFunction(
    "credentialsInTexts", [.init([.dyn, .list(.string)], .list(.dyn))], keepsDocuments: true
  ) { arguments in
    search(arguments) { search, path in search.searchTexts(path) }
  }

  /// `namesCredential('/prod/db/password')`: a value of that name is a credential.
  static let isName = HostFunction("namesCredential", [.init([.string], .bool)]) { arguments in
    .bool(CredentialName(arguments.first.flatMap(string) ?? "") != nil)
  }

  private static func search(
    _ arguments: [CELValue], _ body: (inout CredentialSearch, String) -> Void
  ) -> CELValue {
    guard arguments.count > 1, let object = document(arguments[0]) else { return .list([]) }
    var search = CredentialSearch(object)
    for path in strings(arguments[1]) { body(&search, path) }
    return .list(
      search.found.flatMap { elements([$0.credential], in: $0.value, argument: $0.argument) })
  }

  private static func strings(_ value: CELValue) -> [String] { value.listed?.compactMap(string) ?? [] }

  private static func document(_ value: CELValue) -> Value? {
    if case .document(let value) = value { value } else { nil }
  }

  private static func string(_ value: CELValue) -> String? {
    switch value {
    case .string(let text): text
    case .document(let value): value.string
    default: nil
    }
  }

  private static func found(_ credentials: [Credential], in value: Value) -> CELValue {
    .list(elements(credentials, in: value))
  }

  private static func elements(
    _ credentials: [Credential], in value: Value, argument: String = ""
  ) -> [CELValue] {
    credentials.map { credential in
      var part = value
      // A string of a JSON text: its place in that.
      let start = value.origin.encoded?.value.string == nil ? 0 : Int(value.origin.part?.start ?? 0)
      part.origin.part = ByteRange(
        (credential.range.lowerBound + start)..<(credential.range.upperBound + start))
      let fields: [ObjectFields.Field] = [
        .init("value", part),
        .init("kind", Value(.string(credential.kind))),
        .init("placeholder", Value(.bool(credential.isPlaceholder))),
        .init("argument", Value(.string(argument))),
      ]
      return .document(Value(.object(ObjectFields(fields))))
    }
  }
}
