internal import HCLSyntax
internal import SourceText

/// Parses the files given, all in memory, on one core.
enum HCLBench {
  static func run(_ paths: [String]) {
    let files = paths.map(Bench.bytes)
    let size = files.reduce(0) { $0 + $1.count }
    var items = 0
    let seconds = Bench.median {
      items = 0
      for (index, bytes) in files.enumerated() {
        let parse = HCLTree.parse(bytes, file: FileID(Int32(index)))
        items += parse.tree[parse.tree.root].items.count
      }
    }
    let megabytes = Double(size) / 1e6
    print(
      "hcl: \(files.count) files, \(megabytes) MB, \(items) items: \(seconds) CPU s, \(megabytes / seconds) MB/s"
    )
  }
}
