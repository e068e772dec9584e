internal import SourceText
internal import Values

/// A document written as a literal; every value's location is the number of its path.
indirect enum Literal {
  case null
  case bool(Bool)
  case int(Int64)
  case double(Double)
  case string(String)
  case list([Literal])
  case object([(String, Literal)])
  case unknown(String, prefix: String? = nil, isNotNull: Bool = false)
}

extension Literal: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral, ExpressibleByFloatLiteral,
  ExpressibleByNilLiteral
{
  init(stringLiteral value: String) { self = .string(value) }
  init(integerLiteral value: Int64) { self = .int(value) }
  init(floatLiteral value: Double) { self = .double(value) }
  init(booleanLiteral value: Bool) { self = .bool(value) }
  init(nilLiteral: ()) { self = .null }
  init(arrayLiteral elements: Literal...) { self = .list(elements) }
  init(dictionaryLiteral elements: (String, Literal)...) { self = .object(elements) }
}

struct Document {
  private(set) var value = Value(.null)
  private(set) var paths: [String] = []

  init(_ name: String, _ literal: Literal) { value = make(literal, name) }

  private mutating func make(_ literal: Literal, _ path: String) -> Value {
    let number = Int32(paths.count)
    paths.append(path)
    let origin = Origin(Location(file: FileID(0), range: ByteRange(start: number, end: number + 1)))
    let content: Value.Content
    switch literal {
    case .null: content = .null
    case .bool(let flag): content = .bool(flag)
    case .int(let number): content = .number(.integer(number))
    case .double(let number): content = .number(.double(number))
    case .string(let text): content = .string(text)
    case .list(let elements):
      content = .list(elements.enumerated().map { make($1, "\(path)[\($0)]") })
    case .object(let fields):
      content = .object(ObjectFields(fields.map { ObjectFields.Field($0.0, make($0.1, "\(path).\($0.0)")) }))
    case .unknown(let phrase, let prefix, let isNotNull):
      content = .unknown(Unknown([Unknown.Reason(phrase)], prefix: prefix, isNotNull: isNotNull))
    }
    return Value(content, origin: origin)
  }

  /// The path of the value that a blame points at.
  func path(of origin: Origin?) -> String {
    origin?.location.map { paths[Int($0.range.start)] } ?? "nothing"
  }
}
