import ExerciseCatalog
import Motion
import RepCore
import SessionModel
import SyntheticMotion
import Testing

@testable import SessionAnalysis

@Suite struct ToldCountTests {
    private func findings(_ sensor: SyntheticSensor) -> [SegmentFindings] { [SegmentDetector().detect(sensor.segment())] }

    private func sets(_ sensor: SyntheticSensor, _ name: String? = nil) -> [SetResult] {
        ToldCount(exercise: name.flatMap(ExerciseCatalog.exercise(named:)), placement: nil, side: nil).movements(in: findings(sensor)).sets
    }

    @Test func setsCarryTheNameThatWasTold() {
        #expect(sets(.set(5, .legRaise), "leg-extension").map(\.exercise) == ["leg-extension"])
        #expect(sets(.set(5, .legRaise)).map(\.exercise) == ["unrecognised"])
    }

    @Test func everyRepHasItsDetail() throws {
        let sensor = SyntheticSensor.set(8, .init(degrees: 60, holdSeconds: 2))
        let set = try #require(sets(sensor, "leg-extension").first)
        #expect(set.reps == 8 && set.detail.count == 8 && set.range.contains(8) && set.partial == 0)
        #expect((0...1).contains(set.confidence))
        #expect(set.startSeconds == set.detail.first?.startSeconds && set.endSeconds == set.detail.last?.endSeconds)
        for (rep, truth) in zip(set.detail, sensor.reps) {
            #expect(abs(rep.startSeconds - truth.start) < 0.1)
            #expect(abs(rep.turnSeconds - truth.turn) < 0.1)
            #expect(abs(rep.endSeconds - truth.end) < 0.1)
            #expect(try abs(#require(rep.rangeOfMotionDegrees) - 60) < 2)
            #expect(try abs(#require(rep.holdSeconds) - 2) < 0.25)
        }
    }

    @Test(arguments: [0, 1, 2, 10, 20])
    func aSquatFromAStillArmIsCountedOnceARep(count: Int) {
        var sensor = SyntheticSensor.set(count, .stillArmSquat)
        sensor.rest(10)
        #expect(sets(sensor, "squat").map(\.reps) == (count == 0 ? [] : [count]))
    }

    /// A recording that begins and ends with the hips up, cut in the hold: six times down, so five bridges between.
    @Test(arguments: [true, false])
    func aBridgeIsCountedRoundTheEndThatLiesBelow(hasGyroscope: Bool) throws {
        var sensor = SyntheticSensor.set(
            6, .init(degrees: -20, metres: -0.12, waySeconds: 1.2, holdSeconds: 2, pauseSeconds: 3))
        sensor.hasGyroscope = hasGyroscope
        let bridge = try #require(ExerciseCatalog.exercise(named: "bridge"))
        func reps(from placement: Placement?) -> [RepResult] {
            ToldCount(exercise: bridge, placement: placement).movements(in: findings(sensor)).sets.flatMap(\.detail)
        }
        let turns = zip(sensor.reps, sensor.reps.dropFirst()).map { ($0.end + $1.start) / 2 }
        let seen = reps(from: .thigh)
        #expect(seen.count == turns.count)
        for (rep, turn) in zip(seen, turns) {
            #expect(abs(rep.turnSeconds - turn) < 0.3)
            #expect(try abs(#require(rep.holdSeconds) - 3) < 0.5)
        }
        #expect(reps(from: .shank).count == 6, "a shank hardly rises: there the number of excursions decides")
    }

    /// Eight squats, and a ninth that only the rhythm of force shows.
    private func findingsWithAFurtherRep() throws -> [SegmentFindings] {
        var findings = findings(.set(8, .stillArmSquat))
        for index in findings[0].travelSets.indices {
            let last = try #require(findings[0].travelSets[index].reps.last)
            var further = last
            let step = findings[0].travelSets[index].portrait.periodSeconds
            further.startSeconds += step
            further.turnSeconds += step
            further.endSeconds += step
            further.confidence = nil
            findings[0].travelSets[index].repsAfter = [further]
        }
        return findings
    }

