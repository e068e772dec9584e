internal import Foundation
internal import Testing

/// Exemptions in the three places, and what every report says of them.
struct ExemptionTests {
  private static let exempted = Manifest.mutable.replacing(
    "web:1.4", with: "web:1.4 # mlguard: allow IMG-01 until 2100-01-01 because the vendor has none")

  @Test func `a comment at the line`() throws {
    let run = try CommandRun(["pod.yaml": Self.exempted])
    let result = try run("scan", "--date", "2099-12-31")
    #expect(
      result
        == .init(
          code: 0,
          output: """
            exempted: pod.yaml:9:14 IMG-01 image 'web:1.4' has no digest (until 2100-01-01: the vendor has none), \
            at pod.yaml:9

            1 file, 1 resource, \(try Self.policyCount(run)) policies: 0 errors, 0 warnings, 0 notes, 1 exempted

            """, errors: ""))
    #expect(try run("scan", "--date", "2100-01-01").code == 0)
    let late = try run("scan", "--date", "2100-01-02")
    #expect(late.code == 1)
    #expect(late.output.contains("pod.yaml:9:14 error IMG-01"))
    #expect(late.output.contains("pod.yaml:9:22 warning EXM-01 exemption of IMG-01 has expired"))
    #expect(try run("scan", "--no-exemptions", "--date", "2099-12-31").code == 1)
  }

  private static func policyCount(_ run: CommandRun) throws -> String {
    let output = try run("scan").output
    let words = output.split(separator: "\n").last?.split(separator: " ") ?? []
    let place = try #require(words.firstIndex { $0.hasPrefix("policies") })
    return String(words[place - 1])
  }

  @Test func `an annotation on the object`() throws {
    let text = Self.exempted.replacing(
      " # mlguard: allow IMG-01 until 2100-01-01 because the vendor has none", with: ""
    )
    .replacing(
      "metadata: {name: web}",
      with: "metadata: {name: web, annotations: {mlguard.dev/allow: IMG-01 because it is a test}}")
    let result = try CommandRun(["pod.yaml": text])("scan")
    #expect(result.code == 0, "\(result)")
    #expect(
      result.output.hasPrefix(
        "exempted: pod.yaml:9:14 IMG-01 image 'web:1.4' has no digest (it is a test), at pod.yaml:3\n"))
  }

  private static let two = """
    apiVersion: v1
    kind: Pod
    metadata: {name: web}
    spec:
      containers:
        - {name: web, image: web:1.4}
        - {name: side, image: side:1.4}

    """

  private func policies(_ output: String, _ policy: String) -> [String] {
    output.split(separator: "\n").filter { $0.contains(policy) }.map { String($0.prefix { $0 != "'" }) }
  }

  @Test func `the central file reaches one container`() throws {
    let run = try CommandRun([
      "apps/pod.yaml": Self.two,
      ".mlguard/exemptions.yaml": """
      exemptions:
        - policies: [mutable-image-tag]
          resources: [Pod/web]
          containers: [side]
          owner: platform
          reason: it is a test

      """,
    ])
    #expect(
      policies(try run("scan").output, "IMG-01") == [
        "apps/pod.yaml:6:26 error IMG-01 image ", "exempted: apps/pod.yaml:7:27 IMG-01 image ",
      ])
  }

  private static let module = """
    variable "mutability" { type = string }
    resource "aws_ecr_repository" "a" {
      for_each             = toset(["old", "new"])
      name                 = each.key
      image_tag_mutability = var.mutability
    }

    """

  @Test func `the central file reaches one environment and one key`() throws {
    let run = try CommandRun([
      "main.tf": Self.module, "dev.tfvars": "mutability = \"MUTABLE\"\n",
      "prod.tfvars": "mutability = \"MUTABLE\"\n",
    ])
    func found(_ exemption: String) throws -> [String] {
      try run.write(
        "exemptions:\n  - {policies: [IMG-06], reason: it is a test, \(exemption)}\n",
        to: ".mlguard/exemptions.yaml")
      let output = try run("scan", "--format", "json").output
      let object = try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any]
      func lines(_ name: String) -> [String] {
        (object?[name] as? [[String: Any]] ?? []).filter { $0["policy"] as? String == "IMG-06" }.map {
          "\(name) \($0["file"] ?? ""): \(($0["environments"] as? [String] ?? []).joined(separator: ","))"
        }
      }
      return lines("findings") + lines("exempted")
    }
    #expect(try found("environments: [dev]") == ["findings prod.tfvars: prod", "exempted dev.tfvars: dev"])
    #expect(
      try found("keys: [old]") == [
        "findings dev.tfvars: dev", "findings prod.tfvars: prod", "exempted dev.tfvars: dev",
        "exempted prod.tfvars: prod",
      ])
    #expect(try found("keys: [\"*\"], environments: [dev, prod]").count == 2)
  }

  @Test func `a profile can ask for more`() throws {
    let run = try CommandRun([
      "pod.yaml": Self.exempted,
      ".mlguard.yaml": "exemptions: {require: [owner, until], maximumDays: 30}\n",
    ])
    func refusal(_ text: String) throws -> String {
      try run.write(Self.exempted.replacing("until 2100-01-01", with: text), to: "pod.yaml")
      let output = try run("scan", "--date", "2099-12-31").output
      return output.split(separator: "\n").first { $0.contains("EXM-04") }
        .map { String($0.drop { $0 != "E" }) } ?? ""
    }
    #expect(
      try refusal("until 2100-01-30")
        == "EXM-04 exemption of IMG-01 names no owner, which the profile requires")
    #expect(
      try refusal("owner me") == "EXM-04 exemption of IMG-01 does not expire, which the profile requires")
    #expect(
      try refusal("owner me until 2100-01-31")
        == "EXM-04 exemption of IMG-01 holds for more than the 30 days that the profile allows")
    #expect(try refusal("owner me until 2100-01-30") == "")
    try run.write("policies: {IMG-01: {exemptible: false}}\n", to: ".mlguard.yaml")
    #expect(try refusal("owner me") == "EXM-04 IMG-01 cannot be exempted")
    try run.write("exemptions: {maximumDays: 3.5}\n", to: ".mlguard.yaml")
    #expect(
      try run("scan").errors == "mlguard: .mlguard.yaml:1:27: 'maximumDays' has to be a whole number\n")
  }

  @Test func `an idle exemption is reported where everything was scanned and read`() throws {
    let run = try CommandRun([
      "a/pod.yaml": Manifest.clean, "b/pod.yaml": Manifest.clean.replacing("name: web}", with: "name: b}"),
      ".mlguard/exemptions.yaml":
        "exemptions: [{policies: [IMG-01], paths: [b], reason: it is a test}]\n",
    ])
    #expect(
      try run("scan").output.hasPrefix(
        ".mlguard/exemptions.yaml:1:25 warning EXM-02 exemption of IMG-01 matches no finding\n"))
    #expect(!(try run("scan", "a").output.contains("EXM-02")))
    try run.write("kind: Pod\nspec: [1\n", to: "broken.yaml")
    #expect(!(try run("scan").output.contains("EXM-02")))
  }

  @Test func `a central file of another name is not passed over`() throws {
    let run = try CommandRun(["pod.yaml": Manifest.clean, ".mlguard/exemptions.yml": "exemptions: []\n"])
    #expect(
      try run("scan").errors
        == "mlguard: .mlguard/exemptions.yml is not read; rename it to exemptions.yaml\n")
  }

  @Test func `every format lists what was exempted`() throws {
    let run = try CommandRun(["pod.yaml": Self.exempted])
    for format in ["text", "json", "sarif", "junit", "github", "markdown", "html"] {
      let result = try run("scan", "--format", format, "--date", "2099-12-31")
      #expect(result.code == 0)
      #expect(result.output.contains("the vendor has none"), "\(format): \(result.output)")
    }
    #expect(
      try run("scan", "--format", "sarif", "--date", "2099-12-31").output.contains("\"kind\": \"inSource\""))
    #expect(try run("scan", "--date", "tomorrow").code == 2)
  }
}
