internal import SourceText
internal import Terraform
internal import Testing

/// Configurations that would exhaust or crash an evaluator: each answers, within the test's time.
struct HostileConfigurationTests {
  private func problems(_ text: String) -> [String] {
    RootPrinter(["main.tf": text]).evaluate()?.problems.map(\.message) ?? ["no configuration"]
  }

  @Test func `a long chain of locals spends the budget`() {
    let links = (0..<5_000).map { "  l\($0) = \"${local.l\($0 + 1)}x\"\n" }.joined()
    let found = problems("locals {\n\(links)  l5000 = 1\n}\noutput \"o\" { value = local.l0 }\n")
    #expect(found == ["expressions refer to each other too deeply"])
  }

  @Test func `loops in loops spend the steps`() {
    let loop = """
      locals {
        r = range(1000)
        x = [for a in local.r : [for b in local.r : [for c in local.r : [for d in local.r : a + b + c + d]]]]
      }
      """
    var inputs = RootInputs(folder: "")
    inputs.stepBudget = 200_000
    let found = RootPrinter(["main.tf": loop]).evaluate(inputs)?.problems.map(\.message)
    #expect(found?.contains("evaluation takes too many steps") == true)
  }

  @Test func `a module that calls itself ends`() {
    let found = problems("module \"m\" {\n  source = \"./\"\n}\n")
    #expect(found.contains("modules are nested more than 40 deep"))
  }

  @Test func `repetitions multiply only up to the budget`() {
    let found = RootPrinter([
      "main.tf": "module \"m\" {\n  source = \"./m\"\n  count = 1000\n}\n",
      "m/main.tf": "resource \"x_y\" \"z\" {\n  count = 1000\n}\n",
    ]).evaluate()?.problems.map(\.message)
    #expect(found == ["more than 200000 instances of resources, modules and blocks"])
  }

  @Test func `damaged configurations are evaluated without a trap`() {
    let text = """
      variable "v" {
        type    = map(object({ a = optional(string, "x"), b = list(number) }))
        default = { k = { b = [1, 2] } }
      }
      locals { l = { for k, v in var.v : k => merge(v, { c = "${v.a}-${join(",", v.b)}" }) } }
      resource "aws_vpc" "r" {
        for_each   = local.l
        cidr_block = cidrsubnet("10.0.0.0/8", 8, length(each.value.b))
        tags       = { for t in [each.key, each.value.c] : t => try(each.value.d, null) }
      }
      data "aws_iam_policy_document" "d" {
        dynamic "statement" {
          for_each = aws_vpc.r
          content { actions = ["a:${statement.key}"] }
        }
      }
      output "o" { value = [data.aws_iam_policy_document.d.json, aws_vpc.r["k"].id, values(aws_vpc.r)[*].tags] }
      """
    var state: UInt64 = 7
    func random(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % max(1, bound)
    }
    for _ in 0..<300 {
      var bytes = Array(text.utf8)
      for _ in 0...random(3) {
        let at = random(bytes.count)
        switch random(3) {
        case 0: bytes.removeSubrange(at..<min(bytes.count, at + 1 + random(12)))
        case 1:
          let from = random(bytes.count)
          bytes.insert(contentsOf: Array(bytes[from..<min(bytes.count, from + random(30))]), at: at)
        default: bytes[at] = Array("{}[]()\"$%.,=*0a".utf8)[random(15)]
        }
      }
      let file = SourceFile(id: FileID(0), path: "main.tf", bytes: bytes)
      let result = ModuleLibrary(RepositoryFiles([file])).evaluate(RootInputs(folder: ""))
      #expect(result != nil)
    }
  }
}
