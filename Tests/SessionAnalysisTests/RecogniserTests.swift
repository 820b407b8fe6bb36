import ExerciseCatalog
import Foundation
import Motion
import Testing

@testable import RepCore
@testable import SessionAnalysis

@Suite struct RecogniserTests {
    private let recogniser = Recogniser()
    private let standing = Upright(
        up: SIMD3(0, 0, 1), medioLateral: SIMD3(0, 1, 0), standing: SIMD3(0, 0, 1))

    /// Ten squats as a thigh sees them.
    static var squat: MovementFeatures {
        var features = MovementFeatures()
        features.reps = 10
        (features.tiltDegrees, features.swingDegrees, features.closingDegrees) = (80, 82, 3)
        (features.durationSeconds, features.periodSeconds, features.jitter) = (2.5, 3, 0.05)
        (features.holdSeconds, features.midway) = (0.4, 0.3)
        features.path = RepPath(dropMetres: -0.35, advanceMetres: 0.15, riseMetres: 0.36)
        features.axis = 0.98
        (features.likeness, features.autocorrelation, features.quality) = (0.95, 0.9, 0.9)
        (features.slowMovement, features.impact, features.roughness, features.energy) = (4, 0.5, 0.12, 1.2)
        (features.tempoShare, features.verticalTempoShare) = (0.97, 0.8)
        (features.upAtHome, features.upAtTurn) = (SIMD3(0, 0, 1), SIMD3(0.98, 0, 0.17))
        return features
    }

    /// Ten clamshells: on the side, nothing strikes.
    static var clamshell: MovementFeatures {
        var features = squat
        (features.tiltDegrees, features.swingDegrees) = (40, 41)
        features.path = RepPath(dropMetres: 0.1, advanceMetres: 0.15, riseMetres: 0.12)
        (features.slowMovement, features.impact, features.roughness, features.energy) = (2, 0.1, 0.05, 0.3)
        features.verticalTempoShare = 0.4
        features.upAtHome = SIMD3(0, 0.98, 0.17)
        return features
    }

    private static func up(_ lean: Double) -> SIMD3<Double> { SIMD3(sin(lean * .pi / 180), 0, cos(lean * .pi / 180)) }

    /// Reps of a thigh that is so many degrees before standing where they set out from.
    static func leading(by degrees: Double) -> MovementFeatures {
        var reps = squat
        (reps.tiltDegrees, reps.swingDegrees) = (50, 51)
        (reps.upAtHome, reps.upAtTurn) = (Self.up(degrees), Self.up(degrees + 50))
        reps.path = RepPath(dropMetres: -0.2, advanceMetres: 0.15, riseMetres: 0.22)
        return reps
    }

    static func set(_ features: MovementFeatures, from start: Double = 5, exchanged: [DetectedSet] = []) -> DetectedSet {
        let reps = (0..<features.reps).map { index in
            let onset = start + features.periodSeconds * Double(index)
            return DetectedRep(
                startSeconds: onset, turnSeconds: onset + features.durationSeconds / 2,
                endSeconds: onset + features.durationSeconds, tiltDegrees: features.tiltDegrees,
                holdSeconds: nil, likeness: 1)
        }
        return DetectedSet(
            kind: .tilt, reps: reps, partialReps: 0, quality: features.quality, regularity: 1, score: 1, weight: 10,
            portrait: MovementPortrait(
                posture: .zero, tiltSize: 1, travelSize: 1, periodSeconds: 3, tiltDegrees: 60),
            tiltWay: .zero, travelWay: 0, features: features, exchanged: exchanged)
    }

    /// Ten reps of a shank that turns by so many degrees, above 0 as a leg swings forward.
    static func shank(turning degrees: Double) -> MovementFeatures {
        var reps = squat
        (reps.tiltDegrees, reps.swingDegrees, reps.holdSeconds) = (abs(degrees), abs(degrees) + 1, 0.4)
        reps.path = RepPath(dropMetres: 0.07, advanceMetres: 0.25, riseMetres: 0.3)
        reps.slowMovement = 4
        (reps.upAtHome, reps.upAtTurn) = (SIMD3(0, 0, 1), SIMD3(-sin(degrees * .pi / 180), 0, cos(degrees * .pi / 180)))
        return reps
    }

    private func name(
        _ features: MovementFeatures, _ placement: Placement? = .thigh, allowed: Set<String>? = nil
    ) -> String? {
        recogniser.recognise(Self.set(features), placement: placement, upright: standing, allowed: allowed)?.exercise
    }

    @Test(arguments: [Placement.thigh, .leg, nil])
    func squatsAreSquats(placement: Placement?) {
        #expect(name(Self.squat, placement) == "squat")
    }

