internal import Testing

/// `mlguard scan --plan`
struct PlanScanTests {
  private let source = [
    "live/prod/main.tf": """
    variable "password" {
      type      = string
      sensitive = true
    }
    resource "aws_db_instance" "main" {
      password = var.password
    }
    resource "aws_ecr_repository" "images" {
      name                 = "images"
      image_tag_mutability = "MUTABLE"
    }
    """,
    "unrelated.yaml": "kind: [",
  ]

  private let plan = """
    {"format_version": "1.2", "terraform_version": "1.11.4",
     "variables": {"password": {"value": "hunter2-Secret"}},
     "resource_changes": [
      {"address": "aws_db_instance.main", "mode": "managed", "type": "aws_db_instance", "name": "main",
       "change": {"actions": ["create"],
        "after": {"password": "hunter2-Secret", "tags": null},
        "after_unknown": {"id": true, "kms_key_id": true}, "after_sensitive": {"password": true}}},
      {"address": "aws_ecr_repository.images", "mode": "managed", "type": "aws_ecr_repository", "name": "images",
       "change": {"actions": ["create"],
        "after": {"name": "images", "image_tag_mutability": "MUTABLE"}, "after_unknown": {"id": true}, "after_sensitive": {}}}],
     "configuration": {"root_module": {"variables": {"password": {"sensitive": true}}, "resources": [
      {"address": "aws_db_instance.main", "mode": "managed", "type": "aws_db_instance", "name": "main",
       "expressions": {"password": {"references": ["var.password"]}}}]}}}
    """

  @Test func `findings point at the source of the root`() throws {
    let run = try CommandRun(source)
    try run.write(plan, to: "plan.json")
    let result = try run("scan", "--plan", "plan.json", "--root", "live/prod")
    #expect(result.code == 1)
    #expect(result.output.contains("live/prod/main.tf:10:26 error IMG-06"), "\(result)")
    #expect(!result.output.contains("unrelated"))
  }

  @Test func `without a root they point at the address in the plan`() throws {
    let run = try CommandRun()
    try run.write(plan, to: "plans/plan.json")
    let result = try run("scan", "--plan", "plans/plan.json")
    #expect(result.code == 1)
    #expect(result.output.contains("plans/plan.json:8:16 error IMG-06"), "\(result)")
    #expect(result.output.contains(" aws_ecr_repository.images "))
    // What a variable gives is no literal of the repository.
    #expect(!result.output.contains(" error SEC-01 "))
  }

  @Test(arguments: ["text", "json", "sarif", "junit"], [[], ["--root", "live/prod"]])
  func `nothing of a plan but addresses is in a report`(format: String, root: [String]) throws {
    let run = try CommandRun(source)
    try run.write(
      plan.replacing(
        "\"tags\": null", with: "\"identifier\": \"hunter2-Secret\", \"username\": \"nobody-says-this\""),
      to: "plan.json")
    let result = try run.run(["scan", "--plan", "plan.json", "--format", format] + root)
    #expect(result.code == 1)
    #expect(!(result.output + result.errors).contains("hunter2"))
    #expect(!(result.output + result.errors).contains("nobody-says-this"))
  }

  @Test func `what is no plan is wrong usage`() throws {
    let run = try CommandRun(["a.json": "{", "state.json": #"{"format_version": "1.0", "values": {}}"#])
    func errors(_ arguments: String...) throws -> String {
      let result = try run.run(["scan"] + arguments)
      #expect(result.code == 2)
      return result.errors
    }
    let command = "terraform show -json tfplan > plan.json"
    #expect(try errors("--plan", "a.json") == "mlguard: a.json is no JSON text; \(command)\n")
    #expect(
      try errors("--plan", "state.json") == "mlguard: state.json is a state, not a plan; \(command)\n")
    #expect(try errors("--plan", "none.json") == "mlguard: none.json: no such file or directory\n")
    #expect(try errors("--root", ".").contains("--root goes with --plan"))
    try run.write(plan, to: "plan.json")
    #expect(
      try errors("--plan", "plan.json", "--root", ".")
        == "mlguard: . holds no Terraform configuration; give the folder in which terraform plan was run\n")
    #expect(try errors("--plan", "plan.json", ".").contains("--root"))
  }

  @Test func `a plan that ended with an error is not whole`() throws {
    let run = try CommandRun()
    try run.write(#"{"format_version": "1.2", "errored": true, "resource_changes": []}"#, to: "plan.json")
    let result = try run("scan", "--plan", "plan.json")
    #expect(result.code == 3)
    #expect(result.output.contains("the plan ended with an error"))
  }
}
