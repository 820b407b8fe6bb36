import ExerciseCatalog
import Motion
import SessionModel
import Testing

@testable import SessionAnalysis

/// A session written as what was done one after the other, each lasting half a minute with a minute's rest.
private struct Done {
    var sets: [SetResult] = []
    var holds: [HoldResult] = []
    private var clock = 0.0

    mutating func set(
        _ exercise: String, _ reps: Int, side: SetSide? = nil, isEachRepOfALeg: Bool = true, lasting: Double = 30, rest: Double = 60
    ) {
        let step = lasting / Double(max(1, reps))
        let detail = (0..<reps).map { index in
            let start = clock + Double(index) * step
            let own: Side? = side == .alternating && isEachRepOfALeg ? (index.isMultiple(of: 2) ? .left : .right) : nil
            return RepResult(startSeconds: start, turnSeconds: start + step / 2, endSeconds: start + step, side: own)
        }
        sets.append(
            SetResult(
                exercise: exercise, side: side, startSeconds: clock, endSeconds: clock + lasting, reps: reps,
                range: reps...reps, confidence: 0.9, detail: detail))
        clock += lasting + rest
    }

    mutating func hold(_ exercise: String, _ seconds: Double, side: Side? = nil, rest: Double = 60) {
        holds.append(HoldResult(exercise: exercise, side: side, startSeconds: clock, endSeconds: clock + seconds))
        clock += seconds + rest
    }

    func aligned(
        with plan: Plan, placement: Placement? = .thigh, side: Side? = nil, inferred: [Placement] = []
    ) -> PlanResult {
        let inferred = inferred.isEmpty ? nil : InferredPlacement(placements: inferred, confidence: 0.95)
        return PlanAlignment().align(
            plan, sets: sets, holds: holds, sensors: [SensorSite(placement: placement, side: side, inferred: inferred)])
    }
}

private func plan(_ items: String...) throws -> Plan {
    try PlanFile.read(text: "name: test\nitems:\n" + items.map { "- {exercise: \($0)}\n" }.joined(), file: "test")
}

@Suite struct PlanAlignmentTests {
    @Test func aNameThatThePlanSettledIsSaid() throws {
        var done = Done()
        done.set("lunge", 11)
        done.sets[0].looksLike = "squat"
        done.set("squat", 10)
        let notes = try done.aligned(with: plan("lunge, reps: 10-12", "squat, reps: 10-12")).items.map(\.note)
        #expect(notes == ["told by its place in the plan; the movement alone might be squat", nil])
    }

    /// The whole programme, all of it seen by a sensor of unknown place whose signal tells the sides.
    private func programme(skipping skipped: Set<Int> = []) -> Done {
        var done = Done()
        let steps: [(inout Done) -> Void] = [
            { $0.set("leg-extension", 12, side: .left) }, { $0.set("leg-extension", 12, side: .right) },
            { $0.set("lunge", 10, side: .left) }, { $0.set("lunge", 11, side: .right) },
            { $0.set("squat", 10) },
            { $0.hold("standing-hamstring-stretch", 25, side: .left) },
            { $0.hold("standing-hamstring-stretch", 25, side: .right) },
            { $0.hold("seated-hamstring-stretch", 22, side: .left) },
            { $0.hold("seated-hamstring-stretch", 22, side: .right) },
            { $0.set("clamshell", 11, side: .left) }, { $0.set("clamshell", 11, side: .right) },
            { $0.set("bridge", 15) },
            { $0.set("squat", 12) },
        ]
        for (index, step) in steps.enumerated() where !skipped.contains(index) { step(&done) }
        return done
    }

    // MARK: Inferred places

    @Test func whatAnInferredPlaceDoesNotSeeIsNotObservableAndSaidToBeInferred() throws {
        let result = Done().aligned(with: try plan("leg-extension, side: left, reps: 10-15", "squat, reps: 10-12"), placement: nil, inferred: [.thigh])
        #expect(result.items.map(\.verdict) == [.notObservable, .missing])
        #expect(result.items[0].note == "seems worn on the thigh, and a sensor there does not see it")
    }

