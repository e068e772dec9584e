public import ResourceModel
public import SourceText
internal import Values

/// Dockerfiles and Containerfiles → resources of the domain `dockerfile`.
///
/// | type | value |
/// |---|---|
/// | `dockerfile` | `stages`, `arguments` (those before the first FROM) |
/// | `stage` | `image`, `name`, `platform`, `isStage` (FROM an earlier stage), `isScratch`, `instructions`, `user` |
/// | `copy` | `image` of a `COPY --from` that names no stage |
///
/// An instruction is `{instruction, text, words, flags, variables, heredocs}`; `variables` are those of ENV, ARG and
/// LABEL. Build arguments are resolved to their defaults; without one the value is unknown.
public enum DockerfileReader {
  /// A pure function of one file.
  public static func read(_ file: SourceFile) -> FileFacts {
    var reader = StageReader(file, DockerfileParser.parse(file))
    return reader.read()
  }
}

private struct StageReader {
  private let file: SourceFile
  private let dockerfile: Dockerfile
  private let escape: Character
  private var facts: FileFacts
  private var stages: [Stage] = []
  private var globals: BuildArguments
  private var globalFields: [ObjectFields.Field] = []

  private struct Stage {
    var name: String?
    var fields: [ObjectFields.Field]
    var instructions: [Value] = []
    var arguments: BuildArguments
    var location: Location
    var user: Value?
  }

  init(_ file: SourceFile, _ dockerfile: Dockerfile) {
    self.file = file
    self.dockerfile = dockerfile
    let head = String(decoding: file.bytes.prefix(200), as: UTF8.self).lowercased().filter { $0 != " " }
    escape = head.contains("#escape=`") ? "`" : "\\"
    facts = FileFacts(file: file.id, path: file.path)
    facts.problems = dockerfile.problems
    globals = BuildArguments(file: file.id, escape: escape)
  }

  mutating func read() -> FileFacts {
    for instruction in dockerfile.instructions { add(instruction) }
    let whole = Location(file: file.id, range: ByteRange(0..<file.bytes.count))
    let values = stages.map(value)
    if !values.isEmpty {
      let value = object(
        [
          .init("arguments", object(globalFields, at: whole)),
          .init("stages", Value(.list(values), origin: Origin(whole))),
        ], at: whole)
      append("dockerfile", name: file.path, address: file.path, value, at: whole)
    }
    for (index, stage) in stages.enumerated() {
      let name = stage.name ?? "\(index)"
      append("stage", name: name, address: "\(file.path) stage \(name)", values[index], at: stage.location)
    }
    addCopies()
    return facts
  }

  private mutating func add(_ instruction: Dockerfile.Instruction) {
    switch instruction.keyword {
    case "FROM": addStage(instruction)
    case "ARG" where stages.isEmpty:
      for word in instruction.words { globalFields.append(declare(word, in: &globals)) }
    default:
      guard let last = stages.indices.last else { return }
      var stage = stages[last]
      stage.instructions.append(described(instruction, &stage))
      stages[last] = stage
    }
  }

  private mutating func addStage(_ instruction: Dockerfile.Instruction) {
    let location = Location(file: file.id, range: instruction.range)
    guard let first = instruction.words.first else { return }
    let image = globals.expanded(first)
    var stage = Stage(
      fields: [], arguments: BuildArguments(file: file.id, escape: escape), location: location)
    let earlier = stages.contains { $0.name != nil && $0.name == image.string?.lowercased() }
    var fields: [ObjectFields.Field] = [.init("image", image)]
    if instruction.words.count >= 3, instruction.words[1].text.lowercased() == "as" {
      stage.name = instruction.words[2].text.lowercased()
      fields.append(.init("name", string(instruction.words[2])))
    } else if instruction.words.count > 1 {
      let extra = instruction.words[1]
      facts.problems.append(
        Problem(
          .error, .syntax, "FROM takes an image and AS with a name", advice: "FROM \(first.text) AS name",
          at: Location(file: file.id, range: extra.range)))
    }
    if let platform = instruction.flags.first(where: { $0.name == "platform" }) {
      fields.append(.init("platform", globals.expanded(platform.value)))
    }
    fields.append(.init("isStage", Value(.bool(earlier), origin: image.origin)))
    fields.append(.init("isScratch", Value(.bool(image.string == "scratch"), origin: image.origin)))
    stage.fields = fields
    stages.append(stage)
  }

