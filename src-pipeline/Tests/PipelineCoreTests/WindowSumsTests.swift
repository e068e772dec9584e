import Testing

@testable import PipelineCore

@Suite struct WindowSumsTests {
  private let values: [Double] = {
    var stream = SplitMix64(seed: 3)
    return (0..<200).map { _ in 100 + stream.normal() }
  }()

  @Test(arguments: [1, 2, 3, 10, 14, 20, 50, 60])
  func `sum, squared distances and maximum are those of the window`(window: Int) {
    let sums = WindowSums(values, longest: 60)
    let (sum, largest) = (sums.sum(window), WindowSums.maximum(values, window))
    let distances = sums.squaredDistances(window)
    for row in (window - 1)..<values.count {
      let part = values[(row - window + 1)...row]
      let mean = part.reduce(0, +) / Double(window)
      #expect((sum[row] / Double(window) - mean).magnitude < 1e-12)
      #expect(largest[row] == part.max())
      let squares = part.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      #expect((distances[row] - squares).magnitude < 1e-10)
    }
  }

  @Test func `values that do not move have no distance at all`() {
    let flat = WindowSums([Double](repeating: 5.1, count: 80), longest: 60)
    #expect(flat.squaredDistances(20)[19...].allSatisfy { $0 == 0 })
  }

  @Test func `a history shorter than a window does not trap`() {
    for count in 0..<4 {
      let short = WindowSums([Double](repeating: 1, count: count), longest: 60)
      #expect(short.squaredDistances(60).count == count)
      #expect(WindowSums.maximum([Double](repeating: 1, count: count), 60).count == count)
    }
  }
}
