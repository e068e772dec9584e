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
    .target(name: "HTTPTransport", dependencies: ["PipelineCore"], swiftSettings: strict),
    .target(name: "XGBoost", dependencies: ["PipelineCore"], swiftSettings: strict),
    .target(name: "Training", dependencies: ["PipelineCore", "XGBoost"], swiftSettings: strict),
    .target(name: "Reporting", dependencies: ["PipelineCore", "Training"], swiftSettings: strict),
    .target(
      name: "Tracking", dependencies: ["PipelineCore", "HTTPTransport", "Training", "XGBoost"],
      swiftSettings: strict),
    .target(
      name: "Promotion", dependencies: ["PipelineCore", "XGBoost", "Training", "Tracking"],
      swiftSettings: strict),
    .executableTarget(
      name: "mlpipe",
      dependencies: [
        "PipelineCore", "HTTPTransport", "XGBoost", "Training", "Reporting", "Tracking", "Promotion",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    .testTarget(name: "PipelineCoreTests", dependencies: ["PipelineCore"], swiftSettings: strict),
    .testTarget(name: "XGBoostTests", dependencies: ["PipelineCore", "XGBoost"], swiftSettings: strict),
    .testTarget(
      name: "TrainingTests", dependencies: ["PipelineCore", "XGBoost", "Training"], swiftSettings: strict),
    .target(
      name: "LoopbackServer", dependencies: ["HTTPTransport"], path: "Tests/LoopbackServer",
      swiftSettings: strict),
    .testTarget(
      name: "HTTPTransportTests", dependencies: ["PipelineCore", "HTTPTransport", "LoopbackServer"],
      swiftSettings: strict),
    .testTarget(
      name: "ReportingTests", dependencies: ["PipelineCore", "Training", "Reporting"], swiftSettings: strict),
    .testTarget(
      name: "TrackingTests", dependencies: ["PipelineCore", "HTTPTransport", "Training", "Tracking"],
      swiftSettings: strict),
    .testTarget(
      name: "PromotionTests", dependencies: ["PipelineCore", "XGBoost", "Training", "Tracking", "Promotion"],
      swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
