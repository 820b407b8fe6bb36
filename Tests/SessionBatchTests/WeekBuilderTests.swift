import ExerciseCatalog
import Motion
import SessionModel
import Testing

@testable import SessionBatch

/// The week from Monday 9 to Sunday 15 June 2025.
@Suite struct WeekBuilderTests {
    private let squats = "{exercise: squat, reps: 10-12}"

    private func report(
        _ sessions: [ScoredSession], plan: Plan?, failed: [FailedSession] = [], earlier: [ScoredSession] = [],
        today: String = "2026-01-01", from: String? = nil, until: String? = nil
    ) throws -> WeekReport {
        WeekBuilder(
            plan: plan, timeZone: "GMT", today: try #require(CalendarDay(today)), from: from.flatMap { CalendarDay($0) },
            until: until.flatMap { CalendarDay($0) }
        ).report(sessions, failed: failed, earlier: earlier)
    }

    private func done(_ day: String, _ reps: Int? = 11, name: String? = nil, content: String? = nil) -> ScoredSession {
        let verdict: Verdict = reps.map { $0 < 10 ? .short : .met } ?? .missing
        return .made(
            name ?? "\(day).csv", day: day, amounts: [.counted("squat", reps, verdict)],
            adherence: min(1, Double(reps ?? 0) / 10), content: content)
    }

    // MARK: Schedules

    @Test func withoutAScheduleEveryDayCounts() throws {
        let report = try report([done("2025-06-09"), done("2025-06-11", 5)], plan: plan(squats))
        let week = try #require(report.weeks.only)
        #expect(week.name == "2025-W24")
        #expect(week.dueDays == 7 && week.doneDays == 2)
        #expect(week.adherence == 1.5 / 7)
        #expect(week.days[1].adherence == 0)
        #expect(week.days[1].items == [DayItem(verdict: .missing)])
        #expect(report.schedule == .daily)
        #expect(report.findings.map(\.kind) == ["no-schedule"])
    }

    @Test func onlyDaysOfTheScheduleCount() throws {
        let plan = try plan(squats, schedule: "{days: [mon, wed, fri]}")
        let report = try report([done("2025-06-09"), done("2025-06-10"), done("2025-06-13", 5)], plan: plan)
        let week = try #require(report.weeks.only)
        #expect(report.schedule == .days([0, 2, 4]))
        #expect(week.dueDays == 3 && week.doneDays == 2)
        #expect(week.adherence == 0.5)
        // Tuesday's squats are in the sums, and make up for nothing.
        #expect(week.items[0].reps == 27)
        #expect(week.days[3].items == [DayItem(verdict: nil)])
        #expect(week.items[0].judgedDays == 4 && week.items[0].metDays == 2)
    }

    @Test func theBestDaysOfAFreeChoiceCount() throws {
        let plan = try plan(squats, schedule: "{per_week: 3}")
        let report = try report(
            [done("2025-06-09", 5), done("2025-06-10"), done("2025-06-11"), done("2025-06-12")], plan: plan)
        let week = try #require(report.weeks.only)
        #expect(week.dueDays == 3 && week.doneDays == 3)
        #expect(week.adherence == 1)
        #expect(week.days.allSatisfy { $0.isDue == nil })
        let less = try #require(try self.report([done("2025-06-09")], plan: plan).weeks.only)
        #expect(less.adherence == 1.0 / 3)
        #expect(less.days[1].items == [DayItem(verdict: nil)])
    }

    @Test func daysYetToComeAreNotDue() throws {
        let week = try #require(try report([done("2025-06-09")], plan: plan(squats), today: "2025-06-10").weeks.only)
        #expect(week.dueDays == 2)
        #expect(week.adherence == 0.5)
    }

    @Test func daysOutsideTheAskedForDoNotCount() throws {
        let report = try report(
            [done("2025-06-09"), done("2025-06-11"), done("2025-06-20")], plan: plan(squats), from: "2025-06-10", until: "2025-06-11")
        let week = try #require(report.weeks.only)
        #expect(week.dueDays == 2 && week.doneDays == 1)
        #expect(week.totals.sessions == 1)
    }

    @Test func withoutAPlanNothingIsJudged() throws {
        let report = try report([done("2025-06-09")], plan: nil)
        let week = try #require(report.weeks.only)
        #expect(week.dueDays == 0 && week.adherence == nil)
        #expect(week.items == [WeekItem(exercise: "squat", reps: 11, metDays: 1, judgedDays: 1)])
        #expect(report.schedule == nil)
    }

    // MARK: Absence of evidence

