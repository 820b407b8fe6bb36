import ExerciseCatalog
import Foundation
import Motion
import SessionAnalysis
import SessionModel

/// What a week keeps of one session: little, so that thousands fit.
public struct ScoredSession: Sendable, Equatable {
    public var summary: WeekSession
    /// Day it belongs to; `nil` when neither data nor name tells it.
    public var day: CalendarDay?
    /// Minute of that day, 0...1439, where it is told.
    public var minuteOfDay: Int?
    /// First and last second by the recording's own clock, in seconds since 1970; `nil` when it has none.
    public var interval: ClosedRange<Double>?
    public var isPlaceFromName: Bool
    /// Where it seems to have been worn; `nil` where that was told, or is open.
    public var inferredPlaces: String?
    /// Whether its own clock tells a time at which nobody recorded anything, so that it was never set.
    public var hasUnsetClock = false
    /// Hash of its content.
    public var content: String?
    /// With a plan one for each of its results, in their order; without one for each exercise and side found.
    public var amounts: [ItemAmount]
    /// Full reps of exercises of the catalogue.
    public var reps: Int
    public var stretchSeconds: WeekTotals.StretchSeconds

    /// What one session comes to for one item.
    public struct ItemAmount: Sendable, Equatable {
        public var exercise: String
        public var side: Side?
        public var reps: Int?
        /// Lengths in seconds of all holds of this stretch, longest first.
        public var holdSeconds: [Double] = []
        public var verdict: Verdict?
        public var note: String?
    }
}

extension ScoredSession {
    /// Clocks that nobody set begin at 1970, 1980 or 2000.
    private static let firstPlausibleSecond = 1_104_537_600.0

    /// - Parameters:
    ///   - session: as read back from its JSON, so that a result kept from an earlier run and a new one are the same to
    ///     the last digit.
    ///   - plan: the plan it was compared with.
    ///   - timeZone: whose clock tells the day.
    init(_ session: Session, recording: BatchRecording, plan: Plan?, timeZone: TimeZone, content: String?) {
        let facts = session.recording
        let start = facts.start.flatMap(Self.epochSeconds)
        hasUnsetClock = start.map { $0 < Self.firstPlausibleSecond } ?? false
        let named = RecordingName.moment(in: recording.name)
        if let start, !hasUnsetClock {
            let local = Int(start.rounded(.down)) + timeZone.secondsFromGMT(for: Date(timeIntervalSince1970: start))
            day = CalendarDay(daysSince1970: local >= 0 ? local / 86400 : -1)
            minuteOfDay = local % 86400 / 60
            interval = start...start + max(0, facts.durationSeconds)
        } else {
            day = named?.day
            minuteOfDay = named?.minuteOfDay
        }
        let source: WeekSession.DaySource = interval != nil ? .data : day != nil ? .name : .unknown
        summary = WeekSession(
            files: facts.files, time: minuteOfDay.map(Self.clock), dayFrom: source, placement: recording.placement,
            side: recording.side, durationSeconds: facts.durationSeconds, adherence: session.plan?.adherence,
            gaps: facts.gaps.count, gapSeconds: facts.gaps.reduce(0) { $0 + $1.durationSeconds },
            findings: facts.findings.count)
        isPlaceFromName = recording.isPlaceFromName
        inferredPlaces = facts.inferredPlacement?.places
        self.content = content
        amounts = Self.amounts(of: session, recording: recording, plan: plan)
        reps = session.sets.reduce(0) { $0 + (ExerciseCatalog.exercise(named: $1.exercise) == nil ? 0 : $1.reps) }
        stretchSeconds = session.holds.reduce(into: .init()) { sum, hold in
            guard ExerciseCatalog.exercise(named: hold.exercise) != nil else { return }
            switch hold.side {
            case .left: sum.left += hold.durationSeconds
            case .right: sum.right += hold.durationSeconds
            case nil: sum.unknownSide += hold.durationSeconds
            }
        }
    }

    /// Seconds since 1970 of `2019-01-15T20:04:09.161Z`, the one form sessions write.
    static func epochSeconds(_ start: String) -> Double? {
        guard start.count >= 20, let day = CalendarDay(start.prefix(10)) else { return nil }
        let parts = start.dropFirst(11).dropLast().split(separator: ":")
        guard parts.count == 3, let hour = Double(parts[0]), let minute = Double(parts[1]), let second = Double(parts[2])
        else { return nil }
        return Double(day.daysSince1970) * 86400 + hour * 3600 + minute * 60 + second
    }

    private static func clock(_ minuteOfDay: Int) -> String {
        let twoDigits = { (number: Int) in number < 10 ? "0\(number)" : "\(number)" }
        return "\(twoDigits(minuteOfDay / 60)):\(twoDigits(minuteOfDay % 60))"
    }

    private static func amounts(of session: Session, recording: BatchRecording, plan: Plan?) -> [ItemAmount] {
        func holds(_ exercise: String, ofSide isSide: (Side?) -> Bool) -> [Double] {
            session.holds.filter { $0.exercise == exercise && isSide($0.side) }.map(\.durationSeconds).sorted(by: >)
        }
        if let plan, let result = session.plan {
            // The contract leaves notes out; the same alignment writes them again.
            let notes = PlanAlignment().align(
                plan, sets: session.sets, holds: session.holds,
                sensors: [
                    SensorSite(
                        placement: recording.placement, side: recording.side, inferred: session.recording.inferredPlacement)
                ])
            return zip(result.items, notes.items).map { item, again in
                var amount = ItemAmount(
                    exercise: item.exercise, side: item.side, reps: item.detectedReps, verdict: item.verdict,
                    note: item.verdict == again.verdict ? again.note : nil)
                if let longest = item.detectedHoldSeconds {
                    let own = holds(item.exercise) { item.side == nil || $0 == item.side }
                    // Of a hold whose side the signal does not tell, the plan's order does.
                    amount.holdSeconds = own.isEmpty ? [longest] : own
                }
                return amount
            }
        }
        var amounts: [ItemAmount] = []
        func add(_ reps: Int, of exercise: String, side: Side?) {
            guard let known = amounts.firstIndex(where: { $0.exercise == exercise && $0.side == side }) else {
                amounts.append(ItemAmount(exercise: exercise, side: side, reps: reps))
                return
            }
            amounts[known].reps = (amounts[known].reps ?? 0) + reps
        }
        for set in session.sets {
            switch set.side {
            case .left: add(set.reps, of: set.exercise, side: .left)
            case .right: add(set.reps, of: set.exercise, side: .right)
            case .alternating where set.detail.contains { $0.side != nil }:
                for side in Side.allCases { add(set.detail.count { $0.side == side }, of: set.exercise, side: side) }
            case .alternating, nil: add(set.reps, of: set.exercise, side: nil)
            }
        }
        for hold in session.holds where !amounts.contains(where: { $0.reps == nil && $0.exercise == hold.exercise && $0.side == hold.side }) {
            amounts.append(ItemAmount(exercise: hold.exercise, side: hold.side, holdSeconds: holds(hold.exercise) { $0 == hold.side }))
        }
        return amounts
    }
}

/// Texts that thousands of sessions have in common, each held once.
struct SharedStrings {
    private var known: Set<String> = []

    mutating func shared(_ text: String) -> String { known.insert(text).memberAfterInsert }
}

extension ScoredSession {
    /// Lets go of copies of names and notes.
    mutating func share(_ strings: inout SharedStrings) {
        for index in amounts.indices {
            amounts[index].exercise = strings.shared(amounts[index].exercise)
            amounts[index].note = amounts[index].note.map { strings.shared($0) }
        }
    }
}
