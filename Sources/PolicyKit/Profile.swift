public import ResourceModel
public import Values

/// Which policies run, at which level, with which parameters; which files are left out.
public struct Profile: Sendable {
  /// What a profile says of one policy.
  public struct Setting: Sendable {
    public var isEnabled: Bool?
    public var level: Level?
    public var parameters: [String: Value]
    public var isExemptible: Bool?

    public init(isEnabled: Bool? = nil, level: Level? = nil, parameters: [String: Value] = [:]) {
      self.isEnabled = isEnabled
      self.level = level
      self.parameters = parameters
    }
  }

  public struct Exclusion: Sendable {
    public var pattern: PathPattern
    public var reason: String

    public init(_ pattern: PathPattern, reason: String) {
      self.pattern = pattern
      self.reason = reason
    }
  }

  /// When violations give exit code 1.
  public enum Threshold: Hashable, Sendable {
    case level(Level)
    case never
  }

  /// What an exemption needs beside its reason.
  public struct ExemptionRules: Sendable {
    public var requiresOwner = false
    public var requiresExpiry = false
    /// From the day of the scan; nil: no limit.
    public var maximumDays: Int?
  }

  public var failOn: Threshold
  /// Violations that were there before do not count, where the scan is compared with an earlier state.
  public var failsOnNewOnly = false
  public var exemptionRules = ExemptionRules()
  /// By policy id.
  public var settings: [String: Setting]
  public var exclusions: [Exclusion]
  /// Declared environments, the lowest first.
  public var environments: [DeclaredEnvironment] = []
  /// Where modules that are not local lie.
  public var modules = ModuleMapping()

  public init(
    failOn: Threshold = .level(.error), settings: [String: Setting] = [:], exclusions: [Exclusion] = []
  ) {
    self.failOn = failOn
    self.settings = settings
    self.exclusions = exclusions
  }

  /// The policy runs under this profile.
  public func runs(_ card: PolicyCard) -> Bool { settings[card.id]?.isEnabled ?? card.isOnByDefault }

  public func isExemptible(_ card: PolicyCard) -> Bool {
    card.isExemptible && settings[card.id]?.isExemptible != false
  }

  /// A violation counts: it is at or above the threshold, and, where only new ones count, not an old one.
  public func fails(_ report: Report) -> Bool {
    switch failOn {
    case .level(let level):
      report.findings.contains { $0.level >= level && !(failsOnNewOnly && $0.status == .old) }
    case .never: false
    }
  }
}
