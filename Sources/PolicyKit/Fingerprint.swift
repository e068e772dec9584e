internal import SourceText

/// A 64-bit FNV-1a hash over fields that are kept apart; written as 16 hex digits.
///
/// It has to be stable between versions and machines, not secure: it tells a finding that was there before
/// from a new one.
struct Fingerprint {
  private var state: UInt64 = 0xcbf2_9ce4_8422_2325

  mutating func combine<Bytes: Sequence<UInt8>>(_ bytes: Bytes) {
    for byte in bytes { step(byte) }
    step(0xff)
  }

  mutating func combine(_ text: String) { combine(text.utf8) }

  private mutating func step(_ byte: UInt8) {
    state = (state ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
  }

  var text: String {
    let digits = String(state, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}

extension Report {
  /// Sorts findings, undetermined ones and problems by place, and gives each finding its fingerprint.
  public mutating func settle() {
    findings.sort { left, right in
      Self.precedes(
        (left.location.file.raw, left.location.range.start, left.location.range.end),
        (right.location.file.raw, right.location.range.start, right.location.range.end),
        (left.policy, left.resource, left.message), (right.policy, right.resource, right.message))
    }
    undetermined.sort { left, right in
      Self.precedes(
        (left.location.file.raw, left.location.range.start, left.location.range.end),
        (right.location.file.raw, right.location.range.start, right.location.range.end),
        (left.policy, left.resource, left.message), (right.policy, right.resource, right.message))
    }
    problems.sort { left, right in
      Self.precedes(
        (left.location.file.raw, left.location.range.start, left.location.range.end),
        (right.location.file.raw, right.location.range.start, right.location.range.end),
        (left.message, "", ""), (right.message, "", ""))
    }
    // Two readers may say the same of one place; the wider mark stays.
    for index in problems.indices.dropFirst().reversed() {
      let (problem, previous) = (problems[index], problems[index - 1])
      if problem.message == previous.message, problem.location.file == previous.location.file,
        problem.location.range.start == previous.location.range.start
      {
        problems.remove(at: index - 1)
      }
    }
    exempted.sort { left, right in
      let (left, right) = (left.finding, right.finding)
      return Self.precedes(
        (left.location.file.raw, left.location.range.start, left.location.range.end),
        (right.location.file.raw, right.location.range.start, right.location.range.end),
        (left.policy, left.resource, left.message), (right.policy, right.resource, right.message))
    }
    var seen: [String: Int] = [:]
    for index in findings.indices {
      findings[index].fingerprint = Self.numbered(fingerprint(of: findings[index]), &seen)
    }
    seen = [:]
    for index in exempted.indices {
      exempted[index].finding.fingerprint = Self.numbered(fingerprint(of: exempted[index].finding), &seen)
    }
  }

  /// Equal ones are told apart by a number behind a full stop.
  private static func numbered(_ text: String, _ seen: inout [String: Int]) -> String {
    let count = seen[text, default: 0]
    seen[text] = count + 1
    return count == 0 ? text : "\(text).\(count)"
  }

  /// Of policy, resource, path within it and environments. Where no path is known the line up to the mark stands for
  /// it, and the marked text unless that is a secret: no hash of a secret is ever published.
  private func fingerprint(of finding: Finding) -> String {
    var fingerprint = Fingerprint()
    fingerprint.combine(finding.policy)
    fingerprint.combine(finding.resource)
    fingerprint.combine(finding.environments.sorted().joined(separator: ","))
    fingerprint.combine(finding.path)
    let file = Int(finding.location.file.raw)
    if finding.path.isEmpty, files.indices.contains(file) {
      let bytes = files[file].bytes
      let range = finding.location.range.indices.clamped(to: 0..<bytes.count)
      let lineStart = bytes[..<range.lowerBound].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
      let before = bytes[lineStart..<range.lowerBound].drop { $0 <= 0x20 }
      fingerprint.combine(before)
      if !finding.isSecret { fingerprint.combine(bytes[range]) }
    }
    return fingerprint.text
  }

  private static func precedes(
    _ place: (Int32, Int32, Int32), _ otherPlace: (Int32, Int32, Int32),
    _ words: (String, String, String), _ otherWords: (String, String, String)
  ) -> Bool {
    place != otherPlace ? place < otherPlace : words < otherWords
  }
}
