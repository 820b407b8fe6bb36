import ExerciseCatalog
import Motion
import SessionModel

/// Compares what was detected with what a plan prescribes.
///
/// An order-preserving alignment by dynamic programming (Needleman & Wunsch 1970) over plan items and detected sets and
/// holds: each item takes a run, possibly empty, of neighbouring events of its exercise, at a cost for every leg left
/// without one, every event left over, every split and every interrupted set torn between two items. What is left over
/// then goes to items still wanting it, out of order. Both legs of an `each` item belong to one item, so that either may
/// come first.
///
/// The prescribed number of reps or seconds takes no part in this: it judges what was matched, and never chooses it.
public struct PlanAlignment: Sendable {
    /// Pause up to which two sets of one exercise are one interrupted set, in seconds. A rest between sets is longer.
    public var splitPauseSeconds = 30.0
    /// The same where no item of the plan waits for the second, and nothing else of the plan was done between, in seconds.
    public var resumedPauseSeconds = 60.0

    public init() {}

    /// Judges every item of `plan`.
    ///
    /// - Parameters:
    ///   - sets: detected sets; those of an exercise the plan does not name match nothing, `"unrecognised"` among them.
    ///   - holds: detected holds, likewise.
    ///   - sensors: where each sensor of the session was worn; where that is not known nothing is called not observable.
    /// - Returns: one result per item and leg in plan order. `adherence` is the mean, over the results that could be
    ///   observed, of the share done of the lower bound prescribed: reps done / reps asked, or hold seconds / seconds
    ///   asked of as many holds as asked for, each share at most 1; `nil` when no result could be observed.
    public func align(
        _ plan: Plan, sets: [SetResult], holds: [HoldResult], sensors: [SensorSite]
    ) -> PlanResult {
        let sensors = SensorSites(sites: sensors)
        let slots = plan.items.map { Slot(item: $0, sensors: sensors, splitPauseSeconds: splitPauseSeconds) }
        let events = Event.all(
            sets: sensors.fillingSides(of: sets), holds: sensors.fillingSides(of: holds)
        ).filter { event in slots.contains { $0.takes(event) } }
        let placed = placeLeftOver(Self.inOrder(slots, events), slots: slots)
        let matches = resumed(inTime(placed.matches, slots: slots), left: placed.left, slots: slots, events: events)

        var items: [PlanItemResult] = []
        var shares: [Double] = []
        for (slot, legs) in zip(slots, matches) {
            for (index, leg) in legs.enumerated() {
                let otherLegSeen = legs.indices.contains { $0 != index && !legs[$0].events.isEmpty }
                let judgement = Judgement(
                    item: slot.item, side: slot.item.sides[index], leg: leg, sensors: sensors, otherLegSeen: otherLegSeen)
                items.append(judgement.result)
                if let share = judgement.share { shares.append(share) }
            }
        }
        let adherence = shares.isEmpty ? nil : shares.reduce(0, +) / Double(shares.count)
        return PlanResult(name: plan.name, items: items, adherence: adherence)
    }

    /// Best order-preserving alignment: what each leg of each slot got, and the events left over.
    private static func inOrder(_ slots: [Slot], _ events: [Event]) -> (matches: [[Leg]], left: [Event]) {
        // cost[i][k] is the least cost of slots i... with events k...; run[i][k] how many events slot i takes to reach
        // it, `nil` where event k is left over instead.
        var cost = [[Double]](repeating: [Double](repeating: 0, count: events.count + 1), count: slots.count + 1)
        var run = [[Int?]](repeating: [Int?](repeating: nil, count: events.count + 1), count: slots.count)
        for k in events.indices.reversed() {
            cost[slots.count][k] = cost[slots.count][k + 1] + events[k].leftOverCost
        }
        for i in slots.indices.reversed() {
            for k in (0...events.count).reversed() {
                var best = k < events.count ? cost[i][k + 1] + events[k].leftOverCost : .infinity
                // Longest first and `<=` against leaving out: a tie is a match, and goes to the earlier item.
                for length in (0...slots[i].longestRun(in: events[k...])).reversed() {
                    let tornCost = length > 0 && i > 0 && slots[i].tears(events, at: k, after: slots[i - 1]) ? Slot.tornCost : 0
                    let total = tornCost + slots[i].distribute(events[k..<k + length]).cost + cost[i + 1][k + length]
                    if total < best || (total == best && run[i][k] == nil) {
                        best = total
                        run[i][k] = length
                    }
                }
                cost[i][k] = best
            }
        }

        var matches: [[Leg]] = []
        var left: [Event] = []
        var k = 0
        for i in slots.indices {
            while k < events.count, run[i][k] == nil {
                left.append(events[k])
                k += 1
            }
            let length = run[i][k] ?? 0
            let taken = slots[i].distribute(events[k..<k + length])
            matches.append(taken.legs)
            left += taken.left
            k += length
        }
        return (matches, left + events[k...])
    }

