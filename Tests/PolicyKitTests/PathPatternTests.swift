internal import PolicyKit
internal import Testing

struct PathPatternTests {
  private func check(_ pattern: String, matches: [String], not others: [String]) {
    let pattern = PathPattern(pattern)
    for path in matches { #expect(pattern.matches(path), "\(pattern.text) does not match \(path)") }
    for path in others { #expect(!pattern.matches(path), "\(pattern.text) matches \(path)") }
  }

  @Test func `a name means that file or folder anywhere`() {
    check(
      "node_modules", matches: ["node_modules/a.yaml", "a/node_modules/b/c.yaml"], not: ["node_modules2/a"])
    check("*.tpl.yaml", matches: ["a.tpl.yaml", "b/c.tpl.yaml"], not: ["a.yaml"])
  }

  @Test func `a path means that file, or all below that folder`() {
    check(
      "charts/web", matches: ["charts/web/a.yaml", "charts/web"], not: ["x/charts/web/a.yaml", "charts/web2"])
    check("./charts/web/", matches: ["charts/web/a/b.yaml"], not: ["charts/a.yaml"])
  }

  @Test func `one star stays in its folder, two cross folders`() {
    check("a/*/c.yaml", matches: ["a/b/c.yaml"], not: ["a/c.yaml", "a/b/b/c.yaml"])
    check("a/**/c.yaml", matches: ["a/c.yaml", "a/b/c.yaml", "a/b/b/c.yaml"], not: ["a/b/d.yaml"])
    check("**/test/**", matches: ["test/a", "a/test/b/c"], not: ["test", "a/testing/b"])
    check("**", matches: ["a", "a/b"], not: [])
  }

  @Test func `sets and alternatives`() {
    check("a/?[0-9][!x].yaml", matches: ["a/z1y.yaml"], not: ["a/z1x.yaml", "a/zay.yaml"])
    check("{dev,staging}/*.yaml", matches: ["dev/a.yaml", "staging/a.yaml"], not: ["prod/a.yaml"])
  }

  @Test func `many stars take no exponential time`() {
    check(
      String(repeating: "a*", count: 40) + "b/c", matches: [],
      not: [String(repeating: "a", count: 200) + "/c"])
  }
}
