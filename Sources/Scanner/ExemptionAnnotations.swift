internal import PolicyKit
internal import ResourceModel
internal import SourceText
internal import Values

/// Reads exemptions from the annotation `mlguard.dev/allow` of Kubernetes objects: one to a line.
enum ExemptionAnnotations {
  private static let prefix = "mlguard.dev/"
  private static let name = "allow"

  /// O(objects of the files).
  static func texts(
    of resources: [Resource], in annotated: Set<FileID>, _ files: [SourceFile]
  ) -> [ExemptionText] {
    var texts: [ExemptionText] = []
    for resource in resources where resource.domain == .kubernetes {
      guard annotated.contains(resource.location.file) else { continue }
      for field in resource.value.at("metadata", "annotations")?.object?.fields ?? [] {
        guard field.name.hasPrefix(prefix), let location = field.value.location else { continue }
        let word = String(field.name.dropFirst(prefix.count))
        if word == name {
          texts += lines(of: field.value, at: location, of: resource, files)
        } else if Spelling.nearest(to: word, among: [name]) != nil {
          texts.append(
            ExemptionText(
              word, at: field.nameLocation ?? location,
              target: .none("unknown annotation '\(field.name)'; did you mean '\(prefix)\(name)'?")))
        }
      }
    }
    return texts
  }

  private static func lines(
    of value: Value, at location: Location, of resource: Resource, _ files: [SourceFile]
  ) -> [ExemptionText] {
    guard let text = value.string else {
      return [ExemptionText("", at: location, target: .none("\(prefix)\(name) has to be text"))]
    }
    let lines = text.split(whereSeparator: \.isNewline).filter { !$0.allSatisfy(\.isWhitespace) }
    if lines.isEmpty {
      return [ExemptionText("", at: location, target: .none("\(prefix)\(name) is empty"))]
    }
    return lines.map { line in
      ExemptionText(
        String(line), at: place(of: line, in: location, files), target: .object(resource.address))
    }
  }

  /// The line's own place in a block scalar; the first line of the value where it is written in another way.
  private static func place(of line: Substring, in location: Location, _ files: [SourceFile]) -> Location {
    guard files.indices.contains(Int(location.file.raw)) else { return location }
    let bytes = files[Int(location.file.raw)].bytes
    let range = location.range.indices.clamped(to: 0..<bytes.count)
    let wanted = Array(line.utf8)
    if let start = range.first(where: { bytes[$0..<range.upperBound].starts(with: wanted) }) {
      return Location(file: location.file, range: ByteRange(start..<(start + wanted.count)))
    }
    let end = bytes[range].firstIndex(of: UInt8(ascii: "\n")) ?? range.upperBound
    return Location(file: location.file, range: ByteRange(range.lowerBound..<end))
  }
}
