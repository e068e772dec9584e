public import PolicyKit
internal import SourceText

/// The part of a report that concerns one environment.
///
/// `…/overlays/prod` has siblings, `…/overlays/dev`: what stands in a folder of a sibling's name is of another
/// environment. What names no environment concerns all.
public struct EnvironmentView: Sendable {
  /// `prod`: the last part of the application's path.
  public let name: String
  private let others: Set<String>

  /// - Parameter paths: of the application, from the root of the repository.
  public init(paths: [String], of report: Report) {
    var others: Set<String> = []
    var names: [String] = []
    for path in paths {
      let parts = path.split(separator: "/").filter { $0 != "." }.map(String.init)
      guard let last = parts.last else { continue }
      names.append(last)
      let above = parts.dropLast()
      for file in report.files {
        let folders = file.path.split(separator: "/").dropLast().map(String.init)
        guard folders.count > above.count, folders[..<above.count].elementsEqual(above) else { continue }
        others.insert(folders[above.count])
      }
    }
    name = names.first ?? ""
    self.others = others.subtracting(names)
  }

  /// A file below a folder of another environment.
  public func excludes(path: String) -> Bool {
    path.split(separator: "/").dropLast().contains { others.contains(String($0)) }
  }

  /// Without findings and problems of other environments.
  public func report(of report: Report) -> Report {
    func path(_ file: Int) -> String { report.files.indices.contains(file) ? report.files[file].path : "" }
    var own = report
    own.findings.removeAll { finding in
      if excludes(path: path(Int(finding.location.file.raw))) { return true }
      return !finding.environments.isEmpty && finding.environments.allSatisfy(others.contains)
    }
    own.problems.removeAll { problem in
      excludes(path: path(Int(problem.location.file.raw)))
    }
    return own
  }
}
