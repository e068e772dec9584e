internal import Foundation
public import PipelineCore
public import Training

/// The files of a logged model that `mlflow.pyfunc.load_model` and `mlflow.xgboost.load_model` read.
public enum ModelFolder {
  public static let probes = "probes.json"
  public static let model = "model.ubj"
  public static let references = "feature_references.json"

  /// - Parameter time: when the model was made, in seconds since 1970.
  public static func files(
    _ record: TrainingRecord, model: [UInt8], modelID: String, runID: String, time: Double
  ) throws(PipelineError) -> [(path: String, bytes: [UInt8])] {
    let requirements = "mlflow==\(mlflowVersion)\nxgboost==\(record.xgboostVersion)\n"
    let environment = "python: \"3.11\"\nbuild_dependencies:\n- pip\ndependencies:\n- -r requirements.txt\n"
    let example = record.probes.prefix(2).map { $0.values.map(Double.init) }
    let split = Example(columns: record.features, data: example)
    return [
      ("MLmodel", Array(try manifest(record, modelID: modelID, runID: runID, time: time).utf8)),
      (Self.model, model),
      ("requirements.txt", Array(requirements.utf8)),
      ("python_env.yaml", Array(environment.utf8)),
      ("input_example.json", try JSONText.encode(split, isPretty: false)),
      ("serving_input_example.json", try JSONText.encode(["dataframe_split": split], isPretty: false)),
      (probes, try JSONText.encode(record.probes)),
      (references, try JSONText.encode(references(record))),
    ]
  }

  private static func references(_ record: TrainingRecord) -> [FeatureReference] {
    record.features.compactMap { name in
      record.importance.first { $0.name == name }.map {
        FeatureReference(name: name, mean: $0.trainingMean, deviation: $0.trainingDeviation)
      }
    }
  }

  private static let mlflowVersion = "3.17.2"

  private struct Example: Encodable {
    let columns: [String]
    let data: [[Double]]
  }

  private struct Input: Encodable {
    let type = "double"
    let name: String
    let required = true
  }

  /// The signature's type is `double`: with `float`, MLflow refuses the float64 frame that pandas makes.
  public static func signatureInputs(_ features: [String]) throws(PipelineError) -> String {
    String(decoding: try JSONText.encode(features.map(Input.init(name:)), isPretty: false), as: UTF8.self)
  }

  private static func manifest(
    _ record: TrainingRecord, modelID: String, runID: String, time: Double
  ) throws(PipelineError) -> String {
    """
    artifact_path: models:/\(modelID)
    flavors:
      python_function:
        data: model.ubj
        env:
          virtualenv: python_env.yaml
        loader_module: mlflow.xgboost
        python_version: '3.11'
      xgboost:
        data: model.ubj
        model_class: xgboost.core.Booster
        model_format: ubj
        xgb_version: \(record.xgboostVersion)
    mlflow_version: \(mlflowVersion)
    model_id: \(modelID)
    model_uuid: \(modelID)
    run_id: \(runID)
    saved_input_example_info:
      artifact_path: input_example.json
      pandas_orient: split
      serving_input_path: serving_input_example.json
      type: dataframe
    signature:
      inputs: '\(try signatureInputs(record.features))'
      outputs: '[{"type": "tensor", "tensor-spec": {"dtype": "float32", "shape": [-1]}}]'
    utc_time_created: '\(utc(time))'

    """
  }

  private static func utc(_ time: Double) -> String {
    let seconds = Int64(time)
    let day = TradingDay(secondsSince1970: seconds)
    let rest = Int(seconds - Int64(day.daysSince1970) * 86_400)
    let parts = [rest / 3600, rest / 60 % 60, rest % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
    return "\(day) \(parts.joined(separator: ":")).000000"
  }
}
