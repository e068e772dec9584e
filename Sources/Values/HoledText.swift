/// A JSON text with holes where parts of it are not known, so that a parser can read the rest.
///
/// Within quotes a hole stands for characters that end no string; outside of quotes for one value.
public struct HoledText {
  /// The text with a private character in place of each hole.
  public let text: String
  private var holes: [Value] = []
  /// Holes that stand for a whole value.
  private var values: Set<Unicode.Scalar> = []

  private static let first: UInt32 = 0xF0000
  private static let limit = 10_000

  /// Nil for what does not start as an object or list, or holds private characters of its own.
  public init?(json pieces: [KnownParts.Piece]) {
    guard case .known(let start)? = pieces.first,
      let character = start.utf8.first(where: { $0 > 0x20 }),
      character == UInt8(ascii: "{") || character == UInt8(ascii: "["), pieces.count <= Self.limit
    else { return nil }
    var text = ""
    var (isQuoted, isEscaped) = (false, false)
    for piece in pieces {
      switch piece {
      case .known(let known):
        for byte in known.utf8 {
          if isEscaped {
            isEscaped = false
          } else if byte == UInt8(ascii: "\\") {
            isEscaped = isQuoted
          } else if byte == UInt8(ascii: "\"") {
            isQuoted.toggle()
          }
        }
        if known.unicodeScalars.contains(where: { Self.isMark($0) }) { return nil }
        text += known
      case .open(let value):
        guard let mark = Unicode.Scalar(Self.first + UInt32(holes.count)) else { return nil }
        holes.append(value)
        if isQuoted {
          text.unicodeScalars.append(mark)
        } else {
          values.insert(mark)
          text += "\"" + String(Character(mark)) + "\""
        }
      }
    }
    self.text = text
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= first && scalar.value < first + UInt32(limit)
  }

  /// The parsed text, unknown where the holes are; nil where the text cannot be what the holes were taken for.
  public func filled(_ value: Value) -> Value? {
    var result = value
    switch value.content {
    case .null, .bool, .number, .unknown: return value
    case .string(let text):
      switch filled(text, value.origin) {
      case nil: return nil
      case .known?: return value
      case .open(let hole)?: return hole
      }
    case .list(let elements):
      var filled: [Value] = []
      for element in elements {
        guard let element = self.filled(element) else { return nil }
        filled.append(element)
      }
      result.content = .list(filled)
    case .object(let fields):
      var object = ObjectFields()
      for field in fields.fields {
        guard let value = filled(field.value) else { return nil }
        switch filled(field.name, .none) {
        case .known(let name)?: object.set(.init(name, at: field.nameLocation, value))
        case .open(let name)?:
          guard let unknown = name.unknown else { return nil }
          object.set(.init(unknown, at: field.nameLocation, value))
        case nil: return nil
        }
      }
      result.content = .object(object)
    }
    return result
  }

  private func filled(_ text: String, _ origin: Origin) -> KnownParts.Piece? {
    guard text.unicodeScalars.contains(where: Self.isMark) else { return .known(text) }
    var pieces: [Value] = []
    var run = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      guard Self.isMark(scalar) else {
        run.append(scalar)
        continue
      }
      let hole = holes[Int(scalar.value - Self.first)]
      if values.contains(scalar) {
        guard text.unicodeScalars.count == 1 else { return nil }
        return .open(Self.value(of: hole))
      }
      pieces.append(.string(String(run)))
      pieces.append(hole)
      run = String.UnicodeScalarView()
    }
    pieces.append(.string(String(run)))
    let unknown = Unknown(
      pieces.flatMap(\.unknownReasons), isNotNull: true, parts: .text(Value.text(of: pieces)))
    return .open(.unknown(.string, unknown, origin: origin))
  }

  /// What stands outside of quotes is JSON itself, of which the structure may be known.
  private static func value(of hole: Value) -> Value {
    if let encoded = hole.origin.encoded?.value { return encoded }
    var value = Value.unknown(because: hole.unknownReasons, origin: hole.origin)
    value.marks = hole.marks
    return value
  }
}
