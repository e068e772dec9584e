internal import SourceText

/// A strict JSON parser for HCL's JSON syntax: every value has its range, every string its template.
///
/// Accepts what Go's `encoding/json` accepts; after a mistake it reads on at the next comma of the same object.
struct JSONParser {
  private static let depthLimit = 200

  let bytes: [UInt8]
  var offset = 0
  var tree: HCLTree
  var problems: [Problem] = []
  private var depth = 0

  init(_ bytes: [UInt8], file: FileID) {
    self.bytes = bytes
    self.tree = HCLTree(file: file, bytes: bytes, isJSON: true)
    tree.nodes.reserveCapacity(bytes.count / 12)
    tree.ranges.reserveCapacity(bytes.count / 12)
  }

  mutating func parseDocument() -> ExpressionID {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { offset = 3 }
    let root = parseValue()
    skipSpace()
    if problems.isEmpty, offset < bytes.count {
      complain(
        "extraneous data after value", "extra characters appear after the JSON value",
        at: offset..<(offset + 1))
    }
    return root
  }

  mutating func complain(_ message: String, _ advice: String?, at range: Range<Int>) {
    let range = min(range.lowerBound, bytes.count)..<min(max(range.upperBound, range.lowerBound), bytes.count)
    problems.append(
      Problem(
        .error, .syntax, message, advice: advice, at: Location(file: tree.file, range: ByteRange(range))))
  }

  private func byte(_ index: Int) -> UInt8 { index < bytes.count ? bytes[index] : 0 }

  mutating func skipSpace() {
    while offset < bytes.count {
      switch bytes[offset] {
      case 0x20, 0x0A, 0x0D, 0x09: offset += 1
      default: return
      }
    }
  }

  private mutating func parseValue() -> ExpressionID {
    skipSpace()
    let start = offset
    switch byte(offset) {
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      depth += 1
      defer { depth -= 1 }
      if depth > Self.depthLimit {
        problems.append(
          Problem(
            .error, .budget, "nested more than \(Self.depthLimit) levels deep",
            at: Location(file: tree.file, range: ByteRange(start..<(start + 1)))))
        offset = bytes.count
        return tree.add(.invalid, ByteRange(start..<(start + 1)))
      }
      return bytes[offset] == UInt8(ascii: "{") ? parseObject() : parseArray()
    case UInt8(ascii: "\""):
      return parseString()
    case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."), UInt8(ascii: "0")...UInt8(ascii: "9"):
      return parseNumber()
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"):
      return parseKeyword()
    case UInt8(ascii: "}"):
      complain("missing JSON value", "write a value before the brace", at: start..<(start + 1))
    case UInt8(ascii: "]"):
      complain("missing array element value", "write a value before the bracket", at: start..<(start + 1))
    default:
      if offset >= bytes.count {
        complain("missing value", "the JSON data ends prematurely", at: start..<start)
      } else {
        complain(
          "invalid start of value",
          "a JSON value starts with a brace, a bracket, a number, a string, or a keyword",
          at: start..<(start + 1))
      }
    }
    return tree.add(.invalid, ByteRange(start..<start))
  }

  /// After a mistake: up to the next comma (consumed) or closing bracket (left) of the current object or array.
  private mutating func resynchronize() {
    var nesting = 0
    while offset < bytes.count {
      switch bytes[offset] {
      case UInt8(ascii: "{"), UInt8(ascii: "["): nesting += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        if nesting == 0 { return }
        nesting -= 1
      case UInt8(ascii: ",") where nesting == 0:
        offset += 1
        return
      case UInt8(ascii: "\""):
        skipString()
        continue
      default: break
      }
      offset += 1
    }
  }

  private mutating func skipString() {
    offset += 1
    while offset < bytes.count {
      switch bytes[offset] {
      case UInt8(ascii: "\\"): offset += 2
      case UInt8(ascii: "\""):
        offset += 1
        return
      case 0..<0x20: return
      default: offset += 1
      }
    }
    offset = bytes.count
  }

  private mutating func parseObject() -> ExpressionID {
    let start = offset
    offset += 1
    var items: [ExpressionID] = []
    skipSpace()
    if byte(offset) == UInt8(ascii: "}") {
      offset += 1
      return tree.add(.object(ExpressionList(start: 0, length: 0)), ByteRange(start..<offset))
    }
    loop: while true {
      skipSpace()
      let keyStart = offset
      let mark = problems.count
      if let (key, value) = parseMember() {
        items.append(key)
        items.append(value)
      }
      if problems.count > mark {
        if offset == keyStart, offset < bytes.count, bytes[offset] != UInt8(ascii: "}") { offset += 1 }
        resynchronize()
        if offset > 0, offset <= bytes.count, bytes[offset - 1] == UInt8(ascii: ","), offset > keyStart {
          continue
        }
        if byte(offset) == UInt8(ascii: "}") || byte(offset) == UInt8(ascii: "]") { offset += 1 }
        break
      }
      skipSpace()
      let separator = offset
      switch byte(offset) {
      case UInt8(ascii: ","):
        offset += 1
        skipSpace()
        if byte(offset) == UInt8(ascii: "}") {
          complain("trailing comma in object", "delete the comma", at: separator..<(separator + 1))
          offset += 1
          break loop
        }
      case UInt8(ascii: "}"):
        offset += 1
        break loop
      case UInt8(ascii: "]"):
        complain(
          "mismatched braces", "a JSON object must be closed with a brace, not a bracket",
          at: separator..<(separator + 1))
        offset += 1
        break loop
      default:
        if offset >= bytes.count {
          complain(
            "unclosed object", "no closing brace was found for this JSON object", at: start..<(start + 1))
          break loop
        }
        complain(
          "missing attribute separator comma", "a comma must appear between each property of an object",
          at: separator..<(separator + 1))
        resynchronize()
        if byte(offset) == UInt8(ascii: "}") {
          offset += 1
          break loop
        }
        if offset >= bytes.count { break loop }
      }
    }
    return tree.add(.object(tree.list(items)), ByteRange(start..<offset))
  }

