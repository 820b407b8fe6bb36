import Motion
import RepCore

extension SignatureTable {
    /// The trunk sinks as it travels, less far than in a squat, and is jolted by the foot that lands: a roughness of 1 and a vertical tempo of
    /// 0.41 in one simulator, 0.3 and 0.6 in others; hard landings leave 0.26 in a fourth. No person was recorded so.
    private static let stride: [Term] = [
        .atMost(.roughness, 0.8, never: 1.3), .atLeast(.likeness, 0.6, never: 0.3),
        .atLeast(.verticalTempoShare, 0.35, never: 0.15), .within(.fall, -0.5 ... -0.07, never: -0.7, -0.03),
        .within(.duration, 1.4...6, never: 0.9, 12),
    ]

    /// The pelvis sinks and rises in place, leaning forward somewhat; over feet that stay it does not go forward with it.
    private static let sinkingPelvis: [Term] = [
        .atLeast(.verticalTempoShare, 0.65, never: 0.4), .within(.tilt, 14...65, never: -6, 85, floor: 0.4),
        .within(.tilt, 0...65, never: -9, 85), .atMost(.leanward, 0.14, never: 0.24, floor: 0.05),
        .atMost(.advance, 0.3, never: 0.5, floor: 0.25),
    ]
    /// Less deep may be a lunge.
    private static let deep = Term.atMost(.fall, -0.42, never: -0.2, floor: 0.4)
    /// It goes back as the trunk comes forward. Slow reps, of five seconds and more, have little vertical acceleration of their own: one
    /// simulator's keep 0.39 of it at the tempo.
    private static let goingBack: [Term] = [
        .atLeast(.verticalTempoShare, 0.5, never: 0.25), .within(.tilt, 8...65, never: 3, 85),
        .within(.fall, -1 ... -0.1, never: -1.2, -0.05), .atMost(.leanward, -0.06, never: -0.02),
        .atMost(.advance, 0.3, never: 0.5, floor: 0.25),
    ]
    /// Straight down between feet that stay a stride apart, and not far.
    private static let between: [Term] = [
        .atMost(.tilt, 14, never: 20), .within(.leanward, -0.05...0.2, never: -0.1, 0.3, floor: 0.05),
        .atMost(.advance, 0.3, never: 0.5), .within(.fall, -0.38 ... -0.1, never: -0.5, -0.07),
    ]
    /// As `lively`, of somebody who takes their time.
    private static let gentle: [Term] = [
        .atLeast(.vigour, 0.35, never: 0.1, floor: 0.1), .atLeast(.impact, 0.18, never: 0.05, floor: 0.6),
    ]

