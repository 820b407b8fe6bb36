import Motion
import SessionModel

/// Weeks made by hand: what the reports are shown with.
enum Weeks {
    static let monday = CalendarDay(year: 2025, month: 6, day: 9)!

    /// Done on Monday, in two sessions on Tuesday, not on Wednesday; Friday's recording is broken; Saturday was not due.
    static let mixed: WeekReport = {
        let items = [
            WeekItem(exercise: "lunge", side: .left, prescribed: Prescription(reps: 10...12), reps: 33, metDays: 3, judgedDays: 4, repsBefore: 40),
            WeekItem(
                exercise: "standing-hamstring-stretch", side: .right, prescribed: Prescription(sets: 2, holdSeconds: 20...30),
                stretchSeconds: 95.25, metDays: 1, judgedDays: 4),
            WeekItem(exercise: "leg-extension", side: .left, prescribed: Prescription(reps: 10...15, holdSeconds: 2...5)),
        ]
        func day(_ offset: Int, due: Bool, _ items: [DayItem], files: [String], adherence: Double?, failed: Int = 0) -> Week.Day {
            Week.Day(
                date: monday.advanced(by: offset), isDue: due,
                sessions: files.map { WeekSession(files: [$0], time: "18:30", placement: .thigh, side: .right, durationSeconds: 600, adherence: 1) },
                failedRecordings: failed, items: items, adherence: adherence)
        }
        let unseen = DayItem(verdict: .notObservable, note: "a sensor on the thigh does not see this exercise")
        let none = [DayItem](repeating: DayItem(), count: 3)
        let week = Week(
            start: monday,
            days: [
                day(0, due: true, [DayItem(reps: 11, verdict: .met), DayItem(holdSeconds: 24.1, stretchSeconds: 46.25, verdict: .met), unseen],
                    files: ["=evening.csv"], adherence: 1),
                day(1, due: true, [DayItem(reps: 14, verdict: .over, note: "6 + 8 reps"), DayItem(holdSeconds: 25, stretchSeconds: 49, verdict: .short), unseen],
                    files: ["a,b.csv", "c.csv"], adherence: 0.75),
                day(2, due: true, [DayItem(verdict: .missing), DayItem(verdict: .missing), DayItem(verdict: .notObservable)], files: [], adherence: 0),
                day(3, due: false, none, files: [], adherence: nil),
                day(4, due: true, none, files: [], adherence: nil, failed: 1),
                day(5, due: false, [DayItem(reps: 8, verdict: .short), DayItem(verdict: .missing), unseen], files: ["d.csv"], adherence: 0.4),
                day(6, due: false, none, files: [], adherence: nil),
            ], items: items, dueDays: 4, doneDays: 2, adherence: 1.75 / 3,
            totals: WeekTotals(sessions: 4, sessionDays: 3, durationSeconds: 2400, reps: 33, stretchSeconds: .init(right: 95.25)),
            before: WeekBefore(
                start: monday.advanced(by: -7), adherence: 0.9, dueDays: 4, doneDays: 4,
                totals: WeekTotals(sessions: 4, sessionDays: 4, durationSeconds: 2500, reps: 40, stretchSeconds: .init(right: 100))),
            attention: [
                WeekAttention(kind: .failed, message: "e.csv could not be read: what was done there is not known.", days: [monday.advanced(by: 4)]),
                WeekAttention(kind: .noSession, message: "No session on Wed, although due.", days: [monday.advanced(by: 2)]),
            ])
        return WeekReport(
            person: "anna", plan: "short-evening", schedule: .days([0, 1, 2, 4]), timeZone: "Europe/Berlin", weeks: [week],
            undated: [WeekSession(files: ["z.csv"], dayFrom: .unknown, durationSeconds: 60)],
            failed: [FailedSession(files: ["e.csv"], day: monday.advanced(by: 4), reason: "e.csv:1: this is not a table of numbers. Export it again.")],
            findings: [Finding(file: "z.csv", kind: "no-day", message: "neither the data nor the name tells the day")])
    }()

    static let empty = WeekReport(timeZone: "GMT")

    static let withoutPlan: WeekReport = {
        let items = [WeekItem(exercise: "squat", reps: 24), WeekItem(exercise: "seated-hamstring-stretch", side: .left, stretchSeconds: 21)]
        let done = [DayItem(reps: 24), DayItem(holdSeconds: 21, stretchSeconds: 21)]
        let none = [DayItem](repeating: DayItem(), count: 2)
        let days = (0..<7).map { offset in
            Week.Day(
                date: monday.advanced(by: offset), isDue: false,
                sessions: offset == 3 ? [WeekSession(files: ["a.csv"], durationSeconds: 300)] : [], items: offset == 3 ? done : none)
        }
        let week = Week(
            start: monday, days: days, items: items, dueDays: 0, doneDays: 0, adherence: nil,
            totals: WeekTotals(sessions: 1, sessionDays: 1, durationSeconds: 300, reps: 24, stretchSeconds: .init(left: 21)))
        return WeekReport(timeZone: "GMT", weeks: [week])
    }()

    /// Mixed, and three weeks after it, better each time.
    static let several: WeekReport = {
        var report = mixed
        for number in 1...3 {
            var week = report.weeks[0]
            week.start = monday.advanced(by: 7 * number)
            for day in week.days.indices { week.days[day].date = week.start.advanced(by: day) }
            week.adherence = [0.6, 0.93, 1][number - 1]
            report.weeks.append(week)
        }
        return report
    }()

    static let all: [String: WeekReport] = ["mixed": mixed, "empty": empty, "without-plan": withoutPlan]
}
