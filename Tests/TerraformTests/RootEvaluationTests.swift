internal import ResourceModel
internal import SourceText
internal import Terraform
internal import Testing
internal import Values

struct RootEvaluationTests {
  private func check(
    _ files: [String: String], _ expected: String, _ inputs: RootInputs = RootInputs(folder: ""),
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(RootPrinter(files).print(inputs) == expected, sourceLocation: sourceLocation)
  }

  @Test func `locals, variables and resources are evaluated when something refers to them`() {
    check(
      [
        "main.tf": """
        variable "env" { default = "dev" }
        locals {
          b = "${local.a}-x"
          a = upper(var.env)
        }
        resource "x_y" "z" { name = local.b }
        output "o" { value = x_y.z.name }
        output "id" { value = x_y.z.id }
        """
      ],
      """
      x_y.z {name: 'DEV-x'}
      o = 'DEV-x'
      id = <x_y.z is known only after apply>
      """)
  }

  @Test func `a local that refers to itself is a problem and unknown`() {
    check(
      ["main.tf": "locals {\n  a = local.b\n  b = local.a\n}\noutput \"o\" { value = local.a }\n"],
      """
      o = <local "a" refers to itself>
      main.tf:2 local "a" refers to itself, directly or through others
      """)
  }

  @Test func `count and for_each make instances`() {
    check(
      [
        "main.tf": """
        resource "x_y" "c" {
          count = 2
          n = count.index
        }
        resource "x_y" "e" {
          for_each = { b = 2, a = 1 }
          k = "${each.key}${each.value}"
        }
        resource "x_y" "s" {
          for_each = toset(["q"])
          k = each.value
        }
        output "o" { value = [x_y.c[1].n, x_y.e["a"].k, x_y.c[*].n, [for r in x_y.e : r.k]] }
        """
      ],
      """
      x_y.c[0] {n: 0}
      x_y.c[1] {n: 1}
      x_y.e["a"] {k: 'a1'}
      x_y.e["b"] {k: 'b2'}
      x_y.s["q"] {k: 'q'}
      o = [1, 'a1', [0, 1], ['a1', 'b2']]
      """)
  }

  @Test func `an unknown count leaves one instance that stands for all`() {
    check(
      [
        "main.tf": """
        variable "n" { type = number }
        resource "x_y" "c" {
          count = var.n
          i = count.index
          j = 1
        }
        """
      ],
      """
      x_y.c[?] {i: <variable "n" has no value>, j: 1}
      """)
  }

  @Test func `mistakes in count and for_each are problems`() {
    check(
      [
        "main.tf": """
        resource "x_y" "a" { count = null }
        resource "x_y" "b" { for_each = ["a"] }
        resource "x_y" "c" { count = 1000000000 }
        """
      ],
      """
      x_y.a[?] {}
      x_y.b[?] {}
      x_y.c[?] {}
      main.tf:1 count must not be null
      main.tf:2 for_each takes a map or a set of strings, this is a tuple
      main.tf:3 more than 200000 instances of resources, modules and blocks
      """)
  }

  @Test func `dynamic blocks are expanded among the static ones`() {
    check(
      [
        "main.tf": """
        variable "open" {}
        resource "x_y" "z" {
          rule { p = 1 }
          dynamic "rule" {
            for_each = { b = [2, 3] }
            iterator = r
            content {
              p = r.key
              dynamic "inner" {
                for_each = r.value
                content { q = "${r.key}${inner.value}" }
              }
            }
          }
          dynamic "gap" {
            for_each = var.open
            content {}
          }
        }
        """
      ],
      """
      x_y.z {rule: [{p: 1}, {p: 'b', inner: [{q: 'b2'}, {q: 'b3'}]}], gap: <variable "open" has no value>}
      """)
  }

