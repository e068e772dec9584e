public import SourceText

/// A violated policy at the one text that has to be edited.
public struct Finding: Sendable {
  /// The finding beside those of an earlier state of the repository.
  public enum Status: String, Hashable, Sendable {
    case new
    case old
  }

  /// A step on the way from the text to where its value is used.
  public struct Step: Hashable, Sendable {
    public var location: Location
    public var message: String

    public init(_ message: String, at location: Location) {
      self.message = message
      self.location = location
    }
  }

  public var policy: String
  public var name: String
  public var family: String
  public var level: Level
  /// Names the thing; lower case, no full stop.
  public var message: String
  /// Half a line under the marked text: why it matters here.
  public var hint: String?
  public var fix: String
  public var notes: [String]
  /// Within one line of the file.
  public var location: Location
  /// Address of the resource: `Deployment/shop/web`.
  public var resource: String
  public var environments: [String]
  /// Where in the resource the mark stands: `spec.template.spec.containers[web].image`; empty where that is unknown.
  public var path = ""
  /// The name of the container that is judged, where it is one.
  public var container: String?
  /// Whether it was there before; nil where the scan was compared with nothing.
  public var status: Status?
  public var trace: [Step]
  /// The marked text must not be printed: it is a secret.
  public var isSecret: Bool
  /// Set until the run is settled: the part of a scalar that is meant.
  var mark: Mark?
  /// Identifies the finding from scan to scan: policy, resource, path within it and environments, but neither line
  /// nor file.
  public var fingerprint: String

  public init(
    policy: String, name: String, family: String, level: Level, message: String, hint: String? = nil,
    fix: String, notes: [String] = [], location: Location, resource: String, environments: [String] = [],
    trace: [Step] = [], isSecret: Bool = false, fingerprint: String = ""
  ) {
    self.policy = policy
    self.name = name
    self.family = family
    self.level = level
    self.message = message
    self.hint = hint
    self.fix = fix
    self.notes = notes
    self.location = location
    self.resource = resource
    self.environments = environments
    self.trace = trace
    self.isSecret = isSecret
    self.fingerprint = fingerprint
  }
}

/// What an analysis marks: within one line, and within a scalar where only a part of that is meant.
struct Mark: Sendable {
  var part: ByteRange?
  /// The decoded text of the scalar.
  var text: String?
}

/// A policy that could be neither satisfied nor violated, with the unknown that decides it.
public struct Undetermined: Sendable {
  /// A cause, worded so that "because …" reads well: `variable "image" has no value`.
  public struct Reason: Hashable, Sendable {
    public var phrase: String
    public var location: Location?

    public init(_ phrase: String, at location: Location? = nil) {
      self.phrase = phrase
      self.location = location
    }
  }

  public var policy: String
  public var name: String
  public var family: String
  public var level: Level
  public var message: String
  /// Every unknown that takes part; never empty.
  public var reasons: [Reason]
  public var location: Location
  public var resource: String
  public var environments: [String]
  /// Set until the run is settled.
  var mark: Mark?

  public init(
    policy: String, name: String, family: String, level: Level, message: String, reasons: [Reason],
    location: Location, resource: String, environments: [String] = []
  ) {
    self.policy = policy
    self.name = name
    self.family = family
    self.level = level
    self.message = message
    self.reasons = reasons
    self.location = location
    self.resource = resource
    self.environments = environments
  }
}