    /// Gives what is left over, out of order, to the first slot and leg that still wants a set.
    private func placeLeftOver(
        _ aligned: (matches: [[Leg]], left: [Event]), slots: [Slot]
    ) -> (matches: [[Leg]], left: [Event]) {
        var matches = aligned.matches
        var left: [Event] = []
        search: for event in aligned.left {
            for (index, slot) in slots.enumerated() where slot.takes(event) {
                // Out of order too, the only set seen from above the legs is of both.
                if matches[index].allSatisfy(\.events.isEmpty), slot.isOfBothLegs(aligned.left.filter(slot.takes)[...]) {
                    for (leg, half) in event.halves.enumerated() { matches[index][leg] = Leg(events: [half], isOutOfOrder: true) }
                    continue search
                }
                for leg in matches[index].indices
                where matches[index][leg].events.count < slot.item.sets && slot.item.sides[leg].accepts(event.side)
                    && (event.half ?? leg == leg || slot.item.sides.count == 1)
                {
                    matches[index][leg].events.append(event)
                    matches[index][leg].isOutOfOrder = true
                    continue search
                }
            }
            left.append(event)
        }
        return (matches, left)
    }

    /// Who stopped for a minute and went on has done all of it, if it was for no other item: what is left over is a piece of the set that it
    /// came soon before or after. Four of five simulators' sessions judge it so.
    private func resumed(_ matches: [[Leg]], left: [Event], slots: [Slot], events: [Event]) -> [[Leg]] {
        var matches = matches
        for event in left where event.reps != nil && event.half == nil {
            place: for (index, slot) in slots.enumerated() where slot.takes(event) {
                for (leg, side) in slot.item.sides.enumerated()
                where side.accepts(event.side) && matches[index][leg].events.contains(where: { isResumed($0, event, events) }) {
                    matches[index][leg].events.append(event)
                    matches[index][leg].events.sort { $0.startSeconds < $1.startSeconds }
                    break place
                }
            }
        }
        return matches
    }

    private func isResumed(_ one: Event, _ other: Event, _ events: [Event]) -> Bool {
        let (first, next) = one.startSeconds < other.startSeconds ? (one, other) : (other, one)
        return next.startSeconds - first.endSeconds <= resumedPauseSeconds && !events.contains { between in
            between.exercise != one.exercise && between.startSeconds >= first.endSeconds && between.endSeconds <= next.startSeconds
        }
    }
}

extension PlanAlignment {
    /// Where a plan asks for an exercise several times, its first item got what was done first, whatever was done between.
    private func inTime(_ matches: [[Leg]], slots: [Slot]) -> [[Leg]] {
        var matches = matches
        for (index, slot) in slots.enumerated() {
            let alike = slots.indices.filter { slots[$0].item.exercise.name == slot.item.exercise.name }
            guard alike.count > 1, alike.first == index else { continue }
            for leg in slot.item.sides.indices {
                let taking = alike.filter { slots[$0].item.sides == slot.item.sides && !matches[$0][leg].events.isEmpty }
                let inTime = taking.map { matches[$0][leg] }.sorted { $0.startSeconds < $1.startSeconds }
                for (index, events) in zip(taking, inTime) { matches[index][leg] = events }
            }
        }
        return matches
    }
}

