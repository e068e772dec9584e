import Foundation
import RegularExpressions
import Testing

/// Compares with what Go answered for the same pattern and text; `script/fuzz-regex` writes the file. A line is
/// pattern, text and answer (each in base 64, or the matches as numbers), separated by tabs.
@Suite struct DifferentialTests {
  private static let path = ProcessInfo.processInfo.environment["MLGUARD_REGEX_CASES"]

  @Test(.enabled(if: path != nil, "set MLGUARD_REGEX_CASES, or run script/fuzz-regex"))
  func `answers are those of Go`() throws {
    let lines = try String(contentsOfFile: #require(Self.path), encoding: .utf8).split(separator: "\n")
    var wrong = 0
    for line in lines {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      let pattern = try Self.decoded(fields[0])
      let text = try Array(#require(Data(base64Encoded: fields[1])))
      let actual = Self.answer(pattern, text)
      guard actual != fields[2], wrong < 40 else { continue }
      wrong += 1
      let shown = String(decoding: text, as: UTF8.self).debugDescription
      Issue.record("/\(pattern)/ in \(shown): \(actual), not \(fields[2])")
    }
    print("compared \(lines.count) answers with Go's")
  }

  private static func decoded(_ field: String) throws -> String {
    try String(decoding: #require(Data(base64Encoded: field)), as: UTF8.self)
  }

  private static func answer(_ pattern: String, _ text: [UInt8]) -> String {
    do {
      let expression = try RegularExpression(pattern)
      let matches = expression.allMatches(in: text)
      let listed = matches.map { match in
        match.groups.map { $0.map { "\($0.lowerBound) \($0.upperBound)" } ?? "-1 -1" }.joined(separator: " ")
      }.joined(separator: ";")
      let claims = expression.matches(text)
      return "\(expression.groupCount) \(claims) \(listed)"
    } catch {
      return "! \(error)".replacing("\n", with: "\\n").replacing("\t", with: "\\t")
    }
  }
}
