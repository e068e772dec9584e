internal import Testing

/// `mlguard envs`, and `environments:` and `modules:` of the profile.
struct EnvironmentTests {
  private let repository = [
    "infra/prod/main.tf": "provider \"aws\" { allowed_account_ids = [\"222222222222\"] }\n",
    "infra/app/main.tf": "variable \"a\" {\n  type = string\n}\n",
    "infra/app/dev.tfvars": "a = \"x\"\n",
    "infra/app/blue.tfvars": "a = \"y\"\n",
    "infra/tagged/main.tf": """
    provider "aws" {
      default_tags {
        tags = { Environment = "staging" }
      }
    }
    """,
    "apps/overlays/production/kustomization.yaml": "resources: [../../base]\n",
    "apps/base/kustomization.yaml": "resources: [ns.yaml]\n",
    "apps/base/ns.yaml": "apiVersion: v1\nkind: Namespace\nmetadata: {name: web, labels: {env: qa}}\n",
    "argo/app.yaml": """
    apiVersion: argoproj.io/v1alpha1
    kind: Application
    metadata: {name: web}
    spec:
      project: web
      source: {repoURL: https://example.com/r.git, path: apps, targetRevision: v1}
      destination: {name: eks-dev, namespace: web}
    """,
  ]

  @Test func `labels are inferred, each with its reason`() throws {
    let result = try CommandRun(repository)("envs")
    #expect(
      result.output == """
        root        -        infra/app (infra/app/blue.tfvars)
                             none: neither its inputs, its path nor its default_tags name one
        root        dev      infra/app (infra/app/dev.tfvars)
                             because the inputs are those of infra/app/dev.tfvars
        root        prod     infra/prod
                             because a folder is called 'prod'
        root        staging  infra/tagged
                             because default_tags say Environment = 'staging'
        overlay     prod     apps/overlays/production
                             because a folder is called 'production'
        application dev      web (eks-dev, web)
                             because the destination's cluster is 'eks-dev'
        namespace   qa       web
                             because its label says env: qa

        without 1, dev 2, prod 2, qa 1, staging 1

        """)
    #expect(result.code == 0)
  }

  @Test func `what is declared goes before what is inferred`() throws {
    let run = try CommandRun(repository)
    try run.write(
      """
      environments:
        - name: dev
          clusters: [eks-blue]
          namespaces: [web]
          words: [sandpit]
        - name: blue
          roots:
            - {folder: infra/app, variables: [infra/app/blue.tfvars]}
          accounts: ["222222222222"]
          clusters: [eks-dev]
          overlays: [apps/overlays]
      """, to: ".mlguard.yaml")
    let result = try run("envs")
    #expect(result.output.contains("the profile declares the provider's account 222222222222"))
    #expect(result.output.contains("the profile declares overlays in apps/overlays"))
    #expect(result.output.contains("the profile declares the cluster eks-dev"))
    #expect(result.output.contains("the profile declares the namespace"))
    #expect(result.output.contains("blue 4, dev 2"), "\(result.output)")
    let json = try run("envs", "--format", "json")
    #expect(
      json.output.hasPrefix(#"{"declared":["dev","blue"],"entries":[{"kind":"root","name":"infra/app","#))
  }

  @Test func `a workspace is the environment's where the profile names it`() throws {
    let run = try CommandRun([
      "infra/app/main.tf": """
      terraform {
        backend "s3" {
          bucket = "states-${terraform.workspace}"
        }
      }
      resource "aws_s3_bucket" "b" {
        bucket = "data-${terraform.workspace}"
      }
      """,
      "infra/app/.terraform/environment": "prod",
    ])
    // Neither the file of a working folder nor TF_WORKSPACE: a scan depends on the repository alone.
    #expect(
      try run("envs").output == """
        root        -  infra/app (workspace default, no other is declared)
                       none: neither its inputs, its path nor its default_tags name one

        without 1

        """)
    try run.write(
      """
      environments:
        - {name: dev, roots: [{folder: infra/app, workspace: dev}]}
        - {name: prod, roots: [{folder: infra/app, workspace: live}]}
      """, to: ".mlguard.yaml")
    #expect(
      try run("envs").output == """
        root        dev   infra/app (workspace dev)
                          because the profile declares the root
        root        prod  infra/app (workspace live)
                          because the profile declares the root

        dev 1, prod 1

        """)
  }

  @Test func `words, clusters and namespaces of the profile count for Argo CD and kustomize`() throws {
    let run = try CommandRun([
      "argo/sandpit/web.yaml": """
      apiVersion: argoproj.io/v1alpha1
      kind: Application
      metadata: {name: web}
      spec:
        project: web
        source: {repoURL: https://example.com/r.git, path: apps, targetRevision: v1}
        destination: {name: blue, namespace: web}
      """,
      "apps/sandpit/kustomization.yaml": "resources: [../www/web.yaml]\n",
      "apps/www/web.yaml": "apiVersion: v1\nkind: Namespace\nmetadata: {name: web}\n",
    ])
    let before = try run("scan").output
    #expect(!before.contains("ISO-G"), "\(before)")
    try run.write(
      """
      environments:
        - {name: dev, words: [sandpit]}
        - {name: prod, words: [www], clusters: [blue]}
      """, to: ".mlguard.yaml")
    let after = try run("scan").output
    #expect(
      after.contains(
        "argo/sandpit/web.yaml:7:23 error ISO-G01 Application 'web' of dev goes to 'blue' of prod"),
      "\(after)")
    #expect(
      after.contains(
        "apps/sandpit/kustomization.yaml:1:13 error ISO-G06 the overlay of dev takes '../www/web.yaml' of prod"
      ), "\(after)")
  }

  @Test func `the accounts of the profile say which environment a job's role is of`() throws {
    let run = try CommandRun([
      ".github/workflows/apply.yml": """
      name: apply
      on: {push: {branches: [main]}}
      permissions: {id-token: write, contents: read}
      jobs:
        apply:
          runs-on: ubuntu-24.04
          environment: www
          steps:
            - uses: aws-actions/configure-aws-credentials@ececac1a45f3b08a01d2dd070d28d111c5fe6722
              with: {role-to-assume: "arn:aws:iam::111111111111:role/deploy", aws-region: eu-west-2}
            - run: terraform apply tfplan
      """,
      ".mlguard.yaml": """
      environments:
        - {name: dev, accounts: ["111111111111"]}
        - {name: prod, words: [www], accounts: ["222222222222"]}
      """,
    ])
    let output = try run("scan").output
    #expect(
      output.contains(
        ".github/workflows/apply.yml:10:32 error ISO-G15 job 'apply' of prod takes "
          + "'arn:aws:iam::111111111111:role/deploy' of dev"), "\(output)")
  }

  @Test func `mistakes in the profile say where, and what to type instead`() throws {
    let run = try CommandRun(repository)
    func errors(_ profile: String) throws -> String {
      try run.write(profile, to: ".mlguard.yaml")
      let result = try run("scan")
      #expect(result.code == 2, "\(result)")
      return result.errors
    }
    #expect(
      try errors("environments:\n  - {name: dev, namespace: [web]}\n")
        == "mlguard: .mlguard.yaml:2:17: unknown key 'namespace'; did you mean 'namespaces'?\n")
    #expect(
      try errors("environments:\n  - {name: dev, roots: [infra/prot]}\n")
        == "mlguard: .mlguard.yaml:2:25: 'infra/prot' holds no Terraform configuration; did you mean 'infra/prod'?\n"
    )
    #expect(
      try errors(
        "environments:\n  - name: dev\n    roots: [{folder: infra/app, variables: [infra/app/def.tfvars]}]\n")
        == "mlguard: .mlguard.yaml:3:22: there is no file 'infra/app/def.tfvars'; did you mean "
        + "'infra/app/dev.tfvars'?\n")
    #expect(
      try errors("environments:\n  - {name: dev}\n  - {name: dev}\n")
        == "mlguard: .mlguard.yaml:3:12: environment 'dev' is declared twice\n")
    #expect(
      try errors("environments:\n  - {name: dev, accounts: [12]}\n")
        == "mlguard: .mlguard.yaml:2:28: '12' is no account id; twelve digits in quotes\n")
    #expect(
      try errors("modules: {./a: infra/prod}\n")
        == "mlguard: .mlguard.yaml:1:11: './a' is a local source, which is found by itself; leave the line out\n"
    )
    #expect(
      try errors("modules: {a/b/c: ../x}\n")
        == "mlguard: .mlguard.yaml:1:18: '../x' is outside of the repository; write the path from the "
        + "repository's root\n")
  }

  @Test func `a module that is not there makes the scan incomplete, unless the profile maps or accepts it`()
    throws
  {
    let run = try CommandRun([
      "live/main.tf": "module \"m\" {\n  source = \"example/repo/aws\"\n}\n",
      "vendor/repo/main.tf":
        "resource \"aws_ecr_repository\" \"r\" {\n  name = \"r\"\n  image_tag_mutability = \"MUTABLE\"\n}\n",
    ])
    let missing = try run("scan", "live")
    #expect(
      missing.output.contains("live/main.tf:2:12 not read: module example/repo/aws is not in the repository"))
    #expect(missing.code == 3 || missing.code == 1)
    try run.write("modules: {example/*: {absent: it only makes names}}\n", to: ".mlguard.yaml")
    let accepted = try run("scan", "live")
    #expect(accepted.output.contains("which the profile accepts: it only makes names"), "\(accepted)")
    #expect(!accepted.output.contains("not read"))
    try run.write("modules: {example/repo/aws: vendor/repo}\n", to: ".mlguard.yaml")
    let mapped = try run("scan")
    #expect(mapped.output.contains("vendor/repo/main.tf:3:26 error IMG-06"), "\(mapped)")
    #expect(!mapped.output.contains("not read"))
  }
}
