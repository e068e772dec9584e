internal import Fixes
internal import Testing

struct UnifiedDiffTests {
  static func diff(_ old: String, _ new: String, path: String = "a.yaml") -> String {
    String(decoding: UnifiedDiff.text(path: path, from: Array(old.utf8), to: Array(new.utf8)), as: UTF8.self)
  }

  @Test func `three lines stand around a change, and changes that are near share a hunk`() {
    let old = (1...20).map { "\($0)\n" }.joined()
    let new = old.replacing("\n4\n", with: "\nfour\n").replacing("\n9\n", with: "\n9\nnine\n")
      .replacing("\n19\n20\n", with: "\n19\n")
    #expect(
      Self.diff(old, new) == """
        --- a/a.yaml
        +++ b/a.yaml
        @@ -1,12 +1,13 @@
         1
         2
         3
        -4
        +four
         5
         6
         7
         8
         9
        +nine
         10
         11
         12
        @@ -17,4 +18,3 @@
         17
         18
         19
        -20

        """)
  }

  @Test func `a missing last line end is said, and line ends are kept`() {
    #expect(
      Self.diff("a\r\nb", "a\r\nc") == """
        --- a/a.yaml
        +++ b/a.yaml
        @@ -1,2 +1,2 @@
         a\r
        -b
        \\ No newline at end of file
        +c
        \\ No newline at end of file

        """)
  }

  @Test func `equal texts have no difference, an empty one counts from line 0`() {
    #expect(Self.diff("a\n", "a\n") == "")
    #expect(Self.diff("", "a\n") == "--- a/a.yaml\n+++ b/a.yaml\n@@ -0,0 +1 @@\n+a\n")
  }

  @Test func `paths are written as git writes them`() {
    #expect(Self.diff("", "a\n", path: "ä\"\n.yaml").hasPrefix("--- \"a/\\303\\244\\\"\\012.yaml\"\n"))
    #expect(Self.diff("", "a\n", path: "my app.yaml").hasPrefix("--- a/my app.yaml\t\n"))
  }
}
