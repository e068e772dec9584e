internal import CEL
internal import Values

/// Values that Kubernetes and Argo fill in where a manifest says nothing.
enum KubernetesDefaults {
  /// `limitRangeDefault(ns.limitRanges, 'limits', 'memory')`: an optional.
  ///
  /// Source: k8s.io/kubernetes/pkg/apis/core/v1/defaults.go, `SetDefaults_LimitRangeItem`: a maximum becomes
  /// the default limit, the default limit or else the minimum the default request.
  static let limitRange = HostFunction(
    "limitRangeDefault", [.init([.list(.dyn), .string, .string], .optional(.dyn))]
  ) { arguments in
    guard arguments.count == 3, let ranges = arguments[0].listed, case .string(let kind) = arguments[1],
      case .string(let resource) = arguments[2]
    else {
      return .error(CELError("limitRangeDefault takes LimitRanges, limits or requests, and a resource"))
    }
    let keys = kind == "limits" ? ["default", "max"] : ["defaultRequest", "default", "max", "min"]
    for range in ranges {
      guard case .document(let object) = range else { continue }
      for item in object.at("spec", "limits")?.list ?? [] where item["type"]?.string == "Container" {
        for key in keys {
          if let value = item.at(key, resource), !value.isNull { return .optional(.document(value)) }
        }
      }
    }
    return .optional(nil)
  }

  /// `templateDefault(workload, 'resources.limits.memory')`: an optional, from an Argo workflow's
  /// `templateDefaults`.
  static let template = HostFunction(
    "templateDefault", [.init([.dyn, .string], .optional(.dyn))],
    prepareOptional: { path in
      guard case .string(let path) = path else { return nil }
      let names = path.split(separator: ".").map(String.init)
      return { templateDefault(names, in: $0) }
    },
    implementation: { arguments in
      guard let workload = arguments.first, case .string(let path)? = arguments.last else {
        return .optional(nil)
      }
      return .optional(templateDefault(path.split(separator: ".").map(String.init), in: workload))
    })

  private static func templateDefault(_ path: [String], in workload: CELValue) -> CELValue? {
    guard case .document(let workload) = workload else { return nil }
    for spec in [workload["spec"], workload.at("spec", "workflowSpec")] {
      guard let defaults = spec?["templateDefaults"] else { continue }
      for kind in ["container", "script"] {
        var value = defaults[kind]
        for name in path { value = value?[name] }
        if let value, !value.isNull { return .document(value) }
      }
    }
    return nil
  }
}
