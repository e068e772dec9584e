internal import PolicyKit
internal import ResourceModel
internal import SourceText

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// The exemptions of a scan, from comments, annotations and the central file.
struct Exemptions {
  var book: ExemptionBook
  private let file: SourceFile?
  /// The scan covers the whole repository.
  private let isWhole: Bool

  static let path = ".mlguard/exemptions.yaml"

  init(
    _ reading: Reading, _ facts: Facts, _ ground: Ground, _ policies: [Policy], _ profile: Profile
  ) {
    isWhole = ground.isWhole
    guard !ground.ignoresExemptions else {
      (book, file) = (ExemptionBook(), nil)
      return
    }
    file = ground.exemptions.map {
      SourceFile(id: FileID(Int32(clamping: reading.files.count)), path: Self.path, bytes: $0.bytes)
    }
    book = ExemptionBook(
      reading.exemptionTexts(facts), file: file, policies: policies.map(\.card), profile: profile,
      today: ground.date ?? .today)
  }

  /// Adds what is wrong with the exemptions to the report.
  func audit(_ report: inout Report, _ policies: [Policy]) {
    if let file { report.files.append(file) }
    guard !book.isEmpty else { return }
    report.findings += book.audit(report.policies, of: policies, isWhole: isWhole && !report.isIncomplete)
  }

  /// Nil where there is none.
  static func centralFile(of repository: Repository) throws(ScanFailure) -> SourceFile? {
    func place(_ path: String) -> FileSystem.Path {
      FileSystem.join(repository.root, FileSystem.path(path))
    }
    if case .success = FileSystem.kind(of: place(".mlguard/exemptions.yml"), followsLinks: true) {
      throw ScanFailure(
        "\(repository.prefix).mlguard/exemptions.yml is not read", advice: "rename it to exemptions.yaml")
    }
    guard case .success = FileSystem.kind(of: place(path), followsLinks: true) else { return nil }
    return try PolicyLibrary.read(file: place(path), as: repository.prefix + path)
  }
}

extension CalendarDate {
  /// The day it is, UTC.
  static var today: CalendarDate { CalendarDate(daysSinceEpoch: time(nil) / 86_400) }
}
