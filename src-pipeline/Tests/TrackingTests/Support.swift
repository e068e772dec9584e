import Foundation
import PipelineCore

@testable import Training

/// A workspace that looks as `train` leaves it, with a model of a few bytes.
func withTrainedWorkspace(_ body: (Workspace) async throws -> Void) async throws {
  let folder = NSTemporaryDirectory() + "mlpipe-log-" + UUID().uuidString
  defer { try? FileManager.default.removeItem(atPath: folder) }
  let workspace = Workspace(folder)
  try writeTraining(workspace, model: "model")
  try await body(workspace)
}

func writeTraining(_ workspace: Workspace, model: String) throws {
  let bytes = Array(model.utf8)
  try LocalFile.write(bytes, to: workspace.model)
  try LocalFile.write(JSONText.encode(record(model: bytes)), to: workspace.trainingRecord)
}

func record(model: [UInt8]) -> TrainingRecord {
  let fold = TrainingRecord.FoldResult(
    trainFrom: "2020-01-01", trainTo: "2020-06-01", testFrom: "2020-06-08", testTo: "2020-09-01",
    trainRows: 100,
    testRows: 50, auc: 0.6, logLoss: 0.68, brier: 0.24, accuracy: 0.55, logLossByRound: [0.69, 0.68])
  let feature = TrainingRecord.FeatureResult(
    name: "a", gain: 2, splits: 3, drift: 0.01, trainingMean: 0, trainingDeviation: 1)
  return TrainingRecord(
    codeVersion: "1", gitCommit: "c0ffee", parameters: ["eta": "0.1"], rounds: 2, seed: 1, horizon: 5,
    embargo: 5,
    xgboostVersion: "3.2.0", features: ["a", "b"], symbols: 3, rows: 200,
    dataSHA256: String(repeating: "d", count: 64), modelSHA256: ContentHash(of: model).hex,
    holdoutSHA256: String(repeating: "e", count: 64), trainFrom: "2020-01-01", trainTo: "2020-09-01",
    labelsKnownTo: "2020-09-08", baseRate: 0.5, holdoutFrom: "2020-09-15", holdoutTo: "2020-12-01",
    holdoutRows: 40,
    folds: [fold],
    calibration: [], calibrationError: 0.02, importance: [feature],
    equity: [TrainingRecord.EquityPoint(day: "2020-06-08", wealth: 1.01)],
    probes: [TrainingRecord.Probe(values: [1, 2], predictionBits: Float(0.5).bitPattern)], quality: [])
}
