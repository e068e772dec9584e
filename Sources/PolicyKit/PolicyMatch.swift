internal import ResourceModel

/// What a policy judges.
public struct PolicyMatch: Sendable {
  /// A part of a pod specification.
  public enum Part: String, Hashable, Sendable, CaseIterable {
    case containers
    case initContainers
    case ephemeralContainers
    /// Containers of ECS tasks and functions that are made from an image.
    case tasks
    /// The specification as a whole.
    case pods
  }

  /// A kind, in one group or in all.
  public struct Kind: Hashable, Sendable {
    public var group: String?
    public var kind: String

    /// `Role`, `rbac.authorization.k8s.io/Role`, `core/Secret`.
    public init(_ text: String) {
      if let slash = text.lastIndex(of: "/") {
        let group = String(text[..<slash])
        self.group = group == "core" ? "" : group
        kind = String(text[text.index(after: slash)...])
      } else {
        group = nil
        kind = text
      }
    }

    func matches(_ resource: Resource) -> Bool {
      resource.type == kind && (group == nil || group == resource.group)
    }
  }

  public var workloads: Set<Part>
  public var kubernetes: [Kind]
  /// Resource types; `provider.aws` is a provider's configuration, `module` a module call. A trailing `*` stands for
  /// any rest.
  public var terraform: Set<String>
  public var workflow: Set<String>
  public var dockerfile: Set<String>
  /// Every file that is read, whatever it holds: for analyses.
  public var files: Bool

  public init(
    workloads: Set<Part> = [], kubernetes: [Kind] = [], terraform: Set<String> = [],
    workflow: Set<String> = [], dockerfile: Set<String> = [], files: Bool = false
  ) {
    self.files = files
    self.workloads = workloads
    self.kubernetes = kubernetes
    self.terraform = terraform
    self.workflow = workflow
    self.dockerfile = dockerfile
  }

  public var isEmpty: Bool {
    workloads.isEmpty && kubernetes.isEmpty && terraform.isEmpty && workflow.isEmpty && dockerfile.isEmpty
      && !files
  }

  /// The resource itself is judged; its pod templates are another question.
  func matches(_ resource: Resource) -> Bool {
    switch resource.domain {
    case .kubernetes: kubernetes.contains { $0.matches(resource) }
    case .terraform:
      terraform.contains(resource.type) || terraform.contains { Self.matches($0, resource.type) }
    case .workflow: workflow.contains(resource.type)
    case .dockerfile: dockerfile.contains(resource.type)
    }
  }

  private static func matches(_ pattern: String, _ type: String) -> Bool {
    pattern.utf8.last == UInt8(ascii: "*") && type.utf8.starts(with: pattern.utf8.dropLast())
  }

  /// The policy is about pods, so that the template of a controller is judged like the pod it makes.
  var matchesPods: Bool {
    kubernetes.contains { $0.kind == "Pod" && ($0.group ?? "").isEmpty }
  }

  func matches(_ role: Container.Role) -> Bool {
    switch role {
    case .container: workloads.contains(.containers)
    case .initContainer: workloads.contains(.initContainers)
    case .ephemeralContainer: workloads.contains(.ephemeralContainers)
    case .task: workloads.contains(.tasks)
    }
  }
}
