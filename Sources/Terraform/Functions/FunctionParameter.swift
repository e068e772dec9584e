public import Values

/// One parameter of a built-in function. Arguments are converted to the type before the call.
public struct FunctionParameter: Sendable {
  public var name: String
  /// `dynamic` takes any value.
  public var type: ValueType
  /// Otherwise null is an error.
  var takesNull = false
  /// Otherwise an unknown argument makes the result unknown without a call.
  var takesUnknown = false
  /// Otherwise an argument of unknown type makes the result unknown, in type as well.
  var takesDynamic = false
  /// Otherwise marks are taken off before the call and put on the result.
  var takesMarks = false

  init(_ name: String, _ type: ValueType) {
    self.name = name
    self.type = type
  }

  var nullable: FunctionParameter { with { $0.takesNull = true } }
  var unknowable: FunctionParameter { with { $0.takesUnknown = true } }
  var anyType: FunctionParameter { with { $0.takesDynamic = true } }
  var markable: FunctionParameter { with { $0.takesMarks = true } }
  /// Takes whatever comes, as it is.
  var asIs: FunctionParameter { nullable.unknowable.anyType.markable }

  private func with(_ change: (inout FunctionParameter) -> Void) -> FunctionParameter {
    var copy = self
    change(&copy)
    return copy
  }
}
