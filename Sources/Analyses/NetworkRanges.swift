internal import PolicyKit
internal import ResourceModel
internal import SourceText
internal import Values

/// A network of one environment: the range of a VPC, of a virtual network, of a subnetwork.
struct NetworkRange {
  var resource: Resource
  var label: String
  var value: Value
  /// Nil where it is not known.
  var range: AddressRange?

  private static let arguments: [String: [String]] = [
    "aws_vpc": ["cidr_block"], "aws_vpc_ipv4_cidr_block_association": ["cidr_block"],
    "azurerm_virtual_network": ["address_space"], "google_compute_subnetwork": ["ip_cidr_range"],
  ]

  /// In the order of the resources. The provider's own address management (IPAM) keeps ranges apart: those are left
  /// out.
  static func all(_ facts: Facts, _ labels: EnvironmentLabels) -> [NetworkRange] {
    LabelledResource.managed(facts, labels).flatMap { item -> [NetworkRange] in
      let values = (arguments[item.resource.type] ?? []).compactMap { item.resource.value[$0] }
      return values.flatMap { $0.list ?? [$0] }.filter { !$0.isNull }.map {
        NetworkRange(
          resource: item.resource, label: item.label, value: $0, range: $0.string.flatMap(AddressRange.init))
      }
    }
  }
}

/// Reports networks of two environments whose addresses overlap.
struct OverlappingNetworks: Analysis {
  static let name = "overlapping-networks"

  func run(_ facts: Facts, _ report: inout AnalysisReport) {
    let labels = EnvironmentLabels(facts)
    let networks = NetworkRange.all(facts, labels)
    guard Set(networks.map(\.label)).count > 1 else { return }
    for (index, network) in networks.enumerated() {
      guard let range = network.range else {
        if let unknown = network.value.unknown {
          report.undetermined(
            Message.undecided(network), at: network.value, in: network.resource, because: unknown.reasons)
        }
        continue
      }
      let other = networks[..<index].first {
        $0.label != network.label && ($0.range?.overlaps(range) ?? false)
      }
      guard let other, let otherRange = other.range else { continue }
      report.violation(
        Message.overlap(network.label, range, other.label, otherRange), at: network.value,
        in: network.resource,
        trace: [
          .init("\(otherRange) of \(other.label)", at: other.value.location ?? other.resource.location),
          .init("\(range) of \(network.label)", at: network.value.location ?? network.resource.location),
        ])
    }
  }

  private enum Message {
    static func overlap(
      _ label: String, _ range: AddressRange, _ other: String, _ otherRange: AddressRange
    ) -> String { "\(range) of \(label) overlaps \(otherRange) of \(other)" }
    static func undecided(_ network: NetworkRange) -> String {
      "cannot tell whether the addresses of \(network.label) overlap another environment's"
    }
  }
}

/// Reports a rule that admits addresses of another environment.
struct ForeignRange: Analysis {
  static let name = "foreign-range"

  /// Arguments that hold admitted ranges, by path.
  private static let arguments: [String: [[String]]] = [
    "aws_security_group": [["ingress", "cidr_blocks"]],
    "aws_default_security_group": [["ingress", "cidr_blocks"]],
    "aws_security_group_rule": [["cidr_blocks"]],
    "aws_vpc_security_group_ingress_rule": [["cidr_ipv4"]],
    "aws_network_acl": [["ingress", "cidr_block"]], "aws_default_network_acl": [["ingress", "cidr_block"]],
    "aws_network_acl_rule": [["cidr_block"]],
    "aws_ec2_managed_prefix_list": [["entry", "cidr"]],
    "aws_ec2_managed_prefix_list_entry": [["cidr"]],
    "aws_eks_cluster": [["vpc_config", "public_access_cidrs"]],
    "google_compute_firewall": [["source_ranges"]],
    "azurerm_network_security_rule": [["source_address_prefix"], ["source_address_prefixes"]],
  ]

  func run(_ facts: Facts, _ report: inout AnalysisReport) {
    let labels = EnvironmentLabels(facts)
    let networks = NetworkRange.all(facts, labels)
    guard Set(networks.map(\.label)).count > 1 else { return }
    for item in LabelledResource.managed(facts, labels) {
      guard let paths = Self.arguments[item.resource.type], Self.admits(item.resource.value) else { continue }
      let own = networks.filter { $0.label == item.label }.compactMap(\.range)
      for value in paths.flatMap({ Self.values(item.resource.value, $0[...]) }) {
        // Everybody is another finding.
        guard let range = value.string.flatMap(AddressRange.init), range.prefixLength > 0,
          !own.contains(where: { $0.contains(range) }),
          let other = networks.first(where: {
            $0.label != item.label && ($0.range?.overlaps(range) ?? false)
          }), let otherRange = other.range
        else { continue }
        report.violation(
          Message.admits(item.resource, item.label, range, other.label), at: value, in: item.resource,
          trace: [
            .init("\(otherRange) of \(other.label)", at: other.value.location ?? other.resource.location)
          ])
      }
    }
  }

  /// It is no rule for what goes out, and no denial.
  private static func admits(_ value: Value) -> Bool {
    if let type = value["type"]?.string, type == "egress" { return false }
    if value["egress"]?.bool == true { return false }
    if let direction = value["direction"]?.string?.lowercased(),
      direction.hasPrefix("e") || direction.hasPrefix("out")
    {
      return false
    }
    for name in ["rule_action", "access"] {
      if let text = value[name]?.string?.lowercased(), text == "deny" { return false }
    }
    return true
  }

  private static func values(_ value: Value, _ path: ArraySlice<String>) -> [Value] {
    if let elements = value.list { return elements.flatMap { values($0, path) } }
    guard let name = path.first else { return [value] }
    if value["action"]?.string?.lowercased() == "deny" { return [] }
    return value[name].map { values($0, path.dropFirst()) } ?? []
  }

  private enum Message {
    static func admits(_ resource: Resource, _ label: String, _ range: AddressRange, _ other: String)
      -> String
    {
      "\(resource.type).\(resource.name) of \(label) admits \(range), addresses of \(other)"
    }
  }
}
