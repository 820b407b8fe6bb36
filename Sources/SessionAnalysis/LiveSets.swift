import SessionModel

/// Turns readings of the newest part of a stream into events: what is new since the last reading is announced, what has
/// become different is corrected.
///
/// A reading is what the analysis makes of the window that ends now. It names sets and reps as if the recording ended
/// here, so most of it is what the end will say, and the newest of it may not be: a rep counts as done once its end lies a
/// little back, and a difference is believed once it has lasted for a rep. Reps that the window has left behind stay as they were.
///
/// Which end of the movement is home is often told by the rest after the last rep alone, and until then readings change
/// their mind. The count does not wait for that: with n excursions closed round either end, n reps have been done, and a
/// rep counts as soon as one of the ends makes the count larger. Where the other end is home in the end, it was early by half a rep.
struct LiveSets: Sendable {
    struct Parameters: Sendable {
        /// Reps a reading must show before a set is announced.
        var fewestReps = 3
        /// A rep whose end is that old is done, in seconds: nearer the newest sample the end still moves.
        var settledSeconds = 0.16
        /// A difference to what was announced is corrected once it has lasted so long, in seconds and in reps, whichever is
        /// longer.
        var lastingSeconds = 1.0
        var lastingReps = 1.0
        /// A difference that has not lasted yet keeps a quiet set open for so many times as long.
        var patience = 2.0
        /// That a set is none is believed once no reading has shown it for so long, in seconds and in reps, whichever is longer.
        var missingSeconds = 3.0
        var missingInReps = 2.5
        /// Share of the longer of two sets that both cover, above which they may be the same movement round its two ends.
        var exchangedShare = 0.5
        /// A set is over after so long without a rep, in seconds and in reps, whichever is longer: a later rep is
        /// joined to it only where two follow one another at once, and that is a correction.
        var pauseSeconds = 7.5
        /// Twice as many where legs alternate.
        var pauseInReps = 2.0
        /// Turns, or ends, of two readings so close are the same rep, in reps.
        var sameTurnInReps = 0.4

        init() {}
    }

    /// A set that was announced.
    private struct Announced: Sendable {
        var set: LiveSet
        /// As the newest reading has them; those before the window as the last reading that saw them has them.
        var reps: [RepResult]
        var periodSeconds: Double
        /// End of the newest rep announced, as it was announced.
        var announcedSeconds: Double
        /// Where readings saw it begin, at the earliest.
        var beganSeconds: Double
        /// Differences that may last, and since when they do.
        var drift: (reps: Int, sinceSeconds: Double)?
        var name: (exercise: String, side: SetSide?, sinceSeconds: Double)?
        var missingSinceSeconds: Double?
    }

    let parameters: Parameters
    private var open: Announced?
    /// Sets that are over; the last of them may be resumed.
    private(set) var ended: [(set: LiveSet, reps: [RepResult])] = []
    private var last: Announced?
    /// Since when readings show a further rep of the last.
    private var resumedSinceSeconds: Double?
    private var count = 0

    init(_ parameters: Parameters = Parameters()) {
        self.parameters = parameters
    }

    /// The set that is open.
    var current: LiveSet? { open?.set }

    /// Where readings saw the open set begin, at the earliest.
    var currentSinceSeconds: Double? { open?.beganSeconds }

    /// Median seconds from rep to rep of the open set.
    var periodSeconds: Double? { open?.periodSeconds }

    /// Whether a difference waits to be believed.
    var isUnsettled: Bool {
        open.map { $0.drift != nil || $0.name != nil || $0.missingSinceSeconds != nil } ?? (resumedSinceSeconds != nil)
    }

