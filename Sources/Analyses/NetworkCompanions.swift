internal import PolicyKit
internal import ResourceModel
internal import SourceText
internal import Values

/// Reports a network of which nobody can say who talked to whom.
struct FlowLog: Analysis {
  static let name = "flow-log"

  func run(_ facts: Facts, _ report: inout AnalysisReport) {
    let companions = Companions(facts, types: ["aws_flow_log"])
    for network in facts.resources where network.type == "aws_vpc" && network.terraform?.mode == .managed {
      // Of subnets or interfaces: somebody chose what to log.
      if companions.all("aws_flow_log", besides: network).contains(where: { $0.value["vpc_id"] == nil }) {
        continue
      }
      switch companions.presence(of: "aws_flow_log", for: network, by: "vpc_id") {
      case .present: continue
      case .absent: report.violation(Message.unlogged(network), at: network.location, resource: network)
      case .open(let reasons):
        report.undetermined(
          Message.undecided(network), at: network.location, resource: network, because: reasons)
      }
    }
  }

  private enum Message {
    static func unlogged(_ network: Resource) -> String {
      "\(network.type).\(network.name) has no flow log"
    }
    static func undecided(_ network: Resource) -> String {
      "cannot tell whether \(network.type).\(network.name) has a flow log"
    }
  }
}

/// Reports a network whose traffic to AWS's own services goes through a NAT gateway, because it has no endpoint for them.
struct NetworkEndpoint: Analysis {
  static let name = "network-endpoint"

  func run(_ facts: Facts, _ report: inout AnalysisReport) {
    let services = (report.parameters["services"]?.list ?? []).compactMap(\.string)
    let companions = Companions(facts, types: ["aws_vpc_endpoint", "aws_nat_gateway"])
    for network in facts.resources where network.type == "aws_vpc" && network.terraform?.mode == .managed {
      guard !companions.all("aws_nat_gateway", besides: network).isEmpty else { continue }
      var missing = services
      var doubts: [Unknown.Reason] = []
      for endpoint in companions.all("aws_vpc_endpoint", besides: network) {
        let service = endpoint.value["service_name"]
        switch Companions.refers(endpoint.value["vpc_id"], to: network) {
        case .yes:
          if let text = service?.string {
            missing.removeAll { text.hasSuffix("." + $0) }
          } else {
            doubts += service?.unknown?.reasons ?? []
          }
        case .open(let reasons): doubts += reasons
        case .no: continue
        }
      }
      if missing.isEmpty { continue }
      if doubts.isEmpty {
        report.violation(Message.missing(network, missing), at: network.location, resource: network)
      } else {
        report.undetermined(
          Message.undecided(network), at: network.location, resource: network, because: doubts)
      }
    }
  }

  private enum Message {
    static func missing(_ network: Resource, _ services: [String]) -> String {
      "what goes from \(network.type).\(network.name) to \(services.joined(separator: ", ")) goes through a NAT gateway"
    }
    static func undecided(_ network: Resource) -> String {
      "cannot tell which endpoints \(network.type).\(network.name) has"
    }
  }
}

/// The zones that the subnets of a network lie in.
private struct NetworkZones {
  var zones: Set<String> = []
  /// Zones as they are written, in the order of the resources.
  var values: [Value] = []
  var doubts: [Unknown.Reason] = []

  init(of network: Resource, _ companions: Companions) {
    for subnet in companions.all("aws_subnet", besides: network) {
      switch Companions.refers(subnet.value["vpc_id"], to: network) {
      case .yes:
        guard let zone = subnet.value["availability_zone"] ?? subnet.value["availability_zone_id"] else {
          continue
        }
        if let text = zone.string {
          if zones.insert(text).inserted { values.append(zone) }
        } else {
          doubts += zone.unknown?.reasons ?? []
        }
      case .open(let reasons): doubts += reasons
      case .no: continue
      }
    }
  }
}

/// Reports a network of a higher environment that lies in fewer zones than it needs.
struct ZoneCount: Analysis {
  static let name = "zone-count"

  func run(_ facts: Facts, _ report: inout AnalysisReport) {
    guard let wanted = report.parameters["zones"] else { return }
    let companions = Companions(facts, types: ["aws_subnet"])
    for item in LabelledResource.managed(facts, EnvironmentLabels(facts))
    where item.resource.type == "aws_vpc" {
      guard let count = wanted[item.label]?.number?.int else { continue }
      let found = NetworkZones(of: item.resource, companions)
      guard !found.zones.isEmpty || !found.doubts.isEmpty, found.zones.count < count else { continue }
      if found.doubts.isEmpty {
        report.violation(
          Message.few(item, found.zones.sorted(), count), at: found.values.last ?? item.resource.value,
          in: item.resource)
      } else {
        report.undetermined(
          Message.undecided(item.resource), at: item.resource.location, resource: item.resource,
          because: found.doubts)
      }
    }
  }

  private enum Message {
    static func few(_ item: LabelledResource, _ zones: [String], _ wanted: Int) -> String {
      let place = zones.count == 1 ? "one zone" : "\(zones.count) zones"
      return "\(item.resource.type).\(item.resource.name) of \(item.label) lies in \(place), not in \(wanted)"
    }
    static func undecided(_ network: Resource) -> String {
      "cannot tell how many zones \(network.type).\(network.name) lies in"
    }
  }
}

/// Reports a network of a higher environment whose zones share NAT gateways: when the gateway's zone fails, the others
/// are cut off with it.
struct SharedGateway: Analysis {
  static let name = "shared-gateway"

  func run(_ facts: Facts, _ report: inout AnalysisReport) {
    let environments = Set((report.parameters["environments"]?.list ?? []).compactMap(\.string))
    let companions = Companions(facts, types: ["aws_subnet", "aws_nat_gateway", "aws_vpc"])
    for item in LabelledResource.managed(facts, EnvironmentLabels(facts))
    where item.resource.type == "aws_vpc" && environments.contains(item.label) {
      // A gateway names its subnet, not its network: with two networks in a root nobody can say whose it is.
      guard companions.all("aws_vpc", besides: item.resource).count == 1 else { continue }
      let gateways = companions.all("aws_nat_gateway", besides: item.resource)
      guard let first = gateways.first, !gateways.contains(where: { $0.terraform?.isUnknownInstance == true })
      else { continue }
      let zones = NetworkZones(of: item.resource, companions).zones
      guard gateways.count < zones.count else { continue }
      report.violation(
        Message.shared(first, gateways.count, zones.count), at: first.location, resource: first)
    }
  }

  private enum Message {
    static func shared(_ gateway: Resource, _ count: Int, _ zones: Int) -> String {
      "\(zones) zones share \(count == 1 ? "one NAT gateway" : "\(count) NAT gateways")"
    }
  }
}
