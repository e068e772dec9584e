internal import Values

/// A native ValidatingAdmissionPolicy with the one binding that it is judged under.
///
/// Source of every rule: k8s.io/api/admissionregistration/v1 and the API server's `validating` plugin.
struct AdmissionPolicy: Sendable {
  struct Validation: Sendable {
    var expression: SourceExpression
    var message: String?
    var messageExpression: SourceExpression?
  }

  struct AuditAnnotation: Sendable {
    var key: String
    var valueExpression: SourceExpression
  }

  /// What an error of an expression does to the object.
  enum FailurePolicy: Sendable { case fail, ignore }

  /// Where `params` comes from.
  enum Parameters: Sendable {
    /// The policy has no paramKind.
    case none
    /// An object among the policy files.
    case value(Value)
    /// An object that the repository may hold.
    case named(kind: PolicyMatch.Kind, name: String, namespace: String?)
    /// No binding says which object it is.
    case unbound(kind: String)
  }

  var match: AdmissionMatch
  /// Of the binding; nil when it adds nothing.
  var bindingMatch: AdmissionMatch?
  var conditions: [SourceExpression] = []
  var variables: [PolicyRule.Variable] = []
  var validations: [Validation] = []
  var auditAnnotations: [AuditAnnotation] = []
  var failurePolicy: FailurePolicy = .fail
  var parameters: Parameters = .none
}
