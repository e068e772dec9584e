public import HCLSyntax
public import SourceText
public import Values

/// Evaluates a single expression or template, outside of any module.
public struct StandaloneEvaluation: Sendable {
  public enum Kind: Sendable {
    case expression
    case template
  }

  public var variables: [String: Value]
  /// Nil: no function may be called.
  public var functions: FunctionTable?
  public var files: (any FileAccess)?

  public init(
    variables: [String: Value] = [:], functions: FunctionTable? = nil, files: (any FileAccess)? = nil
  ) {
    self.variables = variables
    self.functions = functions
    self.files = files
  }

  /// The value and the problems met; with an error among them the value is unknown.
  public func evaluate(
    _ text: [UInt8], as kind: Kind, file: FileID = FileID(0), path: String = "<expression>"
  ) -> (value: Value, problems: [Problem]) {
    let (parse, root) =
      kind == .expression
      ? HCLTree.parseExpression(text, file: file) : HCLTree.parseTemplate(text, file: file)
    if parse.hasErrors {
      return (.unknown(because: [Unknown.Reason("the text is no expression")]), parse.problems)
    }
    let (value, problems) = evaluate(root, in: SyntaxFile(path: path, parse: parse))
    return (value, parse.problems + problems)
  }

  /// The value of an expression of a file, and the problems of its evaluation.
  public func evaluate(_ id: ExpressionID, in file: SyntaxFile) -> (value: Value, problems: [Problem]) {
    let context =
      functions.map { TemplateRendering.context(functions: $0, files: files) } ?? FunctionContext()
    let session = EvaluationSession(
      functions: functions ?? FunctionTable(includingOpenTofu: false), context: context,
      allowsFunctions: functions != nil)
    let value = ExpressionEvaluator(file, scope: ValueScope(variables), session: session).evaluate(id)
    return (value, session.reported + session.pending)
  }
}

/// How `templatefile` and `templatestring` evaluate their text: variables are those given, and neither function may
/// be called again.
enum TemplateRendering {
  static func context(functions: FunctionTable, files: (any FileAccess)?) -> FunctionContext {
    let inner = FunctionContext(files: files)
    return FunctionContext(files: files) { request in
      render(request, functions, inner)
    }
  }

  private static func render(
    _ request: TemplateRequest, _ functions: FunctionTable, _ context: FunctionContext
  ) -> Result<Value, FunctionFailure> {
    let (parse, root) = HCLTree.parseTemplate(Array(request.text.utf8), file: FileID(-1))
    if let problem = parse.problems.first { return .failure(FunctionFailure(problem.message)) }
    var variables: [String: Value] = [:]
    if case .object(let fields) = request.variables.content {
      for field in fields.fields { variables[field.name] = field.value }
    }
    let session = EvaluationSession(functions: functions, context: context)
    session.forbiddenFunctions = ["templatefile", "templatestring"]
    if !request.allowsFiles { session.forbiddenFunctions.formUnion(fileFunctions) }
    let evaluator = ExpressionEvaluator(
      SyntaxFile(path: request.path ?? "<template>", parse: parse), scope: ValueScope(variables),
      session: session)
    let value = evaluator.evaluate(root)
    if let problem = session.pending.first ?? session.reported.first {
      return .failure(FunctionFailure(problem.message))
    }
    return .success(value)
  }

  private static let fileFunctions: Set<String> = [
    "file", "filebase64", "filebase64sha256", "filebase64sha512", "fileexists", "filemd5", "fileset",
    "filesha1",
    "filesha256", "filesha512",
  ]
}