    /// The heel of the leg that stays behind may rise as high as that of one straightened on a chair, backwards.
    @Test func aLungeBehindAndALegExtensionTurnAShankOppositeWays() {
        let upright = Upright(
            up: SIMD3(0, 0, 1), medioLateral: SIMD3(0, 1, 0), standing: SIMD3(0, 0, 1), forwardAxis: SIMD3(0, 1, 0))
        func recognised(_ degrees: Double, _ upright: Upright) -> Recognition? {
            recogniser.recognise(Self.set(Self.shank(turning: degrees)), placement: .shank, upright: upright, allowed: nil)
        }
        #expect(recognised(75, upright)?.exercise == "leg-extension")
        #expect(recognised(-75, upright)?.exercise == "lunge" && recognised(-75, upright)?.way == .rear)
        // Without a walk that tells forwards, the height of the turn has to do.
        #expect(recognised(-75, standing)?.exercise == "leg-extension")
    }

    /// A pelvis rolls somewhat as a knee opens.
    @Test func onTheSideAPelvisRollsAndBridgesNot() {
        func waist(_ upAtTurn: SIMD3<Double>) -> MovementFeatures {
            var reps = Self.clamshell
            (reps.tiltDegrees, reps.swingDegrees) = (12, 12)
            reps.path = RepPath(dropMetres: 0.05, advanceMetres: 0.05, riseMetres: 0.06)
            (reps.upAtHome, reps.upAtTurn) = (SIMD3(1, 0, 0), upAtTurn)
            return reps
        }
        let (along, across) = (sin(12 * Double.pi / 180), cos(12 * Double.pi / 180))
        #expect(name(waist(SIMD3(across, 0, -along)), .waist) == "bridge")
        #expect(name(waist(SIMD3(across, along, 0)), .waist) != "bridge")
    }

    /// Hips that go back as the trunk comes forward squat; in a step forward they go with it, in one back they stay upright. The chest
    /// stays above the feet of who squats.
    @Test(arguments: [Placement.waist, .chest], [(20.0, -0.15, "squat"), (8, 0.4, "lunge"), (8, -0.3, "lunge"), (20, 0.12, "squat")])
    func theTrunkTellsASquatFromALungeByWhereItGoes(placement: Placement, case: (Double, Double, String)) {
        let (degrees, leanward, expected) = `case`
        #expect(name(trunk(degrees, drop: -0.3, leanward: leanward), placement) == expected)
    }

    /// Who sits and stretches a leg rocks the trunk a little too; how far it sinks in so slow a rep only a gyroscope tells.
    @Test(arguments: [Placement.waist, .chest], [(2.5, true), (4.7, false)])
    func whatMayNotSinkIsNoLunge(placement: Placement, case: (Double, Bool)) {
        let (seconds, isLunge) = `case`
        var reps = trunk(5, drop: -0.3, leanward: 0.4)
        (reps.path, reps.travelMetres, reps.travelSpanMetres) = (nil, -0.3, 0.32)
        (reps.durationSeconds, reps.periodSeconds, reps.verticalTempoShare) = (seconds, seconds + 0.5, 0.4)
        #expect((name(reps, placement) == "lunge") == isLunge)
    }

    /// A trunk that leans by so many degrees on its way down and goes so far in that direction.
    private func trunk(_ degrees: Double, drop: Double, leanward: Double) -> MovementFeatures {
        var reps = Self.squat
        (reps.tiltDegrees, reps.swingDegrees) = (degrees, degrees + 1)
        reps.path = RepPath(
            dropMetres: drop, advanceMetres: abs(leanward) + 0.02, riseMetres: 0.02 - drop, leanwardMetres: leanward)
        (reps.upAtHome, reps.upAtTurn) = (SIMD3(0, 0, 1), SIMD3(sin(degrees * .pi / 180), 0, cos(degrees * .pi / 180)))
        return reps
    }

    /// Smooth or at the pace of steps: what sinks so far and stays upright squats. Where upright is not known it might lie.
    @Test func aPelvisMaySquatAsSmoothlyAndAsQuicklyAsItLikes() {
        var smooth = trunk(25, drop: -0.4, leanward: -0.2)
        (smooth.energy, smooth.impact, smooth.durationSeconds, smooth.periodSeconds) = (0.15, 0.05, 2.8, 3.6)
        #expect(name(smooth, .waist) == "squat")
        #expect(recogniser.recognise(Self.set(smooth), placement: .waist, upright: nil, allowed: nil)?.isRecognised != true)
        var quick = trunk(15, drop: -0.3, leanward: -0.2)
        (quick.durationSeconds, quick.periodSeconds, quick.gait, quick.stepping) = (1.4, 2, 0.8, 0.7)
        #expect(name(quick, .waist) == "squat")
        quick.path = RepPath(dropMetres: -0.12, advanceMetres: 0.2, riseMetres: 0.13, leanwardMetres: -0.2)
        #expect(name(quick, .waist) == nil, "a walk goes no deeper")
    }

