import Motion
import SessionAnalysis
import SessionModel
import SyntheticMotion
import Testing

@Suite struct TraceRecorderTests {
    private func drawn(_ samples: some Sequence<MotionSample>) -> SignalTrace? {
        var analyzer = SessionAnalyzer(AnalysisOptions(exercise: .any), tracesSignal: true)
        for sample in samples { analyzer.step(sample) }
        _ = analyzer.finish(RecordingSummary(files: [], format: "samples", durationSeconds: 0, rateHz: nil, samples: 0))
        return analyzer.trace
    }

    @Test func aHeldPostureLeansByItsAngle() throws {
        let trace = try #require(drawn(SyntheticSensor.stretches(20).samples(rateHz: 50)))
        #expect(trace.reference == .start)
        func lean(at seconds: Double) -> ClosedRange<Double>? { trace.bins[Int(seconds / trace.binSeconds)] }
        #expect(try abs(#require(lean(at: 2)).upperBound) < 2)
        #expect(try abs(#require(lean(at: 16)).lowerBound - 50) < 2)
    }

    @Test func noBinOfAnUnbrokenRecordingIsEmpty() throws {
        let trace = try #require(drawn(SyntheticSensor.twoSets.samples(rateHz: 50)))
        #expect(trace.bins.allSatisfy { $0 != nil })
        #expect(abs(Double(trace.bins.count) * trace.binSeconds - SyntheticSensor.twoSets.seconds) < 1)
    }

    @Test func aGapStaysEmpty() throws {
        let samples = SyntheticSensor.twoSets.samples(rateHz: 50).filter { !(20..<25).contains($0.timeSeconds) }
        let trace = try #require(drawn(samples))
        let empty = trace.bins.indices.filter { trace.bins[$0] == nil }.map { Double($0) * trace.binSeconds }
        #expect(try #require(empty.min()) >= 19.5 && #require(empty.max()) <= 25)
        #expect(abs(Double(empty.count) * trace.binSeconds - 5) < 0.5)
    }

    @Test func hoursTakeNoMoreRoomThanMinutes() throws {
        let still = (0..<108_000).lazy.map { index -> MotionSample in
            let sway = 0.1 * Double(index % 3)
            return MotionSample(timeSeconds: Double(index) / 10, acceleration: SIMD3(0, sway, 9.8))
        }
        let trace = try #require(drawn(still))
        #expect((2048...4096).contains(trace.bins.count))
        #expect(abs(Double(trace.bins.count) * trace.binSeconds - 10_800) < 2 * trace.binSeconds)
    }

    @Test func nothingIsDrawnUnlessAskedFor() {
        var analyzer = SessionAnalyzer(AnalysisOptions(exercise: .any))
        for sample in SyntheticSensor.twoSets.samples(rateHz: 50) { analyzer.step(sample) }
        _ = analyzer.finish(RecordingSummary(files: [], format: "samples", durationSeconds: 0, rateHz: nil, samples: 0))
        #expect(analyzer.trace == nil)
    }
}
