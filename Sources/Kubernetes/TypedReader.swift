internal import ResourceModel
internal import Values

/// Reads the kinds that analyses ask about by name.
enum TypedReader {
  static func reads(kind: String, group: String) -> Bool {
    switch (group, kind) {
    case ("rbac.authorization.k8s.io", _), ("", "ServiceAccount"), ("", "Namespace"), ("", "LimitRange"),
      ("", "ResourceQuota"), ("networking.k8s.io", "NetworkPolicy"), ("argoproj.io", "Application"),
      ("argoproj.io", "ApplicationSet"), ("argoproj.io", "AppProject"), ("external-secrets.io", _):
      true
    default: false
    }
  }

  static func read(_ resource: Resource, index: Int, value: Value, into typed: inout TypedResources) {
    let spec = value["spec"] ?? Value(.null, origin: value.origin)
    switch (resource.group, resource.type) {
    case ("rbac.authorization.k8s.io", "Role"), ("rbac.authorization.k8s.io", "ClusterRole"):
      typed.roles.append(
        Role(
          resource: index, isClusterRole: resource.type == "ClusterRole", name: resource.name,
          rules: (value["rules"]?.list ?? []).map(RoleRule.init), labels: value.at("metadata", "labels"),
          aggregation: value.at("aggregationRule", "clusterRoleSelectors")?.list ?? []))
    case ("rbac.authorization.k8s.io", "RoleBinding"), ("rbac.authorization.k8s.io", "ClusterRoleBinding"):
      typed.roleBindings.append(
        RoleBinding(
          resource: index, isClusterBinding: resource.type == "ClusterRoleBinding",
          roleReference: value["roleRef"],
          subjects: (value["subjects"]?.list ?? []).map(RoleBinding.Subject.init)))
    case ("", "ServiceAccount"):
      typed.serviceAccounts.append(
        ServiceAccount(
          resource: index, name: resource.name, automountsToken: value["automountServiceAccountToken"],
          annotations: value.at("metadata", "annotations")))
    case ("", "Namespace"):
      typed.namespaces.append(
        Namespace(resource: index, name: resource.name, labels: value.at("metadata", "labels")))
    case ("", "LimitRange"):
      typed.limitRanges.append(
        LimitRange(resource: index, items: (spec["limits"]?.list ?? []).map(LimitRange.Item.init)))
    case ("", "ResourceQuota"):
      typed.resourceQuotas.append(ResourceQuota(resource: index, hard: spec["hard"]))
    case ("networking.k8s.io", "NetworkPolicy"):
      typed.networkPolicies.append(
        NetworkPolicy(
          resource: index, podSelector: spec["podSelector"], policyTypes: spec["policyTypes"]?.list ?? [],
          ingress: spec["ingress"], egress: spec["egress"]))
    case ("argoproj.io", _):
      readArgo(resource, index: index, spec: spec, into: &typed)
    case ("external-secrets.io", "ExternalSecret"):
      typed.externalSecrets.append(ExternalSecret(resource: index, kind: resource.type, spec: spec))
    case ("external-secrets.io", "ClusterExternalSecret"):
      let inner = spec["externalSecretSpec"] ?? spec
      typed.externalSecrets.append(ExternalSecret(resource: index, kind: resource.type, spec: inner))
    case ("external-secrets.io", "SecretStore"), ("external-secrets.io", "ClusterSecretStore"):
      typed.secretStores.append(
        SecretStore(
          resource: index, name: resource.name, isClusterStore: resource.type == "ClusterSecretStore",
          spec: spec))
    default:
      return
    }
  }

  private static func readArgo(
    _ resource: Resource, index: Int, spec: Value, into typed: inout TypedResources
  ) {
    switch resource.type {
    case "Application":
      typed.applications.append(
        ArgoApplication(resource: index, name: resource.name, deployment: ArgoDeployment(spec: spec)))
    case "ApplicationSet":
      let template = spec["template"]
      typed.applicationSets.append(
        ArgoApplicationSet(
          resource: index, name: resource.name, generators: spec["generators"]?.list ?? [],
          templateMetadata: template?["metadata"],
          deployment: ArgoDeployment(spec: template?["spec"] ?? Value(.null, origin: spec.origin))))
    case "AppProject":
      typed.projects.append(ArgoProject(resource: index, name: resource.name, spec: spec))
    case "Workflow", "WorkflowTemplate", "ClusterWorkflowTemplate":
      typed.workflows.append(
        ArgoWorkflow(
          resource: index, path: "spec", spec: spec, parameters: ArgoTemplates.parameters(of: spec)))
    case "CronWorkflow":
      let inner = spec["workflowSpec"] ?? Value(.null, origin: spec.origin)
      typed.workflows.append(
        ArgoWorkflow(
          resource: index, path: "spec.workflowSpec", spec: inner,
          parameters: ArgoTemplates.parameters(of: inner)))
    default:
      return
    }
  }
}