    /// Takes a reading.
    /// - Parameters:
    ///   - sets: what the analysis of the window shows, in time order.
    ///   - movements: everything that repeats, under the name of the open set: between two reps it may pass for no exercise.
    ///   - cut: where the window has cut the segment off; `nil` where it begins with it.
    ///   - now: newest sample.
    ///   - isEnd: nothing follows, so that every rep seen is done.
    ///   - isLast: no other set will follow either.
    ///   - isDoubtful: whether a set had better not be announced yet.
    mutating func read(
        _ sets: [SetResult], of movements: [SetResult] = [], since cut: Double?, now: Double, isEnd: Bool = false,
        isLast: Bool = false, isDoubtful: (SetResult) -> Bool = { _ in false }, emit: (LiveEvent.Kind) -> Void
    ) {
        let settled = isEnd ? Double.infinity : now - parameters.settledSeconds
        if let reading = continuation(in: sets) ?? exchanged(in: sets) {
            open?.missingSinceSeconds = nil
            follow(reading, since: cut, settled: settled, now: now, isEnd: isEnd, emit)
        } else if !isMissing(now: now, isEnd: isEnd) {
            if let movement = continuation(in: movements) ?? exchanged(in: movements) {
                follow(movement, since: cut, settled: settled, now: now, isEnd: isEnd, emit)
            }
        } else if let reading = reinterpretation(in: sets) {
            open?.missingSinceSeconds = nil
            follow(reading, since: cut, settled: settled, now: now, isEnd: true, emit)
        } else {
            withdraw(since: cut, emit)
        }
        // Reps that were announced are reps of the open set until they are taken back.
        for reading in sets
        where (open.map { reading.startSeconds > max($0.set.endSeconds, $0.announcedSeconds) } ?? true) && !isDoubtful(reading) {
            begin(reading, since: cut, settled: settled, now: now, isEnd: isEnd, isLast: isLast, emit)
        }
    }

    /// Ends the set that is open once it has been quiet for long enough, or at once where nothing can follow.
    mutating func rest(now: Double, isEnd: Bool = false, emit: (LiveEvent.Kind) -> Void) {
        // A set that may be none goes on or is withdrawn.
        guard let open, isEnd || open.missingSinceSeconds == nil else { return }
        // A difference that may yet last keeps the set open: it is over with the count that is believed.
        let patience = open.drift == nil ? 0 : parameters.patience * lasting(open)
        if isEnd || now - open.set.endSeconds > pause(of: open) + patience { end(emit) }
    }

    private func pause(of set: Announced) -> Double {
        // What the other leg does shows when the one that wears the sensor swings again.
        let reps = parameters.pauseInReps * (set.set.side == .alternating ? 2 : 1)
        return max(parameters.pauseSeconds, reps * set.periodSeconds)
    }

    /// Corrects what was said to what the analysis of everything says.
    mutating func settle(_ final: [SetResult], emit: (LiveEvent.Kind) -> Void) {
        var open = final
        for (said, _) in ended {
            var set = said
            func common(_ other: SetResult) -> Double {
                min(other.endSeconds, said.endSeconds) - max(other.startSeconds, said.startSeconds)
            }
            guard let index = open.indices.filter({ common(open[$0]) > 0 }).max(by: { common(open[$0]) < common(open[$1]) })
            else {
                set.reps = 0
                if said.reps > 0 { emit(.correction(set, .withdrawn(was: said.reps))) }
                continue
            }
            let result = open.remove(at: index)
            (set.exercise, set.side) = (result.exercise, result.side)
            (set.startSeconds, set.endSeconds) = (result.startSeconds, result.endSeconds)
            if (set.exercise, set.side) != (said.exercise, said.side) {
                emit(.correction(set, .name(was: said.exercise, side: said.side)))
            }
            set.reps = result.reps
            if set.reps != said.reps { emit(.correction(set, .reps(was: said.reps))) }
        }
        for result in open {
            count += 1
            emit(.correction(
                LiveSet(
                    number: count, exercise: result.exercise, side: result.side, reps: result.reps,
                    startSeconds: result.startSeconds, endSeconds: result.endSeconds), .added))
        }
    }

    // MARK: Following the set that is open

    /// The set of a reading that shares reps with the open one.
    private func continuation(in sets: [SetResult]) -> SetResult? {
        guard let open else { return nil }
        func shared(_ set: SetResult) -> Int {
            set.detail.count { rep in isKnown(rep, in: open) }
        }
        return sets.map { ($0, shared($0)) }.filter { $0.1 > 0 }.max { $0.1 < $1.1 }?.0
    }

    /// The set of a reading that sees the open one with home and turn exchanged: as many reps, one more or one fewer, over
    /// the same time.
    private func exchanged(in sets: [SetResult]) -> SetResult? {
        guard let open else { return nil }
        return sets.first { set in
            let common = min(set.endSeconds, open.set.endSeconds) - max(set.startSeconds, open.set.startSeconds)
            let longer = max(set.endSeconds - set.startSeconds, open.set.endSeconds - open.set.startSeconds)
            return common > parameters.exchangedShare * longer && abs(set.reps - open.reps.count) <= 1
        }
    }

