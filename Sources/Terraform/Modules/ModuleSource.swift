internal import HCLSyntax
internal import SourceText
internal import Values

/// The configuration in one folder, read but not evaluated: files merged, overrides applied.
final class ModuleSource: Sendable {
  struct Variable: Sendable {
    var name: String
    var location: Location
    var file: SyntaxFile
    var type: ValueType = .dynamic
    var typeDefaults = TypeDefaults()
    var defaultValue: ExpressionID?
    var defaultFile: SyntaxFile?
    var isSensitive = false
    var isEphemeral = false
    var isNullable = true
    var validations: [Check] = []
  }

  /// A condition that Terraform holds a value to, with its message.
  struct Check: Sendable {
    var file: SyntaxFile
    var condition: ExpressionID
    var message: ExpressionID?
  }

  struct Definition: Sendable {
    var name: String
    var location: Location
    var file: SyntaxFile
    var value: ExpressionID
  }

  struct Output: Sendable {
    var name: String
    var location: Location
    var file: SyntaxFile
    var value: ExpressionID?
    var isSensitive = false
    var isEphemeral = false
  }

  enum Mode: String, Sendable {
    case managed = ""
    case data = "data."
    case ephemeral = "ephemeral."
  }

  /// A block with its overrides: arguments and nested blocks as they remain.
  struct Declaration: Sendable {
    var labels: [String]
    /// The header.
    var location: Location
    var arguments: [BlockBody.Argument]
    var blocks: [BlockBody.Child]

    func argument(_ name: String) -> BlockBody.Argument? { arguments.last { $0.name == name } }
  }

  struct Resource: Sendable {
    var mode: Mode
    var type: String
    var name: String
    var declaration: Declaration
    /// `aws_vpc.main`, `data.aws_vpc.main`.
    var address: String { mode.rawValue + type + "." + name }
  }

  let folder: String
  let files: [SyntaxFile]
  let variables: [String: Variable]
  let variableOrder: [String]
  let locals: [String: Definition]
  let outputs: [Output]
  /// In the order of the files.
  let resources: [Resource]
  let resourceIndex: [String: Int]
  let moduleCalls: [Declaration]
  let moduleIndex: [String: Int]
  let providers: [Declaration]
  /// `terraform` blocks, with what they hold.
  let settings: [Declaration]
  let problems: [Problem]

  /// Whether the folder is run by itself: it says where its state is, or configures a provider.
  var looksLikeRoot: Bool {
    !providers.isEmpty
      || settings.contains { $0.blocks.contains { $0.type == "backend" || $0.type == "cloud" } }
  }

  init(_ reader: ModuleReader) {
    folder = reader.folder
    files = reader.files
    variables = reader.variables
    variableOrder = reader.variableOrder
    locals = reader.locals
    outputs = reader.outputs
    resources = reader.resources
    resourceIndex = Dictionary(
      reader.resources.enumerated().map { ($1.address, $0) }, uniquingKeysWith: { first, _ in first })
    moduleCalls = reader.moduleCalls
    moduleIndex = Dictionary(
      reader.moduleCalls.enumerated().map { ($1.labels.first ?? "", $0) },
      uniquingKeysWith: { first, _ in first })
    providers = reader.providers
    settings = reader.settings
    problems = reader.problems
  }
}
