internal import PolicyKit
internal import ResourceModel
internal import SourceText
internal import Values

/// Reports an application of one environment that is deployed to another: by cluster, namespace or project.
struct ForeignDestination: Analysis {
  static let name = "foreign-destination"

  func run(_ facts: Facts, _ report: inout AnalysisReport) {
    let labels = DeliveryLabels(facts)
    for item in DeliveredObject.all(facts, types: ["Application", "ApplicationSet"]) {
      let deployment = item.deployment
      let paths = deployment.sources.compactMap(\.path)
      let ofPath = paths.lazy.compactMap { $0.string.flatMap(labels.ofPath) }.first
      guard let label = item.label ?? ofPath else { continue }
      let places: [Value?] = [
        deployment.destination?.server, deployment.destination?.clusterName,
        deployment.destination?.namespace, deployment.project,
      ]
      for value in places.compactMap({ $0 }) {
        guard let text = value.string, let other = labels.ofDestination(text), other != label else {
          continue
        }
        report.violation(
          Message.lands(item.resource, label, text, other), at: value, in: item.resource,
          trace: item.overlay.map { [.init("the overlay of \(label) takes it", at: $0)] } ?? [])
      }
    }
  }

  private enum Message {
    static func lands(_ resource: Resource, _ label: String, _ text: String, _ other: String) -> String {
      "\(resource.type) '\(resource.name)' of \(label) goes to '\(text)' of \(other)"
    }
  }
}

/// Reports an application that takes the folder, the values or the branch of another environment, or a branch that a
/// lower environment follows as well.
struct ForeignRevision: Analysis {
  static let name = "foreign-revision"

  private struct Follower {
    var label: String
    var revision: Value?
    var repository: String
    var item: DeliveredObject
    var source: Value
  }

  func run(_ facts: Facts, _ report: inout AnalysisReport) {
    let labels = DeliveryLabels(facts)
    var followers: [Follower] = []
    for item in DeliveredObject.all(facts, types: ["Application", "ApplicationSet"]) {
      guard let label = item.label else { continue }
      for source in item.deployment.sources {
        judge(source, label, item, labels, &report)
        // A chart's versions are not pushed to.
        guard source.chart == nil, let repository = source.repository?.string else { continue }
        followers.append(
          Follower(
            label: label, revision: source.revision, repository: repository, item: item, source: source.value)
        )
      }
    }
    for follower in followers {
      guard let branch = Self.branch(follower.revision),
        let lower = followers.first(where: {
          labels.isBelow($0.label, follower.label) && $0.repository == follower.repository
            && Self.branch($0.revision) == branch
        })
      else { continue }
      report.violation(
        Message.shares(follower.item.resource, follower.label, branch, lower.label),
        at: follower.revision ?? follower.source, in: follower.item.resource,
        trace: [
          .init(
            "\(lower.label) follows it here",
            at: (lower.revision ?? lower.source).location ?? lower.item.resource.location)
        ])
    }
  }

  private func judge(
    _ source: ArgoDeployment.Source, _ label: String, _ item: DeliveredObject,
    _ labels: DeliveryLabels, _ report: inout AnalysisReport
  ) {
    let helm = source.value["helm"]
    let files = (helm?["valueFiles"]?.list ?? []) + [source.path].compactMap { $0 }
    for value in files {
      guard let text = value.string, let other = labels.ofPath(text), other != label else {
        continue
      }
      report.violation(Message.takes(item.resource, label, text, other), at: value, in: item.resource)
    }
    if let revision = source.revision, let text = revision.string,
      let other = labels.only(in: text), other != label, Self.branch(revision) != nil
    {
      report.violation(Message.takes(item.resource, label, text, other), at: revision, in: item.resource)
    }
  }

