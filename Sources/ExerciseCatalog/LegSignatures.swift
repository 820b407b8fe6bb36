import Motion
import RepCore

extension SignatureTable {
    /// Thighs go forward from where somebody stands and back, with all that is above them; walking they swing about it: `midLean` is mostly
    /// below 7 degrees in two simulators' walks, and above 12 in the squats of one.
    private static let sinking: [Term] = [
        .atMost(.gapEnergy, 1.4, never: 2.1, floor: 0.1), .atLeast(.tempoShare, 0.9, never: 0.76),
        .within(.fall, -1.1...0, never: -1.5, 0.12, floor: 0.05), .within(.lead, -14...11, never: -28, 20, floor: 0.05),
        .atLeast(.midLean, 10, never: 3, floor: 0.05), .within(.slowMovement, 1.8...9, never: 0.8, 14),
    ]

    /// Hardly ever as quick as a stride, which takes 1.1 to 1.4 s. The quickest of the people recorded with a watch lunge in 1.2 s, most of
    /// them in more than 1.5; whether with both legs in turn, a wrist does not tell.
    private static let unhurried = Term.atLeast(.period, 1.5, never: 1.05, floor: 0.2)

    /// Not lifted, as far as is known.
    private static let lowered = Term.atMost(.fall, 0.12, never: 0.26, floor: 0.05)

