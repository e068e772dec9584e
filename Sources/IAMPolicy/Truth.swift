public import Values

/// An answer that may depend on something that is not known before apply.
public enum Truth: Sendable {
  case yes
  case no
  case open([Unknown.Reason])

  /// Both hold.
  static func && (left: Truth, right: Truth) -> Truth {
    switch (left, right) {
    case (.no, _), (_, .no): .no
    case (.yes, let other), (let other, .yes): other
    case (.open(let first), .open(let second)): .open(first + second)
    }
  }
}
