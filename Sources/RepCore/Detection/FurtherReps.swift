/// Reps beyond the ends of sets in vertical travel (`DetectedSet.repsBefore`, `repsAfter`): turns where the rhythm of force
/// goes on, with the set's usual ways out and back.
///
/// Sets of one movement found in the same segment share what their periods look like, so that a set which an interruption
/// left with two reps is completed like its neighbours of ten.
struct FurtherReps {
    private let signals: MovementSignals
    /// The readings of each set: round either end.
    private let readings: [[Reading]]
    private let described: [DetectedSet]

    private struct Reading {
        let set: MovementSet
        /// By the set's own period; `nil` where it has none.
        let rhythm: ForceRhythm?

        init(_ set: MovementSet, in signals: MovementSignals) {
            self.set = set
            rhythm = ForceRhythm.period(of: [set]).flatMap { ForceRhythm(set, period: $0, in: signals) }
        }
    }

    /// - Parameter found: sets of one segment as they were found, and in seconds.
    init(of found: [(set: MovementSet, described: DetectedSet)], in signals: MovementSignals) {
        self.signals = signals
        described = found.map(\.described)
        readings = found.map { found in
            found.set.kind == .travel ? ([found.set] + found.set.exchanged).map { Reading($0, in: signals) } : []
        }
    }

    /// The sets, and the readings of each round its other end, with their further reps.
    func completed() -> [DetectedSet] {
        let companions = MovementGroup().companions(of: described, in: .travel)
        return described.indices.map { index in
            var result = described[index]
            for (place, reading) in readings[index].enumerated() {
                let company = companions[index].compactMap { other in
                    readings[other].first { ($0.set.excursion.x > 0) == (reading.set.excursion.x > 0) }
                }
                if place == 0 {
                    find(for: &result, reading, inCompanyOf: company)
                } else {
                    find(for: &result.exchanged[place - 1], reading, inCompanyOf: company)
                }
            }
            return result
        }
    }

    private func find(for described: inout DetectedSet, _ reading: Reading, inCompanyOf company: [Reading]) {
        let segment = signals.segment
        let reps = described.reps
        // Enough reps have a course of their own, and know it better than others do.
        let company = reading.set.count >= ForceRhythm.fewestReps ? [] : company
        guard let rhythm = company.isEmpty ? reading.rhythm : rhythm(of: reading, inCompanyOf: company),
            let out = Statistics.median(reps.map { $0.turnSeconds - $0.startSeconds }),
            let back = Statistics.median(reps.map { $0.endSeconds - $0.turnSeconds }),
            let tilt = Statistics.median(reps.map(\.tiltDegrees))
        else { return }
        func further(_ turn: Int) -> DetectedRep {
            let seconds = segment.seconds(at: turn)
            return DetectedRep(
                startSeconds: max(segment.startSeconds, seconds - out), turnSeconds: seconds,
                endSeconds: min(segment.startSeconds + segment.durationSeconds, seconds + back), tiltDegrees: tilt)
        }
        let rhythms = company.compactMap(\.rhythm)
        described.repsBefore = rhythm.furtherTurns(forwards: false, inCompanyOf: rhythms).reversed().map(further)
        described.repsAfter = rhythm.furtherTurns(forwards: true, inCompanyOf: rhythms).map(further)
    }

    /// A few reps hardly have a tempo of their own: theirs is that of all together.
    private func rhythm(of reading: Reading, inCompanyOf company: [Reading]) -> ForceRhythm? {
        ForceRhythm.period(of: [reading.set] + company.map(\.set)).flatMap {
            ForceRhythm(reading.set, period: $0, in: signals)
        }
    }
}
