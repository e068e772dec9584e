public import PipelineCore
internal import XGBoost

/// What `train` left in a workspace, checked: the model is the one its record describes and answers its probes.
public enum TrainedModel {
  public static func record(_ workspace: Workspace) throws(PipelineError) -> TrainingRecord {
    let fix = "run 'mlpipe train' first"
    let record = try JSONText.decode(
      TrainingRecord.self, from: LocalFile.read(workspace.trainingRecord, fix: fix),
      name: workspace.trainingRecord, fix: fix)
    let bytes = try LocalFile.read(workspace.model, fix: fix)
    guard ContentHash(of: bytes).hex == record.modelSHA256 else {
      throw PipelineError(
        .input, "is not the model that training.json describes", at: workspace.model,
        fix: "run 'mlpipe train' again")
    }
    let ensemble = try TreeEnsemble(modelBytes: bytes, name: workspace.model)
    for (index, probe) in record.probes.enumerated()
    where probe.values.count != ensemble.featureCount
      || ensemble.probability(probe.values).bitPattern != probe.predictionBits
    {
      throw PipelineError(.input, "probe row \(index) comes out differently", at: workspace.model)
    }
    return record
  }
}