// MARK: - Events

/// A detected set or hold, as far as alignment is concerned.
private struct Event {
    /// Index into the session's sets or, for a stretch, holds.
    var index: Int
    var exercise: String
    var side: Side?
    var startSeconds: Double
    var endSeconds: Double
    /// `nil` for a hold.
    var reps: Int?
    /// See `SetResult.looksLike`.
    var looksLike: String?

    /// Which half of a set it is, 0 or 1, the other half being the other leg's; `nil` for a whole.
    var half: Int?

    var durationSeconds: Double { endSeconds - startSeconds }

    /// A set of both legs as one of each, the first leg's rep being the odd one.
    var halves: [Event] {
        let reps = reps ?? 0
        return [(reps + 1) / 2, reps / 2].enumerated().map { place, share in
            var half = self
            (half.reps, half.half) = (share, place)
            return half
        }
    }

    /// Sets that are there as one event for each leg, as one each.
    static func wholes(_ events: ArraySlice<Event>) -> [Event] {
        events.reduce(into: []) { result, event in
            guard let last = result.last, last.index == event.index, let reps = last.reps, let more = event.reps else {
                result.append(event)
                return
            }
            result[result.count - 1].reps = reps + more
            (result[result.count - 1].side, result[result.count - 1].half) = (nil, nil)
        }
    }

    /// Cost of calling it beside the plan, 0.5...1: the longer it lasted, the less likely it is a stray.
    var leftOverCost: Double {
        let seconds = max(0, durationSeconds)
        return 0.5 + 0.5 * seconds / (seconds + 20)
    }

    /// Sets and holds in session order; a set of alternating reps is one event for each leg.
    static func all(sets: [SetResult], holds: [HoldResult]) -> [Event] {
        var events: [Event] = []
        for (index, set) in sets.enumerated() {
            var event = Event(
                index: index, exercise: set.exercise, side: nil, startSeconds: set.startSeconds,
                endSeconds: set.endSeconds, reps: set.reps, looksLike: set.looksLike)
            switch set.side {
            case .left: event.side = .left
            case .right: event.side = .right
            case .alternating where set.detail.contains(where: { $0.side != nil }):
                for side in [Side.left, .right] {
                    event.side = side
                    event.reps = set.detail.count { $0.side == side }
                    if event.reps != 0 { events.append(event) }
                }
                continue
            case .alternating:
                events += event.halves.filter { $0.reps != 0 }
                continue
            case nil: break
            }
            events.append(event)
        }
        events += holds.enumerated().map { index, hold in
            Event(
                index: index, exercise: hold.exercise, side: hold.side, startSeconds: hold.startSeconds,
                endSeconds: hold.endSeconds, reps: nil)
        }
        // Stable: what starts together keeps the order above.
        return events.enumerated().sorted { ($0.element.startSeconds, $0.offset) < ($1.element.startSeconds, $1.offset) }
            .map(\.element)
    }
}

extension Side? {
    /// Whether a leg asked for and a side detected can be the same; not told fits both.
    fileprivate func accepts(_ detected: Side?) -> Bool {
        self == nil || detected == nil || self == detected
    }
}

// MARK: - Slots

/// What one leg of a plan item got.
private struct Leg {
    var events: [Event] = []
    var isOutOfOrder = false

    var startSeconds: Double { events.map(\.startSeconds).min() ?? .infinity }
}

/// One plan item waiting for its events, with one leg per side it is judged by.
private struct Slot {
    let item: PlanItem
    let sensors: SensorSites
    let splitPauseSeconds: Double

    func takes(_ event: Event) -> Bool {
        event.exercise == item.exercise.name && (event.reps == nil) == (item.exercise.kind == .stretch)
            && item.sides.contains { $0.accepts(event.side) }
    }

