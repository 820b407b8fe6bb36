/// Reps at the ends of a set that vertical travel cannot see, because the arm already does something else.
///
/// Who exercises with a watch raises the arm into the first rep and reaches for the watch out of the last. Travel is integrated
/// twice and high-passed, so one reach drowns what lies seconds beside it. The magnitude of specific force is not integrated
/// and does not turn with the sensor: until the arm moves it shows nothing but the body's braking and pushing off. From turn
/// to turn that is one period of the set; where the next period has the course that all the others have, it was one rep more.
/// Sets of one movement have one course, so a short set is held against that of its company (`FurtherReps`).
///
/// The limits were chosen on watch sessions of five people, who did seven such reps; told, no other recording of people scores
/// otherwise for it, and simulated people who took no part are counted better with it. Those of `turnLikeness` were chosen on three
/// draws of people's sets cut up and put between everyday movement; on three more it mends eighteen sessions of 294 and spoils two.
struct ForceRhythm {
    /// Fewer reps, all sets together, have no course worth comparing with.
    static let fewestReps = 4
    /// Reps looked for at either end.
    static let most = 2
    /// Length of a further period in those of the set, and its size in that of their mean course.
    static let lengths = 0.75...1.35
    static let sizes = 0.6...1.6
    /// Correlation with the mean course, as a share of what the periods themselves have, and at least.
    static let likenessShare = 0.95
    static let smallestLikeness = 0.9
    /// Largest distance of up at the turn from up at the other turns, both of length 1: some 35 degrees.
    static let postureChange = 0.6
    /// What belongs to a turn, either side, and how far it may lie from where it was seen, in periods; correlation of the inner reps
    /// with their mean without which they have no course.
    static let turnReach = 0.35
    static let turnShift = 0.2
    static let smallestTurnLikeness = 0.85
    /// Low pass in reciprocal periods: it leaves braking apart from pushing off.
    static let cutoffPerPeriod = 4.0
    /// Shorter periods are no reps, in grid points.
    private static let shortestPeriod = 4.0
    private static let points = 32

    /// Magnitude of specific force in m/s2, smoothed, from grid index `offset` on.
    private let force: [Double]
    private let offset: Int
    private let turns: [Int]
    /// Grid points from turn to turn.
    private let period: Double
    private let up: [SIMD3<Double>]
    private let upAtTurn: SIMD3<Double>
    /// The course of each period of the set that is about as long as the others.
    private let waves: [[Double]]

    /// Median grid points from turn to turn of some sets together; `nil` where none has two turns.
    static func period(of sets: [MovementSet]) -> Double? {
        Statistics.median(sets.flatMap { zip($0.excursions, $0.excursions.dropFirst()).map { Double($1.turn - $0.turn) } })
    }

    /// - Parameter period: grid points from turn to turn, median.
    /// - Returns: `nil` where that is too short for a rep.
    init?(_ set: MovementSet, period: Double, in signals: MovementSignals) {
        turns = set.excursions.map(\.turn)
        guard let first = turns.first, let last = turns.last, period >= Self.shortestPeriod else { return nil }
        self.period = period
        up = signals.up
        upAtTurn = turns.reduce(SIMD3.zero) { $0 + signals.up[$1] } / Double(turns.count)
        let segment = signals.segment
        let margin = Int((Double(Self.most) * Self.lengths.upperBound + 1) * period)
        let region = (first - margin..<last + margin).clamped(to: 0..<segment.count)
        offset = region.lowerBound
        force = Smoothing.lowPass(
            segment.acceleration[region].map(\.length), cutoffHz: Self.cutoffPerPeriod * segment.rateHz / period,
            rateHz: segment.rateHz)
        waves = zip(turns, turns.dropFirst()).filter { Self.lengths.contains(Double($1 - $0) / period) }
            .compactMap { [force, offset] in Self.wave(from: $0, to: $1, of: force, offset: offset) }
    }

