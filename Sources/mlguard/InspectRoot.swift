internal import ArgumentParser
internal import HCLSyntax
internal import ResourceModel
internal import SourceText
internal import Terraform
internal import Values

/// `inspect --root DIR`: the Terraform roots of a folder, evaluated under each of their inputs.
struct InspectRoot {
  let folder: String
  /// Only this root, relative to the folder; nil for all.
  let root: String?
  let variableFiles: [String]
  var planning = RootInputs.Planning()
  let showsStatistics: Bool

  /// False when an error was met.
  func run() throws -> Bool {
    let files = try Self.files(below: folder)
    let library = ModuleLibrary(RepositoryFiles(files))
    var isCorrect = true
    let roots = root.map { [$0 == "." ? "" : $0] } ?? library.roots
    let states = library.states(readBy: roots)
    for root in roots {
      var inputs = library.inferredInputs(of: root)
      if !variableFiles.isEmpty {
        inputs = [RootInputs(folder: root, variableFiles: variableFiles)]
      }
      for var input in inputs {
        input.planning = planning
        guard var result = library.evaluate(input, states: states) else {
          throw ValidationError("there is no Terraform configuration in \(root.isEmpty ? folder : root)")
        }
        result.problems = library.problems + result.problems
        isCorrect = isCorrect && !result.problems.contains { $0.severity == .error }
        var writer = JSONWriter()
        if showsStatistics {
          Self.writeStatistics(result, &writer)
        } else {
          Self.write(result, files, &writer)
        }
        print(writer.text)
      }
    }
    return isCorrect
  }

  /// Configuration, variable files and whatever file functions may read, `.git` left out.
  static func files(below folder: String) throws -> [SourceFile] {
    guard let paths = DiskFiles(folder).files(below: ".") else {
      throw ValidationError("there is no folder \(folder)")
    }
    var files: [SourceFile] = []
    for path in paths {
      let parts = path.split(separator: "/")
      if parts.contains(".git") { continue }
      if parts.contains(".terraform"), !path.contains(".terraform/modules/") { continue }
      files.append(
        SourceFile(
          id: FileID(Int32(files.count)), path: path, bytes: try InputFile.bytes(of: folder + "/" + path)))
    }
    return files
  }

  private static func write(_ result: RootResult, _ files: [SourceFile], _ writer: inout JSONWriter) {
    writer.object { writer in
      writer.key("root")
      writer.string(result.root.folder)
      writer.key("input")
      if let name = result.root.inputName { writer.string(name) } else { writer.null() }
      writer.key("resources")
      writer.array { writer in
        for resource in result.resources {
          writer.object { writer in
            writer.key("address")
            writer.string(resource.address)
            writer.key("type")
            writer.string(resource.type)
            writer.key("values")
            ValueJSON.write(resource.value, &writer, showsReasons: true)
          }
        }
      }
      writer.key("outputs")
      ValueJSON.write(result.root.outputValues, &writer, showsReasons: true)
      writer.key("problems")
      writer.array { writer in
        for problem in result.problems { write(problem, files, &writer) }
      }
    }
  }

  private static func write(_ problem: Problem, _ files: [SourceFile], _ writer: inout JSONWriter) {
    writer.object { writer in
      writer.key("severity")
      writer.string("\(problem.severity)")
      writer.key("kind")
      writer.string("\(problem.kind)")
      writer.key("message")
      writer.string(problem.message)
      let index = Int(problem.location.file.raw)
      guard files.indices.contains(index) else { return }
      let file = files[index]
      writer.key("path")
      writer.string(file.path)
      writer.key("line")
      writer.integer(LineIndex(file.bytes).line(of: Int(problem.location.range.start)))
    }
  }

  /// How many of the attributes are known, wholly or in part.
  private static func writeStatistics(_ result: RootResult, _ writer: inout JSONWriter) {
    var (known, unknown) = (0, 0)
    var reasons: [String: Int] = [:]
    for resource in result.resources {
      for field in resource.value.object?.fields ?? [] {
        if field.value.isWhollyKnown {
          known += 1
        } else {
          unknown += 1
          for reason in field.value.unknownReasons { reasons[reason.phrase, default: 0] += 1 }
        }
      }
    }
    writer.object { writer in
      writer.key("root")
      writer.string(result.root.folder)
      writer.key("resources")
      writer.integer(result.resources.count)
      writer.key("attributes")
      writer.integer(known + unknown)
      writer.key("known")
      writer.integer(known)
      writer.key("errors")
      writer.integer(result.problems.count { $0.severity == .error })
      writer.key("reasons")
      writer.object { writer in
        for (phrase, count) in reasons.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }).prefix(10) {
          writer.key(phrase)
          writer.integer(count)
        }
      }
    }
  }
}
