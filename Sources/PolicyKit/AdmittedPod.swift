internal import Values

/// What the LimitRanger plugin writes into a pod before admission policies see it.
///
/// Source: k8s.io/kubernetes/plugin/pkg/admission/limitranger, `mergePodResourceRequirements`, after the defaults of
/// the API: a limit without a request is the request too.
enum AdmittedPod {
  static func filled(_ pod: Value, from ranges: [Value]) -> Value {
    let items = ranges.flatMap { $0.at("spec", "limits")?.list ?? [] }.filter {
      $0["type"]?.string == "Container"
    }
    guard !items.isEmpty, var spec = pod["spec"] else { return pod }
    for key in ["containers", "initContainers"] {
      guard let containers = spec[key]?.list else { continue }
      spec = spec.setting(key, to: Value(.list(containers.map { container in filled(container, items) })))
    }
    return pod.setting("spec", to: spec)
  }

  private static func filled(_ container: Value, _ items: [Value]) -> Value {
    var resources = container["resources"] ?? Value(.object(ObjectFields()))
    var limits = resources["limits"]?.object ?? ObjectFields()
    var requests = resources["requests"]?.object ?? ObjectFields()
    for field in limits.fields where requests[field.name] == nil { requests[field.name] = field.value }
    for item in items {
      for (kind, keys) in [
        ("limits", ["default", "max"]), ("requests", ["defaultRequest", "default", "max", "min"]),
      ] {
        for field in keys.flatMap({ item[$0]?.object?.fields ?? [] }) where !field.value.isNull {
          if kind == "limits" {
            if limits[field.name] == nil { limits[field.name] = field.value.withoutOrigin }
          } else if requests[field.name] == nil {
            requests[field.name] = field.value.withoutOrigin
          }
        }
      }
    }
    resources = resources.setting("limits", to: Value(.object(limits)))
    resources = resources.setting("requests", to: Value(.object(requests)))
    return container.setting("resources", to: resources)
  }
}

extension Value {
  /// The object with one field replaced or added; itself where it is no object.
  fileprivate func setting(_ name: String, to value: Value) -> Value {
    guard case .object(var fields) = content else { return self }
    fields[name] = value
    var result = self
    result.content = .object(fields)
    return result
  }
}
