public import SourceText

/// Where a value was written, and the way it took to where it is used.
public struct Origin: Hashable, Sendable {
  /// The text to edit in order to change the value; nil for values that no text holds.
  public var location: Location?
  /// The way from the text to the use, last step first: argument ← module call ← tfvars ← variable.
  public var trace: Trace?
  /// Where only a part of a scalar is meant: bytes of its decoded text, not of the file. What marks the place
  /// in the file maps it through escapes, folding and indentation.
  public var part: ByteRange? {
    get { detail?.part }
    set { detail = Detail(part: newValue, encoded: encoded) }
  }

  /// What the text encodes, when it was made from a value (`jsonencode`, a policy document): known in parts where the
  /// text as a whole is not.
  public var encoded: EncodedValue? {
    get { detail?.encoded }
    set { detail = Detail(part: part, encoded: newValue) }
  }

  /// What few origins have: apart, so that values are small and cheap to copy.
  private var detail: Detail?

  private final class Detail: Hashable, Sendable {
    let part: ByteRange?
    let encoded: EncodedValue?

    /// Nil when there is nothing to say.
    init?(part: ByteRange?, encoded: EncodedValue?) {
      if part == nil && encoded == nil { return nil }
      self.part = part
      self.encoded = encoded
    }

    static func == (left: Detail, right: Detail) -> Bool {
      left === right || (left.part == right.part && left.encoded == right.encoded)
    }

    func hash(into hasher: inout Hasher) {
      hasher.combine(part)
      hasher.combine(encoded)
    }
  }

  public init(_ location: Location? = nil, trace: Trace? = nil) {
    self.location = location
    self.trace = trace
  }

  public static let none = Origin()
}

/// One step on a value's way, linked to the step before it. Shared, immutable.
public final class Trace: Hashable, Sendable {
  public let location: Location
  /// What happened at this step, as a phrase: `variable "image"`, `module call "web"`.
  public let note: String
  public let previous: Trace?

  public init(_ note: String, at location: Location, previous: Trace? = nil) {
    self.note = note
    self.location = location
    self.previous = previous
  }

  /// The steps, the one nearest to the use first.
  public var steps: [Trace] {
    var steps: [Trace] = []
    var step: Trace? = self
    while let current = step {
      steps.append(current)
      step = current.previous
    }
    return steps
  }

  public static func == (left: Trace, right: Trace) -> Bool {
    left === right
      || (left.location == right.location && left.note == right.note && left.previous == right.previous)
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(location)
    hasher.combine(note)
  }
}

/// The value of which a string is the encoding. Shared, immutable.
public final class EncodedValue: Hashable, Sendable {
  public let value: Value

  public init(_ value: Value) { self.value = value }

  public static func == (left: EncodedValue, right: EncodedValue) -> Bool { left === right }

  public func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}
