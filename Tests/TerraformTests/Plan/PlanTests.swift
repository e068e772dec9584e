internal import ResourceModel
internal import SourceText
internal import Testing
internal import Values

@testable import Terraform

/// A plan in, the resources that it leads to out.
struct PlanTests {
  func plan(_ text: String) -> SourceFile {
    SourceFile(id: FileID(9), path: "plan.json", bytes: Array(text.utf8))
  }

  /// One line per resource: address, provider, attributes, each with the source text at its origin.
  func check(
    _ text: String, source: String? = nil, _ expected: String, at location: SourceLocation = #_sourceLocation
  ) {
    let reading = TerraformPlan.read(plan(text))
    var lines = reading.problems.map { "\($0.severity): \($0.message)" }
    if let plan = reading.plan {
      let main = SourceFile(id: FileID(0), path: "main.tf", bytes: Array((source ?? "").utf8))
      let evaluated = source.flatMap { _ in
        ModuleLibrary(RepositoryFiles([main])).evaluate(RootInputs(folder: ""))
      }
      let result = plan.result(joining: evaluated)
      for resource in result.resources {
        lines.append("\(resource.type) \(resource.address)")
        lines += resource.remarks.map { "  # \($0)" }
        let provider = resource.terraform?.provider.map { result.root.providers[$0] }
        if let provider {
          lines.append("  provider \(provider.name) \(ValuePrinter.text(provider.settings))")
        }
        for field in resource.value.object?.sortedByName ?? [] {
          var line = "  \(field.name) = \(ValuePrinter.text(field.value))"
          if let location = field.value.location, location.file == FileID(0) {
            line += " «\(String(decoding: main.bytes[location.range.indices], as: UTF8.self))»"
          }
          lines.append(line)
        }
      }
      if !result.root.outputs.isEmpty {
        lines.append("outputs \(ValuePrinter.text(result.root.outputValues))")
      }
    }
    #expect(lines.joined(separator: "\n") == expected, sourceLocation: location)
  }

  func change(_ address: String, _ change: String, type: String = "aws_x", more: String = "") -> String {
    #"{"address": "\#(address)", "mode": "managed", "type": "\#(type)", "name": "n", \#(more) "change": \#(change)}"#
  }

  func document(_ changes: String..., more: String = "") -> String {
    #"{"format_version": "1.2", "terraform_version": "1.11.4", \#(more) "resource_changes": [\#(changes.joined(separator: ","))]}"#
  }

