internal import ResourceModel
internal import SourceText
internal import Testing
internal import Values

struct FactsTests {
  @Test func `bindings are resolved to roles and accounts`() {
    let (facts, _) = facts([
      (
        "a.yaml",
        """
        {apiVersion: rbac.authorization.k8s.io/v1, kind: Role, metadata: {name: r, namespace: team},
         rules: [{apiGroups: [""], resources: [secrets], verbs: [get]}]}
        ---
        {apiVersion: rbac.authorization.k8s.io/v1, kind: ClusterRole, metadata: {name: r}}
        ---
        {apiVersion: rbac.authorization.k8s.io/v1, kind: ClusterRole, metadata: {name: all},
         aggregationRule: {clusterRoleSelectors: [{matchLabels: {part: "yes"}}]}}
        ---
        {apiVersion: rbac.authorization.k8s.io/v1, kind: ClusterRole, metadata: {name: one, labels: {part: "yes"}},
         rules: [{verbs: ["*"]}]}
        """
      ),
      (
        "b.yaml",
        """
        {apiVersion: rbac.authorization.k8s.io/v1, kind: RoleBinding, metadata: {name: b, namespace: team},
         roleRef: {kind: Role, name: r}, subjects: [{kind: ServiceAccount, name: sa}]}
        ---
        {apiVersion: rbac.authorization.k8s.io/v1, kind: ClusterRoleBinding, metadata: {name: c},
         roleRef: {kind: ClusterRole, name: cluster-admin},
         subjects: [{kind: ServiceAccount, name: sa, namespace: team}]}
        """
      ),
    ])
    #expect(facts.roleGraph.bindingsOfRole == [[0], [], [], []])
    #expect(facts.roleGraph.roleOfBinding == [0, nil])
    #expect(facts.roleGraph.bindings(ofServiceAccount: "sa", namespaceKey: "name:team") == [0, 1])
    #expect(facts.roleGraph.rules[2].first?.verbs.first?.string == "*")
  }

  @Test func `patches are no resources, bases carry a remark, a kustomization sets the namespace`() {
    let pod = "apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec: {containers: [{image: x}]}\n"
    let (facts, _) = facts([
      ("app/base/kustomization.yaml", "resources: [pod.yaml]\n"),
      ("app/base/pod.yaml", pod),
      (
        "app/overlays/dev/kustomization.yaml",
        "apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nnamespace: dev\nresources: [../../base]\n"
          + "patches: [{path: memory.yaml}]\n"
      ),
      ("app/overlays/dev/memory.yaml", pod),
      ("other/pod.yaml", pod),
    ])
    #expect(
      facts.resources.map { "\($0.type) \($0.namespace ?? "-") \($0.remarks)" } == [
        "Kustomization - []", "Pod dev [\"judged as the base app/base: an overlay may complete it\"]",
        "Kustomization - []", "Pod - []",
      ])
    #expect(
      facts.namespaceKeys == ["folder:app/base", "name:dev", "folder:app/overlays/dev", "folder:other"])
    #expect(facts.podTemplates.map(\.resource) == [1, 3])
  }

  @Test func `a chart's file that reads as YAML by chance is a template`() {
    let (facts, _) = facts([
      ("chart/Chart.yaml", "apiVersion: v2\nname: c\nversion: 1.0.0\n"),
      (
        "chart/templates/a.yaml",
        "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: \"{{ .Release.Name }}\"}\n"
      ),
      ("chart/templates/b.yaml", "# {{ x }}\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: b}\n"),
      ("chart/templates/c.yaml", "{{- if .Values.x }}\na: 1\n{{- end }}\n"),
      ("chart/values.yaml", "image: {tag: v1}\n"),
    ])
    #expect(facts.resources.map(\.address) == ["ConfigMap/b"])
    #expect(facts.problems.map(\.message) == ["template, not rendered"])
    #expect(facts.charts.map(\.folder) == ["chart"])
  }

  @Test func `typed objects keep their values' places`() {
    let (facts, bytes) = facts([
      (
        "a.yaml",
        """
        apiVersion: argoproj.io/v1alpha1
        kind: Application
        metadata: {name: web, namespace: argocd}
        spec:
          project: prod
          source: {repoURL: https://git/x, path: envs/prod, targetRevision: HEAD}
          destination: {server: https://cluster, namespace: web}
        ---
        apiVersion: external-secrets.io/v1
        kind: ExternalSecret
        metadata: {name: db}
        spec:
          secretStoreRef: {name: aws}
          data: [{secretKey: p, remoteRef: {key: /prod/db}}]
        ---
        apiVersion: v1
        kind: LimitRange
        metadata: {name: l}
        spec: {limits: [{type: Container, default: {memory: 1Gi}}]}
        """
      )
    ])
    let deployment = facts.typed.applications[0].deployment
    #expect(deployment.sources[0].revision.map { shown($0, bytes) } == "HEAD«HEAD»")
    #expect(deployment.destination?.namespace.map { shown($0, bytes) } == "web«web»")
    #expect(facts.typed.externalSecrets[0].remoteKeys.map { shown($0, bytes) } == ["/prod/db«/prod/db»"])
    #expect(
      facts.typed.limitRanges[0].items[0].defaultLimits?["memory"].map { shown($0, bytes) } == "1Gi«1Gi»")
  }

  @Test(arguments: [
    ("apiVersion: v1\nkind: Pod\n", "a.yaml", DocumentClass.kubernetes),
    ("resources: [a.yaml]\n", "x/kustomization.yaml", .kustomization),
    ("apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\n", "c.yaml", .kustomization),
    ("apiVersion: v2\nname: c\nversion: 1.0.0\n", "Chart.yaml", .helmChart),
    ("on: push\njobs: {a: {steps: []}}\n", "ci.yml", .gitHubWorkflow),
    ("name: a\nruns: {using: composite, steps: []}\n", "action.yml", .gitHubAction),
    ("services: {web: {image: x}}\n", "compose.yml", .dockerCompose),
    ("openapi: 3.0.0\ninfo: {}\npaths: {}\n", "api.yaml", .openAPI),
    ("stages: [build]\nimage: x\n", ".gitlab-ci.yml", .otherPipeline),
    ("replicaCount: 1\nimage: {tag: x}\n", "values.yaml", .other),
    ("", "a.yaml", .empty),
  ]) func `documents are told apart by structure`(text: String, path: String, expected: DocumentClass) {
    let bytes = Array(text.utf8)
    #expect(documentClass(bytes, path) == expected)
  }
}