    /// The set of a reading that sees the open one in other reps.
    private func reinterpretation(in sets: [SetResult]) -> SetResult? {
        guard let open else { return nil }
        return sets.last { $0.startSeconds < open.set.endSeconds && $0.endSeconds > open.set.startSeconds }
    }

    private func isKnown(_ rep: RepResult, in set: Announced) -> Bool {
        set.reps.contains { abs($0.turnSeconds - rep.turnSeconds) < parameters.sameTurnInReps * set.periodSeconds }
    }

    private mutating func follow(
        _ reading: SetResult, since cut: Double?, settled: Double, now: Double, isEnd: Bool, _ emit: (LiveEvent.Kind) -> Void
    ) {
        guard var set = open else { return }
        rename(&set, as: reading, now: now, isEnd: isEnd, emit)
        // Reps of both legs are others than those of one: they count once it is believed that legs alternate.
        guard (reading.side == .alternating) == (set.set.side == .alternating) else {
            open = set
            return
        }

        // A rep and a half behind the window's edge readings have lost their footing.
        let edge = cut.map { $0 + 1.5 * set.periodSeconds } ?? -.infinity
        let kept = set.set.startSeconds < edge ? set.reps.filter { $0.turnSeconds < edge } : []
        // What was counted is not counted again, in this set or in the one before.
        let keptUntil = kept.last.map { $0.turnSeconds + 0.5 * set.periodSeconds } ?? ended.last?.set.endSeconds ?? -.infinity
        let all = reading.detail.filter { $0.turnSeconds > keptUntil }
        // A rep whose end still moves is no news; where it was counted, it is no loss either.
        let done = all.prefix { $0.endSeconds <= settled }.count
        let seen = Array(all.prefix(max(done, min(all.count, set.set.reps - kept.count))))
        // A rep is new when it ends after the last one announced and makes the count larger: where home and turn have changed
        // places there is a later end, and no rep more. A reading believed for its newest rep is believed for its count.
        let growth = kept.count + seen.count - set.set.reps
        let sameRep = parameters.sameTurnInReps * min(set.periodSeconds, Self.newestStep(seen) ?? .infinity)
        let goesOn = seen.last.map { $0.endSeconds > set.announcedSeconds + sameRep } ?? false
        let new = goesOn ? seen.suffix(max(0, growth)) : []
        set.reps = kept + seen
        if kept.isEmpty, let first = seen.first {
            set.set.startSeconds = first.startSeconds
            set.beganSeconds = min(set.beganSeconds, first.startSeconds)
        }
        if let period = Self.period(reading) { set.periodSeconds = period }
        for rep in new {
            set.set.reps += 1
            set.set.endSeconds = rep.endSeconds
            set.announcedSeconds = rep.endSeconds
            emit(.rep(rep, of: set.set))
        }
        if let end = set.reps.last?.endSeconds { set.set.endSeconds = end }
        correct(&set, by: growth - new.count, now: now, isEnd: isEnd, emit)
        open = set
    }

    /// A reading may change its mind within a rep, and change it back.
    private func lasting(_ set: Announced) -> Double {
        max(parameters.lastingSeconds, parameters.lastingReps * set.periodSeconds)
    }

    private func correct(
        _ set: inout Announced, by drift: Int, now: Double, isEnd: Bool, _ emit: (LiveEvent.Kind) -> Void
    ) {
        guard drift != 0 else {
            set.drift = nil
            return
        }
        if set.drift?.reps != drift { set.drift = (drift, now) }
        guard let since = set.drift?.sinceSeconds, isEnd || now - since >= lasting(set) else { return }
        let was = set.set.reps
        set.set.reps += drift
        (set.beganSeconds, set.announcedSeconds) = (set.set.startSeconds, set.set.endSeconds)
        set.drift = nil
        emit(.correction(set.set, .reps(was: was)))
    }

