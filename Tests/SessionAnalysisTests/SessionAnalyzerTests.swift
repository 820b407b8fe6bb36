import Foundation
import Motion
import MotionIngest
import RepCore
import SessionAnalysis
import SessionModel
import SyntheticMotion
import Testing

@Suite struct SessionAnalyzerTests {
    @Test func aToldRecordingIsItsSets() {
        let result = session(of: SyntheticSensor.twoSets.samples(), .any)
        #expect(result.counts == [6, 8])
        #expect(result.holds.isEmpty && result.plan == nil)
    }

    @Test func aToldStretchIsItsHolds() {
        let result = session(of: SyntheticSensor.stretches(25).samples(), .exercise("standing-hamstring-stretch"))
        #expect(result.sets.isEmpty)
        #expect(result.holds.map(\.exercise) == ["standing-hamstring-stretch"])
    }

    /// Sets of leg raises, told to be something else.
    @Test(arguments: [("squat", Placement.waist, true), ("squat", nil, false)])
    func aCountOfWhatDoesNotMoveLikeItIsSaidToBeOne(exercise: String, placement: Placement?, isSaid: Bool) {
        let analyzer = SessionAnalyzer(AnalysisOptions(exercise: .exercise(exercise), placement: placement))
        let result = session(of: SyntheticSensor.twoSets.samples(), nil, analyzer)
        #expect(result.counts == [6, 8])
        #expect(result.recording.findings.contains { $0.kind == "unlike-told" && $0.message.contains(exercise) } == isSaid)
    }

    @Test(arguments: [("leg-extension", true), ("squat", false)])
    func aCountOfWhatTheSensorCannotSeeIsSaidToBeOne(exercise: String, isSaid: Bool) {
        let analyzer = SessionAnalyzer(AnalysisOptions(exercise: .exercise(exercise), placement: .thigh))
        let findings = session(of: SyntheticSensor.twoSets.samples(), nil, analyzer).recording.findings
        #expect(findings.contains { $0.kind == "unseen-told" && $0.message.contains("thigh") } == isSaid)
    }

    @Test func anEmptyStreamIsAnEmptySession() {
        for exercise in [AskedExercise.any, .hold, .exercise("squat")] {
            let result = session(of: [], exercise)
            #expect(result.sets.isEmpty && result.holds.isEmpty)
        }
    }

    @Test func theRecordingIsCopiedIntoTheSession() {
        let summary = RecordingSummary(files: ["a.csv"], format: "canonical", durationSeconds: 3, rateHz: 50, samples: 151)
        var analyzer = SessionAnalyzer(AnalysisOptions(exercise: .any))
        #expect(analyzer.finish(summary).recording == summary)
    }

    // MARK: Laws

    @Test(arguments: [AskedExercise.any, .exercise("squat"), .exercise("leg-extension")])
    func turningTheSensorChangesNothing(exercise: AskedExercise) {
        let samples = SyntheticSensor.twoSets.samples()
        let plain = session(of: samples, exercise)
        #expect(plain.counts.count == 2)
        for rotation in Quaternion.random(5, seed: 31) {
            let turned = session(of: samples.lazy.map { $0.rotated(by: rotation) }, exercise)
            #expect(turned.counts == plain.counts)
            #expect(largestDifference(turned.eventSeconds, plain.eventSeconds) < 1e-6)
        }
    }

    @Test(arguments: [(SyntheticSensor.twoSets, AskedExercise.any), (.stretches(25, 22), .hold)])
    func shiftingTheTimesShiftsEveryEventByIt(sensor: SyntheticSensor, exercise: AskedExercise) {
        // 64 Hz and 4096 s: all times are exact, so only arithmetic can go wrong.
        let plain = session(of: sensor.samples(rateHz: 64), exercise)
        var later = sensor
        later.startSeconds = 4096
        let shifted = session(of: later.samples(rateHz: 64), exercise)
        #expect(!plain.eventSeconds.isEmpty)
        #expect(largestDifference(shifted.eventSeconds, plain.eventSeconds.map { $0 + 4096 }) < 1e-6)
    }