    /// A waist sees bridges, an arm does not; neither sees a leg extension.
    @Test func placesThatDifferLeaveOpenWhatOneOfThemSees() throws {
        let asked = try plan("bridge, reps: 10-15", "leg-extension, side: left, reps: 10-15", "squat, reps: 10-12")
        let items = Done().aligned(with: asked, placement: nil, inferred: [.wrist, .waist]).items
        #expect(items.map(\.verdict) == [.missing, .notObservable, .missing])
        #expect(items[0].note == "may not have been seen: where the sensor was worn is not known")
        #expect(items[1].note?.contains("wrist or waist") == true && items[2].note == nil)
    }

    @Test func whatIsToldCountsBeforeWhatIsInferred() throws {
        let asked = try plan("leg-extension, side: left, reps: 10-15")
        #expect(Done().aligned(with: asked, placement: .shank, side: .left, inferred: [.wrist]).items.map(\.verdict) == [.missing])
    }

    @Test func aProgrammeDoneAsPrescribedIsMetThroughout() {
        let result = programme().aligned(with: .runnersKnee, placement: nil)
        #expect(result.items.count == 13)
        #expect(result.items.allSatisfy { $0.verdict == .met && $0.note == nil })
        #expect(result.adherence == 1)
        #expect(result.items.map(\.side).prefix(4) == [.left, .right, .left, .right])
        #expect(result.items[4].detectedReps == 10)
        #expect(result.items[12].detectedReps == 12)
        #expect(result.items[5].detectedHoldSeconds == 25)
    }

    @Test(arguments: 0..<13)
    func oneSkippedItemIsMissingAndNothingElseChanges(skipped: Int) {
        let result = programme(skipping: [skipped]).aligned(with: .runnersKnee, placement: nil)
        for (index, item) in result.items.enumerated() {
            #expect(item.verdict == (index == skipped ? .missing : .met), "item \(index)")
        }
        #expect(result.items[skipped].detectedReps == nil)
        #expect(result.items[skipped].detectedHoldSeconds == nil)
        #expect(abs((result.adherence ?? 0) - 12.0 / 13) < 1e-9)
    }

    @Test func ofTwoSquatItemsTheOneInPlaceIsTakenForDone() {
        let first = programme(skipping: [12]).aligned(with: .runnersKnee, placement: nil)
        #expect(first.items[4].matched == [4] && first.items[12].matched == [])
        let second = programme(skipping: [4]).aligned(with: .runnersKnee, placement: nil)
        #expect(second.items[4].matched == [] && second.items[12].matched == [7])
    }

    @Test func nothingDoneIsMissingNotZero() {
        let result = Done().aligned(with: .runnersKnee, placement: nil)
        #expect(result.items.allSatisfy { $0.verdict == .missing && $0.detectedReps == nil })
        #expect(result.adherence == 0)
    }

    // MARK: Order

    @Test func eitherLegMayComeFirst() throws {
        var done = Done()
        done.set("clamshell", 10, side: .right)
        done.set("clamshell", 12, side: .left)
        let items = done.aligned(with: try plan("clamshell, side: each, reps: 10-12"), placement: nil).items
        #expect(items.map(\.detectedReps) == [12, 10])
        #expect(items.allSatisfy { $0.note == nil })
    }

    @Test func itemsDoneInAnotherOrderAreDoneAndSaidSo() throws {
        var done = Done()
        done.set("bridge", 10)
        done.set("squat", 11)
        done.hold("standing-hamstring-stretch", 20)
        let items = done.aligned(
            with: try plan("squat, reps: 10-12", "standing-hamstring-stretch, hold: 20-30", "bridge, reps: 10-12")
        ).items
        #expect(items.map(\.verdict) == [.met, .met, .met])
        #expect(items.map { $0.note?.contains("out of order") ?? false } == [false, false, true])
    }

    @Test func ofTwoItemsOfOneExerciseTheFirstGetsWhatWasDoneFirst() throws {
        var done = Done()
        done.set("squat", 6)
        done.set("lunge", 11)
        done.set("squat", 17)
        let items = done.aligned(with: try plan("lunge, reps: 10-12", "squat, reps: 10-12", "squat, reps: 10-12")).items
        #expect(items.map(\.detectedReps) == [11, 6, 17])
    }

