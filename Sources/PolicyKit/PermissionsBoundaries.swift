public import ResourceModel
internal import SourceText
internal import Values

/// The policies that are permissions boundaries and nothing else: they grant nothing, they only limit.
///
/// A policy is one when some role or user of the repository names it as its boundary and nothing attaches it. References
/// are told by the resource behind an unknown ARN, or by the name at the end of a known one.
public struct PermissionsBoundaries: Sendable {
  private let resources: Set<Int>

  public init(_ facts: Facts) {
    let policies = facts.resources.indices.filter {
      facts.resources[$0].domain == .terraform && facts.resources[$0].type == "aws_iam_policy"
    }
    guard !policies.isEmpty else {
      resources = []
      return
    }
    var bounding = References()
    var attached = References()
    for resource in facts.resources where resource.domain == .terraform && resource.type.hasPrefix("aws_") {
      let value = resource.value
      value["permissions_boundary"].map { bounding.add($0) }
      for name in ["policy_arn", "managed_policy_arns", "policy_arns"] {
        value[name].map { attached.add($0) }
      }
    }
    resources = Set(
      policies.filter { index in
        let policy = facts.resources[index]
        return bounding.contains(policy) && !attached.contains(policy)
      })
  }

  /// Whether the resource at that place is one.
  public func contains(_ resource: Int) -> Bool { resources.contains(resource) }

  private struct References {
    private var names: Set<String> = []
    private var locations: Set<Location> = []

    mutating func add(_ value: Value) {
      if let text = value.string, let name = text.split(separator: "/").last { names.insert(String(name)) }
      for reason in value.unknown?.reasons ?? [] {
        if let location = reason.location { locations.insert(location) }
      }
      for element in value.list ?? [] { add(element) }
    }

    func contains(_ policy: Resource) -> Bool {
      locations.contains(policy.location)
        || (policy.value["name"]?.string.map { names.contains($0) } ?? false)
    }
  }
}
