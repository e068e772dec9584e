internal import Fixes
internal import Foundation
internal import PolicyKit
internal import SourceText
internal import Testing
internal import Values

/// The text after the fix of a finding at «…», or why there is none.
struct FixProposalTests {
  static let digest = "sha256:" + String(repeating: "a1", count: 32)
  static let commit = String(repeating: "c0", count: 20)

  static let locks = LockFiles([
    file(
      "images.lock",
      """
      images:
        - {image: ghcr.io/acme/web, tag: "1.4", digest: \(digest), source: registry}
        - {image: nginx, tag: 1.27.0, digest: \(digest)}
        - {image: acme/tagless, digest: \(digest)}
        - {image: acme/unbuilt, tag: "1", digest: "sha256:\(String(repeating: "0", count: 64))"}
      """),
    file(
      "docs/actions.md",
      """
      | action | tag | commit |
      |---|---|---|
      | `actions/checkout` | v4.2.2 | `\(commit)` |
      | `github/codeql-action` | v3.1.0 | `\(commit)` |
      """),
  ])

  static func file(_ path: String, _ text: String) -> SourceFile {
    SourceFile(id: FileID(0), path: path, bytes: Array(text.utf8))
  }

  static func fixed(_ policy: String, _ marked: String, path: String = "a.yaml", value: Value? = nil)
    -> String
  {
    let bytes = Array(marked.utf8)
    let parts = marked.split(separator: "«", maxSplits: 1, omittingEmptySubsequences: false)
    let start = parts[0].utf8.count
    let inner = parts[1].split(separator: "»", maxSplits: 1, omittingEmptySubsequences: false)
    let text = Array((parts[0] + inner[0] + inner[1]).utf8)
    #expect(text.count == bytes.count - 4)
    let source = SourceFile(id: FileID(0), path: path, bytes: text)
    let finding = Finding(
      policy: policy, name: "", family: "", level: .error, message: "", fix: "",
      location: Location(file: FileID(0), range: ByteRange(start..<(start + inner[0].utf8.count))),
      resource: "")
    let context = FixContext(
      files: [source], locks: locks, parameters: value.map { [policy: ["value": $0]] } ?? [:])
    switch FixProposal.proposal(for: finding, in: context) {
    case .none: return "none"
    case .refusal(let reason): return "refused: \(reason)"
    case .fix(let fix): return String(decoding: TextEdit.apply(fix.edits, to: text), as: UTF8.self)
    }
  }

  static func limit(_ marked: String, path: String = "a.yaml", value: String = "512Mi") -> String {
    fixed("RES-01", marked, path: path, value: Value(.string(value)))
  }

