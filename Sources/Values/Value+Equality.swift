/// Whether two values are equal, as far as their unknown parts tell.
public enum Equality: Sendable {
  case equal
  case different
  /// Depends on what is unknown.
  case undecided
}

extension Value {
  /// Compares as Terraform's `==`: values of different types are different (`1` and `"1"`, a tuple and a list).
  /// Marks and origins do not count.
  public func equality(with other: Value) -> Equality {
    if isNull && other.isDefinitelyNotNull || other.isNull && isDefinitelyNotNull { return .different }
    switch (isKnown, other.isKnown) {
    case (false, false): return .undecided
    case (true, false): return equality(withUnknown: other)
    case (false, true): return other.equality(withUnknown: self)
    case (true, true): break
    }
    if isNull || other.isNull { return isNull && other.isNull ? .equal : .different }
    let (type, otherType) = (self.type, other.type)
    if !hasWhollyKnownType || !other.hasWhollyKnownType {
      return type.conforms(to: otherType) || otherType.conforms(to: type) ? .undecided : .different
    }
    guard type == otherType else { return .different }
    return equalityOfContent(with: other)
  }

  private func equality(withUnknown other: Value) -> Equality {
    if isNull { return .undecided }
    guard !excludes(other), let otherType = other.explicitType else {
      return other.explicitType == nil ? .undecided : .different
    }
    return otherType.hasDynamic || type == otherType ? .undecided : .different
  }

  /// Whether what is known of an unknown says that it is not this value.
  private func excludes(_ other: Value) -> Bool {
    guard case .unknown(let unknown) = other.content else { return false }
    switch content {
    case .string(let text):
      return unknown.prefix.map { !text.utf8.starts(with: $0.utf8) } ?? false
    case .number(let number):
      return unknown.minimum.map { number < $0 } ?? false || unknown.maximum.map { number > $0 } ?? false
    case .list, .object:
      let bounds = lengthBounds
      return unknown.minimumLength.map { bounds.maximum < $0 } ?? false
        || unknown.maximumLength.map { bounds.minimum > $0 } ?? false
    case .null, .bool, .unknown: return false
    }
  }

  /// Of two known, non-null values of one type.
  private func equalityOfContent(with other: Value) -> Equality {
    switch (content, other.content) {
    case (.bool(let left), .bool(let right)): return left == right ? .equal : .different
    case (.number(let left), .number(let right)): return left == right ? .equal : .different
    case (.string(let left), .string(let right)): return left == right ? .equal : .different
    case (.list(let left), .list(let right)):
      if isSet, !isWhollyKnown || !other.isWhollyKnown { return .undecided }
      guard left.count == right.count else { return .different }
      for (a, b) in zip(left, right) {
        let result = a.equality(with: b)
        if result != .equal { return result }
      }
      return .equal
    case (.object(let left), .object(let right)):
      guard left.count == right.count else { return .different }
      var isUndecided = false
      for field in left.fields {
        guard let counterpart = right[field.name] else { return .different }
        switch field.value.equality(with: counterpart) {
        case .different: return .different
        case .undecided: isUndecided = true
        case .equal: break
        }
      }
      return isUndecided ? .undecided : .equal
    default: return .different
    }
  }
}