    /// Seen from a thigh.
    static let thigh: [Signature] = [
        // Thighs go level and back about the hips, smoothly, in place; the body sinks. Knees bent by sixty degrees take them to 35.
        Signature(
            "squat", from: [.thigh],
            steady, hinge, pace, brisk, smooth, like, upright, lively, sinking,
            [.atLeast(.verticalTempoShare, 0.65, never: 0.4, floor: 0.4), .within(.tilt, 36...115, never: 20, 135),
                .atMost(.advance, 0.35, never: 0.7, floor: 0.3)]),
        // Shallow ones, of knees bent by forty-five degrees, turn a thigh by twenty: little, but each time alike, about one axis,
        // from upright forward, and lower the body by no more than a hand. One simulator's; no person was recorded doing so.
        Signature(
            "squat", from: [.thigh], handicap: 0.75, needs: [.leanward],
            steady, pace, halting, like,
            [.atLeast(.axis, 0.96, never: 0.88), .atMost(.overshoot, 1.1, never: 1.4), .atLeast(.reps, 5, never: 2),
                .atLeast(.likeness, 0.92, never: 0.82), .atMost(.roughness, 0.25, never: 0.45), .atMost(.lean, 14, never: 24),
                .within(.tilt, 15...45, never: 12, 60), .within(.lead, -10...11, never: -20, 16),
                .atLeast(.midLean, 8, never: 3, floor: 0.05), .within(.fall, -0.12...0.01, never: -0.2, 0.06),
                .atMost(.advance, 0.15, never: 0.25), .within(.leanward, -0.15...0.15, never: -0.25, 0.25),
                .atLeast(.tempoShare, 0.88, never: 0.7), .atLeast(.vigour, 0.22, never: 0.1), .within(.duration, 1.2...7, never: 0.9, 12)]),
        // In a split stance feet stay, and the thigh in front is before the body from the start: by some twenty degrees, with
        // feet a stride apart. No recording of people shows one; generated squats lead by less than three.
        Signature(
            "lunge", .front, from: [.thigh], handicap: 0.75, needs: [.lead],
            hinge, pace, brisk, smooth, like, lively,
            [.within(.lead, 14...40, never: 8, 55), .within(.tilt, 20...85, never: 12, 105),
                .within(.fall, -0.5 ... -0.06, never: -0.7, 0.1, floor: 0.1), .atMost(.advance, 0.45, never: 0.9, floor: 0.2),
                .within(.slowMovement, 1...9, never: 0.5, 14)]),
        // The thigh that steps forward goes level, half a metre ahead; pushing off puts acceleration beside the tempo.
        Signature(
            "lunge", .front, from: [.thigh], handicap: 0.75,
            hinge, pace, brisk, smooth, like, lively,
            [.atMost(.midway, 0.9, never: 1.8, floor: 0.4), .atLeast(.tempoShare, 0.62, never: 0.45),
                .atMost(.lean, 24, never: 45), .within(.tilt, 42...105, never: 25, 125),
                .within(.advance, 0.42...1.6, never: 0.15, 2.5, floor: 0.2),
                .within(.fall, -0.35...0.12, never: -0.6, 0.28, floor: 0.1), .atMost(.advance, 1.6, never: 2.5),
                .atMost(.between, 0.8, never: 1.6, floor: 0.02),
                .within(.roughness, 0.12...0.6, never: 0.04, 1.05, floor: 0.4),
                .atMost(.verticalTempoShare, 0.7, never: 0.95, floor: 0.3),
                .within(.duration, 1.4...6, never: 0.8, 12, floor: 0.3),
                .within(.slowMovement, 1.6...9, never: 0.8, 14)]),
        // Where the other leg steps back, the foot in front stays, and its thigh goes level as in a squat; but what is vertical comes from the
        // other foot's strikes and pushes, not from the tempo: a share of 0.2 at most in two simulators, where squats have 0.28 and more,
        // people's 0.78 and more. No person was recorded doing so.
        Signature(
            "lunge", .front, from: [.thigh], needs: [.verticalTempoShare],
            hinge, pace, brisk, smooth, like, lively,
            [.atMost(.verticalTempoShare, 0.2, never: 0.28), .atLeast(.impact, 0.55, never: 0.3), .atLeast(.roughness, 0.13, never: 0.06),
                .atMost(.lean, 20, never: 35), .within(.lead, -14...11, never: -28, 20, floor: 0.05), .within(.tilt, 40...105, never: 30, 120),
                .atMost(.advance, 0.42, never: 0.6), .within(.fall, -0.12...0.1, never: -0.25, 0.2), .atMost(.between, 0.6, never: 1),
                .atLeast(.period, 2.2, never: 1.5), .within(.slowMovement, 1.6...9, never: 0.8, 14)]),
        // The thigh that stays behind tilts little while the body sinks and moves forward: where nobody knows whether it does, as in reps too
        // long to reckon, so little is nothing.
        Signature(
            "lunge", .rear, from: [.thigh], needs: [.fall],
            hinge, pace, brisk, like, upright, lively,
            [.atMost(.between, 0.8, never: 1.6, floor: 0.02), .atMost(.roughness, 0.7, never: 1.1),
                .within(.lead, -45...10, never: -60, 19, floor: 0.05),
                .within(.tilt, 9...30, never: 6, 42), .within(.fall, -0.45 ... -0.08, never: -0.6, 0), unhurried,
                .within(.advance, 0.18...1.6, never: 0.05, 2.5, floor: 0.25),
                .within(.duration, 1.25...6, never: 0.9, 12),
                .within(.roughness, 0.2...0.8, never: 0.1, 1.1, floor: 0.2),
                .within(.slowMovement, 0.8...3.5, never: 0.5, 5)]),
        // It may be jolted by the foot that lands before it, where it sinks far, goes far and does so each time alike, as in one simulator;
        // stairs of a person, slowed, sink by 7 cm and differ.
        Signature(
            "lunge", .rear, from: [.thigh], needs: [.advance],
            hinge, pace, brisk, upright, lively,
            [.atMost(.between, 0.8, never: 1.6, floor: 0.02), .atMost(.roughness, 1, never: 1.6), .atLeast(.likeness, 0.85, never: 0.6),
                .within(.lead, -45...10, never: -60, 19, floor: 0.05), .within(.tilt, 9...30, never: 6, 42),
                .within(.fall, -0.45 ... -0.14, never: -0.6, -0.08), .within(.advance, 0.3...1.6, never: 0.15, 2.5),
                unhurried, .within(.duration, 1.25...6, never: 0.9, 12), .within(.slowMovement, 0.8...3.5, never: 0.5, 5)]),
        // Or it does not tilt at all: then nothing else sinks so far and upright.
        Signature(
            "lunge", .rear, from: [.thigh], handicap: 0.75, needs: [.fall],
            pace, brisk, smooth, like, upright, lively,
            [.atMost(.tilt, 9, never: 16), .atMost(.swing, 20, never: 30), .within(.fall, -0.6 ... -0.18, never: -0.9, -0.1),
                .atMost(.gait, 0.3, never: 0.7), .within(.duration, 1.25...6, never: 0.9, 12)]),
        // The thigh swings from behind the body to before it and lingers upright between: home is the rear lunge. A generated one goes 42 cm
        // forward.
        Signature(
            "lunge", .both, from: [.thigh], handicap: 0.75,
            hinge, pace, smooth, like, lively,
            [.atLeast(.midway, 1.1, never: 0.6, floor: 0.1), .atMost(.hold, 2.5, never: 4.5),
                .within(.lean, 15...45, never: 6, 65, floor: 0.02), .within(.tilt, 70...125, never: 50, 140),
                .within(.advance, 0.4...2.5, never: 0.15, 3.5, floor: 0.2),
                .atMost(.tempoShare, 0.93, never: 0.99, floor: 0.2),
                .atMost(.verticalTempoShare, 0.6, never: 0.9, floor: 0.2), .within(.duration, 2.8...10, never: 1.8, 16),
                .within(.slowMovement, 2.5...9, never: 1.5, 14)]),
        // Only one leg's reps make the swing; the other leg's lunge is what happens between them. A leg that is lifted, by who marches on the spot
        // or lies and raises it, goes up as it swings.
        Signature(
            "lunge", .alternate, from: [.thigh, .shank],
            hinge, pace, brisk, smooth, like, upright, lively,
            [.within(.tilt, 42...110, never: 27, 130), .atLeast(.between, 1, never: 0.5),
                .within(.gap, 0.7...2, never: 0.4, 4), .atLeast(.gapEnergy, 0.7, never: 0.4), lowered,
                .atMost(.tempoShare, 0.97, never: 1.05, floor: 0.3)]),
        // What happens between them may be calm, if the body sinks in it as far as the other leg's lunge takes it (one simulator), and nothing
        // else says that dead reckoning went astray: with a broken gyroscope leg raises of a person go 2.5 m forward.
        Signature(
            "lunge", .alternate, from: [.thigh], needs: [.gapSink],
            hinge, pace, brisk, smooth, like, upright, lively,
            [.within(.tilt, 42...110, never: 27, 130), .atLeast(.gapSink, 0.14, never: 0.08), .within(.gap, 0.85...2.2, never: 0.65, 3.5),
                .atMost(.advance, 1.2, never: 2), lowered, .atMost(.tempoShare, 0.97, never: 1.05, floor: 0.3)]),
        // On the back, thighs pointing up past level, and up with the hips by some twenty degrees; nothing strikes the floor.
        Signature(
            "bridge", from: [.thigh],
            hinge, pace, slow, like, calm,
            [.atMost(.advance, 0.35, never: 0.6, floor: 0.1), .atMost(.roughness, 0.45, never: 0.8),
                .within(.lean, 103...155, never: 86, 175), .within(.tilt, 10...32, never: 6, 62),
                .atMost(.side, 0.45, never: 0.75, floor: 0.02), .within(.slowMovement, 0.5...3.5, never: 0.2, 5),
                .atMost(.verticalTempoShare, 0.6, never: 0.95, floor: 0.3)]),
        // On the side: gravity lies along the axis hip and knee turn about; the knee opens.
        Signature(
            "clamshell", from: [.thigh],
            hinge, pace, slow, like, calm,
            [.atMost(.advance, 0.3, never: 0.5, floor: 0.1), .atMost(.roughness, 0.2, never: 0.55),
                .within(.lean, 60...120, never: 45, 140), .within(.tilt, 20...75, never: 8, 95),
                .atLeast(.side, 0.6, never: 0.3, floor: 0.02), .within(.slowMovement, 0.6...5, never: 0.3, 7),
                .atMost(.verticalTempoShare, 0.6, never: 0.95, floor: 0.3)]),
    ]

