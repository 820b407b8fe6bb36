import ExerciseCatalog
import Foundation
import Motion
import Testing

@testable import RepCore
@testable import SessionAnalysis

@Suite struct UprightFromSetsTests {
    private func direction(_ degrees: Double) -> SIMD3<Double> { SIMD3(sin(degrees * .pi / 180), 0, cos(degrees * .pi / 180)) }

    private func set(
        _ exercise: String, _ way: Signature.Way? = nil, homeDegrees: Double, standing share: Double = 1, reps: Int = 10
    ) -> Recognition {
        var features = RecogniserTests.squat
        (features.upAtHome, features.upAtTurn, features.reps) = (direction(homeDegrees), direction(homeDegrees + 60), reps)
        return Recognition(
            exercise: exercise, way: way, logScore: 0, reading: RecogniserTests.set(features), standingShare: share)
    }

    private func upright(_ sets: Recognition..., placement: Placement? = .thigh, walking: Upright? = nil) -> Upright? {
        UprightFromSets(placement: placement).completed(walking, by: sets)
    }

    private func degrees(_ up: SIMD3<Double>?) -> Double? { up.map { atan2($0.x, $0.z) * 180 / .pi } }

    @Test func homeOfWhatIsDoneStandingIsUpright() throws {
        let shown = try #require(upright(set("squat", homeDegrees: 30), set("clamshell", homeDegrees: 110, standing: 0)))
        let lean = try #require(degrees(shown.up))
        #expect(abs(lean - 30) < 1e-9)
        #expect(shown.standing == shown.up)
        let axis = try #require(shown.medioLateral)
        #expect(abs(abs(axis.y) - 1) < 1e-9, "thighs bend about the axis across")
    }

    @Test func whatMayBeDoneLyingShowsNothing() {
        #expect(upright(set("squat", homeDegrees: 30, standing: 0.8)) == nil)
        #expect(upright(set("unrecognised", homeDegrees: 30)) == nil)
        #expect(upright() == nil)
    }

    @Test(arguments: [(Signature.Way.front, true), (.rear, false), (.both, false), (.alternate, false)])
    func onlyALegThatStepsForwardBeginsUpright(way: Signature.Way, shows: Bool) {
        #expect((upright(set("lunge", way, homeDegrees: 30)) != nil) == shows)
    }

    @Test func anArmMayHangAnyWay() {
        #expect(upright(set("squat", homeDegrees: 30), placement: .wrist) == nil)
        #expect(upright(set("squat", homeDegrees: 30), placement: .upperArm) == nil)
        #expect(upright(set("squat", homeDegrees: 30), placement: nil) == nil)
        #expect(upright(set("squat", homeDegrees: 30), placement: .waist) != nil)
    }

    @Test func mostRepsDecideWhereSetsDisagree() throws {
        let up = try #require(upright(set("squat", homeDegrees: 0, reps: 8), set("squat", homeDegrees: 10, reps: 8), set("squat", homeDegrees: 60, reps: 12))?.up)
        let shown = try #require(degrees(up))
        #expect(abs(shown - 5) < 1e-9)
    }

    @Test func walkingKnowsBetter() {
        let walking = Upright(up: direction(5), medioLateral: nil, standing: direction(7))
        let completed = upright(set("squat", homeDegrees: 30), walking: walking)
        #expect(completed?.up == walking.up && completed?.standing == walking.standing)
        #expect(completed?.medioLateral != nil)
    }
}
