extension FunctionTable {
  /// cel-go's string extension. Version 0 has no `quote`, `format` came with 1, `join` of any list with 2, `reverse`
  /// with 3; positions count code points.
  mutating func addStrings(version: Int) {
    add("charAt", [member(.string, .int, result: .string)], binary: characterAt)
    add(
      "indexOf", [member(.string, .string, result: .int), member(.string, .string, .int, result: .int)],
      binary: { left, right in
        if case .string = left { return index(of: [left, right]) }
        return KubernetesLists.index(of: right, in: left)
      }, variadic: index(of:), cost: { text, _, _ in Costs.deepTraversal(text) })
    add(
      "lastIndexOf", [member(.string, .string, result: .int), member(.string, .string, .int, result: .int)],
      binary: { left, right in
        if case .string = left { return lastIndex(of: [left, right]) }
        return KubernetesLists.lastIndex(of: right, in: left)
      }, variadic: lastIndex(of:), cost: { text, _, _ in Costs.deepTraversal(text) })
    add(
      "lowerAscii", [member(.string, result: .string)], unary: mapping { ASCII.lowered($0) }, cost: traversal)
    add(
      "upperAscii", [member(.string, result: .string)], unary: mapping { ASCII.raised($0) }, cost: traversal)
    add("trim", [member(.string, result: .string)], unary: string { .string(trimmed($0)) }, cost: traversal)
    add(
      "replace",
      [
        member(.string, .string, .string, result: .string),
        member(.string, .string, .string, .int, result: .string),
      ], variadic: replaced, cost: twoTraversals)
    add(
      "split",
      [
        member(.string, .string, result: .list(.string)),
        member(.string, .string, .int, result: .list(.string)),
      ], variadic: split, cost: twoTraversals)
    add(
      "substring", [member(.string, .int, result: .string), member(.string, .int, .int, result: .string)],
      variadic: substring, cost: traversal)
    add(
      "join", [member(.list(.string), result: .string), member(.list(.string), .string, result: .string)],
      unary: { joined($0, separator: "") },
      binary: { list, separator in
        guard case .string(let separator) = separator else { return .noSuchOverload }
        return joined(list, separator: separator)
      }, cost: { _, _, result in Costs.tenths(Costs.size(result), factor: 0.2) })
    if version >= 1 {
      add(
        "strings.quote", [global(.string, result: .string)], unary: string { .string(quoted($0)) },
        cost: traversal)
      add(
        "format", [member(.string, .list(.dyn), result: .string)],
        binary: StringFormat.format(version >= 4 ? .current : .classic), cost: traversal,
        walksArguments: true)
    }
    if version >= 3 {
      add("reverse", [member(.string, result: .string)], unary: mapping { $0.reversed() }, cost: traversal)
    }
  }
}

private let traversal: Function.Cost = { text, _, _ in Costs.traversal(text) }
private let twoTraversals: Function.Cost = { text, _, _ in Costs.tenths(Costs.size(text), factor: 0.2) }

private func mapping(_ body: @escaping @Sendable ([Unicode.Scalar]) -> [Unicode.Scalar]) -> Function.Unary {
  string { text in .string(String(scalars: body(Array(text.unicodeScalars)))) }
}

enum ASCII {
  static func lowered(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
    scalars.map { ("A"..."Z").contains($0) ? Unicode.Scalar(UInt8($0.value) | 0x20) : $0 }
  }
  static func raised(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
    scalars.map { ("a"..."z").contains($0) ? Unicode.Scalar(UInt8($0.value) & 0xDF) : $0 }
  }
}

extension String {
  init(scalars: some Sequence<Unicode.Scalar>) {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    self.init(view)
  }
}

private let characterAt: Function.Binary = { text, position in
  guard case .string(let text) = text, case .int(let position) = position else { return .noSuchOverload }
  let scalars = Array(text.unicodeScalars)
  guard position >= 0, position <= Int64(scalars.count) else {
    return .failure("index out of range: \(position)")
  }
  return .string(position == Int64(scalars.count) ? "" : String(scalars[Int(position)]))
}

private let index: @Sendable ([CELValue]) -> CELValue = { arguments in index(of: arguments) }

private func index(of arguments: [CELValue]) -> CELValue {
  guard (2...3).contains(arguments.count), case .string(let text) = arguments[0],
    case .string(let part) = arguments[1]
  else {
    return .noSuchOverload
  }
  let scalars = Array(text.unicodeScalars)
  var start = 0
  if arguments.count == 3 {
    guard case .int(let offset) = arguments[2] else { return .noSuchOverload }
    guard offset >= 0, offset <= Int64(scalars.count) else {
      return .failure("index out of range: \(offset)")
    }
    start = Int(offset)
  }
  return .int(
    Int64(TextSearch(Array(part.unicodeScalars)).firstRange(in: scalars, from: start)?.lowerBound ?? -1))
}

private func lastIndex(of arguments: [CELValue]) -> CELValue {
  guard (2...3).contains(arguments.count), case .string(let text) = arguments[0],
    case .string(let part) = arguments[1]
  else {
    return .noSuchOverload
  }
  let scalars = Array(text.unicodeScalars)
  var start = scalars.count
  if arguments.count == 3 {
    guard case .int(let offset) = arguments[2] else { return .noSuchOverload }
    guard offset >= 0, offset <= Int64(scalars.count) else {
      return .failure("index out of range: \(offset)")
    }
    start = Int(offset)
  }
  let wanted = Array(part.unicodeScalars)
  return .int(Int64(TextSearch.lastRange(of: wanted, in: scalars, from: start)?.lowerBound ?? -1))
}

