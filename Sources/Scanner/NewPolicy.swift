internal import PolicyKit

/// The start of a policy file.
public struct NewPolicy: Sendable {
  private let family: String
  private let name: String
  private let id: String?

  public init(family: String, name: String, id: String?) {
    self.family = family
    self.name = name
    self.id = id
  }

  /// Writes the file and gives its path; never over an existing one.
  public func write() throws(ScanFailure) -> String {
    for (word, text) in [("family", family), ("name", name)] {
      guard let first = text.utf8.first, Self.isLetter(first),
        text.utf8.allSatisfy({ Self.isLetter($0) || $0 == UInt8(ascii: "-") || Self.isDigit($0) })
      else {
        throw ScanFailure(
          "'\(text)' cannot be the \(word) of a policy", advice: "lower-case words with hyphens")
      }
    }
    let library = try PolicyLibrary.here()
    if let policy = library.policies.first(where: { $0.card.name == name }) {
      throw ScanFailure("there is a policy '\(name)' already: \(policy.card.path)")
    }
    let id = id ?? nextID(library)
    if let policy = library.policies.first(where: { $0.card.id == id }) {
      throw ScanFailure("there is a policy \(id) already: \(policy.card.path)")
    }
    let repository = try Repository(["."])
    let isOurs: Bool
    switch FileSystem.kind(
      of: FileSystem.join(repository.root, FileSystem.path("policies/profiles/default.yaml")),
      followsLinks: true)
    {
    case .success: isOurs = true
    case .failure: isOurs = false
    }
    let folder = (isOurs ? "policies/" : ".mlguard/policies/") + family
    let path = repository.prefix + folder + "/\(id)-\(name).yaml"
    let systemPath = FileSystem.join(repository.root, FileSystem.path("\(folder)/\(id)-\(name).yaml"))
    if case .success = FileSystem.kind(of: systemPath, followsLinks: false) {
      throw ScanFailure("\(path) exists")
    }
    if let failure = FileSystem.makeFolders(FileSystem.join(repository.root, FileSystem.path(folder)))
      ?? FileSystem.write(Array(text(id: id).utf8), to: systemPath)
    {
      throw ScanFailure("\(path): \(failure.reason)")
    }
    return path
  }

  /// The family's letters and its next number; a new family gets the first three letters of its name.
  private func nextID(_ library: PolicyLibrary) -> String {
    var letters = String(family.uppercased().filter { $0 != "-" }.prefix(3))
    var number = 0
    for policy in library.policies where policy.card.family == family {
      let parts = policy.card.id.split(separator: "-")
      guard parts.count == 2, let last = Int(parts[1]) else { continue }
      letters = String(parts[0])
      number = max(number, last)
    }
    let digits = String(number + 1)
    return "\(letters)-\(digits.count == 1 ? "0" : "")\(digits)"
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
  }
  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private func text(id: String) -> String {
    let pod = { (image: String) in
      """
                apiVersion: v1
                kind: Pod
                metadata: {name: web}
                spec:
                  containers:
                    - name: web
                      image: \(image)
      """
    }
    return """
      apiVersion: mlguard.dev/v1
      kind: Policy
      metadata: {name: \(name)}
      spec:
        id: \(id)
        family: \(family)
        level: warning
        summary: container runs the image of an example
        why: Say in a sentence or two what can go wrong.
        fix: "say what to type instead"
        match: {workloads: [containers, initContainers]}
        validations:
          - expression: object.image != "example"
            messageExpression: "'image ' + object.image + ' is an example'"
            at: object.image
        examples:
          - violates: the image of an example
            files:
              pod.yaml: |
      \(pod("«example»"))
          - violates: the image of an example, quoted
            files:
              pod.yaml: |
      \(pod("«\"example\"»"))
          - passes: an image
            files:
              pod.yaml: |
      \(pod("web"))
          - passes: an image with a tag
            files:
              pod.yaml: |
      \(pod("web:1.4"))
          - passes: an image with a registry
            files:
              pod.yaml: |
      \(pod("registry.example/web"))

      """
  }
}
