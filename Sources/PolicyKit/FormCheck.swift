internal import SourceText
internal import YAMLSyntax

extension FaultList {
  /// Holds a node against a form; every fault names what is allowed instead.
  mutating func check(_ node: YAMLNode, against form: Form, as name: String) {
    switch form {
    case .text, .expression:
      guard node.kind == .scalar, node.scalar != .null, !node.text.isEmpty else {
        add("\(name) has to be text", at: node.range)
        return
      }
    case .boolean:
      guard node.kind == .scalar, case .bool = node.scalar else {
        add("\(name) has to be true or false", at: node.range)
        return
      }
    case .decimal:
      guard node.kind == .scalar, node.text.allSatisfy({ $0.isNumber || $0 == "." }), !node.text.isEmpty
      else {
        add("\(name) has to be a number", at: node.range)
        return
      }
    case .word(let words):
      guard node.kind == .scalar else {
        add("\(name) has to be one of \(words.joined(separator: ", "))", at: node.range)
        return
      }
      if !words.contains(node.text) {
        let nearest = Spelling.nearest(to: node.text, among: words).map { "did you mean '\($0)'?" }
        add(
          "\(name) is '\(node.text)', not one of \(words.joined(separator: ", "))", advice: nearest,
          at: node.range)
      }
    case .anything: return
    case .list(let element):
      guard node.kind == .sequence else {
        add("\(name) has to be a list", at: node.range)
        return
      }
      for item in node.elements { check(item, against: element, as: "an element of \(name)") }
    case .map(let value):
      guard node.kind == .mapping else {
        add("\(name) has to be a mapping", at: node.range)
        return
      }
      for entry in node.entries { check(entry.value, against: value, as: "'\(entry.key.text)'") }
    case .record(let fields):
      check(node, fields: fields, as: name)
    case .textOr(let other):
      if node.kind != .scalar { check(node, against: other, as: name) }
    }
  }

  private mutating func check(_ node: YAMLNode, fields: [Form.Field], as name: String) {
    guard node.kind == .mapping else {
      add("\(name) has to be a mapping", at: node.range)
      return
    }
    for entry in node.entries {
      guard let field = fields.first(where: { entry.key.isScalar($0.name) }) else {
        addUnknown("key", entry.key.text, among: fields.map(\.name), at: entry.key.range)
        continue
      }
      check(entry.value, against: field.form, as: "'\(field.name)'")
    }
    for field in fields where field.isRequired && node.entry(field.name) == nil {
      add("\(name) has no '\(field.name)'", advice: "add \(field.name): …", at: node.range)
    }
  }
}
