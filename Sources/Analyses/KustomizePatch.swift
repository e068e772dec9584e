internal import PolicyKit
internal import ResourceModel
internal import Values

/// A patch that a kustomization holds in itself: operations (RFC 6902), or fields to be merged.
struct KustomizePatch {
  private let kind: String?
  private let name: String?
  private let operations: [Value]
  private let fields: Value?

  /// Of `patches`, `patchesStrategicMerge` and `patchesJson6902`, as far as they are written in the file.
  static func all(in kustomization: Kustomization) -> [KustomizePatch] {
    var found: [KustomizePatch] = []
    for key in ["patches", "patchesJson6902", "patchesStrategicMerge"] {
      for entry in kustomization.value[key]?.list ?? [] {
        let text = entry.string == nil ? entry["patch"] : entry
        guard let text, let content = ReadText.document(text) else { continue }
        found.append(KustomizePatch(content, target: entry["target"]))
      }
    }
    return found
  }

  private init(_ content: Value, target: Value?) {
    operations = content.list ?? []
    fields = content.object == nil ? nil : content
    kind = target?["kind"]?.string ?? content["kind"]?.string
    name = target?["name"]?.string ?? (target == nil ? content.at("metadata", "name")?.string : nil)
  }

  /// A name of a target is a regular expression; here a plain one, or one that ends in `.*`.
  private func isFor(_ resource: Resource) -> Bool {
    guard kind == nil || kind == resource.type else { return false }
    guard let name, name != ".*" else { return true }
    return name.hasSuffix(".*") ? resource.name.hasPrefix(name.dropLast(2)) : name == resource.name
  }

  func applied(to value: Value, of resource: Resource) -> Value {
    guard isFor(resource) else { return value }
    var result = value
    if let fields { result = Self.merged(result, fields) }
    for operation in operations {
      guard let pointer = operation["path"]?.string else { continue }
      let path = pointer.split(separator: "/").map {
        String($0).replacing("~1", with: "/").replacing("~0", with: "~")
      }
      let isRemoval = operation["op"]?.string == "remove"
      result = Self.set(result, path[...], isRemoval ? nil : operation["value"])
    }
    return result
  }

  private static func set(_ value: Value, _ path: ArraySlice<String>, _ new: Value?) -> Value {
    guard let step = path.first else { return new ?? Value(.null, origin: value.origin) }
    var result = value
    switch value.content {
    case .object(var fields):
      if path.count == 1 {
        fields[step] = new
      } else if let inner = fields[step] {
        fields[step] = set(inner, path.dropFirst(), new)
      }
      result.content = .object(fields)
    case .list(var elements):
      if step == "-", let new {
        elements.append(new)
      } else if let index = Int(step), elements.indices.contains(index) {
        if path.count > 1 || new != nil {
          elements[index] = set(elements[index], path.dropFirst(), new)
        } else {
          elements.remove(at: index)
        }
      }
      result.content = .list(elements)
    case .null, .bool, .number, .string, .unknown: break
    }
    return result
  }

  private static func merged(_ value: Value, _ patch: Value) -> Value {
    guard var fields = value.object, let others = patch.object else { return patch }
    for field in others.fields {
      fields[field.name] = fields[field.name].map { merged($0, field.value) } ?? field.value
    }
    return Value(.object(fields), origin: value.origin, marks: value.marks)
  }
}
