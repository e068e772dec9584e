import Foundation
import Synchronization

@testable import PipelineCore

/// The folder of this package's Package.swift.
let packageRoot: String = {
  var folder = URL(fileURLWithPath: #filePath)
  while !FileManager.default.fileExists(atPath: folder.appendingPathComponent("Package.swift").path) {
    folder.deleteLastPathComponent()
  }
  return folder.path
}()

extension RawBars {
  init(_ bars: [DailyBar]) {
    self.init()
    self.bars = bars
  }
}

/// A new folder, removed when `body` is done.
func withTemporaryFolder<Result>(_ body: (String) async throws -> Result) async throws -> Result {
  let folder = NSTemporaryDirectory() + "mlpipe-test-" + UUID().uuidString
  try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(atPath: folder) }
  return try await body(folder)
}

/// The message of the error that `body` throws, or "no error".
func message(_ body: () throws -> Void) -> String {
  do {
    try body()
    return "no error"
  } catch {
    return "\(error)"
  }
}

/// A value that several tasks change.
final class Locked<Value: Sendable>: Sendable {
  private let mutex: Mutex<Value>

  init(_ value: Value) { mutex = Mutex(value) }

  func withLock<Result: Sendable>(_ body: (inout Value) -> Result) -> Result {
    mutex.withLock { value in body(&value) }
  }
}