    @Test func whatThePlanDoesNotNameIsNotMatched() throws {
        var done = Done()
        done.set("unrecognised", 12)
        done.set("lunge", 12)
        done.set("squat", 12)
        let item = done.aligned(with: try plan("squat, reps: 12")).items[0]
        #expect(item.matched == [2])
    }

    // MARK: Splits and several sets

    @Test func aSetInterruptedForSecondsIsOneSet() throws {
        var done = Done()
        done.set("squat", 6, rest: 15)
        done.set("squat", 5)
        let item = done.aligned(with: try plan("squat, reps: 10-12")).items[0]
        #expect(item.detectedReps == 11)
        #expect(item.matched == [0, 1])
        #expect(item.note == "interrupted: 6 + 5 reps")
    }

    /// Who left out the second squats and stopped in the middle of the first did not do both by half.
    @Test func piecesOfOneSetAreNotTwoItems() throws {
        var done = Done()
        done.set("squat", 6, rest: 15)
        done.set("squat", 5)
        let items = done.aligned(with: try plan("squat, reps: 10-12", "bridge, reps: 10-15", "squat, reps: 10-12")).items
        #expect(items.map(\.detectedReps) == [11, nil, nil])
        #expect(items.map(\.verdict) == [.met, .missing, .missing])
    }

    @Test func itemsOneAfterTheOtherShareSetsHoweverShortTheRest() throws {
        var done = Done()
        done.set("squat", 10, rest: 15)
        done.set("squat", 11)
        let items = done.aligned(with: try plan("squat, reps: 10-12", "squat, reps: 10-12")).items
        #expect(items.map(\.detectedReps) == [10, 11])
    }

    @Test func aSecondSetAfterARestIsBesideThePlan() throws {
        var done = Done()
        done.set("squat", 10, rest: 90)
        done.set("squat", 10)
        let item = done.aligned(with: try plan("squat, reps: 10-12")).items[0]
        #expect(item.detectedReps == 10)
        #expect(item.matched == [0])
    }

    /// Who stopped for most of a minute and went on has done all of it, where nothing else waits for the second part.
    @Test func aSetResumedAfterAMinuteIsOneSetIfItIsForNothingElse() throws {
        var done = Done()
        done.set("squat", 5, rest: 45)
        done.set("squat", 6)
        let item = done.aligned(with: try plan("squat, reps: 10-12")).items[0]
        #expect(item.detectedReps == 11)
        #expect(item.verdict == .met)
        #expect(item.note == "interrupted: 5 + 6 reps")

        let items = done.aligned(with: try plan("squat, reps: 10-12", "bridge, reps: 10-15", "squat, reps: 10-12")).items
        #expect(items.map(\.detectedReps) == [5, nil, 6])
    }

    @Test func whatComesAfterAnotherExerciseResumesNothing() throws {
        var done = Done()
        done.set("squat", 10, rest: 5)
        done.set("bridge", 10, lasting: 20, rest: 5)
        done.set("squat", 3)
        let items = done.aligned(with: try plan("squat, reps: 10-12", "bridge, reps: 10-15")).items
        #expect(items.map(\.detectedReps) == [10, 10])
        #expect(items[0].matched == [0])
    }

    @Test func setsAskedForAddUpOverTheirRests() throws {
        var done = Done()
        done.set("lunge", 10, side: .left, rest: 90)
        done.set("lunge", 10, side: .right, rest: 90)
        done.set("lunge", 11, side: .left, rest: 90)
        done.set("lunge", 8, side: .right)
        let items = done.aligned(with: try plan("lunge, side: each, sets: 2, reps: 10-12")).items
        #expect(items.map(\.detectedReps) == [21, 18])
        #expect(items.map(\.verdict) == [.met, .short])
    }

    @Test func aStraySetOfASecondDoesNotDisplaceTheRealOne() throws {
        var done = Done()
        done.set("squat", 2, lasting: 3, rest: 90)
        done.set("squat", 12)
        #expect(done.aligned(with: try plan("squat, reps: 10-12")).items[0].matched == [1])
    }

