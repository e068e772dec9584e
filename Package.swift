// swift-tools-version:6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .strictMemorySafety(),
]

/// The modules, lowest layer first: name → the modules it may import. `Tests/ArchitectureTests` holds the
/// `import` lines of the sources against the same layers.
let modules: [(name: String, dependencies: [String])] = [
  ("SourceText", []),
  ("RegularExpressions", []),
  ("Values", ["SourceText"]),
  ("HCLSyntax", ["SourceText"]),
  ("YAMLSyntax", ["SourceText", "CLibYAML"]),
  ("CEL", ["SourceText", "RegularExpressions", "Values"]),
  ("ResourceModel", ["SourceText", "Values", "YAMLSyntax"]),
  ("Terraform", ["SourceText", "RegularExpressions", "Values", "HCLSyntax", "YAMLSyntax", "ResourceModel"]),
  ("Kubernetes", ["SourceText", "Values", "YAMLSyntax", "ResourceModel"]),
  ("Delivery", ["SourceText", "Values", "YAMLSyntax", "ResourceModel"]),
  ("IAMPolicy", ["SourceText", "Values", "ResourceModel"]),
  (
    "PolicyKit",
    ["SourceText", "RegularExpressions", "Values", "YAMLSyntax", "CEL", "ResourceModel", "IAMPolicy"]
  ),
  (
    "Analyses",
    ["SourceText", "RegularExpressions", "Values", "ResourceModel", "IAMPolicy", "PolicyKit"]
  ),
  ("Reporting", ["SourceText", "PolicyKit"]),
  ("Fixes", ["SourceText", "Values", "HCLSyntax", "YAMLSyntax", "IAMPolicy", "PolicyKit"]),
  (
    "Scanner",
    [
      "SourceText", "Values", "HCLSyntax", "YAMLSyntax", "ResourceModel", "Terraform", "Kubernetes",
      "Delivery",
      "IAMPolicy", "PolicyKit", "Analyses", "Reporting", "Fixes",
    ]
  ),
  ("LanguageServer", ["SourceText", "YAMLSyntax", "PolicyKit", "Reporting", "Fixes", "Scanner"]),
  ("ArgoGate", ["SourceText", "Values", "YAMLSyntax", "ResourceModel", "PolicyKit"]),
]

let package = Package(
  name: "mlguard",
  products: [
    .executable(name: "mlguard", targets: ["mlguard"]),
    .executable(name: "mlguard-gate", targets: ["mlguard-gate"]),
  ],
  dependencies: [.package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0")],
  targets: [
    .systemLibrary(
      name: "CLibYAML", pkgConfig: "yaml-0.1",
      providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
    // Loads the system's libcurl when it is first asked: building needs nothing of it.
    .target(name: "CLibCurl", linkerSettings: [.linkedLibrary("dl", .when(platforms: [.linux]))]),
  ]
    + modules.map { module in
      .target(
        name: module.name, dependencies: module.dependencies.map { .init(stringLiteral: $0) },
        swiftSettings: strict, plugins: module.name == "Scanner" ? ["EmbedPolicies"] : [])
    }
    + modules.map { module in
      .testTarget(
        name: module.name + "Tests",
        dependencies: (module.dependencies + [module.name]).filter { $0 != "CLibYAML" }
          .map { .init(stringLiteral: $0) },
        swiftSettings: strict)
    }
    + [
      .executableTarget(
        name: "mlguard",
        dependencies: [
          "SourceText", "Values", "HCLSyntax", "YAMLSyntax", "CEL", "ResourceModel", "Terraform", "PolicyKit",
          "Reporting", "Fixes", "Scanner", "LanguageServer",
          .product(name: "ArgumentParser", package: "swift-argument-parser"),
        ],
        swiftSettings: strict, plugins: ["EmbedCommit"]),
      .executableTarget(
        name: "mlguard-gate",
        dependencies: [
          "CLibCurl", "SourceText", "Values", "ResourceModel", "PolicyKit", "Reporting", "Scanner",
          "ArgoGate",
          .product(name: "ArgumentParser", package: "swift-argument-parser"),
        ],
        swiftSettings: strict),
      .executableTarget(
        name: "mlguard-bench", dependencies: ["CLibYAML"] + modules.map { .init(stringLiteral: $0.name) },
        swiftSettings: strict),
      .plugin(name: "EmbedPolicies", capability: .buildTool(), path: "Sources/Plugins/EmbedPolicies"),
      .plugin(name: "EmbedCommit", capability: .buildTool(), path: "Sources/Plugins/EmbedCommit"),
      .testTarget(
        name: "ArchitectureTests", swiftSettings: strict),
      .testTarget(
        name: "CommandTests", dependencies: ["mlguard", "mlguard-gate"], exclude: ["api_server.py"],
        swiftSettings: strict),
      .testTarget(
        name: "ConformanceTests", dependencies: ["CEL", "Values"], swiftSettings: strict),
    ],
  swiftLanguageModes: [.v6]
)
