internal import Foundation
internal import Testing

/// Holds the import lines of `Sources` against the layers of docs/architecture.md.
struct LayerTests {
  /// Lowest layer first; modules of one layer never import each other.
  static let layers: [[String]] = [
    ["SourceText", "CLibYAML", "CLibCurl"],
    ["Values", "HCLSyntax", "YAMLSyntax", "RegularExpressions"],
    ["CEL", "ResourceModel"],
    ["Terraform", "Kubernetes", "Delivery", "IAMPolicy"],
    ["PolicyKit"],
    ["Analyses"],
    ["Reporting", "Fixes"],
    ["Scanner"],
    ["LanguageServer", "ArgoGate"],
    ["mlguard", "mlguard-gate", "mlguard-bench"],
  ]

  /// Modules from outside, and who may import them.
  static let outside: [String: Set<String>] = [
    "ArgumentParser": ["mlguard", "mlguard-gate"],
    "CLibYAML": ["YAMLSyntax", "mlguard-bench"],
    "CLibCurl": ["mlguard-gate"],
    "Foundation": ["Scanner", "Reporting", "mlguard"],
    "Glibc": ["Scanner", "mlguard", "mlguard-gate", "mlguard-bench"],
    "Darwin": ["Scanner", "mlguard", "mlguard-gate", "mlguard-bench"],
    "Dispatch": ["Scanner", "mlguard", "mlguard-bench"],
    "Synchronization": ["Scanner", "mlguard", "mlguard-bench"],
  ]

  static let forbidden: [String: Set<String>] = [
    "Analyses": ["HCLSyntax", "YAMLSyntax", "CEL", "Terraform", "Kubernetes", "Delivery"],
    "Reporting": ["ResourceModel", "CEL", "Terraform", "Kubernetes", "Delivery", "Analyses"],
  ]

  static var sources: URL {
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
      .appending(path: "Sources")
  }

  static func imports(of module: String) throws -> [(file: String, module: String)] {
    let folder = sources.appending(path: module)
    var found: [(String, String)] = []
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    while let file = files?.nextObject() as? URL {
      guard file.pathExtension == "swift" else { continue }
      for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
        let words = line.split(separator: " ").map(String.init)
        guard let position = words.firstIndex(of: "import"), position + 1 < words.count,
          words[..<position].allSatisfy({
            ["public", "internal", "package", "private", "fileprivate", "@testable", "@preconcurrency"]
              .contains($0)
          })
        else { continue }
        found.append((file.lastPathComponent, words[position + 1]))
      }
    }
    return found
  }

  @Test func `every module imports lower layers only`() throws {
    var layerOf: [String: Int] = [:]
    for (index, layer) in Self.layers.enumerated() { for module in layer { layerOf[module] = index } }
    var complaints: [String] = []
    for (module, layer) in layerOf where !module.hasPrefix("CLib") {
      for (file, imported) in try Self.imports(of: module) {
        if let allowed = Self.outside[imported] {
          if !allowed.contains(module) { complaints.append("\(module)/\(file) imports \(imported)") }
        } else if let lower = layerOf[imported] {
          if lower >= layer {
            complaints.append("\(module)/\(file) imports \(imported), which is not below it")
          }
        } else {
          complaints.append("\(module)/\(file) imports \(imported), which no layer has")
        }
        if Self.forbidden[module]?.contains(imported) == true {
          complaints.append("\(module)/\(file) imports \(imported), which it must not see")
        }
      }
    }
    #expect(complaints.sorted() == [])
  }

  @Test func `every folder of Sources is in a layer`() throws {
    let folders = try FileManager.default.contentsOfDirectory(atPath: Self.sources.path)
      .filter { !$0.hasPrefix(".") && $0 != "Plugins" }
    #expect(Set(folders) == Set(Self.layers.joined()))
  }
}