  /// The branch that the revision names; nil for a tag or a commit. None at all is the repository's main branch.
  private static func branch(_ revision: Value?) -> String? {
    guard let revision, !revision.isNull else { return "HEAD" }
    guard let text = revision.string, !text.contains("{{") else { return nil }
    if text.isEmpty || text == "HEAD" { return "HEAD" }
    let isCommit = text.utf8.count >= 7 && text.allSatisfy(\.isHexDigit)
    let number = text.hasPrefix("refs/tags/") ? "0" : text.drop { $0 == "v" }
    let isTag = number.first?.isNumber ?? false
    return isCommit || isTag ? nil : text
  }

  private enum Message {
    static func takes(_ resource: Resource, _ label: String, _ text: String, _ other: String) -> String {
      "\(resource.type) '\(resource.name)' of \(label) takes '\(text)' of \(other)"
    }
    static func shares(_ resource: Resource, _ label: String, _ branch: String, _ other: String) -> String {
      "\(resource.type) '\(resource.name)' of \(label) follows '\(branch)', as \(other) does"
    }
  }
}

/// Reports an element of an ApplicationSet whose folder is of one environment and whose destination of another.
struct CrossedElement: Analysis {
  static let name = "crossed-element"

  func run(_ facts: Facts, _ report: inout AnalysisReport) {
    let labels = DeliveryLabels(facts)
    for item in DeliveredObject.all(facts, types: ["ApplicationSet"]) {
      let deployment = item.deployment
      let destination = deployment.destination
      let sources = deployment.sources.compactMap { $0.path?.string }
      let places = [destination?.server, destination?.clusterName, destination?.namespace]
        .compactMap { $0?.string }
      for element in Self.elements(item.spec["generators"]?.list ?? [], depth: 0) {
        let source = sources.lazy.compactMap { labels.ofPath(Self.filled($0, element)) }.first
        guard let label = source else { continue }
        for place in places {
          let text = Self.filled(place, element)
          guard let other = labels.ofDestination(text), other != label else { continue }
          let cause = element.first { field in
            field.value.string.flatMap(labels.ofDestination) == other && place.contains(field.name)
          }
          guard let cause else { continue }
          report.violation(
            Message.crosses(item.resource, label, text, other), at: cause.value, in: item.resource)
        }
      }
    }
  }

  /// The fields of each element that list generators give, also those inside of a matrix or a merge.
  private static func elements(_ generators: [Value], depth: Int) -> [[ObjectFields.Field]] {
    guard depth < 4 else { return [] }
    return generators.flatMap { generator -> [[ObjectFields.Field]] in
      if let list = generator.at("list", "elements")?.list { return list.compactMap { $0.object?.fields } }
      if let inner = generator.at("matrix", "generators")?.list {
        let parts = inner.map { elements([$0], depth: depth + 1) }
        return parts.reduce([[]]) { products, part in
          part.isEmpty ? products : products.flatMap { left in part.map { left + $0 } }
        }
      }
      if let inner = generator.at("merge", "generators")?.list { return elements(inner, depth: depth + 1) }
      return []
    }
  }

  /// `{{path}}`, `{{ .path }}` and `{{.path}}` replaced by the element's fields.
  private static func filled(_ text: String, _ fields: [ObjectFields.Field]) -> String {
    guard text.contains("{{") else { return text }
    return fields.reduce(text) { result, field in
      guard let value = field.value.string else { return result }
      return ["{{\(field.name)}}", "{{ \(field.name) }}", "{{.\(field.name)}}", "{{ .\(field.name) }}"]
        .reduce(result) { $0.replacing($1, with: value) }
    }
  }

  private enum Message {
    static func crosses(_ resource: Resource, _ label: String, _ text: String, _ other: String) -> String {
      "\(resource.type) '\(resource.name)' deploys a folder of \(label) to '\(text)' of \(other)"
    }
  }
}

/// Reports an AppProject whose applications may go to more than one environment.
struct SpanningProject: Analysis {
  static let name = "spanning-project"

