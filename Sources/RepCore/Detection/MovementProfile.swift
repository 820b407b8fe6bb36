/// How one movement of one person looks to a sensor worn as it was then: what a set of known count shows.
///
/// It narrows which sets of another recording belong to the movement; what number they make is not in it.
public struct MovementProfile: Sendable, Equatable, Codable {
    /// Signal in which its reps were counted right.
    public var kind: SignalKind
    /// Posture, size, tempo, and the way from home to turn: which of the two ends is home.
    public var portrait: MovementPortrait

    public init(kind: SignalKind, portrait: MovementPortrait) {
        self.kind = kind
        self.portrait = portrait
    }

    /// The profile of a recording of `reps` repetitions: the reading, of all signals and both choices of home, that
    /// counts as many and has most evidence; `nil` where none does.
    /// - Parameter readings: what `MovementGroup.readings(of:)` gives for each signal.
    public init?(of readings: [(sets: [DetectedSet], score: Double)], reps: Int) {
        let right = readings.filter { $0.sets.reduce(0) { $0 + $1.count } == reps }
        guard let best = right.max(by: { $0.score < $1.score }),
            let largest = best.sets.max(by: { $0.count < $1.count })
        else { return nil }
        self.init(kind: largest.kind, portrait: largest.portrait)
    }
}
