// swift-tools-version: 6.2

import PackageDescription

// Arrows run down only: a target may import what stands above it in this list, never below.
// `Logistics`, `Travel`, `Inventory`, `Promising` and `Routing` build and run without libglpk.
let package = Package(
  name: "LastMile",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "Logistics", targets: ["Logistics"]),
    .library(name: "Travel", targets: ["Travel"]),
    .library(name: "Routing", targets: ["Routing"]),
    .library(name: "LinearProgramming", targets: ["LinearProgramming"]),
    .library(name: "Dispatching", targets: ["Dispatching"]),
  ],
  targets: [
    .target(name: "Logistics"),
    .target(name: "Travel", dependencies: ["Logistics"]),
    .target(name: "Routing", dependencies: ["Logistics", "Travel"]),
    .target(name: "CGLPK", linkerSettings: [.linkedLibrary("glpk")]),
    .target(name: "LinearProgramming", dependencies: ["CGLPK"]),
    .target(name: "Dispatching", dependencies: ["Logistics", "Travel", "Routing", "LinearProgramming"]),

    .testTarget(name: "LogisticsTests", dependencies: ["Logistics"]),
    .testTarget(name: "TravelTests", dependencies: ["Travel", "Logistics"]),
    .target(name: "RoutingTestSupport", dependencies: ["Routing", "Travel", "Logistics"], path: "Tests/RoutingTestSupport"),
    .testTarget(name: "RoutingTests", dependencies: ["Routing", "Travel", "Logistics", "RoutingTestSupport"]),
    .testTarget(name: "CGLPKTests", dependencies: ["CGLPK"]),
    .testTarget(name: "LinearProgrammingTests", dependencies: ["LinearProgramming"]),
    .testTarget(
      name: "DispatchingTests",
      dependencies: ["Dispatching", "LinearProgramming", "Routing", "Travel", "Logistics", "RoutingTestSupport"]),
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