    @Test(arguments: [1, 7, 4096, .max])
    func anyChunkingOfTheBytesGivesTheSameSession(chunk: Int) throws {
        var sensor = SyntheticSensor.twoSets
        sensor.gaps = [20..<22.5]
        var lines = sensor.csv().split(separator: "\n").map(String.init)
        lines[100] = "2.0,NaN,0,0,0,0,0"
        lines.swapAt(300, 301)
        lines[600] = "12.0,1"
        let bytes = Array(lines.joined(separator: "\n").utf8)

        func session(chunk: Int) throws -> Session {
            var stream = SampleStream(name: "recording.csv")
            var analyzer = SessionAnalyzer(AnalysisOptions(exercise: .any))
            for start in stride(from: 0, to: bytes.count, by: min(chunk, bytes.count)) {
                let end = min(bytes.count, start + min(chunk, bytes.count))
                try bytes.withUnsafeBytes { bytes in
                    try stream.feed(UnsafeRawBufferPointer(rebasing: bytes[start..<end])) { $0.forEach { analyzer.step($0) } }
                }
            }
            let facts = try stream.finish { $0.forEach { analyzer.step($0) } }
            return analyzer.finish(RecordingSummary(facts, placement: nil, side: nil))
        }

        let whole = try session(chunk: 1000)
        #expect(whole.counts.reduce(0, +) >= 12)
        #expect(!whole.recording.findings.isEmpty)
        #expect(try session(chunk: chunk) == whole)
    }

    @Test(arguments: [0, 1, 700, 1700, 3000])
    func aCopyOfTheValueGoesOnWhereTheOriginalStood(half: Int) {
        var sensor = SyntheticSensor.twoSets
        sensor.gaps = [38..<40]
        let samples = sensor.samples()
        let whole = session(of: samples, .any)
        var original = SessionAnalyzer(AnalysisOptions(exercise: .any))
        for sample in samples[..<half] { original.step(sample) }
        let copy = original
        // What the original sees afterwards is not the copy's business.
        for sample in SyntheticSensor.set(3, .stillArmSquat).samples() { original.step(sample) }
        #expect(session(of: samples[half...], .any, copy) == whole)
    }

    @Test func nothingIsCountedAcrossAGap() {
        var sensor = SyntheticSensor.set(12, .legRaise)
        sensor.gaps = [13..<17]
        let result = session(of: sensor.samples(), .any)
        #expect(result.counts == [4, 6])
        #expect(result.sets.flatMap(\.detail).allSatisfy { $0.endSeconds <= 13 || $0.startSeconds >= 17 })
    }

    @Test func samplesAfterAJumpBackInTimeDoNoHarm() {
        let samples = SyntheticSensor.set(5, .legRaise).samples()
        let result = session(of: samples + samples.prefix(100), .any)
        #expect(result.counts == [5])
    }

    @Test func readingsThatAreNoNumbersAreLeftOut() {
        var samples = SyntheticSensor.set(5, .legRaise).samples()
        for index in stride(from: 10, to: samples.count, by: 97) {
            samples[index].acceleration.x = .nan
            samples[index + 1].angularRate = SIMD3(.infinity, 0, 0)
            samples[index + 2].timeSeconds = .nan
        }
        #expect(session(of: samples, .any).counts == [5])
    }

    /// Longer than the buffer: its segments are cut, and the set that lies at the limit is not.
    @Test func aSetAtTheLengthLimitOfTheBufferIsNotLost() {
        let limit = 1200.0
        var sensor = SyntheticSensor()
        sensor.rest(limit - 10)
        sensor.repeating(10, .legRaise)
        sensor.rest(20)
        #expect(session(of: sensor.samples(rateHz: 25), .any).counts == [10])
    }
}