    /// Whether a run that begins at `index` is torn off the event before it: pieces of one interrupted set are not two items of the
    /// plan that have another exercise between them.
    func tears(_ events: [Event], at index: Int, after previous: Slot) -> Bool {
        guard index > 0, previous.item.exercise.name != item.exercise.name else { return false }
        let (last, next) = (events[index - 1], events[index])
        return last.exercise == next.exercise && last.index != next.index && last.side.accepts(next.side)
            && next.startSeconds - last.endSeconds <= splitPauseSeconds
    }

    /// More than leaving out an item and splitting another.
    static let tornCost = 1.5

    /// How many of the first events may belong to this item; bounded, so that alignment stays fast on any input.
    func longestRun(in events: ArraySlice<Event>) -> Int {
        let splits = 8
        return events.prefix(item.sides.count * item.sets + splits).prefix(while: takes).count
    }

    /// Shares a run of events out to the legs.
    func distribute(_ run: ArraySlice<Event>) -> (legs: [Leg], left: [Event], cost: Double) {
        var run = isOfBothLegs(run) ? ArraySlice(run.flatMap(\.halves)) : run
        var left: [Event] = []
        if item.sides == [nil] {
            run = ArraySlice(Event.wholes(run))
        } else if item.sides.count == 1 {
            // One leg did one half of a set; the other is left to the item of the other leg.
            let first = Set(run.filter { $0.half == 0 }.map(\.index))
            left = run.filter { $0.half == 1 && first.contains($0.index) }
            run = run.filter { $0.half != 1 || !first.contains($0.index) }[...]
        }
        var cost = left.reduce(0) { $0 + $1.leftOverCost }
        let legs = zip(item.sides, byLeg(run)).map { side, events in
            let (kept, surplus) = keep(events)
            left += surplus
            cost += surplus.reduce(0) { $0 + $1.leftOverCost }
            cost += splitCost * Double(max(0, kept.count - item.sets))
            if kept.isEmpty, sensors.isObservable(item.exercise, side: side) != false { cost += skipCost }
            return Leg(events: kept)
        }
        return (legs, left, cost)
    }

    /// Seen from above the legs, lunges to one side look like those to the other. Who did one set only went from leg to leg,
    /// or hardly paused between them; that a leg was left out cannot be seen.
    func isOfBothLegs(_ run: ArraySlice<Event>) -> Bool {
        run.count == 1 && run.allSatisfy { $0.side == nil && $0.half == nil && $0.reps ?? 0 > 1 } && item.sides.count == 2
            && item.exercise.alternates && sensors.areAboveLegs
    }

    private var skipCost: Double { 1 }
    private var splitCost: Double { 0.2 }

    /// Events by leg: told sides first; then, in plan order, those whose side the signal does not tell.
    private func byLeg(_ run: ArraySlice<Event>) -> [[Event]] {
        guard item.sides.count == 2 else { return [Array(run)] }
        if run.allSatisfy({ $0.side == nil && $0.half == nil }) {
            let cut = cut(run)
            return [Array(run[..<cut]), Array(run[cut...])]
        }
        var legs: [[Event]] = item.sides.enumerated().map { place, side in
            run.filter { $0.half == place || $0.side != nil && $0.side == side }
        }
        for event in run where event.side == nil && event.half == nil {
            let empty = legs.firstIndex(where: \.isEmpty)
            // With both legs seen it can only be a piece of what came just before.
            let recent = legs.indices.max { latestEnd(legs[$0], before: event) < latestEnd(legs[$1], before: event) }
            legs[empty ?? recent ?? 0].append(event)
        }
        return legs.map { $0.sorted { $0.startSeconds < $1.startSeconds } }
    }

    private func latestEnd(_ events: [Event], before event: Event) -> Double {
        events.lazy.filter { $0.startSeconds <= event.startSeconds }.map(\.endSeconds).max() ?? -.infinity
    }

    /// Where a run of events without sides passes from the first leg to the second: at its longest pause, or in the
    /// middle where several sets a leg are asked for and every pause is a rest.
    private func cut(_ run: ArraySlice<Event>) -> Int {
        guard run.count > 1, item.sets == 1 else { return run.startIndex + (run.count + 1) / 2 }
        let pauses = run.indices.dropFirst().map { (at: $0, seconds: run[$0].startSeconds - run[$0 - 1].endSeconds) }
        return pauses.reduce(pauses[0]) { $1.seconds > $0.seconds ? $1 : $0 }.at
    }

