/// The kinds that are known to hold pods, by where they keep them.
enum PodBearingKind {
  /// A pod template (metadata and spec) at this path.
  case template([String])
  /// A pod specification at this path; its metadata are the object's own.
  case specification([String])
  case argoWorkflow([String])
  case inferenceService
  case spark([String])
  case tekton

  init?(kind: String, group: String) {
    switch (group, kind) {
    case ("", "Pod"): self = .specification(["spec"])
    case ("apps", "Deployment"), ("apps", "StatefulSet"), ("apps", "DaemonSet"), ("apps", "ReplicaSet"),
      ("extensions", "Deployment"), ("extensions", "DaemonSet"), ("extensions", "ReplicaSet"),
      ("", "ReplicationController"), ("batch", "Job"), ("argoproj.io", "Rollout"),
      ("serving.knative.dev", "Service"), ("serving.knative.dev", "Configuration"):
      self = .template(["spec", "template"])
    case ("batch", "CronJob"): self = .template(["spec", "jobTemplate", "spec", "template"])
    case ("", "PodTemplate"): self = .template(["template"])
    case ("serving.knative.dev", "Revision"): self = .specification(["spec"])
    case ("argoproj.io", "Workflow"), ("argoproj.io", "WorkflowTemplate"),
      ("argoproj.io", "ClusterWorkflowTemplate"):
      self = .argoWorkflow(["spec"])
    case ("argoproj.io", "CronWorkflow"): self = .argoWorkflow(["spec", "workflowSpec"])
    case ("serving.kserve.io", "InferenceService"), ("serving.kubeflow.org", "InferenceService"):
      self = .inferenceService
    case ("sparkoperator.k8s.io", "SparkApplication"): self = .spark(["spec"])
    case ("sparkoperator.k8s.io", "ScheduledSparkApplication"): self = .spark(["spec", "template"])
    case ("tekton.dev", "Task"), ("tekton.dev", "ClusterTask"), ("tekton.dev", "TaskRun"),
      ("tekton.dev", "Pipeline"),
      ("tekton.dev", "PipelineRun"), ("tekton.dev", "StepAction"):
      self = .tekton
    default: return nil
    }
  }
}
