import ExerciseCatalog
import Motion
import SessionModel

/// What to look at first in a week, by rules anybody can check against its table.
struct WeekReview {
    let week: Week
    let plan: Plan?
    let failed: [FailedSession]

    init(_ week: Week, plan: Plan?, failed: [FailedSession]) {
        self.week = week
        self.plan = plan
        self.failed = failed
    }

    /// Fall of the week's adherence worth a word, as a share.
    static let clearFall = 0.1
    /// How many times as long one leg has to be stretched as the other to be worth a word.
    static let clearImbalance = 1.5

    /// In order of importance, at most `WeekAttention.most`.
    var attention: [WeekAttention] {
        let all = notRead + noSession + items(.neverDone) + items(.short) + notSeen + less + uneven + items(.over)
        return Array(all.prefix(WeekAttention.most))
    }

    // MARK: Sessions

    /// Failed recordings of this week, and those whose week nobody knows.
    private var notRead: [WeekAttention] {
        let own = failed.filter { $0.day == nil || $0.day?.monday == week.start }
        guard let first = own.first else { return [] }
        let name = first.files.joined(separator: " + ")
        let which = own.count == 1 ? "\(name) could not be read" : "\(own.count) recordings could not be read, \(name) first"
        return [
            WeekAttention(
                kind: .failed, message: "\(which): what was done there is not known.",
                days: Set(own.compactMap(\.day)).sorted())
        ]
    }

    private var noSession: [WeekAttention] {
        if case .perWeek = plan?.schedule {
            guard week.doneDays < week.dueDays else { return [] }
            return [
                WeekAttention(kind: .noSession, message: "Sessions on \(week.doneDays) of \(week.dueDays) days asked for.")
            ]
        }
        let days = week.days.filter { $0.isDue == true && $0.sessions.isEmpty && $0.failedRecordings == 0 }.map(\.date)
        guard !days.isEmpty else { return [] }
        return [
            WeekAttention(
                kind: .noSession, message: "No session on \(Self.listed(days.map(\.weekdayName))), although due.", days: days)
        ]
    }

    // MARK: Items

    /// Days with a session on which an item could be judged, by verdict.
    private func days(of item: Int, _ verdicts: Set<Verdict>) -> [CalendarDay] {
        week.days.filter { day in
            !day.sessions.isEmpty && day.items[item].verdict.map(verdicts.contains) ?? false
        }.map(\.date)
    }

    /// One line for all items to which the same happened on as many days.
    private func items(_ kind: WeekAttention.Kind) -> [WeekAttention] {
        var lines: [(count: Int, seen: Int, indices: [Int], days: [CalendarDay])] = []
        for index in week.items.indices {
            let seen = days(of: index, [.met, .short, .over, .missing])
            let (concerned, isWorthIt): ([CalendarDay], Bool)
            switch kind {
            case .neverDone:
                concerned = days(of: index, [.missing])
                isWorthIt = concerned.count == seen.count
            case .over:
                concerned = days(of: index, [.over])
                isWorthIt = 2 * concerned.count > seen.count
            default:
                concerned = days(of: index, [.short, .missing])
                isWorthIt = 2 * concerned.count > seen.count && days(of: index, [.missing]).count < seen.count
            }
            guard isWorthIt, !concerned.isEmpty else { continue }
            if let known = lines.firstIndex(where: { $0.count == concerned.count && $0.seen == seen.count }) {
                lines[known].indices.append(index)
            } else {
                lines.append((concerned.count, seen.count, [index], concerned))
            }
        }
        return lines.sorted { ($1.count, $0.indices[0]) < ($0.count, $1.indices[0]) }.map { line in
            let names = Self.listed(names(line.indices))
            let times = line.seen == 1 ? "on its only day" : "on \(line.count) of \(line.seen) days"
            let message =
                switch kind {
                case .neverDone: line.seen == 1 ? "Not done on its only day: \(names)." : "Not done on any of \(line.seen) days: \(names)."
                case .over: "More than prescribed \(times): \(names)."
                default: "Short or missing \(times): \(names)."
                }
            return WeekAttention(
                kind: kind, message: message, item: line.indices.count == 1 ? line.indices[0] : nil, days: line.days)
        }
    }

    private var notSeen: [WeekAttention] {
        guard week.totals.sessions > 0 else { return [] }
        let unseen = week.items.indices.filter { item in
            let days = week.days.filter { !$0.sessions.isEmpty }
            return days.allSatisfy { $0.items[item].verdict == .notObservable }
        }
        guard !unseen.isEmpty else { return [] }
        return [
            WeekAttention(
                kind: .neverSeen,
                message: "No sensor of this week could see \(Self.listed(names(unseen))); worn elsewhere for a day it would show.",
                item: unseen.count == 1 ? unseen[0] : nil)
        ]
    }

    /// `lunge left, right`, `squat`: sides of one exercise together, an exercise that stands there twice once.
    private func names(_ indices: [Int]) -> [String] {
        var names: [(exercise: String, sides: [String])] = []
        for item in indices.map({ week.items[$0] }) {
            let side = item.side?.rawValue
            if let known = names.firstIndex(where: { $0.exercise == item.exercise }) {
                if let side, !names[known].sides.contains(side) { names[known].sides.append(side) }
            } else {
                names.append((item.exercise, side.map { [$0] } ?? []))
            }
        }
        return names.map { ([$0.exercise] + ($0.sides.isEmpty ? [] : [$0.sides.joined(separator: " and ")])).joined(separator: " ") }
    }

    // MARK: Comparisons

    private var less: [WeekAttention] {
        guard let before = week.before, let now = week.adherence, let then = before.adherence, then - now >= Self.clearFall
        else { return [] }
        return [
            WeekAttention(
                kind: .less,
                message: "Adherence fell from \(Self.percent(then)) in \(before.name) to \(Self.percent(now)).")
        ]
    }

    /// Only where both legs of a stretch could be seen on as many days.
    private var uneven: [WeekAttention] {
        var (left, right) = (0.0, 0.0)
        for (index, item) in week.items.enumerated() where item.side == .left && item.prescribed?.reps == nil {
            guard let other = week.items.indices.first(where: { week.items[$0].exercise == item.exercise && week.items[$0].side == .right }),
                item.judgedDays == week.items[other].judgedDays,
                !days(of: index, [.met, .short, .over, .missing]).isEmpty
            else { continue }
            left += item.stretchSeconds ?? 0
            right += week.items[other].stretchSeconds ?? 0
        }
        let (less, more) = (min(left, right), max(left, right))
        guard more > 0, more >= Self.clearImbalance * less else { return [] }
        let longer = left > right ? "left" : "right"
        return [
            WeekAttention(
                kind: .uneven,
                message: "The \(longer) leg was stretched for \(Self.whole(more)) s, the other for \(Self.whole(less)) s.")
        ]
    }

    // MARK: Words

    private static func percent(_ share: Double) -> String { "\(whole(share * 100)) %" }

    private static func whole(_ number: Double) -> String { Int(exactly: number.rounded()).map(String.init) ?? "\(number)" }

    /// `a, b and c`
    private static func listed(_ names: [String]) -> String {
        names.count > 1 ? names.dropLast().joined(separator: ", ") + " and " + names[names.count - 1] : names.joined()
    }
}
