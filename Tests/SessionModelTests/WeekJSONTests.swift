import Motion
import SessionModel
import Testing

@Suite struct WeekJSONTests {
    private let monday = CalendarDay(daysSince1970: 20248)

    @Test func absentValuesAreNull() {
        #expect(
            WeekReport(timeZone: "GMT").json.serialized() == """
                {"schema":"repcount.week/1","person":null,"plan":null,"schedule":null,"time_zone":"GMT","weeks":[],\
                "undated":[],"failed":[],"findings":[]}
                """)
    }

    @Test(arguments: [
        (WeekSchedule.days([0, 2]), #"{"days":["mon","wed"]}"#), (.perWeek(3), #"{"per_week":3}"#),
        (.daily, #"{"days":["mon","tue","wed","thu","fri","sat","sun"]}"#), (.days([9]), #"{"days":[]}"#),
    ])
    func aScheduleReadsAsInAPlan(schedule: WeekSchedule, json: String) {
        #expect(WeekReport(schedule: schedule, timeZone: "GMT").json.serialized().contains("\"schedule\":\(json)"))
    }

    @Test func aDayHasItsItemsInTheOrderOfTheWeeks() {
        let day = Week.Day(
            date: monday, isDue: nil, sessions: [WeekSession(files: ["a.csv"], dayFrom: .name, durationSeconds: 60, gaps: 1, gapSeconds: 1.25)],
            items: [DayItem(reps: 11, verdict: .met), DayItem(holdSeconds: 24.1, stretchSeconds: 30, verdict: .notObservable)], adherence: 1)
        let week = Week(start: monday, days: [day], items: [], dueDays: 1, doneDays: 1, adherence: nil, totals: WeekTotals())
        let json = WeekReport(timeZone: "GMT", weeks: [week]).json.serialized()
        #expect(json.contains(#""week":"2025-W24","start":"2025-06-09","adherence":null,"due_days":1,"done_days":1"#))
        #expect(
            json.contains(
                #"{"date":"2025-06-09","weekday":"mon","due":null,"adherence":1.0,"sessions":[{"files":["a.csv"],"time":null,"day_from":"name","placement":null,"side":null,"duration_s":60.0,"adherence":null,"gaps":1,"gap_s":1.25,"findings":0}],"failed":0,"items":[{"reps":11,"hold_s":null,"stretch_s":0.0,"verdict":"met","note":null},{"reps":null,"hold_s":24.1,"stretch_s":30.0,"verdict":"not-observable","note":null}]}"#))
    }

    @Test func aFailureIsALineOfItsOwnSchema() {
        let failed = FailedSession(files: ["a.csv"], reason: "a.csv: broken.")
        #expect(
            failed.record.serialized()
                == #"{"schema":"repcount.failure/1","recording":{"files":["a.csv"]},"reason":"a.csv: broken."}"#)
    }
}