    /// Between feet that stay a stride apart the pelvis goes straight down and not far; over feet that stand side by side it goes back, or far.
    @Test(arguments: [
        (5.0, -0.27, 0.02, "lunge"), (5, -0.6, 0.02, "squat"), (28, -0.27, -0.17, "squat"), (5, -0.37, 0.35, "lunge"), (4, -0.37, -0.38, "lunge"),
    ])
    func straightDownAndNotFarIsALunge(degrees: Double, drop: Double, leanward: Double, exercise: String) {
        var reps = trunk(degrees, drop: drop, leanward: leanward)
        #expect(name(reps, .waist) == exercise)
        (reps.energy, reps.impact, reps.durationSeconds, reps.periodSeconds) = (0.3, 0.05, 2.4, 3.6)
        if abs(leanward) < 0.2 { #expect(name(reps, .waist) == exercise, "as slowly as they like") }
    }

    /// An arm that hangs still goes where the body goes.
    @Test(arguments: [(0.1, "squat"), (0.31, "lunge"), (0.5, "lunge")])
    func aStillArmRidesOnTheBody(advance: Double, exercise: String) {
        var reps = Self.squat
        (reps.tiltDegrees, reps.swingDegrees, reps.slowMovement, reps.energy, reps.impact) = (3, 4, 0.5, 0.05, 0.03)
        (reps.durationSeconds, reps.periodSeconds) = (3.6, 4.5)
        reps.path = RepPath(dropMetres: -0.3, advanceMetres: advance, riseMetres: 0.31)
        #expect(name(reps, .wrist) == exercise)
        #expect(name(reps, .upperArm) == exercise)
        reps.swingDegrees = 25
        #expect(name(reps, .wrist) != exercise, "an arm that does something by itself")
    }

    /// Feet a stride apart, the trunk goes straight down between them, and not far; who squats as upright goes deep.
    @Test func aPelvisThatGoesStraightDownIsInASplitStance() {
        #expect(name(trunk(5, drop: -0.22, leanward: -0.01), .waist) == "lunge")
        #expect(name(trunk(5, drop: -0.58, leanward: -0.01), .waist) == "squat")
    }

    /// A chest does so in both, and a pelvis that leans stays where it is in one only: there the plan may settle it (`PlanNaming`).
    @Test(arguments: [
        (Placement.chest, 5.0, -0.22, -0.01, true), (.chest, 5, -0.58, -0.01, false), (.waist, 13, -0.22, 0, true),
        (.waist, 13, -0.22, -0.15, false),
    ])
    func aSplitStanceMayBeASquat(placement: Placement, degrees: Double, drop: Double, leanward: Double, isOpen: Bool) throws {
        let scores = recogniser.scores(
            of: trunk(degrees, drop: drop, leanward: leanward), placement: placement, upright: standing, allowed: ["squat", "lunge"])
        let lunge = try #require(scores.candidates.first { $0.exercise == "lunge" }).logScore
        let squat = try #require(scores.candidates.first { $0.exercise == "squat" }).logScore
        #expect((squat - lunge < PlanNaming.Parameters().openMargin) == isOpen)
    }

    /// An arm swung up forward as the body sinks keeps the hand where it was; raised standing it takes the hand up. Fast ones have the
    /// pace of steps.
    @Test(arguments: [0.05, 0.4, -0.05])
    func squatsWithArmsSwungForwardAreToldFromRaises(height: Double) {
        var reps = Self.squat
        (reps.tiltDegrees, reps.swingDegrees, reps.stepping) = (72, 74, 0.9)
        reps.path = RepPath(dropMetres: height, advanceMetres: 0.52, riseMetres: max(0.15, height))
        #expect((name(reps, .wrist) == "squat") == (height < 0.2))
    }

    /// In a split stance the thigh in front is before the body already where the reps set out from.
    @Test(arguments: [0.0, 5, 20, 30])
    func aSplitStanceIsTheThighBeforeStandingAtHome(lead: Double) {
        let reps = Self.leading(by: lead)
        let found = recogniser.recognise(Self.set(reps), placement: .thigh, upright: standing, allowed: nil)
        #expect(found?.exercise == (lead < 10 ? "squat" : "lunge"))
        #expect(found?.way == (lead < 10 ? nil : .front))
        // Where nobody saw them stand, nothing is read into it.
        let unknown = Upright(up: SIMD3(0, 0, 1), medioLateral: SIMD3(0, 1, 0))
        let other = recogniser.recognise(Self.set(reps), placement: .thigh, upright: unknown, allowed: nil)
        #expect(other?.exercise == "squat" && (other?.certainty ?? 0) > 0.9)
    }

    /// Travel sees the reps of both legs, of which those of the worn leg look like a lunge.
    @Test func everySecondRepALungeIsAlternatingLegs() {
        var lunge = Self.squat
        lunge.path = RepPath(dropMetres: -0.1, advanceMetres: 0.9, riseMetres: 0.3)
        (lunge.tiltDegrees, lunge.swingDegrees, lunge.roughness, lunge.verticalTempoShare) = (70, 72, 0.2, 0.5)
        lunge.tempoShare = 0.8
        var mixed = lunge
        mixed.likeness = 0.1
        var set = Self.set(mixed)
        set.kind = .travel
        func name(_ placement: Placement) -> Recognition? {
            recogniser.recognise(set, placement: placement, upright: standing, allowed: nil)
        }
        #expect(name(.thigh)?.isRecognised != true)
        set.strands = [Self.set(lunge), Self.set(mixed)]
        #expect(name(.thigh)?.exercise == "lunge" && name(.thigh)?.way == .alternate)
        #expect(name(.waist)?.way != .alternate)
    }

    /// A shallow lunge does not take the thigh in front far enough to be one by itself; that the other thigh stays behind tells.
    @Test func aShallowLungeInFrontAndOneBehindInTurnAreAlternatingLegs() {
        var front = Self.squat
        front.path = RepPath(dropMetres: -0.2, advanceMetres: 0.4, riseMetres: 0.22)
        (front.tiltDegrees, front.swingDegrees, front.roughness, front.verticalTempoShare) = (29, 30, 0.3, 0.4)
        (front.closingDegrees, front.midway, front.upAtTurn) = (20, 1.9, SIMD3(0.485, 0, 0.875))
        var rear = front
        (rear.tiltDegrees, rear.swingDegrees, rear.closingDegrees) = (14, 15, 5)
        (rear.upAtTurn, rear.slowMovement) = (SIMD3(0.24, 0, 0.97), 3)
        var mixed = front
        mixed.likeness = 0.1
        var set = Self.set(mixed)
        set.kind = .travel
        func name(_ strands: [MovementFeatures]) -> Recognition? {
            set.strands = strands.map { Self.set($0) }
            return recogniser.recognise(set, placement: .thigh, upright: standing, allowed: nil)
        }
        for strands in [[front, rear], [rear, front]] {
            let found = name(strands)
            #expect(found?.exercise == "lunge" && found?.way == .alternate)
            #expect(found?.reading.features?.tiltDegrees == 29)
        }
        #expect(name([front, mixed])?.way != .alternate)
    }

    /// Swings out and swings back of a leg are twice as many as its lunges; what they mean to an arm nobody knows.
    @Test func aShankThatStepsOutAndBackLungesOncePerTwoSwings() {
        var lunge = Self.squat
        lunge.reps = 5
        (lunge.tiltDegrees, lunge.swingDegrees, lunge.stepMetres) = (4, 33, 0.6)
        (lunge.upAtTurn, lunge.roughness, lunge.durationSeconds) = (SIMD3(0.07, 0, 1), 0.7, 4)
        lunge.path = RepPath(dropMetres: 0.02, advanceMetres: 0.6, riseMetres: 0.2)
        var swings = Self.squat
        (swings.tiltDegrees, swings.swingDegrees, swings.durationSeconds) = (33, 34, 1)
        swings.upAtTurn = Self.up(33)
        var set = Self.set(swings)
        set.stepPairs = [Self.set(lunge)]
        func found(_ placement: Placement) -> Recognition? {
            recogniser.recognise(set, placement: placement, upright: standing, allowed: nil)
        }
        #expect(found(.shank)?.exercise == "lunge" && found(.shank)?.way == .front && found(.shank)?.reading.count == 5)
        #expect(found(.wrist)?.exercise == "squat" && found(.wrist)?.reading.count == 10)
        set.stepPairs = []
        #expect(found(.shank)?.exercise != "lunge")
    }

    /// A walk swings a thigh about standing, and takes it behind as quickly as hardly anybody lunges.
    @Test func aWalkIsNoSquatOrLungeOfAThigh() throws {
        func logScore(_ reps: MovementFeatures) throws -> Double {
            try #require(
                recogniser.scores(of: reps, placement: .thigh, upright: standing, allowed: ["lunge"]).candidates.first).logScore
        }
        var reps = Self.leading(by: 0)
        (reps.tiltDegrees, reps.swingDegrees, reps.durationSeconds, reps.periodSeconds) = (36, 38, 1.2, 1.4)
        (reps.upAtHome, reps.upAtTurn) = (Self.up(0), Self.up(36))
        reps.path = RepPath(dropMetres: -0.05, advanceMetres: 0.15, riseMetres: 0.08)
        #expect(name(reps) == "squat")
        (reps.upAtHome, reps.upAtTurn) = (Self.up(-18), Self.up(18))
        #expect(name(reps) != "squat")
        (reps.upAtHome, reps.upAtTurn) = (Self.up(0), Self.up(-20))
        (reps.tiltDegrees, reps.swingDegrees, reps.roughness, reps.slowMovement) = (20, 22, 0.4, 2)
        (reps.durationSeconds, reps.periodSeconds) = (2, 3)
        reps.path = RepPath(dropMetres: -0.2, advanceMetres: 0.4, riseMetres: 0.2)
        #expect(name(reps) == "lunge")
        // In the time of a stride it may still be one, but has to look the part: people recorded with a watch lunge in 1.2 s.
        let slow = try logScore(reps)
        reps.periodSeconds = 1.2
        #expect(try slow - logScore(reps) > 0.5)
    }