  private mutating func parseMember() -> (key: ExpressionID, value: ExpressionID)? {
    let keyStart = offset
    let mark = problems.count
    let key = parseValue()
    if problems.count > mark { return nil }
    guard case .jsonString = tree[key] else {
      complain(
        "invalid object property name", "a JSON object property name must be a string",
        at: keyStart..<(keyStart + 1))
      return nil
    }
    skipSpace()
    let colon = offset
    guard byte(offset) == UInt8(ascii: ":") else {
      switch byte(offset) {
      case UInt8(ascii: "}"), UInt8(ascii: ","):
        complain(
          "missing object value", "a property must have a value, introduced by a colon",
          at: colon..<(colon + 1))
      case UInt8(ascii: "="):
        complain(
          "missing property value colon", "JSON uses a colon between name and value, not an equals sign",
          at: colon..<(colon + 1))
      default:
        complain(
          "missing property value colon", "a colon must appear between a property's name and its value",
          at: colon..<(colon + 1))
      }
      return nil
    }
    offset += 1
    return (key, parseValue())
  }

  private mutating func parseArray() -> ExpressionID {
    let start = offset
    offset += 1
    var elements: [ExpressionID] = []
    skipSpace()
    if byte(offset) == UInt8(ascii: "]") {
      offset += 1
      return tree.add(.tuple(ExpressionList(start: 0, length: 0)), ByteRange(start..<offset))
    }
    loop: while true {
      let mark = problems.count
      let valueStart = offset
      elements.append(parseValue())
      if problems.count > mark, offset <= valueStart { resynchronize() }
      skipSpace()
      let separator = offset
      switch byte(offset) {
      case UInt8(ascii: ","):
        offset += 1
        skipSpace()
        if byte(offset) == UInt8(ascii: "]") {
          complain("trailing comma in array", "delete the comma", at: separator..<(separator + 1))
          offset += 1
          break loop
        }
      case UInt8(ascii: "]"):
        offset += 1
        break loop
      case UInt8(ascii: "}"):
        complain(
          "mismatched brackets", "a JSON array must be closed with a bracket, not a brace",
          at: separator..<(separator + 1))
        offset += 1
        break loop
      default:
        if offset >= bytes.count {
          complain(
            "unclosed array", "no closing bracket was found for this JSON array", at: start..<(start + 1))
          break loop
        }
        complain(
          "missing attribute separator comma", "a comma must appear between each value in an array",
          at: separator..<(separator + 1))
        resynchronize()
        if byte(offset) == UInt8(ascii: "]") {
          offset += 1
          break loop
        }
        if offset >= bytes.count || byte(offset) == UInt8(ascii: "}") { break loop }
      }
    }
    return tree.add(.tuple(tree.list(elements)), ByteRange(start..<offset))
  }

  private mutating func parseNumber() -> ExpressionID {
    let start = offset
    while offset < bytes.count {
      switch bytes[offset] {
      case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        offset += 1
        continue
      default: break
      }
      break
    }
    let range = start..<offset
    guard Self.isNumber(bytes[range]) else {
      complain("invalid JSON number", "there is a syntax error in the given JSON number", at: range)
      return tree.add(.invalid, ByteRange(range))
    }
    return tree.add(
      .number(TextReference(start: Int32(start), length: Int32(range.count))), ByteRange(range))
  }

  static func isNumber(_ text: ArraySlice<UInt8>) -> Bool {
    var rest = text
    func digits() -> Int { rest.prefix { $0 >= 0x30 && $0 <= 0x39 }.count }
    if rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
    let whole = digits()
    if whole == 0 || (whole > 1 && rest.first == UInt8(ascii: "0")) { return false }
    rest = rest.dropFirst(whole)
    if rest.first == UInt8(ascii: ".") {
      rest = rest.dropFirst()
      let fraction = digits()
      if fraction == 0 { return false }
      rest = rest.dropFirst(fraction)
    }
    if let mark = rest.first, mark | 0x20 == UInt8(ascii: "e") {
      rest = rest.dropFirst()
      if rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
      let exponent = digits()
      if exponent == 0 { return false }
      rest = rest.dropFirst(exponent)
    }
    return rest.isEmpty
  }

  private mutating func parseKeyword() -> ExpressionID {
    let start = offset
    while offset < bytes.count,
      (bytes[offset] | 0x20) &- UInt8(ascii: "a") < 26 || bytes[offset] == UInt8(ascii: "_")
    {
      offset += 1
    }
    let range = ByteRange(start..<offset)
    switch String(decoding: bytes[start..<offset], as: UTF8.self) {
    case "true": return tree.add(.bool(true), range)
    case "false": return tree.add(.bool(false), range)
    case "null": return tree.add(.null, range)
    default:
      complain("invalid JSON keyword", "JSON knows true, false and null", at: start..<offset)
      return tree.add(.invalid, range)
    }
  }
}
