internal import Synchronization
internal import Tracking

/// Counts of the running server in Prometheus' text form. Names are part of docs/metrics.md.
final class ServerMetrics: Sendable {
  private struct Counts {
    var requests: [String: Int] = [:]
    var buckets = [Int](repeating: 0, count: ServerMetrics.bounds.count)
    var seconds = 0.0
    var timed = 0
    var inFlight = 0
    var rows = 0
    var refusedForLoad = 0
    var sums: [Double] = []
    var seen: [Int] = []
  }

  /// Upper bounds in seconds.
  static let bounds = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5]

  private let counts = Mutex(Counts())

  /// False when `limit` requests are being answered already.
  func begin(limit: Int) -> Bool {
    counts.withLock { counts in
      guard counts.inFlight < limit else {
        counts.refusedForLoad += 1
        return false
      }
      counts.inFlight += 1
      return true
    }
  }

  func end() {
    counts.withLock { $0.inFlight -= 1 }
  }

  func count(code: Int, seconds: Double) {
    counts.withLock { counts in
      counts.requests["\(code)", default: 0] += 1
      counts.seconds += seconds
      counts.timed += 1
      if let bucket = Self.bounds.firstIndex(where: { seconds <= $0 }) { counts.buckets[bucket] += 1 }
    }
  }

  /// Live inputs, for the shift of their mean.
  func observe(_ values: [Float], width: Int) {
    counts.withLock { counts in
      if counts.sums.count != width {
        counts.sums = [Double](repeating: 0, count: width)
        counts.seen = [Int](repeating: 0, count: width)
      }
      counts.rows += values.count / width
      for (index, value) in values.enumerated() where value.isFinite {
        counts.sums[index % width] += Double(value)
        counts.seen[index % width] += 1
      }
    }
  }

  func text(_ slot: ModelSlot, modelName: String) -> String {
    let counts = counts.withLock { $0 }
    var lines: [String] = []
    func family(_ name: String, _ type: String, _ help: String, _ samples: [String]) {
      lines += ["# HELP \(name) \(help)", "# TYPE \(name) \(type)"] + samples.map { name + $0 }
    }
    family(
      "mlserve_requests_total", "counter", "Inference requests by status code.",
      counts.requests.sorted { $0.key < $1.key }.map { "{code=\"\($0.key)\"} \($0.value)" })
    family(
      "mlserve_request_duration_seconds", "histogram", "Time to answer an inference request.",
      histogram(counts))
    family("mlserve_requests_in_flight", "gauge", "Requests being answered.", [" \(counts.inFlight)"])
    family(
      "mlserve_requests_refused_total", "counter", "Requests refused because too many were in flight.",
      [" \(counts.refusedForLoad)"])
    family("mlserve_rows_total", "counter", "Rows scored.", [" \(counts.rows)"])
    let loads = slot.loads
    family(
      "mlserve_model_loads_total", "counter", "Attempts to load a model.",
      ["{result=\"success\"} \(loads.successes)", "{result=\"failure\"} \(loads.failures)"])
    guard let model = slot.current else { return lines.joined(separator: "\n") + "\n" }
    family(
      "mlserve_model_info", "gauge", "The model in service.",
      ["{name=\"\(modelName)\",version=\"\(model.version.version)\",sha256=\"\(model.sha256)\"} 1"])
    family(
      "mlserve_model_loaded_timestamp_seconds", "gauge", "When the model in service was loaded.",
      [" \(loads.loadedAt)"])
    if let trained = model.version.tags["trained_at"] {
      family(
        "mlserve_model_trained_timestamp_seconds", "gauge", "When the model in service was trained.",
        [" \(trained)"])
    }
    family(
      "mlserve_feature_mean_shift", "gauge",
      "Mean of live inputs since the start, in training deviations from the training mean.",
      shifts(counts, model))
    return lines.joined(separator: "\n") + "\n"
  }

  private func histogram(_ counts: Counts) -> [String] {
    var total = 0
    var samples: [String] = []
    for (bound, count) in zip(Self.bounds, counts.buckets) {
      total += count
      samples.append("_bucket{le=\"\(bound)\"} \(total)")
    }
    return samples + [
      "_bucket{le=\"+Inf\"} \(counts.timed)", "_sum \(counts.seconds)", "_count \(counts.timed)",
    ]
  }

  private func shifts(_ counts: Counts, _ model: VerifiedModel) -> [String] {
    model.references.indices.compactMap { index in
      let reference = model.references[index]
      guard index < counts.seen.count, counts.seen[index] > 0, reference.deviation > 0 else { return nil }
      let shift = (counts.sums[index] / Double(counts.seen[index]) - reference.mean) / reference.deviation
      return "{feature=\"\(reference.name)\"} \(shift)"
    }
  }
}
