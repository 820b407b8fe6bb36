// swift-tools-version: 6.1
import PackageDescription

// A package of its own, so that nobody who only counts reps has to fetch a benchmark harness.
let package = Package(
    name: "repcount-benchmarks",
    platforms: [.macOS(.v14)],
    dependencies: [
        .package(name: "repcount", path: ".."),
        // Without its default trait, which would need jemalloc on the machine.
        .package(url: "https://github.com/ordo-one/benchmark", exact: "1.38.1", traits: []),
    ],
    targets: [
        .executableTarget(
            name: "Speed",
            dependencies: [
                .product(name: "MotionIngest", package: "repcount"),
                .product(name: "RepCore", package: "repcount"),
                .product(name: "SessionAnalysis", package: "repcount"),
                .product(name: "Benchmark", package: "benchmark"),
            ],
            path: "Benchmarks/Speed",
            plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]),
        // Ingestion alone, to count its instructions.
        .executableTarget(
            name: "ingest", dependencies: [.product(name: "MotionIngest", package: "repcount")], path: "compare/ingest"),
    ],
    swiftLanguageModes: [.v6]
)
