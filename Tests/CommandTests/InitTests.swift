internal import Foundation
internal import Testing

struct InitTests {
  static let files = [
    "infra/main.tf": "variable \"size\" {}\n", "infra/dev.tfvars": "size = 1\n",
    "infra/prod.tfvars": "size = 2\n",
    "live/staging/main.tf": "locals {}\n", "app/base/kustomization.yaml": "resources: [pod.yaml]\n",
    "app/base/pod.yaml": Manifest.mutable,
    "app/overlays/prod/kustomization.yaml": "resources: [../../base]\n",
    "chart/Chart.yaml": "apiVersion: v2\nname: chart\nversion: 1.0.0\n",
    "chart/templates/web.yaml": "{{ if .Values.web }}\nkind: Pod\n{{ end }}\n",
  ]

  @Test func `the profile names environments with reasons, policies and what was not read`() throws {
    let run = try CommandRun(Self.files)
    let result = try run("init", "app")
    #expect(result.code == 0, "\(result)")
    #expect(result.output == ".mlguard.yaml\nread its comments, then run mlguard scan\n")
    let text = try run.text(of: ".mlguard.yaml")
    #expect(
      text.contains(
        """
        #environments:
        #  - name: "dev"
        #    roots:
        #      - {folder: "infra", variables: ["infra/dev.tfvars"]} # the inputs are those of infra/dev.tfvars
        #  - name: "prod"
        #    roots:
        #      - {folder: "infra", variables: ["infra/prod.tfvars"]} # the inputs are those of infra/prod.tfvars
        #    overlays:
        #      - "app/overlays/prod" # a folder is called 'prod'
        #  - name: "staging"
        #    roots:
        #      - "live/staging" # a folder is called 'staging'

        # Policies by id: off, a level, or {enabled, level, params}. These find something now:
        #policies:
        """), "\(text)")
    #expect(text.contains("\n#  IMG-01: error # 1 finding: image is not pinned by digest\n"))
    #expect(
      text.hasSuffix(
        "#  - paths: [\"chart/templates/**\"]\n#    reason: \"templates: scan what they are rendered to\"\n"))
  }

  @Test func `it is a right profile as it stands and with its comments taken off`() throws {
    let run = try CommandRun(Self.files)
    #expect(try run("init").code == 0)
    #expect(try run("scan").code == 1)
    // Settings begin at the sign; sentences stand a space behind it.
    let open = try run.text(of: ".mlguard.yaml").split(separator: "\n").map { line in
      line.hasPrefix("#") && (line.hasPrefix("#  ") || !line.hasPrefix("# ")) && !line.hasPrefix("#   ")
        || ["#    ", "#      "].contains { line.hasPrefix($0) } ? line.dropFirst() : line
    }.filter { !$0.contains(" files, ") }.joined(separator: "\n")
    try run.write(open.replacing("IMG-01: error", with: "IMG-01: off"), to: ".mlguard.yaml")
    let result = try run("scan")
    #expect(result.code == 0, "\(result)")
  }

  @Test func `an existing profile is never replaced`() throws {
    let run = try CommandRun(["pod.yaml": Manifest.clean, ".mlguard.yaml": "failOn: never\n"])
    let result = try run("init")
    #expect(result.code == 2)
    #expect(result.errors == "mlguard: .mlguard.yaml exists; edit it, or remove it first\n")
    #expect(try run.text(of: ".mlguard.yaml") == "failOn: never\n")
  }

  @Test func `print writes nothing, and a hostile name stays in its comment`() throws {
    let run = try CommandRun(["overlays/prod/a\nfailOn: never/kustomization.yaml": "resources: []\n"])
    let result = try run("init", "--print")
    #expect(result.code == 0)
    #expect(result.output.contains("\"overlays/prod/a\u{FFFD}failOn: never\" # a folder is called 'prod'\n"))
    #expect(!FileManager.default.fileExists(atPath: run.folder.appending(path: ".mlguard.yaml").path))
  }
}
