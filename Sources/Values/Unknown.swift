public import SourceText

/// Why a value cannot be known before it is applied or rendered, and what is known of it all the same.
public final class Unknown: Sendable {
  /// A cause, worded so that "because …" reads well: `variable "image" has no value`.
  public struct Reason: Hashable, Sendable {
    public var phrase: String
    public var location: Location?

    public init(_ phrase: String, at location: Location? = nil) {
      self.phrase = phrase
      self.location = location
    }
  }

  /// Every cause that took part, in the order in which they were met, without repetition.
  public let reasons: [Reason]
  /// The known start of an unknown string (cty's string prefix refinement).
  public let prefix: String?
  /// The value is known not to be null.
  public let isNotNull: Bool
  /// Bounds of an unknown collection's length, inclusive.
  public let minimumLength: Int?
  public let maximumLength: Int?
  /// Bounds of an unknown number, inclusive.
  public let minimum: Number?
  public let maximum: Number?
  /// What the value is made of, where some of that is known.
  public let parts: KnownParts?

  public init(
    _ reasons: [Reason], prefix: String? = nil, isNotNull: Bool = false, minimumLength: Int? = nil,
    maximumLength: Int? = nil, minimum: Number? = nil, maximum: Number? = nil, parts: KnownParts? = nil
  ) {
    self.reasons = reasons
    self.prefix = prefix
    self.isNotNull = isNotNull
    self.minimumLength = minimumLength
    self.maximumLength = maximumLength
    self.minimum = minimum
    self.maximum = maximum
    self.parts = parts
  }

  /// The same unknown, known not to be null.
  func refinedNotNull() -> Unknown {
    isNotNull
      ? self
      : Unknown(
        reasons, prefix: prefix, isNotNull: true, minimumLength: minimumLength, maximumLength: maximumLength,
        minimum: minimum, maximum: maximum, parts: parts)
  }

  /// The same unknown, for these reasons.
  public func because(_ reasons: [Reason]) -> Unknown {
    Unknown(
      reasons, prefix: prefix, isNotNull: isNotNull, minimumLength: minimumLength,
      maximumLength: maximumLength, minimum: minimum, maximum: maximum, parts: parts)
  }

  /// The same unknown, of these parts.
  public func consisting(of parts: KnownParts?) -> Unknown {
    Unknown(
      reasons, prefix: prefix, isNotNull: isNotNull, minimumLength: minimumLength,
      maximumLength: maximumLength, minimum: minimum, maximum: maximum, parts: parts)
  }
}

extension Sequence<Unknown.Reason> {
  /// In the order of first appearance.
  func withoutRepetition() -> [Unknown.Reason] {
    var seen: Set<Unknown.Reason> = []
    return filter { seen.insert($0).inserted }
  }
}