    /// On the floor hips rise by a hand's length or two; a squat read round its other end rises by as much as it sank.
    @Test func aPelvisThatRisesByHalfAMetreWasNotLying() {
        var reps = Self.clamshell
        (reps.tiltDegrees, reps.swingDegrees, reps.upAtHome) = (25, 26, SIMD3(1, 0, 0))
        reps.upAtTurn = SIMD3(cos(25 * .pi / 180), 0, -sin(25 * .pi / 180))
        for (rise, isBridge) in [(0.2, true), (0.45, false)] {
            reps.path = RepPath(dropMetres: rise, advanceMetres: 0.1, riseMetres: rise)
            #expect((name(reps, .waist) == "bridge") == isBridge)
        }
    }

    /// Between lying with feet flat and standing with a foot ahead only this differs: whether the knee comes over the foot.
    @Test func aShankThatComesPastUprightStandsInASplitStance() {
        func shank(from lead: Double, by degrees: Double) -> MovementFeatures {
            var reps = Self.shank(turning: -degrees)
            (reps.upAtHome, reps.upAtTurn) = (Self.up(lead), Self.up(lead + degrees))
            reps.path = RepPath(dropMetres: -0.02, advanceMetres: 0.15, riseMetres: 0.05)
            (reps.slowMovement, reps.impact, reps.energy) = (2, 0.1, 0.4)
            return reps
        }
        func way(_ reps: MovementFeatures) -> Signature.Way? {
            recogniser.scores(of: reps, placement: .shank, upright: standing, allowed: ["lunge"]).candidates.first?.way
        }
        #expect(name(shank(from: -24, by: 30), .shank) == "lunge" && way(shank(from: -24, by: 30)) == .front)
        #expect(name(shank(from: -34, by: 20), .shank) == "bridge")
        #expect(name(shank(from: 0, by: 30), .shank) == "squat")
        #expect(name(shank(from: 14, by: 20), .shank) != "squat", "nobody who squats sets out with the knees before the feet")
        #expect(name(shank(from: 48, by: 38), .shank) == "lunge" && way(shank(from: 48, by: 38)) == .rear)
    }

