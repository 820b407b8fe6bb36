/// A run of similar excursions: a candidate for a set of repetitions.
public struct MovementSet: Sendable, Equatable {
    /// Signal the excursions were read from.
    public var kind: SignalKind
    /// Low-pass cut-off of that signal, in Hz.
    public var cutoffHz: Double
    /// In order, not overlapping.
    public var excursions: [Excursion]
    /// Excursions among them that stay under half of their neighbours: reported apart, never counted.
    public var partialReps = 0
    /// Direction in the signal the movement was projected on, unit length.
    public var axis: SIMD3<Double>
    /// Whether home lies at the high side of `axis`.
    public var homeIsHigh: Bool
    /// Mean way from home to turn, in the signal's m/s2.
    public var excursion: SIMD3<Double>
    /// Mean home, in the signal's m/s2.
    public var home: SIMD3<Double>
    /// Median size of the excursions in m/s2.
    public var amplitude: Double
    /// Median time from leaving home to being back, in seconds.
    public var repSeconds: Double
    /// How well excursions close and resemble their neighbours, 0...1.
    public var quality: Double
    /// Mean seconds the sensor stays at home before the first and after the last excursion, at most 2.
    public var restAtHomeSeconds = 0.0
    /// Counted excursions at the edges that only just belong.
    public var doubtfulEdges = 0
    /// A further excursion of the set whose turn the segment still shows, and whose way back it does not: the recording
    /// has a gap there. Its `back` and `homeAfter` are the end of the segment.
    public var unfinished: Excursion?
    /// How far each excursion steps out before it comes back, in metres, where its ways out and back were excursions of their own
    /// (`StepPairs`).
    public var stepMetres: Double?
    /// The same movement read with home and turn exchanged, where that reading exists.
    public var exchanged: [MovementSet] = []

    /// First grid index of the set: the first excursion leaves home.
    public var start: Int { excursions[0].leave }
    /// Last grid index of the set: the last excursion is back.
    public var end: Int { excursions[excursions.count - 1].back }
    /// All grid indices from the first home to the last.
    var reach: Range<Int> { excursions[0].homeBefore..<excursions[excursions.count - 1].homeAfter + 1 }
    /// Whether its reps are short enough for vertical travel to mean something.
    var showsTravel: Bool { repSeconds <= VerticalTravel.longestRepSeconds }
    /// Number of excursions.
    public var count: Int { excursions.count }

    /// How even the tempo is, 0...1: mean ratio of neighbouring steps from turn to turn, smaller over larger.
    public var regularity: Double {
        guard count >= 3 else { return 0.6 }
        let steps = zip(excursions, excursions.dropFirst()).map { Double($1.turn - $0.turn) }
        let ratios = zip(steps, steps.dropFirst()).map { min($0, $1) / max($0, $1) }
        return ratios.reduce(0, +) / Double(ratios.count)
    }

    /// Whether it is another set and more: the same movement, which goes on in its tempo by two reps at least, for one may be chance.
    func goesOn(_ other: MovementSet) -> Bool {
        let common = min(end, other.end) - max(start, other.start)
        let further = [excursions.filter { $0.turn < other.start }, excursions.filter { $0.turn > other.end }]
        guard kind == other.kind, excursion.dot(other.excursion) > 0,
            Double(common) > Self.wholeShare * Double(other.end - other.start),
            count - further[0].count - further[1].count >= other.count, let period = Self.period(other.excursions)
        else { return false }
        let beyond = further.compactMap(Self.period)
        return !beyond.isEmpty && beyond.allSatisfy { min(period, $0) >= Self.tempoRatio * max(period, $0) }
    }

    /// Median grid steps from turn to turn; `nil` for fewer than two.
    private static func period(_ excursions: [Excursion]) -> Double? {
        Statistics.median(zip(excursions, excursions.dropFirst()).map { Double($1.turn - $0.turn) })
    }

    /// Squats after lunges of both legs in turn come twice as often as the swings of the one leg.
    private static let tempoRatio = 0.7
    /// Share of a set that is as good as all of it.
    private static let wholeShare = 0.9

    /// Share of the shorter of two sets that both cover.
    func overlap(with other: MovementSet) -> Double {
        let common = min(end, other.end) - max(start, other.start)
        return Double(common) / Double(max(1, min(end - start, other.end - other.start)))
    }
}