    private func rename(
        _ set: inout Announced, as reading: SetResult, now: Double, isEnd: Bool, _ emit: (LiveEvent.Kind) -> Void
    ) {
        guard reading.exercise != set.set.exercise || reading.side != set.set.side else {
            set.name = nil
            return
        }
        if set.name?.exercise != reading.exercise || set.name?.side != reading.side {
            set.name = (reading.exercise, reading.side, now)
        }
        guard let since = set.name?.sinceSeconds, isEnd || now - since >= lasting(set) else { return }
        let was = (set.set.exercise, set.set.side)
        (set.set.exercise, set.set.side) = (reading.exercise, reading.side)
        set.name = nil
        emit(.correction(set.set, .name(was: was.0, side: was.1)))
    }

    /// Whether the open set has not been seen for so long that it is believed to be something else.
    private mutating func isMissing(now: Double, isEnd: Bool) -> Bool {
        guard open != nil else { return false }
        let since = open?.missingSinceSeconds ?? now
        open?.missingSinceSeconds = since
        let patience = max(parameters.missingSeconds, parameters.missingInReps * (open?.periodSeconds ?? 0))
        return isEnd || now - since >= patience
    }

    private mutating func withdraw(since cut: Double?, _ emit: (LiveEvent.Kind) -> Void) {
        // Where the window has left the beginning behind, what remains of the set may be too little to be one: it is over.
        guard var set = open?.set, set.startSeconds > cut ?? -.infinity else { return end(emit) }
        let was = set.reps
        set.reps = 0
        open = nil
        emit(.correction(set, .withdrawn(was: was)))
    }

    // MARK: Beginning and ending

    private mutating func begin(
        _ reading: SetResult, since cut: Double?, settled: Double, now: Double, isEnd: Bool,
        isLast: Bool, _ emit: (LiveEvent.Kind) -> Void
    ) {
        let over = ended.last?.set.endSeconds ?? -.infinity
        if open == nil, let known = last, reading.detail.contains(where: { isKnown($0, in: known) }) {
            // A rep after the pause that was long enough: the set was not over.
            guard reading.detail.contains(where: {
                $0.endSeconds <= settled && $0.endSeconds > now - pause(of: known) && !isKnown($0, in: known)
                    && $0.turnSeconds > over
            }) else {
                resumedSinceSeconds = nil
                return
            }
            let since = resumedSinceSeconds ?? now
            resumedSinceSeconds = since
            guard isEnd || now - since >= parameters.lastingSeconds else { return }
            resumedSinceSeconds = nil
            ended.removeLast()
            (open, last) = (known, nil)
            emit(.correction(known.set, .resumed))
            return follow(reading, since: cut, settled: settled, now: now, isEnd: isEnd, emit)
        }
        let reps = reading.detail.filter { $0.endSeconds <= settled }
        // At the end a single rep is a set only where there is no other.
        let fewest = !isLast ? parameters.fewestReps : ended.isEmpty && open == nil ? 1 : 2
        guard reps.count >= fewest, let first = reps.first, let newest = reps.last,
            first.turnSeconds > over
        else { return }
        end(emit)
        count += 1
        var set = Announced(
            set: LiveSet(
                number: count, exercise: reading.exercise, side: reading.side, reps: 0, startSeconds: first.startSeconds,
                endSeconds: newest.endSeconds),
            reps: reps, periodSeconds: Self.period(reading) ?? newest.endSeconds - newest.startSeconds,
            announcedSeconds: newest.endSeconds, beganSeconds: first.startSeconds)
        emit(.setStarted(set.set))
        for rep in reps {
            set.set.reps += 1
            emit(.rep(rep, of: set.set))
        }
        open = set
    }

    private mutating func end(_ emit: (LiveEvent.Kind) -> Void) {
        guard let set = open else { return }
        (open, last) = (nil, set)
        resumedSinceSeconds = nil
        ended.append((set.set, set.reps))
        emit(.setEnded(set.set, items: []))
    }

    /// Seconds from the turn before to the newest one: who has been slow may go on fast.
    private static func newestStep(_ reps: [RepResult]) -> Double? {
        guard let newest = reps.last, let before = reps.dropLast().last else { return nil }
        return newest.turnSeconds - before.turnSeconds
    }

    private static func period(_ set: SetResult) -> Double? {
        let steps = zip(set.detail, set.detail.dropFirst()).map { $1.turnSeconds - $0.turnSeconds }.sorted()
        return steps.isEmpty ? nil : max(0.5, steps[steps.count / 2])
    }
}
