internal import Values

/// Arguments of a resource by a path of names, through lists of blocks.
enum ArgumentPath {
  /// What stands at a path of field names; `*` is any name. Empty: the object itself. A list at the end stands for its
  /// elements; text that encodes a structure is entered.
  static func values(at path: String, of object: Value) -> [(value: Value, name: String)] {
    var current: [(value: Value, name: String)] = [(object, "")]
    for part in path.split(separator: ".") {
      current = current.flatMap { value, name in
        elements(ReadText.structure(value) ?? value).flatMap { element in
          (element.object?.fields ?? []).filter { part == "*" || $0.name == part }.map {
            ($0.value, name.isEmpty ? $0.name : name + "." + $0.name)
          }
        }
      }
    }
    return current.flatMap { value, name in
      value.list == nil || path.isEmpty ? [(value, name)] : elements(value).map { ($0, name) }
    }
  }

  private static func elements(_ value: Value) -> [Value] {
    value.list.map { $0.flatMap(elements) } ?? [value]
  }
}