    /// The foot behind in a lunge turns about its toes as far as a shank that is stretched turns about its knee.
    @Test func aFootThatTurnsAboutItsToesIsNoLegExtension() {
        var reps = Self.shank(turning: 55)
        reps.path = RepPath(dropMetres: 0.2, advanceMetres: 0.32, riseMetres: 0.21)
        #expect(name(reps, .foot) == "leg-extension")
        reps.path = RepPath(dropMetres: 0.06, advanceMetres: 0.1, riseMetres: 0.07)
        #expect(name(reps, .foot) != "leg-extension")
        (reps.path, reps.travelMetres) = (nil, 0.2)
        #expect(name(reps, .foot) == "leg-extension", "without a gyroscope it is how far it rises")
    }

    /// Knees bent by forty-five degrees turn a thigh by twenty and lower it by a hand: each time alike, or it is nothing. Between feet a
    /// stride apart the body sinks far more than so little a turn allows.
    @Test(arguments: [(0.97, -0.04, true), (0.8, -0.04, false), (0.97, -0.27, false)])
    func quarterSquatsAreSquatsWhereEachIsLikeTheOthers(likeness: Double, drop: Double, isSquat: Bool) {
        var thigh = Self.squat
        (thigh.tiltDegrees, thigh.swingDegrees, thigh.likeness) = (20, 20.5, likeness)
        (thigh.upAtHome, thigh.upAtTurn) = (Self.up(5), Self.up(25))
        (thigh.slowMovement, thigh.impact, thigh.roughness, thigh.energy) = (1.4, 0.1, 0.08, 0.3)
        thigh.verticalTempoShare = 0.5
        thigh.path = RepPath(dropMetres: drop, advanceMetres: 0.03, riseMetres: abs(drop), leanwardMetres: 0.01)
        #expect((name(thigh) == "squat") == isSquat)
    }

    /// A waist goes a hand down and a hand back.
    @Test(arguments: [(-0.07, true), (0.07, false)])
    func quarterSquatsOfAWaistGoBack(leanward: Double, isSquat: Bool) {
        var waist = trunk(8, drop: -0.08, leanward: leanward)
        (waist.slowMovement, waist.impact, waist.roughness, waist.energy) = (0.5, 0.1, 0.25, 0.25)
        waist.verticalTempoShare = 0.5
        #expect((name(waist, .waist) == "squat") == isSquat)
    }

    /// The foot that lands before it jolts a thigh that stays behind; stairs jolt it too, and take it nowhere.
    @Test(arguments: [(-0.3, 0.95, true), (-0.07, 0.95, false), (-0.3, 0.6, false)])
    func aRearThighMayBeJoltedWhereItSinksFarAndAlike(drop: Double, likeness: Double, isLunge: Bool) {
        var rear = Self.squat
        (rear.tiltDegrees, rear.swingDegrees, rear.roughness, rear.likeness) = (14, 18, 1.1, likeness)
        (rear.slowMovement, rear.impact, rear.tempoShare, rear.verticalTempoShare) = (2.5, 2.4, 0.45, 0.46)
        (rear.upAtHome, rear.upAtTurn) = (Self.up(2), Self.up(-12))
        rear.path = RepPath(dropMetres: drop, advanceMetres: 0.48, riseMetres: abs(drop))
        let found = recogniser.recognise(Self.set(rear), placement: .thigh, upright: standing, allowed: nil)
        #expect((found?.exercise == "lunge" && found?.way == .rear) == isLunge)
    }