  @Test func `the same module called twice is evaluated twice, in either order`() {
    let module = """
      variable "env" { type = string }
      resource "x_y" "z" { name = "svc-${var.env}" }
      output "name" { value = x_y.z.name }
      """
    let dev = "module \"dev\" {\n  source = \"./m\"\n  env = \"dev\"\n}\n"
    let prod = "module \"prod\" {\n  source = \"./m\"\n  env = \"prod\"\n}\n"
    check(
      ["main.tf": dev + prod, "m/main.tf": module],
      "module.dev.x_y.z {name: 'svc-dev'}\nmodule.prod.x_y.z {name: 'svc-prod'}")
    check(
      ["main.tf": prod + dev, "m/main.tf": module],
      "module.prod.x_y.z {name: 'svc-prod'}\nmodule.dev.x_y.z {name: 'svc-dev'}")
  }

  @Test func `a module that is not there is named and its outputs are unknown`() {
    check(
      [
        "main.tf": """
        module "vpc" {
          source = "terraform-aws-modules/vpc/aws"
        }
        output "id" { value = module.vpc.vpc_id }
        """
      ],
      """
      id = <module "vpc" (terraform-aws-modules/vpc/aws) is not in the repository>
      main.tf:2 module terraform-aws-modules/vpc/aws is not in the repository
      """)
  }

  @Test func `a module of the manifest is found`() {
    check(
      [
        "main.tf": "module \"a\" {\n  source = \"x/y/z\"\n}\noutput \"o\" { value = module.a.v }\n",
        ".terraform/modules/modules.json":
          #"{"Modules":[{"Key":"a","Source":"x","Dir":".terraform/modules/a"}]}"#,
        ".terraform/modules/a/main.tf": "output \"v\" { value = 1 }\n",
      ], "o = 1")
  }

