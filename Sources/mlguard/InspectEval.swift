internal import HCLSyntax
internal import SourceText
internal import Terraform
internal import Values

/// `inspect --eval`: a JSON question per line of standard input, a JSON answer per line of output.
enum InspectEval {
  static func run() {
    let functions = FunctionTable()
    while let line = readLine() {
      if line.allSatisfy(\.isWhitespace) { continue }
      print(answer(line, functions))
    }
  }

  private static func answer(_ line: String, _ functions: FunctionTable) -> String {
    let question = JSONDocument(line)
    var problems: [String] = []
    var value = Value.null()
    if let source = question["src"]?.string {
      let result = evaluate(question, source, functions)
      value = result.value
      problems = result.problems.filter { $0.severity == .error }.map(\.message)
    } else {
      problems = ["the question has no src"]
    }
    if problems.isEmpty, let wanted = question["want_type"].flatMap(ValueJSON.type) {
      do throws(ConversionFailure) {
        value = try value.converted(to: wanted)
      } catch {
        problems = [error.description]
      }
    }
    var writer = JSONWriter()
    writer.object { writer in
      writer.key("id")
      writer.string(question["id"]?.string ?? "")
      writer.key("ok")
      writer.bool(problems.isEmpty)
      if problems.isEmpty {
        writer.key("value")
        ValueJSON.write(value, &writer)
        writer.key("type")
        ValueJSON.write(value.type, &writer)
      } else {
        writer.key("error")
        writer.string(problems.joined(separator: "; "))
      }
    }
    return writer.text
  }

  private static func evaluate(
    _ question: JSONDocument, _ source: String, _ functions: FunctionTable
  ) -> (value: Value, problems: [Problem]) {
    var variables: [String: Value] = [:]
    for (name, value) in question["scope"]?.members ?? [] { variables[name] = ValueJSON.value(value) }
    var evaluation = StandaloneEvaluation(variables: variables)
    if question["functions"]?.string == "terraform" { evaluation.functions = functions }
    evaluation.files = question["dir"]?.string.map(DiskFiles.init)
    return evaluation.evaluate(
      Array(source.utf8), as: question["kind"]?.string == "template" ? .template : .expression)
  }
}
