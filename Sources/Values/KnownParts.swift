/// What is known of an unknown value beyond cty's refinements, which only know where a text starts.
///
/// Facts for policies, not for expressions: Terraform itself takes such a value as unknown as a whole.
public enum KnownParts: Sendable {
  /// A text in the order of its pieces.
  case text([Piece])
  /// An object or map. Names that are known in part are in `openFields`; `rest` is set.
  case object(ObjectFields)
  /// Elements that are there, in this order, among others: an unknown element stands for any number of them.
  case list([Value])

  public enum Piece: Sendable {
    case known(String)
    case open(Value)
  }
}

extension Unknown {
  /// The pieces of a text; nil where nothing but perhaps its start is known.
  public var pieces: [KnownParts.Piece]? {
    if case .text(let pieces)? = parts { pieces } else { nil }
  }

  /// The known texts within an unknown one.
  public var knownTexts: [String] {
    guard let pieces else { return prefix.map { [$0] } ?? [] }
    return pieces.compactMap { piece in
      if case .known(let text) = piece { text } else { nil }
    }
  }

  /// The known end of an unknown text; empty where it is open.
  public var knownSuffix: String {
    if case .known(let text)? = pieces?.last { text } else { "" }
  }

  /// The known start of an unknown text; empty where it is open.
  public var knownPrefix: String {
    if case .known(let text)? = pieces?.first { text } else { prefix ?? "" }
  }

  /// Whether the unknown text may turn out to be this one, by its known start and end.
  public func mayBe(_ text: String) -> Bool {
    let (start, end) = (knownPrefix.utf8, knownSuffix.utf8)
    let bytes = Array(text.utf8)
    return bytes.count >= start.count + end.count && bytes.starts(with: start)
      && bytes.suffix(end.count).elementsEqual(end)
  }
}

extension Value {
  /// A text put together from pieces; known where all of them are.
  public static func text(of pieces: [Value]) -> [KnownParts.Piece] {
    var result: [KnownParts.Piece] = []
    func add(_ text: String) {
      if case .known(let before)? = result.last {
        result[result.count - 1] = .known(before + text)
      } else if !text.isEmpty {
        result.append(.known(text))
      }
    }
    for piece in pieces {
      if let text = (try? piece.converted(to: .string))?.string {
        add(text)
      } else if let inner = piece.unknown?.pieces {
        for part in inner {
          switch part {
          case .known(let text): add(text)
          case .open: result.append(part)
          }
        }
      } else {
        result.append(.open(piece))
      }
    }
    return result
  }

  /// The value with every unknown object in it, of which parts are known, in the form of those parts: what a policy
  /// looks into. O(parts of the value).
  public var openedUp: Value {
    guard holdsOpenObject else { return self }
    var result = self
    switch content {
    case .null, .bool, .number, .string: break
    case .list(let elements): result.content = .list(elements.map(\.openedUp))
    case .object(let fields): result.content = .object(fields.openedUp)
    case .unknown(let unknown):
      guard case .object(let fields)? = unknown.parts else { break }
      result.content = .object(fields.openedUp)
      result.explicitType = nil
    }
    return result
  }

  private var holdsOpenObject: Bool {
    switch content {
    case .null, .bool, .number, .string: false
    case .list(let elements): elements.contains(where: \.holdsOpenObject)
    case .object(let fields): fields.fields.contains { $0.value.holdsOpenObject }
    case .unknown(let unknown): if case .object? = unknown.parts { true } else { false }
    }
  }
}

extension ObjectFields {
  fileprivate var openedUp: ObjectFields {
    var result = ObjectFields(
      fields.map { .init($0.name, at: $0.nameLocation, $0.value.openedUp) })
    result.openFields = openFields.map { .init($0.name, at: $0.nameLocation, $0.value.openedUp) }
    result.rest = rest
    return result
  }
}
