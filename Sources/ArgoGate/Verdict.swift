public import PolicyKit
internal import SourceText

/// What the gate says, for people who look at the sync and at the Job.
public struct Verdict: Sendable, Equatable {
  /// 0 passes; 1 violations, or a sync that must not pass; 3 unknown.
  public var exitCode: Int32
  public var text: String

  /// Kubernetes keeps that much of a termination message.
  public static let messageLimit = 4096

  public init(_ refusal: Refusal) {
    switch refusal.kind {
    case .refused:
      exitCode = 1
      text = "mlguard: refused: \(refusal.message)\n"
    case .unknown:
      exitCode = 3
      text = "mlguard: undecided: \(refusal.message)\n"
    }
  }

  /// - Parameters:
  ///   - report: of the application's environment.
  ///   - fails: as the profile says.
  public init(_ report: Report, fails: Bool, operation: SyncOperation) {
    let errors = report.findings.count { $0.level == .error }
    let warnings = report.findings.count { $0.level == .warning }
    let counts = Self.counted(errors, "error") + ", " + Self.counted(warnings, "warning")
    let subject = "\(operation.application) at \(operation.revision)"
    let unread = report.problems.filter { $0.severity == .error }
    if fails {
      exitCode = 1
      text = "mlguard: violated: \(subject): \(counts)\n"
    } else if !unread.isEmpty || report.isIncomplete {
      exitCode = 3
      text = "mlguard: undecided: \(subject): \(Self.counted(unread.count, "place")) could not be read\n"
    } else {
      exitCode = 0
      text = "mlguard: passed: \(subject): \(counts)\n"
    }
    var lines: [Int: LineIndex] = [:]
    func place(_ location: Location) -> String {
      let file = Int(location.file.raw)
      guard report.files.indices.contains(file) else { return "" }
      let bytes = report.files[file].bytes
      let index = lines[file] ?? LineIndex(bytes)
      lines[file] = index
      return "\(report.files[file].path):\(index.position(of: Int(location.range.start), in: bytes).line)"
    }
    let worst =
      report.findings.filter { $0.level == .error } + report.findings.filter { $0.level == .warning }
    for finding in worst {
      text += "\(place(finding.location)) \(finding.level.rawValue) \(finding.policy) \(finding.message)\n"
    }
    for problem in unread {
      text += "\(place(problem.location)) not read: \(problem.message)\n"
    }
  }

  private static func counted(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }

  /// The beginning of the text in whole lines, and how many more there are.
  public var terminationMessage: String {
    guard text.utf8.count > Self.messageLimit else { return text }
    let lines = text.split(separator: "\n")
    var message = ""
    for (index, line) in lines.enumerated() {
      let rest = "… and \(lines.count - index) more lines in the log of the Job\n"
      if message.utf8.count + line.utf8.count + 1 + rest.utf8.count + 8 > Self.messageLimit {
        return message + rest
      }
      message += line + "\n"
    }
    return message
  }
}
