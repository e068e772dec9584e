internal import Values

/// Values as text for comparison: like HCL, with the kind of a collection before it and marks and unknowns in words.
enum ValuePrinter {
  static func text(_ value: Value) -> String {
    let marks =
      (value.marks.contains(.sensitive) ? "sensitive " : "")
      + (value.marks.contains(.ephemeral) ? "ephemeral " : "")
    return marks + content(value)
  }

  private static func content(_ value: Value) -> String {
    switch value.content {
    case .null: return "null"
    case .bool(let flag): return flag ? "true" : "false"
    case .number(let number): return number.text
    case .string(let text): return text.quotedAsGo
    case .list(let elements):
      let kind = value.explicitType.map { $0.isSet ? "set" : "list" } ?? ""
      return "\(kind)[\(elements.map(text).joined(separator: ", "))]"
    case .object(let fields):
      let parts = fields.sortedByName.map { "\($0.name) = \(text($0.value))" }
      return "\(value.isMap ? "map" : ""){\(parts.joined(separator: ", "))}"
    case .unknown(let unknown):
      var words = ["unknown \(value.type.friendlyName)"]
      if unknown.isNotNull { words.append("not null") }
      if let prefix = unknown.prefix { words.append("starts with \(prefix.quotedAsGo)") }
      if let minimum = unknown.minimumLength { words.append("at least \(minimum) long") }
      if let maximum = unknown.maximumLength { words.append("at most \(maximum) long") }
      let reasons = unknown.reasons.map(\.phrase).joined(separator: " and ")
      return words.joined(separator: ", ") + (reasons.isEmpty ? "" : ", because \(reasons)")
    }
  }
}
