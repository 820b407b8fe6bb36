import RepCore
import SessionModel

/// Remembers which end of the movement is home while a set goes on.
///
/// With n reps there are n + 1 stays at home and n turns. A reading that is taken half-way through a rep sees as many of
/// either, and may take the turn, where the body rests just now, for home; taken at home it sees what is right. So what a
/// reading says against the home known is not believed until it has lasted for longer than a rep.
struct LiveHome: Sendable {
    struct Parameters: Sendable {
        /// The other end is home once readings have said so for this long, in reps. Chosen on the recordings that `benchmark --live`
        /// reports, without others to check it on.
        var patienceInReps = 1.5
        /// Share of the shorter of two sets that both cover, above which they are the same movement.
        var overlapShare = 0.5

        init() {}
    }

    /// The movement of a set as it was read when the set was announced.
    private struct Known: Sendable {
        var number: Int
        var kind: SignalKind
        var way: SIMD3<Double>
        var contrarySinceSeconds: Double?
    }

    let parameters: Parameters
    private var known: Known?

    init(_ parameters: Parameters = Parameters()) {
        self.parameters = parameters
    }

    /// Whether readings say otherwise, and may yet be believed.
    var isContradicted: Bool { known?.contrarySinceSeconds != nil }

    /// Learns which end is home from the reading by which the open set was announced.
    /// - Parameter reps: those of the open set.
    mutating func learn(from findings: SegmentFindings, open: LiveSet?, reps: [RepResult]) {
        guard let open, known?.number != open.number else {
            if open == nil { known = nil }
            return
        }
        known = Self.source(of: reps, in: findings).map { Known(number: open.number, kind: $0.kind, way: Self.way($0)) }
    }

    /// The findings with the movement of the open set read round the home known; `nil` where a reading does not contradict
    /// it, or has done so for too long.
    /// - Parameter sets: what the analysis makes of the findings as they are.
    mutating func kept(
        _ findings: SegmentFindings, reading sets: [SetResult], open: LiveSet?, periodSeconds: Double?, now: Double
    ) -> SegmentFindings? {
        guard let open, let periodSeconds, let known, known.number == open.number else { return nil }
        let isContrary = sets.contains { set in
            guard isSame(set.startSeconds, set.endSeconds, open), let source = Self.source(of: set.detail, in: findings)
            else { return false }
            return source.kind == known.kind && Self.way(source).dot(known.way) < 0
        }
        guard isContrary else {
            self.known?.contrarySinceSeconds = nil
            return nil
        }
        let since = known.contrarySinceSeconds ?? now
        guard now - since < parameters.patienceInReps * periodSeconds else {
            self.known = Known(number: known.number, kind: known.kind, way: known.way * -1)
            return nil
        }
        self.known?.contrarySinceSeconds = since
        func kept(_ sets: [DetectedSet]) -> [DetectedSet] {
            sets.map { set in
                guard set.kind == known.kind, isSame(set.startSeconds, set.endSeconds, open),
                    var reading = ([set] + set.exchanged).first(where: { Self.way($0).dot(known.way) > 0 })
                else { return set }
                reading.exchanged = []
                return reading
            }
        }
        var result = findings
        result.sets = kept(findings.sets)
        result.tiltSets = kept(findings.tiltSets)
        result.travelSets = kept(findings.travelSets)
        return result
    }

    /// The detected set, or the other reading of one, that has these reps.
    private static func source(of reps: [RepResult], in findings: SegmentFindings) -> DetectedSet? {
        let turns = Set(reps.map(\.turnSeconds))
        let readings = [findings.sets, findings.tiltSets, findings.travelSets].joined().flatMap { [$0] + $0.exchanged }
            .map { set in (set, shared: set.reps.count { turns.contains($0.turnSeconds) }) }
        return readings.max { $0.shared < $1.shared }.flatMap { $0.shared > 0 ? $0.0 : nil }
    }

    /// From home to turn in the signal the set was seen in, in m/s2.
    private static func way(_ set: DetectedSet) -> SIMD3<Double> {
        set.kind == .tilt ? set.tiltWay : SIMD3(set.travelWay, 0, 0)
    }

    private func isSame(_ startSeconds: Double, _ endSeconds: Double, _ open: LiveSet) -> Bool {
        let common = min(endSeconds, open.endSeconds) - max(startSeconds, open.startSeconds)
        let shorter = min(endSeconds - startSeconds, open.endSeconds - open.startSeconds)
        return common > parameters.overlapShare * shorter
    }
}
