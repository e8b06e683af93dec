// swift-tools-version: 6.2

import PackageDescription

// Arrows run down only: a target may import what stands above it in this list, never below.
// `Logistics`, `Travel`, `Inventory`, `Promising`, `Forecasting`, `Returns`, `Routing` and `Sourcing` build and run without libglpk.
let package = Package(
  name: "LastMile",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "LastMile", targets: ["LastMile"]),
    .library(name: "Logistics", targets: ["Logistics"]),
    .library(name: "Travel", targets: ["Travel"]),
    .library(name: "Inventory", targets: ["Inventory"]),
    .library(name: "Promising", targets: ["Promising"]),
    .library(name: "Forecasting", targets: ["Forecasting"]),
    .library(name: "Returns", targets: ["Returns"]),
    .library(name: "Routing", targets: ["Routing"]),
    .library(name: "LinearProgramming", targets: ["LinearProgramming"]),
    .library(name: "Sourcing", targets: ["Sourcing"]),
    .library(name: "Waves", targets: ["Waves"]),
    .library(name: "Dispatching", targets: ["Dispatching"]),
    .library(name: "Interchange", targets: ["Interchange"]),
    .executable(name: "lastmile", targets: ["LastMileCommand"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-crypto", "3.12.0"..<"5.0.0"),
  ],
  targets: [
    .target(name: "Logistics"),
    .target(name: "Travel", dependencies: ["Logistics"]),
    .target(name: "Inventory", dependencies: ["Logistics"]),
    .target(name: "Promising", dependencies: ["Logistics"]),
    .target(name: "Forecasting", dependencies: ["Logistics"]),
    .target(name: "Returns", dependencies: ["Inventory", "Logistics", "Promising"]),
    .target(name: "Routing", dependencies: ["Logistics", "Travel"]),
    .target(name: "CGLPK", linkerSettings: [.linkedLibrary("glpk")]),
    .target(name: "LinearProgramming", dependencies: ["CGLPK"]),
    .target(name: "Sourcing", dependencies: ["Inventory", "Logistics"]),
    .target(name: "Waves", dependencies: ["Inventory", "LinearProgramming", "Logistics", "Returns", "Sourcing"]),
    .target(name: "Dispatching", dependencies: ["LinearProgramming", "Logistics", "Routing", "Travel"]),
    .target(
      name: "LastMile",
      dependencies: [
        "Dispatching", "Forecasting", "Inventory", "Logistics", "Promising", "Returns", "Routing", "Sourcing", "Travel",
        .product(name: "Crypto", package: "swift-crypto"),
      ]),
    .target(
      name: "Interchange",
      dependencies: [
        "Dispatching", "Forecasting", "Inventory", "LastMile", "Logistics", "Promising", "Returns", "Routing", "Sourcing",
        "Travel", "Waves",
      ]),
    .target(name: "Scenarios", dependencies: ["Logistics"]),
    .executableTarget(
      name: "LastMileCommand",
      dependencies: [
        "Dispatching", "Forecasting", "Interchange", "LastMile", "Returns", "Scenarios", "Waves",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),

    .testTarget(name: "LogisticsTests", dependencies: ["Logistics"]),
    .testTarget(name: "TravelTests", dependencies: ["Travel", "Logistics"]),
    .testTarget(name: "InventoryTests", dependencies: ["Inventory", "Logistics"]),
    .testTarget(name: "PromisingTests", dependencies: ["Promising", "Logistics"]),
    .testTarget(name: "ForecastingTests", dependencies: ["Forecasting", "Logistics"]),
    .testTarget(name: "ReturnsTests", dependencies: ["Inventory", "Promising", "Returns", "Logistics"]),
    .target(name: "RoutingTestSupport", dependencies: ["Routing", "Travel", "Logistics"], path: "Tests/RoutingTestSupport"),
    .testTarget(name: "RoutingTests", dependencies: ["Routing", "Travel", "Logistics", "RoutingTestSupport"]),
    .testTarget(name: "CGLPKTests", dependencies: ["CGLPK"]),
    .testTarget(name: "LinearProgrammingTests", dependencies: ["LinearProgramming"]),
    .testTarget(name: "SourcingTests", dependencies: ["Sourcing", "Inventory", "Logistics"]),
    .testTarget(name: "WavesTests", dependencies: ["Waves", "Returns", "Sourcing", "Inventory", "Logistics"]),
    .testTarget(
      name: "DispatchingTests",
      dependencies: ["Dispatching", "LinearProgramming", "Routing", "Travel", "Logistics", "RoutingTestSupport"]),
    .testTarget(name: "LastMileTests", dependencies: ["LastMile"]),
    .testTarget(
      name: "InterchangeTests",
      dependencies: ["Interchange", "LastMile", "Dispatching", "Returns", "Routing", "Travel", "Logistics"]),
    .testTarget(
      name: "ReadmeTests",
      dependencies: [
        "Forecasting", "Interchange", "LastMile", "Dispatching", "Inventory", "Logistics", "Returns", "Routing", "Sourcing",
        "Travel", "Waves",
      ]),
    .testTarget(name: "CommandTests", dependencies: ["LastMileCommand"]),
    .testTarget(name: "ScenariosTests", dependencies: ["Scenarios", "Logistics"]),
  ],
  swiftLanguageModes: [.v6]
)

// One place for the settings of every Swift target. Warnings are errors where a machine reads them, so that a newer compiler
// never breaks the build of somebody who only depends on this package.
let strict = Context.environment["LASTMILE_STRICT"] == "1"
for target in package.targets where target.name != "CGLPK" {
  target.swiftSettings =
    [
      .enableUpcomingFeature("ExistentialAny"),
      .enableUpcomingFeature("InternalImportsByDefault"),
      .enableUpcomingFeature("MemberImportVisibility"),
    ] + (strict ? [.treatAllWarnings(as: .error)] : [])
}

// Only `make docs` needs the plugin; whoever depends on this package should not have to fetch it.
if Context.environment["LASTMILE_DOCS"] == "1" {
  package.dependencies.append(.package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.4.0"))
}

// The sanitizers look at the C that is wrapped here: everything that stands above it would be built for nothing, twice.
if Context.environment["LASTMILE_ONLY_C"] == "1" {
  package.products = []
  package.dependencies = []
  package.targets.removeAll { !["CGLPK", "CGLPKTests"].contains($0.name) }
}
