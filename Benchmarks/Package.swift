// swift-tools-version: 6.2

import PackageDescription

// A package of its own, so that whoever depends on LastMile never resolves the benchmark tooling.
let package = Package(
  name: "LastMileBenchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [
    .package(name: "LastMile", path: ".."),
    // Without its traits it counts no allocations, and fetches and preloads no interposer for them.
    .package(url: "https://github.com/ordo-one/benchmark", from: "1.38.0", traits: []),
  ],
  targets: [
    .executableTarget(
      name: "LastMileBenchmarks",
      dependencies: [
        .product(name: "Benchmark", package: "benchmark"),
        .product(name: "Dispatching", package: "LastMile"),
        .product(name: "Inventory", package: "LastMile"),
        .product(name: "LastMile", package: "LastMile"),
        .product(name: "LinearProgramming", package: "LastMile"),
        .product(name: "Logistics", package: "LastMile"),
        .product(name: "Promising", package: "LastMile"),
        .product(name: "Routing", package: "LastMile"),
        .product(name: "Sourcing", package: "LastMile"),
        .product(name: "Travel", package: "LastMile"),
      ],
      path: "Benchmarks/LastMileBenchmarks",
      swiftSettings: [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
      ],
      plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]
    )
  ],
  swiftLanguageModes: [.v6]
)
