internal import ResourceModel
internal import Terraform
internal import Testing
internal import Values

/// What stays known of a value when a part of it is unknown.
struct KnownPartsTests {
  /// `local.u` and `local.v` are unknown; the parts of output `o` are compared.
  private func check(
    _ expression: String, _ expected: String, _ more: String = "",
    at location: SourceLocation = #_sourceLocation
  ) {
    let printer = RootPrinter([
      "main.tf": """
      variable "u" { type = string }
      variable "list" { type = list(string) }
      variable "map" { type = map(string) }
      \(more)
      output "o" { value = \(expression) }
      """
    ])
    let value = printer.evaluate()?.root.outputValues["o"]
    #expect(value.map(Self.text) == expected, sourceLocation: location)
  }

  private static func text(_ value: Value) -> String {
    if let encoded = value.origin.encoded?.value { return "encodes " + text(encoded) }
    switch value.content {
    case .null: return "null"
    case .bool(let flag): return "\(flag)"
    case .number(let number): return number.text
    case .string(let text): return "'\(text)'"
    case .list(let elements): return "[" + elements.map(text).joined(separator: ", ") + "]"
    case .object(let fields): return text(fields)
    case .unknown(let unknown):
      switch unknown.parts {
      case nil: return "?"
      case .text(let pieces)?:
        return "'"
          + pieces.map { piece in
            if case .known(let text) = piece { text } else { "?" }
          }.joined() + "'"
      case .object(let fields)?: return "open " + text(fields)
      case .list(let elements)?: return "open [" + elements.map(text).joined(separator: ", ") + "]"
      }
    }
  }

  private static func text(_ fields: ObjectFields) -> String {
    let known = fields.fields.map { "\($0.name): \(text($0.value))" }
    let open = fields.openFields.map { "\(text(Value(.unknown($0.name)))): \(text($0.value))" }
    return "{" + (known + open + (fields.rest == nil ? [] : ["…"])).joined(separator: ", ") + "}"
  }

  @Test func `a template keeps what it says around an unknown part`() {
    check("\"arn:aws:s3:::${var.u}/data/*\"", "'arn:aws:s3:::?/data/*'")
    check("\"${var.u}:${\"a-${var.u}\"}\"", "'?:a-?'")
    check("format(\"%s:sub/%d%%\", var.u, 3)", "'?:sub/3%'")
    check("join(\"/\", [\"a\", var.u, \"b\"])", "'a/?/b'")
    check("\"%{ for e in [\"x\", var.u] }<${e}>%{ endfor }\"", "'<x><?>'")
    check("join(\"/\", var.list)", "?")
  }

  @Test func `an unknown key leaves the other fields`() {
    check("{ a = 1, \"${var.u}:sub\" = \"x\" }", "open {a: 1, '?:sub': 'x', …}")
    check("{ for k in [\"a\", var.u] : \"k-${k}\" => 1 }", "open {k-a: ?, 'k-?': 1, …}")
    check("{ a-b = 1, \"a-${var.u}\" = 2 }", "open {a-b: ?, 'a-?': 2, …}")
    check("merge({ a = 1 }, var.map, { b = 2 })", "open {a: ?, b: 2, ?: ?, …}")
    check("concat([\"a\"], var.list, [\"b\"])", "open ['a', ?, 'b']")
  }

  @Test func `an encoding keeps unknown leaves as leaves`() {
    check(
      "jsonencode({ S = [{ C = { StringEquals = { \"${var.u}:sub\" = \"x\" } }, R = \"arn:${var.u}\" }] })",
      "encodes {S: [{C: {StringEquals: {'?:sub': 'x', …}}, R: 'arn:?'}]}")
  }

  @Test func `a policy document keeps its statements`() {
    check(
      "data.aws_iam_policy_document.d.json",
      "encodes {Version: '2012-10-17', Statement: [{Effect: 'Allow', Action: 's3:*', Resource: ?, Condition: "
        + "{StringEquals: {aws:a: 'y', '?:sub': 'x', …}}}, ?]}",
      """
      data "aws_iam_policy_document" "d" {
        statement {
          actions   = ["s3:*"]
          resources = [var.u]
          condition {
            test     = "StringEquals"
            variable = "${var.u}:sub"
            values   = ["x"]
          }
          condition {
            test     = "StringEquals"
            variable = "aws:a"
            values   = ["y"]
          }
        }
        dynamic "statement" {
          for_each = var.list
          content { actions = [statement.value] }
        }
      }
      """)
  }
}