  @Test func `what will be there is judged, with unknown and sensitive parts`() {
    check(
      document(
        change(
          "aws_x.n",
          #"{"actions": ["create"], "after": {"a": 1.50, "l": [null, {"s": "pw", "t": "x"}], "z": null}, "after_unknown": {"id": true, "l": [true, {"u": true}], "m": {"k": false}}, "after_sensitive": {"l": [false, {"s": true}]}}"#
        ),
        change("aws_x.gone", #"{"actions": ["delete"], "after": null}"#),
        change("aws_x.forgotten", #"{"actions": ["forget"], "after": null}"#),
        change("aws_x.old", #"{"actions": ["create"], "after": {}}"#, more: #""deposed": "1","#),
        change(
          "aws_x.new",
          #"{"actions": ["delete", "create"], "after": {"p": "s"}, "after_unknown": {}, "after_sensitive": true}"#
        )),
      """
      aws_x aws_x.n
        a = 1.5
        id = unknown dynamic, because aws_x.n is known only after apply
        l = [unknown dynamic, because aws_x.n is known only after apply, {s = sensitive unknown dynamic, because the value is sensitive and given when the plan is made, t = "x", u = unknown dynamic, because aws_x.n is known only after apply}]
      aws_x aws_x.new
        p = sensitive unknown dynamic, because the value is sensitive and given when the plan is made
      """)
  }

  @Test func `values point at the source that sets them`() {
    check(
      document(
        change(
          "terraform_data.n[0]",
          #"{"actions": ["create"], "after": {"input": "web-0", "block": [{"p": 2}, {"p": 1}]}, "after_unknown": {"id": true}}"#,
          type: "terraform_data"),
        change(
          "terraform_data.n[7]",
          #"{"actions": ["create"], "after": {"input": "web-7"}, "after_unknown": {}}"#,
          type: "terraform_data"),
        change(
          "terraform_data.other", #"{"actions": ["no-op"], "after": {"input": 1}}"#, type: "terraform_data")),
      source: """
        variable "stem" { default = "web" }
        resource "terraform_data" "n" {
          count = 2
          input = "${var.stem}-${count.index}"
          block { p = 1 }
          block { p = 2 }
        }
        """,
      """
      terraform_data terraform_data.n[0]
        block = [{p = 2}, {p = 1}] «block»
        input = "web-0" «"${var.stem}-${count.index}"»
      terraform_data terraform_data.n[7]
        input = "web-7" «"${var.stem}-${count.index}"»
      terraform_data terraform_data.other
        # planned, but not in the configuration beside the plan
        input = 1
      """)
  }

  @Test func `blocks of a set find the text that they were written as`() {
    let text = #"resource "aws_x" "n" { block { p = 1 } block { p = 2 } }"#.replacing(
      "} block", with: "}\nblock"
    )
    .replacing("n\" { ", with: "n\" {\n").replacing("} }", with: "}\n}")
    let main = SourceFile(id: FileID(0), path: "main.tf", bytes: Array(text.utf8))
    let source = ModuleLibrary(RepositoryFiles([main])).evaluate(RootInputs(folder: ""))
    let json = document(
      change("aws_x.n", #"{"actions": ["create"], "after": {"block": [{"p": "2"}, {"p": "1"}]}}"#))
    let value = TerraformPlan.read(plan(json)).plan?.result(joining: source).resources.first?.value
    let written = (value?["block"]?.list ?? []).map { block in
      block["p"]?.location.map { String(decoding: main.bytes[$0.range.indices], as: UTF8.self) }
    }
    #expect(written == ["2", "1"])
  }

  @Test
  func `without the source, sets that the provider chooses are left out, blocks that may be dynamic are not`()
  {
    let configuration = """
      "configuration": {"root_module": {"resources": [
        {"address": "aws_instance.n", "mode": "managed", "type": "aws_instance", "name": "n",
         "expressions": {"ami": {"constant_value": "ami-1"}}}]}},
      """
    check(
      document(
        change(
          "aws_instance.n",
          #"{"actions": ["create"], "after": {"ami": "ami-1"}, "after_unknown": {"id": true, "vpc_security_group_ids": true, "root_block_device": true}}"#,
          type: "aws_instance"), more: configuration),
      """
      aws_instance aws_instance.n
        ami = "ami-1"
        root_block_device = unknown dynamic, because aws_instance.n is known only after apply
      """)
  }

  @Test func `providers, variables, outputs and read data come from the plan`() {
    let configuration = """
      "variables": {"pw": {"value": "s3cret"}},
      "configuration": {"provider_config": {
          "aws": {"name": "aws", "expressions": {"region": {"constant_value": "eu-west-1"}, "token": {"references": ["var.pw"]}}}},
        "root_module": {"variables": {"pw": {"sensitive": true}},
          "resources": [{"address": "aws_x.n", "provider_config_key": "aws"}],
          "module_calls": {"m": {"module": {"resources": [{"address": "aws_x.n", "provider_config_key": "aws"}]}}}}},
      "prior_state": {"values": {"root_module": {"resources": [
        {"address": "data.aws_y.d", "mode": "data", "type": "aws_y", "name": "d", "values": {"k": "v"}, "sensitive_values": {}}]}}},
      "output_changes": {"o": {"actions": ["create"], "after": "x", "after_unknown": false, "after_sensitive": true}},
      """
    let text = document(
      change(
        #"module.m[\"a].b\"].aws_x.n[0]"#, #"{"actions": ["update"], "after": {"a": 1}}"#,
        more: #""module_address": "module.m[\"a].b\"]","#),
      more: configuration)
    check(
      text,
      """
      aws_x module.m["a].b"].aws_x.n[0]
        provider aws {region = "eu-west-1", token = unknown dynamic, because the plan says only that the setting refers to var.pw}
        a = 1
      data.aws_y data.aws_y.d
        k = "v"
      outputs {o = sensitive unknown dynamic, because the value is sensitive and given when the plan is made}
      """)
    let inputs = TerraformPlan.read(plan(text)).plan?.inputs.map {
      "\($0.name) = \(ValuePrinter.text($0.value))"
    }
    #expect(inputs == [#"pw = sensitive "s3cret""#])
  }

  @Test func `a file that is no whole plan says so`() {
    check(
      document(more: #""errored": true, "complete": false,"#),
      """
      error: the plan ended with an error: only what was planned before it is judged
      error: the plan is not complete: deferred changes are not in it
      """)
    check("PK\u{3}\u{4}", "error: plan.json is a binary plan")
    check("resource \"x\" {}", "error: plan.json is no JSON text")
    check("[]", "error: plan.json is no plan: it has no format_version")
    check(#"{"format_version": "2.0"}"#, "error: plan.json has plan format 2.0; 1.x is read")
    check(#"{"format_version": "1.0", "values": {}}"#, "error: plan.json is a state, not a plan")
    check(#"{"format_version": "1.0"}"#, "error: plan.json has no planned values")
  }

  @Test func `locations lie on addresses, and nothing else of the text can be quoted`() {
    let file = plan(
      document(change("aws_x.n", #"{"actions": ["create"], "after": {"a": ["x", {"address": "y"}]}}"#)))
    let read = TerraformPlan.read(file).plan
    let value = read?.result().resources.first?.value
    func texts(_ value: Value) -> Set<String> {
      let own = value.location.map { String(decoding: file.bytes[$0.range.indices], as: UTF8.self) }
      let parts = (value.list ?? []) + (value.object?.fields ?? []).map(\.value)
      return parts.reduce(Set([own].compactMap { $0 })) { $0.union(texts($1)) }
    }
    #expect(value.map(texts) == ["aws_x.n"])
    let words = String(decoding: read?.quotable.bytes ?? [], as: UTF8.self).split(separator: " ")
    #expect(words == ["aws_x.n"])
  }
}
