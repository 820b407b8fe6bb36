import Motion
import SessionModel

/// The weeks of one person as their page shows them, the latest first.
struct WeekPage {
    struct Failure {
        let files, reason: String
        let day: String?
    }

    struct Undated {
        let sessions: [WeekView.SessionRow]
    }

    struct Link {
        let anchor, weekTitle: String
    }

    let headings = Headings(from: 1)
    let weekPageTitle: String
    let facts: [SessionView.Fact]
    /// Adherence week by week; `nil` for a single one.
    let adherenceChart: DayChart?
    let weeks: [WeekView]
    /// Weeks to jump to; empty for a single one.
    let links: [Link]
    let hasLinks: Bool
    /// Sessions without a date; `nil` without any.
    let undated: Undated?
    let failures: [Failure]
    let hasFailures: Bool
    let weekWarnings: [SessionView.Warning]
    let hasWarnings: Bool

    /// - Parameter anchors: where the evidence of a session stands on the page, by its files.
    init(_ report: WeekReport, anchors: [[String]: String]) {
        let first = report.weeks.first?.start
        let last = report.weeks.last?.start
        let span = [first, first == last ? nil : last].compactMap { $0?.isoWeekName }.joined(separator: " to ")
        let noun = report.weeks.count > 1 ? "Exercise weeks" : "Exercise week"
        weekPageTitle = span.isEmpty ? "Exercise sessions" : "\(noun) \(span)"
        let facts: [(String, String?)] = [
            ("Person", report.person.map(printable)), ("Plan", report.plan.map(printable)),
            ("Due", report.plan == nil ? nil : report.schedule.map(Self.due)),
            ("Sessions", "\(report.weeks.reduce(0) { $0 + $1.totals.sessions } + report.undated.count)"),
            ("Days by the clock of", report.timeZone),
        ]
        self.facts = facts.compactMap { term, value in value.map { SessionView.Fact(term: term, value: $0) } }
        weeks = report.weeks.reversed().map { WeekView($0, judges: report.plan != nil, anchors: anchors) }
        links = weeks.count > 1 ? weeks.map { Link(anchor: $0.anchor, weekTitle: $0.weekTitle) } : []
        adherenceChart =
            report.weeks.count > 1
            ? DayChart(
                title: "Adherence by week", unit: "\u{A0}%", top: 100,
                columns: report.weeks.suffix(DayChart.mostColumns).map { String($0.name.suffix(3)) },
                series: [.init(name: "all", values: report.weeks.suffix(DayChart.mostColumns).map { $0.adherence.map { $0 * 100 } })])
            : nil
        hasLinks = !links.isEmpty
        let undated = report.undated.map { WeekView.SessionRow($0, day: nil, anchors: anchors) }
        self.undated = undated.isEmpty ? nil : Undated(sessions: undated)
        failures = report.failed.map { failed in
            Failure(
                files: failed.files.map(printable).joined(separator: " + "), reason: printable(failed.reason),
                day: failed.day.map(Wording.longDate))
        }
        hasFailures = !failures.isEmpty
        weekWarnings = report.findings.map(SessionView.Warning.init)
        hasWarnings = !weekWarnings.isEmpty
    }

    private static func due(_ schedule: WeekSchedule) -> String {
        switch schedule {
        case .days(let days): days.filter(WeekView.weekdays.indices.contains).map { WeekView.weekdays[$0] }.joined(separator: ", ")
        case .perWeek(let count): count == 1 ? "once a week" : "\(count) times a week"
        case .daily: "every day"
        }
    }
}

