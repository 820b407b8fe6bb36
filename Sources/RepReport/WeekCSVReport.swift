import Motion
import SessionModel

/// Weeks as comma-separated values (RFC 4180): a row for each day and plan item, then one for each recording that could
/// not be scored, whose verdict is `failed`.
public enum WeekCSVReport {
    /// Names of the columns; absent values are empty. Bounds stand in columns of their own, for spreadsheets take 10-12
    /// for a date.
    public static let header =
        "week,date,weekday,due,exercise,side,sets,reps_min,reps_max,hold_min_s,hold_max_s,reps,longest_hold_s,stretch_s,"
        + "verdict,sessions,recordings,note\r\n"

    /// The whole table. It begins with a byte order mark only when names in it are not ASCII: spreadsheets need it then.
    public static func render(_ report: WeekReport) -> String {
        var text = header
        for week in report.weeks {
            for day in week.days {
                for (item, done) in zip(week.items, day.items) { text += row(item, done, day, week) }
            }
        }
        for failed in report.failed {
            let day = failed.day
            text += CSVRow.text(
                [day?.isoWeekName, day?.description, day.map { WeekSchedule.weekdays[$0.weekday] }]
                    + [String?](repeating: nil, count: 11)
                    + ["failed", nil, failed.files.joined(separator: " + "), failed.reason])
        }
        return text.utf8.allSatisfy { $0 < 128 } ? text : "\u{FEFF}" + text
    }

    private static func row(_ item: WeekItem, _ done: DayItem, _ day: Week.Day, _ week: Week) -> String {
        let asked = item.prescribed
        let isStretch = asked.map { $0.reps == nil } ?? (item.stretchSeconds != nil)
        let fields: [String?] = [
            week.name, "\(day.date)", WeekSchedule.weekdays[day.date.weekday], day.isDue.map { $0 ? "yes" : "no" },
            item.exercise, item.side?.rawValue, asked.map { "\($0.sets)" }, asked?.reps.map { "\($0.lowerBound)" },
            asked?.reps.map { "\($0.upperBound)" }, asked?.holdSeconds.flatMap { seconds($0.lowerBound) },
            asked?.holdSeconds.flatMap { seconds($0.upperBound) }, done.reps.map { "\($0)" },
            done.holdSeconds.flatMap(seconds), isStretch && done.holdSeconds != nil ? seconds(done.stretchSeconds) : nil,
            done.verdict?.rawValue, "\(day.sessions.count)", day.sessions.flatMap(\.files).joined(separator: " + "), done.note,
        ]
        return CSVRow.text(fields)
    }

    private static func seconds(_ seconds: Double) -> String? {
        Wording.fixed(seconds, decimals: seconds == seconds.rounded() ? 0 : 1)
    }
}
