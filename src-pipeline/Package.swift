// swift-tools-version:6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .strictMemorySafety(),
]

let package = Package(
  name: "src-pipeline",
  products: [.executable(name: "mlpipe", targets: ["mlpipe"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.0.0"),
  ],
  targets: [
    .systemLibrary(name: "CZstd", pkgConfig: "libzstd", providers: [.apt(["libzstd-dev"]), .brew(["zstd"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
    .target(
      name: "PipelineCore",
      dependencies: ["CZstd", "CZlib", .product(name: "Crypto", package: "swift-crypto")],
      swiftSettings: strict),
    .target(name: "XGBoost", dependencies: ["PipelineCore"], swiftSettings: strict),
    .target(name: "Training", dependencies: ["PipelineCore", "XGBoost"], swiftSettings: strict),
    .executableTarget(
      name: "mlpipe",
      dependencies: [
        "PipelineCore", "XGBoost", "Training",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    .testTarget(name: "PipelineCoreTests", dependencies: ["PipelineCore"], swiftSettings: strict),
    .testTarget(name: "XGBoostTests", dependencies: ["PipelineCore", "XGBoost"], swiftSettings: strict),
    .testTarget(
      name: "TrainingTests", dependencies: ["PipelineCore", "XGBoost", "Training"], swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
