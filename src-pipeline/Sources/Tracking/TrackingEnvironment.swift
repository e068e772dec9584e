internal import Foundation
public import HTTPTransport
public import PipelineCore

/// Chooses the tracking store by MLflow's own environment variables.
public enum TrackingEnvironment {
  /// `MLFLOW_TRACKING_URI` names a server (`http`, `https`) or a folder (`file:` or a path); without it, `folder`.
  public static func store(
    _ environment: [String: String], folder: String, client: RetryingClient
  ) throws(PipelineError) -> any TrackingStore {
    guard let address = environment["MLFLOW_TRACKING_URI"], !address.isEmpty else {
      return MLflowFolder(path: folder)
    }
    if address.hasPrefix("http://") || address.hasPrefix("https://") {
      return MLflowServer(url: address, client: client, headers: headers(environment))
    }
    if address.hasPrefix("file:") {
      return MLflowFolder(path: URL(string: address)?.path ?? String(address.dropFirst(5)))
    }
    guard !address.contains(":") else {
      throw PipelineError(
        .configuration, "'\(address)' is neither a server nor a folder", at: "MLFLOW_TRACKING_URI",
        fix: "set http://HOST:PORT or file:///FOLDER, or unset it to write to \(folder)")
    }
    return MLflowFolder(path: address)
  }

  static func headers(_ environment: [String: String]) -> [(name: String, value: String)] {
    var headers: [(name: String, value: String)] = []
    if let token = environment["MLFLOW_TRACKING_TOKEN"] {
      headers.append(("Authorization", "Bearer \(token)"))
    } else if let user = environment["MLFLOW_TRACKING_USERNAME"] {
      let pair = "\(user):\(environment["MLFLOW_TRACKING_PASSWORD"] ?? "")"
      headers.append(("Authorization", "Basic \(Data(pair.utf8).base64EncodedString())"))
    }
    if let workspace = environment["MLFLOW_WORKSPACE"] { headers.append(("X-MLFLOW-WORKSPACE", workspace)) }
    return headers
  }
}
