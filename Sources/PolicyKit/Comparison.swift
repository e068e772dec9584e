internal import SourceText

/// A finding of an earlier state: of a commit, or of a baseline.
public struct EarlierFinding: Hashable, Sendable {
  public var policy: String
  public var level: Level?
  public var message: String
  /// Path of the file.
  public var file: String
  /// Where it stood, or, for an entry of a baseline, where that is written.
  public var place: String
  public var resource: String
  public var environments: [String]
  /// Without the number that tells equal ones apart.
  public var fingerprint: String

  public init(
    policy: String, level: Level?, message: String, file: String, place: String, resource: String,
    environments: [String], fingerprint: String
  ) {
    self.policy = policy
    self.level = level
    self.message = message
    self.file = file
    self.place = place
    self.resource = resource
    self.environments = environments
    self.fingerprint = String(fingerprint.prefix { $0 != "." })
  }

  /// O(bytes of the file).
  public init(_ finding: Finding, in report: Report) {
    let index = Int(finding.location.file.raw)
    var path = ""
    var line = 1
    if report.files.indices.contains(index) {
      let file = report.files[index]
      path = file.path
      line = LineIndex(file.bytes).line(of: Int(finding.location.range.start))
    }
    self.init(
      policy: finding.policy, level: finding.level, message: finding.message, file: path,
      place: "\(path):\(line)", resource: finding.resource, environments: finding.environments,
      fingerprint: finding.fingerprint)
  }
}

/// A report beside an earlier state of the repository.
public struct Comparison: Sendable {
  /// `main (0123456789ab)`, or the path of a baseline.
  public var name: String
  /// In the earlier state only, in its order.
  public var fixed: [EarlierFinding]
  public var isBaseline: Bool

  public init(name: String, fixed: [EarlierFinding], isBaseline: Bool) {
    self.name = name
    self.fixed = fixed
    self.isBaseline = isBaseline
  }
}

extension Report {
  /// Calls each finding new or old, and keeps what is gone. Of equal fingerprints those with the same file and message
  /// belong together first, then those with one of them: a copy in another file is new, a moved file is not.
  /// O(findings).
  public mutating func compare(with earlier: [EarlierFinding], name: String, isBaseline: Bool = false) {
    struct Key: Hashable {
      var fingerprint: String
      var file: String?
      var message: String?
    }
    var isTaken = Array(repeating: false, count: earlier.count)
    for index in findings.indices { findings[index].status = .new }
    for (usesFile, usesMessage) in [(true, true), (true, false), (false, true), (false, false)] {
      func key(_ fingerprint: String, _ file: String, _ message: String) -> Key {
        Key(
          fingerprint: String(fingerprint.prefix { $0 != "." }), file: usesFile ? file : nil,
          message: usesMessage ? message : nil)
      }
      var free: [Key: [Int]] = [:]
      for (index, old) in earlier.enumerated().reversed() where !isTaken[index] {
        free[key(old.fingerprint, old.file, old.message), default: []].append(index)
      }
      for index in findings.indices where findings[index].status == .new {
        let finding = findings[index]
        let file = Int(finding.location.file.raw)
        let path = files.indices.contains(file) ? files[file].path : ""
        guard let match = free[key(finding.fingerprint, path, finding.message)]?.popLast() else { continue }
        isTaken[match] = true
        findings[index].status = .old
      }
    }
    comparison = Comparison(
      name: name, fixed: earlier.indices.filter { !isTaken[$0] }.map { earlier[$0] }, isBaseline: isBaseline)
  }

  public func count(_ status: Finding.Status) -> Int { findings.count { $0.status == status } }
}
