/// A structure that expressions may select from, with its declared fields.
public struct ObjectType: Sendable {
  public var name: String
  /// By the name that expressions use (escaped where the dialect escapes).
  public var fields: [String: CELType]

  public init(name: String, fields: [String: CELType]) {
    self.name = name
    self.fields = fields
  }
}
