internal import Foundation
internal import PipelineCore

/// An answer's JSON, asked for one field at a time; what is missing is named in the error.
struct JSONValue {
  private let value: Any?
  private let name: String

  init(_ value: Any?, name: String) {
    self.value = value
    self.name = name
  }

  /// nil when the bytes are no JSON object; an empty body counts as an empty object.
  init?(_ bytes: [UInt8], name: String) {
    self.name = name
    if bytes.isEmpty {
      value = [String: Any]()
      return
    }
    guard let object = try? JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any] else {
      return nil
    }
    value = object
  }

  subscript(key: String) -> JSONValue {
    JSONValue((value as? [String: Any])?[key], name: "\(name) \(key)")
  }

  var elements: [JSONValue] {
    (value as? [Any])?.map { JSONValue($0, name: name) } ?? []
  }

  var first: JSONValue? { elements.first }

  func text(_ key: String) throws(PipelineError) -> String {
    guard let text = optionalText(key) else {
      throw PipelineError(.service, "the answer lacks '\(key)': is this MLflow 3?", at: name)
    }
    return text
  }

  func optionalText(_ key: String) -> String? {
    let field = (value as? [String: Any])?[key]
    return field as? String ?? (field as? Int).map(String.init)
  }

  /// MLflow's `error_code` and `message`.
  var code: String? { optionalText("error_code") }
  var message: String? { optionalText("message") }
}
