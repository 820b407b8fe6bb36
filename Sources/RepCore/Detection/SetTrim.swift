/// Drops movements at either end of a set that are not of it: sitting up afterwards, a step before.
public struct SetTrim: Sendable {
    /// Most reps dropped at either end.
    public var most = 2
    /// Sets with fewer reps are left alone.
    public var fewestReps = 5
    /// A stray looks different (`DetectedRep.likeness` below this) and comes late or early (interval to its neighbour over
    /// the median interval above this); a rep that is only one of the two stays.
    public var likeness = 0.75
    public var intervalRatio = 1.2

    public init() {}

    public func trimmed(_ set: DetectedSet) -> DetectedSet {
        var reps = set.reps
        func isStray(_ rep: DetectedRep, beside neighbour: DetectedRep) -> Bool {
            let steps = zip(reps, reps.dropFirst()).map { $1.turnSeconds - $0.turnSeconds }
            guard let median = Statistics.median(steps), median > 0 else { return false }
            return rep.likeness < likeness && abs(rep.turnSeconds - neighbour.turnSeconds) > intervalRatio * median
        }
        for _ in 0..<most where reps.count >= fewestReps && isStray(reps[0], beside: reps[1]) {
            reps.removeFirst()
        }
        for _ in 0..<most
        where reps.count >= fewestReps && isStray(reps[reps.count - 1], beside: reps[reps.count - 2]) {
            reps.removeLast()
        }
        var result = set
        result.reps = reps
        result.features.reps = reps.count
        return result
    }
}