  func run(_ facts: Facts, _ report: inout AnalysisReport) {
    let labels = DeliveryLabels(facts)
    let namespaces = facts.typed.namespaces.compactMap { namespace -> (name: String, label: String)? in
      (labels.ofLabels(namespace.labels) ?? labels.ofDestination(namespace.name)).map {
        (namespace.name, $0)
      }
    }
    // A base that several overlays take is one cause.
    var others: [Location: Set<String>] = [:]
    var reaches: [(item: DeliveredObject, value: Value, label: String, first: Location)] = []
    for item in DeliveredObject.all(facts, types: ["AppProject"]) {
      let project = ArgoProject(resource: 0, name: item.resource.name, spec: item.spec)
      var first = item.label.map { (label: $0, location: item.resource.location) }
      for destination in project.destinations {
        for value in [destination.server, destination.clusterName, destination.namespace].compactMap({ $0 }) {
          guard let text = value.string, !text.hasPrefix("!") else { continue }
          var reached = Set([labels.ofDestination(text)].compactMap { $0 })
          // `*` alone is another finding.
          if text.contains("*"), text != "*" {
            let wildcard = Wildcard(text)
            reached.formUnion(namespaces.filter { wildcard.matches($0.name) }.map(\.label))
          }
          for label in reached.sorted() {
            guard let known = first else {
              first = (label, value.location ?? item.resource.location)
              continue
            }
            guard known.label != label else { continue }
            let location = value.location ?? item.resource.location
            if others[location] == nil { reaches.append((item, value, label, known.location)) }
            others[location, default: []].insert(known.label)
          }
        }
      }
    }
    for (item, value, label, first) in reaches {
      let location = value.location ?? item.resource.location
      let names = (others[location] ?? []).sorted().joined(separator: " and ")
      report.violation(
        Message.reaches(item.resource, value.string ?? "", label, names), at: value, in: item.resource,
        trace: [.init("\(names) is told here", at: first)])
    }
  }

  private enum Message {
    static func reaches(_ resource: Resource, _ text: String, _ label: String, _ other: String) -> String {
      "AppProject '\(resource.name)' of \(other) may deploy to '\(text)' of \(label)"
    }
  }
}

/// Reports a kustomization of one environment that takes a file of another.
struct ForeignOverlay: Analysis {
  static let name = "foreign-overlay"

  func run(_ facts: Facts, _ report: inout AnalysisReport) {
    let labels = DeliveryLabels(facts)
    for resource in facts.resources
    where resource.type == "Kustomization" && resource.group.hasPrefix("kustomize") {
      let path = facts.paths[resource.location.file] ?? resource.name
      let folder = RelativePath.folder(of: path)
      guard let label = labels.ofOverlay(folder) else { continue }
      for value in Self.files(resource.value) {
        guard let text = value.string, let target = RelativePath.joined(folder, text),
          let other = labels.ofOverlay(target), other != label
        else { continue }
        report.violation(Message.takes(label, text, other), at: value, in: resource)
      }
    }
  }

  private static func files(_ value: Value) -> [Value] {
    var found: [Value] = []
    for key in ["resources", "bases", "components", "patchesStrategicMerge", "crds", "configurations"] {
      found += value[key]?.list ?? []
    }
    for key in ["patches", "patchesJson6902", "replacements"] {
      found += (value[key]?.list ?? []).compactMap { $0["path"] }
    }
    for key in ["configMapGenerator", "secretGenerator"] {
      for generator in value[key]?.list ?? [] {
        found += (generator["files"]?.list ?? []) + (generator["envs"]?.list ?? [])
        found += [generator["env"]].compactMap { $0 }
      }
    }
    for chart in value["helmCharts"]?.list ?? [] {
      found += [chart["valuesFile"]].compactMap { $0 } + (chart["additionalValuesFiles"]?.list ?? [])
    }
    return found.filter { $0.string?.contains("\n") == false }
  }

  private enum Message {
    static func takes(_ label: String, _ path: String, _ other: String) -> String {
      "the overlay of \(label) takes '\(path)' of \(other)"
    }
  }
}
