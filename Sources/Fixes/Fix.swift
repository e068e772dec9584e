public import PolicyKit
public import SourceText
public import Values

/// A change of the source text that would remove a finding; nobody has looked yet whether it does.
public struct Fix: Sendable {
  /// What is done, and where what is written comes from: `pin web:1.4 to the digest of images.lock`.
  public var title: String
  /// In one file, without collisions.
  public var edits: [TextEdit]
  /// The change takes something away that somebody may need (an action on a resource): it is written only when it is
  /// asked for by name.
  public var narrowsAccess: Bool

  init(_ title: String, _ edits: [TextEdit], narrowsAccess: Bool = false) {
    self.title = title
    self.edits = edits
    self.narrowsAccess = narrowsAccess
  }
}

/// What can be done about a finding by editing text.
public enum FixProposal: Sendable {
  case fix(Fix)
  /// There is a way, but not here; the reason says what is missing.
  case refusal(String)
  /// Findings of this policy need a person.
  case none

  /// Asks the one that knows the finding's policy.
  public static func proposal(for finding: Finding, in context: FixContext) -> FixProposal {
    guard let fixer = Self.fixers[finding.policy] else { return .none }
    guard let file = context.file(finding.location.file) else { return .none }
    return fixer(finding, file, context)
  }

  /// By the id of the policy whose findings it removes.
  static let fixers: [String: @Sendable (Finding, SourceFile, FixContext) -> FixProposal] = [
    "IAM-03": StatementResource.proposal,
    "IMG-01": ImageDigest.proposal,
    "IMG-02": ImageDigest.proposal,
    "IMG-06": RepositoryMutability.proposal,
    "IMG-09": ActionCommit.proposal,
    "IMG-11": ImageDigest.proposal,
    "RES-01": { ContainerResource(["resources", "limits", "memory"]).proposal($0, $1, $2) },
    "RES-02": { ContainerResource(["resources", "requests", "memory"]).proposal($0, $1, $2) },
    "RES-03": { ContainerResource(["resources", "requests", "cpu"]).proposal($0, $1, $2) },
    "RES-04": { ContainerResource(["resources", "limits", "cpu"]).proposal($0, $1, $2) },
    "RES-08": { ContainerResource(["resources", "limits", "ephemeral-storage"]).proposal($0, $1, $2) },
  ]

  /// Their edits are tried before all others: a limit that is added stands for a missing request too, so that the
  /// profile's value for the request would never be written.
  public static let first: Set<String> = ["RES-02", "RES-03"]

  /// The ids of the policies whose findings can be removed by an edit, in order.
  public static var policies: [String] { fixers.keys.sorted() }
}

/// What a fix may take its values from.
public struct FixContext: Sendable {
  /// A `FileID` is an index into it.
  public var files: [SourceFile]
  public var locks: LockFiles
  /// Parameters of policies as the profile sets them, by policy and name; none for those that it does not set.
  public var parameters: [String: [String: Value]]

  public init(files: [SourceFile], locks: LockFiles, parameters: [String: [String: Value]]) {
    self.files = files
    self.locks = locks
    self.parameters = parameters
  }

  func file(_ id: FileID) -> SourceFile? {
    files.indices.contains(Int(id.raw)) ? files[Int(id.raw)] : nil
  }
}
