internal import PolicyKit
internal import Reporting
internal import ResourceModel
internal import SourceText
internal import Testing
internal import Values

@testable internal import Scanner

/// Exported admission policies, read back and held against the examples of the policies that they come from.
struct AdmissionExportTests {
  private static let everything = Profile(
    settings: Dictionary(
      uniqueKeysWithValues: ["RES-07", "RES-10", "IMG-04", "IMG-08", "SEC-16"].map {
        ($0, Profile.Setting(isEnabled: true))
      }))

  private static let kinds: Set<String> = [
    "Pod", "Deployment", "StatefulSet", "DaemonSet", "ReplicaSet", "Job", "CronJob", "ReplicationController",
  ]

  private func export(minor: Int = 33) throws -> [Portability] {
    AdmissionExporter(kubernetesMinor: minor, profile: Self.everything).export(
      try PolicyLibrary.shipped().policies)
  }

  @Test func `an exported policy and the scan agree on every example`() throws {
    let policies = try PolicyLibrary.shipped().policies
    var disagreements: [String] = []
    var compared = 0
    var count = 0
    for portability in try export() {
      guard case .exported(let export) = portability.outcome,
        let policy = policies.first(where: { $0.card.id == portability.card.id })
      else { continue }
      count += 1
      let file = SourceFile(
        id: FileID(0), path: "policy.yaml", bytes: Array(AdmissionManifest.text(of: export).utf8))
      let (admission, faults) = PolicyReader.read([file], analyses: [])
      #expect(faults.map(\.description) == [])
      for example in policy.examples where example.verdict != .undetermined && example.parameters.isEmpty {
        let reading = Reading(
          example.files.enumerated().map { index, file in
            SourceFile(id: FileID(Int32(index)), path: file.path, bytes: file.bytes)
          })
        let mine = try verdicts([policy], [], reading, export)
        let theirs = try verdicts(admission, [file], reading, export)
        compared += mine.judged
        if mine.violated != theirs.violated {
          disagreements.append(
            "\(policy.card.id) '\(example.title)': scan \(mine.violated), cluster \(theirs.violated)")
        }
      }
    }
    #expect(disagreements == [])
    #expect(count >= 38)
    #expect(compared >= 150)
  }

  /// Which objects that the export speaks about are violated.
  private func verdicts(
    _ policies: [Policy], _ files: [SourceFile], _ reading: Reading, _ export: AdmissionExport
  ) throws -> (violated: [String], judged: Int) {
    var faults: [ConfigurationFault] = []
    let plan = PolicyPlan(policies, profile: Self.everything, files: files, faults: &faults)
    #expect(faults.map(\.description) == [])
    let run = PolicyRun(plan, facts: reading.facts, files: reading.files)
    let resources = reading.facts.resources
    let isAboutPods = export.rules.contains { $0.resources.contains("pods") }
    let judged = resources.indices.filter {
      resources[$0].domain == .kubernetes && (!isAboutPods || Self.kinds.contains(resources[$0].type))
    }
    let violated = judged.filter { !run.judge($0..<($0 + 1)).findings.isEmpty }
    return (violated.map { resources[$0].address }, judged.count)
  }

  @Test func `an export in full`() throws {
    let portability = try #require(try export().first { $0.card.id == "SEC-15" })
    guard case .exported(let export) = portability.outcome else {
      Issue.record("SEC-15 is not exported")
      return
    }
    #expect(
      AdmissionManifest.text(of: export) == """
        # Written by mlguard policy export; change the policy SEC-15, not this file.
        apiVersion: admissionregistration.k8s.io/v1
        kind: ValidatingAdmissionPolicy
        metadata:
          name: mlguard-sec-15-long-lived-token
          annotations:
            mlguard.dev/policy: SEC-15
            mlguard.dev/fix: \(fix(of: export))
        spec:
          failurePolicy: Fail
          matchConstraints:
            resourceRules:
              - apiGroups: [""]
                apiVersions: ["*"]
                operations: [CREATE, UPDATE]
                resources: [secrets]
          validations:
            - expression: |-
                object.kind != 'aws_iam_access_key'
              message: \(summary(of: export))
            - expression: |-
                object.kind == 'aws_iam_access_key' || (has(object.type) ? object.type : 'Opaque') != 'kubernetes.io/service-account-token'
              message: \(summary(of: export))
              messageExpression: |-
                'Secret ' + (has(object.metadata.name) ? object.metadata.name : '') + ' makes a service-account token that never expires'
        ---
        apiVersion: admissionregistration.k8s.io/v1
        kind: ValidatingAdmissionPolicyBinding
        metadata:
          name: mlguard-sec-15-long-lived-token
        spec:
          policyName: mlguard-sec-15-long-lived-token
          validationActions: [Warn, Audit]

        """)
  }

  private func fix(of export: AdmissionExport) -> String { "\"\(export.card.fix)\"" }
  private func summary(of export: AdmissionExport) -> String { "\"\(export.card.summary)\"" }

  @Test func `what a cluster cannot decide has its reason`() throws {
    var reasons: [String: String] = [:]
    for portability in try export() {
      if case .impossible(let reason) = portability.outcome { reasons[portability.card.id] = reason }
    }
    #expect(reasons["IAM-41"] == "it asks for the ServiceAccount of a pod, and admission sees one object")
    #expect(reasons["SEC-02"] == "namedCredentials() is more than CEL can say")
    #expect(reasons["IMG-06"] == "it judges Terraform, which no API server sees")
    #expect(reasons["IMG-10"] == "it judges kustomizations and Terraform, which no API server sees")
    #expect(reasons["ISO-S01"] == "the analysis 'shared-state' looks at the repository as a whole")
  }

  @Test func `parameters of the profile are written into the policy`() throws {
    var profile = Profile()
    profile.settings["IMG-04"] = Profile.Setting(
      isEnabled: true, level: .error, parameters: ["registries": .init(.list([.init(.string("ghcr.io"))]))])
    let policies = try PolicyLibrary.shipped().policies.filter { $0.card.id == "IMG-04" }
    let all = AdmissionExporter(kubernetesMinor: 33, profile: profile).export(policies)
    guard case .exported(let export)? = all.first?.outcome else {
      Issue.record("IMG-04 is not exported")
      return
    }
    #expect(export.variables.first?.expression == "['ghcr.io']")
    #expect(export.actions == ["Deny"])
  }
}