/// One week: its calendar, what to look at first, and where the evidence is.
struct WeekView {
    static let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]

    struct DayHead {
        let weekday: String
        let dayOfMonth: String
        let isDue: Bool
    }

    struct Row {
        let name: String
        let itemSide: String?
        let prescribed: String?
        let cells: [Cell]
    }

    /// One item on one day.
    struct Cell {
        let verdict: VerdictView?
        let value: String?
        let hint: String?
        /// Where there is nothing to say: not due, or nothing found.
        let isBlank: Bool
    }

    struct Total {
        let name: String
        let metDays: String
        let amount, before, change: String
    }

    struct SessionRow {
        let day: String?
        let time: String?
        let files, worn, length: String
        let sessionAdherence, gaps: String
        /// Where its evidence stands on this page; `nil` where it does not.
        let target: String?

        init(_ session: WeekSession, day: CalendarDay?, anchors: [[String]: String]) {
            self.day = day.map { "\(WeekView.weekdays[$0.weekday]) \($0.civil.day)" }
            time = session.time
            files = session.files.map { printable(String($0.split(separator: "/").last ?? "")) }.joined(separator: " + ")
            let place = [session.side?.rawValue, session.placement?.rawValue].compactMap(\.self)
            worn = place.isEmpty ? "not known" : place.joined(separator: " ")
            length = Wording.duration(session.durationSeconds)
            sessionAdherence = session.adherence.flatMap(Wording.percent) ?? "\u{2013}"
            gaps = session.gaps == 0 ? "none" : "\(session.gaps), \(Wording.seconds(session.gapSeconds))"
            target = anchors[session.files]
        }
    }

    let anchor, weekTitle: String
    let sentence: String
    let weekAdherence: String?
    let attention: [String]
    let hasAttention: Bool
    let days: [DayHead]
    let rows: [Row]
    let sessionCounts: [String]
    let adherences: [String]
    let judges: Bool
    let totals: [Total]
    let beforeName: String?
    let stretchChart: DayChart?
    let sessions: [SessionRow]
    let hasSessions: Bool

    init(_ week: Week, judges: Bool, anchors: [[String]: String]) {
        self.judges = judges
        anchor = "week-\(week.name)"
        let end = week.start.advanced(by: 6)
        weekTitle = "\(Wording.longDate(week.start)) to \(Wording.longDate(end))"
        weekAdherence = week.adherence.flatMap(Wording.percent)
        sentence = Self.sentence(week, judges: judges)
        attention = week.attention.map { printable($0.message) }
        hasAttention = !attention.isEmpty
        days = week.days.map { day in
            DayHead(
                weekday: Self.weekdays[day.date.weekday], dayOfMonth: "\(day.date.civil.day)", isDue: day.isDue ?? false)
        }
        rows = week.items.enumerated().map { index, item in
            Row(
                name: Wording.title(item.exercise), itemSide: item.side?.rawValue,
                prescribed: item.prescribed.map(Wording.prescription),
                cells: week.days.map { day in Cell(day.items.indices.contains(index) ? day.items[index] : DayItem()) })
        }
        sessionCounts = week.days.map { day in
            let count = day.sessions.isEmpty ? nil : "\(day.sessions.count)"
            // A recording that could not be read is told where its session would be.
            return count ?? (day.failedRecordings > 0 ? "unread" : "\u{2013}")
        }
        adherences = week.days.map { $0.adherence.flatMap(Wording.percent) ?? "\u{2013}" }
        beforeName = week.before?.name
        totals = week.items.map { Total($0, judges: judges) }
        stretchChart = DayChart(stretchesOf: week)
        sessions = week.days.flatMap { day in
            day.sessions.map { SessionRow($0, day: day.date, anchors: anchors) }
        }
        hasSessions = !sessions.isEmpty
    }

    private static func sentence(_ week: Week, judges: Bool) -> String {
        var parts: [String] = []
        if judges, week.dueDays > 0 {
            parts.append("sessions on \(week.doneDays) of \(Wording.number(week.dueDays, "due day"))")
        } else {
            parts.append("\(Wording.number(week.totals.sessions, "session")) on \(Wording.number(week.totals.sessionDays, "day"))")
        }
        if let before = week.before?.adherence.flatMap(Wording.percent) { parts.append("\(before) the week before") }
        let text = parts.joined(separator: "; ")
        return text.prefix(1).uppercased() + text.dropFirst() + "."
    }
}

extension WeekView.Cell {
    init(_ item: DayItem) {
        verdict = item.verdict.map(VerdictView.init)
        value =
            item.reps.map(String.init)
            ?? item.holdSeconds.flatMap { Wording.fixed($0, decimals: 0) }.map { "\($0)\u{A0}s" }
        hint = item.note.map(printable)
        isBlank = verdict == nil && value == nil
    }
}

extension WeekView.Total {
    init(_ item: WeekItem, judges: Bool) {
        name = Wording.name(item.exercise, side: item.side.map { $0 == .left ? .left : .right })
        metDays = judges ? "\(item.metDays) of \(item.judgedDays)" : "\u{2013}"
        func text(_ reps: Int?, _ seconds: Double?) -> String {
            reps.map { Wording.number($0, "rep") } ?? seconds.map(Wording.seconds) ?? "\u{2013}"
        }
        amount = text(item.reps, item.stretchSeconds)
        before = text(item.repsBefore, item.stretchSecondsBefore)
        let now = item.reps.map(Double.init) ?? item.stretchSeconds
        let then = item.repsBefore.map(Double.init) ?? item.stretchSecondsBefore
        change = now.flatMap { now in then.flatMap { $0 > 0 ? Wording.change((now - $0) / $0) : nil } } ?? "\u{2013}"
    }
}
