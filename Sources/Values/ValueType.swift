/// A type of the Terraform language (cty): what an unknown would be, what an empty collection holds.
public indirect enum ValueType: Hashable, Sendable {
  case dynamic
  case bool
  case number
  case string
  case list(ValueType)
  case set(ValueType)
  case map(ValueType)
  case tuple([ValueType])
  case object([String: ValueType], optional: Set<String>)
}
