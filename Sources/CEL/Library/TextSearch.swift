/// A part to look for in many places, in linear time whatever it looks like (Knuth, Morris and Pratt).
struct TextSearch<Element: Equatable> {
  let part: [Element]
  /// For each prefix of the part: how long its longest proper prefix is that is also its suffix.
  private let borders: [Int]

  init(_ part: [Element]) {
    self.part = part
    var borders = [Int](repeating: 0, count: part.count)
    var length = 0
    for index in part.indices.dropFirst() {
      while length > 0, part[index] != part[length] { length = borders[length - 1] }
      if part[index] == part[length] { length += 1 }
      borders[index] = length
    }
    self.borders = borders
  }

  /// The first place at or after `start`; the empty part stands everywhere.
  func firstRange(in text: [Element], from start: Int = 0) -> Range<Int>? {
    if part.isEmpty { return start <= text.count ? start..<start : nil }
    var length = 0
    var index = start
    while index < text.count {
      while length > 0, text[index] != part[length] { length = borders[length - 1] }
      if text[index] == part[length] { length += 1 }
      index += 1
      if length == part.count { return index - length..<index }
    }
    return nil
  }

  /// The last place at or before `start`.
  static func lastRange(of part: [Element], in text: [Element], from start: Int) -> Range<Int>? {
    let end = min(text.count, start + part.count)
    guard end >= part.count else { return nil }
    let search = TextSearch(part.reversed())
    guard let found = search.firstRange(in: text[..<end].reversed()) else { return nil }
    return end - found.upperBound..<end - found.lowerBound
  }
}
