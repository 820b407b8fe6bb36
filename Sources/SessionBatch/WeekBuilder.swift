import ExerciseCatalog
import Motion
import SessionModel

/// Adds sessions up to calendar weeks.
///
/// Weeks go from Monday to Sunday. Every due day of a week counts, a due day without a session as nothing done, but for
/// days after `today` and outside `from` and `until`. A day whose only recordings could not be scored is not judged.
public struct WeekBuilder: Sendable {
    public var person: String?
    public var plan: Plan?
    /// Name of the zone the sessions' days were told by.
    public var timeZone: String
    /// Days after this one are yet to come.
    public var today: CalendarDay
    /// First and last day that count; `nil` for no limit.
    public var from: CalendarDay?
    public var until: CalendarDay?

    public init(
        person: String? = nil, plan: Plan? = nil, timeZone: String, today: CalendarDay, from: CalendarDay? = nil,
        until: CalendarDay? = nil
    ) {
        self.person = person
        self.plan = plan
        self.timeZone = timeZone
        self.today = today
        self.from = from
        self.until = until
    }

    /// Empty weeks in a row that are still shown.
    static let mostEmptyWeeks = 4

    /// - Parameters:
    ///   - sessions: in order of path; a recording that is there twice counts once.
    ///   - failed: recordings that could not be scored.
    ///   - earlier: sessions not reported, only compared with.
    public func report(
        _ sessions: [ScoredSession], failed: [FailedSession], earlier: [ScoredSession] = []
    ) -> WeekReport {
        var report = WeekReport(
            person: person, plan: plan?.name, schedule: plan.map(Self.schedule), timeZone: timeZone,
            failed: failed.sorted { $0.files.lexicographicallyPrecedes($1.files) })
        let (unique, duplicates) = Self.unique(sessions)
        let counted = unique.filter { isWithin($0.day) }
        let byWeek = Dictionary(grouping: counted) { $0.day?.monday }
        report.undated = unique.filter { $0.day == nil }.map(\.summary)
        let before = beforeFirst(of: counted, earlier: earlier)
        let (starts, left) = weekStarts(counted)
        var last = before
        for start in starts {
            let week = week(
                start, sessions: byWeek[start] ?? [], failed: report.failed, before: last)
            report.weeks.append(week)
            last = week
        }
        report.findings = duplicates + BatchFindings.of(unique, plan: plan) + left
        return report
    }

    private static func schedule(_ plan: Plan) -> WeekSchedule {
        switch plan.schedule {
        case .days(let days): .days(days.compactMap(Plan.Weekday.allCases.firstIndex(of:)))
        case .perWeek(let times): .perWeek(times)
        case nil: .daily
        }
    }

    private func isWithin(_ day: CalendarDay?) -> Bool {
        guard let day else { return false }
        return (from.map { $0 <= day } ?? true) && (until.map { day <= $0 } ?? true)
    }

    private static func unique(_ sessions: [ScoredSession]) -> ([ScoredSession], [Finding]) {
        var first: [String: ScoredSession] = [:]
        var findings: [Finding] = []
        let unique = sessions.filter { session in
            guard let content = session.content else { return true }
            guard let known = first[content] else {
                first[content] = session
                return true
            }
            findings.append(
                Finding(
                    file: session.summary.files.first, kind: "duplicate",
                    message: "the same recording as \(known.summary.files.joined(separator: " + ")); it counts once"))
            return false
        }
        return (unique, findings)
    }

    // MARK: Weeks

    /// Mondays of the weeks to show, and a finding for each long stretch without any session.
    private func weekStarts(_ sessions: [ScoredSession]) -> ([CalendarDay], [Finding]) {
        let mondays = Set(sessions.compactMap { $0.day?.monday }).sorted()
        var starts: [CalendarDay] = []
        var findings: [Finding] = []
        for monday in mondays {
            if let last = starts.last {
                let empty = (monday.daysSince1970 - last.daysSince1970) / 7 - 1
                if empty > Self.mostEmptyWeeks {
                    findings.append(
                        Finding(
                            kind: "no-sessions",
                            message: "no session from \(last.advanced(by: 7)) to \(monday.advanced(by: -1)): these "
                                + "\(empty) weeks are left out; is a clock wrong?"))
                } else {
                    starts += (0..<empty).map { last.advanced(by: 7 * ($0 + 1)) }
                }
            }
            starts.append(monday)
        }
        return (starts, findings)
    }

    /// The week to compare the first one with: the last of the earlier ones that lies before it, or else the last.
    private func beforeFirst(of sessions: [ScoredSession], earlier: [ScoredSession]) -> Week? {
        guard let first = sessions.compactMap({ $0.day?.monday }).min() else { return nil }
        let (earlier, _) = Self.unique(earlier)
        let mondays = Set(earlier.compactMap { $0.day?.monday }).sorted()
        guard let start = mondays.last(where: { $0 < first }) ?? mondays.last else { return nil }
        var builder = self
        (builder.from, builder.until) = (nil, nil)
        return builder.week(start, sessions: earlier.filter { $0.day?.monday == start }, failed: [], before: nil)
    }

