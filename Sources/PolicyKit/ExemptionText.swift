public import SourceText

/// An exemption as it was found in a file, before anybody knows the policies.
public struct ExemptionText: Sendable {
  /// Where in the repository it applies.
  public enum Target: Sendable {
    /// The bytes of a line.
    case line(ByteRange)
    /// The address of a Kubernetes object.
    case object(String)
    /// Nothing: the comment only looks like an exemption, and the text says why it is none.
    case none(String)
  }

  /// What stands behind `mlguard:`, or a line of the annotation.
  public var text: String
  public var location: Location
  public var target: Target

  public init(_ text: String, at location: Location, target: Target) {
    self.text = text
    self.location = location
    self.target = target
  }
}
