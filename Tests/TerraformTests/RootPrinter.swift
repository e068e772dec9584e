internal import ResourceModel
internal import SourceText
internal import Terraform
internal import Testing
internal import Values

/// Evaluates files as a repository and prints what comes out.
struct RootPrinter {
  let files: [SourceFile]

  init(_ texts: [String: String]) {
    files = texts.sorted { $0.key < $1.key }.enumerated().map { index, entry in
      SourceFile(id: FileID(Int32(index)), path: entry.key, bytes: Array(entry.value.utf8))
    }
  }

  func evaluate(_ inputs: RootInputs = RootInputs(folder: "")) -> RootResult? {
    let library = ModuleLibrary(RepositoryFiles(files))
    guard var result = library.evaluate(inputs) else { return nil }
    result.problems = library.problems + result.problems
    return result
  }

  /// `address {attributes}` per resource, then `output name = value`, then problems as `path:line message`.
  func print(_ inputs: RootInputs = RootInputs(folder: "")) -> String {
    guard let result = evaluate(inputs) else { return "no configuration" }
    var lines = result.resources.map { "\($0.address) \(Self.text($0.value))" }
    for output in result.root.outputs {
      let flags = (output.isSensitive ? " (sensitive)" : "") + (output.isEphemeral ? " (ephemeral)" : "")
      lines.append("\(output.name)\(flags) = \(Self.text(output.value))")
    }
    lines += result.problems.map { "\(place($0.location)) \($0.message)" }
    return lines.joined(separator: "\n")
  }

  func place(_ location: Location?) -> String {
    guard let location, files.indices.contains(Int(location.file.raw)) else { return "?" }
    let file = files[Int(location.file.raw)]
    return "\(file.path):\(LineIndex(file.bytes).line(of: Int(location.range.start)))"
  }

  /// The place of a value and the way to it: `main.tf:3 < variable "x" main.tf:9 < …`.
  func way(_ value: Value?) -> String {
    guard let value else { return "no value" }
    let steps = value.origin.trace?.steps.map { "\($0.note) \(place($0.location))" } ?? []
    return ([place(value.location)] + steps).joined(separator: " < ")
  }

  static func text(_ value: Value) -> String {
    let mark = value.marks.contains(.sensitive) ? "sensitive " : ""
    switch value.content {
    case .null: return mark + "null"
    case .bool(let flag): return mark + "\(flag)"
    case .number(let number): return mark + number.text
    case .string(let text): return mark + "'\(text)'"
    case .list(let elements): return mark + "[" + elements.map(text).joined(separator: ", ") + "]"
    case .object(let fields):
      return mark + "{" + fields.fields.map { "\($0.name): \(text($0.value))" }.joined(separator: ", ") + "}"
    case .unknown(let unknown):
      return mark + "<" + unknown.reasons.map(\.phrase).joined(separator: ", ") + ">"
    }
  }
}
