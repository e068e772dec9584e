internal import SourceText
internal import Values

/// Variables of a Dockerfile, and their expansion in a word.
struct BuildArguments {
  /// Nil: declared without a default, or set by the builder.
  private var values: [String: Value?] = [:]
  let file: FileID
  let escape: Character

  init(file: FileID, escape: Character) {
    self.file = file
    self.escape = escape
  }

  /// Set by BuildKit for each build.
  private static let platform: Set<String> = [
    "TARGETPLATFORM", "TARGETOS", "TARGETARCH", "TARGETVARIANT", "BUILDPLATFORM", "BUILDOS", "BUILDARCH",
    "BUILDVARIANT",
  ]

  mutating func declare(_ name: String, _ value: Value?) { values[name] = .some(value) }

  /// Quotes and escapes undone, variables replaced. A variable without a value makes the word unknown.
  func expanded(_ word: Dockerfile.Word) -> Value {
    let origin = Origin(Location(file: file, range: word.range))
    var expansion = Expansion(arguments: self, characters: Array(word.text), origin: origin)
    expansion.run()
    if let reason = expansion.unknown {
      let prefix = expansion.text.isEmpty ? nil : expansion.text
      return Value(.unknown(Unknown([reason], prefix: prefix, isNotNull: true)), origin: origin)
    }
    return Value(.string(expansion.text), origin: expansion.origin)
  }

  private enum Lookup {
    case value(Value)
    case unset
    case unknown(Unknown.Reason)
  }

  private func lookUp(_ name: String, at location: Location?) -> Lookup {
    if let declared = values[name] {
      guard let value = declared else {
        return .unknown(Unknown.Reason("build argument \(name) has no default", at: location))
      }
      if let unknown = value.unknown { return .unknown(unknown.reasons.first ?? Unknown.Reason(name)) }
      return .value(value)
    }
    if Self.platform.contains(name) {
      return .unknown(Unknown.Reason("\(name) is set by the builder", at: location))
    }
    return .unset
  }

  private struct Expansion {
    let arguments: BuildArguments
    let characters: [Character]
    var origin: Origin
    var text = ""
    var unknown: Unknown.Reason?
    private var position = 0

    init(arguments: BuildArguments, characters: [Character], origin: Origin) {
      self.arguments = arguments
      self.characters = characters
      self.origin = origin
    }

    mutating func run() {
      var isDouble = false
      while position < characters.count, unknown == nil {
        let character = characters[position]
        position += 1
        if character == "'", !isDouble {
          while position < characters.count, characters[position] != "'" { take() }
          position += 1
        } else if character == "\"" {
          isDouble.toggle()
        } else if character == arguments.escape, position < characters.count {
          take()
        } else if character == "$" {
          variable()
        } else {
          text.append(character)
        }
      }
    }

    private mutating func take() {
      text.append(characters[position])
      position += 1
    }

    private mutating func variable() {
      let isBraced = position < characters.count && characters[position] == "{"
      if isBraced { position += 1 }
      var name = ""
      while position < characters.count,
        characters[position].isLetter || characters[position].isNumber
          || characters[position] == "_"
      {
        name.append(characters[position])
        position += 1
      }
      var modifier = ""
      if isBraced {
        var depth = 1
        while position < characters.count {
          if characters[position] == "{" { depth += 1 }
          if characters[position] == "}" { depth -= 1 }
          if depth == 0 { break }
          modifier.append(characters[position])
          position += 1
        }
        position += 1
      }
      guard !name.isEmpty else {
        text.append("$")
        return
      }
      substitute(name, modifier)
    }

    private mutating func substitute(_ name: String, _ modifier: String) {
      let operation = modifier.prefix { ":-+?".contains($0) }
      let operand = String(modifier.dropFirst(operation.count))
      let isWhole = ["$\(name)", "${\(name)\(modifier)}"].contains(String(characters))
      let found = arguments.lookUp(name, at: origin.location)
      switch (found, operation) {
      case (.value(let value), ""), (.value(let value), ":-"), (.value(let value), "-"),
        (.value(let value), ":?"), (.value(let value), "?"):
        if value.string == "", operation == ":-" {
          append(operand)
        } else {
          text += value.string ?? ""
          follow(value, name: name, isWhole: isWhole)
        }
      case (.value, ":+"), (.value, "+"): append(operand)
      case (.value, _):
        unknown = Unknown.Reason("${\(name)\(modifier)} is not understood", at: origin.location)
      case (.unset, ":-"), (.unset, "-"): append(operand)
      case (.unset, _): break  // Docker puts nothing in its place.
      case (.unknown(let reason), _): unknown = reason
      }
    }

    /// A word that is the variable alone is edited where the variable has its value.
    private mutating func follow(_ value: Value, name: String, isWhole: Bool) {
      guard let use = origin.location, let place = value.location else { return }
      origin =
        isWhole
        ? Origin(place, trace: Trace("build argument \(name) used", at: use))
        : Origin(use, trace: Trace("build argument \(name)", at: place, previous: origin.trace))
    }

    private mutating func append(_ operand: String) {
      var inner = Expansion(arguments: arguments, characters: Array(operand), origin: origin)
      inner.run()
      text += inner.text
      unknown = inner.unknown
    }
  }
}
