public import PolicyKit
internal import SourceText

/// The page of a policy, for a terminal and for the documentation.
public enum PolicyPage {
  public static func text(_ policy: Policy) -> String {
    let card = policy.card
    var text = "\(card.id) \(card.name) (\(card.level.rawValue)\(card.isOnByDefault ? "" : ", off"))\n"
    text += "\(card.summary)\n\n\(wrapped(card.why))\n\nfix: \(card.fix)\n"
    if !card.parameters.isEmpty {
      text += "\nparams:\n"
      for parameter in card.parameters {
        text += "  \(parameter.name): \(parameter.kind.text), default \(parameter.fallbackText)\n"
        text += "    \(parameter.description)\n"
      }
    }
    if let example = policy.examples.first(where: { $0.verdict == .violates }) {
      text += "\nviolates: \(example.title)\n" + code(example, indentation: "  ")
    }
    if let example = policy.examples.first(where: { $0.verdict == .passes }) {
      text += "\npasses: \(example.title)\n" + code(example, indentation: "  ")
    }
    for reference in card.references { text += "\nsee \(reference)" }
    if !card.references.isEmpty { text += "\n" }
    text += "\nfile: \(card.path)\n"
    return text
  }

  public static func markdown(_ policy: Policy) -> String {
    let card = policy.card
    var text = "### \(card.id) \(card.name)\n\n"
    text += "*\(card.level.rawValue)\(card.isOnByDefault ? "" : ", off by default")*: \(card.summary)\n\n"
    text += "\(card.why)\n\n**Fix:** \(card.fix)\n"
    if !card.parameters.isEmpty {
      text += "\n| parameter | type | default | |\n|---|---|---|---|\n"
      for parameter in card.parameters {
        text += "| `\(parameter.name)` | \(parameter.kind.text) | `\(parameter.fallbackText)` |"
        text += " \(parameter.description) |\n"
      }
    }
    for verdict in [PolicyExample.Verdict.violates, .passes] {
      guard let example = policy.examples.first(where: { $0.verdict == verdict }) else { continue }
      text +=
        "\n\(verdict.rawValue.prefix(1).uppercased() + verdict.rawValue.dropFirst()): \(example.title)\n\n"
      text += "```yaml\n" + code(example, indentation: "") + "```\n"
    }
    if !card.references.isEmpty {
      text += "\n" + card.references.map { "<\($0)>" }.joined(separator: ", ") + "\n"
    }
    return text
  }

  /// All policies as one document: `docs/policies.md`.
  public static func document(_ policies: [Policy]) -> String {
    var text = """
      # Policies

      Made by the tool from the files in `policies/`; do not edit. `mlguard explain ID` shows one of them.
      What « » surround is what a finding marks.

      | id | name | level | |
      |---|---|---|---|

      """
    let sorted = policies.sorted { $0.card.id < $1.card.id }
    for policy in sorted {
      let card = policy.card
      text += "| [\(card.id)](#\(card.id.lowercased())-\(card.name)) | \(card.name) |"
      text += " \(card.isOnByDefault ? card.level.rawValue : "off") | \(card.summary) |\n"
    }
    let families = Dictionary(grouping: sorted, by: \.card.family)
    for family in families.keys.sorted() {
      text += "\n## \(family)\n"
      for policy in families[family] ?? [] { text += "\n" + markdown(policy) }
    }
    return text
  }

  private static func code(_ example: PolicyExample, indentation: String) -> String {
    var text = ""
    for file in example.files {
      if example.files.count > 1 { text += "\(indentation)# \(file.path)\n" }
      for line in file.markedText.split(separator: "\n", omittingEmptySubsequences: false) {
        text += line.isEmpty ? "\n" : indentation + line + "\n"
      }
      while text.hasSuffix("\n\n") { text.removeLast() }
    }
    return text
  }

  private static func wrapped(_ text: String) -> String {
    var lines: [String] = [""]
    for word in text.split(whereSeparator: \.isWhitespace) {
      let last = lines[lines.count - 1]
      if last.isEmpty {
        lines[lines.count - 1] = String(word)
      } else if last.count + word.count < 100 {
        lines[lines.count - 1] += " " + word
      } else {
        lines.append(String(word))
      }
    }
    return lines.joined(separator: "\n")
  }
}
