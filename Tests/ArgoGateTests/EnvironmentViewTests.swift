internal import ResourceModel
internal import Testing

@testable internal import ArgoGate

struct EnvironmentViewTests {
  private func excluded(_ application: String, _ paths: [String]) -> [String] {
    let view = EnvironmentView(paths: [application], vocabulary: .standard)
    return paths.filter(view.excludes)
  }

  @Test func `other environments are left out, bases and modules are not`() {
    #expect(
      excluded(
        "bootstrap/prod",
        [
          "bootstrap/base/projects.yaml", "bootstrap/dev/kustomization.yaml",
          "bootstrap/prod/kustomization.yaml",
          "applications/web/overlays/staging/web.yaml", "modules/rds/main.tf", "environments/global/main.tf",
          "dev.yaml",
        ]) == ["bootstrap/dev/kustomization.yaml", "applications/web/overlays/staging/web.yaml"])
  }

  @Test func `an application that names no environment is judged by everything`() {
    #expect(excluded("apps/web", ["apps/db/db.yaml", "apps/web/dev/web.yaml", "apps/base/web.yaml"]) == [])
  }

  @Test func `an environment that is written in other words is the same`() {
    #expect(
      excluded("overlays/production", ["overlays/prod/web.yaml", "overlays/dev/web.yaml"]) == [
        "overlays/dev/web.yaml"
      ])
  }
}
