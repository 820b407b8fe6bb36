import Foundation
import Motion

@testable import MotionIngest

struct Reading {
    var samples: [MotionSample]
    var facts: RecordingFacts

    func finding(_ kind: String) -> Finding? { facts.findings.first { $0.kind == kind } }
}

/// Reads text as if it came from a file of that name, cut into chunks of so many bytes.
func read(
    _ text: String, name: String = "recording.csv", options: IngestOptions = IngestOptions(), chunk: Int = 64 << 10
) throws -> Reading {
    try read(Array(text.utf8), name: name, options: options, chunk: chunk)
}

func read(
    _ bytes: [UInt8], name: String = "recording.csv", options: IngestOptions = IngestOptions(), chunk: Int = 64 << 10
) throws -> Reading {
    var stream = SampleStream(name: name, options: options)
    var samples: [MotionSample] = []
    var at = 0
    while at < bytes.count {
        let end = min(bytes.count, at + chunk)
        try bytes.withUnsafeBytes { try stream.feed(UnsafeRawBufferPointer(rebasing: $0[at..<end])) { samples.append(contentsOf: $0) } }
        at = end
    }
    let facts = try stream.finish { samples.append(contentsOf: $0) }
    return Reading(samples: samples, facts: facts)
}

/// Reads files or folders by path.
func read(paths: [String], options: IngestOptions = IngestOptions()) throws -> Reading {
    var samples: [MotionSample] = []
    let facts = try RecordingReader(paths: paths, options: options).read { samples.append(contentsOf: $0) }
    return Reading(samples: samples, facts: facts)
}

/// Runs `body` with a folder holding these files, and removes it afterwards.
func withFolder<Result>(_ files: [String: String], _ body: (String) throws -> Result) throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("ingest-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (name, text) in files {
        let file = folder.appendingPathComponent(name)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }
    return try body(folder.path)
}

/// A sensor that tilts slowly about its x axis: acceleration in m/s2 and the angular rate that goes with it, in rad/s.
struct Tilting {
    var amplitudeDegrees = 60.0
    var periodSeconds = 3.0

    func at(_ time: Double) -> (acceleration: SIMD3<Double>, rate: SIMD3<Double>) {
        let omega = 2 * Double.pi / periodSeconds
        let amplitude = amplitudeDegrees * .pi / 180
        let angle = amplitude * sin(omega * time)
        return (
            standardGravity * SIMD3(0.1, sin(angle), cos(angle)) / (1.01).squareRoot(),
            SIMD3(amplitude * omega * cos(omega * time), 0, 0)
        )
    }
}

/// Rows of text made from a tilting sensor.
func rows(_ count: Int, rateHz: Double = 50, from start: Double = 0, _ row: (Double, SIMD3<Double>, SIMD3<Double>) -> String) -> String {
    (0..<count).map { index in
        let time = start + Double(index) / rateHz
        let (acceleration, rate) = Tilting().at(time)
        return row(time, acceleration, rate)
    }.joined(separator: "\n") + "\n"
}

func rows(_ count: Int, rateHz: Double = 50, from start: Double = 0, _ row: (Double, SIMD3<Double>) -> String) -> String {
    rows(count, rateHz: rateHz, from: start) { time, acceleration, _ in row(time, acceleration) }
}

func rows(_ count: Int, rateHz: Double = 50, from start: Double = 0, _ row: (Double) -> String) -> String {
    rows(count, rateHz: rateHz, from: start) { time, _, _ in row(time) }
}

func decimals(_ value: Double, _ places: Int = 5) -> String { String(format: "%.\(places)f", value) }

func cells(_ vector: SIMD3<Double>, _ places: Int = 5, separator: String = ",") -> String {
    [vector.x, vector.y, vector.z].map { decimals($0, places) }.joined(separator: separator)
}

/// repcount's own format.
func canonical(_ count: Int = 200, rateHz: Double = 50) -> String {
    "time_s,ax,ay,az,gx,gy,gz\n" + rows(count, rateHz: rateHz) { "\(decimals($0, 4)),\(cells($1)),\(cells($2))" }
}

/// Samples agree with the tilting sensor: `accuracy` in m/s2 and rad/s.
func follows(_ reading: Reading, from start: Double = 0, accuracy: Double = 0.01) -> Bool {
    reading.samples.allSatisfy { sample in
        let (acceleration, rate) = Tilting().at(start + sample.timeSeconds)
        let off = sample.acceleration - acceleration
        let rateOff = sample.angularRate.map { $0 - rate } ?? .zero
        return max(off.max(), -off.min(), rateOff.max(), -rateOff.min()) < accuracy
    }
}

/// A fixed random source, so that every run sees the same numbers.
struct SplitMix64: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
