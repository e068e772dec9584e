public import PolicyKit
public import ResourceModel
internal import SourceText

/// The part of a report that concerns the environment of an application.
///
/// `…/overlays/prod` is of prod, because a folder on its path has the name of that environment; what stands in a folder
/// of another environment's name, `…/overlays/dev`, is not. What names no environment (`base`, a module) concerns all,
/// and an application whose path names none is judged by the whole report.
public struct EnvironmentView: Sendable {
  private let own: Set<String>
  private let vocabulary: EnvironmentVocabulary

  /// - Parameter paths: of the application, from the root of the repository.
  public init(paths: [String], vocabulary: EnvironmentVocabulary) {
    self.vocabulary = vocabulary
    own = Set(
      paths.flatMap { path in
        path.split(separator: "/").compactMap { vocabulary.label(String($0)) }
      })
  }

  /// A file below a folder of another environment, and of none of the application's.
  public func excludes(path: String) -> Bool {
    excludes(names: path.split(separator: "/").dropLast().map(String.init))
  }

  private func excludes(names: [String]) -> Bool {
    guard !own.isEmpty else { return false }
    let named = names.compactMap(vocabulary.label)
    return !named.isEmpty && !named.contains(EnvironmentVocabulary.shared) && own.isDisjoint(with: named)
  }

  /// Without findings and problems of other environments.
  public func report(of report: Report) -> Report {
    func path(_ file: Int) -> String { report.files.indices.contains(file) ? report.files[file].path : "" }
    var own = report
    own.findings.removeAll { finding in
      // What is shared by environments of Terraform says itself which; one of them counts.
      if !finding.environments.isEmpty { return excludes(names: finding.environments) }
      return excludes(path: path(Int(finding.location.file.raw)))
    }
    own.problems.removeAll { excludes(path: path(Int($0.location.file.raw))) }
    return own
  }
}
