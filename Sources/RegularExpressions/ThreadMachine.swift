/// Searches by stepping all alternatives through the text at once, in order of preference (Pike's machine): time is
/// at most program × text, memory does not depend on the text.
struct ThreadMachine {
  private enum Job {
    case visit(Int32)
    case restore(slot: Int, value: Int)
  }

  /// The threads at one place: an ordered set of instructions, each with its slots.
  private struct ThreadList {
    var order: [Int32] = []
    var position: [Int32]
    var rows: [Int] = []

    init(capacity: Int) {
      position = [Int32](repeating: 0, count: capacity)
    }

    func contains(_ instruction: Int32) -> Bool {
      let place = Int(position[Int(instruction)])
      return place < order.count && order[place] == instruction
    }

    mutating func append(_ instruction: Int32) {
      position[Int(instruction)] = Int32(order.count)
      order.append(instruction)
      rows.append(-1)
    }

    mutating func removeAll() {
      order.removeAll(keepingCapacity: true)
      rows.removeAll(keepingCapacity: true)
    }
  }

  private let program: Program
  private let text: [UInt8]
  private let slotCount: Int
  private var current: ThreadList
  private var next: ThreadList
  /// Slots of all threads, one row each, and the rows that no thread uses.
  private var storage: [Int32] = []
  private var freeRows: [Int] = []
  private var slots: [Int32]
  private var jobs: [Job] = []

  init(_ program: Program, _ text: [UInt8], slotCount: Int) {
    self.program = program
    self.text = text
    self.slotCount = max(slotCount, 2)
    current = ThreadList(capacity: program.instructions.count)
    next = ThreadList(capacity: program.instructions.count)
    slots = [Int32](repeating: -1, count: self.slotCount)
  }

  /// The slots of the leftmost match inside the range; an anchored one begins where the range does.
  mutating func search(_ range: Range<Int>, isAnchored: Bool) -> [Int]? {
    let start = range.lowerBound
    var offset = start
    var found: [Int32]?
    while true {
      if found == nil, !isAnchored || offset == start {
        for slot in slots.indices { slots[slot] = -1 }
        slots[0] = Int32(offset)
        follow(program.start, offset)
      }
      swap(&current, &next)
      next.removeAll()
      if current.order.isEmpty, found != nil || isAnchored { break }
      let (scalar, width) = offset < range.upperBound ? decodeScalar(text, at: offset) : (0xFFFD, 0)
      let symbol = width == 0 ? -1 : program.alphabet.symbol(of: scalar)
      step(symbol, from: offset, to: offset + width, &found)
      guard width > 0 else { break }
      offset += width
    }
    return found?.map(Int.init)
  }

  private mutating func step(_ symbol: Int32, from offset: Int, to nextOffset: Int, _ found: inout [Int32]?) {
    var index = 0
    while index < current.order.count {
      let instruction = program.instructions[Int(current.order[index])]
      let row = current.rows[index]
      if instruction.operation == .accept {
        var match = Array(storage[row..<row + slotCount])
        match[1] = Int32(offset)
        found = match
        for rest in index..<current.order.count where current.rows[rest] >= 0 {
          freeRows.append(current.rows[rest])
        }
        return
      }
      if row >= 0 {
        if symbol >= 0, program.takes(instruction, symbol) {
          for slot in 0..<slotCount { slots[slot] = storage[row + slot] }
          follow(instruction.next, nextOffset)
        }
        freeRows.append(row)
      }
      index += 1
    }
  }

  /// Adds to `next` all that can be reached from `first` without taking a scalar.
  private mutating func follow(_ first: Int32, _ offset: Int) {
    jobs.append(.visit(first))
    var surroundings: Surroundings?
    while let job = jobs.popLast() {
      switch job {
      case .restore(let slot, let value): slots[slot] = Int32(value)
      case .visit(let index):
        guard !next.contains(index) else { continue }
        next.append(index)
        let instruction = program.instructions[Int(index)]
        switch instruction.operation {
        case .choose:
          jobs.append(.visit(instruction.other))
          jobs.append(.visit(instruction.next))
        case .save:
          let slot = Int(instruction.argument)
          if slot < slotCount {
            jobs.append(.restore(slot: slot, value: Int(slots[slot])))
            slots[slot] = Int32(offset)
          }
          jobs.append(.visit(instruction.next))
        case .assert:
          let known = surroundings ?? Surroundings(text, offset)
          surroundings = known
          if known.satisfy(instruction.argument) { jobs.append(.visit(instruction.next)) }
        case .symbol, .set, .accept:
          next.rows[next.rows.count - 1] = newRow()
        case .fail: break
        }
      }
    }
  }

  /// Copies `slots` to a row of its own.
  private mutating func newRow() -> Int {
    let row: Int
    if let free = freeRows.popLast() {
      row = free
      for slot in 0..<slotCount { storage[row + slot] = slots[slot] }
    } else {
      row = storage.count
      storage += slots
    }
    return row
  }
}
