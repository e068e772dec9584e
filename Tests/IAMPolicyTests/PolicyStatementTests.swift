internal import Testing
internal import Values

@testable internal import IAMPolicy

struct PolicyStatementTests {
  /// A statement of the fields; texts are strings, lists of texts lists.
  private func statement(_ fields: (String, Value)...) -> PolicyStatement {
    PolicyStatement(Value(.object(ObjectFields(fields.map { .init($0.0, $0.1) }))))
  }

  private func text(_ text: String) -> Value { Value(.string(text)) }
  private func list(_ texts: String...) -> Value { Value(.list(texts.map { Value(.string($0)) })) }
  private func condition(_ operation: String, _ key: String, _ values: Value) -> Value {
    Value(.object(ObjectFields([.init(operation, Value(.object(ObjectFields([.init(key, values)]))))])))
  }

  private func printed(_ truth: Truth) -> String {
    switch truth {
    case .yes: "yes"
    case .no: "no"
    case .open(let reasons): "open: " + reasons.map(\.phrase).joined(separator: "; ")
    }
  }

  @Test(arguments: [
    ("*", "*", "yes"), ("*:*", "*", "yes"), ("*", "arn:aws:s3:::a/*", "no"), ("s3:*", "*", "no"),
    ("*", "arn:*:*:*:*:*", "yes"), ("S3:GetObject", "*", "no"),
  ])
  func `everything is every action on every resource`(action: String, resource: String, answer: String) {
    let statement = statement(
      ("Effect", text("Allow")), ("Action", list("a:B", action)), ("Resource", text(resource)))
    #expect(printed(statement.allowsEverything) == answer)
  }

  @Test func `a denial allows nothing, and an unknown effect may`() {
    let unknown = Value(.unknown(Unknown([.init("variable \"a\" has no value")])))
    func answer(_ effect: Value) -> String {
      printed(
        statement(("Effect", effect), ("Action", text("*")), ("Resource", text("*"))).allowsEverything)
    }
    #expect(answer(text("Deny")) == "no")
    #expect(answer(text("allow")) == "no")
    #expect(answer(unknown) == "open: variable \"a\" has no value")
  }

  @Test func `what another resource gives is the name of one thing`() {
    let arn = Value(.unknown(Unknown([.init("aws_s3_bucket.a is known only after apply")])))
    let statement = statement(("Effect", text("Allow")), ("Action", text("*")), ("Resource", arn))
    #expect(printed(statement.allowsEverything) == "no")
  }

  @Test(arguments: [
    ("StringEquals", "aws:PrincipalOrgID", "o-1", "no"),
    ("StringLike", "aws:PrincipalOrgID", "*", "yes"),
    ("ForAllValues:StringEquals", "aws:PrincipalOrgID", "o-1", "yes"),
    ("StringEqualsIfExists", "aws:SourceAccount", "111111111111", "yes"),
    ("StringNotEquals", "aws:PrincipalOrgID", "o-1", "yes"),
    ("Bool", "aws:SecureTransport", "true", "yes"),
    ("StringEquals", "aws:RequestedRegion", "eu-west-2", "yes"),
    ("IpAddress", "aws:SourceIp", "0.0.0.0/0", "yes"),
    ("IpAddress", "aws:SourceIp", "192.0.2.0/24", "no"),
  ])
  func `a condition guards only where not everybody meets it`(
    operation: String, key: String, value: String, answer: String
  ) {
    let statement = statement(
      ("Effect", text("Allow")), ("Principal", text("*")), ("Action", text("s3:GetObject")),
      ("Condition", condition(operation, key, list(value))))
    #expect(printed(statement.admitsEverybody) == answer)
  }

  @Test(arguments: [
    ("s3:GetObject", true), ("s3:getobject", true), ("s3:ListAllMyBuckets", false), ("s3:Get*", true),
    ("ec2:Describe*", false), ("ec2:DescribeInstances", false), ("nothing:Get", false),
    ("sts:GetCallerIdentity", false), ("sqs:Send?essage", true), ("s3", false), ("", false),
  ])
  func `the catalogue tells which actions take resources`(pattern: String, takes: Bool) {
    #expect(ActionCatalogue.standard.takesResource(pattern) == takes)
  }

  @Test(arguments: [
    ("repo:example/app:environment:prod", ""), ("repo:example/app:*", ""),
    ("repo:example/*", "the subject 'repo:example/*' is anybody's"), ("*", "the subject '*' is anybody's"),
    ("repo:example/app*", "the subject 'repo:example/app*' is anybody's"),
    ("system:serviceaccount:ml:*", ""),
    ("system:serviceaccount:*:train", "the subject 'system:serviceaccount:*:train' is anybody's"),
  ])
  func `a subject is bounded by one repository or namespace`(subject: String, fault: String) {
    let keys = Value(
      .object(ObjectFields([.init("issuer:sub", text(subject)), .init("issuer:aud", text("a"))])))
    let trust = FederatedTrust(
      statement(
        ("Effect", text("Allow")), ("Action", text("sts:AssumeRoleWithWebIdentity")),
        (
          "Principal",
          Value(.object(ObjectFields([.init("Federated", text("arn:aws:iam::1:oidc-provider/issuer"))])))
        ),
        ("Condition", Value(.object(ObjectFields([.init("StringLike", keys)]))))))
    switch trust {
    case .bounded: #expect(fault == "")
    case .fault(let text, _): #expect(fault == text)
    case .open: Issue.record("open")
    }
  }
}