  @Test func `variable files are taken in Terraform's order`() {
    let files = [
      "main.tf":
        "variable \"a\" { default = 0 }\nvariable \"b\" { default = 0 }\nvariable \"c\" { default = 0 }\n"
        + "output \"o\" { value = [var.a, var.b, var.c] }\n",
      "terraform.tfvars": "a = 1\nb = 1\nc = 1\n", "z.auto.tfvars": "b = 2\nc = 2\n",
      "prod.tfvars": "c = 3\n",
    ]
    check(files, "o = [1, 2, 2]")
    check(files, "o = [1, 2, 3]", RootInputs(folder: "", variableFiles: ["prod.tfvars"]))
    #expect(
      ModuleLibrary(RepositoryFiles(RootPrinter(files).files)).inferredInputs(of: "").map(\.name) == [
        nil, "prod",
      ])
  }

  @Test func `types convert values and fill optional attributes`() {
    check(
      [
        "main.tf": """
        variable "o" {
          type = object({ a = string, b = optional(number, 5), c = optional(object({ d = optional(bool, true) }), {}) })
          default = { a = 1 }
        }
        variable "n" {
          type = number
          default = "x"
        }
        variable "s" {
          default = "p"
          sensitive = true
        }
        output "o" { value = var.o }
        output "s" { value = "${var.s}!" }
        """
      ],
      """
      o = {a: '1', b: 5, c: {d: true}}
      s = sensitive 'p!'
      main.tf:7 the value of variable "n" does not fit its type: a number is required
      """)
  }

  @Test func `defaults reach into maps and lists that are given as objects and tuples`() {
    check(
      [
        "main.tf": """
        variable "m" {
          type    = map(object({ on = optional(bool, true) }))
          default = { a = {}, b = { on = false } }
        }
        variable "l" {
          type    = list(object({ n = optional(number, 1) }))
          default = [{}, { n = 2 }]
        }
        output "o" { value = [var.m, var.l] }
        """
      ], "o = [{a: {on: true}, b: {on: false}}, [{n: 1}, {n: 2}]]")
  }

  @Test func `the provider's schema tells what is null and what only the provider knows`() {
    check(
      [
        "main.tf": """
        resource "aws_vpc" "v" {
          cidr_block           = "10.0.0.0/16"
          enable_dns_hostnames = "true"
          ipv6_cidr_block      = null
          tags                 = { a = 1 }
        }
        output "o" { value = [aws_vpc.v.tags.a, aws_subnet.s.tags, aws_vpc.v.ipv6_cidr_block, aws_vpc.v.id] }
        resource "aws_subnet" "s" { vpc_id = aws_vpc.v.id }
        """
      ],
      """
      aws_vpc.v {cidr_block: '10.0.0.0/16', enable_dns_hostnames: true, ipv6_cidr_block: null, tags: {a: '1'}, \
      tags_all: {a: '1'}}
      aws_subnet.s {vpc_id: <aws_vpc.v is known only after apply>}
      o = ['1', null, <aws_vpc.v is known only after apply>, <aws_vpc.v is known only after apply>]
      """)
  }

  @Test func `what is unset or null has the provider's default where that is known`() {
    var inputs = RootInputs(folder: "")
    inputs.planning.fillsDefaults = true
    check(
      [
        "main.tf": """
        resource "aws_kms_key" "k" {
          key_usage  = null
          is_enabled = false
        }
        resource "aws_s3_object" "o" {
          bucket      = "b"
          key         = "k"
          source_hash = null
        }
        resource "aws_db_parameter_group" "g" {
          family = "f"
          parameter {
            name         = "a"
            value        = "b"
            apply_method = null
          }
        }
        output "o" { 
          value = [
            aws_kms_key.k.customer_master_key_spec, aws_kms_key.k.custom_key_store_id,
            aws_ec2_instance_connect_endpoint.e.preserve_client_ip,
          ]
        }
        resource "aws_ec2_instance_connect_endpoint" "e" { subnet_id = "subnet-1" }
        """
      ],
      """
      aws_kms_key.k {key_usage: 'ENCRYPT_DECRYPT', is_enabled: false}
      aws_s3_object.o {bucket: 'b', key: 'k', source_hash: null}
      aws_db_parameter_group.g {family: 'f', parameter: [{name: 'a', value: 'b', apply_method: 'immediate'}]}
      aws_ec2_instance_connect_endpoint.e {subnet_id: 'subnet-1'}
      o = ['SYMMETRIC_DEFAULT', null, true]
      """, inputs)
  }

  @Test func `empty sets and maps are planned as null by resources of the older SDK`() {
    check(
      [
        "main.tf": """
        resource "aws_autoscaling_group" "g" {
          max_size             = 1
          min_size             = 1
          enabled_metrics      = []
          termination_policies = []
        }
        output "o" {
          value = [aws_autoscaling_group.g.enabled_metrics, aws_autoscaling_group.g.termination_policies]
        }
        """
      ],
      """
      aws_autoscaling_group.g {max_size: 1, min_size: 1, enabled_metrics: [], termination_policies: []}
      o = [null, []]
      """)
  }

  @Test func `a block that is there once is an object to expressions`() {
    check(
      [
        "main.tf": """
        resource "aws_vpc_endpoint" "e" {
          vpc_id       = "vpc-1"
          service_name = "s3"
          timeouts {
            create = "10m"
          }
        }
        output "o" { value = [aws_vpc_endpoint.e.timeouts.create, aws_vpc_endpoint.e.timeouts.delete] }
        """
      ],
      """
      aws_vpc_endpoint.e {vpc_id: 'vpc-1', service_name: 's3', timeouts: [{create: '10m'}]}
      o = ['10m', null]
      """)
  }

  @Test func `an object of a bucket may have other default tags than the provider's`() {
    check(
      [
        "main.tf": """
        provider "aws" {
          default_tags {
            tags = { team = "a" }
          }
        }
        resource "aws_s3_object" "o" {
          bucket = "b"
          key    = "k"
          tags   = { own = "1" }
          override_provider {
            default_tags {
              tags = {}
            }
          }
        }
        """
      ],
      """
      aws_s3_object.o {bucket: 'b', key: 'k', tags: {own: '1'}, \
      override_provider: [{default_tags: [{tags: {}}]}], tags_all: {own: '1'}}
      """)
  }

  @Test func `an argument that the provider does not know gives a note with the nearest name`() {
    let result = RootPrinter([
      "main.tf": "resource \"aws_vpc\" \"v\" {\n  cidr_blok = \"10.0.0.0/16\"\n}\n"
    ]).evaluate()
    #expect(
      result?.problems.map { "\($0.severity) \($0.message): \($0.advice ?? "")" }
        == ["note aws_vpc has no argument named \"cidr_blok\": did you mean cidr_block?"])
  }

  @Test func `a mistake in an input that its module does not use is a problem all the same`() {
    check(
      [
        "main.tf": """
        module "m" {
          source = "./m"
          name   = signum(1.5)
        }
        """,
        "m/main.tf": "variable \"name\" { type = string }\n",
      ],
      "main.tf:3 invalid argument of signum(): value must be a whole number, between -9223372036854775808 and "
        + "9223372036854775807 inclusive")
  }

  @Test func `a module's input may depend on another of its outputs`() {
    check(
      [
        "main.tf": """
        module "m" {
          source = "./m"
          name   = "n"
          policy = "for ${module.m.name}"
        }
        output "o" { value = module.m.policy }
        """,
        "m/main.tf": """
        variable "name" {}
        variable "policy" {}
        output "name" { value = var.name }
        output "policy" { value = var.policy }
        """,
      ], "o = 'for n'")
  }

  @Test func `overrides replace arguments and hide nested blocks`() {
    check(
      [
        "main.tf":
          "resource \"x_y\" \"z\" {\n  a = 1\n  b = 2\n  r { c = 1 }\n  r { c = 2 }\n}\n",
        "x_override.tf": "resource \"x_y\" \"z\" {\n  b = 3\n  r { c = 9 }\n}\n",
      ], "x_y.z {a: 1, b: 3, r: [{c: 9}]}")
  }

  @Test func `the JSON syntax means the same`() {
    check(
      [
        "main.tf.json": #"""
        {"variable": {"e": {"type": "string", "default": "dev"}},
         "locals": {"n": "${var.e}-x"},
         "resource": {"x_y": {"z": {"name": "${local.n}", "count": 1, "r": [{"c": 1}]}}},
         "output": {"o": {"value": "${x_y.z[0].name}"}}}
        """#
      ], "x_y.z[0] {name: 'dev-x', r: [{c: 1}]}\no = 'dev-x'")
  }

  @Test func `a policy document is written as the provider does`() {
    let printer = RootPrinter([
      "main.tf": """
      data "aws_iam_policy_document" "d" {
        statement {
          sid       = "A"
          actions   = ["s3:GetObject", "s3:PutObject"]
          resources = ["arn:aws:s3:::b/&{aws:username}"]
        }
      }
      output "o" { value = data.aws_iam_policy_document.d.minified_json }
      """
    ])
    #expect(
      printer.evaluate()?.root.outputValues["o"]?.string
        == #"{"Version":"2012-10-17","Statement":[{"Sid":"A","Effect":"Allow","#
        + #""Action":["s3:PutObject","s3:GetObject"],"Resource":"arn:aws:s3:::b/${aws:username}"}]}"#)
  }

  @Test func `an encoded value keeps its structure where the text is unknown`() {
    let result = RootPrinter([
      "main.tf": """
      resource "x_b" "b" {}
      resource "x_y" "z" { policy = jsonencode({ Resource = x_b.b.arn, Effect = "Allow" }) }
      """
    ]).evaluate()
    let policy = result?.resources.last?.value["policy"]
    #expect(policy?.isKnown == false)
    #expect(
      policy?.origin.encoded.map { RootPrinter.text($0.value) }
        == "{Resource: <x_b.b is known only after apply>, Effect: 'Allow'}")
  }

  @Test func `a value knows its text and the way that it took`() {
    let printer = RootPrinter([
      "main.tf": """
      variable "image" {}
      module "web" {
        source = "./web"
        image  = var.image
      }
      """, "prod.tfvars": "image = \"web:1\"\n",
      "web/main.tf": "variable \"image\" {}\nresource \"x_y\" \"z\" {\n  image = var.image\n}\n",
    ])
    let result = printer.evaluate(RootInputs(folder: "", variableFiles: ["prod.tfvars"]))
    #expect(
      printer.way(result?.resources.first?.value["image"])
        == "prod.tfvars:1 < variable \"image\" web/main.tf:3 < module call \"web\" main.tf:4"
        + " < variable \"image\" main.tf:4 < variable file prod.tfvars prod.tfvars:1")
  }

  @Test func `the facts of a root are its backend, providers and remote states`() {
    let result = RootPrinter([
      "main.tf": """
      terraform {
        required_providers { aws = { source = "hashicorp/aws", version = "~> 5.0" } }
        backend "s3" {
          bucket = "b"
        }
      }
      provider "aws" { region = "eu-west-1" }
      provider "aws" {
        alias  = "west"
        region = "us-west-2"
      }
      data "terraform_remote_state" "n" {
        backend = "s3"
        config  = { key = "k" }
      }
      resource "aws_x" "z" { provider = aws.west }
      """, "dev.tfbackend": "key = \"dev\"\n",
    ]).evaluate(RootInputs(folder: "", backendFiles: ["dev.tfbackend"]))
    let root = result?.root
    #expect(root?.backend?.type == "s3")
    #expect(root?.backend.map { RootPrinter.text($0.settings) } == "{bucket: 'b', key: 'dev'}")
    #expect(
      root?.providers.map { "\($0.alias ?? "-") \(RootPrinter.text($0.settings))" }
        == ["- {region: 'eu-west-1'}", "west {region: 'us-west-2'}"])
    #expect(root?.remoteStates.map { RootPrinter.text($0.settings) } == ["{key: 'k'}"])
    #expect(root?.requirements.map(\.version) == ["~> 5.0"])
    #expect(result?.resources.last?.terraform?.provider == 1)
  }

  @Test func `a splat over the resource itself answers at once`() {
    let result = RootPrinter([
      "main.tf": "resource \"x_y\" \"z\" {\n  count = 50\n  n = length(x_y.z[*].id)\n}\n"
    ]).evaluate()
    #expect(result?.resources.count == 50)
    #expect(result?.problems.map(\.message) == ["x_y.z refers to itself, directly or through others"])
  }

  @Test func `try and can hide only the mistakes of their own arguments`() {
    check(
      [
        "main.tf": """
        locals { o = { a = 1 } }
        output "a" { value = try(local.o.b, "none") }
        output "b" { value = can(local.o.a) }
        output "c" { value = local.o.c }
        """
      ],
      """
      a = 'none'
      b = true
      c = <the expression is in error: this object does not have an attribute named "c">
      main.tf:4 this object does not have an attribute named "c"
      """)
  }

  @Test func `templatestring renders a string that is referred to`() {
    check(
      [
        "main.tf": """
        locals { t = "hello $${n}" }
        output "a" { value = templatestring(local.t, { n = "x" }) }
        """
      ], "a = 'hello x'")
  }

  @Test func `of a provider without schema anything not written may be set by it`() {
    check(
      [
        "main.tf": """
        resource "x_y" "z" {
          identity { type = "s" }
          name = null
          dynamic "gap" {
            for_each = []
            content {}
          }
        }
        output "o" { value = [x_y.z.identity[0].principal, x_y.z.name, x_y.z.gap[0], x_y.z.identity[0].type] }
        """
      ],
      """
      x_y.z {name: null, identity: [{type: 's'}], gap: []}
      o = [<x_y.z is known only after apply>, <x_y.z is known only after apply>, \
      <x_y.z is known only after apply>, 's']
      """)
  }

  @Test func `an index with brackets is the attribute, where only a part of the object is known`() {
    check(
      [
        "main.tf": """
        resource "other_thing" "t" { a = "1" }
        output "o" { value = [other_thing.t["a"], other_thing.t["b"], try(other_thing.t["c"], "none")] }
        """
      ],
      """
      other_thing.t {a: '1'}
      o = ['1', <other_thing.t is known only after apply>, <other_thing.t is known only after apply>]
      """)
  }

  @Test func `templates are read inside of the repository only`() {
    check(
      [
        "main.tf": """
        output "a" { value = templatefile("${path.module}/t.tpl", { n = "x" }) }
        output "b" { value = file("/etc/passwd") }
        """, "t.tpl": "hello ${n}\n",
      ],
      """
      a = 'hello x
      '
      b = </etc/passwd is outside of the repository>
      """)
  }

  @Test func `outputs say whether they are sensitive or ephemeral`() {
    check(
      [
        "main.tf": """
        output "a" {
          value     = "x"
          sensitive = true
        }
        output "b" {
          value     = "y"
          ephemeral = true
        }
        output "c" { value = 1 }
        """
      ],
      """
      a (sensitive) = sensitive 'x'
      b (ephemeral) = 'y'
      c = 1
      """)
  }
}
