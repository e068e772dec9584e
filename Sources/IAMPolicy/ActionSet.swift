/// A set of AWS actions, told apart as the catalogue does. One bit for each of some 20,000.
public struct ActionSet: Sendable, Equatable {
  private var words: [UInt64]

  public init() { words = Array(repeating: 0, count: (ActionCatalogue.standard.count + 63) / 64) }

  /// What a pattern of a policy names: `s3:Get*`, `*`.
  public init(matching pattern: String) {
    self.init()
    insert(matching: pattern)
  }

  mutating func insert(matching pattern: String) {
    ActionCatalogue.standard.forEach(matching: pattern) { words[$0 >> 6] |= 1 << UInt64($0 & 63) }
  }

  /// Every action of the catalogue.
  public static let everything = ActionSet(matching: "*")

  public var isEmpty: Bool { words.allSatisfy { $0 == 0 } }
  public var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

  func contains(_ action: Int) -> Bool { words[action >> 6] & (1 << UInt64(action & 63)) != 0 }

  public mutating func formUnion(_ other: ActionSet) {
    for index in words.indices { words[index] |= other.words[index] }
  }

  public func intersection(_ other: ActionSet) -> ActionSet {
    var result = self
    for index in words.indices { result.words[index] &= other.words[index] }
    return result
  }

  public func subtracting(_ other: ActionSet) -> ActionSet {
    var result = self
    for index in words.indices { result.words[index] &= ~other.words[index] }
    return result
  }

  /// All but a little of everything, the management of identities included: whoever may do that can give himself the
  /// rest.
  public var isAdministration: Bool {
    let catalogue = ActionCatalogue.standard
    let power = (catalogue.services["iam"] ?? 0..<0).filter(catalogue.isWrite)
    return count * 10 >= catalogue.count * 9 && power.count(where: contains) * 10 >= power.count * 9
  }

  /// The prefixes of the services of which the set holds every action, or every one that changes something; only
  /// services with at least five of those, in alphabetical order.
  public var wholeServices: [String] {
    let catalogue = ActionCatalogue.standard
    return catalogue.services.filter { _, actions in
      var writes = 0
      for action in actions where catalogue.isWrite(action) {
        guard contains(action) else { return false }
        writes += 1
      }
      return writes >= 5
    }.keys.sorted()
  }
}
