// swift-tools-version: 6.2
import PackageDescription

// The order is that of the flow: a page is read, understood, performed, reported.
let package = Package(
  name: "stepcheck",
  products: [.executable(name: "stepcheck", targets: ["stepcheck"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-algorithms", from: "1.2.1"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
    .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2", traits: []),
  ],
  targets: [
    .systemLibrary(name: "Ccmark", pkgConfig: "libcmark", providers: [.apt(["libcmark-dev"])]),
    .systemLibrary(name: "Cyaml", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    .target(name: "Diagnostics"),
    // These two are the only modules that touch C memory: every unsafe spot in them is marked.
    .target(
      name: "MarkdownTree", dependencies: ["Ccmark", "Diagnostics"],
      swiftSettings: [.strictMemorySafety()]),
    .target(
      name: "YAMLTree", dependencies: ["Cyaml"], swiftSettings: [.strictMemorySafety()]),
    .target(name: "ProcedureModel", dependencies: ["Diagnostics"]),
    .target(
      name: "ProcedureParser",
      dependencies: [
        "Diagnostics", "MarkdownTree", "ProcedureModel", "YAMLTree",
        .product(name: "Algorithms", package: "swift-algorithms"),
        .product(name: "SystemPackage", package: "swift-system"),
      ]),
    .target(
      name: "EngineInterface",
      dependencies: [.product(name: "Algorithms", package: "swift-algorithms")]),
    .target(name: "MarketoAdminEngine", dependencies: ["EngineInterface"]),
    .target(
      name: "ProcedureExecutor",
      dependencies: [
        "Diagnostics", "EngineInterface", "ProcedureModel",
        .product(name: "Algorithms", package: "swift-algorithms"),
        .product(name: "DequeModule", package: "swift-collections"),
        .product(name: "HashTreeCollections", package: "swift-collections"),
      ]),
    .target(
      name: "ProcedureReports",
      dependencies: ["Diagnostics", "EngineInterface", "ProcedureExecutor", "ProcedureModel"]),
    .executableTarget(
      name: "stepcheck",
      dependencies: [
        "Diagnostics", "EngineInterface", "MarketoAdminEngine", "ProcedureExecutor",
        "ProcedureModel", "ProcedureParser", "ProcedureReports", "YAMLTree",
        .product(name: "Algorithms", package: "swift-algorithms"),
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Subprocess", package: "swift-subprocess"),
        .product(name: "SystemPackage", package: "swift-system"),
      ],
      // The manual's pages of rules are what "stepcheck explain" prints.
      resources: [
        .embedInCode("Resources/product.md"), .embedInCode("Resources/prerequisites.md"),
        .embedInCode("Resources/not-judged.md"), .embedInCode("Resources/files.md"),
        .embedInCode("Resources/markup.md"), .embedInCode("Resources/passes.md"),
      ]),

    .target(
      name: "TestSupport",
      dependencies: ["Diagnostics", "ProcedureModel", "ProcedureParser"], path: "Tests/TestSupport"),
    .testTarget(name: "MarkdownTreeTests", dependencies: ["Diagnostics", "MarkdownTree"]),
    .testTarget(name: "YAMLTreeTests", dependencies: ["YAMLTree"]),
    .testTarget(
      name: "ProcedureParserTests",
      dependencies: ["Diagnostics", "ProcedureModel", "ProcedureParser", "TestSupport"]),
    // What every engine has to satisfy: the tests of each engine call it.
    .target(
      name: "EngineConformance", dependencies: ["EngineInterface"],
      path: "Tests/EngineConformance"),
    .target(
      name: "MarketoWalk",
      dependencies: ["EngineConformance", "EngineInterface", "MarketoAdminEngine"],
      path: "Tests/MarketoWalk"),
    .testTarget(
      name: "MarketoAdminEngineTests",
      dependencies: [
        "EngineConformance", "EngineInterface", "MarketoAdminEngine", "MarketoWalk", "TestSupport",
      ]),
    // "swift run -c release long-run": walks and pages that are too long for a test.
    .executableTarget(
      name: "long-run",
      dependencies: [
        "EngineConformance", "MarketoAdminEngine", "MarketoWalk", "ProcedureModel",
        "ProcedureParser", "ProcedureReports", "TestSupport",
      ],
      path: "Tests/LongRun"),
    // "swift run -c release claim-mutants": false claims, and how many of them are caught.
    .executableTarget(
      name: "claim-mutants",
      dependencies: [
        "Diagnostics", "EngineInterface", "MarketoAdminEngine", "ProcedureExecutor",
        "ProcedureModel", "TestSupport",
      ],
      path: "Tests/ClaimMutants"),
    // "swift run -c release engine-benchmark": what using the built-in engine costs.
    .executableTarget(
      name: "engine-benchmark",
      dependencies: ["EngineConformance", "EngineInterface", "MarketoAdminEngine", "MarketoWalk"],
      path: "Tests/EngineBenchmark"),
    .target(name: "ToDoEngine", dependencies: ["EngineInterface"], path: "Tests/ToDoEngine"),
    .testTarget(
      name: "ProcedureExecutorTests",
      dependencies: [
        "Diagnostics", "EngineConformance", "EngineInterface", "MarketoAdminEngine",
        "ProcedureExecutor",
        "ProcedureModel", "TestSupport", "ToDoEngine",
      ],
      exclude: ["ToDoPages"]),
    // What holds for every report of any page: tests and a fuzzer call it.
    .target(
      name: "ReportProperties",
      dependencies: [
        "Diagnostics", "EngineInterface", "MarketoAdminEngine", "ProcedureExecutor",
        "ProcedureModel", "ProcedureParser", "ProcedureReports", "TestSupport",
      ],
      path: "Tests/ReportProperties"),
    .testTarget(
      name: "ProcedureReportsTests",
      dependencies: [
        "ReportProperties",
        "Diagnostics", "EngineInterface", "MarketoAdminEngine", "ProcedureExecutor",
        "ProcedureModel", "ProcedureReports", "TestSupport",
      ],
      exclude: ["Snapshots"]),
    // Runs the built command, so it has to be built first: hence the dependency.
    .testTarget(
      name: "CommandTests",
      dependencies: [
        "stepcheck", "TestSupport",
        .product(name: "Subprocess", package: "swift-subprocess"),
        .product(name: "SystemPackage", package: "swift-system"),
      ]),
    .testTarget(name: "ArchitectureTests", dependencies: ["TestSupport"]),
    // "swift run -c release benchmark FOLDER": what reading costs, in times of libcmark's own;
    // "swift run -c release benchmark growth": how the command's work grows with what it is given.
    .executableTarget(
      name: "benchmark",
      dependencies: [
        "Ccmark", "MarkdownTree", "ProcedureModel", "ProcedureParser", "stepcheck",
        .product(name: "Subprocess", package: "swift-subprocess"),
        .product(name: "SystemPackage", package: "swift-system"),
      ],
      path: "Tests/Benchmark", exclude: ["scale"]),
  ],
  swiftLanguageModes: [.v6]
)

// "FUZZING=1 swift build -c release --sanitize fuzzer --product fuzz": libFuzzer brings the main
// function, so these targets are there only when they are wanted, and the command is a library.
if Context.environment["FUZZING"] != nil {
  package.products = []
  for (index, target) in package.targets.enumerated() where target.name == "stepcheck" {
    package.targets[index] = .target(
      name: target.name, dependencies: target.dependencies, exclude: ["Main.swift"],
      resources: target.resources)
  }
  package.targets.append(
    .executableTarget(
      name: "fuzz",
      dependencies: ["Diagnostics", "ProcedureModel", "ProcedureParser", "TestSupport"],
      path: "Tests/Fuzz", exclude: ["Seeds"]))
  package.targets.append(
    .executableTarget(
      name: "fuzz-steps", dependencies: ["ProcedureModel", "ProcedureParser", "TestSupport"],
      path: "Tests/FuzzSteps", exclude: ["seeds"]))
  package.targets.append(
    .executableTarget(
      name: "fuzz-check", dependencies: ["ReportProperties"], path: "Tests/FuzzCheck"))
  // What holds for the commands over any folder: the files are made, and the commands run.
  package.targets.append(
    .target(
      name: "CommandProperties",
      dependencies: [
        "Diagnostics", "ReportProperties", "stepcheck",
        .product(name: "SystemPackage", package: "swift-system"),
      ],
      path: "Tests/CommandProperties"))
  for (name, folder) in [("fuzz-configs", "FuzzConfigs"), ("fuzz-folders", "FuzzFolders")] {
    package.targets.append(
      .executableTarget(
        name: name, dependencies: ["CommandProperties", "ReportProperties"],
        path: "Tests/\(folder)", exclude: ["Seeds"]))
  }
}

/// Every target gets the features that the next language mode turns on; CI also forbids warnings.
for target in package.targets where target.type != .system {
  target.swiftSettings =
    (target.swiftSettings ?? []) + [
      .enableUpcomingFeature("ExistentialAny"),
      .enableUpcomingFeature("ImmutableWeakCaptures"),
      .enableUpcomingFeature("InferIsolatedConformances"),
      .enableUpcomingFeature("InternalImportsByDefault"),
      .enableUpcomingFeature("MemberImportVisibility"),
      .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    ] + (Context.environment["CI"] == nil ? [] : [.treatAllWarnings(as: .error)])
}
