/// How one movement of one person looks to a sensor worn as it was then: what a set of known count shows.
///
/// It narrows which sets of another recording belong to the movement; what number they make is not in it.
public struct MovementProfile: Sendable, Equatable, Codable {
    /// Posture, size and tempo.
    public var portrait: MovementPortrait

    public init(portrait: MovementPortrait) {
        self.portrait = portrait
    }

    /// The profile of a recording of `reps` repetitions: the reading, of both signals and both choices of home, that
    /// counts as many and has most evidence.
    /// - Parameter sets: everything found in the recording, in either signal.
    /// - Returns: the profile and, whether there is one or not, all the counts that were read.
    public static func learnt(from sets: [DetectedSet], reps: Int) -> (profile: MovementProfile?, counts: Set<Int>) {
        let trim = SetTrim(.foreign)
        let readings = SignalKind.allCases.flatMap { kind -> [[DetectedSet]] in
            let seen = sets.filter { $0.kind == kind }
            let groups = [nil, true, false].compactMap { MovementGroup().best(of: seen, sinks: $0)?.sets }
            let alone = seen.flatMap { [[$0]] + $0.exchanged.map { [$0] } }
            return groups + alone
        }.map { $0.map(trim.trimmed) }
        func count(_ reading: [DetectedSet]) -> Int { reading.reduce(0) { $0 + $1.count } }
        func evidence(_ reading: [DetectedSet]) -> Double { reading.reduce(0) { $0 + $1.score } }
        let best = readings.filter { count($0) == reps }.max { evidence($0) < evidence($1) }
        let profile = best.flatMap { $0.max { $0.count < $1.count } }.map { MovementProfile(portrait: $0.portrait) }
        return (profile, Set(readings.map(count)))
    }

    /// Those of the sets that are this movement (`MovementGroup.distance`), in whichever signal they were seen.
    ///
    /// Everything else in the recording may repeat more and score higher; it is not what this person did then.
    public func like(_ sets: [DetectedSet]) -> [DetectedSet] {
        let group = MovementGroup()
        return sets.filter { group.distance($0.portrait, portrait, in: $0.kind) < group.parameters.largestDistance }
    }
}
