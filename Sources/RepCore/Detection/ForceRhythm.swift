/// Reps at the ends of a set that vertical travel cannot see, because the arm already does something else.
///
/// Somebody who starts with a watch raises the arm into the first rep, and reaches for the watch out of the last. Travel is
/// integrated twice and high-passed, so one such reach drowns what lies seconds beside it. The magnitude of specific force is
/// not integrated and does not turn with the sensor: up to the moment the arm moves it shows the body's braking and pushing
/// off alone. From turn to turn that is one period of the set; where the next period has the course that all the others
/// have, it was one more rep.
struct ForceRhythm {
    /// Fewer reps have no course worth comparing with.
    static let fewestReps = 4
    /// Reps looked for at either end.
    static let most = 2
    /// Length of the next period, in those of the set, and its size.
    static let periods = 0.75...1.35
    static let sizes = 0.6...1.6
    /// Correlation with the mean course: nearly that of the set's own periods, and never under the second.
    static let likenessShare = 0.95
    static let smallestLikeness = 0.9
    /// Distance of up at the turn from up at the others' turns, both of length 1: some 35 degrees.
    static let postureChange = 0.6
    /// Low pass in reciprocal periods, which leaves braking and pushing off apart.
    static let cutoffPerPeriod = 4.0
    private static let points = 32

    /// Magnitude of specific force, smoothed, from grid index `offset` on.
    private let force: [Double]
    private let offset: Int
    /// Grid points from turn to turn, median.
    private let period: Double
    private let turns: [Int]
    /// Up, and what it is at the turns.
    private let up: [SIMD3<Double>]
    private let upAtTurn: SIMD3<Double>

    /// `nil` for sets too short to have a rhythm.
    init?(_ set: MovementSet, in signals: MovementSignals) {
        let segment = signals.segment
        up = signals.up
        upAtTurn = set.excursions.reduce(SIMD3.zero) { $0 + signals.up[$1.turn] } / Double(set.count)
        turns = set.excursions.map(\.turn)
        guard turns.count >= Self.fewestReps,
            let period = Statistics.median(zip(turns, turns.dropFirst()).map { Double($1 - $0) }), period >= 4
        else { return nil }
        self.period = period
        let margin = Int((Double(Self.most) * Self.periods.upperBound + 1) * period)
        let region = (turns[0] - margin..<turns[turns.count - 1] + margin).clamped(to: 0..<segment.count)
        offset = region.lowerBound
        force = Smoothing.lowPass(
            segment.acceleration[region].map(\.length), cutoffHz: Self.cutoffPerPeriod * segment.rateHz / period,
            rateHz: segment.rateHz)
    }

    /// Turns of the reps that follow, or precede, in the order in which they leave the set.
    func turns(after set: Bool) -> [Int] {
        let known = set ? turns : turns.reversed()
        let steps = zip(known, known.dropFirst()).filter { Self.isEven(abs($1 - $0), period) }
        let waves = steps.compactMap { wave(from: $0, to: $1) }
        // The last may be half something else already.
        let inner = waves.count >= Self.fewestReps ? Array(waves.dropFirst().dropLast()) : waves
        guard let course = Course(inner), course.likeness >= Self.smallestLikeness else { return [] }
        let limit = max(Self.smallestLikeness, Self.likenessShare * course.likeness)
        var result: [Int] = []
        while result.count < Self.most, let last = result.last ?? known.last {
            let lengths = Int(Self.periods.lowerBound * period)...Int(Self.periods.upperBound * period)
            let found = lengths.compactMap { length -> (likeness: Double, turn: Int)? in
                let turn = set ? last + length : last - length
                guard let wave = wave(from: last, to: turn), isInPosture(turn) else { return nil }
                let match = course.match(wave)
                return match.likeness >= limit && Self.sizes.contains(match.size) ? (match.likeness, turn) : nil
            }
            guard let best = found.max(by: { $0.likeness < $1.likeness }) else { break }
            result.append(best.turn)
        }
        return result
    }

    private static func isEven(_ step: Int, _ period: Double) -> Bool {
        periods.contains(Double(step) / period)
    }

    private func isInPosture(_ turn: Int) -> Bool { (up[turn] - upAtTurn).length < Self.postureChange }

    private func wave(from start: Int, to end: Int) -> [Double]? {
        guard min(start, end) >= offset, max(start, end) < offset + force.count else { return nil }
        let (first, length) = (Double(start - offset), Double(end - start))
        return (0..<Self.points).map { point in
            let position = first + length * Double(point) / Double(Self.points - 1)
            let below = min(Int(position), force.count - 1)
            let above = min(below + 1, force.count - 1)
            return force[below] + (force[above] - force[below]) * (position - Double(below))
        }
    }

    /// The mean of several periods, and how like it they are.
    private struct Course {
        let values: [Double]
        let level: Double
        private(set) var likeness = 0.0

        init?(_ waves: [[Double]]) {
            guard waves.count >= 2 else { return nil }
            values = waves[0].indices.map { point in waves.reduce(0) { $0 + $1[point] } / Double(waves.count) }
            level = values.reduce(0, +) / Double(values.count)
            likeness = Statistics.median(waves.map { match($0).likeness }) ?? 0
        }

        func match(_ wave: [Double]) -> (likeness: Double, size: Double) {
            var (product, own, mean) = (0.0, 0.0, 0.0)
            for (value, usual) in zip(wave, values) {
                product += (value - level) * (usual - level)
                own += (value - level) * (value - level)
                mean += (usual - level) * (usual - level)
            }
            return (product / max((own * mean).squareRoot(), 1e-9), product / max(mean, 1e-9))
        }
    }
}