private func trimmed(_ text: String) -> String {
  let scalars = text.unicodeScalars
  guard let start = scalars.firstIndex(where: { !$0.isSpace }),
    let end = scalars.lastIndex(where: { !$0.isSpace })
  else { return "" }
  return String(scalars[start...end])
}

extension Unicode.Scalar {
  /// The white space of Go's `unicode.IsSpace`.
  fileprivate var isSpace: Bool { properties.isWhitespace }
}

private let replaced: Function.Variadic = { arguments in
  guard arguments.count == 3 || arguments.count == 4, case .string(let text) = arguments[0],
    case .string(let old) = arguments[1], case .string(let new) = arguments[2]
  else { return .noSuchOverload }
  var limit = Int64.max
  if arguments.count == 4 {
    guard case .int(let count) = arguments[3] else { return .noSuchOverload }
    if count >= 0 { limit = count }
  }
  if limit == 0 || old.hasSameBytes(as: new) { return .string(text) }
  let bytes = Array(text.utf8)
  let wanted = TextSearch(Array(old.utf8))
  let replacement = Array(new.utf8)
  if wanted.part.isEmpty { return .string(interleaved(text, new, limit: limit)) }
  var result: [UInt8] = []
  var start = 0
  while limit > 0, let range = wanted.firstRange(in: bytes, from: start) {
    guard result.count + replacement.count < 10_000_000 else {
      return .failure("result of replace() is too long")
    }
    result += bytes[start..<range.lowerBound]
    result += replacement
    start = range.upperBound
    limit -= 1
  }
  result += bytes[start...]
  return .string(String(decoding: result, as: UTF8.self))
}

/// Replacing the empty text puts the new one before each character and at the end.
private func interleaved(_ text: String, _ new: String, limit: Int64) -> String {
  var result = ""
  var remaining = limit
  for scalar in text.unicodeScalars {
    if remaining > 0 {
      result += new
      remaining -= 1
    }
    result.unicodeScalars.append(scalar)
  }
  if remaining > 0 { result += new }
  return result
}

private let split: Function.Variadic = { arguments in
  guard arguments.count == 2 || arguments.count == 3, case .string(let text) = arguments[0],
    case .string(let separator) = arguments[1]
  else { return .noSuchOverload }
  var limit = Int64.max
  if arguments.count == 3 {
    guard case .int(let count) = arguments[2] else { return .noSuchOverload }
    if count == 0 { return .list([]) }
    if count > 0 { limit = count }
  }
  if limit == 1 { return .list([.string(text)]) }
  if separator.isEmpty {
    guard text.utf8.count <= 1_000_000 else { return .failure("split() makes too many parts") }
    let scalars = Array(text.unicodeScalars)
    let whole = limit == .max ? scalars.count : min(scalars.count, Int(limit) - 1)
    var parts = scalars.prefix(whole).map { CELValue.string(String($0)) }
    if whole < scalars.count { parts.append(.string(String(scalars: scalars[whole...]))) }
    return .list(parts)
  }
  let bytes = Array(text.utf8)
  let wanted = TextSearch(Array(separator.utf8))
  var parts: [CELValue] = []
  var start = 0
  while Int64(parts.count) < limit - 1, let range = wanted.firstRange(in: bytes, from: start) {
    parts.append(.string(String(decoding: bytes[start..<range.lowerBound], as: UTF8.self)))
    start = range.upperBound
  }
  parts.append(.string(String(decoding: bytes[start...], as: UTF8.self)))
  return .list(parts)
}

private let substring: Function.Variadic = { arguments in
  guard arguments.count == 2 || arguments.count == 3, case .string(let text) = arguments[0],
    case .int(let start) = arguments[1]
  else { return .noSuchOverload }
  let scalars = Array(text.unicodeScalars)
  var end = Int64(scalars.count)
  if arguments.count == 3 {
    guard case .int(let given) = arguments[2] else { return .noSuchOverload }
    end = given
  }
  guard start >= 0, start <= Int64(scalars.count) else { return .failure("index out of range: \(start)") }
  guard end >= 0, end <= Int64(scalars.count) else { return .failure("index out of range: \(end)") }
  guard start <= end else { return .failure("invalid substring range. start: \(start), end: \(end)") }
  return .string(String(scalars: scalars[Int(start)..<Int(end)]))
}

private func joined(_ list: CELValue, separator: String) -> CELValue {
  guard let elements = list.elements else { return .noSuchOverload }
  var result = ""
  for index in 0..<elements.count {
    let element = elements[index].resolved
    if element.isAbsent { return element }
    guard case .string(let text) = element else { return .noSuchOverload }
    if index > 0 { result += separator }
    result += text
    guard result.utf8.count < 10_000_000 else { return .failure("result of join() is too long") }
  }
  return .string(result)
}

/// In double quotes, with escapes for the quotes and control characters that the language has escapes for.
private func quoted(_ text: String) -> String {
  var result = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\u{07}": result += "\\a"
    case "\u{08}": result += "\\b"
    case "\u{0C}": result += "\\f"
    case "\n": result += "\\n"
    case "\r": result += "\\r"
    case "\t": result += "\\t"
    case "\u{0B}": result += "\\v"
    case "\\": result += "\\\\"
    case "\"": result += "\\\""
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result + "\""
}