    /// The law that keeps counts honest: whatever was prescribed, the same sets are matched and the same counts reported.
    @Test(arguments: ["1", "5-6", "10-12", "40", "1000"])
    func thePrescribedNumberChoosesNothing(reps: String) throws {
        var done = Done()
        done.set("squat", 3, lasting: 9, rest: 70)
        done.set("squat", 11, rest: 12)
        done.set("squat", 5, lasting: 15, rest: 50)
        done.set("lunge", 8, side: .left)
        done.set("squat", 9)
        let items = done.aligned(
            with: try plan("squat, reps: \(reps)", "lunge, side: each, reps: \(reps)", "squat, reps: \(reps)")
        ).items
        #expect(items.map(\.matched) == [[1, 2], [3], [], [4]])
        #expect(items.map(\.detectedReps) == [16, 8, nil, 9])
    }

    // MARK: Sides

    @Test func alternatingLungesCountForEachLegByItself() throws {
        var done = Done()
        done.set("lunge", 21, side: .alternating)
        let each = done.aligned(with: try plan("lunge, side: each, reps: 10-12")).items
        #expect(each.map(\.detectedReps) == [11, 10])
        #expect(each.map(\.matched) == [[0], [0]])
        let apart = done.aligned(with: try plan("lunge, side: right, reps: 10", "lunge, side: left, reps: 10")).items
        #expect(apart.map(\.detectedReps) == [10, 11])
        let either = done.aligned(with: try plan("lunge, reps: 20-24")).items
        #expect(either.map(\.detectedReps) == [21])
    }

    /// Legs took turns, and nobody knows which of them wears the sensor.
    @Test func aSetOfBothLegsInTurnIsSharedWhereTheyHaveNoNames() throws {
        var done = Done()
        done.set("lunge", 13, side: .alternating, isEachRepOfALeg: false, rest: 20)
        done.set("lunge", 8, side: .alternating, isEachRepOfALeg: false)
        for placement in [Placement.thigh, .shank, .waist] {
            let each = done.aligned(with: try plan("lunge, side: each, reps: 10-12"), placement: placement).items
            #expect(each.map(\.detectedReps) == [11, 10] && each.map(\.matched) == [[0, 1], [0, 1]])
            #expect(each.allSatisfy { $0.note?.contains("legs not told apart by the signal; reps shared between them") == true })
        }
        var once = Done()
        once.set("lunge", 21, side: .alternating, isEachRepOfALeg: false)
        let apart = once.aligned(with: try plan("lunge, side: right, reps: 10", "lunge, side: left, reps: 10")).items
        #expect(apart.map(\.detectedReps) == [11, 10])
        #expect(apart.allSatisfy { $0.note == "legs not told apart by the signal; reps shared between them" }, "nothing is out of order")
        #expect(once.aligned(with: try plan("lunge, side: right, reps: 10")).items.map(\.detectedReps) == [11])
        let either = once.aligned(with: try plan("lunge, reps: 20-24")).items
        #expect(either.map(\.detectedReps) == [21] && either[0].note == nil, "one set, not two")
    }

    @Test func halvesFindTheirLegsOutOfOrderToo() throws {
        var done = Done()
        done.set("lunge", 20, side: .alternating, isEachRepOfALeg: false)
        done.set("squat", 10)
        let between = try plan("lunge, side: right, reps: 10", "squat, reps: 10", "lunge, side: left, reps: 10")
        #expect(done.aligned(with: between).items.map(\.detectedReps) == [10, 10, 10])
        let twice = try plan("squat, reps: 10", "lunge, side: each, sets: 2, reps: 10")
        #expect(done.aligned(with: twice).items.map(\.detectedReps) == [10, 10, 10])
    }

    @Test func aSetOfTheOtherLegDoesNotCount() throws {
        var done = Done()
        done.set("lunge", 10, side: .left)
        let item = done.aligned(with: try plan("lunge, side: right, reps: 10")).items[0]
        #expect(item.verdict == .missing)
    }

    @Test func sidesNotToldAreTakenInPlanOrderAndSaidSo() throws {
        var done = Done()
        done.set("lunge", 10)
        done.set("lunge", 12)
        let items = done.aligned(with: try plan("lunge, side: each, reps: 10-12"), placement: .waist).items
        #expect(items.map(\.detectedReps) == [10, 12])
        #expect(items.allSatisfy { $0.note == "side not told by the signal; taken in plan order" })
    }

