import Foundation
import Testing

@testable import Serving

@Suite struct InferenceProtocolTests {
  private let features = ["a", "b"]

  private func check(_ body: String, _ expected: String) {
    var found: String
    do {
      let question = try InferenceProtocol.question(Array(body.utf8), features: features, rowLimit: 3)
      found = "\(question.rows) rows \(question.values) id \(question.id ?? "none")"
    } catch {
      found = error.message
    }
    #expect(found == expected)
  }

  @Test func `one table, flat or nested`() {
    check(
      #"{"id":"7","inputs":[{"name":"x","shape":[2,2],"datatype":"FP32","data":[1,2,3,4.5]}]}"#,
      "2 rows [1.0, 2.0, 3.0, 4.5] id 7")
    check(
      #"{"inputs":[{"name":"x","shape":[2,2],"datatype":"FP64","data":[[1,2],[3,null]]}]}"#,
      "2 rows [1.0, 2.0, 3.0, nan] id none")
  }

  @Test func `a tensor for each feature, in any order`() {
    check(
      #"{"inputs":[{"name":"b","shape":[2],"datatype":"INT64","data":[3,4]},{"name":"a","shape":[2,1],"datatype":"FP32","data":[1,2]}]}"#,
      "2 rows [1.0, 3.0, 2.0, 4.0] id none")
  }

  @Test func `what is wrong is said with what is wanted`() {
    check("hello", "the body is no inference request: not JSON")
    check("{}", "the body is no inference request: 'inputs' is missing")
    check(
      #"{"inputs":[{"name":"x","shape":[1,2],"datatype":"BYTES","data":[1,2]}]}"#,
      "input 'x' has datatype BYTES: send FP32 or FP64")
    check(
      #"{"inputs":[{"name":"x","shape":[1,3],"datatype":"FP32","data":[1,2,3]}]}"#,
      "input 'x' has shape [1, 3] and 3 values: the model wants [rows, 2]: a, b")
    check(
      #"{"inputs":[{"name":"x","shape":[2,2],"datatype":"FP32","data":[1,2,3]}]}"#,
      "input 'x' has shape [2, 2] and 3 values: the model wants [rows, 2]: a, b")
    check(
      #"{"inputs":[{"name":"a","shape":[1],"datatype":"FP32","data":[1]}]}"#, "inputs are missing: b")
    check(
      #"{"inputs":[{"name":"c","shape":[1],"datatype":"FP32","data":[1]}]}"#,
      "input 'c' is no feature, or there twice: a, b")
    check(#"{"inputs":[]}"#, "0 rows asked for: 1 to 3 are answered at once")
    check(
      #"{"inputs":[{"name":"x","shape":[4,2],"datatype":"FP32","data":[1,2,3,4,5,6,7,8]}]}"#,
      "4 rows asked for: 1 to 3 are answered at once")
    check(
      #"{"inputs":[{"name":"x","shape":[1,2],"datatype":"FP32","data":[1,2]}],"outputs":[{"name":"y"}]}"#,
      "there is no output 'y': ask for 'probability'")
    check(
      #"{"inputs":[{"name":"x","shape":[-1,2],"datatype":"FP32","data":[1,2]}]}"#,
      "-1 rows asked for: 1 to 3 are answered at once")
    check(
      #"{"inputs":[{"name":"x","shape":[1,9223372036854775807],"datatype":"FP32","data":[1,2]}]}"#,
      "input 'x' has shape [1, 9223372036854775807] and 2 values: the model wants [rows, 2]: a, b")
  }

  @Test func `the answer is JSON and gives every bit of a probability`() throws {
    let question = InferenceProtocol.Question(id: "a\"b", values: [], rows: 2)
    let bytes = InferenceProtocol.answer([0.1, 1e-7], to: question, model: "m", version: "3")
    let expected =
      #"{"model_name":"m","model_version":"3","id":"a\"b","outputs":[{"name":"probability","datatype":"FP32","shape":[2],"data":[0.1,1e-07]}]}"#
    #expect(String(decoding: bytes, as: UTF8.self) == expected)
    #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(bytes)) }
  }
}
