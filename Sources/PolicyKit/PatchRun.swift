public import ResourceModel
public import SourceText

extension PolicyRun {
  /// What the policies about secrets say of the files that kustomizations patch others with. A patch is a part of an
  /// object, so that what it lacks means nothing; a credential in it is in the repository all the same.
  /// O(patches × policies about secrets).
  public func judgePatches() -> Judgement {
    guard !facts.patches.isEmpty else { return Judgement() }
    let patches = Facts(merging: facts.patches)
    let run = PolicyRun(plan.onlySecrets, facts: patches, files: files)
    return run.judge(patches.resources.indices)
  }
}
