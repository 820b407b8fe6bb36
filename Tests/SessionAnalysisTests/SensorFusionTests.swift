import Motion
import SessionModel
import Testing

@testable import SessionAnalysis

@Suite struct SensorFusionTests {
    private func set(
        _ exercise: String, _ side: SetSide? = nil, at start: Double = 10, reps: Int = 10, each: Double = 3,
        confidence: Double = 0.9, degrees: Double = 40
    ) -> SetResult {
        let detail = (0..<reps).map { index in
            let begin = start + Double(index) * each
            return RepResult(
                startSeconds: begin, turnSeconds: begin + each / 2, endSeconds: begin + each, rangeOfMotionDegrees: degrees,
                outSeconds: each / 2, backSeconds: each / 2)
        }
        return SetResult(
            exercise: exercise, side: side, startSeconds: start, endSeconds: start + Double(reps) * each, reps: reps,
            range: reps...reps, confidence: confidence, detail: detail)
    }

    private func reading(
        _ placement: Placement, _ side: Side, _ sets: SetResult..., holds: [HoldResult] = []
    ) -> SensorReading {
        SensorReading(site: SensorSite(placement: placement, side: side), sets: sets, holds: holds)
    }

    private func fused(_ readings: SensorReading...) -> (sets: [SetResult], holds: [HoldResult]) {
        SensorFusion(readings: readings).fused()
    }

    @Test func oneMovementSeenTwiceIsOneSet() {
        let sets = fused(reading(.thigh, .left, set("squat")), reading(.thigh, .right, set("squat", at: 11))).sets
        #expect(sets.map(\.reps) == [10] && sets.map(\.range) == [10...10])
    }

    @Test func theReadingWithMoreEvidenceCountsAndTheOtherWidensTheRange() {
        let sets = fused(
            reading(.thigh, .right, set("squat", reps: 9, confidence: 0.7)),
            reading(.shank, .right, set("squat", reps: 10, confidence: 0.9))
        ).sets
        #expect(sets.map(\.reps) == [10] && sets.map(\.range) == [9...10])
    }

    @Test func aFragmentIsNoSecondOpinion() {
        let sets = fused(
            reading(.thigh, .right, set("squat")), reading(.shank, .right, set("squat", at: 14, reps: 4))
        ).sets
        #expect(sets.map(\.reps) == [10] && sets.map(\.range) == [10...10])
    }

    @Test func setsAtDifferentTimesStayApart() {
        let sets = fused(
            reading(.thigh, .left, set("clamshell", .left, at: 10)), reading(.thigh, .right, set("clamshell", .right, at: 60))
        ).sets
        #expect(sets.map(\.side) == [.left, .right] && sets.map(\.reps) == [10, 10])
    }

    @Test func aNameBeatsAnUnrecognisedReading() {
        let sets = fused(
            reading(.thigh, .left, set("unrecognised", confidence: 0.99)),
            reading(.thigh, .right, set("clamshell", .right, confidence: 0.8))
        ).sets
        #expect(sets.map(\.exercise) == ["clamshell"] && sets.map(\.side) == [.right])
    }

    @Test func whatAPlacementCannotSeeIsNotBelievedToIt() {
        let sets = fused(
            reading(.thigh, .right, set("leg-extension", confidence: 0.99)),
            reading(.shank, .right, set("leg-extension", .right, at: 12, reps: 8))
        ).sets
        #expect(sets.map(\.reps) == [8])
    }

    @Test func theLegThatOnlyRocksAlongDidNotDoIt() {
        let sets = fused(
            reading(.thigh, .left, set("clamshell", .left, confidence: 0.95, degrees: 8)),
            reading(.thigh, .right, set("clamshell", .right, confidence: 0.96, degrees: 40))
        ).sets
        #expect(sets.map(\.side) == [.right])
    }

    @Test func bothLegsAtOnceAreTwoSets() {
        let sets = fused(
            reading(.shank, .left, set("leg-extension", .left, degrees: 70)),
            reading(.shank, .right, set("leg-extension", .right, degrees: 75))
        ).sets
        #expect(Set(sets.map(\.side)) == [.left, .right])
    }

    @Test func legsThatTakeTurnsAreOneAlternatingSetCountedByTheirOwnSensors() {
        let sets = fused(
            reading(.thigh, .left, set("lunge", .left, at: 10, reps: 10, each: 8)),
            reading(.thigh, .right, set("lunge", .right, at: 14, reps: 10, each: 8))
        ).sets
        #expect(sets.map(\.side) == [.alternating] && sets.map(\.reps) == [20] && sets.map(\.range) == [20...20])
        #expect(sets[0].detail.map(\.side) == (0..<20).map { $0.isMultiple(of: 2) ? .left : .right })
        #expect(zip(sets[0].detail, sets[0].detail.dropFirst()).allSatisfy { $0.endSeconds <= $1.startSeconds })
    }

    @Test func legsThatTakeTurnsButDifferLeaveTheCountOpen() {
        let sets = fused(
            reading(.thigh, .left, set("lunge", .left, at: 10, reps: 10, each: 8)),
            reading(.thigh, .right, set("lunge", .right, at: 14, reps: 8, each: 8))
        ).sets
        #expect(sets.map(\.reps) == [18] && sets.map(\.range) == [16...20])
    }

    @Test func aSideThatOnlyOneTellsHolds() {
        let sets = fused(reading(.waist, .left, set("lunge")), reading(.thigh, .right, set("lunge", .left, confidence: 0.8))).sets
        #expect(sets.map(\.side) == [.left])
    }

    @Test func theOrderOfTheSensorsDoesNotMatter() {
        let one = reading(.thigh, .left, set("lunge", .left, each: 8, confidence: 0.8), set("squat", at: 120))
        let other = reading(.thigh, .right, set("lunge", .right, at: 14, each: 8), set("squat", at: 121, confidence: 0.7))
        #expect(fused(one, other).sets == fused(other, one).sets)
    }

    // MARK: Holds

    private func hold(_ exercise: String, _ side: Side?, _ span: ClosedRange<Double>) -> HoldResult {
        HoldResult(exercise: exercise, side: side, startSeconds: span.lowerBound, endSeconds: span.upperBound)
    }

    @Test func stretchesOfBothLegsAreAllThereInOrder() {
        let holds = fused(
            reading(.thigh, .left, holds: [hold("seated-hamstring-stretch", .left, 50...75)]),
            reading(.thigh, .right, holds: [hold("seated-hamstring-stretch", .right, 10...32)])
        ).holds
        #expect(holds.map(\.side) == [.right, .left])
    }

    @Test func aStretchSeenFromThighAndShankIsOne() {
        let holds = fused(
            reading(.thigh, .left, holds: [hold("standing-hamstring-stretch", .left, 50...75)]),
            reading(.shank, .left, holds: [hold("standing-hamstring-stretch", .left, 51...77)])
        ).holds
        #expect(holds.map(\.durationSeconds) == [26])
    }

    @Test func aLegAtRestBesideOneThatWorksIsNoStretch() {
        let found = fused(
            reading(.thigh, .left, holds: [hold("seated-hamstring-stretch", .left, 12...38)]),
            reading(.thigh, .right, set("clamshell", .right)))
        #expect(found.holds.isEmpty && found.sets.count == 1)
    }
}
