/// Why the gate does not open: nothing was judged, or not what is synced.
public struct Refusal: Error, Sendable, Equatable {
  public enum Kind: Sendable { case refused, unknown }

  public var kind: Kind
  public var message: String

  /// The sync is one that must not pass.
  public static func refused(_ message: String) -> Refusal { Refusal(kind: .refused, message: message) }

  /// Something that has to be known is not.
  public static func unknown(_ message: String) -> Refusal { Refusal(kind: .unknown, message: message) }
}
