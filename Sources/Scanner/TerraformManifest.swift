internal import Kubernetes
internal import PolicyKit
internal import ResourceModel
internal import SourceText
internal import Values

/// Kubernetes objects that a Terraform resource holds as they are: `kubernetes_manifest`, `kubectl_manifest`.
enum TerraformManifest {
  static func read(_ resource: Resource) -> FileFacts? {
    guard resource.terraform?.mode == .managed, let value = object(resource) else { return nil }
    guard
      var facts = ManifestReader.read(
        value, address: resource.address, at: value.location ?? resource.location)
    else { return nil }
    for index in facts.resources.indices {
      facts.resources[index].environments = resource.environments
      facts.resources[index].remarks = resource.remarks
    }
    return facts
  }

  private static func object(_ resource: Resource) -> Value? {
    switch resource.type {
    case "kubernetes_manifest": resource.value["manifest"]
    case "kubectl_manifest": resource.value["yaml_body"].flatMap(ReadText.document)
    default: nil
    }
  }
}
