import Foundation
import Testing

@testable import RepCore

@Suite struct StepPairsTests {
    /// From 0 to 1 between two times, at rest at either end.
    private static func way(_ t: Double, _ from: Double, _ seconds: Double) -> Double {
        let share = min(1, max(0, (t - from) / seconds))
        return share - sin(2 * .pi * share) / (2 * .pi)
    }

    private static func bump(_ t: Double, _ from: Double, _ seconds: Double) -> Double {
        t > from && t < from + seconds ? (1 - cos(2 * .pi * (t - from) / seconds)) / 2 : 0
    }

    /// A shank that swings out for a second, stands for 1.5 s and a little more each time while the body sinks, swings back and
    /// stands for 1.2 s.
    /// - Parameters:
    ///   - steps: how far each swing out and each swing back goes, in metres.
    private static func lunges(
        _ count: Int, steps: (out: Double, back: Double) = (0.6, -0.6), mount: Quaternion = .identity
    ) -> SyntheticMovement {
        let starts = (0..<count).map { 5 + 4.8 * Double($0) }
        func sum(_ f: (Double, Int) -> Double) -> Double { starts.enumerated().reduce(0) { $0 + f($1.element, $1.offset) } }
        func stand(_ index: Int) -> Double { 1.5 + 0.1 * Double(index % 3) }
        return SyntheticMovement(
            rateHz: 50, seconds: 10 + 4.8 * Double(count),
            angle: { t in
                sum { 0.6 * bump(t, $0, 1) + 0.6 * bump(t, $0 + 1 + stand($1), 1) + 0.06 * bump(t, $0 + 1, stand($1)) }
            },
            height: { t in sum { 0.15 * bump(t, $0, 1) + 0.15 * bump(t, $0 + 1 + stand($1), 1) } },
            advance: { t in sum { steps.out * way(t, $0, 1) + steps.back * way(t, $0 + 1 + stand($1), 1) } }, mount: mount)
    }

    private func set(_ movement: SyntheticMovement) throws -> DetectedSet {
        try #require(SegmentDetector(lookingFor: [.everything, .features]).detect(movement.segment).sets.max { $0.count < $1.count })
    }

    @Test(arguments: [SIMD3(0, 0, 0), SIMD3(1, 2, -0.5)])
    func stepsOutAndStepsBackAreOneRepEach(turn: SIMD3<Double>) throws {
        let swings = try set(Self.lunges(8, mount: Quaternion(rotationVector: turn)))
        #expect(swings.count == 16)
        let lunges = try #require(swings.stepPairs.first)
        #expect(swings.stepPairs.count == 1 && lunges.count == 8)
        #expect(lunges.stepPairs.isEmpty && lunges.exchanged.isEmpty && lunges.score == swings.score)
        #expect(abs(try #require(lunges.features?.stepMetres) - 0.6) < 0.1)
        #expect(abs(try #require(lunges.features?[.advance]) - 0.6) < 0.1)
        for (index, rep) in lunges.reps.enumerated() {
            let start = 5 + 4.8 * Double(index)
            #expect(rep.turnSeconds > start + 0.9 && rep.turnSeconds < start + 2.8, "it turns while the leg stands out there")
            #expect(rep.likeness > 0.8, "however long it stands")
            #expect(try #require(rep.confidence) > 0.9)
        }
        #expect(lunges.countRange == 8...8)
    }

    @Test func swingsOnTheSpotAreNone() throws {
        let swings = try set(Self.lunges(8, steps: (0, 0)))
        #expect(swings.count == 16 && swings.stepPairs.isEmpty)
    }

    @Test func stepsThatAllGoOneWayAreNone() throws {
        let swings = try set(Self.lunges(8, steps: (0.6, 0.6)))
        #expect(swings.count == 16 && swings.stepPairs.isEmpty)
    }

    @Test(arguments: [(2, 0), (3, 3)])
    func twoStepsOutAndBackAreTooFew(lunges: Int, expected: Int) throws {
        #expect(try set(Self.lunges(lunges)).stepPairs.map(\.count).reduce(0, +) == expected)
    }

    /// Whoever begins in the lunge steps back first: what is out and what is back is told by the body that sinks in between.
    @Test func aRecordingMayBeginInTheLunge() throws {
        var segment = Self.lunges(8).segment
        let cut = Int(6.2 * segment.rateHz)
        segment.acceleration.removeFirst(cut)
        segment.angularRate?.removeFirst(cut)
        let swings = try #require(
            SegmentDetector(lookingFor: [.everything, .features]).detect(segment).sets.max { $0.count < $1.count })
        let lunges = try #require(swings.stepPairs.first)
        #expect(swings.count == 15 && lunges.count == 7)
        for (index, rep) in lunges.reps.enumerated() {
            let start = 5 + 4.8 * Double(index + 1) - 6.2
            #expect(rep.turnSeconds > start + 0.9 && rep.turnSeconds < start + 2.8)
        }
    }

    @Test func withoutAGyroscopeNobodyKnows() throws {
        var segment = Self.lunges(8).segment
        segment.angularRate = nil
        let sets = SegmentDetector(lookingFor: [.everything, .features]).detect(segment).sets
        #expect(sets.contains { $0.count >= 15 } && sets.allSatisfy(\.stepPairs.isEmpty))
    }
}
