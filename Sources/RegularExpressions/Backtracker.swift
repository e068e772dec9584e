/// Searches by trying the alternatives in order; a bit for each instruction and place keeps it from trying one
/// twice, so time and memory are at most program × text.
struct Backtracker {
  /// The greatest number of bits that one search may use; above it `ThreadMachine` runs.
  static let maximumBits = 256 * 1024

  private enum Job {
    case visit(Int32, Int)
    case restore(slot: Int, value: Int)
  }

  private let program: Program
  private let text: [UInt8]
  /// The place up to which a match may reach.
  private let end: Int
  private let base: Int
  private let stride: Int
  private var visited: [UInt64]
  private var jobs: [Job] = []
  private(set) var slots: [Int]

  static func canSearch(_ program: Program, length: Int) -> Bool {
    program.instructions.count * (length + 1) <= maximumBits
  }

  init(_ program: Program, _ text: [UInt8], range: Range<Int>, slotCount: Int) {
    self.program = program
    self.text = text
    end = range.upperBound
    base = range.lowerBound
    stride = range.count + 1
    visited = [UInt64](repeating: 0, count: (program.instructions.count * stride + 63) / 64)
    jobs.reserveCapacity(32)
    slots = [Int](repeating: -1, count: max(slotCount, 2))
  }

  /// Fills `slots` with the match that begins at `start`, if there is one.
  mutating func match(at start: Int) -> Bool {
    slots[0] = start
    jobs.append(.visit(program.start, start))
    while let job = jobs.popLast() {
      switch job {
      case .restore(let slot, let value): slots[slot] = value
      case .visit(let instruction, let offset):
        if let matchEnd = follow(instruction, offset) {
          slots[1] = matchEnd
          jobs.removeAll()
          return true
        }
      }
    }
    return false
  }

  /// Runs one thread until it fails or accepts, and leaves the alternatives in `jobs`.
  private mutating func follow(_ first: Int32, _ start: Int) -> Int? {
    var index = first
    var offset = start
    while true {
      let bit = Int(index) * stride + offset - base
      guard visited[bit >> 6] & (1 << UInt64(bit & 63)) == 0 else { return nil }
      visited[bit >> 6] |= 1 << UInt64(bit & 63)
      let instruction = program.instructions[Int(index)]
      switch instruction.operation {
      case .choose: jobs.append(.visit(instruction.other, offset))
      case .save:
        let slot = Int(instruction.argument)
        if slot < slots.count {
          jobs.append(.restore(slot: slot, value: slots[slot]))
          slots[slot] = offset
        }
      case .assert:
        guard Surroundings(text, offset).satisfy(instruction.argument) else { return nil }
      case .symbol, .set:
        guard offset < end else { return nil }
        let (scalar, width) = decodeScalar(text, at: offset)
        guard program.takes(instruction, program.alphabet.symbol(of: scalar)) else { return nil }
        offset += width
      case .accept: return offset
      case .fail: return nil
      }
      index = instruction.next
    }
  }
}
