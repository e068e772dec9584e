internal import Testing

/// Mistakes in `.mlguard.yaml` and `.mlguard/policies`: exit code 2, the exact place, and what to type instead.
struct ConfigurationTests {
  private func check(profile: String, _ message: String) throws {
    let result = try CommandRun(["pod.yaml": Manifest.clean, ".mlguard.yaml": profile])("scan")
    #expect(result == .init(code: 2, output: "", errors: "mlguard: \(message)\n"))
  }

  @Test func `an unknown key has its nearest name`() throws {
    try check(
      profile: "failon: warning\n",
      ".mlguard.yaml:1:1: unknown key 'failon'; did you mean 'failOn'?")
  }

  @Test func `an unknown policy has its nearest name`() throws {
    try check(
      profile: "policies:\n  mutable-image-tags: off\n",
      ".mlguard.yaml:2:3: there is no policy 'mutable-image-tags'; did you mean 'mutable-image-tag'?")
  }

  @Test func `an unknown level`() throws {
    try check(
      profile: "policies: {IMG-01: warnin}\n",
      ".mlguard.yaml:1:20: a policy is on, off, or one of note, warning, error; did you mean 'warning'?")
  }

  @Test func `an unknown parameter, and one of a wrong type`() throws {
    try check(
      profile: "policies:\n  RES-04: {params: {forbit: true}}\n",
      ".mlguard.yaml:2:21: unknown parameter 'forbit'; did you mean 'forbid'?")
    try check(
      profile: "policies:\n  RES-04: {params: {forbid: 3}}\n",
      ".mlguard.yaml:2:29: 'forbid' has to be true or false")
  }

  @Test func `an exclusion without a reason`() throws {
    try check(
      profile: "exclude:\n  - paths: [a]\n",
      ".mlguard.yaml:2:5: an element of 'exclude' has no 'reason'; add reason: …")
  }

  @Test func `a profile that is no YAML`() throws {
    let result = try CommandRun([".mlguard.yaml": "failOn: [\n"])("scan")
    #expect(result.code == 2)
    #expect(result.errors.hasPrefix("mlguard: .mlguard.yaml:2:1: "))
  }

  @Test func `a profile switches, levels and lowers the threshold`() throws {
    let run = try CommandRun(["pod.yaml": Manifest.mutable, ".mlguard.yaml": "policies: {IMG-01: off}\n"])
    #expect(try run("scan").code == 0)
    try run.write("policies: {mutable-image-tag: warning}\n", to: ".mlguard.yaml")
    let warned = try run("scan")
    #expect(warned.code == 0)
    #expect(warned.output.contains("warning IMG-01"))
    try run.write("policies: {IMG-01: note}\nfailOn: note\n", to: ".mlguard.yaml")
    #expect(try run("scan").code == 1)
    try run.write("failOn: never\n", to: ".mlguard.yaml")
    #expect(try run("scan").code == 0)
    try run.write("failOn: error\n", to: "other.yaml")
    #expect(try run("scan", "--profile", "other.yaml", "pod.yaml").code == 1)
  }

  private static let broken = """
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
        - expression: |
            object.kind == 'Pod'
            && objct.metadata.name == 'ours'
      examples: []

    """

  @Test func `a broken expression has its place inside the block scalar`() throws {
    let run = try CommandRun(["pod.yaml": Manifest.clean, ".mlguard/policies/own.yaml": Self.broken])
    let result = try run("scan")
    #expect(result.code == 2)
    #expect(
      result.errors
        == "mlguard: .mlguard/policies/own.yaml:15:12: undeclared reference to 'objct'; did you mean 'object'?\n"
    )
  }

  @Test func `a policy of the repository has the same rights`() throws {
    let run = try CommandRun([
      "pod.yaml": Manifest.clean,
      ".mlguard/policies/own.yaml": Self.broken.replacing("objct", with: "object"),
    ])
    let result = try run("scan")
    #expect(result.code == 1)
    #expect(result.output.hasPrefix("pod.yaml:3:18 error OWN-01 pod is not ours\n"))
    #expect(try run("policy", "list").output.contains("OWN-01"))
    #expect(try run("explain", "OWN-01").output.hasPrefix("OWN-01 own (error)\n"))
  }

  @Test func `a broken policy file is never a missing rule`() throws {
    let run = try CommandRun([
      "pod.yaml": Manifest.clean,
      ".mlguard/policies/own.yaml": Self.broken.replacing("sumary", with: "summary").replacing(
        "  summary", with: "  sumary"),
    ])
    let result = try run("scan")
    #expect(result.code == 2)
    #expect(
      result.errors == """
        mlguard: .mlguard/policies/own.yaml:8:3: unknown key 'sumary'; did you mean 'summary'?
        mlguard: .mlguard/policies/own.yaml:5:3: 'spec' has no 'summary'; add summary: …

        """)
  }

  @Test func `an id is used once`() throws {
    let run = try CommandRun([
      ".mlguard/policies/own.yaml": Self.broken.replacing("objct", with: "object")
        .replacing("OWN-01", with: "IMG-01")
    ])
    let result = try run("scan")
    #expect(result.code == 2)
    #expect(result.errors.contains("'IMG-01' is the id or name of another policy too"))
  }
}