    @Test func aDayWhoseRecordingFailedIsNoZero() throws {
        let tuesday = FailedSession(files: ["x.csv"], day: CalendarDay("2025-06-10"), reason: "x.csv: broken.")
        let report = try report(
            [done("2025-06-09")], plan: plan(squats, schedule: "{days: [mon, tue]}"), failed: [tuesday])
        let week = try #require(report.weeks.only)
        #expect(week.adherence == 1)
        #expect(week.dueDays == 2 && week.doneDays == 1)
        #expect(week.days[1].failedRecordings == 1)
        #expect(week.days[1].adherence == nil && week.days[1].items == [DayItem()])
        #expect(week.attention.first?.kind == .failed)
        let free = try #require(
            try self.report([done("2025-06-09")], plan: plan(squats, schedule: "{per_week: 2}"), failed: [tuesday]).weeks.only)
        #expect(free.adherence == 1)
    }

    @Test func whatNoSensorOfTheWeekCouldSeeIsNeverMissing() throws {
        let unseen = ScoredSession.made("a", day: "2025-06-09", amounts: [.counted("squat", nil, .notObservable)])
        let week = try #require(try report([unseen], plan: plan(squats)).weeks.only)
        #expect(week.days.allSatisfy { $0.items[0].verdict == .notObservable })
        #expect(week.items[0].judgedDays == 0)
        #expect(week.attention.contains { $0.kind == .neverSeen })
        // Monday's session saw nothing of it, and says nothing; the other days had none.
        #expect(week.adherence == 0)
    }

    @Test func aPlaceThatWasInferredIsToldOnceAndMissedNowhere() throws {
        var sessions = ["2025-06-09", "2025-06-10", "2025-06-11"].map { (day: String) in
            ScoredSession.made("\(day).csv", day: day, amounts: [.counted("squat", 10, .met)], placement: nil, side: nil)
        }
        (sessions[0].inferredPlaces, sessions[1].inferredPlaces) = ("thigh", "thigh")
        let findings = try report(sessions, plan: plan(squats)).findings
        #expect(findings.first { $0.kind == "placement-inferred" }?.message.contains(": thigh (2); ") == true)
        #expect(findings.first { $0.kind == "no-place" }?.file == "2025-06-11.csv")
        sessions[2].inferredPlaces = "wrist or upper-arm"
        let all = try report(sessions, plan: plan(squats)).findings
        #expect(all.first { $0.kind == "placement-inferred" }?.message.contains("thigh (2); wrist or upper-arm (1)") == true)
        #expect(!all.contains { $0.kind == "no-place" })
    }

    @Test func aSessionWithoutADayCountsInNoWeek() throws {
        let report = try report([done("2025-06-09"), .made("b.csv", day: nil, amounts: [])], plan: plan(squats))
        #expect(report.undated.map(\.files) == [["b.csv"]])
        #expect(report.weeks.only?.totals.sessions == 1)
        #expect(report.findings.contains { $0.kind == "no-day" && $0.file == "b.csv" })
    }

    @Test func aCopyCountsOnce() throws {
        let report = try report(
            [done("2025-06-09", name: "a.csv", content: "1"), done("2025-06-09", name: "b.csv", content: "1")], plan: plan(squats))
        #expect(report.weeks.only?.items[0].reps == 11)
        #expect(report.findings.contains { $0.kind == "duplicate" && $0.file == "b.csv" })
    }

    // MARK: Several weeks

    @Test func weeksFollowEachOtherAndAreCompared() throws {
        let report = try report(
            [done("2025-06-09"), done("2025-06-22"), done("2025-06-30")], plan: plan(squats))
        #expect(report.weeks.map(\.name) == ["2025-W24", "2025-W25", "2025-W26", "2025-W27"])
        #expect(report.weeks[1].items[0].repsBefore == 11)
        #expect(report.weeks[1].before?.name == "2025-W24")
        #expect(report.weeks[2].adherence == 0 && report.weeks[2].items[0].repsBefore == 11)
        #expect(report.weeks[3].items[0].repsBefore == nil)
    }

    @Test func theWeekBeforeMayComeFromElsewhere() throws {
        let earlier = [done("2025-05-26", 5, name: "x"), done("2025-06-02", 12, name: "y"), done("2025-06-16", name: "z")]
        let week = try #require(try report([done("2025-06-09")], plan: plan(squats), earlier: earlier).weeks.only)
        #expect(week.before?.name == "2025-W23")
        #expect(week.before?.totals.reps == 12)
        #expect(week.items[0].repsBefore == 12)
    }

    @Test func yearsOfNothingAreLeftOut() throws {
        let report = try report([done("2020-01-06"), done("2025-06-09")], plan: plan(squats))
        #expect(report.weeks.map(\.name) == ["2020-W02", "2025-W24"])
        #expect(report.findings.contains { $0.kind == "no-sessions" })
    }
}
