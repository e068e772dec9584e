internal import HCLSyntax
public import SourceText
public import Values

/// The value of a root module's variable, and the file that gives it.
public struct InputValue: Sendable {
  public var value: Value
  /// Path of the file.
  public var source: String

  public init(_ value: Value, source: String) {
    self.value = value
    self.source = source
  }
}

/// The variable files of a root module, in Terraform's order of precedence.
enum InputFiles {
  /// Whether Terraform loads a file of this name by itself.
  static func isAutomatic(_ name: String) -> Bool {
    name == "terraform.tfvars" || name == "terraform.tfvars.json" || name.hasSuffix(".auto.tfvars")
      || name.hasSuffix(".auto.tfvars.json")
  }

  static func isVariableFile(_ name: String) -> Bool {
    name.hasSuffix(".tfvars") || name.hasSuffix(".tfvars.json")
  }

  /// The files that Terraform loads by itself, lowest precedence first.
  static func automatic(in folder: String, _ repository: RepositoryFiles) -> [SourceFile] {
    func rank(_ name: String) -> Int {
      name == "terraform.tfvars" ? 0 : name == "terraform.tfvars.json" ? 1 : 2
    }
    return repository.files(in: folder).filter { isAutomatic(RepositoryFiles.name(of: $0.path)) }
      .sorted {
        let (left, right) = (RepositoryFiles.name(of: $0.path), RepositoryFiles.name(of: $1.path))
        return (rank(left), left) < (rank(right), right)
      }
  }

  /// The values that the files set; a later file replaces the value of an earlier one as a whole.
  static func values(_ files: [SourceFile]) -> (values: [String: InputValue], problems: [Problem]) {
    var values: [String: InputValue] = [:]
    var problems: [Problem] = []
    for source in files {
      let file = SyntaxFile(source)
      problems += file.problems
      let session = EvaluationSession(allowsFunctions: false)
      let body =
        file.tree.isJSON
        ? file.tree.documentObject.map { BlockBody(file, json: $0) } : BlockBody(file, file.tree.root)
      let (arguments, blocks) = body?.content() ?? ([], [])
      for block in blocks {
        problems.append(
          Problem(.error, .semantics, "a variable file holds arguments only, no blocks", at: block.location))
      }
      for argument in arguments {
        var value = ExpressionEvaluator(file, scope: nil, session: session).evaluate(argument.value)
        value.origin.trace = Trace("variable file \(source.path)", at: argument.location)
        values[argument.name] = InputValue(value, source: source.path)
      }
      problems += session.pending + session.reported
    }
    return (values, problems)
  }
}
