internal import ResourceModel
internal import SourceText
internal import Terraform
internal import Testing
internal import Values

/// Outputs of one root as another one reads them.
struct RemoteStateTests {
  private func outputs(_ files: [String: String], of folder: String) -> [String] {
    let printer = RootPrinter(files)
    let library = ModuleLibrary(RepositoryFiles(printer.files))
    var schedule = RootSchedule(library.roots.flatMap { library.inferredInputs(of: $0) }, in: library)
    while !schedule.batch.isEmpty {
      schedule.take(schedule.batch.compactMap { library.evaluate($0, states: schedule.states) })
    }
    let root = schedule.results.first { $0.root.folder == folder }?.root
    return (root?.outputs ?? []).map {
      "\($0.name) = \(RootPrinter.text($0.value)) @ \(printer.way($0.value))"
    }
  }

  private func backend(_ key: String) -> String {
    "terraform {\n  backend \"s3\" {\n    bucket = \"states\"\n    key    = \"\(key)\"\n  }\n}\n"
  }

  private func data(_ key: String) -> String {
    "data \"terraform_remote_state\" \"s\" {\n  backend = \"s3\"\n  config  = { bucket = \"states\", key = \"\(key)\" }\n}\n"
  }

  @Test func `known outputs of the root that owns the state are the values`() {
    #expect(
      outputs(
        [
          "net/main.tf": backend("net") + """
            output "cidr" { value = "10.0.0.0/16" }
            output "token" {
              value     = "t"
              sensitive = true
            }
            """,
          "app/main.tf": backend("app") + data("net") + """
            output "cidr" { value = data.terraform_remote_state.s.outputs.cidr }
            output "token" { value = data.terraform_remote_state.s.outputs.token }
            output "other" { value = data.terraform_remote_state.s.outputs.other }
            """,
        ], of: "app")
        == [
          "cidr = '10.0.0.0/16' @ net/main.tf:7 < data.terraform_remote_state.s app/main.tf:11 < "
            + "output \"cidr\" of net net/main.tf:7",
          "token = sensitive 't' @ net/main.tf:9 < data.terraform_remote_state.s app/main.tf:12 < "
            + "output \"token\" of net net/main.tf:8",
          "other = <data.terraform_remote_state.s is read from another state> @ ?",
        ])
  }

  @Test func `one root is evaluated with the states that it reads`() {
    let printer = RootPrinter([
      "net/main.tf": backend("net") + "output \"cidr\" { value = \"10.0.0.0/16\" }\n",
      "app/main.tf": data("net")
        + "output \"cidr\" { value = data.terraform_remote_state.s.outputs[\"cidr\"] }\n",
    ])
    let library = ModuleLibrary(RepositoryFiles(printer.files))
    let states = library.states(readBy: ["app"])
    let result = library.evaluate(RootInputs(folder: "app"), states: states)
    #expect(result?.root.outputs.map { RootPrinter.text($0.value) } == ["'10.0.0.0/16'"])
  }

  @Test func `a chain of states is followed, whatever the order of the folders`() {
    let value = outputs(
      [
        "a/main.tf": data("b") + "output \"o\" { value = \"${data.terraform_remote_state.s.outputs.o}a\" }\n",
        "b/main.tf": backend("b") + data("c")
          + "output \"o\" { value = \"${data.terraform_remote_state.s.outputs.o}b\" }\n",
        "c/main.tf": backend("c") + "output \"o\" { value = \"c\" }\n",
      ], of: "a"
    ).first?.split(separator: " @ ").first
    #expect(value == "o = 'cba'")
  }

  @Test func `a state that no root or more than one owns is unknown`() {
    let reader = data("x") + "output \"o\" { value = data.terraform_remote_state.s.outputs.o }\n"
    let unknown = "o = <data.terraform_remote_state.s is read from another state>"
    for files in [
      [:], ["b/main.tf": backend("y") + "output \"o\" { value = 1 }\n"],
      [
        "b/main.tf": backend("x") + "output \"o\" { value = 1 }\n",
        "c/main.tf": backend("x") + "output \"o\" { value = 2 }\n",
      ],
    ] {
      let value = outputs(files.merging(["a/main.tf": reader]) { $1 }, of: "a").first?.split(separator: " @ ")
        .first
      #expect(value.map(String.init) == unknown)
    }
  }
}