    /// Stepping back with both legs in turn: between two steps back of the worn leg it bears the body while the other does. The shank behind
    /// in a forward lunge goes forward with the body.
    @Test(arguments: [(-0.4, 0.9, 0.3, Signature.Way.alternate), (0.25, 0.9, 0.3, .rear), (-0.4, 0.3, 0.3, .rear), (-0.4, 0.9, 0.03, .rear)])
    func aShankThatStepsBackTellsWhetherTheOtherDoesToo(leanward: Double, gap: Double, gapEnergy: Double, way: Signature.Way) {
        var shank = Self.shank(turning: -60)
        (shank.gap, shank.gapEnergy, shank.roughness, shank.impact) = (gap, gapEnergy, 0.3, 1)
        (shank.upAtHome, shank.upAtTurn) = (SIMD3(0, 0, 1), Self.up(60))
        shank.path = RepPath(dropMetres: -0.15, advanceMetres: 0.45, riseMetres: 0.2, leanwardMetres: leanward)
        let forwards = Upright(up: SIMD3(0, 0, 1), medioLateral: SIMD3(0, 1, 0), standing: SIMD3(0, 0, 1), forwardAxis: SIMD3(0, -1, 0))
        let candidates = [forwards, Upright(
            up: SIMD3(0, 0, 1), medioLateral: SIMD3(0, 1, 0), standing: SIMD3(0, 0, 1), forwardAxis: SIMD3(0, 1, 0))].map {
            recogniser.recognise(Self.set(shank), placement: .shank, upright: $0, allowed: ["lunge"])
        }
        #expect(candidates.contains { $0?.way == way })
        #expect(!candidates.contains { $0?.way != nil && $0?.way != way })
    }

    /// Where the other leg steps back the thigh of the foot that stays goes level as in a squat, but what is vertical keeps no tempo.
    @Test(arguments: [(0.15, 0.8, "lunge"), (0.5, 0.8, "squat"), (0.15, 0.2, "squat")])
    func aThighOverAFootThatStaysMayLunge(verticalTempoShare: Double, impact: Double, exercise: String) {
        var reps = Self.squat
        (reps.tiltDegrees, reps.swingDegrees, reps.upAtTurn) = (62, 63, Self.up(62))
        (reps.verticalTempoShare, reps.impact, reps.roughness, reps.tempoShare) = (verticalTempoShare, impact, 0.2, 0.93)
        (reps.durationSeconds, reps.periodSeconds) = (3.5, 4.5)
        reps.path = RepPath(dropMetres: -0.04, advanceMetres: 0.14, riseMetres: 0.06, leanwardMetres: 0.1)
        #expect(name(reps) == exercise)
    }

    /// A calm pause is the other leg's lunge where the body sinks in it, as dead reckoning tells where it can be believed. Who marches on the
    /// spot lifts the thigh.
    @Test(arguments: [(0.3, 0.2, 0.15, true), (0.02, 0.2, 0.15, false), (0.3, 2.5, 0.15, false), (0.3, 0.2, 0.27, false)])
    func aCalmPauseInWhichTheBodySinksIsTheOtherLegs(sink: Double, advance: Double, rise: Double, alternates: Bool) {
        var reps = Self.squat
        (reps.tiltDegrees, reps.swingDegrees, reps.upAtTurn, reps.roughness) = (72, 73, Self.up(72), 0.2)
        (reps.durationSeconds, reps.periodSeconds, reps.tempoShare, reps.verticalTempoShare) = (3.2, 7.6, 0.89, 0.27)
        (reps.gap, reps.gapEnergy, reps.gapSinkMetres) = (1.3, 0.4, sink)
        reps.path = RepPath(dropMetres: rise, advanceMetres: advance, riseMetres: rise + 0.07)
        let found = recogniser.recognise(Self.set(reps), placement: .thigh, upright: standing, allowed: nil)
        #expect((found?.way == .alternate) == alternates)
    }

    /// Nineteen times the pelvis sinks, every second time the thigh goes level: both legs in turn, whatever the smaller swings between look like.
    @Test(arguments: [(19, 9, true), (19, 10, true), (19, 18, false), (10, 10, false)])
    func aPelvisThatSinksTwiceAsOftenIsThatOfLegsInTurn(sinks: Int, swings: Int, alternates: Bool) {
        var rear = Self.squat
        (rear.reps, rear.tiltDegrees, rear.swingDegrees, rear.roughness, rear.likeness) = (sinks, 30, 31, 0.3, 0.7)
        (rear.upAtHome, rear.upAtTurn, rear.periodSeconds) = (Self.up(3), Self.up(-27), 2.9)
        rear.path = RepPath(dropMetres: -0.28, advanceMetres: 0.5, riseMetres: 0.3)
        var front = Self.squat
        (front.reps, front.tiltDegrees, front.swingDegrees, front.upAtTurn, front.roughness) = (swings, 70, 71, Self.up(70), 0.2)
        (front.durationSeconds, front.periodSeconds, front.gap, front.gapEnergy, front.gapSinkMetres) = (3, 5.7, 0.9, 0.9, 0.32)
        (front.tempoShare, front.verticalTempoShare) = (0.8, 0.4)
        front.path = RepPath(dropMetres: -0.2, advanceMetres: 0.5, riseMetres: 0.4)
        var set = Self.set(rear)
        set.kind = .travel
        set.inOtherSignal = [Self.set(front)]
        let found = recogniser.recognise(set, placement: .thigh, upright: standing, allowed: ["lunge"])
        #expect((found?.way == .alternate) == alternates)
        #expect(found?.reading.count == (alternates ? swings : sinks))
    }

