import Motion
import SessionModel

/// One row of a week's table: what a day is asked for.
struct WeekRow: Equatable {
    var exercise: String
    var side: Side?
    /// `nil` without a plan.
    var prescribed: Prescription?
    var isStretch: Bool
}

/// What the sessions of one day come to together.
///
/// Recordings that overlap in time are one session seen by several sensors: of each item the one that saw most of it
/// counts. Other sessions add up: reps as a sum, holds as a choice of the longest.
struct DaySum {
    /// One for each row.
    var items: [DayItem]
    /// Share of the observable prescribed work done; `nil` when nothing was asked or observable.
    var adherence: Double?
    var totals: WeekTotals

    /// - Parameters:
    ///   - sessions: of one day, in order of time, one or more.
    ///   - rows: the rows of the week.
    init(_ sessions: [ScoredSession], rows: [WeekRow]) {
        let occasions = Self.occasions(sessions)
        totals = occasions.reduce(into: WeekTotals(sessions: occasions.count, sessionDays: 1)) { $0.add($1) }
        let merged = occasions.map { occasion in
            rows.indices.map { row in Self.best(occasion.compactMap { $0.amount(of: rows[row], at: row) }) }
        }
        if let only = sessions.first, sessions.count == 1 {
            items = zip(rows, merged[0]).map { row, amount in
                var item = DayItem(amount.map { [$0] } ?? [], row: row)
                item.verdict = amount?.verdict
                item.note = amount?.note
                return item
            }
            adherence = only.summary.adherence
            return
        }
        let shared = Self.sharedOut(merged, rows: rows)
        items = zip(rows, shared).map { DayItem($1, row: $0) }
        let shares = zip(rows, shared).compactMap { Self.share($1, of: $0) }
        adherence = shares.isEmpty ? nil : shares.reduce(0, +) / Double(shares.count)
    }

    // MARK: Sensors of one session

    /// Sessions that share more than half of the shorter one's time, together; in order of time.
    static func occasions(_ sessions: [ScoredSession]) -> [[ScoredSession]] {
        var occasions: [[ScoredSession]] = []
        for session in sessions {
            let at = occasions.firstIndex { $0.contains { $0.isSimultaneous(with: session) } }
            if let at { occasions[at].append(session) } else { occasions.append([session]) }
        }
        return occasions
    }

    private static func best(_ amounts: [ScoredSession.ItemAmount]) -> ScoredSession.ItemAmount? {
        func rank(_ amount: ScoredSession.ItemAmount) -> (Int, Double) {
            if let reps = amount.reps { return (2, Double(reps)) }
            if !amount.holdSeconds.isEmpty { return (2, amount.holdSeconds.reduce(0, +)) }
            return (amount.verdict == .missing ? 1 : 0, 0)
        }
        return amounts.first.map { first in amounts.dropFirst().reduce(first) { rank($1) > rank($0) ? $1 : $0 } }
    }

    // MARK: Adding up

    /// What each row got from the occasions, in order.
    ///
    /// An exercise may stand in a plan twice. A session that did one set of it fills the first row; the next session's
    /// then goes to the row still empty.
    private static func sharedOut(
        _ merged: [[ScoredSession.ItemAmount?]], rows: [WeekRow]
    ) -> [[ScoredSession.ItemAmount]] {
        var shared = [[ScoredSession.ItemAmount]](repeating: [], count: rows.count)
        func isDone(_ amount: ScoredSession.ItemAmount?) -> Bool { amount?.reps != nil }
        for amounts in merged {
            for (row, amount) in amounts.enumerated() {
                guard let amount else { continue }
                var target = row
                if isDone(amount), shared[row].contains(where: isDone) {
                    target = rows.indices.first { other in
                        rows[other] == rows[row] && !isDone(amounts[other]) && !shared[other].contains(where: isDone)
                    } ?? row
                }
                shared[target].append(amount)
            }
        }
        return shared
    }

