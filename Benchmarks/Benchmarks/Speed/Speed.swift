import Benchmark
import Foundation
import MotionIngest
import RepCore
import SessionAnalysis

/// Time and peak memory of each stage. Where `scalingFactor` is `.mega`, a run handles a million samples, so that the times
/// printed are for one sample and the throughput is in samples a second.
let benchmarks: @Sendable () -> Void = {
    Benchmark.defaultConfiguration = .init(
        metrics: [.wallClock, .throughput, .peakMemoryResident], maxDuration: .seconds(5), maxIterations: 20,
        // Thresholds come from another machine or another hour: what is caught is half the speed or twice the memory.
        thresholds: [
            .wallClock: .init(relative: [.p90: 100]), .throughput: .init(relative: [.p90: 50]),
            .peakMemoryResident: .init(relative: [.p90: 100]),
        ])

    Benchmark("ingestion", configuration: .init(scalingFactor: .mega)) { benchmark in
        let rows = Squats.rows(1_000_000)
        benchmark.startMeasurement()
        var stream = SampleStream(name: "squats.csv")
        var samples = 0
        try rows.withUnsafeBytes { bytes in
            for start in stride(from: 0, to: bytes.count, by: 65_536) {
                let chunk = bytes[start..<min(bytes.count, start + 65_536)]
                try stream.feed(UnsafeRawBufferPointer(rebasing: chunk)) { samples += $0.count }
            }
        }
        blackHole(try stream.finish { samples += $0.count })
        benchmark.stopMeasurement()
        precondition(samples == 1_000_000)
    }

    Benchmark("resampler", configuration: .init(scalingFactor: .mega)) { benchmark in
        var resampler = UniformResampler()
        var points = 0
        benchmark.startMeasurement()
        for index in 0..<1_000_000 { resampler.step(Squats.sample(index)) { _ in points += 1 } }
        resampler.finish { _ in points += 1 }
        benchmark.stopMeasurement()
        blackHole(points)
    }

    Benchmark("episode buffer", configuration: .init(scalingFactor: .mega)) { benchmark in
        var buffer = EpisodeBuffer()
        var segments = 0
        benchmark.startMeasurement()
        for index in 0..<1_000_000 { buffer.step(Squats.sample(index)) { _ in segments += 1 } }
        buffer.finish { _ in segments += 1 }
        benchmark.stopMeasurement()
        blackHole(segments)
    }

    Benchmark("detection in a programme session") { benchmark in
        var buffer = EpisodeBuffer()
        var segments = [MovementSegment]()
        _ = try RecordingReader(paths: [session]).read { batch in
            for sample in batch { buffer.step(sample) { segments.append($0) } }
        }
        buffer.finish { segments.append($0) }
        benchmark.startMeasurement()
        for segment in segments { blackHole(SegmentDetector().detect(segment)) }
    }

    Benchmark("analysis of a programme session") { _ in
        blackHole(try analyzeRecording(paths: [session], options: AnalysisOptions()))
    }
}

/// A whole programme, worn on the thigh.
private let session = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../Fixtures/programme-sessions/recordings/anna-thigh-right.csv").standardized.path()
