/// A set read again with time running backwards: a second count by the same rules.
///
/// A repetition goes out and comes back, so a set played backwards is a set of as many. Filters run both ways and do not notice; but the set
/// is grown from its other end first, and what its chain begins with was what it ended with. A movement that only just belongs, or only just
/// does not, may fall on the other side. Where both ways agree, a doubt was none.
struct ReversedReading {
    /// So much before and after the set is read with it, in seconds.
    static let marginSeconds = 15.0

    /// A set that carries a smaller share of the evidence that the best one of its segment does is not worth a second look.
    static let leastScoreShare = 0.05

    /// Turns of the set's reps and of those that only the rhythm of force shows, in seconds.
    let turnSeconds: [Double]
    let furtherTurnSeconds: [Double]

    init(turnSeconds: [Double], furtherTurnSeconds: [Double]) {
        (self.turnSeconds, self.furtherTurnSeconds) = (turnSeconds, furtherTurnSeconds)
    }

    /// - Parameters:
    ///   - set: round one of its ends.
    ///   - growth: which found it.
    /// - Returns: `nil` where nothing is found backwards that sets out the same way.
    init?(of set: MovementSet, in signals: MovementSignals, by growth: SetGrowth) {
        let segment = signals.segment
        let margin = Int(Self.marginSeconds * segment.rateHz)
        let range = (set.start - margin..<set.end + margin + 1).clamped(to: 0..<segment.count)
        let last = range.upperBound - 1
        var candidate = set
        candidate.excursions = set.excursions.reversed().map { $0.reversed(about: last) }
        (candidate.exchanged, candidate.unfinished) = ([], nil)
        var reversed = signals.reversed(range)
        guard let refined = growth.refine(candidate, in: &reversed),
            let found = ([refined] + refined.exchanged).first(where: { $0.excursion.dot(set.excursion) > 0 })
        else { return nil }
        func seconds(_ turn: Int) -> Double { segment.seconds(at: last - turn) }
        turnSeconds = found.excursions.map { seconds($0.turn) }
        let rhythm = set.kind == .travel
            ? ForceRhythm.period(of: [found]).flatMap { ForceRhythm(found, period: $0, in: reversed) } : nil
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
        (result.repsBefore, result.reps, result.repsAfter) = (
            confirmed(set.repsBefore), confirmed(set.reps), confirmed(set.repsAfter))
        let all = set.repsBefore + set.reps + set.repsAfter
        result.turnsOnlySeenBackwards = turnSeconds.filter { turn in !all.contains { isOf($0, turn) } }
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
