import Foundation
import Motion
@testable import RepCore
import SessionModel
import Testing

@testable import SessionAnalysis

@Suite struct StretchRecognitionTests {
    private let upright = Upright(up: SIMD3(0, 0, 1), medioLateral: SIMD3(0, 1, 0))

    /// A posture leaning by so many degrees in the sagittal plane (and aside by `aside`), entered from `base` and left for it.
    private func hold(lean: Double, aside: Double = 0, base: Double = 0, seconds: Double = 25) -> Hold {
        func direction(_ lean: Double, _ aside: Double) -> SIMD3<Double> {
            let (a, b) = (lean * .pi / 180, aside * .pi / 180)
            return SIMD3(sin(a) * cos(b), sin(b), cos(a) * cos(b))
        }
        let away = abs(lean - base)
        return Hold(
            startSeconds: 100, endSeconds: 100 + seconds, posture: direction(lean, aside), swayDegrees: 0.3,
            driftDegrees: 1, speedDegreesPerSecond: 0.4, tremor: 0.05, differenceBeforeDegrees: away,
            differenceAfterDegrees: away, returnDegrees: 1, basePosture: direction(base, 0))
    }

    private func names(_ holds: [Hold], placement: Placement? = .thigh, upright: Upright?, sets: [SetResult] = []) -> [String] {
        StretchRecognition(placement: placement, upright: upright).stretches(among: holds, sets: sets).map(\.exercise)
    }

    @Test func aRaisedLegFromStandingIsTheStandingStretch() {
        #expect(names([hold(lean: 35)], upright: upright) == ["standing-hamstring-stretch"])
    }

    @Test func aLevelLegFromSittingOnTheFloorIsTheSeatedStretch() {
        #expect(names([hold(lean: 85, base: 118)], upright: upright) == ["seated-hamstring-stretch"])
    }

    /// Legs take turns, or the knee only relaxes: 15 degrees of a thigh.
    @Test(arguments: [(15.0, 1), (10.0, 0)])
    func theKneeThatRelaxesAfterwardsEndsTheStretch(degrees: Double, count: Int) {
        var stretch = hold(lean: 85, base: 118)
        (stretch.differenceAfterDegrees, stretch.returnDegrees) = (degrees, 33 - degrees)
        #expect(names([stretch], upright: upright).count == count)
    }

    @Test func sittingDownOnAChairForAWhileIsNoStretch() {
        #expect(names([hold(lean: 88)], upright: upright) == [])
    }

    /// A heel on a table points a thigh as a chair does: it was lifted there. On a low stool it is another leg that it may be mistaken for, which
    /// bends under the body.
    @Test(arguments: [(88.0, 0.2, 1), (88, -0.25, 0), (88, 0.02, 0), (40, 0.1, 1), (40, -0.03, 1), (40, -0.2, 0)])
    func aLegThatIsPutUpRises(lean: Double, metres: Double, count: Int) {
        var stretch = hold(lean: lean)
        stretch.heightAboveBaseMetres = metres
        #expect(names([stretch], upright: upright).count == count)
    }

    @Test func aShankMayComeFromAKneeDrawnUp() {
        #expect(names([hold(lean: 85, base: 20)], placement: .shank, upright: upright) == ["seated-hamstring-stretch"])
        #expect(names([hold(lean: 85, base: 20, seconds: 8)], placement: .shank, upright: upright) == [])
        #expect(names([hold(lean: 45, base: 20)], placement: .shank, upright: upright) == ["standing-hamstring-stretch"])
    }

    /// A leg swings forward with the right-handed rotation about the axis; that takes up in its sensor the other way.
    @Test(arguments: [(-1.0, 1), (1.0, 0)])
    func whoKneelsDoesNotStretch(forwards: Double, count: Int) {
        var upright = upright
        upright.forwardAxis = SIMD3(0, forwards, 0)
        let level = hold(lean: 85, base: 118)
        #expect(names([level], placement: .shank, upright: upright).count == count)
        #expect(names([level], placement: .thigh, upright: upright).count == 1, "a thigh swings as fast either way")
    }

    @Test func aLegFoldedAsideIsNotTheOneThatStretches() {
        #expect(names([hold(lean: 85, aside: 30, base: 118)], upright: upright) == [])
    }

    @Test func aStraightLegAtRestTurnsOutwards() {
        // 25 degrees about the leg's own axis.
        let turned = hold(lean: 85, aside: 24.9, base: 118)
        #expect(names([turned], placement: .shank, upright: upright) == ["seated-hamstring-stretch"])
        #expect(names([hold(lean: 85, aside: 30, base: 118)], placement: .shank, upright: upright) == [], "more is folded aside")
        #expect(names([turned], upright: upright) == [], "a thigh folded aside turns no further")
    }

    @Test func aStoolMayBeAsHighAsTheKnee() {
        #expect(names([hold(lean: 65)], upright: upright) == ["standing-hamstring-stretch"])
        #expect(names([hold(lean: 70)], upright: upright) == ["standing-hamstring-stretch"])
        #expect(names([hold(lean: 75)], upright: upright) == [], "a chair")
    }

    @Test func whereNobodyWalkedNoStretchIsClaimed() {
        #expect(names([hold(lean: 35)], upright: nil) == [])
        #expect(names([hold(lean: 35)], placement: nil, upright: upright) == [])
    }

    @Test func aHoldDuringASetBelongsToIt() {
        let set = SetResult(
            exercise: "bridge", startSeconds: 90, endSeconds: 140, reps: 5, range: 5...5, confidence: 1, detail: [])
        #expect(names([hold(lean: 35)], upright: upright, sets: [set]) == [])
    }

    @Test func aGlanceIsNoStretchAndNeitherIsALongRest() {
        #expect(names([hold(lean: 35, seconds: 3), hold(lean: 35, seconds: 300)], upright: upright) == [])
    }

    @Test func onTheFloorTheLegMayBeFoldedForTheOtherOnesTurn() {
        func inPassing(_ seconds: Double) -> Hold {
            var hold = hold(lean: 85, base: 118, seconds: seconds)
            hold.returnDegrees = 50
            return hold
        }
        #expect(names([inPassing(25)], upright: upright) == ["seated-hamstring-stretch"])
        #expect(names([inPassing(8)], upright: upright) == [], "lying down for a moment between two exercises")
        // Without the medio-lateral axis it may be lying on the side.
        #expect(names([inPassing(25)], upright: Upright(up: SIMD3(0, 0, 1), medioLateral: nil)) == [])
    }
}
