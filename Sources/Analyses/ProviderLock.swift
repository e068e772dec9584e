internal import PolicyKit
internal import ResourceModel
internal import SourceText

/// Reports a root module without a lock file, and a provider that is required in any version.
///
/// A folder that configures no provider and no backend is a module for others: its callers hold the lock.
struct ProviderLock: Analysis {
  static let name = "provider-lock"

  func run(_ facts: Facts, _ report: inout AnalysisReport) {
    var seen: Set<String> = []
    for root in facts.terraformRoots where seen.insert(root.folder).inserted {
      let own = root.providers.filter(\.module.isEmpty)
      guard root.backend != nil || !own.isEmpty else { continue }
      if !root.hasLockFile {
        let required = root.requirements.first(where: \.module.isEmpty)?.location
        let location = required ?? own.first?.location ?? root.backend?.location
        report.violation(Message.unlocked(root.folder), at: location ?? root.location)
      }
      var open: Set<Location> = []
      for requirement in root.requirements where requirement.version == nil {
        guard open.insert(requirement.location).inserted else { continue }
        report.violation(Message.unconstrained(requirement.name), at: requirement.location)
      }
    }
  }

  private enum Message {
    static func unlocked(_ folder: String) -> String {
      "\(folder.isEmpty ? "the root module" : "root module '\(folder)'") has no .terraform.lock.hcl"
    }
    static func unconstrained(_ name: String) -> String { "provider '\(name)' is required in any version" }
  }
}
