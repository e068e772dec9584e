public import PipelineCore
internal import Training
public import XGBoost

/// A registered version, downloaded and checked: hash, probes and signature.
public struct VerifiedModel: Sendable {
  public let version: ModelVersion
  public let ensemble: TreeEnsemble
  public let features: [String]
  /// The signature's input line of its MLmodel.
  public let signature: String
  public let labelsKnownTo: String
  public let sha256: String
  /// What live inputs are compared with; empty for a model logged without.
  public let references: [FeatureReference]

  /// - Throws: an input error when what was downloaded is not what was logged.
  public init(_ version: ModelVersion, store: any TrackingStore) async throws(PipelineError) {
    let place = "\(version.name) version \(version.version)"
    func tag(_ name: String) throws(PipelineError) -> String {
      guard let value = version.tags[name] else {
        throw PipelineError(
          .input, "lacks the tag '\(name)': was it logged by mlpipe?", at: place,
          fix: "run 'mlpipe log' again")
      }
      return value
    }
    let bytes = try await store.modelFile(ModelFolder.model, of: version)
    let hash = ContentHash(of: bytes).hex
    let expected = try tag("model_sha256")
    guard hash == expected else {
      throw PipelineError(
        .input, "the downloaded model has SHA-256 \(hash), logged was \(expected)", at: place,
        fix: "run 'mlpipe train' and 'mlpipe log' again")
    }
    self.version = version
    sha256 = hash
    ensemble = try TreeEnsemble(modelBytes: bytes, name: place)
    features = try tag("features").split(separator: ",").map(String.init)
    labelsKnownTo = try tag("labels_known_to")
    let manifest = String(decoding: try await store.modelFile("MLmodel", of: version), as: UTF8.self)
    signature = manifest.split(separator: "\n").first { $0.hasPrefix("  inputs:") }.map(String.init) ?? ""
    let probes = try JSONText.decode(
      [TrainingRecord.Probe].self, from: try await store.modelFile(ModelFolder.probes, of: version),
      name: place)
    references = try JSONText.decode(
      [FeatureReference].self, from: try await store.modelFile(ModelFolder.references, of: version),
      name: place)
    guard !probes.isEmpty else { throw PipelineError(.input, "has no probe rows", at: place) }
    for (index, probe) in probes.enumerated() {
      guard probe.values.count == ensemble.featureCount,
        ensemble.probability(probe.values).bitPattern == probe.predictionBits
      else { throw PipelineError(.input, "probe row \(index) comes out differently", at: place) }
    }
  }
}

/// A feature's distribution over the training days.
public struct FeatureReference: Codable, Equatable, Sendable {
  public let name: String
  public let mean: Double
  public let deviation: Double
}
