/// Why a call of a built-in function is an error.
public struct FunctionFailure: Error, Hashable, Sendable {
  /// The position of the argument at fault, from 0; nil when the call as a whole is.
  public var argument: Int?
  /// Terraform's words, without a full stop. Never holds a sensitive value.
  public var message: String

  public init(_ message: String, argument: Int? = nil) {
    self.message = message
    self.argument = argument
  }
}