    /// Share done of the least prescribed, 0...1; `nil` when nothing was asked or nothing could be observed.
    private static func share(_ amounts: [ScoredSession.ItemAmount], of row: WeekRow) -> Double? {
        guard let prescribed = row.prescribed, amounts.contains(where: { $0.verdict != .notObservable }) else { return nil }
        if let reps = prescribed.reps {
            let done = amounts.reduce(0) { $0 + ($1.reps ?? 0) }
            return min(1, Double(done) / Double(max(1, reps.lowerBound * prescribed.sets)))
        }
        guard let asked = prescribed.holdSeconds else { return nil }
        let longest = amounts.flatMap(\.holdSeconds).sorted(by: >).prefix(prescribed.sets)
        return longest.reduce(0) { $0 + min(1, $1 / max(1, asked.lowerBound)) } / Double(prescribed.sets)
    }
}

extension DayItem {
    /// - Parameter amounts: of the day's sessions; several are judged by their sum.
    fileprivate init(_ amounts: [ScoredSession.ItemAmount], row: WeekRow) {
        let reps = amounts.compactMap(\.reps)
        let holds = amounts.flatMap(\.holdSeconds).sorted(by: >)
        self.init(
            reps: reps.isEmpty ? nil : reps.reduce(0, +), holdSeconds: holds.first, stretchSeconds: holds.reduce(0, +))
        guard let prescribed = row.prescribed, !amounts.isEmpty else { return }
        if reps.isEmpty, holds.isEmpty {
            let missing = amounts.first { $0.verdict == .missing }
            verdict = missing == nil ? .notObservable : .missing
            note = (missing ?? amounts[0]).note
        } else if let asked = prescribed.reps, let done = self.reps {
            verdict = done < asked.lowerBound * prescribed.sets ? .short : done > asked.upperBound * prescribed.sets ? .over : .met
        } else if let asked = prescribed.holdSeconds {
            // To the tenth of a second, as reported.
            let longest = holds.prefix(prescribed.sets).map { ($0 * 10).rounded() / 10 }
            let least = longest.last ?? 0
            let isShort = longest.count < prescribed.sets || least < asked.lowerBound
            verdict = isShort ? .short : least > asked.upperBound ? .over : .met
        }
        let done = amounts.filter { $0.reps != nil || !$0.holdSeconds.isEmpty }
        if done.count > 1, !row.isStretch { note = "\(done.compactMap { $0.reps.map(String.init) }.joined(separator: " + ")) reps" }
        if done.count == 1 { note = done[0].note }
    }
}

extension WeekTotals {
    /// Adds one occasion; of several sensors the one that saw most.
    fileprivate mutating func add(_ occasion: [ScoredSession]) {
        durationSeconds += occasion.map(\.summary.durationSeconds).max() ?? 0
        reps += occasion.map(\.reps).max() ?? 0
        stretchSeconds.left += occasion.map(\.stretchSeconds.left).max() ?? 0
        stretchSeconds.right += occasion.map(\.stretchSeconds.right).max() ?? 0
        stretchSeconds.unknownSide += occasion.map(\.stretchSeconds.unknownSide).max() ?? 0
    }

    static func += (sum: inout WeekTotals, day: WeekTotals) {
        sum.sessions += day.sessions
        sum.sessionDays += day.sessionDays
        sum.durationSeconds += day.durationSeconds
        sum.reps += day.reps
        sum.stretchSeconds.left += day.stretchSeconds.left
        sum.stretchSeconds.right += day.stretchSeconds.right
        sum.stretchSeconds.unknownSide += day.stretchSeconds.unknownSide
    }
}

extension ScoredSession {
    func isSimultaneous(with other: ScoredSession) -> Bool {
        guard let a = interval, let b = other.interval else { return false }
        let shared = min(a.upperBound, b.upperBound) - max(a.lowerBound, b.lowerBound)
        return shared > 0.5 * min(a.upperBound - a.lowerBound, b.upperBound - b.lowerBound)
    }

    /// With a plan the amounts stand in the order of its rows; without one they are looked up.
    fileprivate func amount(of row: WeekRow, at index: Int) -> ItemAmount? {
        if row.prescribed != nil { return amounts.indices.contains(index) ? amounts[index] : nil }
        return amounts.first { $0.exercise == row.exercise && $0.side == row.side && ($0.reps == nil) == row.isStretch }
    }
}
