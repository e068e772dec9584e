internal import Testing

struct PodTemplateTests {
  @Test func `controllers keep their pods where their kind has them`() {
    #expect(
      pods(
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: web, namespace: shop}
        spec: {template: {spec: {serviceAccountName: sa, initContainers: [{image: i}], containers: [{image: a}, {}]}}}
        ---
        apiVersion: batch/v1
        kind: CronJob
        metadata: {generateName: nightly-}
        spec: {jobTemplate: {spec: {template: {spec: {containers: [{image: b, resources: {limits: {memory: 1Gi}}}]}}}}}
        ---
        apiVersion: v1
        kind: Pod
        metadata: {name: p}
        spec: {containers: [{image: c}], ephemeralContainers: [{image: d}]}
        ---
        apiVersion: serving.knative.dev/v1
        kind: Service
        metadata: {name: kn}
        spec: {template: {spec: {containers: [{image: e}]}}}
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: s}
        spec: {ports: []}
        """) == """
          Deployment/shop/web
            spec.template.spec as sa
              container spec.template.spec.containers[0]: a«a»
              container spec.template.spec.containers[1]: no image
              initContainer spec.template.spec.initContainers[0]: i«i»
          CronJob/nightly-*
            spec.jobTemplate.spec.template.spec
              container spec.jobTemplate.spec.template.spec.containers[0]: b«b» 1Gi«1Gi»
          Pod/p
            spec
              container spec.containers[0]: c«c»
              ephemeralContainer spec.ephemeralContainers[0]: d«d»
          Service/kn
            spec.template.spec
              container spec.template.spec.containers[0]: e«e»
          Service/s
          """)
  }

  @Test func `lists are their items, JSON is as good as YAML`() {
    #expect(
      pods(
        """
        {"apiVersion": "v1", "kind": "List", "items": [
          {"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "a"}, "spec": {"containers": [{"image": "x"}]}}]}
        """) == """
          Pod/a
            spec
              container spec.containers[0]: x«"x"»
          """)
    #expect(
      pods(
        """
        apiVersion: apps/v1
        kind: DeploymentList
        items:
          - {metadata: {name: a}, spec: {template: {spec: {containers: [{image: x}]}}}}
        """) == """
          Deployment/a
            spec.template.spec
              container spec.template.spec.containers[0]: x«x»
          """)
  }

  @Test func `an unknown kind that embeds a pod is found by its structure, a CRD is not`() {
    #expect(
      pods(
        """
        apiVersion: kubeflow.org/v1
        kind: PyTorchJob
        metadata: {name: train}
        spec:
          pytorchReplicaSpecs:
            Worker: {template: {metadata: {labels: {a: b}}, spec: {containers: [{image: x}]}}}
        ---
        apiVersion: ray.io/v1
        kind: RayCluster
        metadata: {name: ray}
        spec: {workerGroupSpecs: [{template: {spec: {containers: [{image: q}]}}}]}
        ---
        apiVersion: apiextensions.k8s.io/v1
        kind: CustomResourceDefinition
        metadata: {name: crd}
        spec: {properties: {containers: {items: {image: z}}}}
        ---
        apiVersion: example.com/v1
        kind: Box
        metadata: {name: box}
        spec: {containers: [{size: 1}]}
        """) == """
          PyTorchJob/train
            spec.pytorchReplicaSpecs.Worker.template.spec
              container spec.pytorchReplicaSpecs.Worker.template.spec.containers[0]: x«x»
          RayCluster/ray
            spec.workerGroupSpecs[0].template.spec
              container spec.workerGroupSpecs[0].template.spec.containers[0]: q«q»
          CustomResourceDefinition/crd
          Box/box
          """)
  }

  @Test func `every template of an Argo workflow that runs containers is a pod`() {
    #expect(
      pods(
        """
        apiVersion: argoproj.io/v1alpha1
        kind: WorkflowTemplate
        metadata: {name: wf}
        spec:
          serviceAccountName: runner
          templateDefaults: {container: {resources: {limits: {memory: 2Gi}}}}
          templates:
            - name: a
              container: {image: x}
              sidecars: [{image: side}]
              initContainers: [{image: init}]
            - name: b
              script: {image: q, source: "echo {{inputs.parameters.z}}"}
            - name: c
              containerSet: {containers: [{name: one, image: z}]}
            - name: d
              steps: [[{name: s, inline: {container: {image: w, resources: {limits: {memory: 1Gi}}}}}]]
            - name: e
              suspend: {}
        """) == """
          WorkflowTemplate/wf
            spec.templates[0] as runner
              container spec.templates[0].container: x«x» 2Gi«2Gi»
              container spec.templates[0].sidecars[0]: side«side»
              initContainer spec.templates[0].initContainers[0]: init«init»
            spec.templates[1] as runner
              container spec.templates[1].script: q«q»
            spec.templates[2] as runner
              container spec.templates[2].containerSet.containers[0]: z«z»
            spec.templates[3].steps[0][0].inline as runner
              container spec.templates[3].steps[0][0].inline.container: w«w» 1Gi«1Gi»
          """)
  }

  @Test func `Argo parameters are followed, other expressions are unknown`() {
    #expect(
      pods(
        """
        apiVersion: argoproj.io/v1alpha1
        kind: CronWorkflow
        metadata: {name: wf}
        spec:
          workflowSpec:
            arguments: {parameters: [{name: image, value: "web:1"}, {name: tag, value: v2}]}
            templates:
              - container: {image: "{{workflow.parameters.image}}"}
              - container: {image: "app:{{ workflow.parameters.tag }}"}
              - container: {image: "app:{{inputs.parameters.tag}}"}
        """) == """
          CronWorkflow/wf
            spec.workflowSpec.templates[0]
              container spec.workflowSpec.templates[0].container: web:1«"web:1"»
            spec.workflowSpec.templates[1]
              container spec.workflowSpec.templates[1].container: app:v2«"app:{{ workflow.parameters.tag }}"»
            spec.workflowSpec.templates[2]
              container spec.workflowSpec.templates[2].container: unknown: {{inputs.parameters.tag}} is known only when \
          the workflow runs«"app:{{inputs.parameters.tag}}"»
          """)
  }

  @Test func `a podSpecPatch sets resources`() {
    #expect(
      pods(
        """
        apiVersion: argoproj.io/v1alpha1
        kind: Workflow
        metadata: {name: wf}
        spec:
          podSpecPatch: '{"containers": [{"name": "main", "resources": {"limits": {"memory": "1Gi"}}}]}'
          templates:
            - container: {image: x}
            - container: {image: q}
              podSpecPatch: |
                containers:
                  - name: main
                    resources: {limits: {memory: "{{inputs.parameters.memory}}"}}
        """) == """
          Workflow/wf
            spec.templates[0]
              container spec.templates[0].container: x«x» 1Gi«'{"containers": [{"name": "main", "resources": {"limits": \
          {"memory": "1Gi"}}}]}'»
            spec.templates[1]
              container spec.templates[1].container: q«q» unknown: {{inputs.parameters.memory}} is known only when the \
          workflow runs«|
                  containers:
                    - name: main
                      resources: {limits: {memory: "{{inputs.parameters.memory}}"}}»
          """)
  }

  @Test func `model servers, Spark roles and Tekton steps are containers`() {
    #expect(
      pods(
        """
        apiVersion: serving.kserve.io/v1beta1
        kind: InferenceService
        metadata: {name: iris}
        spec:
          predictor: {serviceAccountName: sa, model: {storageUri: "s3://x", resources: {limits: {memory: 1Gi}}}}
          transformer: {containers: [{image: t}]}
        ---
        apiVersion: sparkoperator.k8s.io/v1beta2
        kind: SparkApplication
        metadata: {name: etl}
        spec: {image: spark, driver: {memory: 512m, serviceAccount: sp}, executor: {image: exec, memory: 2g}}
        ---
        apiVersion: tekton.dev/v1
        kind: Pipeline
        metadata: {name: ci}
        spec:
          tasks:
            - name: t
              taskSpec:
                stepTemplate: {image: base}
                steps: [{script: run}, {image: s, computeResources: {limits: {memory: 3Gi}}}]
                sidecars: [{image: db}]
        """) == """
          InferenceService/iris
            spec.predictor as sa
              container spec.predictor.model: no image 1Gi«1Gi»
            spec.transformer
              container spec.transformer.containers[0]: t«t»
          SparkApplication/etl
            spec.driver as sp
              container spec.driver: spark«spark» 512Mi«512m»
            spec.executor
              container spec.executor: exec«exec» 2Gi«2g»
          Pipeline/ci
            spec.tasks[0].taskSpec
              container spec.tasks[0].taskSpec.steps[0]: base«base»
              container spec.tasks[0].taskSpec.steps[1]: s«s» 3Gi«3Gi»
              container spec.tasks[0].taskSpec.sidecars[0]: db«db»
          """)
  }
}
