internal import SourceText

/// What a policy says about itself: the page of `mlguard explain`, the rule of a SARIF file.
public struct PolicyCard: Sendable {
  /// `IMG-01`; never reused, never renumbered.
  public var id: String
  /// The defect in a few words with hyphens: `mutable-image-tag`.
  public var name: String
  /// The folder of the policy file: `images`.
  public var family: String
  /// The level without a profile.
  public var level: Level
  /// The policy runs without a profile that switches it on.
  public var isOnByDefault: Bool
  /// What is wrong, in lower case, without a full stop.
  public var summary: String
  /// Why it matters: a sentence or two.
  public var why: String
  /// Half a line that is printed under the marked text.
  public var hint: String?
  /// What to type instead.
  public var fix: String
  public var tags: [String]
  public var references: [String]
  /// GitHub's 0.0 to 10.0; from the level where the file does not say.
  public var securitySeverity: String
  /// Earlier names of the policy.
  public var aliases: [String]
  public var parameters: [PolicyParameter]
  /// False: no exemption of its findings holds.
  public var isExemptible = true
  /// Path of the policy file.
  public var path: String

  public init(
    id: String, name: String, family: String, level: Level, isOnByDefault: Bool = true, summary: String,
    why: String, hint: String? = nil, fix: String, tags: [String] = [], references: [String] = [],
    securitySeverity: String? = nil, aliases: [String] = [], parameters: [PolicyParameter] = [],
    path: String
  ) {
    self.id = id
    self.name = name
    self.family = family
    self.level = level
    self.isOnByDefault = isOnByDefault
    self.summary = summary
    self.why = why
    self.hint = hint
    self.fix = fix
    self.tags = tags
    self.references = references
    self.securitySeverity = securitySeverity ?? Self.securitySeverity(of: level)
    self.aliases = aliases
    self.parameters = parameters
    self.path = path
  }

  private static func securitySeverity(of level: Level) -> String {
    switch level {
    case .error: "8.0"
    case .warning: "5.0"
    case .note: "2.0"
    }
  }
}
