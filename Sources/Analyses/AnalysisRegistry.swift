public import PolicyKit

/// The analyses that a policy file may name.
public enum AnalysisRegistry {
  static let all: [any Analysis.Type] = [
    AdminPolicy.self, ServiceWildcard.self, WildcardResource.self,
    ForeignData.self, ForeignDefault.self, ForeignState.self, ForeignStateIdentity.self, LocalState.self,
    NameCollision.self, NamespaceQuota.self, ProviderLock.self, RecognisedTokens.self,
    RepositoryScanning.self,
    SecretRotation.self, SharedState.self, SharedStateBucket.self, SharedStateLock.self,
  ]

  public static var names: Set<String> { Set(all.map { $0.name }) }

  /// The analysis of that name; nil when there is none.
  public static func analysis(named name: String) -> (any Analysis)? {
    all.first { $0.name == name }?.init()
  }
}
