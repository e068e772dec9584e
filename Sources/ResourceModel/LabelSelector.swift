public import Values

/// Kubernetes label selectors.
public enum LabelSelector {
  /// `matchLabels` and `matchExpressions` together; an empty selector matches everything.
  public static func matches(_ selector: Value, _ labels: Value?) -> Bool {
    for field in selector["matchLabels"]?.object?.fields ?? [] {
      guard let wanted = field.value.string, labels?[field.name]?.string == wanted else { return false }
    }
    for expression in selector["matchExpressions"]?.list ?? [] {
      let present = labels?[expression["key"]?.string ?? ""]?.string
      let values = (expression["values"]?.list ?? []).compactMap(\.string)
      let holds =
        switch expression["operator"]?.string {
        case "In": present.map { values.contains($0) } ?? false
        case "NotIn": present.map { !values.contains($0) } ?? true
        case "Exists": present != nil
        case "DoesNotExist": present == nil
        default: false
        }
      guard holds else { return false }
    }
    return true
  }
}
