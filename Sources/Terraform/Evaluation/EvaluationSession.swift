public import SourceText
internal import Values

/// What all expressions of one evaluation share: functions, budgets, problems.
public final class EvaluationSession {
  let functions: FunctionTable
  var context: FunctionContext
  /// False where HCL itself has no functions: in tfvars, in backend settings.
  let allowsFunctions: Bool
  /// Functions that may not be called although they exist.
  var forbiddenFunctions: Set<String> = []
  /// Problems of the expression under evaluation; dropped again where `try` falls through.
  var pending: [Problem] = []
  /// Problems that stand, whatever the expression that met them does.
  private(set) var reported: [Problem] = []
  private var seen: Set<Problem> = []
  private(set) var remainingSteps: Int
  private(set) var depth = 0
  private var isSpent = false

  /// Expressions inside of expressions, through references too. Real configurations stay below 100.
  static let depthLimit = 300

  public init(
    functions: FunctionTable = FunctionTable(), context: FunctionContext = FunctionContext(),
    allowsFunctions: Bool = true, steps: Int = RootInputs.standardStepBudget
  ) {
    self.functions = functions
    self.context = context
    self.allowsFunctions = allowsFunctions
    self.remainingSteps = steps
  }

  /// Takes one step down; false when a budget is spent, which is reported once.
  func enter(at location: @autoclosure () -> Location) -> Bool {
    depth += 1
    remainingSteps -= 1
    if depth <= Self.depthLimit, remainingSteps > 0 { return true }
    if !isSpent {
      isSpent = true
      let what =
        remainingSteps > 0 ? "expressions refer to each other too deeply" : "evaluation takes too many steps"
      report(Problem(.error, .budget, what, at: location()))
    }
    return false
  }

  func leave() { depth -= 1 }

  /// Spends steps on elements made at once.
  func spend(_ count: Int) { remainingSteps -= count }

  func report(_ problem: Problem) {
    if seen.insert(problem).inserted { reported.append(problem) }
  }

  /// Evaluates something that is in the scope in its own right: its problems stand, and do not make the
  /// expression that refers to it erroneous.
  func isolated<Result>(_ body: () -> Result) -> Result {
    let outer = pending
    pending = []
    let result = body()
    for problem in pending { report(problem) }
    pending = outer
    return result
  }
}
