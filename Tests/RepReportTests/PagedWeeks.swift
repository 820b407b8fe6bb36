import Motion
import SessionModel

/// Two weeks made by hand, for the page: a day missing, one twice, a recording without a date, one that cannot be read, the week before.
enum PagedWeeks {
    static let monday = CalendarDay("2026-03-02") ?? CalendarDay(daysSince1970: 0)

    static let report = WeekReport(
        person: "Anna", plan: "evening", schedule: .days([0, 2, 4]), timeZone: "GMT",
        weeks: [week(monday.advanced(by: -7), adherence: 0.5, before: nil), week(monday, adherence: 0.71, before: before)],
        undated: [WeekSession(files: ["old/undated.csv"], dayFrom: .unknown, durationSeconds: 300, adherence: 0.5)],
        failed: [
            FailedSession(
                files: ["anna/2026-03-05.csv"], day: monday.advanced(by: 3),
                reason: "anna/2026-03-05.csv:1: this is not a table of numbers. Give the CSV file that the app exported.")
        ],
        findings: [Finding(file: "old/undated.csv", kind: "undated", message: "Neither the data nor the name tells the day.")])

    static let withoutPlan = WeekReport(timeZone: "GMT", weeks: [unplanned], undated: [], failed: [])
    static let empty = WeekReport(timeZone: "GMT")

    private static let items = [
        WeekItem(
            exercise: "lunge", side: .left, prescribed: Prescription(reps: 10...12), reps: 33, metDays: 2, judgedDays: 4,
            repsBefore: 22),
        WeekItem(exercise: "squat", prescribed: Prescription(reps: 10...12), reps: 19, metDays: 1, judgedDays: 4, repsBefore: 30),
        WeekItem(
            exercise: "standing-hamstring-stretch", side: .left, prescribed: Prescription(holdSeconds: 20...30),
            metDays: 0, judgedDays: 1),
        WeekItem(
            exercise: "standing-hamstring-stretch", side: .right, prescribed: Prescription(holdSeconds: 20...30),
            stretchSeconds: 96.5, metDays: 2, judgedDays: 4, stretchSecondsBefore: 84.2),
    ]

    private static let before = WeekBefore(
        start: monday.advanced(by: -7), adherence: 0.5, dueDays: 3, doneDays: 2, totals: WeekTotals(sessions: 2))

    private static func week(_ start: CalendarDay, adherence: Double, before: WeekBefore?) -> Week {
        Week(
            start: start,
            days: (0..<7).map { index in
                let isDue = [0, 2, 4].contains(index)
                let done: [DayItem] = [
                    DayItem(reps: 11, verdict: .met), DayItem(reps: index == 2 ? 7 : 12, verdict: index == 2 ? .short : .met),
                    DayItem(verdict: .notObservable, note: "a sensor on the right thigh does not see the left leg"),
                    DayItem(holdSeconds: 24.1, stretchSeconds: 48.2, verdict: .met),
                ]
                let missed = Array(repeating: DayItem(verdict: .missing), count: 4)
                let sessions = [0: 1, 2: 2, 5: 1][index] ?? 0
                return Week.Day(
                    date: start.advanced(by: index), isDue: isDue,
                    sessions: (0..<sessions).map { number in
                        WeekSession(
                            files: ["anna/day-\(start.advanced(by: index))-\(number).csv"], time: "18:3\(number)",
                            placement: .thigh, side: .right, durationSeconds: 751, adherence: 0.94, gaps: number,
                            gapSeconds: Double(number) * 2.5, findings: 0)
                    },
                    items: sessions > 0 ? done : isDue ? missed : Array(repeating: DayItem(), count: 4),
                    adherence: sessions > 0 ? 0.94 : isDue ? 0 : nil)
            },
            items: items, dueDays: 3, doneDays: 2, adherence: adherence,
            totals: WeekTotals(
                sessions: 4, sessionDays: 3, durationSeconds: 3004, reps: 52,
                stretchSeconds: .init(left: 0, right: 96.5)),
            before: before,
            attention: [
                WeekAttention(kind: .failed, message: "One recording could not be read."),
                WeekAttention(kind: .noSession, message: "No session on Friday.", days: [start.advanced(by: 4)]),
                WeekAttention(kind: .short, message: "Squat fell short on 1 of 3 days.", item: 1),
            ])
    }

    private static let unplanned = Week(
        start: monday,
        days: (0..<7).map { index in
            Week.Day(
                date: monday.advanced(by: index), isDue: nil,
                sessions: index == 1
                    ? [WeekSession(files: ["a.csv"], time: nil, dayFrom: .name, durationSeconds: 60)] : [],
                items: [index == 1 ? DayItem(reps: 12) : DayItem()])
        },
        items: [WeekItem(exercise: "squat", reps: 12)], dueDays: 0, doneDays: 0, adherence: nil,
        totals: WeekTotals(sessions: 1, sessionDays: 1, durationSeconds: 60, reps: 12))
}