  @Test func `an image gets the digest of its tag, inside its quotes and before its comment`() {
    #expect(
      Self.fixed("IMG-01", "image: «ghcr.io/acme/web:1.4» # keep\n")
        == "image: ghcr.io/acme/web:1.4@\(Self.digest) # keep\n")
    #expect(
      Self.fixed("IMG-01", "image: «\"docker.io/library/nginx:1.27.0\"»\r\n")
        == "image: \"docker.io/library/nginx:1.27.0@\(Self.digest)\"\r\n")
    #expect(
      Self.fixed("IMG-11", "FROM «nginx:1.27.0» AS base\n", path: "Dockerfile")
        == "FROM nginx:1.27.0@\(Self.digest) AS base\n")
  }

  @Test func `an image that no lock file has in this version stays`() {
    #expect(
      Self.fixed("IMG-01", "image: «ghcr.io/acme/api:1.4»\n")
        == "refused: no lock file has the image ghcr.io/acme/api:1.4: images.lock, docs/actions.md")
    #expect(
      Self.fixed("IMG-02", "image: «nginx:latest»\n")
        == "refused: images.lock has 1.27.0 of this image: write the tag that is meant first")
    #expect(
      Self.fixed("IMG-02", "image: «acme/tagless»\n") == "image: acme/tagless@\(Self.digest)\n")
    #expect(
      Self.fixed("IMG-01", "image: «acme/unbuilt:1»\n")
        == "refused: images.lock has no digest for acme/unbuilt:1 yet")
    #expect(
      Self.fixed("IMG-01", "image = «\"${var.r}/web:1.4\"»\n", path: "a.tf")
        == "refused: the image is put together from parts")
  }

  @Test func `an action gets the commit, and the tag as its comment`() {
    #expect(
      Self.fixed("IMG-09", "- uses: «actions/checkout@v4»\n")
        == "- uses: actions/checkout@\(Self.commit) # v4.2.2\n")
    #expect(
      Self.fixed("IMG-09", "- uses: «Actions/Checkout@v4.2.2» # v4\n")
        == "- uses: Actions/Checkout@\(Self.commit) # v4.2.2\n")
    #expect(
      Self.fixed("IMG-09", "- uses: «\"github/codeql-action/init@v3\"»  # the scan\n")
        == "- uses: \"github/codeql-action/init@\(Self.commit)\"  # the scan\n")
  }

  @Test func `an action of another version stays`() {
    #expect(
      Self.fixed("IMG-09", "- uses: «actions/checkout@v3»\n")
        == "refused: docs/actions.md has v4.2.2 of actions/checkout, the workflow asks for v3")
    #expect(
      Self.fixed("IMG-09", "- uses: «actions/checkout@main»\n")
        == "refused: docs/actions.md has v4.2.2 of actions/checkout, the workflow asks for main")
    #expect(
      Self.fixed("IMG-09", "- uses: «actions/checkout@v»\n")
        == "refused: docs/actions.md has v4.2.2 of actions/checkout, the workflow asks for v")
  }

  @Test func `a limit is added in the style of the container`() {
    #expect(
      Self.limit(
        """
        spec:
          containers:
            - «name: web»   # the site
              image: web
              # resources come later
            - name: other
        """) == """
          spec:
            containers:
              - name: web   # the site
                image: web
                resources:
                  limits:
                    memory: 512Mi
                # resources come later
              - name: other
          """)
    #expect(Self.limit("- {«name: a»}\n") == "- {name: a, resources: {limits: {memory: 512Mi}}}\n")
    #expect(
      Self.limit("- name: a\n  «resources»: {}\n") == "- name: a\n  resources: {limits: {memory: 512Mi}}\n")
    #expect(
      Self.limit("- name: a\n  «resources»:\n") == "- name: a\n  resources: {limits: {memory: 512Mi}}\n")
    #expect(
      Self.limit("- name: a\n  «resources»: null # none\n")
        == "- name: a\n  resources: {limits: {memory: 512Mi}} # none\n")
  }

  @Test func `what is there already is completed, with its indentation and line ends`() {
    #expect(
      Self.limit("- name: a\r\n  resources:\r\n      «limits»:\r\n          cpu: 1\r\n  image: b")
        == "- name: a\r\n  resources:\r\n      limits:\r\n          cpu: 1\r\n          memory: 512Mi\r\n  image: b"
    )
    #expect(
      Self.limit("- name: a\n  «resources»:\n      requests:\n          cpu: 1")
        == "- name: a\n  resources:\n      requests:\n          cpu: 1\n      limits:\n          memory: 512Mi"
    )
    #expect(
      Self.limit("- name: a\n  resources: {«limits»: {cpu: 1}}\n")
        == "- name: a\n  resources: {limits: {cpu: 1, memory: 512Mi}}\n")
  }

  @Test func `JSON stays JSON`() {
    #expect(
      Self.limit("{\"c\": [{\n  «\"name\": \"a\"»\n}]}\n", path: "a.json")
        == "{\"c\": [{\n  \"name\": \"a\",\n  \"resources\": {\"limits\": {\"memory\": \"512Mi\"}}\n}]}\n")
  }

  @Test func `a text block keeps its end`() {
    #expect(
      Self.limit("- «name: a»\n  args:\n    - |+\n      x\n\n- name: b\n")
        == "- name: a\n  resources:\n    limits:\n      memory: 512Mi\n  args:\n    - |+\n      x\n\n- name: b\n"
    )
  }

  @Test func `what would change more than the container stays`() {
    let reason =
      "refused: the container is written in a way that is not edited: an alias, a merge key or a text block"
    #expect(Self.limit("a: &r {limits: {}}\nc:\n  - «name: a»\n    resources: *r\n") == reason)
    #expect(Self.limit("a: &r {image: b}\nc:\n  - «name: a»\n    <<: *r\n") == reason)
    #expect(Self.limit("- name: a\n  «resources»: text\n") == reason)
    #expect(
      Self.limit("resource \"x\" \"y\" {\n  «container» {}\n}\n", path: "a.tf")
        == "refused: requests and limits are added to YAML and JSON manifests alone")
    #expect(
      Self.fixed("RES-01", "- «name: a»\n")
        == "refused: no value is set: policies: {RES-01: {params: {value: …}}} in .mlguard.yaml gives it")
    #expect(Self.limit("- «name: a»\n", value: "1Gi, x: 2").hasPrefix("refused: no value is set"))
  }

  @Test func `a repository becomes immutable where it says otherwise, wherever that is`() {
    #expect(
      Self.fixed("IMG-06", "  image_tag_mutability = «\"MUTABLE\"» # yet\n", path: "a.tf")
        == "  image_tag_mutability = \"IMMUTABLE\" # yet\n")
    #expect(Self.fixed("IMG-06", "mutability: «MUTABLE»\n") == "mutability: IMMUTABLE\n")
  }

  @Test func `an attribute is added without moving the signs of equality`() {
    #expect(
      Self.fixed(
        "IMG-06",
        """
        «resource "aws_ecr_repository" "a"» {
          name = "a" # the name
          force_delete = true
          image_scanning_configuration {
            scan_on_push = true
          }
        }
        """, path: "a.tf") == """
          resource "aws_ecr_repository" "a" {
            name = "a" # the name
            force_delete = true

            image_tag_mutability = "IMMUTABLE"

            image_scanning_configuration {
              scan_on_push = true
            }
          }
          """)
    #expect(
      Self.fixed("IMG-06", "«resource \"aws_ecr_repository\" \"a\"» {}\n", path: "a.tf")
        == "resource \"aws_ecr_repository\" \"a\" {\n  image_tag_mutability = \"IMMUTABLE\"\n}\n")
    #expect(
      Self.fixed(
        "IMG-06", "«resource \"aws_ecr_repository\" \"a\"» {\r\n  name = \"a\"\r\n}\r\n", path: "a.tf")
        == "resource \"aws_ecr_repository\" \"a\" {\r\n  name = \"a\"\r\n\r\n  image_tag_mutability = \"IMMUTABLE\"\r\n}\r\n"
    )
    #expect(
      Self.fixed("IMG-06", "«resource \"aws_ecr_repository\" \"a\"» { name = \"a\" }\n", path: "a.tf")
        == "refused: the block is written on one line")
  }

  static func statement(_ actions: String, _ resources: String, _ rest: String) -> String {
    fixed(
      "IAM-03",
      """
      data "aws_iam_policy_document" "read" {
        statement {
          actions   = \(actions)
          resources = \(resources) # all
        }
      }
      \(rest)
      """, path: "modules/app/main.tf")
  }

  @Test func `a statement is narrowed to the one resource that the module declares`() {
    let bucket = "resource \"aws_s3_bucket\" \"data\" {}"
    #expect(
      Self.statement("[\"s3:GetObject\", \"s3:PutObject\"]", "[«\"*\"»]", bucket).contains(
        "    resources = [aws_s3_bucket.data.arn, \"${aws_s3_bucket.data.arn}/*\"] # all\n"))
    #expect(
      Self.statement("[\"sqs:SendMessage\"]", "[«\"*\"»]", "resource \"aws_sqs_queue\" \"q\" {}").contains(
        "    resources = [aws_sqs_queue.q.arn] # all\n"))
  }

  @Test func `a statement stays where something would be guessed`() {
    let bucket = "resource \"aws_s3_bucket\" \"data\" {}\n"
    let get = "[\"s3:GetObject\"]"
    #expect(
      Self.statement(get, "[«\"*\"»]", bucket + bucket.replacing("data", with: "logs"))
        == "refused: the module declares more than one aws_s3_bucket")
    #expect(Self.statement(get, "[«\"*\"»]", "") == "refused: the module declares no aws_s3_bucket")
    #expect(
      Self.statement(get, "[«\"*\"»]", "resource \"aws_s3_bucket\" \"data\" {\n  count = 2\n}")
        == "refused: the module declares more than one aws_s3_bucket")
    #expect(
      Self.statement("[\"s3:GetObject\", \"sqs:SendMessage\"]", "[«\"*\"»]", bucket)
        == "refused: the actions are of s3, sqs: no one kind of resource is meant")
    #expect(
      Self.statement("[\"s3:GetObject\", \"s3:ListAllMyBuckets\"]", "[«\"*\"»]", bucket)
        == "refused: some of the actions take no resource, or are all of a service")
    #expect(Self.statement("var.actions", "[«\"*\"»]", bucket) == "refused: the actions are not written out")
    #expect(
      Self.statement(get, "concat([«\"*\"»])", bucket)
        == "refused: only \"*\" in a statement block is narrowed")
  }

  @Test func `every fixer belongs to a policy that is shipped`() throws {
    let policies = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "policies")
    let files = try FileManager.default.subpathsOfDirectory(atPath: policies.path)
    for id in FixProposal.policies {
      #expect(files.contains { $0.split(separator: "/").last?.hasPrefix(id + "-") ?? false }, "\(id)")
    }
  }

  @Test func `a broken lock file is named with its line`() {
    let file = Self.file(
      "images.lock", "images:\n  - {image: web, tag: x}\n  - {image: w, tag: x, digest: sha256:1}\n")
    #expect(
      LockFiles([file]).faults == [
        "images.lock:2:5: an image has 'image', 'digest' and mostly 'tag'",
        "images.lock:3:5: w:x: a sha256 digest is 64 lower-case hex digits, not 1",
      ])
    #expect(
      LockFiles([Self.file("x.lock", "a: 1\n")]).faults == [
        "x.lock:1:1: has neither 'images:' nor 'actions:'"
      ])
  }
}