    /// A hand on an arm that swings by forty degrees goes as far as a step, where nobody steps.
    @Test func anArmThatSwingsTakesTheHandAsFarAsAStep() {
        var reps = Self.squat
        (reps.tiltDegrees, reps.swingDegrees, reps.roughness, reps.energy) = (40, 41, 0.3, 3.2)
        (reps.durationSeconds, reps.periodSeconds, reps.verticalTempoShare) = (1.5, 2.2, 0.75)
        reps.path = RepPath(dropMetres: -0.48, advanceMetres: 0.45, riseMetres: 0.49)
        #expect(name(reps, .wrist) == "squat")
        (reps.tiltDegrees, reps.swingDegrees) = (10, 12)
        #expect(name(reps, .wrist) == "lunge")
    }

    @Test func aShortStrideIsNoSquatOfAShank() {
        var reps = Self.shank(turning: -17)
        (reps.durationSeconds, reps.periodSeconds, reps.impact, reps.roughness) = (1, 1.2, 2, 0.6)
        reps.path = nil
        (reps.energy, reps.gait) = (1.5, 0.3)
        #expect(name(reps, .shank) == "squat", "a brisk squat")
        (reps.energy, reps.gait) = (5.2, 0.9)
        #expect(name(reps, .shank) != "squat")
    }

    @Test func lyingOnTheSideIsAClamshell() {
        #expect(name(Self.clamshell) == "clamshell")
    }

    @Test func aPlanRulesOutWhatItDoesNotAskFor() {
        #expect(name(Self.squat, allowed: ["squat", "bridge"]) == "squat")
        #expect(name(Self.squat, allowed: ["bridge"]) == ExerciseCatalog.unrecognised)
    }

    @Test func otherExerciseIsUnrecognisedAndOtherMovementIsNone() {
        var spinning = Self.squat
        spinning.axis = 0.2
        #expect(name(spinning) == ExerciseCatalog.unrecognised)
        var walking = Self.squat
        (walking.gait, walking.stepping) = (1, 1)
        #expect(name(walking) == nil)
        var two = Self.squat
        two.reps = 2
        #expect(name(two) == nil)
    }

    @Test func whatDoesNotRepeatIsNeitherASquatNorExercise() {
        for (autocorrelation, names) in [(0.5, ["squat", "unrecognised"]), (0.05, [nil, nil])] {
            var (squat, other) = (Self.squat, Self.squat)
            (squat.autocorrelation, squat.likeness) = (autocorrelation, 0.75)
            (other.autocorrelation, other.likeness) = (autocorrelation, 0.75)
            #expect([name(squat), name(other, allowed: ["bridge"])] == names)
        }
    }

    /// Pauses of different length leave each rep as it was.
    @Test func sixAlikeRepeatWhateverThePausesAndFourDoNot() {
        var reps = Self.squat
        reps.autocorrelation = 0.05
        #expect(name(reps) == "squat")
        (reps.reps, reps.periodSeconds) = (4, 7)
        #expect(name(reps) == nil)
    }

    /// What goes on for a minute and more is done on purpose, and may fit worse; an arm does too many things.
    @Test func aLongSetMayFitWorse() {
        var reps = Self.squat
        (reps.tiltDegrees, reps.swingDegrees, reps.upAtTurn) = (30, 31, Self.up(30))
        (reps.verticalTempoShare, reps.midway, reps.durationSeconds, reps.periodSeconds) = (0.45, 0.6, 6, 2.9)
        reps.closingDegrees = 29
        func score() -> Double {
            recogniser.scores(of: reps, placement: .thigh, upright: standing, allowed: nil).candidates.first?.logScore ?? 0
        }
        #expect(score() < SignatureTable.recognitionBound && score() > SignatureTable.recognitionBound - 0.7)
        #expect(name(reps) != "squat")
        reps.periodSeconds = 8
        #expect(name(reps) == "squat")
        (reps.reps, reps.periodSeconds) = (8, 10)
        #expect(name(reps) != "squat")
    }

    @Test func scoresAreBestFirstOneAnExercise() throws {
        let scores = recogniser.scores(of: Self.squat, placement: nil, upright: standing, allowed: nil)
        #expect(scores.candidates.map(\.logScore) == scores.candidates.map(\.logScore).sorted(by: >))
        #expect(Set(scores.candidates.map(\.exercise)).count == scores.candidates.count)
        #expect(scores.candidates.allSatisfy { $0.logScore <= 0 && $0.logScore.isFinite })
        #expect(scores.other <= 0)
    }

