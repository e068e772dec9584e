/// A fault that keeps an expression from being compiled.
public struct CELIssue: Hashable, Sendable {
  /// Lower case, without a full stop.
  public var message: String
  /// Byte offset in the expression.
  public var offset: Int
  /// Counted from 1, in the expression.
  public var line: Int
  /// Counted from 1, in code points.
  public var column: Int
  /// What to type instead, where that is known.
  public var suggestion: String?

  init(_ message: String, offset: Int, suggestion: String? = nil) {
    self.message = message
    self.offset = offset
    self.line = 1
    self.column = offset + 1
    self.suggestion = suggestion
  }

  /// Line and column, counted in the text of the expression.
  func located(in bytes: [UInt8]) -> CELIssue {
    var issue = self
    var line = 1
    var column = 1
    for byte in bytes.prefix(offset) {
      if byte == 0x0A {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
    }
    issue.line = line
    issue.column = column
    return issue
  }
}

extension CELIssue: CustomStringConvertible {
  /// `2:14: undeclared reference to 'objct'; did you mean 'object'?`
  public var description: String {
    let advice = suggestion.map { "; did you mean '\($0)'?" } ?? ""
    return "\(line):\(column): \(message)\(advice)"
  }
}

/// Why an expression was not compiled; at least one issue, in the order of the text.
public struct CELCompilationFailure: Error, Sendable, CustomStringConvertible {
  public var issues: [CELIssue]

  public var description: String { issues.map(\.description).joined(separator: "\n") }
}