    /// Seen from waist or chest.
    static let trunk: [Signature] = [
        // The pelvis sinks and rises in place, leaning forward somewhat; over feet that stay it goes back as the trunk comes forward. Of
        // 22 recordings of two people it goes forward in two, by 13 cm at most, the back rounded. Straight down and not far it goes
        // between feet a stride apart.
        Signature(
            "squat", from: [.waist],
            steady, pace, brisk, smooth, like, upright, lively, sinkingPelvis,
            [.within(.fall, -1 ... -0.2, never: -1.5, -0.1), deep]),
        // Where upright is known nobody who lies is taken for it, and nobody walks so far up and down: it may be as smooth and as quick as it
        // likes. Simulated people sink by 40 cm in 3 s with a vigour of 0.3, and squat in 1.4 s at the pace of steps.
        Signature(
            "squat", from: [.waist], needs: [.lean],
            steady, even, brisk, smooth, like, upright, gentle, sinkingPelvis,
            [.within(.fall, -1 ... -0.25, never: -1.5, -0.15), deep]),
        // Knees bent by fifty degrees lower it by no more than 9 cm. Between feet a stride apart it sinks as little; as a squat it goes back:
        // by 6 cm and more in all but a few, deep, of two simulators, whose split stances show 5 at most.
        Signature(
            "squat", from: [.waist], needs: [.leanward],
            steady, pace, brisk, smooth, like, upright, lively, goingBack),
        // The same, smooth and quick as it likes, where leaning away from upright is known.
        Signature(
            "squat", from: [.waist], needs: [.leanChange],
            steady, even, brisk, smooth, like, upright, gentle, goingBack,
            [.atLeast(.leanChange, 5, never: 0), .within(.fall, -1 ... -0.25, never: -1.2, -0.15)]),
        // Shallow ones, of knees bent by forty-five degrees: a hand down and a hand back, each time alike, about one axis. Two
        // simulators', of which one has a noisy sensor; no person was recorded doing so.
        Signature(
            "squat", from: [.waist], handicap: 0.75, needs: [.ridingAdvance],
            steady, pace, halting, upright,
            [.atLeast(.axis, 0.96, never: 0.88), .atMost(.overshoot, 1.1, never: 1.4), .atLeast(.reps, 6, never: 3),
                .atLeast(.likeness, 0.92, never: 0.82), .atMost(.roughness, 0.8, never: 1.6),
                .within(.tilt, 5.5...16, never: 3.5, 24), .within(.fall, -0.16 ... -0.05, never: -0.22, -0.025),
                .within(.leanward, -0.16 ... -0.04, never: -0.24, -0.02), .atMost(.ridingAdvance, 0.15, never: 0.22),
                .atLeast(.tempoShare, 0.65, never: 0.4), .atLeast(.vigour, 0.28, never: 0.12), .within(.duration, 1.2...7, never: 0.9, 12)]),
        // The trunk sinks on its way forward, upright. Where nobody knows whether it does, as in reps too long to reckon without a gyroscope,
        // it may as well be that of somebody who sits and stretches a leg.
        Signature(
            "lunge", from: [.waist, .chest], needs: [.fall],
            pace, brisk, upright, lively, stride,
            [.atMost(.tilt, 22, never: 38), .atLeast(.leanward, 0.14, never: 0, floor: 0.05),
                .within(.advance, 0.3...1.6, never: 0.15, 2.5, floor: 0.15)]),
        // Or on its way back, more upright than anybody squats that far behind the heels: squats of two simulators that go back as far
        // lean by 14 degrees or more, lunges mostly by less. No recording of people shows one.
        Signature(
            "lunge", from: [.waist, .chest], needs: [.leanward],
            pace, brisk, upright, lively, stride,
            [.atMost(.tilt, 12.5, never: 18), .atMost(.leanward, -0.19, never: -0.14, floor: 0.02)]),
        // Or straight down between feet that stay a stride apart, and not far. Who squats as upright goes deep: of two people one leans by
        // 3 to 11 degrees, and sinks by 0.58 m and more; squats of four simulators that sink less lean by 10 degrees or more. A pelvis
        // may lean a little more, if only it does not go back with it.
        Signature(
            "lunge", from: [.chest], handicap: 0.75, needs: [.advance],
            pace, brisk, upright, lively, stride,
            [.atMost(.tilt, 8, never: 11.5), .within(.leanward, -0.12...0.2, never: -0.2, 0.3, floor: 0.05),
                .atMost(.advance, 0.3, never: 0.5), .within(.fall, -0.34 ... -0.1, never: -0.45, -0.07)]),
        Signature(
            "lunge", from: [.waist], handicap: 0.75, needs: [.advance],
            pace, brisk, upright, lively, stride, between),
        // Where upright is known, slowly too.
        Signature(
            "lunge", from: [.waist], handicap: 0.75, needs: [.lean, .fall],
            even, brisk, upright, gentle, stride, between),
        // Or it travels as far as a step without leaning, whichever way: squats of two simulators that go as far lean by 30 degrees.
        Signature(
            "lunge", from: [.waist], needs: [.ridingAdvance],
            pace, brisk, upright, lively, stride,
            [.atMost(.tilt, 9, never: 15), .within(.ridingAdvance, 0.33...1.2, never: 0.24, 1.6, floor: 0.05)]),
        // Lying, the pelvis tilts up, and rises, with hardly any energy, by no more than 30 cm: squats read round their other end rise more.
        // On the side it rolls with an opening knee instead: its lean changes by 1.5 degrees at most in two simulators, where bridges change
        // theirs by 11 and more.
        Signature(
            "bridge", from: [.waist],
            pace, slow, like, calm,
            [.atMost(.roughness, 0.45, never: 0.8), .within(.tilt, 12...60, never: 7, 75),
                .within(.lean, 68...125, never: 50, 150), .atLeast(.leanChange, 7, never: 3, floor: 0.02),
                .atMost(.energy, 0.8, never: 1.6, floor: 0.4), .within(.fall, 0...0.28, never: -0.1, 0.38, floor: 0.05)]),
        // The trunk sinks and rises in place, leaning forward somewhat: with the hips behind the feet the chest stays above them.
        Signature(
            "squat", from: [.chest],
            steady, pace, brisk, smooth, like, upright, lively,
            [.atLeast(.verticalTempoShare, 0.65, never: 0.4), .within(.tilt, 3...65, never: -1, 85),
                .within(.fall, -1 ... -0.2, never: -1.5, -0.1), .within(.leanward, -0.21...0.12, never: -0.3, 0.22, floor: 0.05),
                .atMost(.advance, 0.45, never: 0.8, floor: 0.2)]),
    ]

    /// A limb that hardly turns, each time alike.
    private static let riding: [Term] = [
        .atMost(.swing, 10, never: 18), .atLeast(.likeness, 0.8, never: 0.5), .atLeast(.verticalTempoShare, 0.6, never: 0.35),
    ]

    /// Over feet that stay an arm that rides on the body stays too: in squats of seven people within 20 cm, in lunges of five beyond 23 but
    /// for one person's smallest.
    private static let inPlace = Term.atMost(.ridingAdvance, 0.21, never: 0.34, floor: 0.2)