    /// A leg that hangs still between reps, where that of somebody who lunges with both legs in turn bears the other leg's rep. Its energy is
    /// 2.2 at most in two people, and 4 in a shank that walks.
    private static let hanging: [Term] = [
        .atMost(.between, 0.5, never: 0.9, floor: 0.02), .atLeast(.likeness, 0.8, never: 0.5), .atLeast(.tempoShare, 0.85, never: 0.7),
        .within(.tilt, 36...110, never: 22, 125), .atMost(.impact, 1, never: 2, floor: 0.1), .atMost(.energy, 2.6, never: 4),
        .within(.slowMovement, 2...8, never: 1, 12),
    ]

    /// Feet stay a stride apart, one before the other.
    private static let astride: [Term] = [
        .atMost(.advance, 0.4, never: 0.7, floor: 0.2), .atMost(.side, 0.35, never: 0.6, floor: 0.02),
    ]

    /// Seen from a shank or foot.
    static let shank: [Signature] = [
        // Shanks lean forward a little over feet that stay, knees first, where a foot that swings forward goes before its knee: from
        // upright, not towards it. Feet that stay strike nothing; those that go downstairs do. Of the three ways a shank turns in two
        // simulators squats and bridges lie at -9 to -35 degrees of `forwardTurn`, rear lunges at -49 to -101, leg extensions at 60 to 85.
        // A short stride sways a shank by as much, but with an `energy` above 5; two people's squats have at most 2.5. Who weeds, crouching,
        // sets out from 10 degrees or more before or behind standing, squats of one simulator from within 5.
        Signature(
            "squat", from: [.shank],
            steady, hinge, pace, brisk, like, upright,
            [.atLeast(.vigour, 0.4, never: 0.1, floor: 0.3), .atLeast(.impact, 0.18, never: 0.05, floor: 0.6),
                .atMost(.roughness, 0.7, never: 1.1), .atMost(.impact, 2.4, never: 3.6, floor: 0.05),
                .atMost(.gait, 0.6, never: 1, floor: 0.3), .atMost(.energy, 3.5, never: 5), .within(.tilt, 11...48, never: 5, 62),
                .within(.midLean, -6...26, never: -13, 36, floor: 0.02), .within(.lead, -7...8, never: -13, 14, floor: 0.05),
                .atMost(.forwardTurn, 0, never: 8, floor: 0.02), .within(.fall, -0.8...0.05, never: -1, 0.15, floor: 0.1),
                .atMost(.advance, 0.4, never: 0.6, floor: 0.1), .within(.slowMovement, 0.8...4.5, never: 0.4, 6)]),
        // The shank that steps forward stays nearly upright, so how far it goes and that it strikes must tell. Who climbs stairs takes
        // little more than a second for a stride, nobody for a lunge; and comes down where it set out, whereas on stairs a stride ends a
        // step or two higher: reckoned as if it did not, 25 to 45 cm of height in one simulator, where lunges of three have 21 at most.
        Signature(
            "lunge", .front, from: [.shank], needs: [.advance, .fall],
            hinge, pace, brisk, upright, lively,
            [unhurried, .atMost(.between, 0.8, never: 1.6, floor: 0.02), .atMost(.roughness, 0.6, never: 1),
                .atLeast(.likeness, 0.6, never: 0.3), .within(.tilt, 5...25, never: 3, 38),
                .within(.advance, 0.45...1.6, never: 0.2, 2.5, floor: 0.15), .within(.duration, 1.4...6, never: 1.2, 12),
                .within(.fall, -0.2...0.22, never: -0.3, 0.34, floor: 0.05),
                .within(.roughness, 0.2...0.7, never: 0.08, 1.05, floor: 0.2),
                .within(.vigour, 1.1...9, never: 0.6, 16, floor: 0.1)]),
        // With the knee over the ankle it is as upright before the body as it was beside it, and swings only on the way: by 20 to 35
        // degrees in the one simulator that steps so, where people to learn from are missing. In another its own strikes jolt it by a roughness of
        // 2; slow strides of a third, which strike too, take 1.5 s.
        Signature(
            "lunge", .front, from: [.shank], handicap: 0.75, needs: [.advance],
            pace, brisk, upright, lively,
            [.atLeast(.period, 2.2, never: 1.5), .atMost(.gait, 0.2, never: 0.5), .atLeast(.axis, 0.8, never: 0.5),
                .atMost(.between, 0.8, never: 1.6, floor: 0.02), .atMost(.roughness, 1.5, never: 2.6),
                .atLeast(.likeness, 0.5, never: 0.2), .atMost(.tilt, 12, never: 20), .within(.swing, 14...60, never: 8, 80),
                .within(.advance, 0.5...1.2, never: 0.4, 1.6), .within(.fall, -0.12...0.12, never: -0.25, 0.25),
                .within(.duration, 1.7...6, never: 1.2, 12), .within(.vigour, 1.1...9, never: 0.6, 16, floor: 0.1)]),
        // Or its step out and its step back are seen one by one: a leg that stands half a metre away in between lunges, whatever it turns.
        // No person was recorded doing so; steps of the one simulator that shows it are 0.55 to 0.9 m.
        Signature(
            "lunge", .front, from: [.shank], needs: [.step],
            pace, upright, lively,
            [.within(.step, 0.4...1.2, never: 0.25, 1.6), .atLeast(.likeness, 0.5, never: 0.2), .atMost(.tilt, 30, never: 45),
                .within(.fall, -0.2...0.2, never: -0.4, 0.4), .within(.duration, 1.4...9, never: 1, 14)]),
        // Stepping back with both legs in turn, a shank goes level backwards, and then bears the body while the other leg does: a pause as long
        // as the rep, in which it does not rest. Unlike the shank behind in a forward lunge it goes back itself, and
        // its own foot strikes. Two simulators; of those in them who step back with one leg only none is taken for it.
        Signature(
            "lunge", .alternate, from: [.shank], needs: [.forwardTurn],
            hinge, pace, smooth, like, upright, lively,
            [.within(.gap, 0.65...1.6, never: 0.45, 2.2), .atLeast(.gapEnergy, 0.15, never: 0.08), .atMost(.jitter, 0.2, never: 0.4),
                .atMost(.leanward, -0.15, never: 0), .atLeast(.roughness, 0.2, never: 0.12),
                .within(.tilt, 40...105, never: 30, 125), .atMost(.forwardTurn, -30, never: -15),
                .within(.duration, 1.3...8, never: 0.9, 14), .within(.slowMovement, 2.2...6.5, never: 1.5, 9)]),
        // The shank that stays behind goes level as the heel lifts, backwards; it never holds, and takes longer than
        // a stride: on stairs of one simulator a shank turns as far in 1.4 s.
        Signature(
            "lunge", .rear, from: [.shank],
            hinge, pace, brisk, smooth, like, upright, lively,
            [.atMost(.between, 0.8, never: 1.6, floor: 0.02), .within(.tilt, 45...100, never: 32, 118),
                .within(.fall, -0.45...0.02, never: -0.6, 0.08, floor: 0.05),
                .atMost(.hold, 1.3, never: 2.2, floor: 0.2), .within(.duration, 1.3...6, never: 0.9, 12),
                .atMost(.forwardTurn, -15, never: 15, floor: 0.02), .atLeast(.period, 1.9, never: 1.2),
                .within(.slowMovement, 2.2...6, never: 1.5, 8)]),
        // Whether it sinks with the body or rises with the heel depends on where it is worn. Nothing else turns it backwards so far.
        Signature(
            "lunge", .rear, from: [.shank], needs: [.forwardTurn],
            hinge, pace, brisk, smooth, like, upright, lively,
            [.atMost(.between, 0.8, never: 1.6, floor: 0.02), .within(.tilt, 45...105, never: 32, 125),
                .atMost(.forwardTurn, -30, never: -15), .within(.fall, -0.45...0.18, never: -0.6, 0.3, floor: 0.05),
                .atLeast(.period, 1.9, never: 1.2),
                .within(.duration, 1.3...7, never: 0.9, 12), .atMost(.lean, 30, never: 45),
                .within(.slowMovement, 2.2...6.5, never: 1.5, 9)]),
        // In a split stance the foot in front stands before its knee, which comes over it or beyond as the body sinks. Feet flat before the
        // knees of somebody lying look alike, but those shanks come to upright at most: `past` of four simulators' bridges is -3 or less,
        // of split stances mostly above 0. No recording of people shows either.
        Signature(
            "lunge", .front, from: [.shank], handicap: 0.75, needs: [.past],
            hinge, pace, brisk, smooth, like, astride,
            [.within(.lead, -45 ... -13, never: -60, -8), .within(.past, 2...25, never: -8, 35), .within(.tilt, 18...52, never: 14, 65),
                .atMost(.forwardTurn, 0, never: 8, floor: 0.02), .within(.fall, -0.3...0.1, never: -0.5, 0.2, floor: 0.1)]),
        // The shank behind has its heel up from the start, and goes on backwards (three simulators: from 35 to 58 degrees, by 21 to 45).
        Signature(
            "lunge", .rear, from: [.shank], handicap: 0.75, needs: [.lead],
            hinge, pace, brisk, smooth, like, astride,
            [.within(.lead, 30...62, never: 18, 75), .within(.past, 58...115, never: 46, 130), .within(.tilt, 20...62, never: 14, 80),
                .atMost(.forwardTurn, -18, never: 0, floor: 0.02), .within(.fall, -0.35...0.05, never: -0.5, 0.15, floor: 0.1)]),
        // Seated: the hanging shank rises forwards to level, and may be held there.
        Signature(
            "leg-extension", from: [.shank],
            hinge, pace, slow, smooth, upright, hanging,
            [.within(.fall, 0.06...0.7, never: 0, 1, floor: 0.1), .atLeast(.forwardTurn, 15, never: -15, floor: 0.02)]),
        // A foot goes up and forward with its shank. That of the leg behind in a lunge turns as far about its toes, which takes it up by
        // 13 cm at most and nowhere in three simulators.
        Signature(
            "leg-extension", from: [.foot],
            hinge, pace, slow, smooth, upright, hanging,
            [.within(.fall, 0.14...0.7, never: 0.08, 1), .atLeast(.advance, 0.22, never: 0.13)]),
        // Feet flat before the knees, shanks come towards upright a little, knees first; nothing else moves. Squats read round their other
        // end come towards it too, from less far; of two simulated peoples one bridges from so little that the two meet.
        Signature(
            "bridge", from: [.shank],
            hinge, pace, slow, like, calm,
            [.atMost(.roughness, 0.4, never: 0.8), .within(.tilt, 8...26, never: 5, 36), .within(.lean, 20...65, never: 10, 85, floor: 0.02),
                .atMost(.midLean, -8, never: -4, floor: 0.05), .atMost(.past, 0, never: 5, floor: 0.05),
                .atMost(.forwardTurn, 0, never: 8, floor: 0.02),
                .atMost(.advance, 0.25, never: 0.45, floor: 0.05), .atMost(.energy, 0.5, never: 1, floor: 0.02),
                .within(.slowMovement, 0.5...2.2, never: 0.25, 3.2), .atMost(.side, 0.5, never: 0.8, floor: 0.05)]),
        // On the side, the shank turns with the opening knee.
        Signature(
            "clamshell", from: [.shank],
            hinge, pace, slow, like, calm,
            [.atMost(.advance, 0.35, never: 0.6, floor: 0.1), .atMost(.roughness, 0.2, never: 0.55),
                .within(.tilt, 14...55, never: 7, 80), .within(.lean, 62...120, never: 45, 140),
                .atLeast(.side, 0.6, never: 0.3, floor: 0.02)]),
    ]
}
