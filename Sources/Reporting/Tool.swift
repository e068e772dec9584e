internal import SourceText

/// Who writes a report.
public struct Tool: Sendable {
  public var name: String
  public var version: String
  public var informationURI: String?

  public init(name: String, version: String, informationURI: String? = nil) {
    self.name = name
    self.version = version
    self.informationURI = informationURI
  }
}

extension Problem.Kind {
  /// The word that machine-readable reports use.
  var word: String {
    switch self {
    case .syntax: "syntax"
    case .semantics: "semantics"
    case .template: "template"
    case .unreadable: "unreadable"
    case .budget: "budget"
    case .missing: "missing"
    }
  }
}
