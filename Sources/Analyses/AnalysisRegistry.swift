public import PolicyKit

/// The analyses that a policy file may name.
public enum AnalysisRegistry {
  static let all: [any Analysis.Type] = [
    AdminPolicy.self, BucketAccessLog.self, BucketKey.self, BucketLifecycle.self,
    BucketPublicAccess.self, BucketVersions.self, CrossedElement.self, DisruptionBudget.self,
    DocumentedCredential.self,
    EnvironmentBudget.self, FlowLog.self, ForeignAccount.self, ForeignCredentials.self,
    ForeignData.self, ForeignDefault.self, ForeignDestination.self, ForeignJobRole.self,
    ForeignModuleDefault.self,
    ForeignName.self, ForeignOverlay.self, ForeignProvider.self, ForeignRange.self, ForeignRegion.self,
    ForeignRevision.self, ForeignState.self, ForeignStateIdentity.self, ForeignTag.self,
    ForeignVariableFile.self, GuardHook.self, LocalState.self, NameCollision.self, NamespaceQuota.self,
    NetworkEndpoint.self, OpenNamespace.self, OverlappingNetworks.self, OversizedInstance.self,
    ProviderLock.self, RecognisedTokens.self, Replication.self, RepositoryScanning.self,
    RunDeadline.self, SecretRotation.self, ServiceWildcard.self, SharedGateway.self, SharedState.self,
    SharedStateBucket.self, SharedStateLock.self, SpanningProject.self, StateEncryption.self,
    UngatedDeployment.self, UnguardedAccount.self, UnwatchedRun.self, WildcardResource.self,
    WorkspaceEnvironments.self,
    ZoneCount.self,
  ]

  public static var names: Set<String> { Set(all.map { $0.name }) }

  /// The analysis of that name; nil when there is none.
  public static func analysis(named name: String) -> (any Analysis)? {
    all.first { $0.name == name }?.init()
  }
}
