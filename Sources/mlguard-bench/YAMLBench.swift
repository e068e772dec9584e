internal import CLibYAML
internal import Dispatch
internal import Kubernetes
internal import PolicyKit
internal import ResourceModel
internal import Scanner
internal import SourceText
internal import Synchronization
internal import YAMLSyntax

/// The YAML reader against a bare libyaml event loop over the same bytes, in pairs.
enum YAMLBench {
  /// `arguments`: paths of YAML files, or a file with one path a line after `@`.
  static func run(_ arguments: [String]) {
    let paths = arguments.filter { !$0.hasPrefix("--") }.flatMap { argument in
      guard argument.hasPrefix("@") else { return [argument] }
      return String(decoding: Bench.bytes(of: String(argument.dropFirst())), as: UTF8.self)
        .split(separator: "\n").map(String.init)
    }
    let sources = paths.enumerated().map { index, path in
      SourceFile(id: FileID(Int32(index)), path: path, bytes: Bench.bytes(of: path))
    }
    let bytes = sources.reduce(0) { $0 + $1.bytes.count }
    print("\(sources.count) files, \(bytes) bytes")
    var trees: [Double] = []
    var facts: [Double] = []
    var judged: [Double] = []
    var plans: [Double] = []
    var floors: [Double] = []
    var events = 0
    var nodes = 0
    var found = 0
    var subjects = 0
    guard let library = try? PolicyLibrary.shipped() else {
      return print("the shipped policies do not compile")
    }
    for _ in 0..<7 {
      let start = Bench.processorSeconds
      events = sources.reduce(0) { $0 + eventCount($1.bytes) }
      let floor = Bench.processorSeconds
      nodes = sources.reduce(0) { $0 + YAMLParser.parse($1).tree.nodeCount }
      let tree = Bench.processorSeconds
      let resources = sources.reduce(0) {
        $0 + ManifestReader.read(YAMLParser.parse($1), path: $1.path).resources.count
      }
      let end = Bench.processorSeconds
      let all = Facts(merging: sources.map { ManifestReader.read(YAMLParser.parse($0), path: $0.path) })
      let read = Bench.processorSeconds
      var faults: [ConfigurationFault] = []
      let plan = PolicyPlan(
        library.policies, profile: Profile(), for: all, files: library.files, faults: &faults)
      let planned = Bench.processorSeconds
      let judgement = PolicyRun(plan, facts: all, files: sources).judge(all.resources.indices)
      let last = Bench.processorSeconds
      subjects = judgement.subjectCount
      judged.append((last - end) / (floor - start))
      plans.append(planned - read)
      found = resources
      floors.append(floor - start)
      trees.append((tree - floor) / (floor - start))
      facts.append((end - tree) / (floor - start))
    }
    if arguments.contains("--by-policy") { byPolicy(sources, library) }
    let walls = (0..<7).map { _ in wallOnTwoThreads(sources, library) }
    let seconds = median(floors)
    print(
      "libyaml's event loop: \(number(seconds)) s, \(Int(Double(bytes) / seconds / 1e6)) MB/s, \(events) events"
    )
    print("tree:             \(number(median(trees))) × the loop, \(nodes) nodes")
    print("tree and facts:   \(number(median(facts))) × the loop, \(found) resources")
    print(
      "and policies:     \(number(median(judged))) × the loop, \(subjects) subjects; compiled in \(number(median(plans))) s"
    )
    print(
      "on two threads:   \(number(median(walls) / seconds)) × the loop in wall time, from the bytes to the judgements"
    )
  }

  /// Parses, draws the facts and judges, half of the files and of the resources on each of two threads.
  private static func wallOnTwoThreads(_ sources: [SourceFile], _ library: PolicyLibrary) -> Double {
    let start = ContinuousClock.now
    let read = inHalves(sources.count) { index in
      ManifestReader.read(YAMLParser.parse(sources[index]), path: sources[index].path)
    }
    let facts = Facts(merging: read)
    var faults: [ConfigurationFault] = []
    let plan = PolicyPlan(
      library.policies, profile: Profile(), for: facts, files: library.files, faults: &faults)
    let run = PolicyRun(plan, facts: facts, files: sources)
    _ = inHalves(facts.resources.count) { run.judge($0..<($0 + 1)).subjectCount }
    let duration = ContinuousClock.now - start
    return Double(duration.components.seconds) + Double(duration.components.attoseconds) * 1e-18
  }

  /// One element after the other, taken by two threads.
  private static func inHalves<Result: Sendable>(
    _ count: Int, _ body: @escaping @Sendable (Int) -> Result
  ) -> [Result] {
    let next = Atomic<Int>(0)
    let results = Mutex<[(Int, Result)]>([])
    DispatchQueue.concurrentPerform(iterations: 2) { _ in
      var own: [(Int, Result)] = []
      while true {
        let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard index < count else { break }
        own.append((index, body(index)))
      }
      results.withLock { [own] in $0 += own }
    }
    return results.withLock { $0 }.sorted { $0.0 < $1.0 }.map(\.1)
  }

  private static func byPolicy(_ sources: [SourceFile], _ library: PolicyLibrary) {
    let facts = Facts(merging: sources.map { ManifestReader.read(YAMLParser.parse($0), path: $0.path) })
    var lines: [(Double, String)] = []
    for policy in library.policies
    where !CommandLine.arguments.contains("--only") || CommandLine.arguments.contains(policy.card.id) {
      var faults: [ConfigurationFault] = []
      let plan = PolicyPlan([policy], profile: Profile(), for: facts, files: library.files, faults: &faults)
      let run = PolicyRun(plan, facts: facts, files: sources)
      var subjects = 0
      let seconds = Bench.median(of: CommandLine.arguments.contains("--only") ? 400 : 5) {
        subjects = run.judge(facts.resources.indices).subjectCount
      }
      lines.append((seconds * 1000, "\(policy.card.id) \(subjects)"))
    }
    for line in lines.sorted(by: { $0.0 > $1.0 }).prefix(40) { print(number(line.0), "ms", line.1) }
  }

  private static func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }

  private static func number(_ value: Double) -> String { "\((value * 1000).rounded() / 1000)" }

  /// Events of all documents up to the first error: what every reader on libyaml has to pay.
  private static func eventCount(_ bytes: [UInt8]) -> Int {
    let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
    defer { unsafe parser.deallocate() }
    guard unsafe yaml_parser_initialize(parser) == 1 else { return 0 }
    defer { unsafe yaml_parser_delete(parser) }
    return unsafe bytes.withUnsafeBufferPointer { bytes in
      unsafe yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
      var event = unsafe yaml_event_t()
      var count = 0
      while unsafe yaml_parser_parse(parser, &event) == 1 {
        let isLast = unsafe event.type == YAML_STREAM_END_EVENT
        unsafe yaml_event_delete(&event)
        count += 1
        if isLast { break }
      }
      return count
    }
  }
}
