import Foundation
import Synchronization

/// What a person reads while a step runs; results go to standard output, everything here to standard error.
enum Terminal {
  static func note(_ text: String) {
    FileHandle.standardError.write(Data((text + "\n").utf8))
  }

  static func error(_ text: String) {
    note("error: \(text)")
  }
}

/// A bar that redraws itself on a terminal, and a line at each tenth elsewhere (logs of a pod).
final class ProgressBar: Sendable {
  private let title: String
  private let total: Int
  private let isTerminal = isatty(2) == 1
  private let done = Mutex(0)

  init(_ title: String, total: Int) {
    self.title = title
    self.total = max(1, total)
  }

  /// Safe to call from several tasks.
  func advance() {
    done.withLock { done in
      done += 1
      isTerminal ? redraw(done) : printTenth(done)
    }
  }

  private func redraw(_ done: Int) {
    let width = 32
    let filled = done * width / total
    let bar = String(repeating: "#", count: filled) + String(repeating: ".", count: width - filled)
    let end = done == total ? "\n" : ""
    FileHandle.standardError.write(Data("\r\(title) [\(bar)] \(done)/\(total)\(end)".utf8))
  }

  private func printTenth(_ done: Int) {
    if done == total || done * 10 / total != (done - 1) * 10 / total {
      Terminal.note("\(title) \(done)/\(total)")
    }
  }
}
