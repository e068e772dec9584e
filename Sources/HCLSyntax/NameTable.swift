/// Interns the names of one tree: a hash table over bytes, one `String` per distinct name.
struct NameTable: Sendable {
  private(set) var names: [String] = []
  /// Hash of each name, then a table of name indices (−1: free), a power of two in size.
  private var hashes: [UInt32] = []
  private var slots: [Int32]

  init() { slots = Array(repeating: -1, count: 64) }

  mutating func intern(_ bytes: [UInt8], _ range: Range<Int>) -> NameID {
    var hash: UInt32 = 2_166_136_261
    for index in range { hash = (hash ^ UInt32(bytes[index])) &* 16_777_619 }
    if let found = find(hash, { $0.utf8.count == range.count && $0.utf8.elementsEqual(bytes[range]) }) {
      return found
    }
    return insert(String(decoding: bytes[range], as: UTF8.self), hash)
  }

  mutating func intern(_ name: String) -> NameID {
    let hash = Self.hash(name)
    return find(hash) { $0 == name } ?? insert(name, hash)
  }

  func id(of name: String) -> NameID? { find(Self.hash(name)) { $0 == name } }

  private static func hash(_ name: String) -> UInt32 {
    var hash: UInt32 = 2_166_136_261
    for byte in name.utf8 { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    return hash
  }

  @inline(__always)
  private func find(_ hash: UInt32, _ matches: (String) -> Bool) -> NameID? {
    let mask = slots.count - 1
    var slot = Int(hash) & mask
    while slots[slot] >= 0 {
      let index = Int(slots[slot])
      if hashes[index] == hash, matches(names[index]) { return NameID(raw: slots[slot]) }
      slot = (slot + 1) & mask
    }
    return nil
  }

  private mutating func insert(_ name: String, _ hash: UInt32) -> NameID {
    if (names.count + 1) * 2 > slots.count { grow() }
    let id = Int32(names.count)
    names.append(name)
    hashes.append(hash)
    place(id, hash)
    return NameID(raw: id)
  }

  private mutating func place(_ id: Int32, _ hash: UInt32) {
    let mask = slots.count - 1
    var slot = Int(hash) & mask
    while slots[slot] >= 0 { slot = (slot + 1) & mask }
    slots[slot] = id
  }

  private mutating func grow() {
    slots = Array(repeating: -1, count: slots.count * 2)
    for (index, hash) in hashes.enumerated() { place(Int32(index), hash) }
  }
}
