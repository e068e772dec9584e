internal import PolicyKit
internal import ResourceModel
internal import SourceText
internal import Values

/// Reports a job that gives Terraform a variable file, a backend file or a root of another environment than its own.
struct ForeignVariableFile: Analysis {
  static let name = "foreign-variable-file"

  func run(_ facts: Facts, _ report: inout AnalysisReport) {
    let vocabulary = facts.labelling.vocabulary
    func label(_ path: String) -> String? { Self.label(path, vocabulary) }
    for job in facts.resources where job.domain == .workflow && job.type == "job" {
      let environment = job.value["environment"]
      let declared = (environment?.string ?? environment?["name"]?.string).flatMap(label)
      let jobFolder = job.value.at("defaults", "run", "working-directory")?.string
      for step in job.value["steps"]?.list ?? [] {
        guard let run = step["run"], let text = run.string,
          Self.tools.contains(where: { $0.occurs(in: text) })
        else { continue }
        let folder = step["working-directory"]?.string ?? jobFolder
        for command in Self.commands(in: text) {
          let root = command.first { $0.option == "chdir" }?.path ?? folder
          guard let own = declared ?? root.flatMap(label) else { continue }
          for argument in command {
            guard let other = label(argument.path), other != own, other != EnvironmentLabels.shared
            else {
              continue
            }
            var value = run
            value.origin.part = ByteRange(argument.range)
            report.violation(Message.gives(own, argument.path, other), at: value, in: job)
          }
        }
      }
    }
  }

  private struct Argument {
    var option: String
    var path: String
    /// Of the path, in the script's text.
    var range: Range<Int>
  }

  private static let tools = [BytePattern("terraform", anchor: 2), BytePattern("tofu", anchor: 1)]
  private static let options: Set<String> = ["var-file", "backend-config", "chdir"]

  /// The files and folders that each command of a script names.
  private static func commands(in text: String) -> [[Argument]] {
    let bytes = Array(text.utf8)
    var commands: [[Argument]] = [[]]
    var isTerraform = false
    var option: String?
    var offset = 0
    while offset < bytes.count {
      let byte = bytes[offset]
      if byte == UInt8(ascii: "\\"), offset + 1 < bytes.count, bytes[offset + 1] == 0x0A {
        offset += 2
        continue
      }
      if byte == 0x0A || byte == UInt8(ascii: ";") || byte == UInt8(ascii: "&") || byte == UInt8(ascii: "|") {
        commands.append([])
        isTerraform = false
        option = nil
        offset += 1
        continue
      }
      if byte <= 0x20 {
        offset += 1
        continue
      }
      let start = offset
      while offset < bytes.count, bytes[offset] > 0x20, !";&|".utf8.contains(bytes[offset]) { offset += 1 }
      let word = start..<offset
      let written = String(decoding: bytes[word], as: UTF8.self)
      if written == "terraform" || written == "tofu" {
        isTerraform = true
      } else if isTerraform, let name = option {
        add(name, word, bytes, &commands)
        option = nil
      } else if isTerraform, written.hasPrefix("-") {
        let bare = written.drop { $0 == "-" }
        let name = String(bare.prefix { $0 != "=" })
        guard options.contains(name) else { continue }
        if bare.contains("=") {
          let begin = start + (written.utf8.count - bare.utf8.count) + name.utf8.count + 1
          add(name, begin..<offset, bytes, &commands)
        } else {
          option = name
        }
      }
    }
    return commands.filter { !$0.isEmpty }
  }

  private static func add(
    _ option: String, _ range: Range<Int>, _ bytes: [UInt8], _ commands: inout [[Argument]]
  ) {
    var range = range
    while let first = bytes[range].first, first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") {
      range = (range.lowerBound + 1)..<range.upperBound
    }
    while let last = bytes[range].last, last == UInt8(ascii: "\"") || last == UInt8(ascii: "'") {
      range = range.lowerBound..<(range.upperBound - 1)
    }
    let path = String(decoding: bytes[range], as: UTF8.self)
    // A setting (`-backend-config="key=…"`) is no file, and what a variable gives is not known.
    guard !path.isEmpty, !path.contains("="), !path.contains("$") else { return }
    commands[commands.count - 1].append(Argument(option: option, path: path, range: range))
  }

  /// The environment that a folder of the path or the file's name says.
  private static func label(_ path: String, _ vocabulary: EnvironmentVocabulary) -> String? {
    let words = path.split { "/.-_".contains($0) }.map(String.init)
    return words.reversed().lazy.compactMap(vocabulary.label).first
  }

  private enum Message {
    static func gives(_ label: String, _ path: String, _ other: String) -> String {
      "the job of \(label) takes '\(path)' of \(other)"
    }
  }
}
