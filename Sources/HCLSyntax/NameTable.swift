/// Interns the names of one tree: a hash table over bytes, one `String` per distinct name.
struct NameTable: Sendable {
  private(set) var names: [String] = []
  /// The bytes of all names in a row, and where each ends.
  private var text: [UInt8] = []
  private var ends: [Int32] = []
  /// Hash of each name, then a table of name indices (−1: free), a power of two in size.
  private var hashes: [UInt32] = []
  private var slots: [Int32]

  init() { slots = Array(repeating: -1, count: 64) }

  mutating func intern(_ bytes: [UInt8], _ range: Range<Int>) -> NameID {
    var hash: UInt32 = 2_166_136_261
    for index in range { hash = (hash ^ UInt32(bytes[index])) &* 16_777_619 }
    let mask = slots.count - 1
    var slot = Int(hash) & mask
    while slots[slot] >= 0 {
      let index = Int(slots[slot])
      if hashes[index] == hash, isEqual(index, bytes, range) { return NameID(raw: slots[slot]) }
      slot = (slot + 1) & mask
    }
    return insert(String(decoding: bytes[range], as: UTF8.self), hash)
  }

  @inline(__always)
  private func isEqual(_ index: Int, _ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    var offset = index == 0 ? 0 : Int(ends[index - 1])
    guard Int(ends[index]) - offset == range.count else { return false }
    for position in range {
      if text[offset] != bytes[position] { return false }
      offset += 1
    }
    return true
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
    text.append(contentsOf: name.utf8)
    ends.append(Int32(text.count))
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
