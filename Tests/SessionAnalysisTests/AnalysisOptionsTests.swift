import ExerciseCatalog
import Motion
import RepCore
import Testing

@testable import SessionAnalysis

@Suite struct AnalysisOptionsTests {
    /// Walking is told by features: from a leg or the trunk always, from an arm where what the legs do is asked anyway.
    @Test(arguments: [
        (Placement.waist, "squat", true), (.chest, "squat", true), (.thigh, "bridge", true), (.wrist, "squat", false),
        (.wrist, "lunge", true),
    ])
    func aToldCountMeasuresWhatTellsAWalk(placement: Placement, exercise: String, hasFeatures: Bool) {
        let told = AnalysisOptions(exercise: .exercise(exercise), placement: placement)
        #expect(told.interest.contains(.oneMovement) && told.interest.contains(.features) == hasFeatures)
    }

    @Test func aHeldPostureNeedsNoMovement() {
        for asked in [AskedExercise.hold, .exercise("standing-hamstring-stretch")] {
            #expect(AnalysisOptions(exercise: asked, placement: .thigh).interest == .likelyHolds)
        }
    }

    @Test func whereNobodySaidWhatWasDoneEverythingIsLookedAt() {
        let blind = AnalysisOptions(placement: .shank).interest
        #expect(blind.isSuperset(of: [.everything, .features, .holds]) && !blind.contains(.oneMovement))
    }
}
