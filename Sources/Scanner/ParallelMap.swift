internal import Synchronization

/// Runs `body` over the ranges `0..<count` is cut into, on several threads, and gives the results in order.
///
/// One task takes chunk after chunk: small files do not pay for a task each, and a large one does not hold up
/// the rest. With one thread nothing but the calling task runs.
func parallelMap<Result: Sendable>(
  count: Int, chunk: Int, threads: Int, _ body: @escaping @Sendable (Range<Int>) -> Result
) async -> [Result] {
  let chunk = max(1, chunk)
  let chunks = (count + chunk - 1) / chunk
  @Sendable func range(_ index: Int) -> Range<Int> { (index * chunk)..<min(count, (index + 1) * chunk) }
  guard threads > 1, chunks > 1 else { return (0..<chunks).map { body(range($0)) } }
  let next = Counter()
  return await withTaskGroup(of: [(Int, Result)].self) { group in
    for _ in 0..<min(threads, chunks) {
      group.addTask {
        var results: [(Int, Result)] = []
        while true {
          let index = next.take()
          guard index < chunks else { return results }
          results.append((index, body(range(index))))
        }
      }
    }
    var ordered: [(Int, Result)] = []
    for await results in group { ordered += results }
    return ordered.sorted { $0.0 < $1.0 }.map(\.1)
  }
}

/// Hands out the whole numbers, each once.
private final class Counter: Sendable {
  private let value = Atomic<Int>(0)

  func take() -> Int { value.wrappingAdd(1, ordering: .relaxed).oldValue }
}
