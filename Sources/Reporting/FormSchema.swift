public import PolicyKit

/// JSON Schemas of the policy file and the profile, with which editors complete and check them.
public enum FormSchema {
  /// Draft 2020-12.
  public static func text(of form: Form, title: String) -> String {
    var members: [(String, JSONText)] = [
      ("$schema", .string("https://json-schema.org/draft/2020-12/schema")), ("title", .string(title)),
    ]
    members += Self.members(of: form)
    return JSONText.object(members).printed()
  }

  private static func members(of form: Form) -> [(String, JSONText)] {
    switch form {
    case .text, .expression: return [("type", .string("string"))]
    case .boolean: return [("type", .string("boolean"))]
    case .decimal: return [("type", .string("number"))]
    case .word(let words): return [("enum", .array(words.map { .string($0) }))]
    case .anything: return []
    case .list(let element):
      return [("type", .string("array")), ("items", .object(members(of: element)))]
    case .map(let value):
      return [("type", .string("object")), ("additionalProperties", .object(members(of: value)))]
    case .record(let fields):
      let properties = fields.map { field in
        (field.name, JSONText.object([("description", .string(field.description))] + members(of: field.form)))
      }
      let required = fields.filter(\.isRequired).map { JSONText.string($0.name) }
      return [("type", .string("object")), ("properties", .object(properties))]
        + (required.isEmpty ? [] : [("required", .array(required))])
        + [("additionalProperties", .bool(false))]
    case .textOr(let other):
      return [
        (
          "anyOf",
          .array([
            .object([("type", .array([.string("string"), .string("boolean")]))]), .object(members(of: other)),
          ])
        )
      ]
    }
  }
}