    @Test func theReadingThatFitsWins() throws {
        // Home and turn the wrong way round: rising out of a seat.
        var rising = Self.squat
        rising.path = RepPath(dropMetres: 0.35, advanceMetres: 0.15, riseMetres: 0.36)
        (rising.upAtHome, rising.upAtTurn) = (rising.upAtTurn, rising.upAtHome)
        let set = Self.set(rising, exchanged: [Self.set(Self.squat)])
        let recognition = try #require(
            recogniser.recognise(set, placement: .thigh, upright: standing, allowed: nil))
        #expect(recognition.exercise == "squat")
        #expect(recognition.reading.features == Self.squat)
    }

    @Test func withoutWalkingPostureSaysNothing() {
        var upsideDown = Self.squat
        upsideDown.upAtHome = SIMD3(0, 0, -1)
        #expect(name(upsideDown) != "squat")
        let recognition = recogniser.recognise(
            Self.set(upsideDown), placement: .thigh, upright: nil, allowed: nil)
        #expect(recognition?.exercise == "squat")
    }

    @Test func slowSquatsAreSquats() {
        // Twice as slow, a quarter of the acceleration or less.
        var slow = Self.squat
        (slow.durationSeconds, slow.periodSeconds, slow.energy, slow.impact) = (5, 6.5, 0.25, 0.15)
        #expect(name(slow) == "squat")
        slow.energy = 0.12
        #expect(name(slow) == "squat")
        (slow.energy, slow.reps) = (0.01, 8)
        #expect(name(slow) != "squat", "nobody moved")
    }

    /// Who bends to a basket and hangs up what was in it stands longer than it takes.
    @Test(arguments: [Placement.thigh, .waist, .wrist])
    func whoStandsLongBetweenBendsDoesNotSquat(placement: Placement) {
        func exercise(gap: Double) -> String? {
            var reps = Self.squat
            (reps.gap, reps.gapEnergy) = (gap, 0.5)
            return recogniser.recognise(Self.set(reps), placement: placement, upright: standing, allowed: ["squat"])?.exercise
        }
        #expect(exercise(gap: 0.8) == "squat")
        #expect(exercise(gap: 2.5) != "squat")
    }

    /// Ten slow bends of a shank with its foot flat on the floor, `home` and `turn` in degrees forward of upright.
    private func shank(from home: Double, to turn: Double) -> MovementFeatures {
        func up(_ degrees: Double) -> SIMD3<Double> { SIMD3(sin(degrees * .pi / 180), 0, cos(degrees * .pi / 180)) }
        var features = Self.squat
        (features.upAtHome, features.upAtTurn) = (up(home), up(turn))
        (features.tiltDegrees, features.swingDegrees) = (abs(turn - home), abs(turn - home))
        features.path = RepPath(dropMetres: -0.03, advanceMetres: 0.1, riseMetres: 0.04)
        (features.slowMovement, features.impact, features.roughness, features.energy) = (1.3, 0.2, 0.15, 0.3)
        features.durationSeconds = 3.5
        return features
    }

    @Test func fromAShankSquatsLeaveUprightAndBridgesComeTowardsIt() {
        #expect(name(shank(from: -8, to: 12), .shank) == "squat")
        #expect(name(shank(from: -35, to: -15), .shank) == "bridge")
    }

    @Test func homeIsWhereASetBeginsAndEnds() throws {
        // Eleven reps of which the outer two are made up of what happened around the set.
        var mistaken = Self.squat
        mistaken.reps = 11
        var inner = Self.set(mistaken, exchanged: [Self.set(Self.squat)])
        func count() throws -> Int {
            try #require(recogniser.recognise(inner, placement: .thigh, upright: standing, allowed: nil)).reading.count
        }
        #expect(try count() == 11)
        inner.reps[0].likeness = 0.4
        #expect(try count() == 11, "a first rep may be clumsy")
        inner.reps[10].likeness = 0.5
        #expect(try count() == 10)
    }

    /// Where the front thigh of a lunge leads but little, it may be a squat; where nothing speaks for it, it may not.
    @Test func onlyNamesThatFitNearlyAsWellAreOpen() throws {
        func open(_ features: MovementFeatures, margin: Double = 0.5) throws -> [String] {
            let set = Self.set(features)
            let own = try #require(recogniser.recognise(set, placement: .thigh, upright: standing, allowed: nil))
            return recogniser.alternatives(
                to: own, for: set, placement: .thigh, upright: standing, among: ["squat", "lunge", "clamshell"],
                margin: margin
            ).map(\.exercise)
        }
        #expect(try open(Self.leading(by: 5)) == [])
        #expect(try open(Self.leading(by: 13)) == ["lunge"])
        #expect(try open(Self.leading(by: 15)) == ["squat"])
        #expect(try open(Self.leading(by: 25)) == [])
        #expect(try open(Self.leading(by: 13), margin: 0.1) == [])
        #expect(try open(Self.clamshell) == [])
    }
}
