/// How much a finding weighs; the words are SARIF's.
public enum Level: String, Hashable, Sendable, CaseIterable, Comparable {
  case note
  case warning
  case error

  private var rank: Int {
    switch self {
    case .note: 0
    case .warning: 1
    case .error: 2
    }
  }

  public static func < (left: Level, right: Level) -> Bool { left.rank < right.rank }

  /// One level lower; a note stays a note.
  public var lowered: Level {
    switch self {
    case .error: .warning
    case .warning, .note: .note
    }
  }
}