    private func week(
        _ start: CalendarDay, sessions: [ScoredSession], failed: [FailedSession], before: Week?
    ) -> Week {
        let rows = rows(of: sessions)
        var totals = WeekTotals()
        var days = (0..<7).map { offset in
            let date = start.advanced(by: offset)
            let own = sessions.filter { $0.day == date }.sorted {
                ($0.minuteOfDay ?? 1440, $0.summary.files.first ?? "") < ($1.minuteOfDay ?? 1440, $1.summary.files.first ?? "")
            }
            var day = Week.Day(
                date: date, isDue: isDue(date), sessions: own.map(\.summary),
                failedRecordings: failed.count { $0.day == date })
            if own.isEmpty {
                let isMissed = day.isDue == true && day.failedRecordings == 0
                day.items = rows.map { _ in DayItem(verdict: isMissed ? .missing : nil) }
                day.adherence = isMissed ? 0 : nil
            } else {
                let sum = DaySum(own, rows: rows)
                (day.items, day.adherence) = (sum.items, sum.adherence)
                totals += sum.totals
            }
            return day
        }
        days = Self.withoutJudgingTheUnseen(days)
        let (due, done, adherence) = adherence(of: days)
        var week = Week(
            start: start, days: days, items: [], dueDays: due, doneDays: done, adherence: adherence, totals: totals,
            before: before.map {
                WeekBefore(
                    start: $0.start, adherence: $0.adherence, dueDays: $0.dueDays, doneDays: $0.doneDays, totals: $0.totals)
            })
        week.items = rows.indices.map { weekItem(rows[$0], at: $0, rows: rows, days: days, before: before) }
        week.attention = WeekReview(week, plan: plan, failed: failed).attention
        return week
    }

    /// On a day without a session, what no sensor of the week could see anyway is not missing.
    private static func withoutJudgingTheUnseen(_ days: [Week.Day]) -> [Week.Day] {
        let worn = days.filter { !$0.sessions.isEmpty }
        return days.map { day in
            guard day.sessions.isEmpty, !worn.isEmpty else { return day }
            var day = day
            for item in day.items.indices where day.items[item].verdict == .missing {
                if worn.allSatisfy({ $0.items[item].verdict == .notObservable }) { day.items[item].verdict = .notObservable }
            }
            return day
        }
    }

    private func rows(of sessions: [ScoredSession]) -> [WeekRow] {
        if let plan {
            return plan.items.flatMap { item in
                item.sides.map {
                    WeekRow(
                        exercise: item.exercise.name, side: $0,
                        prescribed: Prescription(sets: item.sets, reps: item.reps, holdSeconds: item.holdSeconds),
                        isStretch: item.exercise.kind == .stretch)
                }
            }
        }
        var rows: [WeekRow] = []
        for amount in sessions.flatMap(\.amounts) {
            let row = WeekRow(exercise: amount.exercise, side: amount.side, isStretch: amount.reps == nil)
            if !rows.contains(row) { rows.append(row) }
        }
        // The catalogue's order; what it does not name comes last.
        func place(_ row: WeekRow) -> (Int, Int, Int) {
            (
                ExerciseCatalog.all.firstIndex { $0.name == row.exercise } ?? .max,
                row.side.flatMap(Side.allCases.firstIndex(of:)) ?? -1, row.isStretch ? 1 : 0
            )
        }
        return rows.sorted { place($0) < place($1) }
    }

    /// `nil` where a plan leaves the choice of days open; without a plan nothing is due.
    private func isDue(_ day: CalendarDay) -> Bool? {
        guard let plan, isWithin(day), day <= today else { return false }
        switch plan.schedule {
        case .days(let days): return days.contains(Plan.Weekday.allCases[day.weekday])
        case .perWeek: return nil
        case nil: return true
        }
    }

    private func adherence(of days: [Week.Day]) -> (due: Int, done: Int, adherence: Double?) {
        guard let plan else { return (0, 0, nil) }
        var shares: [Double]
        let due: Int
        let done: Int
        if case .perWeek(let times) = plan.schedule {
            due = min(times, days.count { $0.isDue == nil })
            let sessionDays = days.filter { !$0.sessions.isEmpty }
            done = min(due, sessionDays.count)
            // What nobody could see or read may have been done: it takes the place of a day, and is left out.
            let unknown = days.count { $0.adherence == nil && (!$0.sessions.isEmpty || $0.failedRecordings > 0) }
            shares = sessionDays.compactMap(\.adherence).sorted(by: >).prefix(due).map { $0 }
            shares += [Double](repeating: 0, count: max(0, due - shares.count - unknown))
        } else {
            let dueDays = days.filter { $0.isDue == true }
            due = dueDays.count
            done = dueDays.count { !$0.sessions.isEmpty }
            shares = dueDays.compactMap(\.adherence)
        }
        return (due, done, shares.isEmpty ? nil : shares.reduce(0, +) / Double(shares.count))
    }

    private func weekItem(
        _ row: WeekRow, at index: Int, rows: [WeekRow], days: [Week.Day], before: Week?
    ) -> WeekItem {
        let items = days.map { $0.items[index] }
        let reps = items.compactMap(\.reps)
        let held = items.contains { $0.holdSeconds != nil }
        // An exercise may stand in a plan twice: the n-th row is compared with the n-th.
        let ordinal = rows[..<index].count { $0.exercise == row.exercise && $0.side == row.side }
        let then = before?.items.filter { $0.exercise == row.exercise && $0.side == row.side }.dropFirst(ordinal).first
        return WeekItem(
            exercise: row.exercise, side: row.side, prescribed: row.prescribed,
            reps: reps.isEmpty ? nil : reps.reduce(0, +),
            stretchSeconds: held ? items.reduce(0) { $0 + $1.stretchSeconds } : nil,
            metDays: items.count { $0.verdict == .met || $0.verdict == .over },
            judgedDays: items.count { $0.verdict != nil && $0.verdict != .notObservable }, repsBefore: then?.reps,
            stretchSecondsBefore: then?.stretchSeconds)
    }
}