  private func described(_ instruction: Dockerfile.Instruction, _ stage: inout Stage) -> Value {
    let location = Location(file: file.id, range: instruction.range)
    var fields: [ObjectFields.Field] = [
      .init("instruction", Value(.string(instruction.keyword), origin: origin(instruction.keywordRange))),
      .init("text", string(instruction.text)),
      .init("words", Value(.list(instruction.words.map(string)), origin: origin(instruction.text.range))),
    ]
    let flags = instruction.flags.map {
      ObjectFields.Field($0.name, $0.name == "from" ? globals.expanded($0.value) : string($0.value))
    }
    if !flags.isEmpty { fields.append(.init("flags", object(flags, at: location))) }
    switch instruction.keyword {
    case "ARG", "ENV", "LABEL":
      fields.append(.init("variables", object(variables(instruction, &stage), at: location)))
    case "USER":
      stage.user = instruction.words.first.map { stage.arguments.expanded($0) }
    default: break
    }
    if !instruction.heredocs.isEmpty {
      let bodies = instruction.heredocs.map { string($0.body) }
      fields.append(.init("heredocs", Value(.list(bodies), origin: Origin(location))))
    }
    return object(fields, at: location)
  }

  private func variables(_ instruction: Dockerfile.Instruction, _ stage: inout Stage) -> [ObjectFields.Field]
  {
    // `ENV NAME the rest`, the old form.
    if instruction.keyword != "ARG", let first = instruction.words.first, !first.text.contains("=") {
      guard let second = instruction.words.dropFirst().first else { return [] }
      let text = String(instruction.text.text.dropFirst(first.text.count).drop { $0 == " " || $0 == "\t" })
      let range = ByteRange(start: second.range.start, end: instruction.text.range.end)
      let value = stage.arguments.expanded(Dockerfile.Word(text: text, range: range))
      stage.arguments.declare(first.text, value)
      return [.init(first.text, at: Location(file: file.id, range: first.range), value)]
    }
    return instruction.words.map { word in
      if instruction.keyword == "ARG", !word.text.contains("=") {
        let inherited = globalFields.first { $0.name == word.text }?.value
        let value = inherited ?? missing(word)
        stage.arguments.declare(word.text, inherited)
        return ObjectFields.Field(word.text, at: Location(file: file.id, range: word.range), value)
      }
      return declare(word, in: &stage.arguments)
    }
  }

  /// `NAME=value` or a bare name.
  private func declare(_ word: Dockerfile.Word, in arguments: inout BuildArguments) -> ObjectFields.Field {
    guard let equals = word.text.firstIndex(of: "=") else {
      arguments.declare(word.text, nil)
      return ObjectFields.Field(word.text, at: Location(file: file.id, range: word.range), missing(word))
    }
    let name = String(word.text[..<equals])
    let written = String(word.text[word.text.index(after: equals)...])
    let skipped = Int32(clamping: name.utf8.count + 1)
    let range = ByteRange(start: min(word.range.start + skipped, word.range.end), end: word.range.end)
    let value = arguments.expanded(Dockerfile.Word(text: written, range: range))
    arguments.declare(name, value)
    let nameRange = ByteRange(start: word.range.start, end: word.range.start + skipped - 1)
    return ObjectFields.Field(name, at: Location(file: file.id, range: nameRange), value)
  }

  private func missing(_ word: Dockerfile.Word) -> Value {
    let location = Location(file: file.id, range: word.range)
    let reason = Unknown.Reason("build argument \(word.text) has no default", at: location)
    return Value(.unknown(Unknown([reason])), origin: Origin(location))
  }

  /// Images that files are copied from.
  private mutating func addCopies() {
    for (index, stage) in stages.enumerated() {
      for instruction in stage.instructions {
        guard let from = instruction.at("flags", "from") else { continue }
        if let text = from.string {
          let isEarlier = stages[..<index].contains { $0.name == text.lowercased() }
          if isEarlier || Int(text) != nil { continue }
        }
        let location = instruction.location ?? stage.location
        append(
          "copy", name: from.string ?? "", address: "\(file.path) stage \(stage.name ?? "\(index)")",
          object([.init("image", from)], at: location), at: location)
      }
    }
  }

  private func value(_ stage: Stage) -> Value {
    var fields = stage.fields
    if let user = stage.user { fields.append(.init("user", user)) }
    fields.append(.init("instructions", Value(.list(stage.instructions), origin: Origin(stage.location))))
    return object(fields, at: stage.location)
  }

  private mutating func append(
    _ type: String, name: String, address: String, _ value: Value, at location: Location
  ) {
    facts.resources.append(
      Resource(
        domain: .dockerfile, type: type, name: name, address: address, value: value, location: location))
  }

  private func origin(_ range: ByteRange) -> Origin { Origin(Location(file: file.id, range: range)) }

  private func string(_ word: Dockerfile.Word) -> Value {
    Value(.string(word.text), origin: origin(word.range))
  }

  private func object(_ fields: [ObjectFields.Field], at location: Location) -> Value {
    var object = ObjectFields()
    for field in fields {
      if object.position(of: field.name) == nil {
        object.append(field)
      } else {
        object[field.name] = field.value
      }
    }
    return Value(.object(object), origin: Origin(location))
  }
}
