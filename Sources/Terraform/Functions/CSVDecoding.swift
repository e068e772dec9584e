internal import Values

/// `csvdecode`, with the grammar of Go's `encoding/csv`.
enum CSVDecoding {
  static func type(_ arguments: [Value]) throws(FunctionFailure) -> ValueType {
    guard let text = arguments[0].string else { return .dynamic }
    var reader = Reader(text)
    guard let header = try reader.record() else { throw FunctionFailure("missing header line") }
    var columns: [String: ValueType] = [:]
    for name in header {
      guard columns.updateValue(.string, forKey: name) == nil else {
        throw FunctionFailure("duplicate column name \(name.quotedAsGo)")
      }
    }
    return .list(.object(columns))
  }

  static func decode(_ call: FunctionCall) throws(FunctionFailure) -> Value {
    var reader = Reader(call.text(0))
    let header = try reader.record() ?? []
    var rows: [Value] = []
    while let record = try reader.record() {
      guard record.count == header.count else {
        throw FunctionFailure("CSV parse error on line \(reader.recordLine): wrong number of fields")
      }
      rows.append(.object(ObjectFields(zip(header, record).map { ObjectFields.Field($0, .text($1)) })))
    }
    return .list(rows, of: call.type.element ?? .dynamic)
  }

  private struct Reader {
    private let bytes: [UInt8]
    private var position = 0
    private var line = 0
    private(set) var recordLine = 0

    init(_ text: String) {
      // A line end is one byte, inside of quotes as well.
      var bytes: [UInt8] = []
      for byte in text.utf8 {
        if byte == UInt8(ascii: "\n"), bytes.last == UInt8(ascii: "\r") { bytes.removeLast() }
        bytes.append(byte)
      }
      if bytes.last == UInt8(ascii: "\r") { bytes.removeLast() }
      self.bytes = bytes
    }

    private func failure(_ message: String) -> FunctionFailure {
      FunctionFailure("CSV parse error on line \(line): \(message)")
    }

    /// nil at the end. Empty lines are skipped.
    mutating func record() throws(FunctionFailure) -> [String]? {
      while position < bytes.count, bytes[position] == UInt8(ascii: "\n") {
        position += 1
        line += 1
      }
      guard position < bytes.count else { return nil }
      line += 1
      recordLine = line
      var fields: [String] = []
      while true {
        let isQuoted = position < bytes.count && bytes[position] == UInt8(ascii: "\"")
        fields.append(isQuoted ? try quotedField() : try plainField())
        guard position < bytes.count else { return fields }
        position += 1
        if bytes[position - 1] == UInt8(ascii: "\n") { return fields }
      }
    }

    private mutating func plainField() throws(FunctionFailure) -> String {
      let start = position
      while position < bytes.count, bytes[position] != UInt8(ascii: ","),
        bytes[position] != UInt8(ascii: "\n")
      {
        if bytes[position] == UInt8(ascii: "\"") { throw failure("bare \" in non-quoted field") }
        position += 1
      }
      return String(decoding: bytes[start..<position], as: UTF8.self).normalized
    }

    private mutating func quotedField() throws(FunctionFailure) -> String {
      position += 1
      var content: [UInt8] = []
      while position < bytes.count {
        let byte = bytes[position]
        position += 1
        if byte == UInt8(ascii: "\"") {
          guard position < bytes.count, bytes[position] != UInt8(ascii: ","),
            bytes[position] != UInt8(ascii: "\n")
          else { return String(decoding: content, as: UTF8.self).normalized }
          guard bytes[position] == byte else { throw failure("extraneous or missing \" in quoted-field") }
          position += 1
        } else if byte == UInt8(ascii: "\n") {
          line += 1
        }
        content.append(byte)
      }
      throw failure("extraneous or missing \" in quoted-field")
    }
  }
}
