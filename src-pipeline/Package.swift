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
  traits: [
    .trait(
      name: "Serving",
      description: "The 'serve' subcommand. Off by default: SwiftNIO and Hummingbird cost minutes to build.")
  ],
  dependencies: [
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.0.0", traits: []),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.0.0"),
  ],
  targets: [
    .systemLibrary(name: "CZstd", pkgConfig: "libzstd", providers: [.apt(["libzstd-dev"]), .brew(["zstd"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
    .systemLibrary(name: "CMalloc"),
    .target(
      name: "PipelineCore",
      dependencies: ["CMalloc", "CZstd", "CZlib", .product(name: "Crypto", package: "swift-crypto")],
      swiftSettings: strict),
    .target(name: "HTTPTransport", dependencies: ["PipelineCore"], swiftSettings: strict),
    .target(
      name: "MarketSources", dependencies: ["PipelineCore", "HTTPTransport"], swiftSettings: strict),
    .target(
      name: "ObjectStorage",
      dependencies: ["PipelineCore", "HTTPTransport", .product(name: "Crypto", package: "swift-crypto")],
      swiftSettings: strict),
    .target(name: "XGBoost", dependencies: ["PipelineCore"], swiftSettings: strict),
    .target(name: "Training", dependencies: ["PipelineCore", "XGBoost"], swiftSettings: strict),
    .target(name: "Reporting", dependencies: ["PipelineCore", "Training"], swiftSettings: strict),
    .target(
      name: "Tracking", dependencies: ["PipelineCore", "HTTPTransport", "Training", "XGBoost"],
      swiftSettings: strict),
    .target(
      name: "Promotion", dependencies: ["PipelineCore", "XGBoost", "Training", "Tracking"],
      swiftSettings: strict),
    .target(
      name: "Serving",
      dependencies: [
        "PipelineCore", "XGBoost", "Training", "Tracking",
        .product(name: "Hummingbird", package: "hummingbird", condition: .when(traits: ["Serving"])),
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "mlpipe",
      dependencies: [
        "PipelineCore", "HTTPTransport", "MarketSources", "ObjectStorage", "XGBoost", "Training",
        "Reporting",
        "Tracking", "Promotion",
        "Serving",
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
    .testTarget(
      name: "ServingTests",
      dependencies: ["PipelineCore", "HTTPTransport", "XGBoost", "Training", "Tracking", "Serving"],
      swiftSettings: strict),
    .testTarget(
      name: "MarketSourcesTests",
      dependencies: ["PipelineCore", "HTTPTransport", "MarketSources", "LoopbackServer"],
      swiftSettings: strict),
    .testTarget(
      name: "ObjectStorageTests",
      dependencies: ["PipelineCore", "HTTPTransport", "ObjectStorage", "LoopbackServer"],
      swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
