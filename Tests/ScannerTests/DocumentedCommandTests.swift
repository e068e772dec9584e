internal import PolicyKit
internal import ResourceModel
internal import SourceText
internal import Testing

@testable internal import Scanner

/// Credentials of the commands that a Markdown file shows, by line and kind.
struct DocumentedCommandTests {
  private func check(_ text: String, _ wanted: [String], line: Int = #line) {
    let bytes = Array(text.utf8)
    let file = SourceFile(id: FileID(0), path: "README.md", bytes: bytes)
    let index = LineIndex(bytes)
    let found = DocumentedCommands.credentials(in: file).map {
      "\(index.position(of: Int($0.location.range.start), in: bytes).line) \($0.kind)"
    }
    #expect(found == wanted, "line \(line)")
  }

  @Test func `a block of shell, with either fence, in a list too`() {
    check(
      """
      ```sh
      login --password hT7qPz2mWx9
      ```

        ~~~ Bash
        login --password hT7qPz2mWx9
        ~~~
      """, ["2 a password", "6 a password"])
  }

  @Test func `a longer fence holds a shorter one, and the end of the file closes it`() {
    check(
      """
      ````sh
      ```
      login --password hT7qPz2mWx9
      ````
      login --password hT7qPz2mWx9
      ~~~sh
      login --password hT7qPz2mWx9
      """, ["3 a password", "7 a password"])
  }

  @Test func `text, other languages and words that stand for a credential are passed over`() {
    check(
      """
      login --password hT7qPz2mWx9
      ```yaml
      password: hT7qPz2mWx9
      ```
      ```sh
      login --password secret
      login --password <password> --token "$TOKEN"
      ```
      """, [])
  }

  @Test func `characters beyond ASCII move no place`() {
    check("```sh\necho grüße; login --password hT7qPz2mWx9\n```\n", ["2 a password"])
  }
}
