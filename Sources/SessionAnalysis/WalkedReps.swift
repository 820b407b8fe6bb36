import RepCore

/// Tells steps from reps: some steps between reps, low-passed, are an excursion like them, and then stand in the middle of their set.
///
/// A walk shows in its strikes and their rhythm (`WalkingRun`). Who squats briskly has a rhythm too, but shakes a
/// sensor no more than their other reps do; who walks between slow reps shakes it far more. Lunges strike like steps: where half of
/// the reps are walked through, the exercise has that rhythm itself, and all of them stay.
struct WalkedReps: Sendable {
    let walking: [WalkingRun]

    /// Share of a rep that somebody walked from which it is none.
    private static let share = 0.5
    /// Shaking (`Gait.shaking`) over that of the set (`Feature.energy`). Without such a limit a person's squats, played faster by a
    /// sixth, lost two reps at a shank; with this one no recording of people loses any, whatever is done to its tempo.
    private static let livelier = 1.5

    /// A run lies between the middles of windows that hold a rhythm all through: somebody walked longer, in seconds.
    private static let marginSeconds = 1.0

    /// A movement without the steps among its sets.
    func left(out sets: [DetectedSet]) -> [DetectedSet] {
        let steps = sets.map(steps)
        let count = zip(sets, steps).reduce(0) { $0 + $1.0.reps.count(where: $1.1) }
        guard count > 0, 2 * count < sets.reduce(0, { $0 + $1.count }) else { return sets }
        return zip(sets, steps).flatMap { set, isStep in
            guard set.reps.contains(where: isStep) else { return [set] }
            let exchanged = set.exchanged.flatMap { $0.split(leavingOut: isStep) }
            return set.split(leavingOut: isStep).map { part in
                var part = part
                part.exchanged = exchanged.filter { $0.overlaps(part) }
                let own = part.startSeconds...part.endSeconds
                part.stepPairs = set.stepPairs.flatMap { $0.split { !own.contains($0.turnSeconds) } }
                part.strands = []
                part.inOtherSignal = set.inOtherSignal.flatMap { $0.split(leavingOut: isStep) }.filter { $0.overlaps(part) }
                return part
            }
        }
    }

    /// What is a step among the reps of a set.
    private func steps(_ set: DetectedSet) -> (DetectedRep) -> Bool {
        let walks = walking.filter { ($0.gait?.shaking ?? 0) > Self.livelier * (set.features?.energy ?? 0) }
        return { rep in
            let walked = walks.reduce(0) {
                let (start, end) = ($1.startSeconds - Self.marginSeconds, $1.startSeconds + $1.durationSeconds + Self.marginSeconds)
                return $0 + max(0, min(rep.endSeconds, end) - max(rep.startSeconds, start))
            }
            return walked > Self.share * rep.durationSeconds
        }
    }
}
