public import PolicyKit

/// Writes the policies that a scan here would use as admission policies of a cluster.
public enum PolicyExport {
  /// - Parameters:
  ///   - minor: of the API server: 33 for Kubernetes 1.33.
  ///   - profilePath: instead of the repository's `.mlguard.yaml`; one export for each environment's profile.
  public static func run(kubernetesMinor minor: Int, profilePath: String?) throws(ScanFailure)
    -> [Portability]
  {
    let repository = try Repository(["."])
    let library = try PolicyLibrary.of(repository, readsExamples: false)
    let request = ScanRequest(profilePath: profilePath, threads: 1)
    let profile = try Scanner.profile(request, repository, LazyLibrary(library))
    return AdmissionExporter(kubernetesMinor: minor, profile: profile).export(library.policies)
  }

  /// Makes the folder and those above it; gives the reason when it cannot.
  public static func makeFolder(_ path: String) -> String? {
    FileSystem.makeFolders(FileSystem.path(path))?.reason
  }
}
