internal import SourceText

extension TreeBuilder {
  /// Finds duplicate keys, keys that are no scalars, and merge keys of a mapping that was just closed.
  mutating func inspectKeys(of mapping: Int, in bytes: UnsafeBufferPointer<UInt8>) {
    let count = Int(nodes[mapping].second) / 2
    guard count > 0 else { return }
    unsafe withUnsafeTemporaryAllocation(of: KeyText.self, capacity: count) { keys in
      var found = 0
      var index = mapping + 1
      for _ in 0..<count {
        if let key = unsafe keyText(index, of: mapping, in: bytes) {
          unsafe keys.initializeElement(at: found, to: key)
          found += 1
        }
        index = endOfSubtree(endOfSubtree(index))
      }
      let all = unsafe UnsafeMutableBufferPointer(rebasing: keys[0..<found])
      if found <= 24 {
        unsafe reportPairs(all, of: mapping)
      } else {
        unsafe reportSorted(all, of: mapping)
      }
      unsafe all.deinitialize()
    }
  }

  /// A key's text, by the first bytes of which most keys are told apart.
  struct KeyText {
    var node: Int32
    var length: Int32
    /// Of the name that JSON would have: of `0x10` that of `16`.
    var hash: UInt64
  }

  private func endOfSubtree(_ index: Int) -> Int {
    switch nodes[index].kind {
    case .scalar, .alias: index + 1
    case .sequence, .mapping: Int(nodes[index].first)
    }
  }

  private mutating func keyText(
    _ key: Int, of mapping: Int, in bytes: UnsafeBufferPointer<UInt8>
  ) -> KeyText? {
    var index = key
    if nodes[index].kind == .alias {
      guard nodes[index].first >= 0 else { return nil }
      index = Int(nodes[index].first)
    }
    let node = nodes[index]
    guard node.kind == .scalar else {
      reportCollectionKey(nodes[key], of: mapping)
      return nil
    }
    let start = Int(node.first)
    let end = Int(node.second)
    if node.flags.contains(.textIsDecoded) {
      return KeyText(
        node: Int32(key), length: node.second - node.first, hash: Self.hash(decoded[start..<end]))
    }
    let text = unsafe UnsafeBufferPointer(rebasing: bytes[start..<end])
    if node.style == .plain, node.properties < 0 {
      if unsafe text.count == 2 && text[0] == UInt8(ascii: "<") && text[1] == UInt8(ascii: "<") {
        nodes[mapping].flags.insert(.merges)
        checkMerge(of: endOfSubtree(key))
        return nil
      }
      if unsafe ScalarResolution.mayBeNoString(text), let name = unsafe ScalarResolution.resolve(text).keyName
      {
        if name == "null" { reportNullKey(node) }
        return KeyText(node: Int32(key), length: Int32(name.utf8.count), hash: Self.hash(name.utf8))
      }
    }
    return unsafe KeyText(node: Int32(key), length: node.second - node.first, hash: Self.hash(text))
  }

  /// FNV-1a.
  private static func hash(_ text: some Sequence<UInt8>) -> UInt64 {
    text.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
  }

  private mutating func reportNullKey(_ key: Node) {
    problem(
      .error, .semantics, "null is no key", at: ByteRange(start: key.start, end: key.end),
      advice: "write a name before the colon, or \"null\" in quotes")
  }

  /// What `<<` names has to be a mapping or a list of mappings.
  private mutating func checkMerge(of value: Int) {
    let target = meant(value)
    var isMergeable = nodes[target].kind == .mapping
    if nodes[target].kind == .sequence {
      isMergeable = true
      var element = target + 1
      while element < Int(nodes[target].first) {
        if nodes[meant(element)].kind != .mapping { isMergeable = false }
        element = endOfSubtree(element)
      }
    }
    // An alias to nothing has its own problem.
    guard !isMergeable, nodes[target].kind != .alias else { return }
    problem(
      .error, .semantics, "<< merges mappings, and this is none",
      at: ByteRange(start: nodes[value].start, end: nodes[value].end),
      advice: "name an anchor of a mapping: <<: *defaults")
  }

  private func meant(_ index: Int) -> Int {
    nodes[index].kind == .alias && nodes[index].first >= 0 ? Int(nodes[index].first) : index
  }

  private mutating func reportCollectionKey(_ key: Node, of mapping: Int) {
    let outer = nodes[mapping]
    if key.kind == .mapping, key.style == .flow, outer.style == .flow, key.start == outer.start + 1 {
      if templateLike == nil { templateLike = ByteRange(start: outer.start, end: outer.end) }
      return
    }
    collectionKeys += 1
    guard collectionKeys <= 10 else { return }
    problem(
      .error, .semantics, "a \(key.kind == .mapping ? "mapping" : "list") stands where a key is expected",
      at: ByteRange(start: key.start, end: key.end), advice: "use a name as key, and put the braces in quotes"
    )
  }

  private mutating func reportPairs(_ keys: UnsafeMutableBufferPointer<KeyText>, of mapping: Int) {
    for later in keys.indices.dropFirst() {
      let key = unsafe (hash: keys[later].hash, length: keys[later].length)
      for earlier in 0..<later
      where unsafe keys[earlier].hash == key.hash && keys[earlier].length == key.length {
        unsafe reportDuplicate(keys[earlier].node, keys[later].node, of: mapping)
        break
      }
    }
  }

  private mutating func reportSorted(_ keys: UnsafeMutableBufferPointer<KeyText>, of mapping: Int) {
    var keys = unsafe keys
    unsafe keys.sort { ($0.hash, $0.length, $0.node) < ($1.hash, $1.length, $1.node) }
    var first = 0
    for later in keys.indices.dropFirst() {
      if unsafe keys[first].hash == keys[later].hash && keys[first].length == keys[later].length {
        unsafe reportDuplicate(keys[first].node, keys[later].node, of: mapping)
      } else {
        first = later
      }
    }
  }

  /// The message is worded by `DuplicateKeys` once the lines can be counted.
  private mutating func reportDuplicate(_ first: Int32, _ second: Int32, of mapping: Int) {
    nodes[mapping].flags.insert(.duplicates)
    duplicates.append((first: first, second: second))
  }
}