    /// Seen from wrist or upper arm.
    static let arm: [Signature] = [
        // Arms may be raised or still; they ride on the body, up and down alone.
        Signature(
            "squat", from: [.upperArm],
            steady, pace, quick, smooth, lively,
            [.atLeast(.likeness, 0.65, never: 0.3), .atLeast(.verticalTempoShare, 0.55, never: 0.3),
                .atMost(.tilt, 110, never: 135), .atMost(.swing, 118, never: 140),
                .within(.rise, 0.22...0.85, never: 0.1, 1.15),
                .within(.fall, -1.1 ... -0.05, never: -1.5, 0.1, floor: 0.2),
                .atMost(.advance, 0.7, never: 1.15, floor: 0.02), inPlace, .atMost(.impact, 1.5, never: 3, floor: 0.1),
                .within(.slowMovement, 1...8, never: 0.6, 10, floor: 0.02)]),
        // As from the upper arm; a wrist may not go forward as far.
        Signature(
            "squat", from: [.wrist],
            steady, pace, quick, smooth, lively,
            [.atLeast(.likeness, 0.65, never: 0.3), .atLeast(.verticalTempoShare, 0.55, never: 0.3),
                .atMost(.tilt, 110, never: 135), .atMost(.swing, 118, never: 140),
                .within(.rise, 0.22...0.85, never: 0.1, 1.15),
                .within(.ridingFall, -1.1 ... -0.05, never: -1.5, 0.1, floor: 0.2),
                .atMost(.advance, 0.38, never: 0.75, floor: 0.1), inPlace, .atMost(.impact, 1.5, never: 3, floor: 0.1),
                .within(.slowMovement, 1...8, never: 0.6, 10, floor: 0.02)]),
        // Or the arm swings up forward as the body sinks, and the hand stays as high as it was. Raised by somebody who stands it would
        // rise with the arm: of gym exercises of people, curls and raises lie below 0.18 m (a triceps extension at 0.29), of one who squats
        // so all sets above 0.38.
        // Done fast, arms swing at the pace of steps, but no walk goes there: simulated arms swing by up to 55 degrees in walking, and by 64
        // and more in such squats, a person's by 110.
        Signature(
            "squat", from: [.wrist], handicap: 0.75, needs: [.counterTravel],
            steady, even, quick, smooth, like, lively,
            [.within(.tilt, 60...125, never: 48, 140), .atMost(.overshoot, 1.2, never: 1.5),
                .atLeast(.counterTravel, 0.25, never: 0.15), .within(.advance, 0.3...0.75, never: 0.2, 0.95),
                .atMost(.rise, 0.4, never: 0.55), .atMost(.impact, 2.4, never: 4, floor: 0.1)]),
        // An arm that hangs or rests on the hip goes where the body goes, and turns by a few degrees: then neither has to be quick. In one
        // simulator; no person was recorded doing so, and no recording of people, gym exercises among them, changes its name.
        Signature(
            "squat", from: [.wrist, .upperArm], handicap: 0.75, needs: [.advance],
            steady, pace, quick, smooth, riding,
            [.within(.rise, 0.24...0.85, never: 0.15, 1.15), .atMost(.advance, 0.28, never: 0.45), inPlace,
                .within(.ridingFall, -1.1 ... -0.05, never: -1.5, 0.1, floor: 0.2)]),
        Signature(
            "lunge", from: [.wrist, .upperArm], handicap: 0.75, needs: [.advance],
            pace, brisk, smooth, riding,
            [.within(.rise, 0.16...0.45, never: 0.1, 0.6), .within(.advance, 0.34...1.2, never: 0.2, 1.8),
                .within(.ridingFall, -1.1 ... -0.05, never: -1.5, 0.1, floor: 0.2), .within(.duration, 1.6...6, never: 1.2, 10)]),
        // A still arm rides on the body, up and down and forward: people who lunge turn it by 12 degrees at most, and the more an arm swings,
        // the less its way forward says, for at forty degrees it goes as far as a step where nobody steps. An arm that sweeps the floor goes as
        // far forward in a second or little more (one simulator); asking for longer loses lunges of two people.
        Signature(
            "lunge", from: [.wrist, .upperArm],
            pace, brisk, smooth, lively,
            [.atLeast(.likeness, 0.6, never: 0.3), .atLeast(.verticalTempoShare, 0.55, never: 0.3),
                .atMost(.tilt, 24, never: 50), .atMost(.swing, 36, never: 60),
                .within(.rise, 0.16...0.55, never: 0.07, 0.8),
                .within(.advance, 0.34...1.2, never: 0.1, 1.8, floor: 0.02),
                .atMost(.impact, 1.5, never: 2.5, floor: 0.3), .within(.duration, 1.2...6, never: 0.95, 10)]),
    ]
}
