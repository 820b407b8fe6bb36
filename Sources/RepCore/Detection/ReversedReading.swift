/// A set read again with time running backwards: a second count by the same rules.
///
/// A repetition goes out and comes back, so a set played backwards is a set of as many. Filters run both ways and do not notice; but the set
/// is grown from its other end first, and what its chain begins with was what it ended with. A movement that only just belongs, or only just
/// does not, may fall on the other side. Where both ways agree, a doubt was none.
struct ReversedReading {
    /// So much before and after the set is read with it, in seconds and in its reps, whichever is longer: 12, 20 and 30 s say the same of
    /// people, and a set that grows looks some five of its reps beyond its ends.
    static let marginSeconds = 15.0
    static let marginReps = 6.0
    /// A set that carries a smaller share of the evidence that the best one of its segment does is not worth a second look: a
    /// quarter of the time of all of them would go there, and as many ranges of people hold the truth without.
    static let leastScoreShare = 0.05

    /// So many reps alike are a set of their own, behind a pause so many times as long as most take from one to the next.
    static let fewestOfASet = 3
    static let pauseInSteps = 1.5

    /// Turns of the set's reps and of those that only the rhythm of force shows, in seconds.
    let turnSeconds: [Double]
    let furtherTurnSeconds: [Double]

    init(turnSeconds: [Double], furtherTurnSeconds: [Double]) {
        (self.turnSeconds, self.furtherTurnSeconds) = (turnSeconds, furtherTurnSeconds)
    }

    /// - Parameters:
    ///   - set: round one of its ends.
    ///   - others: found beside it; nothing of them is read into it.
    ///   - growth: which found it.
    /// - Returns: `nil` where nothing is found backwards that sets out the same way.
    init?(of set: MovementSet, besides others: [MovementSet], in signals: MovementSignals, by growth: SetGrowth) {
        let segment = signals.segment
        let margin = Int(max(Self.marginSeconds, Self.marginReps * set.repSeconds) * segment.rateHz)
        let range = (set.start - margin..<set.end + margin + 1).clamped(to: 0..<segment.count)
        let last = range.upperBound - 1
        func reversed(_ set: MovementSet) -> MovementSet {
            var result = set
            result.excursions = set.excursions.reversed().map { $0.reversed(about: last) }
            (result.exchanged, result.unfinished) = ([], nil)
            return result
        }
        let near = others.filter { $0.start < range.upperBound && range.lowerBound <= $0.end }.map(reversed)
        var signalsBackwards = signals.reversed(range)
        guard let refined = growth.refine(reversed(set), in: &signalsBackwards, besides: near),
            let found = ([refined] + refined.exchanged).first(where: { $0.excursion.dot(set.excursion) > 0 })
        else { return nil }
        func seconds(_ turn: Int) -> Double { segment.seconds(at: last - turn) }
        turnSeconds = found.excursions.map { seconds($0.turn) }
        let rhythm = set.kind == .travel
            ? ForceRhythm.period(of: [found]).flatMap { ForceRhythm(found, period: $0, in: signalsBackwards) } : nil
        furtherTurnSeconds = [true, false].flatMap { rhythm?.furtherTurns(forwards: $0) ?? [] }.map(seconds)
    }

    /// The set with what this reading says of its reps.
    func confirming(_ set: DetectedSet) -> DetectedSet {
        func isOf(_ rep: DetectedRep, _ turn: Double) -> Bool { rep.startSeconds < turn && turn < rep.endSeconds }
        func confirmed(_ reps: [DetectedRep]) -> [DetectedRep] {
            reps.map { rep in
                var result = rep
                result.isSeenBackwards = (turnSeconds + furtherTurnSeconds).contains { isOf(rep, $0) }
                return result
            }
        }
        var result = set
        result.reps = confirmed(set.reps)
        // From its other end a set may stop at a pause: what lies behind it is a set of its own then, and no reps that may be none.
        let seen = result.reps.indices.filter { result.reps[$0].isSeenBackwards }
        let turns = result.reps.map(\.turnSeconds)
        if let first = seen.first, let last = seen.last, let step = Statistics.median(zip(turns, turns.dropFirst()).map { $1 - $0 }) {
            let ends = [(reps: 0..<first, behind: first), (reps: last + 1..<result.count, behind: last + 1)]
            for end in ends where end.reps.count >= Self.fewestOfASet && turns[end.behind] - turns[end.behind - 1] > Self.pauseInSteps * step {
                for index in end.reps { result.reps[index].isSeenBackwards = true }
            }
        }
        // Fewer have no rhythm of their own: their further reps were found in company, which is not asked again.
        if set.count >= ForceRhythm.fewestReps {
            (result.repsBefore, result.repsAfter) = (confirmed(set.repsBefore), confirmed(set.repsAfter))
        }
        result.turnsOnlySeenBackwards = turnSeconds.filter { turn in !set.reps.contains { isOf($0, turn) } }
        return result
    }
}

extension Excursion {
    /// With time running backwards.
    /// - Parameter last: index that becomes 0.
    fileprivate func reversed(about last: Int) -> Excursion {
        Excursion(
            homeBefore: last - homeAfter, leave: last - back, turn: last - turn, back: last - leave, homeAfter: last - homeBefore)
    }
}
