internal import Foundation
internal import Testing

/// What a finding is known by: policy, resource, path within it, environments.
struct FingerprintTests {
  private struct Finding: Equatable {
    var policy: String
    var path: String
    var fingerprint: String
  }

  private func findings(_ files: [String: String], _ policy: String) throws -> [Finding] {
    let output = try CommandRun(files)("scan", "--format", "json").output
    let object = try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any]
    return (object?["findings"] as? [[String: Any]] ?? []).compactMap { item in
      guard let id = item["policy"] as? String, id == policy else { return nil }
      return Finding(
        policy: id, path: item["path"] as? String ?? "", fingerprint: item["fingerprint"] as? String ?? "")
    }
  }

  @Test func `the path names list elements, and survives what is written around them`() throws {
    let before = try findings(["a.yaml": Manifest.mutable], "IMG-01")
    #expect(before.map(\.path) == ["spec.containers[web].image"])
    let other = Manifest.mutable.replacing(
      "  containers:\n",
      with: "  containers:\n    - {name: first, image: first:1.0}\n# a comment\n")
    let after = try findings(["moved/b.yaml": other], "IMG-01")
    #expect(after.map(\.path) == ["spec.containers[first].image", "spec.containers[web].image"])
    #expect(after[1] == before[0])
  }

  @Test func `a value from elsewhere has the path at which it is used`() throws {
    let main = """
      variable "mutability" { type = string }
      resource "aws_ecr_repository" "a" {
        name                 = "a"
        image_tag_mutability = var.mutability
      }

      """
    let found = try findings(
      [
        "main.tf": main, "dev.tfvars": "mutability = \"MUTABLE\"\n",
        "prod.tfvars": "mutability = \"MUTABLE\"\n",
      ],
      "IMG-06")
    #expect(found.map(\.path) == ["image_tag_mutability", "image_tag_mutability"])
    #expect(found[0].fingerprint != found[1].fingerprint, "the environments differ")
  }

  @Test func `no hash of a secret is published`() throws {
    func pod(_ secret: String) -> String {
      Manifest.clean + "      env: [{name: DATABASE_PASSWORD, value: \(secret)}]\n"
    }
    let first = try findings(["a.yaml": pod("hunter2-Xq9")], "SEC-02")
    #expect(first.map(\.path) == ["spec.containers[web].env[DATABASE_PASSWORD].value"])
    #expect(try findings(["a.yaml": pod("another-Zk4w8")], "SEC-02") == first)
    func token(_ text: String) -> String { "# token: \(text)\na: 1\n" }
    let one = try findings(["v.yaml": token("ghp_aB3dE5gH7jK9mN1pQ3sT5vW7yZ9bC1dE3fG5")], "SEC-08")
    #expect(one.count == 1)
    #expect(try findings(["v.yaml": token("ghp_zB3dE5gH7jK9mN1pQ3sT5vW7yZ9bC1dE3fG6")], "SEC-08") == one)
  }

  @Test func `an alias that stands in what it names ends`() throws {
    let text = """
      apiVersion: v1
      kind: Pod
      metadata: {name: web}
      spec: &spec
        containers: &c
          - &one {name: web, image: &image web:1.4}
          - {name: side, image: *image}
        initContainers: *c

      """
    #expect(try findings(["a.yaml": text], "IMG-01").map(\.path) == ["spec.containers[web].image"])
  }
}
