internal import Foundation
public import PipelineCore
internal import Synchronization
public import Tracking

/// The model in service, and what has been tried to replace it. A request takes the model once and keeps it to its end,
/// so a swap between two of its steps cannot mix two models.
public final class ModelSlot: Sendable {
  struct Loads {
    var successes = 0
    var failures = 0
    var lastFailure: String?
    /// Of the current model, seconds since 1970.
    var loadedAt = 0.0
  }

  private let state = Mutex<(model: VerifiedModel?, loads: Loads)>((nil, Loads()))

  public init() {}

  public var current: VerifiedModel? { state.withLock { $0.model } }
  var loads: Loads { state.withLock { $0.loads } }

  func replace(with model: VerifiedModel) {
    state.withLock { state in
      state.model = model
      state.loads.successes += 1
      state.loads.loadedAt = Date().timeIntervalSince1970
    }
  }

  func keep(because failure: PipelineError) {
    state.withLock { state in
      state.loads.failures += 1
      state.loads.lastFailure = failure.description
    }
  }
}

/// Watches an alias and puts its version into the slot once it is downloaded and verified.
public struct ModelWatch: Sendable {
  let store: any TrackingStore
  let name: String
  let alias: String
  let slot: ModelSlot

  public init(store: any TrackingStore, name: String, alias: String, slot: ModelSlot) {
    self.store = store
    self.name = name
    self.alias = alias
    self.slot = slot
  }

  /// Nothing when the alias still stands where it stood. The old model stays when the new one cannot be loaded, has
  /// another hash than was logged, answers its probes differently, or wants other inputs than clients send.
  /// - Returns: whether the slot has a new model.
  @discardableResult
  public func refresh() async throws(PipelineError) -> Bool {
    do throws(PipelineError) {
      guard let version = try await store.version(name: name, alias: alias) else {
        throw PipelineError(
          .input, "no version has the alias '\(alias)'", at: name, fix: "run 'mlpipe promote' first")
      }
      let old = slot.current
      if old?.version.version == version.version, old?.sha256 == version.tags["model_sha256"] { return false }
      let model = try await VerifiedModel(version, store: store)
      if let old, old.features != model.features {
        throw PipelineError(
          .input, "version \(version.version) wants other inputs than version \(old.version.version)",
          at: name,
          fix: "start servers for it beside these, then move the clients")
      }
      slot.replace(with: model)
      return true
    } catch {
      slot.keep(because: error)
      throw error
    }
  }
}
