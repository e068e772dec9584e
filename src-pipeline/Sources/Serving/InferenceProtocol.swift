internal import Foundation

/// The JSON form of the open inference protocol, version 2, as far as one table of numbers needs it.
///
/// Source: kserve/open-inference-protocol, specification/protocol/inference_rest.md.
enum InferenceProtocol {
  /// Rows asked for, row-major in the model's feature order.
  struct Question: Equatable {
    let id: String?
    let values: [Float]
    let rows: Int
  }

  /// What the client did wrong, in words for it.
  struct Refusal: Error, Equatable {
    let message: String
  }

  static let outputName = "probability"

  /// Accepts one tensor `[rows, features]` of any name, or one tensor `[rows]` (or `[rows, 1]`) for each feature by
  /// name. FP32, FP64 and integer types; `null` is a missing value.
  static func question(
    _ body: [UInt8], features: [String], rowLimit: Int
  ) throws(Refusal) -> Question {
    let request: Request
    do {
      request = try JSONDecoder().decode(Request.self, from: Data(body))
    } catch {
      throw Refusal(message: "the body is no inference request: \(wording(error))")
    }
    for tensor in request.inputs where !numberTypes.contains(tensor.datatype) {
      throw Refusal(message: "input '\(tensor.name)' has datatype \(tensor.datatype): send FP32 or FP64")
    }
    for output in request.outputs ?? [] where output.name != outputName {
      throw Refusal(message: "there is no output '\(output.name)': ask for '\(outputName)'")
    }
    let rows = request.inputs.first?.shape.first ?? 0
    guard rows >= 1, rows <= rowLimit else {
      throw Refusal(message: "\(rows) rows asked for: 1 to \(rowLimit) are answered at once")
    }
    let values =
      request.inputs.count == 1 && request.inputs[0].shape.count == 2 && features.count > 1
      ? try table(request.inputs[0], rows, features) : try columns(request.inputs, rows, features)
    return Question(id: request.id, values: values, rows: rows)
  }

  static func answer(
    _ probabilities: [Float], to question: Question, model: String, version: String
  ) -> [UInt8] {
    var text = "{\"model_name\":\(quoted(model)),\"model_version\":\(quoted(version)),"
    if let id = question.id { text += "\"id\":\(quoted(id))," }
    text +=
      "\"outputs\":[{\"name\":\"\(outputName)\",\"datatype\":\"FP32\",\"shape\":[\(probabilities.count)],\"data\":["
    text += probabilities.map { "\($0)" }.joined(separator: ",")
    return Array((text + "]}]}").utf8)
  }

  static func metadata(model: String, version: String, features: [String]) -> [UInt8] {
    let text =
      "{\"name\":\(quoted(model)),\"versions\":[\(quoted(version))],\"platform\":\"xgboost_gbtree\",\"inputs\":"
      + "[{\"name\":\"input\",\"datatype\":\"FP32\",\"shape\":[-1,\(features.count)],\"parameters\":{\"columns\":"
      + "\(quoted(features.joined(separator: ",")))}}],\"outputs\":"
      + "[{\"name\":\"\(outputName)\",\"datatype\":\"FP32\",\"shape\":[-1]}]}"
    return Array(text.utf8)
  }

  static func error(_ message: String) -> [UInt8] {
    Array("{\"error\":\(quoted(message))}".utf8)
  }

  static func quoted(_ text: String) -> String {
    let bytes = (try? JSONEncoder().encode(text)) ?? Data("\"\"".utf8)
    return String(decoding: bytes, as: UTF8.self)
  }

  private static let numberTypes: Set<String> = [
    "FP32", "FP64", "INT8", "INT16", "INT32", "INT64", "UINT8", "UINT16", "UINT32", "UINT64",
  ]

  private static func table(_ tensor: Tensor, _ rows: Int, _ features: [String]) throws(Refusal) -> [Float] {
    guard tensor.shape[1] == features.count, tensor.data.values.count == rows * features.count else {
      throw Refusal(
        message: "input '\(tensor.name)' has shape \(tensor.shape) and \(tensor.data.values.count) values: "
          + "the model wants [rows, \(features.count)]: \(features.joined(separator: ", "))")
    }
    return tensor.data.values
  }

  private static func columns(
    _ tensors: [Tensor], _ rows: Int, _ features: [String]
  ) throws(Refusal) -> [Float] {
    var values = [Float](repeating: .nan, count: rows * features.count)
    var missing = Set(features)
    for tensor in tensors {
      guard let column = features.firstIndex(of: tensor.name), missing.remove(tensor.name) != nil else {
        throw Refusal(
          message: "input '\(tensor.name)' is no feature, or there twice: \(features.joined(separator: ", "))"
        )
      }
      guard tensor.shape == [rows] || tensor.shape == [rows, 1], tensor.data.values.count == rows else {
        throw Refusal(
          message:
            "input '\(tensor.name)' has shape \(tensor.shape) and \(tensor.data.values.count) values, not [\(rows)]"
        )
      }
      for (row, value) in tensor.data.values.enumerated() { values[row * features.count + column] = value }
    }
    guard missing.isEmpty else {
      throw Refusal(
        message: "inputs are missing: \(features.filter(missing.contains).joined(separator: ", "))")
    }
    return values
  }

  private static func wording(_ error: any Error) -> String {
    switch error {
    case DecodingError.keyNotFound(let key, _): "'\(key.stringValue)' is missing"
    case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context):
      "'\(context.codingPath.map(\.stringValue).joined(separator: "."))' has another type"
    default: "not JSON"
    }
  }

  private struct Request: Decodable {
    let id: String?
    let inputs: [Tensor]
    let outputs: [Output]?
  }

  private struct Output: Decodable {
    let name: String
  }

  private struct Tensor: Decodable {
    let name: String
    let shape: [Int]
    let datatype: String
    let data: Numbers
  }

  /// Numbers in row-major order, flat or nested up to two deep.
  private struct Numbers: Decodable {
    let values: [Float]

    init(from decoder: any Decoder) throws {
      var outer = try decoder.unkeyedContainer()
      var values: [Float] = []
      while !outer.isAtEnd {
        if var inner = try? outer.nestedUnkeyedContainer() {
          while !inner.isAtEnd { values.append(try Self.number(&inner)) }
        } else {
          values.append(try Self.number(&outer))
        }
      }
      self.values = values
    }

    private static func number(_ container: inout any UnkeyedDecodingContainer) throws -> Float {
      if try container.decodeNil() { return .nan }
      return Float(try container.decode(Double.self))
    }
  }
}