    /// The longest sets of one leg, as many as asked for, pieces joined over short pauses; and the surplus.
    private func keep(_ events: [Event]) -> (kept: [Event], surplus: [Event]) {
        var groups: [[Event]] = []
        for event in events {
            if let last = groups.last?.last, event.startSeconds - last.endSeconds <= splitPauseSeconds,
                groups.count >= item.sets || events.count > item.sets
            {
                groups[groups.count - 1].append(event)
            } else {
                groups.append([event])
            }
        }
        let longest = groups.indices.sorted { (seconds(groups[$1]), $0) < (seconds(groups[$0]), $1) }
            .prefix(item.sets)
        let kept = groups.indices.filter(longest.contains).flatMap { groups[$0] }
        let surplus = groups.indices.filter { !longest.contains($0) }.flatMap { groups[$0] }
        return (kept, surplus)
    }

    private func seconds(_ group: [Event]) -> Double {
        group.reduce(0) { $0 + $1.durationSeconds }
    }
}

// MARK: - Judgement

/// One leg of one item, judged by the events it got.
private struct Judgement {
    let result: PlanItemResult
    /// Share done of the least prescribed, 0...1; `nil` when not observable.
    let share: Double?

    init(item: PlanItem, side: Side?, leg: Leg, sensors: SensorSites, otherLegSeen: Bool) {
        let events = leg.events
        var result = PlanItemResult(
            exercise: item.exercise.name, side: side,
            prescribed: Prescription(sets: item.sets, reps: item.reps, holdSeconds: item.holdSeconds),
            verdict: .missing,
            matched: events.map(\.index).reduce(into: []) { if !$0.contains($1) { $0.append($1) } })
        var notes: [String] = []
        if leg.isOutOfOrder { notes.append("done out of order") }
        if let look = events.lazy.compactMap(\.looksLike).first {
            notes.append("told by its place in the plan; the movement alone might be \(look)")
        }
        if side != nil, events.contains(where: { $0.side == nil }) {
            notes.append(
                events.contains { $0.half != nil }
                    ? "legs not told apart by the signal; reps shared between them"
                    : "side not told by the signal; taken in plan order")
        }

        if events.isEmpty {
            let (verdict, reason) = sensors.absence(of: item.exercise, side: side, otherLegSeen: otherLegSeen)
            result.verdict = verdict
            reason.map { notes.append($0) }
            share = verdict == .notObservable ? nil : 0
        } else if let reps = item.reps {
            let done = events.reduce(0) { $0 + ($1.reps ?? 0) }
            if events.count > item.sets {
                notes.append("interrupted: \(events.map { String($0.reps ?? 0) }.joined(separator: " + ")) reps")
            }
            result.detectedReps = done
            let asked = reps.lowerBound * item.sets...reps.upperBound * item.sets
            result.verdict = done < asked.lowerBound ? .short : done > asked.upperBound ? .over : .met
            share = min(1, Double(done) / Double(asked.lowerBound))
        } else if let asked = item.holdSeconds {
            // To the tenth of a second, as reported: 19.96 s read "20.0" and are 20.
            let seconds = events.map { ($0.durationSeconds * 10).rounded() / 10 }.sorted(by: >).prefix(item.sets)
            result.detectedHoldSeconds = events.map(\.durationSeconds).max()
            let least = seconds.last ?? 0
            let isShort = seconds.count < item.sets || least < asked.lowerBound
            result.verdict = isShort ? .short : least > asked.upperBound ? .over : .met
            if item.sets > 1 { notes.append("\(seconds.count) of \(item.sets) holds") }
            share = seconds.reduce(0) { $0 + min(1, $1 / asked.lowerBound) } / Double(item.sets)
        } else {
            share = nil
        }
        result.note = notes.isEmpty ? nil : notes.joined(separator: "; ")
        self.result = result
    }
}
