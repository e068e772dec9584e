internal import SourceText
internal import Terraform

/// Reads the files given as one repository and evaluates its root modules, all in memory, on one core.
enum TerraformBench {
  static func run(_ paths: [String]) {
    let files = paths.enumerated().map { index, path in
      SourceFile(
        id: FileID(Int32(index)), path: path.hasPrefix("/") ? String(path.dropFirst()) : path,
        bytes: Bench.bytes(of: path))
    }
    var (roots, resources, slowest) = (0, 0, 0.0)
    let seconds = Bench.median(of: 3) {
      let library = ModuleLibrary(RepositoryFiles(files))
      (roots, resources, slowest) = (0, 0, 0)
      let states = library.states(readBy: library.roots)
      for root in library.roots {
        for inputs in library.inferredInputs(of: root) {
          let start = Bench.processorSeconds
          guard let result = library.evaluate(inputs, states: states) else { continue }
          slowest = max(slowest, Bench.processorSeconds - start)
          roots += 1
          resources += result.resources.count
        }
      }
    }
    print(
      "terraform: \(files.count) files, \(roots) evaluations, \(resources) resources: \(seconds) CPU s, "
        + "slowest root \(slowest) s")
  }
}
