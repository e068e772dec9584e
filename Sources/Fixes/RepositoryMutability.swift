internal import HCLSyntax
internal import PolicyKit
internal import SourceText

/// Sets `image_tag_mutability = "IMMUTABLE"` where it is set otherwise, or adds it to the resource.
enum RepositoryMutability {
  static func proposal(_ finding: Finding, _ file: SourceFile, _ context: FixContext) -> FixProposal {
    let title = "make the repository's tags immutable"
    if let written = WrittenText(at: finding.location, in: file), written.text == "MUTABLE" {
      return .fix(Fix(title, [TextEdit("IMMUTABLE", replacing: ByteRange(written.range), of: file.id)]))
    }
    guard file.path.hasSuffix(".tf") else { return .refusal("only Terraform's native syntax is edited") }
    let tree = HCLTree.parse(file.bytes, file: file.id).tree
    for case .block(let block) in tree[tree.root].items
    where tree[block.type] == "resource" && block.range.contains(finding.location.range) {
      let isSet = tree[block.body].items.contains { item in
        if case .attribute(let attribute) = item {
          tree[attribute.name] == "image_tag_mutability"
        } else {
          false
        }
      }
      guard !isSet else { break }
      guard let edit = HCLInsertion(tree, block).edit("image_tag_mutability = \"IMMUTABLE\"") else {
        return .refusal("the block is written on one line")
      }
      return .fix(Fix(title, [edit]))
    }
    return .refusal("the value is computed")
  }
}
