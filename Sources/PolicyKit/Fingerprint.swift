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
    var seen: [String: Int] = [:]
    for index in findings.indices {
      let finding = findings[index]
      var fingerprint = Fingerprint()
      fingerprint.combine(finding.policy)
      fingerprint.combine(finding.resource)
      let file = Int(finding.location.file.raw)
      if files.indices.contains(file) {
        fingerprint.combine(files[file].path)
        let range = finding.location.range.indices.clamped(to: 0..<files[file].bytes.count)
        fingerprint.combine(files[file].bytes[range])
      }
      fingerprint.combine(finding.environments.joined(separator: ","))
      let text = fingerprint.text
      let count = seen[text, default: 0]
      seen[text] = count + 1
      findings[index].fingerprint = count == 0 ? text : "\(text).\(count)"
    }
  }

  private static func precedes(
    _ place: (Int32, Int32, Int32), _ otherPlace: (Int32, Int32, Int32),
    _ words: (String, String, String), _ otherWords: (String, String, String)
  ) -> Bool {
    place != otherPlace ? place < otherPlace : words < otherWords
  }
}
