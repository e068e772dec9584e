internal import Foundation
internal import Values

@testable import CEL

/// The typed values of the conformance data: reads them, and prints ours in the same terms.
enum TypedValue {
  static func value(_ json: JSON) -> CELValue {
    let value = json["value"]
    switch json["type"]?.string {
    case "bool": return .bool(value?.bool ?? false)
    case "int": return .int(Int64(value?.string ?? "") ?? 0)
    case "uint": return .uint(UInt64(value?.string ?? "") ?? 0)
    case "double": return .double(double(value?.string ?? ""))
    case "string": return .string(value?.string ?? "")
    case "bytes": return .bytes(Array(Data(base64Encoded: value?.string ?? "") ?? Data()))
    case "list": return .list((value?.array ?? []).map { self.value($0) })
    case "map":
      var map = CELMap()
      for entry in value?.array ?? [] {
        _ = map.set(self.value(entry.array[0]), self.value(entry.array[1]))
      }
      return .map(map)
    case "timestamp", "duration":
      let seconds = Int64(json["seconds"]?.string ?? "") ?? 0
      let nanoseconds = Int32(json["nanos"]?.int ?? 0)
      if json["type"]?.string == "timestamp" {
        return CELTimestamp(seconds: seconds, nanoseconds: nanoseconds).map { .timestamp($0) } ?? .null
      }
      return CELDuration(seconds: seconds, nanoseconds: nanoseconds).map { .duration($0) } ?? .null
    default: return .null
    }
  }

  /// The same as a document: what a YAML file would hold.
  static func document(_ json: JSON) -> Value {
    let value = json["value"]
    switch json["type"]?.string {
    case "bool": return Value(.bool(value?.bool ?? false))
    case "int": return Value(.number(.integer(Int64(value?.string ?? "") ?? 0)))
    case "double": return Value(.number(.double(double(value?.string ?? ""))))
    case "string": return Value(.string(value?.string ?? ""))
    case "list": return Value(.list((value?.array ?? []).map { document($0) }))
    case "map":
      return Value(
        .object(
          ObjectFields(
            (value?.array ?? []).map {
              ObjectFields.Field($0.array[0]["value"]?.string ?? "", document($0.array[1]))
            })))
    default: return Value(.null)
    }
  }

  /// Plain JSON (a schema) as a document.
  static func document(plain json: JSON) -> Value {
    switch json {
    case .null: Value(.null)
    case .bool(let flag): Value(.bool(flag))
    case .int(let number): Value(.number(.integer(number)))
    case .double(let number): Value(.number(.double(number)))
    case .string(let text): Value(.string(text))
    case .array(let elements): Value(.list(elements.map { document(plain: $0) }))
    case .object(let fields):
      Value(
        .object(
          ObjectFields(
            fields.sorted { $0.key < $1.key }.map { ObjectFields.Field($0.key, document(plain: $0.value)) })))
    }
  }

  static func double(_ text: String) -> Double {
    switch text {
    case "NaN": .nan
    case "Infinity": .infinity
    case "-Infinity": -.infinity
    default: Double(text) ?? 0
    }
  }

  static func printed(expected json: JSON) -> String {
    switch json["type"]?.string {
    case "type": return "type \(json["value"]?.string ?? "")"
    case "optional":
      guard let content = json["value"], content["type"] != nil else { return "optional.none" }
      return "optional \(printed(expected: content))"
    case let name? where name.hasPrefix("kubernetes."):
      return "\(name) \(json["value"]?.string ?? "")"
    default: return printed(value(json))
    }
  }

  static func printed(_ value: CELValue) -> String {
    switch value.resolved {
    case .null: return "null"
    case .bool(let flag): return "bool \(flag)"
    case .int(let number): return "int \(number)"
    case .uint(let number): return "uint \(number)"
    case .double(let number): return "double \(number)"
    case .string(let text): return "string \(text)"
    case .bytes(let bytes): return "bytes \(bytes)"
    case .timestamp(let time): return "timestamp \(time.seconds) \(time.nanoseconds)"
    case .duration(let duration): return "duration \(duration.seconds) \(duration.nanoseconds)"
    case .type(let type): return "type \(type.typeName)"
    case .optional(let content): return content.map { "optional \(printed($0))" } ?? "optional.none"
    case .opaque(let opaque): return "\(opaque.typeName) \(opaque.content.description)"
    case .error(let error): return "error \(error.message)"
    case .unknown(let unknown): return "unknown \(unknown.reasons.map(\.phrase))"
    case .map(let map):
      return
        "{\(map.entries.map { "\(printed($0.key)): \(printed($0.value))" }.sorted().joined(separator: ", "))}"
    case .list, .document, .structured:
      if let elements = value.elements { return "[\(elements.array.map(printed).joined(separator: ", "))]" }
      return "structure"
    }
  }

  /// `map(string, list(%T))`
  static func type(_ text: String) -> CELType {
    var rest = Substring(text)
    return type(&rest)
  }

  private static func type(_ rest: inout Substring) -> CELType {
    let name = rest.prefix { !"(), ".contains($0) }
    rest = rest.dropFirst(name.count)
    var parameters: [CELType] = []
    if rest.first == "(" {
      repeat {
        rest = rest.dropFirst()
        while rest.first == " " { rest = rest.dropFirst() }
        parameters.append(type(&rest))
      } while rest.first == ","
      rest = rest.dropFirst()
    }
    if name.hasPrefix("%") { return .parameter(String(name.dropFirst())) }
    switch name {
    case "bool": return .bool
    case "int": return .int
    case "uint": return .uint
    case "double": return .double
    case "string": return .string
    case "bytes": return .bytes
    case "dyn", "any": return .dyn
    case "null": return .null
    case "timestamp": return .timestamp
    case "duration": return .duration
    case "list": return .list(parameters[0])
    case "map": return .map(parameters[0], parameters[1])
    case "type": return .type(parameters.first ?? .dyn)
    case "optional_type": return .optional(parameters[0])
    default: return .opaque(String(name), parameters)
    }
  }
}
