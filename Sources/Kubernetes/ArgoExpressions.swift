internal import Values

/// Argo's `{{…}}` in the strings of a container.
struct ArgoExpressions {
  /// `arguments.parameters` of the workflow.
  let parameters: [String: Value]

  /// Resolves what policies compare: the image and the resources. Scripts and arguments stay text.
  func resolved(inContainer container: Value) -> Value {
    var container = container
    for name in ["image", "imagePullPolicy", "resources"] {
      container = container.with(name, container[name].map { resolved($0) })
    }
    return container
  }

  /// `{{workflow.parameters.x}}` becomes the value that the workflow writes for it; every other expression makes the
  /// string unknown.
  func resolved(_ value: Value) -> Value {
    switch value.content {
    case .string(let text): return text.contains("{{") ? resolved(text, value) : value
    case .object(let fields):
      let inner = fields.fields.map { ObjectFields.Field($0.name, at: $0.nameLocation, resolved($0.value)) }
      return Value(.object(ObjectFields(inner)), origin: value.origin, marks: value.marks)
    case .list(let elements):
      return Value(.list(elements.map { resolved($0) }), origin: value.origin, marks: value.marks)
    case .null, .bool, .number, .unknown: return value
    }
  }

  private func resolved(_ text: String, _ value: Value) -> Value {
    var result = ""
    var rest = Substring(text)
    var origin = value.origin
    while let opening = rest.firstRange(of: "{{"),
      let closing = rest[opening.upperBound...].firstRange(of: "}}")
    {
      result += rest[..<opening.lowerBound]
      let expression = String(rest[opening.upperBound..<closing.lowerBound]).trimmingSpaces
      let prefix = "workflow.parameters."
      guard expression.hasPrefix(prefix),
        let parameter = parameters[String(expression.dropFirst(prefix.count))],
        let written = parameter.string,
        !written.contains("{{")
      else {
        let reason = Unknown.Reason(
          "{{\(expression)}} is known only when the workflow runs", at: value.location)
        let unknown = Unknown([reason], prefix: result.isEmpty ? nil : result, isNotNull: true)
        return Value(.unknown(unknown), origin: value.origin)
      }
      result += written
      rest = rest[closing.upperBound...]
      if let use = value.location {
        let step = Trace("parameter \(expression)", at: use)
        // A string that is the parameter alone is edited where the parameter is written.
        origin =
          text.count == expression.count + 4
          ? Origin(parameter.location, trace: step) : Origin(use, trace: step)
      }
    }
    return Value(.string(result + rest), origin: origin, marks: value.marks)
  }
}

extension String {
  fileprivate var trimmingSpaces: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
