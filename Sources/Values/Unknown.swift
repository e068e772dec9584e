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

  public init(
    _ reasons: [Reason], prefix: String? = nil, isNotNull: Bool = false, minimumLength: Int? = nil,
    maximumLength: Int? = nil
  ) {
    self.reasons = reasons
    self.prefix = prefix
    self.isNotNull = isNotNull
    self.minimumLength = minimumLength
    self.maximumLength = maximumLength
  }
}
