internal import ArgumentParser
internal import HCLSyntax
internal import SourceText
internal import Terraform

/// `mlguard inspect`: what the parsers and evaluators make of a file, for tools and for the curious.
struct Inspect: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Shows what mlguard reads in a file: syntax, ranges, values.",
    discussion: """
      With --check, one JSON line per file: {"path", "ok", "diagnostics"}.
      With --format json, the body of one HCL file with the ranges of everything in it.
      Exit code 1 when a file has errors, 2 when one cannot be read.
      """)

  enum Format: String, ExpressibleByArgument { case json }

  @Flag(help: "Only say whether each file is correct, one JSON line per file.")
  var check = false

  @Flag(help: "Answer questions: JSON lines from standard input, an answer for each on standard output.")
  var eval = false

  @Option(help: "Output format.")
  var format: Format = .json

  @Option(help: "A JSON object: root names that expressions may use.")
  var scope: String?

  @Option(help: "Evaluate the Terraform root modules of this folder.")
  var root: String?

  @Option(help: "With --root: only this root module, relative to the folder.")
  var module: String?

  @Option(help: "With --root: a variable file, relative to the folder; may be given several times.")
  var varFile: [String] = []

  @Option(
    help:
      "With --root: a JSON file of what data sources answered, as {ADDRESS: {ATTRIBUTE: VALUE}}; then null is the provider's default, as in a plan."
  )
  var dataResults: String?

  @Option(help: "With --root: the folder in which Terraform runs, for path.cwd.")
  var workingFolder: String?

  @Flag(help: "With --root: how many attributes are known, instead of their values.")
  var stats = false

  @Argument(help: "HCL files (.tf, .tfvars, .hcl; .json for the JSON syntax).")
  var files: [String] = []

  mutating func validate() throws {
    if eval {
      if !files.isEmpty || check { throw ValidationError("--eval takes no files") }
      return
    }
    if root != nil {
      if !files.isEmpty || check { throw ValidationError("--root takes no files") }
      return
    }
    if files.isEmpty { throw ValidationError("name at least one file") }
    if !check, files.count > 1 { throw ValidationError("without --check, name one file") }
  }

  mutating func run() throws {
    if eval { return InspectEval.run() }
    if let root {
      var inspection = InspectRoot(folder: root, root: module, variableFiles: varFile, showsStatistics: stats)
      inspection.planning.workingFolder = workingFolder
      if let dataResults {
        inspection.planning.fillsDefaults = true
        guard
          let results = JSONDocument(String(decoding: try InputFile.bytes(of: dataResults), as: UTF8.self))
            .members
        else { throw ValidationError("\(dataResults) holds no JSON object") }
        for (address, values) in results {
          inspection.planning.dataResults[address] = ValueJSON.value(values)
        }
      }
      if try !inspection.run() { throw ExitCode(1) }
      return
    }
    var isCorrect = true
    var evaluation = StandaloneEvaluation()
    if let scope {
      guard let members = JSONDocument(scope).members else {
        throw ValidationError("--scope is no JSON object")
      }
      for (name, value) in members { evaluation.variables[name] = ValueJSON.value(value) }
    }
    for path in files {
      let bytes = try InputFile.bytes(of: path)
      let parse = Self.parse(path, bytes)
      isCorrect = isCorrect && !parse.hasErrors
      var writer = JSONWriter()
      let inspection = Inspection(path: path, parse: parse, evaluation: evaluation)
      if check { inspection.writeCheck(&writer) } else { inspection.write(&writer) }
      print(writer.text)
    }
    if !isCorrect { throw ExitCode(1) }
  }

  static func parse(_ path: String, _ bytes: [UInt8]) -> HCLParse {
    path.hasSuffix(".json")
      ? HCLTree.parseJSON(bytes, file: FileID(0)) : HCLTree.parse(bytes, file: FileID(0))
  }
}