    @Test func oneSetSeenFromAboveTheLegsIsOfBoth() throws {
        var done = Done()
        done.set("lunge", 23)
        let lunges = try plan("lunge, side: each, reps: 10-12")
        for placement in [Placement.waist, .chest, .wrist, .upperArm] {
            let items = done.aligned(with: lunges, placement: placement).items
            #expect(items.map(\.detectedReps) == [12, 11])
            #expect(items.allSatisfy { $0.note == "legs not told apart by the signal; reps shared between them" })
        }
        // A leg's own reps are told from the other's, and so a leg left out is seen.
        #expect(done.aligned(with: lunges, placement: .thigh).items.map(\.detectedReps) == [23, nil])
        // What cannot be seen from there is not shared out either.
        var seated = Done()
        seated.set("leg-extension", 20)
        let extensions = try plan("leg-extension, side: each, reps: 10-12")
        #expect(seated.aligned(with: extensions, placement: .waist).items.map(\.detectedReps) == [20, nil])
    }

    @Test func oneSetOfBothLegsIsSharedOutOfOrderToo() throws {
        var done = Done()
        done.set("squat", 10)
        done.set("bridge", 12)
        done.set("lunge", 21)
        let order = try plan("lunge, side: each, reps: 10-12", "squat, reps: 10", "bridge, reps: 12")
        let items = done.aligned(with: order, placement: .waist).items
        #expect(items.map(\.detectedReps) == [11, 10, 10, 12])
        #expect(items[0].note == "done out of order; legs not told apart by the signal; reps shared between them")
        // Two sets out of order are a leg each.
        done.set("lunge", 12)
        #expect(done.aligned(with: order, placement: .waist).items.map(\.detectedReps) == [21, 12, 10, 12])
    }

    @Test func theLegChangesAtTheLongestPause() throws {
        var done = Done()
        done.set("lunge", 6, rest: 10)
        done.set("lunge", 5, rest: 25)
        done.set("lunge", 12)
        let items = done.aligned(with: try plan("lunge, side: each, reps: 10-12"), placement: .waist).items
        #expect(items.map(\.detectedReps) == [11, 12])
    }

    @Test func onlyTheLegThatWearsTheSensorCanHaveDoneAClamshell() throws {
        var done = Done()
        done.set("clamshell", 11)
        let filled = SensorSite(placement: .thigh, side: .right).fillingSides(of: done.sets)
        #expect(filled[0].side == .right)
        let items = done.aligned(with: try plan("clamshell, side: each, reps: 10-12"), side: .right).items
        #expect(items.map(\.verdict) == [.notObservable, .met])
        #expect(items[0].note == "a sensor on the right thigh does not see the left leg")
        #expect(items[1].note == nil)
    }

    @Test func aSideIsNeverFilledInWhereEitherLegIsSeen() {
        var done = Done()
        done.set("lunge", 11)
        #expect(SensorSite(placement: .thigh, side: .right).fillingSides(of: done.sets)[0].side == nil)
    }

    // MARK: Not observable or missing

    @Test func aRightThighSeesNoLegExtensionAndOneClamshell() {
        let items = Done().aligned(with: .runnersKnee, placement: .thigh, side: .right).items
        let verdicts = Dictionary(grouping: items, by: \.exercise).mapValues { $0.map(\.verdict) }
        #expect(verdicts["leg-extension"] == [.notObservable, .notObservable])
        #expect(verdicts["clamshell"] == [.notObservable, .missing])
        #expect(verdicts["standing-hamstring-stretch"] == [.notObservable, .missing])
        #expect(verdicts["lunge"] == [.missing, .missing])
        #expect(verdicts["squat"] == [.missing, .missing])
        #expect(items[0].note == "a sensor on the thigh does not see this exercise")
    }

    @Test func whatCannotBeSeenWeighsNothing() throws {
        var done = Done()
        done.set("squat", 5)
        let result = done.aligned(
            with: try plan("leg-extension, side: each, reps: 10", "squat, reps: 10-12"), side: .left)
        #expect(result.adherence == 0.5)
        let blind = Done().aligned(with: try plan("bridge, reps: 10"), placement: .wrist)
        #expect(blind.adherence == nil)
    }

