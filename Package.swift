// swift-tools-version: 6.1
import PackageDescription

// Targets are walls; folder order is pipeline order:
// bytes -> rows -> samples -> signals -> movements -> session -> report.
let package = Package(
    name: "repcount",
    platforms: [.macOS(.v14)],
    products: [
        .executable(name: "repcount", targets: ["repcount"]),
        .library(name: "RepCore", targets: ["RepCore"]),
        .library(name: "MotionIngest", targets: ["MotionIngest"]),
        .library(name: "SessionAnalysis", targets: ["SessionAnalysis"]),
        .library(name: "Motion", targets: ["Motion"]),
        .library(name: "ExerciseCatalog", targets: ["ExerciseCatalog"]),
        .library(name: "SessionModel", targets: ["SessionModel"]),
        .library(name: "RepReport", targets: ["RepReport"]),
        .library(name: "RepScoring", targets: ["RepScoring"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    ],
    targets: [
        // The system's libcsv: module map only, no code of ours.
        .systemLibrary(name: "CLibCSV", providers: [.apt(["libcsv-dev"])]),
        // The system's libzip, likewise.
        .systemLibrary(name: "CLibZip", providers: [.apt(["libzip-dev"])]),
        // The system's OpenSSL, for its hash: module map only.
        .systemLibrary(name: "CLibCrypto", providers: [.apt(["libssl-dev"])]),
        // The settings of the system's allocator: module map only.
        .systemLibrary(name: "CMalloc"),
        // The words every wall shares: sample, placement, side, finding. No Foundation.
        .target(name: "Motion"),
        // CSV bytes to samples in SI units. The only import of CLibCSV and CLibZip.
        .target(name: "MotionIngest", dependencies: ["CLibCSV", "CLibZip", "Motion"]),
        // Formats of the user's own, in YAML: the same descriptors that MotionIngest is made of.
        .target(name: "FormatFile", dependencies: ["MotionIngest", .product(name: "Yams", package: "Yams")]),
        // Streaming signal processing and detection: no files, no CSV, no Foundation, no exercise names.
        .target(name: "RepCore", dependencies: ["Motion"]),
        // Exercises, how they look to a sensor, and plans, as data. Of RepCore it knows the names of features alone.
        .target(name: "ExerciseCatalog", dependencies: ["Motion", "RepCore", .product(name: "Yams", package: "Yams")]),
        // The result of an analysis: the JSON contract as types.
        .target(name: "SessionModel", dependencies: ["Motion"], resources: [.embedInCode("Schemas")]),
        // One recording: sets, recognition, alignment with the plan.
        .target(name: "SessionAnalysis", dependencies: ["Motion", "MotionIngest", "RepCore", "ExerciseCatalog", "SessionModel", .product(name: "Yams", package: "Yams")]),
        // Many sessions: found in folders, scored side by side, added up to weeks.
        .target(name: "SessionBatch", dependencies: ["CLibCrypto", "Motion", "MotionIngest", "ExerciseCatalog", "SessionModel", "SessionAnalysis"]),
        // Results that were computed before. The only import of GRDB.
        .target(name: "SessionHistory", dependencies: ["Motion", "SessionModel", "SessionBatch", .product(name: "GRDB", package: "GRDB.swift")]),
        // Datasets, matching, scores, baselines.
        .target(name: "RepScoring", dependencies: ["Motion", "MotionIngest", "RepCore", "ExerciseCatalog", "SessionModel", "SessionAnalysis"]),
        // Text, JSON, CSV and HTML; sees only the session model. Templates are compiled in, so that the command is one file.
        .target(
            name: "RepReport", dependencies: ["Motion", "SessionModel", .product(name: "Mustache", package: "swift-mustache")],
            resources: [.embedInCode("HTML/Templates")]),
        // Thin command line: options, exit codes, printing.
        .executableTarget(
            name: "repcount",
            dependencies: [
                "CMalloc", "MotionIngest", "FormatFile", "ExerciseCatalog", "SessionModel", "SessionAnalysis", "SessionBatch", "SessionHistory",
                "RepScoring", "RepReport",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]),
        // The seeded generator of Fixtures/.
        .executableTarget(
            name: "fixtures",
            dependencies: ["Motion", .product(name: "ArgumentParser", package: "swift-argument-parser")]),
        // A sensor whose movement is known exactly, for tests.
        .target(name: "SyntheticMotion", dependencies: ["Motion", "RepCore"], path: "Tests/SyntheticMotion"),
        .testTarget(name: "MotionIngestTests", dependencies: ["CLibZip", "MotionIngest"], resources: [.copy("Golden")]),
        .testTarget(name: "FormatFileTests", dependencies: ["FormatFile", "Motion", "MotionIngest"]),
        .testTarget(name: "RepCoreTests", dependencies: ["RepCore", "MotionIngest", "SyntheticMotion"], resources: [.copy("Golden")]),
        .testTarget(name: "ExerciseCatalogTests", dependencies: ["ExerciseCatalog"]),
        .testTarget(name: "SessionModelTests", dependencies: ["SessionModel"]),
        .testTarget(name: "SessionAnalysisTests", dependencies: ["SessionAnalysis", "MotionIngest", "RepCore", "SyntheticMotion"]),
        .testTarget(name: "SessionBatchTests", dependencies: ["SessionBatch"]),
        .testTarget(name: "SessionHistoryTests", dependencies: ["SessionHistory"]),
        .testTarget(name: "RepScoringTests", dependencies: ["RepScoring"]),
        .testTarget(name: "RepReportTests", dependencies: ["RepReport"], resources: [.copy("Golden")]),
        .testTarget(name: "RepcountTests", dependencies: ["ExerciseCatalog", "Motion", "MotionIngest", "RepScoring", "fixtures", "repcount"], exclude: ["Golden"]),
        .testTarget(name: "FixturesTests", dependencies: ["fixtures", "Motion", "SessionAnalysis", "SessionModel"]),
    ],
    swiftLanguageModes: [.v6]
)
