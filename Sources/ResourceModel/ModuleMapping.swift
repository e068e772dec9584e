/// What a profile says of module sources that are not local.
public struct ModuleMapping: Sendable {
  /// By source, without `?ref=…` or with it: the folder from the root of the repository.
  public var folders: [String: Folder] = [:]
  /// Sources that may be absent, with the reason; a `*` at the end stands for any rest.
  public var accepted: [(source: String, reason: String)] = []

  public struct Folder: Sendable {
    public var path: String
    /// The line of the profile: `.mlguard.yaml:12:9`.
    public var place: String

    public init(_ path: String, place: String) {
      self.path = path
      self.place = place
    }
  }

  public init() {}

  public func folder(of source: String) -> String? {
    folders[source]?.path ?? folders[Self.base(source)]?.path
  }

  /// Why a module of this source may be absent; nil where the profile does not say so.
  public func acceptance(of source: String) -> String? {
    accepted.first { pattern, _ in
      if pattern.hasSuffix("*") { return source.hasPrefix(pattern.dropLast()) }
      return pattern == source || pattern == Self.base(source)
    }?.reason
  }

  /// The source without its version.
  private static func base(_ source: String) -> String { String(source.prefix { $0 != "?" }) }
}
