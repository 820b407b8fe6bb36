import RepCore

extension SyntheticSensor {
    /// Largest errors of a detected set, in seconds and degrees; `nil` when the count is wrong.
    public struct Errors: Sendable {
        public var start, turn, end: Double
        /// Largest distance of a range of motion from `degrees`.
        public var degrees: Double
    }

    /// How far a set is off these reps.
    public func errors(of set: DetectedSet, degrees: Double = 0) -> Errors? {
        guard set.count == reps.count else { return nil }
        func largest(_ error: (DetectedRep, Rep) -> Double) -> Double {
            zip(set.reps, reps).map { abs(error($0, $1)) }.max() ?? 0
        }
        return Errors(
            start: largest { $0.startSeconds - $1.start }, turn: largest { $0.turnSeconds - $1.turn },
            end: largest { $0.endSeconds - $1.end }, degrees: largest { rep, _ in rep.tiltDegrees - degrees })
    }
}
