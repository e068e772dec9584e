/// A value that only its own functions understand.
public struct CELOpaque: Sendable {
  public let content: any OpaqueContent

  public init(_ content: any OpaqueContent) { self.content = content }

  public var typeName: String { content.typeName }
}

/// What an opaque value holds; the host declares its type and functions in the environment.
public protocol OpaqueContent: Sendable {
  /// `kubernetes.Quantity`
  var typeName: String { get }
  func isEqual(to other: any OpaqueContent) -> Bool
  /// As it is printed: `12Mi`.
  var description: String { get }
  /// The field of that name, for host objects whose fields an expression may select; nil when there is none.
  func field(_ name: String) -> CELValue?
}

extension OpaqueContent {
  public func field(_ name: String) -> CELValue? { nil }
}