    @Test func aRepThatOnlyTheRhythmShowsCountsWhereHomeIsKnown() throws {
        let findings = try findingsWithAFurtherRep()
        let squat = ToldCount(exercise: ExerciseCatalog.exercise(named: "squat")).movements(in: findings).sets
        #expect(squat.map(\.reps) == [9] && squat[0].range == 9...9 && squat[0].detail.count == 9)
        #expect(ToldCount(exercise: nil).movements(in: findings).sets.map(\.reps) == [8])
    }

    @Test func whatLiesBetweenTheSetsIsNotCounted() {
        var sensor = SyntheticSensor.set(8, .legRaise, restSeconds: 12)
        // Two gestures of another kind in the rest.
        sensor.repeating(2, .init(degrees: -20, waySeconds: 0.5))
        sensor.rest(12)
        sensor.repeating(8, .legRaise)
        sensor.rest(12)
        #expect(sets(sensor).map(\.reps) == [8, 8])
    }

    @Test func setsOfSeveralSegmentsAreOneMovement() {
        var later = SyntheticSensor.set(7, .legRaise).segment()
        later.startSeconds = 300
        let segments = findings(.set(5, .legRaise)) + [SegmentDetector().detect(later)]
        #expect(ToldCount(exercise: nil, placement: nil, side: nil).movements(in: segments).sets.map(\.reps) == [5, 7])
    }

    /// The low-passed noise of a sensor on a shaking table has waves too, of a degree or two.
    @Test(arguments: [0.1, 0.5, 1])
    func aVibratingSensorDoesNoExercise(noise: Double) {
        var sensor = SyntheticSensor()
        sensor.rest(60)
        sensor.noise = noise
        #expect(sets(sensor).isEmpty)
        #expect(sets(sensor, "squat").isEmpty)
    }

    @Test func smallRepsOfPeopleCount() {
        #expect(sets(.set(8, .init(degrees: 5, waySeconds: 1.5))).map(\.reps) == [8])
    }

    @Test func nothingDoneIsNothingCounted() {
        var sensor = SyntheticSensor()
        sensor.rest(60)
        #expect(sets(sensor, "squat").isEmpty)
        #expect(ToldCount(exercise: nil, placement: nil, side: nil).movements(in: []).sets.isEmpty)
    }

    /// Ten movements in the rhythm of a walk and then so many reps, as a sensor at `placement` would see them.
    private func setsAfterAWalk(of reps: Int, from placement: Placement, strideSeconds: Double = 1.1) -> [Int] {
        var findings = findings(.set(10, .legRaise))
        var later = SyntheticSensor.set(reps, .legRaise).segment()
        later.startSeconds = 300
        findings.append(SegmentDetector().detect(later))
        func paced(_ set: DetectedSet, gait: Double) -> DetectedSet {
            var set = set
            set.features?.gait = gait
            set.portrait.periodSeconds = strideSeconds
            return set
        }
        for (index, gait) in [1.0, 0].enumerated() {
            findings[index].tiltSets = findings[index].tiltSets.map { paced($0, gait: gait) }
            findings[index].travelSets = findings[index].travelSets.map { paced($0, gait: gait) }
        }
        return ToldCount(exercise: ExerciseCatalog.exercise(named: "lunge"), placement: placement).movements(in: findings).sets.map(\.reps)
    }

    @Test func aLegThatWalksDoesNotExercise() {
        #expect(setsAfterAWalk(of: 4, from: .shank) == [4])
        #expect(setsAfterAWalk(of: 4, from: .waist) == [4], "nor does a trunk")
        // Arms swing in any rhythm, and where there is nothing else somebody exercises as fast as others walk.
        #expect(setsAfterAWalk(of: 4, from: .wrist) == [10, 4])
        #expect(setsAfterAWalk(of: 0, from: .shank) == [10])
    }

