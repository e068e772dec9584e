public import Values

/// What a function may see of the world around it. The caller provides it; nothing here reads a file itself.
public struct FunctionContext: Sendable {
  /// The files of the repository; nil where there are none: then file functions are unknown.
  public var files: (any FileAccess)?
  /// Evaluates template text with variables of these names; nil makes template functions unknown.
  public var renderTemplate: (@Sendable (TemplateRequest) -> Result<Value, FunctionFailure>)?

  public init(
    files: (any FileAccess)? = nil,
    renderTemplate: (@Sendable (TemplateRequest) -> Result<Value, FunctionFailure>)? = nil
  ) {
    self.files = files
    self.renderTemplate = renderTemplate
  }
}

/// A template to be evaluated for `templatefile` or `templatestring`. It must not call either of them again.
public struct TemplateRequest: Sendable {
  public var text: String
  /// The path as the configuration gives it, for messages; nil for `templatestring`.
  public var path: String?
  /// An object or map.
  public var variables: Value
  /// `templatestring` forbids file functions in the template.
  public var allowsFiles: Bool

  public init(text: String, path: String?, variables: Value, allowsFiles: Bool) {
    self.text = text
    self.path = path
    self.variables = variables
    self.allowsFiles = allowsFiles
  }
}

/// Access to the files of the scanned repository, and to nothing else.
///
/// Paths are as in the configuration after cleaning (`./a/../b` is `b`), relative to the folder where Terraform
/// would run, which is the root module's.
public protocol FileAccess: Sendable {
  func contents(of path: String) -> FileContents
  /// The regular files below a folder, as paths relative to it with `/`; nil when there is no such folder in the
  /// repository or it lies outside.
  func files(below folder: String) -> [String]?
}

public enum FileContents: Sendable {
  case bytes([UInt8])
  case missing
  case folder
  /// Outside the repository, so not read: unknown, with the reason.
  case unreachable(Unknown.Reason)
}
