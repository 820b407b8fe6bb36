import Foundation
import SyntheticMotion
import Testing

@testable import RepCore

@Suite struct MovementFeaturesTests {
    private let mount = Quaternion(rotationVector: SIMD3(1.1, -0.4, 2.0))

    private func features(_ movement: SyntheticMovement) throws -> MovementFeatures {
        try features(movement.segment)
    }

    private func features(_ segment: MovementSegment) throws -> MovementFeatures {
        try #require(SegmentDetector().detect(segment).sets.max { $0.count < $1.count }?.features)
    }

    @Test func aKnownMovementHasTheMeasuresItWasMadeWith() throws {
        let features = try features(.reps(8, degrees: 80, metres: 0.4))
        #expect(features.reps == 8)
        #expect(abs(features.tiltDegrees - 80) < 4)
        #expect(abs(features.periodSeconds - 3) < 0.05)
        #expect(features.closingDegrees < 4)
        let fall = try #require(features[.fall])
        #expect(abs(fall + 0.4) < 0.05)
        #expect(try #require(features[.advance]) < 0.05)
        #expect(try #require(features[.axis]) > 0.99)
        #expect(try #require(features[.likeness]) > 0.95)
        #expect(try #require(features[.jitter]) < 0.05)
        #expect(features[.gait] == 0)
    }

    /// The other leg's turn shows between slow swings, in any mounting.
    @Test(arguments: [0.0, 0.25])
    func howFarTheBodySinksBetweenRepsIsSeen(metres: Double) throws {
        let features = try features(.slowLunges(6, sinkingBetween: metres, mount: mount))
        #expect(features.reps == 6)
        #expect(try abs(#require(features[.gapSink]) - metres) < 0.06)
    }

    /// Where the limb swings it goes to and fro by itself.
    @Test func onlyALimbThatHardlySwingsRides() throws {
        let still = try features(.reps(8, degrees: 10, metres: 0.4))
        #expect(still[.ridingAdvance] != nil && still[.ridingAdvance] == still[.advance])
        #expect(try features(.reps(8, degrees: 40, metres: 0.4))[.ridingAdvance] == nil)
    }

    /// Reps alike are where the last one was, however long somebody stands between them; three may be alike by chance.
    @Test func whoPausesAsTheyLikeRepeatsAllTheSame() throws {
        let pauses = [0.2, 1.9, 0.7, 2.6, 0.1, 1.4, 3.0, 0.5]
        func movement(_ count: Int) -> SyntheticMovement {
            var starts = [4.0]
            for pause in pauses.prefix(count - 1) { starts.append(starts[starts.count - 1] + 3 + pause) }
            func course(_ t: Double) -> Double {
                guard let start = starts.last(where: { $0 <= t }), t < start + 3 else { return 0 }
                return (1 - cos(2 * Double.pi * (t - start) / 3)) / 2
            }
            let end = starts[count - 1] + 7
            return SyntheticMovement(seconds: end, angle: { 1.2 * course($0) }, height: { -0.4 * course($0) })
        }
        let eight = try features(movement(8))
        #expect(eight.reps == 8)
        #expect(try #require(eight[.autocorrelation]) < 0.3)
        #expect(try #require(eight[.repetition]) > 0.45)
        let three = try features(movement(3))
        #expect(three.reps == 3 && three[.repetition] == three[.autocorrelation])
    }

    /// A leg that swings like one that walks, over a body that rises and falls twice in a stride, or goes down and up once in a rep.
    @Test func aWalkStridesAndQuickRepsDoNot() throws {
        var movement = SyntheticMovement.walk(seconds: 20)
        #expect(try features(movement).striding > 0.8)
        movement.height = { 0.03 * cos(2 * .pi * 0.9 * $0) }
        #expect(try features(movement).striding == 0)
    }

    @Test func turningTheSensorChangesNothing() throws {
        let one = try features(.reps(8, degrees: 80, metres: 0.4))
        let other = try features(.reps(8, degrees: 80, metres: 0.4, mount: mount))
        for feature in Feature.allCases {
            switch (one[feature], other[feature]) {
            case (let one?, let other?):
                #expect(abs(one - other) < 1e-4 * max(1, abs(one)), "\(feature)")
            case (nil, nil): break
            default: Issue.record("\(feature) is there in one orientation only")
            }
        }
        #expect(mount.rotate(one.upAtHome).degrees(to: other.upAtHome) < 0.1)
    }

    @Test func withoutAGyroscopeWhatNeedsOneIsAbsent() throws {
        var segment = SyntheticMovement.reps(8, degrees: 80, metres: 0.4).segment
        segment.angularRate = nil
        let features = try features(segment)
        #expect(features[.advance] == nil)
        #expect(features[.axis] == nil)
        #expect(features[.fall] != nil)
    }

