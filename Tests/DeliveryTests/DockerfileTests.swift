internal import ResourceModel
internal import Testing
internal import Values

struct DockerfileTests {
  @Test func `stages and build arguments are resolved`() {
    #expect(
      images(
        """
        # syntax=docker/dockerfile:1
        ARG BASE=swift:6.3
        ARG TAG
        from --platform=$BUILDPLATFORM ${BASE} AS Build
        FROM debian:${TAG:-12} AS run
        COPY --from=build /a /b
        COPY --from=0 /a /b
        COPY --from=busybox:1 /c /d
        FROM build
        FROM app:$TAG
        FROM scratch
        """) == """
          stage build: swift:6.3«swift:6.3»
          stage run: unknown(build argument TAG has no default)«debian:${TAG:-12}»
          stage 2: build«build» (stage)
          stage 3: unknown(build argument TAG has no default)«app:$TAG»
          stage 4: scratch«scratch»
          copy busybox:1: busybox:1«busybox:1»
          """)
  }

  @Test func `continuations, comments inside them and heredocs belong to one instruction`() {
    let (facts, bytes) = dockerfile(
      """
      FROM a
      RUN one \\
        # why
        && two \\

        && three
      RUN <<EOF bash
      FROM not
      EOF
      COPY <<-"X" /etc/x
      \thello
      \tX
      USER app
      """)
    let stage = facts.resources.first { $0.type == "stage" }?.value
    let instructions = stage?["instructions"]?.list ?? []
    #expect(
      instructions.map { shown($0["text"], bytes).split(separator: "«")[0] } == [
        "one   && two   && three", "<<EOF bash", "<<-\"X\" /etc/x", "app",
      ])
    #expect(
      instructions.compactMap { $0["heredocs"].map { shown($0, bytes) } } == [
        "[FROM not\n«FROM not\n»]", "[\thello\n«\thello\n»]",
      ])
    #expect(shown(stage?["user"], bytes) == "app«app»")
    #expect(facts.problems.isEmpty)
  }

  @Test func `variables have exact places`() {
    let (facts, bytes) = dockerfile(
      """
      FROM a
      ARG TOKEN=abc OTHER
      ENV A=1 B="two words" \\
          C=$TOKEN
      ENV OLD the rest
      """)
    let instructions = facts.resources.first { $0.type == "stage" }?.value["instructions"]?.list ?? []
    #expect(
      instructions.map { shown($0["variables"], bytes) } == [
        "{TOKEN: abc«abc», OTHER: unknown(build argument OTHER has no default)«OTHER»}",
        "{A: 1«1», B: two words«\"two words\"», C: abc«abc»}",
        "{OLD: the rest«the rest»}",
      ])
  }

  @Test func `the escape directive and CRLF`() {
    #expect(
      images("# escape=`\r\nFROM win `\r\n  AS base\r\nRUN dir c:\\\r\nFROM base\r\n") == """
        stage base: win«win»
        stage 1: base«base» (stage)
        """)
  }

  @Test(arguments: [
    ("FORM a\n", "«FORM» FORM is no instruction of a Dockerfile | FROM"),
    ("RUN x\nFROM a\n", "stage 0: a«a»\n«RUN» RUN stands before the first FROM | FROM image"),
    (
      "FROM a\nRUN <<EOF\nx\n",
      "stage 0: a«a»\n«<<EOF» the heredoc <<EOF is never closed | add a line with EOF alone"
    ),
    ("FROM a\nRUN\n", "stage 0: a«a»\n«RUN» RUN has no arguments"),
    ("FROM a as\n", "stage 0: a«a»\n«as» FROM takes an image and AS with a name | FROM a AS name"),
    ("# nothing\n", "«» the file has no instruction | FROM image"),
  ]) func `a mistake is a problem`(text: String, expected: String) {
    #expect(images(text) == expected)
  }
}
