internal import Foundation
internal import Testing

struct PolicyCommandTests {
  @Test func `a new policy is green from the start`() throws {
    let run = try CommandRun()
    let made = try run("policy", "new", "naming", "example-image")
    #expect(made.code == 0)
    let path = ".mlguard/policies/naming/NAM-01-example-image.yaml"
    #expect(made.output.hasPrefix(path + "\n"))
    let tested = try run("policy", "test", path)
    #expect(tested == .init(code: 0, output: "1 policies, 5 examples, 1 mutations: all green\n", errors: ""))
    let again = try run("policy", "new", "naming", "example-image")
    #expect(again.code == 2)
    #expect(again.errors.contains("there is a policy 'example-image' already"))
    #expect(try run("policy", "new", "naming", "Example").code == 2)
  }

  private func policy(rule: String, examples: String) -> String {
    """
    apiVersion: mlguard.dev/v1
    kind: Policy
    metadata: {name: own}
    spec:
      id: OWN-01
      family: own
      level: error
      summary: pod is not ours
      why: It is not.
      fix: make it ours
      match: {kubernetes: [Pod]}
      validations:
    \(rule)
      examples:
    \(examples)

    """
  }

  private func example(_ verdict: String, _ title: String, name: String) -> String {
    """
        - \(verdict): \(title)
          files: {pod.yaml: "{apiVersion: v1, kind: Pod, metadata: {name: \(name)}}"}
    """
  }

  private func check(rule: String, examples: [String], _ messages: [String]) throws {
    let run = try CommandRun(["own.yaml": policy(rule: rule, examples: examples.joined(separator: "\n"))])
    let result = try run("policy", "test", "own.yaml")
    #expect(result.code == 1)
    #expect(result.output.split(separator: "\n").dropLast().map(String.init) == messages, "\(result)")
  }

  private let rule = """
        - {expression: object.metadata.name == 'ours', at: object.metadata.name}
    """

  @Test func `too few examples`() throws {
    try check(
      rule: rule,
      examples: [example("violates", "other", name: "«other»"), example("passes", "ours", name: "ours")],
      [
        "own.yaml:1:1: 1 examples violate the policy; it needs 2",
        "own.yaml:1:1: 1 examples pass; the policy needs 3",
      ])
  }

  @Test func `a mark at another place`() throws {
    try check(
      rule: rule,
      examples: [
        example("violates", "other", name: "«other»"), example("violates", "part", name: "«oth»er"),
        example("passes", "ours", name: "ours"), example("passes", "ours again", name: "ours"),
        example("passes", "not ours", name: "theirs"),
      ],
      [
        "own.yaml:17:7: example 'part': not found: 'oth' at pod.yaml:1:46",
        "own.yaml:17:7: example 'part': found, but not marked: 'other' at pod.yaml:1:46",
        "own.yaml:23:7: example 'not ours': found, but not marked: 'theirs' at pod.yaml:1:46",
      ])
  }

  @Test func `a validation that no example needs`() throws {
    try check(
      rule: rule + "\n    - {expression: object.kind == 'Pod'}",
      examples: [
        example("violates", "other", name: "«other»"), example("violates", "another", name: "«another»"),
        example("passes", "ours", name: "ours"), example("passes", "ours again", name: "ours"),
        example("passes", "ours once more", name: "ours"),
      ],
      [
        "own.yaml:1:1: validation 2 (object.kind == 'Pod') can be replaced by true, and every example stays green"
      ])
  }

  @Test func `a policy that matches nothing`() throws {
    let text = policy(
      rule: rule, examples: (1...3).map { example("passes", "\($0)", name: "a") }.joined(separator: "\n"))
    let run = try CommandRun(["own.yaml": text.replacing("[Pod]", with: "[Node]")])
    let result = try run("policy", "test", "own.yaml")
    #expect(result.code == 1)
    #expect(result.output.contains("own.yaml:1:1: the policy matches nothing in its examples\n"))
  }

  @Test func `an unknown policy has its nearest name`() throws {
    let result = try CommandRun()("explain", "IMG-1")
    #expect(
      result
        == .init(code: 2, output: "", errors: "mlguard: there is no policy 'IMG-1'; did you mean 'IMG-01'?\n")
    )
  }
}
