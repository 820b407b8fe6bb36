import Motion
import SessionModel
import Testing

@testable import SessionBatch

@Suite struct WeekReviewTests {
    private func week(_ items: String, schedule: String, _ sessions: [ScoredSession], earlier: [ScoredSession] = []) throws -> Week {
        let report = WeekBuilder(
            plan: try plan(items, schedule: schedule), timeZone: "GMT", today: try #require(CalendarDay("2026-01-01"))
        ).report(sessions, failed: [], earlier: earlier)
        return try #require(report.weeks.only)
    }

    private func squats(_ day: String, _ reps: Int?, _ verdict: Verdict, adherence: Double = 1) -> ScoredSession {
        .made(day, day: day, amounts: [.counted("squat", reps, verdict)], adherence: adherence)
    }

    @Test func aWeekAsAskedNeedsNoLook() throws {
        let week = try week("{exercise: squat, reps: 10-12}", schedule: "{days: [mon]}", [squats("2025-06-09", 11, .met)])
        #expect(week.attention == [])
    }

    @Test func daysMissedAreNamed() throws {
        let week = try week("{exercise: squat, reps: 10-12}", schedule: "{days: [mon, wed, fri]}", [squats("2025-06-09", 11, .met)])
        let attention = try #require(week.attention.only)
        #expect(attention.kind == .noSession)
        #expect(attention.message == "No session on Wed and Fri, although due.")
        #expect(attention.days == [CalendarDay("2025-06-11"), CalendarDay("2025-06-13")])
    }

    @Test func aFreeChoiceOfDaysIsCounted() throws {
        let week = try week("{exercise: squat, reps: 10-12}", schedule: "{per_week: 3}", [squats("2025-06-09", 11, .met)])
        #expect(week.attention.map(\.message) == ["Sessions on 1 of 3 days asked for."])
    }

    @Test func neverDoneIsWorseThanShort() throws {
        let days = ["2025-06-09", "2025-06-10", "2025-06-11"]
        let sessions = days.map { day in
            ScoredSession.made(
                day, day: day, amounts: [.counted("squat", 7, .short), .counted("lunge", side: .left, nil, .missing), .counted("lunge", side: .right, nil, .missing)])
        }
        let week = try week(
            "{exercise: squat, reps: 10-12}, {exercise: lunge, side: each, reps: 10-12}", schedule: "{days: [mon, tue, wed]}", sessions)
        #expect(week.attention.map(\.kind) == [.neverDone, .short])
        #expect(week.attention.map(\.message) == ["Not done on any of 3 days: lunge left and right.", "Short or missing on 3 of 3 days: squat."])
        #expect(week.attention[1].item == 0)
    }

    @Test func onceShortOfThreeIsNotWorthAWord() throws {
        let week = try week(
            "{exercise: squat, reps: 10-12}", schedule: "{days: [mon, tue, wed]}",
            [squats("2025-06-09", 7, .short), squats("2025-06-10", 11, .met), squats("2025-06-11", 11, .met)])
        #expect(week.attention == [])
    }

    @Test func aClearFallIsSaid() throws {
        let week = try week(
            "{exercise: squat, reps: 10-12}", schedule: "{days: [mon]}", [squats("2025-06-09", 8, .met, adherence: 0.8)],
            earlier: [squats("2025-06-02", 11, .met)])
        #expect(week.attention.map(\.message) == ["Adherence fell from 100 % in 2025-W23 to 80 %."])
    }

    @Test func oneLegMuchMoreThanTheOtherIsSaid() throws {
        let both = ScoredSession.made(
            "a", day: "2025-06-09",
            amounts: [.held("standing-hamstring-stretch", side: .left, [28], .met), .held("standing-hamstring-stretch", side: .right, [12], .short)])
        let week = try week(
            "{exercise: standing-hamstring-stretch, side: each, hold: 10-30 s}", schedule: "{days: [mon]}", [both])
        #expect(week.attention.last?.message == "The left leg was stretched for 28 s, the other for 12 s.")
    }

    @Test func aLegThatCannotBeSeenIsNotStretchedLess() throws {
        let one = ScoredSession.made(
            "a", day: "2025-06-09",
            amounts: [.held("standing-hamstring-stretch", side: .left, [28], .met), .held("standing-hamstring-stretch", side: .right, [], .notObservable)])
        let week = try week(
            "{exercise: standing-hamstring-stretch, side: each, hold: 10-30 s}", schedule: "{days: [mon]}", [one])
        #expect(week.attention.map(\.kind) == [.neverSeen])
    }

    @Test func atMostSoManyThingsComeFirst() throws {
        let names = ["squat", "bridge"]
        let sessions = (9...15).map { day in
            ScoredSession.made(
                "\(day)", day: "2025-06-\(day < 10 ? "0" : "")\(day)", amounts: names.map { .counted($0, day % 2 == 0 ? 4 : nil, day % 2 == 0 ? .short : .missing) })
        }
        let week = try week("{exercise: squat, reps: 10-12}, {exercise: bridge, reps: 10-12}", schedule: "{per_week: 7}", sessions)
        #expect(week.attention.count <= WeekAttention.most)
    }
}