    /// Upright as walking elsewhere shows it nobody opens a knee lying on the side.
    @Test func whatIsDoneUprightIsNoExerciseOfTheFloor() {
        func count(_ features: MovementFeatures, as exercise: String, walkingFrom start: Double?) -> [Int] {
            var set = RecogniserTests.set(features)
            set.portrait.periodSeconds = features.periodSeconds
            let walking = start.map {
                [WalkingRun(startSeconds: $0, durationSeconds: 20, up: SIMD3(0, 0, 1), turning: nil, standing: SIMD3(0, 0, 1))]
            }
            var segment = SegmentDetector().detect(SyntheticSensor.set(1, .legRaise, restSeconds: 45).segment())
            (segment.tiltSets, segment.travelSets, segment.walking) = ([set], [], walking ?? [])
            return ToldCount(exercise: ExerciseCatalog.exercise(named: exercise), placement: .thigh).movements(in: [segment]).sets.map(\.reps)
        }
        let (lying, standing) = (RecogniserTests.clamshell, RecogniserTests.squat)
        #expect(count(lying, as: "clamshell", walkingFrom: 60) == [lying.reps])
        #expect(count(standing, as: "clamshell", walkingFrom: 60) == [])
        #expect(count(standing, as: "clamshell", walkingFrom: nil) == [standing.reps], "nobody knows how it leans")
        #expect(count(standing, as: "clamshell", walkingFrom: 10) == [standing.reps], "what is counted is no witness of its own")
        #expect(count(standing, as: "squat", walkingFrom: 60) == [standing.reps])
    }

    /// It is counted all the same: somebody says so, and bodies differ.
    @Test(arguments: [("squat", Placement.thigh, false), ("squat", .waist, false), ("bridge", .waist, true), ("leg-extension", .thigh, false), ("bridge", nil, false)])
    func whatMovesLikeSomethingElseIsCountedAndSaidToBeSo(name: String, placement: Placement?, isUnlike: Bool) {
        var findings = findings(SyntheticSensor())
        findings[0].tiltSets = [RecogniserTests.set(RecogniserTests.squat)]
        let movements = ToldCount(exercise: ExerciseCatalog.exercise(named: name), placement: placement).movements(in: findings)
        #expect(movements.sets.map(\.reps) == [RecogniserTests.squat.reps])
        #expect(movements.isUnlikeTold == isUnlike)
    }

    /// The set that was lost here had 16 of 22 lunges, each with a step out and one back.
    @Test func lungesStrikeTheGroundAsWell() {
        #expect(setsAfterAWalk(of: 4, from: .thigh, strideSeconds: 1.5) == [4])
        #expect(setsAfterAWalk(of: 4, from: .thigh, strideSeconds: 1.7) == [10, 4])
    }

    /// Reps with lively rests as long as themselves: a shank may hardly show the other leg's, a thigh would, for it goes back
    /// through home.
    @Test(arguments: [(Placement.thigh, 10), (.shank, 20)])
    func onlyAShankRestsWhileTheOtherLegLeads(placement: Placement, reps: Int) {
        var features = RecogniserTests.squat
        (features.gap, features.gapEnergy, features.tempoShare) = (1.2, 1, 0.9)
        var findings = findings(SyntheticSensor())
        findings[0].tiltSets = [RecogniserTests.set(features)]
        let lunge = ExerciseCatalog.exercise(named: "lunge")
        #expect(ToldCount(exercise: lunge, placement: placement).movements(in: findings).sets.map(\.reps) == [reps])
    }

    @Test(arguments: [("lunge", Placement.shank, 5), ("lunge", .foot, 5), ("lunge", .wrist, 10), ("squat", .shank, 10)])
    func aLegThatIsToLungeStepsOutAndBackOnce(name: String, placement: Placement, reps: Int) {
        var swings = RecogniserTests.set(RecogniserTests.squat)
        var lunges = RecogniserTests.squat
        lunges.reps = 5
        swings.stepPairs = [RecogniserTests.set(lunges)]
        var findings = findings(SyntheticSensor())
        findings[0].tiltSets = [swings]
        let exercise = ExerciseCatalog.exercise(named: name)
        #expect(ToldCount(exercise: exercise, placement: placement).movements(in: findings).sets.map(\.reps) == [reps])
    }
}
