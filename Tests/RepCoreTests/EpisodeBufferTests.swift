import Foundation
import Motion
import RepCore
import SyntheticMotion
import Testing

@Suite struct EpisodeBufferTests {
    /// Short limits, so that minutes do for days.
    private var parameters: EpisodeBuffer.Parameters {
        var parameters = EpisodeBuffer.Parameters()
        parameters.longestSeconds = 60
        parameters.cutWindowSeconds = 25
        return parameters
    }

    private func segments(
        _ samples: some Sequence<MotionSample>, _ buffer: EpisodeBuffer = EpisodeBuffer()
    ) -> [MovementSegment] {
        var buffer = buffer
        var segments: [MovementSegment] = []
        for sample in samples { buffer.step(sample) { segments.append($0) } }
        buffer.finish { segments.append($0) }
        return segments
    }

    private func counts(_ segments: [MovementSegment]) -> [Int] {
        segments.flatMap { SegmentDetector().detect($0).sets.map(\.count) }
    }

    // MARK: Gaps

    @Test func aStreamWithoutGapsIsOneSegment() throws {
        let found = segments(SyntheticSensor.set(5, .legRaise).samples())
        #expect(found.count == 1)
        #expect(found.first?.startSeconds == 0)
        #expect(try abs(#require(found.first).durationSeconds - 20) < 0.05)
        #expect(found.first?.angularRate != nil)
    }

    @Test func aGapEndsASegment() {
        var sensor = SyntheticSensor.set(8, .legRaise)
        sensor.gaps = [9..<13]
        let found = segments(sensor.samples())
        #expect(found.count == 2)
        #expect(found.last?.startSeconds == 13)
    }

    @Test func nothingIsCountedAcrossAGap() {
        // Four reps before it, two in it, four after.
        var sensor = SyntheticSensor.set(10, .legRaise)
        sensor.gaps = [13..<17]
        let found = segments(sensor.samples())
        #expect(counts(found) == [4, 4])
        let reps = found.flatMap { SegmentDetector().detect($0).sets.flatMap(\.reps) }
        #expect(reps.allSatisfy { $0.endSeconds <= 13 || $0.startSeconds >= 17 })
    }

    @Test func aPieceTooShortForMovementIsNotHandedOut() {
        var sensor = SyntheticSensor.set(8, .legRaise)
        sensor.gaps = [9..<13, 13.5..<17]
        #expect(segments(sensor.samples()).map(\.startSeconds) == [0, 17])
    }

    @Test func missingAngularRateAnywhereMeansNone() {
        var samples = SyntheticSensor.set(3, .legRaise).samples()
        samples[200].angularRate = nil
        #expect(segments(samples).map { $0.angularRate == nil } == [true])
    }

    @Test func anEmptyStreamHasNoSegments() {
        #expect(segments([]).isEmpty)
    }

    // MARK: Length

    /// Sets of ten with rests between, four minutes of them.
    private var long: SyntheticSensor {
        var sensor = SyntheticSensor()
        for _ in 0..<6 {
            sensor.rest(20)
            sensor.repeating(10, .legRaise)
        }
        sensor.rest(20)
        return sensor
    }

    @Test func aLongStreamIsCutIntoBoundedSegmentsThatFollowOneAnother() {
        let found = segments(long.samples(), EpisodeBuffer(parameters))
        #expect(found.count > 4)
        #expect(found.allSatisfy { $0.durationSeconds <= parameters.longestSeconds })
        for (one, next) in zip(found, found.dropFirst()) {
            #expect(abs(one.startSeconds + Double(one.count) / one.rateHz - next.startSeconds) < 1e-6)
        }
        let whole = segments(long.samples())
        #expect(found.flatMap(\.acceleration) == whole.flatMap(\.acceleration))
    }

    @Test func noSetIsLostOrTornAtACut() {
        // The limit falls into sets and into rests; every cut is made in a rest.
        #expect(counts(segments(long.samples(), EpisodeBuffer(parameters))) == Array(repeating: 10, count: 6))
    }

    @Test func movementWithoutAStillMomentIsCutAllTheSame() {
        let found = segments(SyntheticSensor.set(70, .legRaise, restSeconds: 0).samples(), EpisodeBuffer(parameters))
        #expect(found.count >= 3)
        #expect(found.allSatisfy { $0.durationSeconds <= parameters.longestSeconds })
        // Each cut costs the rep it falls into, or tears it in two.
        #expect(abs(counts(found).reduce(0, +) - 70) <= found.count)
    }

    @Test func theBufferDoesNotGrowWithTheStream() throws {
        var buffer = EpisodeBuffer(parameters)
        var sizes: [Int] = []
        let samples = long.samples(rateHz: 25)
        for pass in 0..<4 {
            for (index, var sample) in samples.enumerated() {
                sample.timeSeconds += Double(pass) * (long.seconds + 1 / 25)
                buffer.step(sample) { _ in }
                if index % 250 == 0 { sizes.append(try JSONEncoder().encode(buffer).count) }
            }
        }
        // A minute, the limit, fills it; sixteen more minutes add nothing.
        let full = sizes.prefix(7).max() ?? 0
        #expect(sizes.max().map { Double($0) < 1.2 * Double(full) } == true)
    }

    // MARK: State

    @Test(arguments: [1, 333, 1500, 2871])
    func halfAStreamPlusRestoredStateIsTheWhole(half: Int) throws {
        var sensor = long
        sensor.gaps = [41..<42, 75..<80]
        let samples = Array(sensor.samples().prefix(6000))
        let whole = segments(samples, EpisodeBuffer(parameters))
        var first = EpisodeBuffer(parameters)
        var found: [MovementSegment] = []
        for sample in samples[..<half] { first.step(sample) { found.append($0) } }
        let stored = try JSONEncoder().encode(first)
        let restored = try JSONDecoder().decode(EpisodeBuffer.self, from: stored)
        #expect(restored == first)
        #expect(found + segments(samples[half...], restored) == whole)
        #expect(found + segments(samples[half...], first) == whole)
    }

    @Test func afterItsEndABufferStartsAnew() {
        let samples = SyntheticSensor.set(3, .legRaise).samples()
        var buffer = EpisodeBuffer()
        var found: [MovementSegment] = []
        for _ in 0..<2 {
            for sample in samples { buffer.step(sample) { found.append($0) } }
            buffer.finish { found.append($0) }
        }
        #expect(found.count == 2 && found[0] == found[1])
    }

    @Test func shiftingTheTimesShiftsTheSegments() {
        var shifted = long
        shifted.startSeconds = 4096
        let plain = segments(long.samples(rateHz: 64), EpisodeBuffer(parameters))
        let later = segments(shifted.samples(rateHz: 64), EpisodeBuffer(parameters))
        #expect(plain.map(\.count) == later.map(\.count))
        for (one, other) in zip(plain, later) {
            #expect(abs(other.startSeconds - one.startSeconds - 4096) < 1e-6)
            #expect(other.acceleration == one.acceleration)
        }
    }
}
