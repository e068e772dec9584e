/// The actions that AWS has, with their access levels and whether they take resources.
struct ActionCatalogue: Sendable {
  static let standard = ActionCatalogue(ActionCatalogueData.text)

  private let bytes: [UInt8]
  /// The actions of a service, by its prefix, as places in `names`.
  private(set) var services: [String: Range<Int>] = [:]
  /// Where the name of each action stands; its level is two bytes behind.
  private var names: [Range<Int>] = []

  var count: Int { names.count }

  init(_ text: String) {
    let bytes = Array(text.utf8)
    self.bytes = bytes
    for line in bytes.indices.split(whereSeparator: { bytes[$0] == UInt8(ascii: "\n") }) {
      let words = line.split(whereSeparator: { bytes[$0] == UInt8(ascii: " ") })
      guard let service = words.first else { continue }
      let start = names.count
      for word in words.dropFirst() where word.count > 2 {
        names.append(word.startIndex..<(word.endIndex - 2))
      }
      services[String(decoding: bytes[service.startIndex..<service.endIndex], as: UTF8.self)] =
        start..<names.count
    }
  }

  /// `w` for a write, `p` for the management of permissions, …; a capital where the action takes resources.
  private func level(_ action: Int) -> UInt8 { bytes[names[action].upperBound + 1] }

  private func takesResource(_ action: Int) -> Bool { (0x41...0x5A).contains(level(action)) }

  /// The action changes something or somebody's rights.
  func isWrite(_ action: Int) -> Bool { [0x57, 0x77, 0x50, 0x70].contains(level(action)) }

  /// Calls back with each action that the pattern names: `s3:Get*`, `*`. None for a service that is not here.
  ///
  /// O(actions of the service × length of the pattern).
  func forEach(matching pattern: String, _ body: (Int) -> Void) {
    let parts = pattern.lowercased().split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let service = String(parts[0])
    let wanted = parts.count == 2 ? Array(parts[1].utf8) : [UInt8(ascii: "*")]
    if parts.count == 1, !PolicyStatement.isAnything(service) { return }
    let range = PolicyStatement.isAnything(service) ? names.indices : services[service] ?? 0..<0
    let isAll = wanted.allSatisfy { $0 == UInt8(ascii: "*") } && !wanted.isEmpty
    for action in range where isAll || Self.matches(wanted[...], bytes[names[action]]) { body(action) }
  }

  /// Whether actions that the pattern matches can be bound to resources: `s3:Get*`. Not where most of them take none,
  /// so that only `*` grants them: `ec2:Describe*`. False for a service that is not in the catalogue.
  func takesResource(_ pattern: String) -> Bool {
    guard pattern.contains(":") else { return false }
    var (bound, unbound) = (0, 0)
    forEach(matching: pattern) { if takesResource($0) { bound += 1 } else { unbound += 1 } }
    return bound > 0 && bound >= unbound
  }

  /// `*` any run, `?` one; the pattern is in lower case. Linear but for the last `*`, as usual for globs.
  private static func matches(_ pattern: ArraySlice<UInt8>, _ text: ArraySlice<UInt8>) -> Bool {
    var (p, t) = (pattern.startIndex, text.startIndex)
    var retry: (pattern: Int, text: Int)?
    while t < text.endIndex {
      let byte = text[t]
      let lower = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
      if p < pattern.endIndex, pattern[p] == UInt8(ascii: "*") {
        retry = (p + 1, t)
        p += 1
      } else if p < pattern.endIndex, pattern[p] == lower || pattern[p] == UInt8(ascii: "?") {
        p += 1
        t += 1
      } else if let last = retry {
        retry = (last.pattern, last.text + 1)
        p = last.pattern
        t = last.text + 1
      } else {
        return false
      }
    }
    return pattern[p...].allSatisfy { $0 == UInt8(ascii: "*") }
  }
}
