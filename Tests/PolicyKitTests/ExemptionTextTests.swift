internal import Testing

@testable internal import PolicyKit

struct ExemptionTextTests {
  private func check(_ text: String, _ expected: String) {
    do {
      let directive = try ExemptionDirective(text, needsVerb: true)
      let terms = [directive.until.map { "until \($0)" }, directive.owner.map { "owner \($0)" }].compactMap {
        $0
      }
      #expect((directive.policies + terms + [directive.reason]).joined(separator: "|") == expected)
    } catch {
      #expect("\(error.message); \(error.advice)" == expected)
    }
  }

  @Test func `the words in any order, the reason last`() {
    check(" allow IMG-01 because it is so", "IMG-01|it is so")
    check("allow IMG-01,RES-04 because a, b", "IMG-01|RES-04|a, b")
    check(
      "allow IMG-01, RES-04 , x owner me until 2027-03-31 because until then",
      "IMG-01|RES-04|x|until 2027-03-31|owner me|until then")
  }

  @Test func `what is missing or wrong`() {
    check("", "the exemption is empty; allow ID until YYYY-MM-DD because REASON")
    check("allow", "the exemption names no policy; allow ID until YYYY-MM-DD because REASON")
    check("allow because x", "the exemption names no policy; allow ID until YYYY-MM-DD because REASON")
    check("alow A because x", "unknown word 'alow'; did you mean 'allow'?")
    check("ignore A because x", "unknown word 'ignore'; allow ID until YYYY-MM-DD because REASON")
    check("allow A", "the exemption gives no reason; add: because …")
    check("allow A because", "the exemption gives no reason; add: because …")
    check("allow A becase x", "unknown word 'becase'; did you mean 'because'?")
    check("allow A until", "until has no date; until YYYY-MM-DD")
    check("allow A until 31.3.2027 because x", "'31.3.2027' is no date; until YYYY-MM-DD")
    check("allow A owner because x", "owner has no name; owner NAME")
  }

  @Test func `days of the calendar`() {
    for text in ["2024-02-29", "2000-02-29", "1999-12-31", "0001-01-01", "9999-12-31"] {
      let date = CalendarDate(text)
      #expect(date?.description == text)
      #expect(date.map { CalendarDate(daysSinceEpoch: $0.daysSinceEpoch) } == date)
    }
    for text in [
      "2023-02-29", "1900-02-29", "2024-13-01", "2024-00-01", "2024-04-31", "2024-4-1", "today", "",
    ] {
      #expect(CalendarDate(text) == nil, "\(text)")
    }
    #expect(CalendarDate(daysSinceEpoch: 0).description == "1970-01-01")
    #expect(CalendarDate(daysSinceEpoch: 47_482).description == "2100-01-01")
  }

  @Test func `keys and patterns of addresses`() {
    #expect(ExemptionFilter.keys(in: #"module.a["x.y"].aws_b.c[0]"#) == ["x.y", "0"])
    #expect(ExemptionFilter.keys(in: "Deployment/shop/web") == [])
    #expect(ExemptionFilter.matches("Deployment/*/web", "Deployment/shop/web"))
    #expect(!ExemptionFilter.matches("Deployment/*/web", "Deployment/shop/web2"))
    #expect(ExemptionFilter.matches("*", ""))
    #expect(!ExemptionFilter.matches("", "a"))
  }
}
