import Foundation

/// Golden values made by `Golden/make_golden.py`.
enum Golden {
    private struct File<Case: Decodable>: Decodable {
        var cases: [Case]
    }

    static func cases<Case: Decodable>(_ name: String, as type: Case.Type = Case.self) throws -> [Case] {
        let url = Bundle.module.bundleURL.appendingPathComponent("Golden/\(name).json")
        return try JSONDecoder().decode(File<Case>.self, from: Data(contentsOf: url)).cases
    }
}

/// Largest distance between two signals, or infinity where their lengths differ.
func largestDifference(_ a: [Double], _ b: [Double]) -> Double {
    guard a.count == b.count else { return .infinity }
    return zip(a, b).map { abs($0 - $1) }.max() ?? 0
}

/// A seeded generator (SplitMix64), so that every run tests the same signals.
struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    /// Uniform in -1...1.
    mutating func symmetric() -> Double { Double.random(in: -1...1, using: &self) }

    mutating func vector() -> SIMD3<Double> { SIMD3(symmetric(), symmetric(), symmetric()) }
}
