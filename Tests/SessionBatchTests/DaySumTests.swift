import Motion
import SessionModel
import Testing

@testable import SessionBatch

@Suite struct DaySumTests {
    private let squat = WeekRow(exercise: "squat", prescribed: Prescription(reps: 10...12), isStretch: false)
    private let stretch = WeekRow(
        exercise: "standing-hamstring-stretch", side: .right, prescribed: Prescription(holdSeconds: 20...30), isStretch: true)

    private func squats(_ name: String, _ amounts: [(Int?, Verdict)], at interval: ClosedRange<Double>? = nil) -> ScoredSession {
        .made(name, day: "2025-06-10", interval: interval, amounts: amounts.map { .counted("squat", $0, $1) }, adherence: 0.123)
    }

    private func stretches(_ name: String, _ holds: [Double], _ verdict: Verdict) -> ScoredSession {
        .made(name, day: "2025-06-10", amounts: [.held("standing-hamstring-stretch", side: .right, holds, verdict)])
    }

    @Test func oneSessionIsTheDay() {
        let sum = DaySum([squats("a", [(7, .short)])], rows: [squat])
        #expect(sum.items == [DayItem(reps: 7, verdict: .short)])
        #expect(sum.adherence == 0.123)
    }

    @Test func repsOfSeveralSessionsAddUp() {
        let sum = DaySum([squats("a", [(6, .short)]), squats("b", [(5, .short)])], rows: [squat])
        #expect(sum.items[0].reps == 11)
        #expect(sum.items[0].verdict == .met)
        #expect(sum.items[0].note == "6 + 5 reps")
        #expect(sum.adherence == 1)
    }

    @Test func moreThanAskedForIsOver() {
        let sum = DaySum([squats("a", [(11, .met)]), squats("b", [(11, .met)])], rows: [squat])
        #expect(sum.items[0].verdict == .over)
        #expect(sum.adherence == 1)
    }

    @Test func anExerciseAskedForTwiceIsFilledByTwoSessions() {
        let sum = DaySum([squats("a", [(11, .met), (nil, .missing)]), squats("b", [(10, .met), (nil, .missing)])], rows: [squat, squat])
        #expect(sum.items.map(\.reps) == [11, 10])
        #expect(sum.items.map(\.verdict) == [.met, .met])
    }

    @Test func holdsDoNotAddUpButTheLongestCounts() {
        let sum = DaySum([stretches("a", [11], .short), stretches("b", [12], .short)], rows: [stretch])
        #expect(sum.items[0].verdict == .short)
        #expect(sum.items[0].holdSeconds == 12)
        #expect(sum.items[0].stretchSeconds == 23)
        #expect(sum.adherence == 0.6)
    }

    @Test func severalHoldsAskedForMayComeFromSeveralSessions() {
        var twice = stretch
        twice.prescribed?.sets = 2
        let sum = DaySum([stretches("a", [24], .short), stretches("b", [21], .short)], rows: [twice])
        #expect(sum.items[0].verdict == .met)
    }

    @Test func whatOneSensorCouldSeeIsMissingAndWhatNoneCouldIsNot() {
        let both = DaySum([squats("a", [(nil, .notObservable)]), squats("b", [(nil, .missing)])], rows: [squat])
        #expect(both.items[0].verdict == .missing)
        #expect(both.adherence == 0)
        let none = DaySum([squats("a", [(nil, .notObservable)]), squats("b", [(nil, .notObservable)])], rows: [squat])
        #expect(none.items[0].verdict == .notObservable)
        #expect(none.adherence == nil)
    }

    @Test func sensorsOfOneSessionDoNotAddUp() {
        let sum = DaySum([squats("a", [(11, .met)], at: 0...600), squats("b", [(10, .met)], at: 20...620)], rows: [squat])
        #expect(sum.items[0].reps == 11)
        #expect(sum.totals.sessions == 1)
        #expect(sum.totals.reps == 11)
        #expect(sum.totals.durationSeconds == 600)
    }

    @Test func sessionsThatTouchAreTwo() {
        let sum = DaySum([squats("a", [(6, .short)], at: 0...600), squats("b", [(5, .short)], at: 590...1200)], rows: [squat])
        #expect(sum.items[0].reps == 11)
        #expect(sum.totals.sessions == 2)
    }
}
