public import ResourceModel
internal import SourceText
internal import Values
public import YAMLSyntax

/// GitHub workflow files and composite actions → resources of the domain `workflow`.
///
/// | type | value |
/// |---|---|
/// | `workflow` | the whole file |
/// | `job` | one job, `permissions` and `env` of the workflow not merged in |
/// | `step` | one step of a job or of a composite action |
/// | `action` | the whole `action.yml` |
///
/// `${{ … }}` stays text.
public enum WorkflowReader {
  /// A pure function of one file; other documents are left alone.
  public static func read(_ stream: YAMLStream, path: String) -> FileFacts {
    var facts = FileFacts(file: stream.tree.file, path: path)
    for document in stream.documents {
      guard let root = document.root else { continue }
      switch DocumentClass(root, path: path) {
      case .gitHubWorkflow: addWorkflow(Value(root, schema: .core), path: path, to: &facts)
      case .gitHubAction: addAction(Value(root, schema: .core), path: path, to: &facts)
      case .kubernetes, .kustomization, .helmChart, .dockerCompose, .openAPI, .otherPipeline, .mlguard,
        .other,
        .empty:
        continue
      }
    }
    return facts
  }

  private static func addWorkflow(_ value: Value, path: String, to facts: inout FileFacts) {
    let name = value["name"]?.string ?? path
    add("workflow", name: name, address: path, value, to: &facts)
    for job in value["jobs"]?.object?.fields ?? [] {
      let address = "\(path) job \(job.name)"
      add("job", name: job.name, address: address, job.value, to: &facts)
      addSteps(of: job.value, address: address, to: &facts)
    }
  }

  private static func addAction(_ value: Value, path: String, to facts: inout FileFacts) {
    add("action", name: value["name"]?.string ?? path, address: path, value, to: &facts)
    if let runs = value["runs"] { addSteps(of: runs, address: path, to: &facts) }
  }

  private static func addSteps(of holder: Value, address: String, to facts: inout FileFacts) {
    for (index, step) in (holder["steps"]?.list ?? []).enumerated() where step.object != nil {
      let name = step["id"]?.string ?? step["name"]?.string ?? "\(index + 1)"
      add("step", name: name, address: "\(address) step \(name)", step, to: &facts)
    }
  }

  private static func add(
    _ type: String, name: String, address: String, _ value: Value, to facts: inout FileFacts
  ) {
    let start = ByteRange(start: 0, end: 0)
    facts.resources.append(
      Resource(
        domain: .workflow, type: type, name: name, address: address, value: value,
        location: value.location ?? Location(file: facts.file, range: start)))
  }
}
