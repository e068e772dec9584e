public import SourceText
public import Values
internal import YAMLSyntax

/// One policy file: card, match, rule and examples.
public struct Policy: Sendable {
  public var card: PolicyCard
  public var match: PolicyMatch
  /// Ids of more general policies that are silent where this one speaks.
  public var replaces: [String]
  /// The marked text is a secret.
  public var isSecret: Bool
  public var examples: [PolicyExample]
  var body: Body

  /// What decides.
  enum Body: Sendable {
    case rule(PolicyRule)
    /// The name of a Swift analysis.
    case analysis(String)
    case admission(AdmissionPolicy)
  }

  /// The Swift analysis that decides, where the policy names one.
  public var analysis: String? {
    switch body {
    case .analysis(let name): name
    case .rule, .admission: nil
    }
  }

  /// A native ValidatingAdmissionPolicy.
  public var isAdmissionPolicy: Bool {
    switch body {
    case .admission: true
    case .rule, .analysis: false
    }
  }

  /// How many validations can be replaced by `true` to see whether an example notices.
  public var validationCount: Int {
    switch body {
    case .rule(let rule): rule.validations.count
    case .analysis, .admission: 0
    }
  }

  /// The policy with one validation replaced by `true`; nil when there is no such validation.
  public func neglecting(validation index: Int) -> Policy? {
    guard case .rule(var rule) = body, rule.validations.indices.contains(index) else { return nil }
    rule.validations[index].expression = SourceExpression("true")
    var policy = self
    policy.body = .rule(rule)
    return policy
  }

  /// The text of a validation; for messages.
  public func validationText(_ index: Int) -> String {
    guard case .rule(let rule) = body, rule.validations.indices.contains(index) else { return "" }
    return rule.validations[index].expression.text
  }
}

/// The CEL part of a policy.
struct PolicyRule: Sendable {
  struct ForEach: Sendable {
    var list: SourceExpression
    var name: String
  }

  struct Variable: Sendable {
    var name: String
    var expression: SourceExpression
  }

  struct Validation: Sendable {
    var expression: SourceExpression
    var message: String?
    var messageExpression: SourceExpression?
    var at: SourceExpression?
    var level: Level?
    var hint: String?
    var fix: String?
    var fixExpression: SourceExpression?
  }

  struct Lower: Sendable {
    var when: SourceExpression
    var note: String
  }

  var conditions: [SourceExpression] = []
  var forEach: ForEach?
  var variables: [Variable] = []
  var validations: [Validation] = []
  var lower: Lower?
}

/// A CEL expression and where it was written.
struct SourceExpression: Sendable {
  var text: String
  private var node: YAMLNode?

  init(_ text: String) {
    self.text = text
  }

  init(_ node: YAMLNode) {
    self.node = node
    text = node.text
  }

  /// The place in the file of a byte of the text; exact inside block scalars.
  func range(at offset: Int) -> ByteRange {
    guard let node else { return ByteRange(start: 0, end: 0) }
    return node.sourceRange(ofText: offset..<offset + 1)
  }
}

/// A small repository in a policy file, and what must be found in it.
public struct PolicyExample: Sendable {
  public enum Verdict: String, Hashable, Sendable, CaseIterable {
    case passes
    case violates
    case undetermined
  }

  public struct File: Sendable {
    public var path: String
    /// Without the marks.
    public var bytes: [UInt8]
    /// What stood between « and ».
    public var marks: [ByteRange]

    public init(path: String, text: String) {
      var bytes: [UInt8] = []
      var marks: [ByteRange] = []
      var open: [Int] = []
      let opening: [UInt8] = Array("«".utf8)
      let closing: [UInt8] = Array("»".utf8)
      let source = Array(text.utf8)
      var offset = 0
      while offset < source.count {
        if source[offset...].starts(with: opening) {
          open.append(bytes.count)
          offset += opening.count
        } else if source[offset...].starts(with: closing), let start = open.popLast() {
          marks.append(ByteRange(start..<bytes.count))
          offset += closing.count
        } else {
          bytes.append(source[offset])
          offset += 1
        }
      }
      self.path = path
      self.bytes = bytes
      self.marks = marks.sorted { ($0.start, $0.end) < ($1.start, $1.end) }
    }

    /// The text as it stands in the policy file.
    public var markedText: String {
      var text: [UInt8] = []
      for (offset, byte) in (bytes + [0]).enumerated() {
        for mark in marks.reversed() where mark.end == offset && mark.start < offset {
          text += Array("»".utf8)
        }
        for mark in marks where mark.start == offset { text += Array("«".utf8) }
        if offset < bytes.count { text.append(byte) }
      }
      return String(decoding: text, as: UTF8.self)
    }
  }

  public var verdict: Verdict
  public var title: String
  /// Parameters of the policy for this example.
  public var parameters: [String: Value]
  /// The level that every finding must have; nil: not asked.
  public var level: Level?
  public var files: [File]
  /// Where the example stands in its policy file.
  public var position: Position
}
