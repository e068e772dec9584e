/// The form of a configuration file: what reading it is checked against, and what its JSON Schema is made of.
public indirect enum Form: Sendable {
  case text
  /// Text that is a CEL expression.
  case expression
  case boolean
  case decimal
  /// One of these words; `on` and `off` may also be written as YAML's booleans.
  case word([String])
  /// Anything; checked by whoever reads it.
  case anything
  case list(Form)
  /// A mapping with names of the author's choice.
  case map(Form)
  case record([Field])
  /// Text, or the other form.
  case textOr(Form)

  /// A key of a record.
  public struct Field: Sendable {
    public var name: String
    public var form: Form
    public var isRequired: Bool
    /// A sentence for the editor's tooltip.
    public var description: String

    init(_ name: String, _ form: Form, isRequired: Bool = false, _ description: String) {
      self.name = name
      self.form = form
      self.isRequired = isRequired
      self.description = description
    }
  }
}
