internal import Delivery
internal import ResourceModel
internal import SourceText
internal import Testing
internal import Values
internal import YAMLSyntax

struct WorkflowTests {
  private func read(_ text: String, _ path: String) -> (facts: FileFacts, bytes: [UInt8]) {
    let bytes = Array(text.utf8)
    let stream = YAMLParser.parse(SourceFile(id: FileID(0), path: path, bytes: bytes))
    return (WorkflowReader.read(stream, path: path), bytes)
  }

  @Test func `jobs and steps are resources, on is a name`() {
    let (facts, bytes) = read(
      """
      name: ci
      on: {push: {branches: [main]}}
      jobs:
        build:
          runs-on: ubuntu
          container: swift:6.3
          steps:
            - uses: actions/checkout@v4
            - name: test
              run: |
                make ${{ github.sha }}
        call: {uses: org/repo/.github/workflows/x.yml@main}
      """, ".github/workflows/ci.yml")
    #expect(
      facts.resources.map { "\($0.type) \($0.address)" } == [
        "workflow .github/workflows/ci.yml",
        "job .github/workflows/ci.yml job build",
        "step .github/workflows/ci.yml job build step 1",
        "step .github/workflows/ci.yml job build step test",
        "job .github/workflows/ci.yml job call",
      ])
    #expect(facts.resources[0].value.at("on", "push", "branches")?[0]?.string == "main")
    #expect(shown(facts.resources[2].value["uses"], bytes) == "actions/checkout@v4«actions/checkout@v4»")
    #expect(facts.resources[3].value["run"]?.string == "make ${{ github.sha }}\n")
  }

  @Test func `steps of a composite action are resources`() {
    let (facts, _) = read("name: a\nruns: {using: composite, steps: [{uses: x/y@v1}]}\n", "action.yml")
    #expect(facts.resources.map(\.address) == ["action.yml", "action.yml step 1"])
    #expect(facts.resources.map(\.type) == ["action", "step"])
  }

  @Test func `other documents are left alone`() {
    #expect(read("apiVersion: v1\nkind: Pod\n", "a.yaml").facts.resources.isEmpty)
  }
}
