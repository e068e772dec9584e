internal import PolicyKit
internal import ResourceModel
internal import SourceText

/// What the rules said of the objects of each file, kept while nothing that they look at changes.
///
/// A rule sees its object, and of the others those that give it its surroundings: namespaces, limit ranges, quotas, service
/// accounts, roles and bindings, kustomizations. A file of objects that surround nothing can change alone; after any other
/// change everything is judged again. Terraform's resources and analyses always are.
struct JudgementMemory: Sendable {
  private var judgements: [FileID: Judgement] = [:]

  /// Kinds that no rule asks about when it judges another object.
  private static let independentKinds: Set<String> = [
    "Deployment", "StatefulSet", "DaemonSet", "ReplicaSet", "Job", "CronJob", "Pod", "Service", "ConfigMap",
    "Secret",
    "Ingress",
  ]

  /// The file was one thing and is another now.
  mutating func change(_ file: FileID, from old: Reading, to new: Reading, patches: Set<String>) {
    let isPatch = (old.files + new.files).contains { patches.contains($0.path) }
    guard !isPatch, Self.isIndependent(old), Self.isIndependent(new) else {
      judgements = [:]
      return
    }
    judgements[file] = nil
  }

  private static func isIndependent(_ reading: Reading) -> Bool {
    reading.hasObjectsAlone
      && reading.resourcesAsWritten.allSatisfy { resource in
        switch resource.domain {
        case .workflow, .dockerfile: true
        case .kubernetes: independentKinds.contains(resource.type)
        case .terraform: false
        }
      }
  }

  /// The same as judging all resources in their order.
  mutating func judge(_ run: PolicyRun, _ facts: Facts, threads: Int) async -> Judgement {
    if run.readsAnyObject { judgements = [:] }
    let groups = Self.groups(facts.resources)
    let remembered = judgements
    let open = groups.indices.filter { groups[$0].file.flatMap { remembered[$0] } == nil }
    let parts = await parallelMap(count: open.count, chunk: 8, threads: threads) { range in
      range.map { run.judge(groups[open[$0]].resources) }
    }.flatMap { $0 }
    var fresh: [Int: Judgement] = [:]
    for (index, part) in zip(open, parts) { fresh[index] = part }
    var next: [FileID: Judgement] = [:]
    var judgement = Judgement()
    for (index, group) in groups.enumerated() {
      guard let part = fresh[index] ?? group.file.flatMap({ remembered[$0] }) else { continue }
      judgement.append(part)
      if let file = group.file { next[file] = part }
    }
    judgements = next
    judgement.append(run.judgePatches())
    return judgement
  }

  private struct Group: Sendable {
    var resources: Range<Int>
    /// All objects of this file, and no others; nil where the group cannot be remembered.
    var file: FileID?
  }

  /// Resources that stand together and come from one file.
  private static func groups(_ resources: [Resource]) -> [Group] {
    var groups: [Group] = []
    var seen: Set<FileID> = []
    var split: Set<FileID> = []
    var start = 0
    while start < resources.count {
      let file = resources[start].location.file
      let isTerraform = resources[start].domain == .terraform
      var end = start + 1
      while end < resources.count, resources[end].location.file == file,
        (resources[end].domain == .terraform) == isTerraform, !isTerraform || end - start < 32
      {
        end += 1
      }
      if !isTerraform, !seen.insert(file).inserted { split.insert(file) }
      groups.append(Group(resources: start..<end, file: isTerraform ? nil : file))
      start = end
    }
    for index in groups.indices where groups[index].file.map(split.contains) ?? false {
      groups[index].file = nil
    }
    return groups
  }
}
