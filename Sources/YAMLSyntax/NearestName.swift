/// The name that was probably meant; nil when none is near. O(names × length²), for messages only.
func nearestName(to name: String, among names: [String]) -> String? {
  let wanted = Array(name.utf8)
  guard wanted.count >= 3, wanted.count <= 64 else { return nil }
  var best: (name: String, distance: Int)?
  for candidate in names.prefix(200) {
    let bytes = Array(candidate.utf8)
    guard abs(bytes.count - wanted.count) <= 2 else { continue }
    let distance = editDistance(wanted, bytes)
    if distance <= max(1, wanted.count / 4), distance < best?.distance ?? Int.max {
      best = (candidate, distance)
    }
  }
  return best?.name
}

private func editDistance(_ left: [UInt8], _ right: [UInt8]) -> Int {
  var row = Array(0...right.count)
  for (i, byte) in left.enumerated() {
    var diagonal = row[0]
    row[0] = i + 1
    for (j, other) in right.enumerated() {
      let cost = byte == other ? diagonal : 1 + min(diagonal, row[j], row[j + 1])
      diagonal = row[j + 1]
      row[j + 1] = cost
    }
  }
  return row[right.count]
}
