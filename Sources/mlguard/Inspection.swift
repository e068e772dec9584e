internal import HCLSyntax
internal import SourceText
internal import Terraform
internal import Values

/// The output of `inspect` for one HCL file: schema `mlguard.inspect/1`.
struct Inspection {
  let path: String
  let parse: HCLParse
  /// In which attributes are evaluated.
  let evaluation: StandaloneEvaluation
  private let file: SyntaxFile
  private let lines: LineIndex

  init(path: String, parse: HCLParse, evaluation: StandaloneEvaluation = StandaloneEvaluation()) {
    self.path = path
    self.parse = parse
    self.evaluation = evaluation
    self.file = SyntaxFile(path: path, parse: parse)
    self.lines = LineIndex(parse.tree.bytes)
  }

  func writeCheck(_ writer: inout JSONWriter) {
    writer.object { writer in
      writer.key("path")
      writer.string(path)
      writer.key("ok")
      writer.bool(!parse.hasErrors)
      writer.key("diagnostics")
      write(parse.problems, &writer)
    }
  }

  func write(_ writer: inout JSONWriter) {
    writer.object { writer in
      writer.key("schema")
      writer.string("mlguard.inspect/1")
      writer.key("path")
      writer.string(path)
      writer.key("ok")
      writer.bool(!parse.hasErrors)
      writer.key("diagnostics")
      write(parse.problems, &writer)
      writer.key("body")
      write(parse.tree.root, &writer)
    }
  }

  private func write(_ problems: [Problem], _ writer: inout JSONWriter) {
    writer.array { writer in
      for problem in problems where problem.severity != .note {
        writer.object { writer in
          writer.key("severity")
          writer.string(problem.severity == .error ? "error" : "warning")
          writer.key("summary")
          writer.string(problem.message)
          if let advice = problem.advice {
            writer.key("detail")
            writer.string(advice)
          }
          writer.key("range")
          write(problem.location.range, &writer)
        }
      }
    }
  }

  private func write(_ range: ByteRange, _ writer: inout JSONWriter) {
    writer.object { writer in
      for (key, offset) in [("start", range.start), ("end", range.end)] {
        let position = lines.position(of: Int(offset), in: parse.tree.bytes)
        writer.key(key)
        writer.object { writer in
          writer.key("line")
          writer.integer(position.line)
          writer.key("column")
          writer.integer(position.column)
          writer.key("byte")
          writer.integer(position.byte)
        }
      }
    }
  }

  private func writeValue(_ attribute: Attribute, _ writer: inout JSONWriter) {
    let (value, problems) = evaluation.evaluate(attribute.value, in: file)
    let isKnown = value.isWhollyKnown && problems.isEmpty
    writer.key("known")
    writer.bool(isKnown)
    writer.key("type")
    ValueJSON.write(value.type, &writer)
    if isKnown {
      writer.key("value")
      ValueJSON.write(value, &writer)
    }
    writer.key("references")
    writer.array { writer in
      for reference in parse.tree.references(of: attribute.value) {
        writer.string(parse.tree.text(of: reference))
      }
    }
    writer.key("diagnostics")
    write(problems, &writer)
  }

  private func write(_ id: BodyID, _ writer: inout JSONWriter) {
    let tree = parse.tree
    let items = tree[id].items
    writer.object { writer in
      writer.key("attributes")
      writer.array { writer in
        for case .attribute(let attribute) in items {
          writer.object { writer in
            writer.key("name")
            writer.string(tree[attribute.name])
            writer.key("name_range")
            write(attribute.nameRange, &writer)
            writer.key("range")
            write(attribute.range, &writer)
            writeValue(attribute, &writer)
          }
        }
      }
      writer.key("blocks")
      writer.array { writer in
        for case .block(let block) in items {
          writer.object { writer in
            writer.key("type")
            writer.string(tree[block.type])
            writer.key("type_range")
            write(block.typeRange, &writer)
            writer.key("labels")
            writer.array { writer in
              for label in block.labels { writer.string(tree[label.name]) }
            }
            writer.key("range")
            write(block.range, &writer)
            writer.key("body")
            write(block.body, &writer)
          }
        }
      }
    }
  }
}
