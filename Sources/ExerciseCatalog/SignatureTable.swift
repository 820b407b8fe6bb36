import RepCore

/// What the catalogue's exercises look like, row by row; see `Signature` for how to read and add one.
///
/// Placements are worn on the body part they name in any orientation. Lengths are in metres, angles in degrees, times
/// in seconds, accelerations in m/s2.
public enum SignatureTable {
    /// Smallest log score of a row for its exercise to be recognised; less is enough for a long set.
    public static let recognitionBound = -1.9
    /// Smallest log score of `other` for movement to be called exercise that is not in the catalogue.
    public static let otherBound = -0.85
    /// Fewer reps are no set.
    public static let fewestReps = 3
    /// Shorter is no set, in seconds: three quick swings happen on any flight of stairs.
    public static let shortestSetSeconds = 5.0

    public static let all: [Signature] = thigh + shank + trunk + arm

    /// Any exercise whatever: smooth, even, closed, of some size, and no walk.
    public static let other: [Term] = [
        .within(.duration, 1.3...8, never: 0.9, 12),
        .atMost(.hold, 4, never: 7),
        .atMost(.roughness, 0.36, never: 0.6),
        .atMost(.jitter, 0.3, never: 0.8, floor: 0.02),
        .atMost(.residue, 0.3, never: 0.6, floor: 0.02),
        .atLeast(.reps, 5, never: 1, floor: 0.3),
        .atMost(.reps, 60, never: 120),
        .atLeast(.likeness, 0.5, never: 0.2),
        .atLeast(.tempoShare, 0.62, never: 0.5),
        .atLeast(.motion, 1, never: 0.4),
        .atLeast(.autocorrelation, 0.5, never: 0.2, floor: 0.02),
        .atLeast(.quality, 0.72, never: 0.6, floor: 0.02),
        .atMost(.gait, 0.3, never: 0.7),
        .atLeast(.energy, 0.3, never: 0.1, floor: 0.1),
    ]

    // MARK: - What exercises share

    /// Even reps that come back to where they started. Three are weaker evidence than five; a hundred are a wheel.
    static let even: [Term] = [
        .atMost(.jitter, 0.3, never: 0.9, floor: 0.3), .atMost(.closing, 15, never: 35, floor: 0.05),
        .atLeast(.reps, 5, never: 1, floor: 0.4), .atMost(.reps, 60, never: 120), .atMost(.striding, 0.4, never: 0.8),
    ]
    /// Such as make no walk.
    static let pace: [Term] = even + [.atMost(.stepping, 0.3, never: 0.7)]
    /// Lying and seated exercises may hold.
    static let slow: [Term] = [.within(.duration, 0.95...10, never: 0.5, 20)]
    /// A rep is where the last one was, a period earlier, or at least as it was.
    private static let repeating = Term.atLeast(.repetition, 0.45, never: 0.1, floor: 0.05)
    /// Squats and lunges keep no hold: sitting down on a seat is no squat.
    static let brisk: [Term] = unheld + [repeating]
    /// The same with pauses of different length between reps.
    static let halting: [Term] = unheld + [.atLeast(.repetition, 0.3, never: 0.05, floor: 0.05)]
    /// Who squats hardly stands longer between reps than each takes; who bends to a basket, and hangs up what was in it, does. Of the
    /// squats of people none loses its name by it, of those of six simulators two, at arms, and 11 of 39 sets in everyday life that are none.
    static let steady: [Term] = [.atMost(.gap, 0.9, never: 1.8, floor: 0.05)]
    private static let unheld: [Term] = [.within(.duration, 1.2...7, never: 0.6, 12), .atMost(.hold, 2.5, never: 5)]
    /// Where the rise asked for excludes walking already.
    static let quick: [Term] = [.within(.duration, 0.8...7, never: 0.45, 12), .atMost(.hold, 2.5, never: 5), repeating]
    static let smooth: [Term] = [.atMost(.roughness, 0.5, never: 0.95)]
    static let like: [Term] = [.atLeast(.likeness, 0.75, never: 0.4)]
    /// One joint turns about one axis and is farthest at the turn; stairs and turning round do not.
    static let hinge: [Term] = [.atLeast(.axis, 0.8, never: 0.5), .atMost(.overshoot, 1.6, never: 2.6)]
    static let upright: [Term] = [.atMost(.lean, 35, never: 60)]
    /// Who lies strikes nothing.
    static let calm: [Term] = [.atMost(.impact, 0.55, never: 1.2), .atMost(.energy, 1.2, never: 3.3)]
    /// Who stands moves the whole body, far if not quickly.
    static let lively: [Term] = [
        .atLeast(.vigour, 0.6, never: 0.25, floor: 0.1), .atLeast(.impact, 0.18, never: 0.05, floor: 0.6),
    ]
}
