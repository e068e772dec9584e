internal import PolicyKit
internal import ResourceModel
internal import SourceText
internal import Values

/// Reports a root whose environments are workspaces: one backend and one account hold them all.
struct WorkspaceEnvironments: Analysis {
  static let name = "workspace-environments"

  func run(_ facts: Facts, _ report: inout AnalysisReport) {
    let labels = EnvironmentLabels(facts)
    var seen: Set<String> = []
    for (index, root) in facts.terraformRoots.enumerated() {
      guard let use = root.workspaces.uses.first, !root.workspaces.chooseAccount,
        seen.insert(root.folder).inserted
      else { continue }
      let same = facts.terraformRoots.indices.filter { facts.terraformRoots[$0].folder == root.folder }
      let environments = Set(same.compactMap { labels.ofRoot[$0] })
      // A root of one environment names it twice over; of several, the account may come with the inputs.
      if environments.count == 1, same.count == 1, labels.ofRoot[index] != nil { continue }
      let accounts = Set(environments.map { labels.accounts[$0] ?? [] })
      if environments.count > 1, accounts.count > 1 { continue }
      guard let backend = root.backend else { continue }
      report.violation(
        Message.together, at: use,
        trace: root.workspaces.uses.dropFirst().prefix(3).map { .init("used here as well", at: $0) }
          + [.init("the one backend", at: backend.location)])
    }
  }

  private enum Message {
    static let together = "workspaces stand for environments, and share a backend and an account"
  }
}
