internal import Testing
internal import Values

@testable internal import IAMPolicy

struct PermissionsTests {
  private func statement(
    _ effect: String, _ actions: String, on resource: String = "*", not: Bool = false,
    if condition: (key: String, value: String)? = nil
  ) -> PolicyStatement {
    var fields: [ObjectFields.Field] = [
      .init("Effect", Value(.string(effect))),
      .init(
        not ? "NotAction" : "Action",
        Value(.list(actions.split(separator: " ").map { Value(.string(String($0))) }))),
      .init("Resource", Value(.string(resource))),
    ]
    if let condition {
      let test = Value(.object(ObjectFields([.init(condition.key, Value(.string(condition.value)))])))
      fields.append(.init("Condition", Value(.object(ObjectFields([.init("StringEquals", test)])))))
    }
    return PolicyStatement(Value(.object(ObjectFields(fields))))
  }

  private func isAdministration(_ statements: PolicyStatement...) -> Bool {
    let granted = Permissions(statements)
    return granted.everywhere.subtracting(granted.denied).isAdministration
  }

  @Test func `everything but identities, and identities, are everything together`() {
    let others = statement("Allow", "iam:* organizations:*", not: true)
    #expect(!isAdministration(others))
    #expect(isAdministration(others, statement("Allow", "iam:*")))
    #expect(!isAdministration(others, statement("Allow", "iam:Get* iam:List*")))
    #expect(!isAdministration(others, statement("Allow", "iam:*", on: "arn:aws:iam::*:role/a")))
  }

  @Test func `a denial takes away what it is about, where it always applies`() {
    let all = statement("Allow", "*")
    #expect(isAdministration(all))
    #expect(!isAdministration(all, statement("Deny", "iam:*")))
    #expect(!isAdministration(all, statement("Deny", "s3:*", not: true)))
    #expect(isAdministration(all, statement("Deny", "iam:DeleteRole")))
    #expect(isAdministration(all, statement("Deny", "iam:*", on: "arn:aws:iam::*:role/a")))
    #expect(isAdministration(all, statement("Deny", "iam:*", if: ("aws:PrincipalTag/team", "a"))))
  }

  @Test func `a service is whole when nothing that changes it is left out`() {
    func services(_ patterns: String) -> [String] {
      Permissions([statement("Allow", patterns)]).anywhere.wholeServices
    }
    #expect(services("SQS:*") == ["sqs"])
    #expect(
      services("sqs:A* sqs:C* sqs:De* sqs:P* sqs:R* sqs:S* sqs:T* sqs:U*") == ["sqs"],
      "reads are left out")
    #expect(services("sqs:A* sqs:C* sqs:De*") == [])
    #expect(services("nosuchservice:*") == [])
  }
}
