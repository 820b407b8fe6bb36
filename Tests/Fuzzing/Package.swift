// swift-tools-version: 6.1
import PackageDescription

// A package of its own: fuzz targets have no `main` unless they are built with --sanitize=fuzzer. `run` does it.
let targets = ["samples", "readers", "formats", "plans", "manifests", "archives", "analyze", "movements"]

let package = Package(
    name: "repcount-fuzzing",
    platforms: [.macOS(.v14)],
    dependencies: [.package(name: "repcount", path: "../..")],
    targets: [
        .target(
            name: "Fuzzing",
            dependencies: ["ExerciseCatalog", "Motion", "MotionIngest", "RepReport", "RepScoring", "SessionAnalysis", "SessionModel"]
                .map { .product(name: $0, package: "repcount") })
    ]
        + targets.map {
            .executableTarget(name: "fuzz-\($0)", dependencies: ["Fuzzing"], swiftSettings: [.unsafeFlags(["-parse-as-library"])])
        },
    swiftLanguageModes: [.v6]
)
