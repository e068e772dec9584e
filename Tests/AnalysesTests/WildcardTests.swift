internal import Testing

@testable internal import Analyses

struct WildcardTests {
  @Test(arguments: [
    ("prod", "prod", true), ("prod", "prod-eu", false), ("prod-*", "prod-eu", true),
    ("*-prod", "eu-prod", true),
    ("a*b*c", "a-b-c", true), ("a*b*c", "acb", false), ("ab*ba", "aba", false), ("*", "", true),
    ("", "", true),
    ("", "a", false), ("*b*b*", "b", false),
  ])
  func `a star is any run of characters, and nothing else is special`(
    pattern: String, text: String, matches: Bool
  ) {
    #expect(Wildcard(pattern).matches(text) == matches)
  }
}
