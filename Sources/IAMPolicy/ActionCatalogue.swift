/// The actions that AWS has, with their access levels and whether they take resources.
struct ActionCatalogue: Sendable {
  static let standard = ActionCatalogue(ActionCatalogueData.text)

  private let bytes: [UInt8]
  /// The words of a service, by its prefix.
  private let services: [String: Range<Int>]

  init(_ text: String) {
    let bytes = Array(text.utf8)
    var services: [String: Range<Int>] = [:]
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      if let space = bytes[start..<end].firstIndex(of: UInt8(ascii: " ")) {
        services[String(decoding: bytes[start..<space], as: UTF8.self)] = (space + 1)..<end
      }
      start = end + 1
    }
    self.bytes = bytes
    self.services = services
  }

  /// Whether actions that the pattern matches can be bound to resources: `s3:Get*`. Not where most of them take none,
  /// so that only `*` grants them: `ec2:Describe*`.
  ///
  /// O(actions of the service × length of the pattern); false for a service that is not in the catalogue.
  func takesResource(_ pattern: String) -> Bool {
    let parts = pattern.lowercased().split(separator: ":", maxSplits: 1)
    guard parts.count == 2, let words = services[String(parts[0])] else { return false }
    let wanted = Array(parts[1].utf8)
    var (bound, unbound) = (0, 0)
    for word in bytes[words].split(separator: UInt8(ascii: " ")) {
      guard let level = word.last, Self.matches(wanted[...], word.dropLast(2)) else { continue }
      if (0x41...0x5A).contains(level) { bound += 1 } else { unbound += 1 }
    }
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