    @Test func oneSensorOfUnknownLegSeesOneLegOnly() throws {
        var done = Done()
        done.set("clamshell", 11)
        let items = done.aligned(with: try plan("clamshell, side: each, reps: 10-12"), side: nil).items
        #expect(items.map(\.verdict) == [.met, .notObservable])
    }

    // MARK: Verdicts

    @Test(arguments: [(9, Verdict.short), (10, .met), (12, .met), (13, .over)])
    func repsAreJudgedByTheirRange(reps: Int, verdict: Verdict) throws {
        var done = Done()
        done.set("squat", reps)
        let result = done.aligned(with: try plan("squat, reps: 10-12"))
        #expect(result.items[0].verdict == verdict)
        #expect(result.adherence == min(1, Double(reps) / 10))
    }

    @Test(arguments: [(11.0, Verdict.short), (19.9, .short), (19.96, .met), (30, .met), (31, .over)])
    func stretchesAreJudgedByTheirSeconds(seconds: Double, verdict: Verdict) throws {
        var done = Done()
        done.hold("seated-hamstring-stretch", seconds)
        let item = done.aligned(with: try plan("seated-hamstring-stretch, hold: 20-30 s")).items[0]
        #expect(item.verdict == verdict)
        #expect(item.detectedHoldSeconds == seconds)
    }

    @Test func twoShortStretchesAreNotOneLongOne() throws {
        var done = Done()
        done.hold("seated-hamstring-stretch", 11, rest: 5)
        done.hold("seated-hamstring-stretch", 12)
        let item = done.aligned(with: try plan("seated-hamstring-stretch, hold: 20-30 s")).items[0]
        #expect(item.verdict == .short)
        #expect(item.detectedHoldSeconds == 12)
    }

    @Test func stretchesAskedForTwiceAreJudgedByTheShorter() throws {
        var done = Done()
        done.hold("seated-hamstring-stretch", 25)
        done.hold("seated-hamstring-stretch", 10)
        let result = done.aligned(with: try plan("seated-hamstring-stretch, sets: 2, hold: 20-30 s"))
        #expect(result.items[0].verdict == .short)
        #expect(result.adherence == 0.75)
    }

    // MARK: Laws

    /// Sessions of random sets in random order against the whole programme.
    @Test(arguments: 1...200 as ClosedRange<UInt64>)
    func whateverWasDoneEverySetIsJudgedOnceAndByItsOwnExercise(seed: UInt64) {
        var random = SplitMix64(state: seed)
        var done = Done()
        for _ in 0..<Int.random(in: 0...18, using: &random) {
            let exercise = ExerciseCatalog.all[Int.random(in: 0..<7, using: &random)]
            let rest = Double.random(in: 2...90, using: &random)
            let side = [SetSide.left, .right, .alternating, nil][Int.random(in: 0...3, using: &random)]
            if exercise.kind == .stretch {
                let leg = side.flatMap { Side(rawValue: $0.rawValue) }
                done.hold(exercise.name, .random(in: 5...40, using: &random), side: leg, rest: rest)
            } else {
                done.set(exercise.name, .random(in: 2...20, using: &random), side: side, rest: rest)
            }
        }
        let result = done.aligned(with: .runnersKnee, placement: .thigh, side: .right)
        #expect(result.items.count == 13)
        #expect((0...1).contains(result.adherence ?? 0))

        var judged: [Int: Int] = [:]
        for item in result.items {
            let isUndone = item.verdict == .missing || item.verdict == .notObservable
            #expect(item.matched.isEmpty == isUndone)
            #expect((item.detectedReps == nil && item.detectedHoldSeconds == nil) == isUndone)
            for index in item.matched {
                if item.prescribed.reps == nil {
                    #expect(done.holds[index].exercise == item.exercise)
                } else {
                    #expect(done.sets[index].exercise == item.exercise)
                    judged[index, default: 0] += 1
                }
            }
        }
        for (index, times) in judged { #expect(times == 1 || done.sets[index].side == .alternating) }
    }
}

/// Steele, Lea & Flood 2014: the same numbers for the same seed everywhere.
private struct SplitMix64: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
