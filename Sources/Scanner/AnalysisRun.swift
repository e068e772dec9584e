internal import Analyses
internal import PolicyKit
internal import ResourceModel

/// Lets the Swift analysis that a policy names decide.
enum AnalysisRun {
  static func judge(_ call: AnalysisCall, _ facts: Facts) -> Judgement {
    var report = AnalysisReport(call)
    AnalysisRegistry.analysis(named: call.analysis)?.run(facts, &report)
    return report.judgement
  }
}
