internal import PolicyKit
internal import ResourceModel
internal import SourceText
internal import Values

/// Reports an ECR repository that is scanned neither on push nor by a rule of its registry in the same root.
///
/// Source of the filters: a wildcard filter without `*` is a prefix, with `*` a pattern over the whole name.
struct RepositoryScanning: Analysis {
  static let name = "repository-scanning"

  func run(_ facts: Facts, _ report: inout AnalysisReport) {
    let registries = facts.resources.filter { $0.type == "aws_ecr_registry_scanning_configuration" }
    for repository in facts.resources where repository.type == "aws_ecr_repository" {
      let block = repository.value["image_scanning_configuration"]
      let setting = (block?.list?.first ?? block)?["scan_on_push"]
      if setting?.bool == true { continue }
      let rules = registries.filter { $0.terraform?.root == repository.terraform?.root }.flatMap(Self.rules)
      let coverage = rules.map { Self.covers($0, repository.value["name"]) }
      if coverage.contains(.some(true)) { continue }
      let doubts = [block, setting].compactMap { $0?.unknown }.flatMap(\.reasons)
      let isOpen = coverage.contains(nil)
      let location = setting?.location ?? repository.location
      if doubts.isEmpty, !isOpen {
        report.violation(
          Message.unscanned(repository.type + "." + repository.name), at: location, resource: repository)
      } else {
        report.undetermined(
          Message.undecided(repository.address), at: location, resource: repository,
          because: doubts.isEmpty
            ? [.init("a rule of the registry is not known", at: registries.first?.location)] : doubts)
      }
    }
  }

  private static func rules(_ registry: Resource) -> [Value] {
    guard let rules = registry.value["rule"] else { return [] }
    return rules.list ?? [rules]
  }

  /// Nil where an unknown decides.
  private static func covers(_ rule: Value, _ name: Value?) -> Bool? {
    if rule.unknown != nil { return nil }
    if rule["scan_frequency"]?.string == "MANUAL" { return false }
    var result: Bool? = false
    for filter in rule["repository_filter"]?.list ?? [] {
      guard let pattern = filter["filter"]?.string else {
        result = nil
        continue
      }
      if pattern == "*" { return true }
      guard let name = name?.string else {
        result = nil
        continue
      }
      if pattern.contains("*") ? Wildcard(pattern).matches(name) : name.hasPrefix(pattern) { return true }
    }
    return result
  }

  private enum Message {
    static func unscanned(_ thing: String) -> String { "images of \(thing) are not scanned" }
    static func undecided(_ thing: String) -> String {
      "cannot tell whether images of \(thing) are scanned"
    }
  }
}
