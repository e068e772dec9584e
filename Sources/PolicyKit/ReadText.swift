internal import CEL
internal import ResourceModel
internal import SourceText
public import Values
internal import YAMLSyntax

/// What a text encodes.
public enum ReadText {
  /// The object or list that the text is the JSON of; known in parts where the text as a whole is not. Nil for any
  /// other value.
  public static func structure(_ value: Value) -> Value? {
    if let encoded = value.origin.encoded?.value, encoded.object != nil || encoded.list != nil {
      return encoded
    }
    if let holed = value.unknown?.pieces.flatMap({ HoledText(json: $0) }) { return structure(value, holed) }
    guard let text = value.string,
      let first = text.utf8.first(where: { $0 > 0x20 }),
      first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
    else { return nil }
    return parsed(text).map { placed($0, value, EncodedValue(Value(.string(text)))) }
  }

  /// Of a text that is known in parts.
  private static func structure(_ value: Value, _ holed: HoledText) -> Value? {
    guard let structure = parsed(holed.text).flatMap({ holed.filled($0) }) else { return nil }
    return placed(structure, value, EncodedValue(Value(.string(holed.text))))
  }

  /// The object that the text is the YAML of; nil for any other value, and for several documents.
  public static func document(_ value: Value) -> Value? {
    if let encoded = value.origin.encoded?.value, encoded.object != nil { return encoded }
    guard let text = value.string else { return nil }
    return parsed(text).map { placed($0, value, EncodedValue(Value(.string(text)))) }
  }

  private static func parsed(_ text: String) -> Value? {
    let file = SourceFile(id: FileID(-1), path: "text.json", bytes: Array(text.utf8))
    let stream = YAMLParser.parse(file)
    guard stream.problems.allSatisfy({ $0.severity != .error }), stream.documents.count == 1,
      let root = stream.documents.first?.root
    else { return nil }
    let structure = Value(root)
    return structure.object != nil || structure.list != nil ? structure : nil
  }

  /// The text that the base64 stands for; nil when it is none, or not of text.
  static func fromBase64(_ text: String) -> String? {
    guard text.utf8.count >= 16, !text.utf8.contains(0x20), let bytes = Base64.decode(text),
      bytes.allSatisfy({ $0 >= 0x20 || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 })
    else { return nil }
    return String(validating: bytes, as: UTF8.self)
  }

  /// Every part stands where the whole text does; which bytes of it, the part says, and what the whole is, `encoded`.
  /// What was put into the holes of a text keeps its own place.
  private static func placed(_ value: Value, _ text: Value, _ whole: EncodedValue) -> Value {
    if let location = value.location, location.file != FileID(-1) { return value }
    var result = value
    result.origin = Origin(text.origin.location, trace: text.origin.trace)
    result.origin.encoded = whole
    result.marks = text.marks
    switch value.content {
    case .string:
      guard var range = value.origin.location?.range else { break }
      // With its quotes, unless it is a plain scalar of YAML.
      if range.count >= 2, value.string.map({ $0.utf8.count != range.count }) ?? true {
        range = ByteRange(start: range.start + 1, end: range.end - 1)
      }
      result.origin.part = range
    case .list(let elements): result.content = .list(elements.map { placed($0, text, whole) })
    case .object(let fields):
      var inner = ObjectFields()
      inner.rest = fields.rest
      for field in fields.fields {
        inner.append(.init(field.name, at: text.origin.location, placed(field.value, text, whole)))
      }
      inner.openFields = fields.openFields.map {
        .init($0.name, at: text.origin.location, placed($0.value, text, whole))
      }
      result.content = .object(inner)
    case .null, .bool, .number, .unknown: break
    }
    return result
  }
}
