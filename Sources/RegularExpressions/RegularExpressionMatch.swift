/// Where a pattern matched, in UTF-8 bytes from the start of the text.
public struct RegularExpressionMatch: Hashable, Sendable {
  /// The whole match, then groups 1, 2, …; nil for a group that took no part.
  public let groups: [Range<Int>?]
  public let range: Range<Int>

  init(slots: [Int]) {
    range = slots[0]..<slots[1]
    groups = stride(from: 0, to: slots.count, by: 2).map { slot in
      slots[slot] >= 0 && slots[slot + 1] >= 0 ? slots[slot]..<slots[slot + 1] : nil
    }
  }
}
