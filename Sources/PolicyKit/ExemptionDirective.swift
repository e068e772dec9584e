/// What a comment or an annotation says: `allow IMG-01, RES-04 until 2027-03-31 owner platform because …`.
struct ExemptionDirective: Sendable {
  /// As written: ids or names.
  var policies: [String] = []
  var until: CalendarDate?
  var owner: String?
  var reason = ""

  struct Fault: Error {
    var message: String
    var advice: String
  }

  static let form = "allow ID until YYYY-MM-DD because REASON"

  /// - Parameters:
  ///   - text: what stands behind `mlguard:`.
  ///   - needsVerb: an annotation's key says `allow` already.
  init(_ text: String, needsVerb: Bool) throws(Fault) {
    var words = text.split(whereSeparator: \.isWhitespace)[...]
    if needsVerb || words.first == "allow" {
      guard let verb = words.popFirst() else {
        throw Fault(message: "the exemption is empty", advice: Self.form)
      }
      if verb != "allow" {
        let nearest = Spelling.nearest(to: String(verb), among: ["allow"]) != nil
        throw Fault(
          message: "unknown word '\(verb)'", advice: nearest ? "did you mean 'allow'?" : Self.form)
      }
    }
    try readPolicies(&words)
    while let word = words.popFirst() {
      switch word {
      case "until":
        guard let text = words.popFirst() else {
          throw Fault(message: "until has no date", advice: "until YYYY-MM-DD")
        }
        guard let date = CalendarDate(String(text)) else {
          throw Fault(message: "'\(text)' is no date", advice: "until YYYY-MM-DD")
        }
        until = date
      case "owner":
        guard let name = words.popFirst(), name != "because", name != "until" else {
          throw Fault(message: "owner has no name", advice: "owner NAME")
        }
        owner = String(name)
      case "because":
        reason = words.joined(separator: " ")
        words = []
      default:
        let keywords = ["until", "owner", "because"]
        let nearest = Spelling.nearest(to: String(word), among: keywords).map { "did you mean '\($0)'?" }
        throw Fault(message: "unknown word '\(word)'", advice: nearest ?? Self.form)
      }
    }
    if reason.isEmpty { throw Fault(message: "the exemption gives no reason", advice: "add: because …") }
  }

  private mutating func readPolicies(_ words: inout ArraySlice<Substring>) throws(Fault) {
    while let word = words.first {
      let names = word.split(separator: ",").map(String.init)
      policies += names
      words = words.dropFirst()
      // A comma at the end of this word or at the start of the next: the list goes on.
      if !word.hasSuffix(","), words.first?.hasPrefix(",") != true { break }
    }
    if policies.isEmpty || ["until", "owner", "because"].contains(policies[0]) {
      throw Fault(message: "the exemption names no policy", advice: Self.form)
    }
  }
}
