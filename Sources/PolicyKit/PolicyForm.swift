extension Form {
  /// A policy file.
  public static let policy = Form.record([
    .init("apiVersion", .word(["mlguard.dev/v1"]), isRequired: true, "The version of this form."),
    .init("kind", .word(["Policy"]), isRequired: true, "Always Policy."),
    .init(
      "metadata",
      .record([
        .init("name", .text, isRequired: true, "The defect in a few words with hyphens: mutable-image-tag.")
      ]), isRequired: true, "The policy's name."),
    .init("spec", policySpec, isRequired: true, "Card, match, rule and examples."),
  ])

  private static let policySpec = Form.record([
    .init("id", .text, isRequired: true, "FAMILY-NN, for ever: IMG-01."),
    .init("family", .text, isRequired: true, "The group of policies that this one belongs to."),
    .init("level", .word(Level.allCases.map(\.rawValue)), isRequired: true, "How much a finding weighs."),
    .init("enabled", .boolean, "false: the policy runs only where a profile switches it on."),
    .init(
      "summary", .text, isRequired: true,
      "What a finding says of the thing, in lower case: image is not pinned by digest."),
    .init("why", .text, isRequired: true, "Why it matters: a sentence or two."),
    .init("hint", .text, "Half a line that is printed under the marked text."),
    .init("fix", .text, isRequired: true, "What to type instead."),
    .init("tags", .list(.text), "Words for the reports."),
    .init("references", .list(.text), "Addresses of documents that say more."),
    .init("securitySeverity", .decimal, "0.0 to 10.0, for code scanning; otherwise from the level."),
    .init("aliases", .list(.text), "Earlier names of the policy."),
    .init("replaces", .list(.text), "Ids of more general policies that are silent where this one speaks."),
    .init("secret", .boolean, "true: the marked text is a secret and never printed."),
    .init("exemptible", .boolean, "false: no exemption of its findings holds."),
    .init(
      "params",
      .list(
        .record([
          .init("name", .text, isRequired: true, "Used as params.NAME."),
          .init(
            "type", .text, isRequired: true, "string, boolean, integer, quantity, list(TYPE) or map(TYPE)."),
          .init("default", .anything, isRequired: true, "The value where no profile sets one."),
          .init("description", .text, isRequired: true, "What it changes."),
        ])), "What a profile may set."),
    .init(
      "match",
      .record([
        .init(
          "workloads", .list(.word(PolicyMatch.Part.allCases.map(\.rawValue))),
          "Parts of pod specifications, wherever a kind keeps them."),
        .init("kubernetes", .list(.text), "Kinds: Role, or group/Kind: rbac.authorization.k8s.io/Role."),
        .init("terraform", .list(.text), "Resource types: aws_ecr_repository."),
        .init("workflow", .list(.text), "Parts of workflow files."),
        .init("dockerfile", .list(.text), "Parts of Dockerfiles."),
        .init("files", .boolean, "true: every file that is read, for an analysis."),
      ]), isRequired: true, "What is judged."),
    .init("where", .list(.expression), "All must be true of an object, or it is not judged."),
    .init(
      "forEach",
      .record([
        .init("in", .expression, isRequired: true, "A list, each element of which is judged by itself."),
        .init("as", .text, isRequired: true, "The element's name in the expressions."),
      ]), "Judges the elements of a list one by one."),
    .init(
      "variables",
      .list(
        .record([
          .init("name", .text, isRequired: true, "Used as variables.NAME."),
          .init("expression", .expression, isRequired: true, "Its value; may use earlier variables."),
        ])), "Values that several expressions need; computed when first used."),
    .init(
      "validations",
      .list(
        .record([
          .init("expression", .expression, isRequired: true, "True where nothing is wrong."),
          .init("message", .text, "What the finding says; otherwise the summary."),
          .init("messageExpression", .expression, "The same, computed."),
          .init("at", .expression, "The value to mark; the first of a list that was written somewhere."),
          .init("level", .word(Level.allCases.map(\.rawValue)), "Another level for this validation."),
          .init("hint", .text, "Another hint for this validation."),
          .init("fix", .text, "Another fix for this validation."),
          .init("fixExpression", .expression, "The same, computed."),
        ])), "The rule."),
    .init(
      "lower",
      .record([
        .init("when", .expression, isRequired: true, "Where true, findings are one level lower."),
        .init("note", .text, isRequired: true, "Said with such a finding."),
      ]), "Lowers the level of some findings."),
    .init("analysis", .text, "The Swift analysis that decides instead of validations."),
    .init(
      "examples",
      .list(
        .record([
          .init("passes", .text, "What this example shows; nothing is found in it."),
          .init("violates", .text, "What this example shows; each «mark» is found, and nothing else."),
          .init(
            "undetermined", .text, "What this example shows; each «mark» is undetermined, and nothing else."),
          .init("params", .map(.anything), "Parameters for this example."),
          .init("level", .word(Level.allCases.map(\.rawValue)), "The level that every finding has."),
          .init("files", .map(.text), isRequired: true, "Files by path, with « » around what is marked."),
        ])), isRequired: true, "At least two that violate and three that pass."),
  ])

  /// A profile: `.mlguard.yaml` and the files of `policies/profiles/`.
  public static let profile = Form.record([
    .init(
      "failOn", .word(Level.allCases.map(\.rawValue) + ["never"]),
      "The lowest level of a violation that gives exit code 1."),
    .init(
      "failOnNew", .boolean,
      "true: only violations that the base or the baseline does not have give exit code 1."),
    .init(
      "exemptions",
      .record([
        .init(
          "require", .list(.word(["owner", "until"])), "What an exemption has to say beside its reason."),
        .init("maximumDays", .decimal, "How many days ahead an exemption may expire."),
      ]), "What holds for exemptions."),
    .init(
      "policies",
      .map(
        .textOr(
          .record([
            .init("enabled", .boolean, "Whether the policy runs."),
            .init("level", .word(Level.allCases.map(\.rawValue)), "The level of its findings."),
            .init("params", .map(.anything), "Its parameters: see mlguard explain ID."),
            .init("exemptible", .boolean, "false: no exemption of its findings holds."),
          ]))),
      "By policy id or name: on, off, a level, or a mapping of enabled, level and params."),
    .init(
      "exclude",
      .list(
        .record([
          .init("paths", .list(.text), isRequired: true, "Patterns: * within a folder, ** across folders."),
          .init("reason", .text, isRequired: true, "Why these files are not judged."),
        ])), "Files that are not read."),
    .init(
      "modules",
      .map(
        .textOr(
          .record([
            .init("folder", .text, "Where the module lies, from the root of the repository."),
            .init("absent", .text, "Why the module may be missing; its outputs are then unknown."),
          ]))),
      "By the source of a Terraform module: the folder of the repository that holds it."),
    .init(
      "environments",
      .list(
        .record([
          .init("name", .text, isRequired: true, "dev, staging, prod; shared is what all may read."),
          .init(
            "roots",
            .list(
              .textOr(
                .record([
                  .init("folder", .text, isRequired: true, "The root module, from the repository's root."),
                  .init("variables", .list(.text), "Its variable files, the last one wins."),
                  .init("backend", .list(.text), "Files for -backend-config."),
                  .init("workspace", .text, "The workspace that is selected."),
                ]))), "Terraform root modules, with the inputs that they get in this environment."),
          .init("accounts", .list(.text), "Ids of cloud accounts, in quotes."),
          .init("clusters", .list(.text), "Clusters by name or server, as Argo CD destinations write them."),
          .init("namespaces", .list(.text), "Kubernetes namespaces."),
          .init("overlays", .list(.text), "Folders of kustomize overlays."),
          .init("words", .list(.text), "Other words for the environment in names and paths."),
        ])), "Environments, the lowest first. What is not declared is inferred: see mlguard envs."),
  ])
}
