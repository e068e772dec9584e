internal import PolicyKit
internal import SourceText

/// What an example of a policy about exemptions needs: the other policies, and a day on which it is judged.
struct ExemptionTrial {
  let policies: [Policy]
  private let policy: Policy
  private let file: SourceFile?

  /// Examples are judged as of 2100-01-01, whenever they are run.
  private static let today = CalendarDate(daysSinceEpoch: 47_482)

  /// Nil for a policy about anything else.
  init?(_ policy: Policy, _ files: [SourceFile], _ library: PolicyLibrary) {
    guard let analysis = policy.analysis, ExemptionBook.analyses.contains(analysis) else { return nil }
    let shipped = (try? PolicyLibrary.shipped().policies) ?? []
    let present = Set(library.policies.map(\.card.id))
    policies = library.policies + shipped.filter { !present.contains($0.card.id) }
    self.policy = policy
    file = files.first { $0.path == Exemptions.path }
  }

  func book(_ texts: [ExemptionText], _ profile: Profile) -> ExemptionBook {
    ExemptionBook(
      texts, file: file, policies: policies.map(\.card), profile: profile, today: Self.today)
  }

  func findings(of book: ExemptionBook, _ cards: [PolicyCard]) -> [Finding] {
    book.audit(cards, of: policies, isWhole: true).filter { $0.policy == policy.card.id }
  }
}