    /// A wrist may rise on an arm while the body sinks.
    @Test func aLimbThatSwingsFarDoesNotRideOnTheBody() {
        var features = MovementFeatures()
        features.travelMetres = 0.14
        features.swingDegrees = 44
        #expect(features[.ridingFall] != nil && features[.ridingFall] == features[.fall])
        features.swingDegrees = 45
        #expect(features[.ridingFall] == nil && features[.fall] != nil)
    }

    /// A straight arm of 0.6 m, raised by somebody who stands, ends where its swing puts it; by somebody who squats, lower.
    @Test(arguments: [30.0, 70, 120])
    func anArmThatEndsLowerThanItSwungWasOnABodyThatSank(degrees: Double) throws {
        let angle = degrees * .pi / 180
        func counterTravel(bodyFall: Double) -> Double? {
            var features = MovementFeatures()
            (features.tiltDegrees, features.swingDegrees) = (degrees, degrees)
            features.path = RepPath(
                dropMetres: 0.6 * (1 - cos(angle)) - bodyFall, advanceMetres: degrees < 90 ? 0.6 * sin(angle) : 0.6, riseMetres: 0.5)
            return features[.counterTravel]
        }
        #expect(abs(try #require(counterTravel(bodyFall: 0))) < 1e-9)
        let sunk = 0.5 * 0.6 * (1 - cos(angle))
        #expect(abs(try #require(counterTravel(bodyFall: sunk)) - sunk) < 1e-9)
        #expect(MovementFeatures()[.counterTravel] == nil, "without a gyroscope nobody knows")
    }

    @Test func postureIsAbsentUntilUprightIsKnown() {
        var features = MovementFeatures()
        features.upAtHome = SIMD3(1, 0, 0)
        #expect(features[.lean] == nil)
        #expect(features.posed(nil) == features)
        let posed = features.posed(Upright(up: SIMD3(0, 0, 1), medioLateral: SIMD3(-1, 0, 0)))
        #expect(abs((posed[.lean] ?? 0) - 90) < 1e-9)
        #expect(posed[.side] == 1)
        #expect(features.posed(Upright(up: SIMD3(0, 0, 1), medioLateral: nil))[.side] == nil)
    }

    @Test func theWayOutIsToldFromUprightAndFromTheSwingOfALeg() throws {
        func up(_ degrees: Double) -> SIMD3<Double> { SIMD3(sin(degrees * .pi / 180), 0, cos(degrees * .pi / 180)) }
        var features = MovementFeatures()
        (features.upAtHome, features.upAtTurn) = (up(90), up(115))
        let upright = Upright(up: SIMD3(0, 0, 1), medioLateral: SIMD3(0, 1, 0), forwardAxis: SIMD3(0, 1, 0))
        #expect(abs(try #require(features.posed(upright)[.leanChange]) - 25) < 1e-9)
        // What is seen to turn one way has itself turned the other.
        #expect(abs(try #require(features.posed(upright)[.forwardTurn]) + 25) < 1e-9)
        let other = Upright(up: SIMD3(0, 0, 1), medioLateral: SIMD3(0, 1, 0), forwardAxis: SIMD3(0, -1, 0))
        #expect(abs(try #require(features.posed(other)[.forwardTurn]) - 25) < 1e-9)
        let unknown = Upright(up: SIMD3(0, 0, 1), medioLateral: SIMD3(0, 1, 0))
        #expect(features.posed(unknown)[.forwardTurn] == nil)
        // On the side the body rolls about its long axis.
        (features.upAtHome, features.upAtTurn) = (SIMD3(0, 1, 0), up(90))
        #expect(abs(try #require(features.posed(upright)[.leanChange])) < 1e-9)
    }

    @Test func aSingleExcursionHasNoTempoAndNoLikeness() {
        let signals = MovementSignals(SyntheticMovement.reps(1, degrees: 60, metres: 0.3).segment)
        let excursion = Excursion(homeBefore: 100, leave: 110, turn: 137, back: 165, homeAfter: 175)
        let set = MovementSet(
            kind: .tilt, cutoffHz: 1, excursions: [excursion], axis: SIMD3(1, 0, 0), homeIsHigh: false,
            excursion: SIMD3(5, 0, 0), home: .zero, amplitude: 5, repSeconds: 2.2, quality: 1)
        let features = FeatureExtraction(
            signals: FeatureSignals(signals, CourseSignals(signals)), set: set,
            turnSeconds: set.excursions.map { signals.segment.seconds(at: $0.turn) }
        ).features()
        #expect(features.jitter == nil)
        #expect(features.likeness == nil)
        #expect(features.gap == nil)
        #expect(features.periodSeconds == features.durationSeconds)
    }
}
