import Motion
import RepScoring
import SessionModel
import Testing

@Suite struct RecordingScoreTests {
    @Test(arguments: [(8, 0), (10, 0), (7, -1), (4, -4), (11, 1), (20, 10), (0, -8)])
    func theErrorIsTheSignedDistanceFromTheRange(reps: Int, error: Int) {
        let sets = reps == 0 ? [] : [set("squat", 0, 30, reps: reps)]
        #expect(score(session(sets), recording("squat", truth: Truth(count: 8...10))).countError == error)
    }

    @Test func theRangeOfSeveralSetsIsTheirSum() {
        let found = session([set("squat", 0, 9, reps: 5, range: 4...6), set("squat", 20, 29, reps: 5)])
        let inside = score(found, recording("squat", truth: Truth(count: 11...11)))
        #expect(inside.rangeCovers == 1 && inside.rangeSingle == 0)
        #expect(score(found, recording("squat", truth: Truth(count: 12...12))).rangeCovers == 0)
        let nothing = score(session(), recording("squat", truth: Truth(count: 0...1)))
        #expect(nothing.rangeCovers == 1 && nothing.rangeSingle == 1)
    }

    @Test func setsOfASessionAreScoredOneByOne() throws {
        let truth = Truth(
            count: 24...24,
            sets: [
                TrueSet(exercise: "squat", span: Span(0, 20), reps: 8),
                TrueSet(exercise: "burpee", span: Span(40, 60), reps: 6),
                TrueSet(exercise: "lunge", span: Span(80, 100), reps: 10),
            ])
        let found = session([
            set("squat", 1, 20, reps: 8), set("unrecognised", 40, 58, reps: 7, range: 6...7),
            set("squat", 81, 101, reps: 12), set("squat", 120, 130, reps: 3),
        ])
        let result = score(found, recording("session", truth: truth), .blind)
        let sets = try #require(result.sets)
        #expect(result.count == nil && result.countError == nil)
        #expect(sets.f1 == 6.0 / 7)
        #expect(sets.exact == 1.0 / 3)
        #expect(sets.within1 == 2.0 / 3)
        #expect(sets.named == 0.5)
        #expect(sets.namedExact == 0.5 && sets.namedWithin1 == 0.5)
        #expect(sets.leftUnrecognised == 1)
        #expect(result.rangeCovers == 2.0 / 3)
        #expect(result.rangeSingle == 2.0 / 3)
    }

    @Test func withoutMatchedSetsTheirSharesAreUndefined() throws {
        let truth = Truth(sets: [TrueSet(exercise: "squat", span: Span(0, 20), reps: 8)])
        let sets = try #require(score(session(), recording("session", truth: truth)).sets)
        #expect(sets.f1 == 0)
        #expect(sets.exact == nil && sets.named == nil && sets.leftUnrecognised == nil)
        let nothing = try #require(score(session(), recording("none", truth: Truth(sets: []))).sets)
        #expect(nothing.f1 == nil)
    }

    @Test func repsAndTurningPoints() throws {
        let detail = [
            RepResult(startSeconds: 0, turnSeconds: 1, endSeconds: 2.2),
            RepResult(startSeconds: 2.2, turnSeconds: 3.6, endSeconds: 4),
            RepResult(startSeconds: 5.5, turnSeconds: 5.8, endSeconds: 6),
        ]
        let truth = Truth(count: 3...3, turningPointsSeconds: [1, 3, 5], repBoundariesSeconds: [0, 2, 4, 6])
        let result = score(
            session([set("squat", 0, 6, reps: 3, detail: detail)]), recording("squat", truth: truth))
        let reps = try #require(result.reps)
        #expect(reps.f1 == 4.0 / 6)
        #expect(reps.durationErrorsSeconds.count == 2)
        #expect(abs(reps.durationErrorsSeconds[0] - 0.2) < 1e-12)
        #expect(abs(reps.durationErrorsSeconds[1] + 0.2) < 1e-12)
        #expect(result.turnsFound == 1.0 / 3)
    }

    @Test func holdsByStartEndDurationAndVerdict() throws {
        let truth = Truth(holds: [TrueHold(span: Span(10, 31)), TrueHold(span: Span(50, 61)), TrueHold(span: Span(80, 90))])
        let found = session(holds: [
            HoldResult(exercise: "unrecognised", startSeconds: 10.5, endSeconds: 30.25),
            HoldResult(exercise: "unrecognised", startSeconds: 50, endSeconds: 62),
        ])
        let holds = try #require(score(found, recording("hold", truth: truth)).holds)
        #expect(holds.found == 2.0 / 3)
        #expect(holds.f1 == 0.8)
        #expect(holds.startErrorsSeconds == [0.5, 0])
        #expect(holds.endErrorsSeconds == [-0.75, 1])
        #expect(holds.durationErrorsSeconds == [-1.25, 1])
        // 21 s is met, 19.75 s is short; 11 s and 12 s are both short.
        #expect(holds.verdicts == 0.5)
    }

    @Test func falseAlarmsOnlyWhereNothingWasDone() {
        let found = session(
            [set("squat", 0, 9, reps: 3), set("unrecognised", 20, 29, reps: 2)],
            holds: [
                HoldResult(exercise: "seated", startSeconds: 30, endSeconds: 50),
                HoldResult(exercise: "unrecognised", startSeconds: 50, endSeconds: 58),
            ], seconds: 1800)
        let none = score(found, recording("none", truth: Truth(count: 0...0)))
        #expect(none.falseAlarms == FalseAlarms(reps: 5, sets: 2, holds: 1, hours: 0.5))
        #expect(score(found, recording("squat", truth: Truth(count: 3...3))).falseAlarms == nil)
    }

    @Test func expectedVerdictsAreFoundByExerciseAndSideInOrder() {
        func item(_ exercise: String, _ side: Side?, _ verdict: Verdict) -> PlanItemResult {
            PlanItemResult(exercise: exercise, side: side, prescribed: Prescription(), verdict: verdict)
        }
        let plan = PlanResult(
            name: "p",
            items: [
                item("squat", nil, .met), item("lunge", .left, .short), item("lunge", .right, .met),
                item("squat", nil, .missing),
            ], adherence: nil)
        func agreement(_ expected: [ExpectedVerdict], _ plan: PlanResult?) -> Double? {
            score(session(plan: plan), recording("session", truth: Truth(), expected: expected)).planVerdicts
        }
        let right = [
            ExpectedVerdict(exercise: "squat", verdict: .met), .init(exercise: "lunge", side: .left, verdict: .short),
            .init(exercise: "lunge", side: .right, verdict: .met), .init(exercise: "squat", verdict: .missing),
        ]
        #expect(agreement(right, plan) == 1)
        #expect(agreement([right[3], right[0]], plan) == 0)
        #expect(agreement([ExpectedVerdict(exercise: "lunge", verdict: .met), right[0]], plan) == 0.5)
        #expect(agreement(right, nil) == 0)
        #expect(agreement([], plan) == nil)
    }

    @Test func whatTheTruthDoesNotTellIsNotScored() {
        let result = score(session([set("squat", 0, 9, reps: 3)]), recording("squat", truth: Truth()))
        #expect(result == RecordingScore())
    }
}