    /// Turns of further reps, as grid indices: after the last, or before the first and then backwards in time.
    /// - Parameter company: other sets of the same movement.
    func furtherTurns(forwards: Bool, inCompanyOf company: [ForceRhythm] = []) -> [Int] {
        let all = [self] + company
        guard all.reduce(1, { $0 + $1.waves.count }) >= Self.fewestReps, let course = Course(all.flatMap(\.innerWaves)),
            course.likeness >= Self.smallestLikeness
        else { return [] }
        let smallest = max(Self.smallestLikeness, Self.likenessShare * course.likeness)
        let steps = Int(Self.lengths.lowerBound * period)...Int(Self.lengths.upperBound * period)
        var result: [Int] = []
        while result.count < Self.most, let last = result.last ?? (forwards ? turns.last : turns.first) {
            let found = steps.compactMap { step -> (likeness: Double, turn: Int)? in
                let turn = forwards ? last + step : last - step
                guard isInPosture(turn),
                    let wave = Self.wave(from: min(last, turn), to: max(last, turn), of: force, offset: offset)
                else { return nil }
                let match = course.match(wave)
                return match.likeness >= smallest && Self.sizes.contains(match.size) ? (match.likeness, turn) : nil
            }
            guard let best = found.max(by: { $0.likeness < $1.likeness }) else { break }
            result.append(best.turn)
        }
        return result
    }

    /// Likeness of the force about a turn to that about the turns of the inner reps, as a share of what theirs is; `nil` where those
    /// have no course of their own, or the recording begins or ends too near.
    ///
    /// An arm that comes up for the first rep moves as far as it does in one, and as slowly; the body under it stands still.
    /// - Parameter rep: its place in the set.
    func turnLikeness(of rep: Int) -> Double? {
        func window(_ turn: Int) -> [Double]? {
            let reach = Int(Self.turnReach * period)
            return Self.wave(from: turn - reach, to: turn + reach, of: force, offset: offset)
        }
        guard let course = Course(turns.dropFirst().dropLast().compactMap(window)), course.likeness >= Self.smallestTurnLikeness
        else { return nil }
        // Where exactly a rep turns that hardly is one, nobody can say. Of one that is still under way too little is seen.
        let shift = Int(Self.turnShift * period)
        let places = turns[rep] - shift...turns[rep] + shift
        let found = places.compactMap { window($0).map { course.match($0).likeness } }
        return found.count == places.count ? found.max().map { $0 / course.likeness } : nil
    }

    /// The periods at the ends may be half something else already.
    private var innerWaves: [[Double]] { waves.count >= Self.fewestReps ? Array(waves.dropFirst().dropLast()) : waves }

    private func isInPosture(_ turn: Int) -> Bool {
        up.indices.contains(turn) && (up[turn] - upAtTurn).length < Self.postureChange
    }

    /// The force from one turn to the next, stretched to a common length; `nil` where it was not recorded.
    private static func wave(from start: Int, to end: Int, of force: [Double], offset: Int) -> [Double]? {
        guard start >= offset, end < offset + force.count else { return nil }
        let step = Double(end - start) / Double(points - 1)
        return (0..<points).map { point in
            let position = Double(start - offset) + step * Double(point)
            let below = min(Int(position), force.count - 1)
            let above = min(below + 1, force.count - 1)
            return force[below] + (force[above] - force[below]) * (position - Double(below))
        }
    }

    /// The mean of several periods.
    private struct Course {
        private let values: [Double]
        private let level: Double
        /// Median correlation of the periods with it.
        private(set) var likeness = 0.0

        /// `nil` for fewer than two.
        init?(_ waves: [[Double]]) {
            guard waves.count >= 2 else { return nil }
            values = (0..<points).map { point in waves.reduce(0) { $0 + $1[point] } / Double(waves.count) }
            level = values.reduce(0, +) / Double(points)
            likeness = Statistics.median(waves.map { match($0).likeness }) ?? 0
        }

        /// Correlation about the level of the mean, and the size that fits best.
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
