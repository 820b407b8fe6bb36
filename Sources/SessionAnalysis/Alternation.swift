import Motion
import RepCore
import SessionModel

/// Counts alternating reps per leg from one sensor on a leg.
///
/// The leg that wears the sensor swings far when it leads and hardly when the other does, so a set of alternating lunges
/// shows every second rep as a large swing. The other leg's reps lie between. Which leg began and which ended the set
/// cannot be seen when both differ, so the count may be one off either way.
struct Alternation {
    /// Side the sensor is worn on.
    let wornSide: Side?

    /// The alternating set behind the swings of one leg.
    func set(of swings: DetectedSet, exercise: String) -> SetResult {
        var detail: [RepResult] = []
        let step = swings.portrait.periodSeconds
        let other: Side? = wornSide?.other
        for (index, swing) in swings.reps.enumerated() {
            let following = index + 1 < swings.count ? swings.reps[index + 1].turnSeconds : swing.turnSeconds + step
            let quarter = (following - swing.turnSeconds) / 4
            let between = swing.turnSeconds + 2 * quarter
            detail.append(
                RepResult(
                    swing, startSeconds: max(swing.startSeconds, swing.turnSeconds - quarter),
                    endSeconds: swing.turnSeconds + quarter, side: wornSide))
            // The sensor's own angle says nothing about the leg that does not wear it.
            detail.append(
                RepResult(
                    startSeconds: between - quarter, turnSeconds: between, endSeconds: between + quarter, side: other))
        }
        let count = detail.count
        return SetResult(
            exercise: exercise, side: wornSide == nil ? nil : .alternating, startSeconds: detail.first?.startSeconds ?? 0,
            endSeconds: detail.last?.endSeconds ?? 0, reps: count, range: max(0, count - 1)...count + 1,
            confidence: swings.quality, detail: detail,
            measures: SetMeasures(of: detail, autocorrelation: swings.autocorrelation))
    }
}
