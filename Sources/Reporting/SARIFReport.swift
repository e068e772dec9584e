public import PolicyKit
internal import SourceText

/// SARIF 2.1.0 for code scanning: one run, a rule for each policy that ran, regions within one line.
///
/// Code scanning refuses a run of more than 25,000 results and shows the 5,000 worst, so the new and the worst come
/// first, and a notification says how many are left out. Source: docs.github.com, "SARIF support for code scanning".
public enum SARIFReport {
  static let resultLimit = 25_000
  private static let relatedLimit = 100
  private static let tagLimit = 20
  private static let messageLimit = 2_000

  /// - Parameters:
  ///   - pathPrefix: from the top of the checkout to the root of the scan.
  ///   - includesExempted: as suppressed results.
  public static func text(
    _ report: Report, tool: Tool, pathPrefix: String = "", includesExempted: Bool = true
  ) -> String {
    var places = Places(report, pathPrefix: pathPrefix)
    var hashes: [Int32: [String]] = [:]
    let rules = report.policies
    let ruleIndex = Dictionary(
      rules.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    var results: [JSONText] = []
    let isOver = report.findings.count > resultLimit
    let findings = isOver ? Array(report.rankedFindings.prefix(resultLimit)) : report.findings
    let exempted = includesExempted ? report.exempted : []
    for finding in findings {
      results.append(result(finding, ruleIndex: ruleIndex[finding.policy], &places, &hashes))
    }
    for item in exempted.prefix(resultLimit - findings.count) {
      results.append(
        result(
          item.finding, ruleIndex: ruleIndex[item.finding.policy], suppression: item.exemption, &places,
          &hashes))
    }
    var driver: [(String, JSONText)] = [
      ("name", .string(tool.name)), ("version", .string(tool.version)),
      ("semanticVersion", .string(tool.version)),
    ]
    if let uri = tool.informationURI { driver.append(("informationUri", .string(uri))) }
    driver.append(("rules", .array(rules.map(rule))))
    let leftOut = report.findings.count + exempted.count - results.count
    let notifications =
      (leftOut > 0 ? [notification(leftOut: leftOut)] : [])
      + report.problems.map { notification($0, &places) }
      + report.undetermined.map { notification($0, &places) }
    return JSONText.object([
      ("$schema", .string("https://json.schemastore.org/sarif-2.1.0.json")),
      ("version", .string("2.1.0")),
      (
        "runs",
        .array([
          .object([
            ("tool", .object([("driver", .object(driver))])),
            ("columnKind", .string("unicodeCodePoints")),
            (
              "invocations",
              .array([
                .object([
                  ("executionSuccessful", .bool(!report.isIncomplete)),
                  ("toolExecutionNotifications", .array(notifications)),
                ])
              ])
            ),
            ("results", .array(results)),
          ])
        ])
      ),
    ]).printed()
  }

  private static func rule(_ card: PolicyCard) -> JSONText {
    var help = "\(card.why)\n\nFix: \(card.fix)\n"
    var markdown = "\(card.why)\n\n**Fix:** \(card.fix)\n"
    for reference in card.references {
      help += "\nSee \(reference)"
      markdown += "\n- <\(reference)>"
    }
    var members: [(String, JSONText)] = [
      ("id", .string(card.id)),
      ("name", .string(pascalCase(card.name))),
      ("shortDescription", .object([("text", .string(card.summary))])),
      ("fullDescription", .object([("text", .string(card.why))])),
      ("help", .object([("text", .string(help)), ("markdown", .string(markdown))])),
    ]
    if let reference = card.references.first { members.append(("helpUri", .string(reference))) }
    members += [
      ("defaultConfiguration", .object([("level", .string(card.level.rawValue))])),
      (
        "properties",
        .object([
          ("tags", .array(tags(of: card).map { .string($0) })),
          ("precision", .string("very-high")),
          ("security-severity", .string(card.securitySeverity)),
          ("problem.severity", .string(card.level == .note ? "recommendation" : card.level.rawValue)),
        ])
      ),
    ]
    return .object(members)
  }

  /// Each once; code scanning takes 20 of a rule.
  private static func tags(of card: PolicyCard) -> [String] {
    var seen: Set<String> = []
    let tags = (["security", card.family] + card.tags).filter { seen.insert($0).inserted }
    return Array(tags.prefix(tagLimit))
  }

  private static func result(
    _ finding: Finding, ruleIndex: Int?, suppression: Exemption? = nil, _ places: inout Places,
    _ hashes: inout [Int32: [String]]
  ) -> JSONText {
    var members: [(String, JSONText)] = [("ruleId", .string(finding.policy))]
    if let ruleIndex { members.append(("ruleIndex", .integer(ruleIndex))) }
    var message = "\(finding.message). Fix: \(finding.fix)"
    for note in finding.notes { message += "\nNote: \(note)" }
    if message.utf8.count > messageLimit { message = message.prefix(messageLimit) + "…" }
    members += [
      ("level", .string(finding.level.rawValue)),
      ("message", .object([("text", .string(message))])),
      ("locations", .array([location(finding.location, message: nil, &places)])),
    ]
    if !finding.trace.isEmpty {
      members.append(
        (
          "relatedLocations",
          .array(
            finding.trace.prefix(relatedLimit).enumerated().map { index, step in
              location(step.location, message: step.message, id: index + 1, &places)
            })
        ))
    }
    let file = finding.location.file
    if hashes[file.raw] == nil, places.files.indices.contains(Int(file.raw)) {
      hashes[file.raw] = LineHash.hashes(of: places.files[Int(file.raw)].bytes)
    }
    let line = places.span(of: finding.location).start.line
    var fingerprints: [(String, JSONText)] = []
    if let lines = hashes[file.raw], lines.indices.contains(line - 1) {
      fingerprints.append(("primaryLocationLineHash", .string(lines[line - 1])))
    }
    fingerprints.append(("mlguard/v1", .string(finding.fingerprint)))
    members.append(("partialFingerprints", .object(fingerprints)))
    if let suppression { members.append(("suppressions", .array([object(suppression, &places)]))) }
    switch finding.status {
    case .new?: members.append(("baselineState", .string("new")))
    case .old?: members.append(("baselineState", .string("unchanged")))
    case nil: break
    }
    members.append(
      (
        "properties",
        .object([
          ("resource", .string(finding.resource)), ("path", .string(finding.path)),
          ("environments", .array(finding.environments.map { .string($0) })),
        ])
      ))
    return .object(members)
  }

  /// SARIF knows two kinds: written in the file itself, or elsewhere.
  private static func object(_ exemption: Exemption, _ places: inout Places) -> JSONText {
    let kind =
      switch exemption.source {
      case .comment, .annotation: "inSource"
      case .file: "external"
      }
    return .object([
      ("kind", .string(kind)), ("status", .string("accepted")),
      ("justification", .string(exemption.summary)),
      ("location", location(exemption.location, message: nil, &places)),
    ])
  }

  private static func notification(leftOut count: Int) -> JSONText {
    .object([
      ("descriptor", .object([("id", .string("results-left-out"))])), ("level", .string("warning")),
      (
        "message",
        .object([
          (
            "text",
            .string(
              "\(count) results are left out: code scanning takes \(resultLimit) in a run, the new and worst")
          )
        ])
      ),
    ])
  }

  private static func notification(_ problem: Problem, _ places: inout Places) -> JSONText {
    let level =
      switch problem.severity {
      case .error: "error"
      case .warning: "warning"
      case .note: "note"
      }
    let message = problem.advice.map { "\(problem.message). Fix: \($0)" } ?? problem.message
    return .object([
      ("descriptor", .object([("id", .string("not-read/\(problem.kind.word)"))])),
      ("level", .string(level)),
      ("message", .object([("text", .string(message))])),
      ("locations", .array([location(problem.location, message: nil, &places)])),
    ])
  }

  private static func notification(_ undetermined: Undetermined, _ places: inout Places) -> JSONText {
    let reasons = undetermined.reasons.map(\.phrase).joined(separator: "; ")
    return .object([
      ("associatedRule", .object([("id", .string(undetermined.policy))])),
      ("descriptor", .object([("id", .string("undetermined"))])),
      ("level", .string("note")),
      ("message", .object([("text", .string("\(undetermined.message), because \(reasons)"))])),
      ("locations", .array([location(undetermined.location, message: nil, &places)])),
    ])
  }

  private static func location(
    _ location: Location, message: String?, id: Int? = nil, _ places: inout Places
  ) -> JSONText {
    let region = places.region(of: location)
    var members: [(String, JSONText)] = []
    if let id { members.append(("id", .integer(id))) }
    members.append(
      (
        "physicalLocation",
        .object([
          (
            "artifactLocation",
            .object([("uri", .string(uri(of: places.path(of: location.file))))])
          ),
          (
            "region",
            .object([
              ("startLine", .integer(region.line)), ("startColumn", .integer(region.startColumn)),
              ("endLine", .integer(region.line)), ("endColumn", .integer(region.endColumn)),
            ])
          ),
        ])
      ))
    if let message { members.append(("message", .object([("text", .string(message))]))) }
    return .object(members)
  }

  /// A path as a relative URI reference (RFC 3986): everything but unreserved characters and `/` is escaped.
  static func uri(of path: String) -> String {
    let digits = Array("0123456789ABCDEF")
    var uri = ""
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "~"), UInt8(ascii: "/"):
        uri.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        uri += "%"
        uri.append(digits[Int(byte >> 4)])
        uri.append(digits[Int(byte & 15)])
      }
    }
    return uri
  }

  /// `mutable-image-tag` → `MutableImageTag`: SARIF wants an identifier.
  private static func pascalCase(_ name: String) -> String {
    name.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
  }
}
