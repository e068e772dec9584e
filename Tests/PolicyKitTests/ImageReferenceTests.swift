internal import PolicyKit
internal import Testing

struct ImageReferenceTests {
  private static let hex = String(repeating: "0123456789abcdef", count: 4)

  private func check(_ text: String, _ expected: String) {
    let image = ImageReference(text)
    #expect(
      "\(image.registry) \(image.repository) tag=\(image.tag) digest=\(image.digest.prefix(10)) \(image.fault ?? "ok")"
        == expected)
  }

  @Test func `the parts, with Docker Hub's defaults`() {
    check("nginx", "docker.io library/nginx tag= digest= ok")
    check("nginx:1.4", "docker.io library/nginx tag=1.4 digest= ok")
    check("index.docker.io/nginx", "docker.io library/nginx tag= digest= ok")
    check("grafana/loki:3", "docker.io grafana/loki tag=3 digest= ok")
    check("registry.example:5000/a/b", "registry.example:5000 a/b tag= digest= ok")
    check("localhost/a", "localhost a tag= digest= ok")
    check("ghcr.io/a/b:1@sha256:\(Self.hex)", "ghcr.io a/b tag=1 digest=sha256:012 ok")
    check("nginx@sha256:\(Self.hex)", "docker.io library/nginx tag= digest=sha256:012 ok")
    check("a__b/c-d---e.f", "docker.io a__b/c-d---e.f tag= digest= ok")
  }

  @Test func `what breaks the grammar`() {
    func fault(_ text: String) -> String { ImageReference(text).fault ?? "ok" }
    #expect(
      [
        "", "a b", "Nginx", "a//b", "a:", "a:-1", "a:\(String(repeating: "t", count: 129))", "a.example:x/b",
        "a_-b", "-a.example/b", "a@sha256", "a@sha256:12", "a@md5:12", "a@sha256:\(Self.hex.uppercased())",
        "a/",
      ].map(fault) == [
        "it is empty", "it holds white space", "'Nginx' has upper-case letters",
        "a part of the name is empty",
        "nothing follows the colon", "the tag '-1' has a character that tags cannot have",
        "the tag is longer than 128 characters", "the port of the registry is not a number",
        "'a_-b' cannot be a part of a name", "'-a.example' is no name of a registry",
        "the digest has no algorithm: sha256:…", "a sha256 digest is 64 lower-case hex digits, not 2",
        "'md5' is no digest algorithm: sha256:…",
        "a sha256 digest is 64 lower-case hex digits, not 64 characters that are not all hex digits",
        "a part of the name is empty",
      ])
  }
}
