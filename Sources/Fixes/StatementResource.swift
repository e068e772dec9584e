internal import HCLSyntax
internal import IAMPolicy
internal import PolicyKit
internal import SourceText
internal import Values

/// Puts the one resource that a module declares in the place of `"*"` in a `statement` block.
///
/// Only where nothing has to be guessed: every action belongs to one service and can be bound to resources, and the module
/// declares exactly one resource of the service's kind, once.
enum StatementResource {
  /// The kind of resource that the actions of a service act on, and what stands behind its ARN.
  private static let kinds: [String: (type: String, suffixes: [String])] = [
    "s3": ("aws_s3_bucket", ["", "/*"]), "dynamodb": ("aws_dynamodb_table", ["", "/index/*"]),
    "sqs": ("aws_sqs_queue", [""]), "sns": ("aws_sns_topic", [""]), "kms": ("aws_kms_key", [""]),
    "secretsmanager": ("aws_secretsmanager_secret", [""]), "ecr": ("aws_ecr_repository", [""]),
    "lambda": ("aws_lambda_function", [""]), "logs": ("aws_cloudwatch_log_group", ["", ":*"]),
    "kinesis": ("aws_kinesis_stream", [""]),
  ]

  static func proposal(_ finding: Finding, _ file: SourceFile, _ context: FixContext) -> FixProposal {
    guard file.path.hasSuffix(".tf"), let written = WrittenText(at: finding.location, in: file),
      written.text == "*"
    else { return .refusal("only \"*\" in a statement block is narrowed") }
    let tree = HCLTree.parse(file.bytes, file: file.id).tree
    guard let statement = statement(around: finding.location.range, in: tree, tree.root) else {
      return .refusal("only \"*\" in a statement block is narrowed")
    }
    guard let actions = texts("actions", of: statement, in: tree), !actions.isEmpty else {
      return .refusal("the actions are not written out")
    }
    let services = Set(actions.map { String($0.split(separator: ":").first ?? "") })
    guard services.count == 1, let service = services.first, let kind = kinds[service] else {
      return .refusal(
        "the actions are of \(services.sorted().joined(separator: ", ")): no one kind of resource is meant")
    }
    let document = Value(
      .object(
        ObjectFields([
          .init("Effect", Value(.string("Allow"))),
          .init("Action", Value(.list(actions.map { Value(.string($0)) }))),
          .init("Resource", Value(.string("*"))),
        ])))
    guard PolicyStatement(document).classWideActions.count == actions.count else {
      return .refusal("some of the actions take no resource, or are all of a service")
    }
    let names = declared(kind.type, beside: file, context)
    guard names.count == 1, let name = names[0] else {
      return .refusal("the module declares \(names.isEmpty ? "no" : "more than one") \(kind.type)")
    }
    let address = "\(kind.type).\(name).arn"
    let items = kind.suffixes.map { $0.isEmpty ? address : "\"${\(address)}\($0)\"" }
    return .fix(
      Fix(
        "allow \(service) on \(kind.type).\(name) alone, the only one of the module",
        [TextEdit(items.joined(separator: ", "), replacing: finding.location.range, of: file.id)],
        narrowsAccess: true))
  }

  /// The block whose `resources` list holds the place.
  private static func statement(around range: ByteRange, in tree: HCLTree, _ body: BodyID) -> Block? {
    for case .block(let block) in tree[body].items where block.range.contains(range) {
      if tree[block.type] == "statement" {
        let holds = tree[block.body].items.contains { item in
          guard case .attribute(let attribute) = item, tree[attribute.name] == "resources",
            case .tuple = tree[attribute.value]
          else { return false }
          return attribute.range.contains(range)
        }
        return holds ? block : nil
      }
      return statement(around: range, in: tree, block.body)
    }
    return nil
  }

  private static func texts(_ name: String, of block: Block, in tree: HCLTree) -> [String]? {
    for case .attribute(let attribute) in tree[block.body].items where tree[attribute.name] == name {
      guard case .tuple(let elements) = tree[attribute.value] else { return nil }
      let texts = tree[elements].map { tree.literalString($0) }
      return texts.contains(nil) ? nil : texts.compactMap { $0 }
    }
    return nil
  }

  /// Names of the resources of a type in the file's folder; nil for one that is made several times, or not always.
  private static func declared(_ type: String, beside file: SourceFile, _ context: FixContext) -> [String?] {
    let folder = file.path.split(separator: "/").dropLast()
    var names: [String?] = []
    for other in context.files
    where other.path.hasSuffix(".tf") && other.path.split(separator: "/").dropLast() == folder {
      let tree = HCLTree.parse(other.bytes, file: other.id).tree
      for case .block(let block) in tree[tree.root].items
      where tree[block.type] == "resource" && block.labels.count == 2 && tree[block.labels[0].name] == type {
        let isRepeated = tree[block.body].items.contains { item in
          guard case .attribute(let attribute) = item else { return false }
          return ["count", "for_each"].contains(tree[attribute.name])
        }
        names.append(isRepeated ? nil : tree[block.labels[1].name])
      }
    }
    return names
  }
}
