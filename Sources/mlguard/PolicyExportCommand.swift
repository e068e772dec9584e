internal import ArgumentParser
internal import PolicyKit
internal import Reporting
internal import Scanner

extension PolicyCommand {
  struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Writes policies as Kubernetes ValidatingAdmissionPolicies.",
      discussion: """
        Parameters and levels are those of the profile: export once for each environment's profile. What a cluster
        cannot decide is named with the reason in PORTABILITY.md, or on standard error without --output.
        """)

    enum Format: String, ExpressibleByArgument, CaseIterable { case vap }

    @Option(help: "vap: ValidatingAdmissionPolicy and binding.")
    var format = Format.vap

    @Option(help: "The API server that they are written for, from 1.30: 1.33.")
    var kubeVersion = "1.33"

    @Option(
      help: "A folder for one file a policy, a kustomization and PORTABILITY.md (default: standard output).")
    var output: String?

    @Option(help: "A profile instead of the repository's .mlguard.yaml.")
    var profile: String?

    mutating func validate() throws {
      guard let minor, (30...99).contains(minor) else {
        throw ValidationError(
          "--kube-version \(kubeVersion): ValidatingAdmissionPolicy v1 begins with Kubernetes 1.30; write 1.33"
        )
      }
    }

    private var minor: Int? {
      let parts = kubeVersion.split(separator: ".")
      guard parts.count >= 2, parts[0] == "1" || parts[0] == "v1" else { return nil }
      return Int(parts[1])
    }

    mutating func run() throws {
      var policies: [Portability] = []
      try Configuration.check { () throws(ScanFailure) in
        policies = try PolicyExport.run(kubernetesMinor: minor ?? 0, profilePath: profile)
      }
      let exports = policies.compactMap { policy -> AdmissionExport? in
        switch policy.outcome {
        case .exported(let export): export
        case .impossible: nil
        }
      }
      let report = AdmissionManifest.portability(policies, kubernetesVersion: "1.\(minor ?? 0)")
      guard let output else {
        Terminal.print(exports.map(AdmissionManifest.text).joined(separator: "---\n"))
        Terminal.complain(report)
        return
      }
      if let reason = PolicyExport.makeFolder(output) { try fail("\(output): \(reason)") }
      var files = exports.map { ("\($0.name).yaml", AdmissionManifest.text(of: $0)) }
      files.append(("kustomization.yaml", AdmissionManifest.kustomization(of: exports)))
      files.append(("PORTABILITY.md", report))
      for (name, text) in files {
        if let reason = FileOutput.write(text, to: "\(output)/\(name)") {
          try fail("\(output)/\(name): \(reason)")
        }
      }
      Terminal.print("\(output): \(exports.count) policies, \(policies.count - exports.count) not exported\n")
    }

    private func fail(_ message: String) throws {
      Terminal.complain("mlguard: \(message)")
      throw ExitCode(2)
    }
  }
}
