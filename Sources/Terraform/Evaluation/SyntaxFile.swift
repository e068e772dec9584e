public import HCLSyntax
public import SourceText

/// One parsed file of a module.
public final class SyntaxFile: Sendable {
  /// Relative to the root of the scan.
  public let path: String
  public let tree: HCLTree
  public let problems: [Problem]

  public init(path: String, parse: HCLParse) {
    self.path = path
    self.tree = parse.tree
    self.problems = parse.problems
  }

  /// Parses by the name's ending: `.json` is the JSON syntax.
  public convenience init(_ file: SourceFile) {
    let isJSON = file.path.hasSuffix(".json")
    self.init(
      path: file.path,
      parse: isJSON
        ? HCLTree.parseJSON(file.bytes, file: file.id) : HCLTree.parse(file.bytes, file: file.id))
  }
}
