/// A number measured on a set of reps that does not depend on how the sensor is turned.
///
/// What tables of exercises refer to; `MovementFeatures` holds the values. A feature may be absent: without a
/// gyroscope, without pauses between reps, before anything showed which way is up.
public enum Feature: String, Sendable, Equatable, Codable, CaseIterable {
    // Size and tempo.

    /// Number of reps.
    case reps
    /// Angle of up between home and turn, in degrees.
    case tilt
    /// Largest angle of up from home within a rep, in degrees.
    case swing
    /// `swing` over `tilt`: above 1 the movement goes farthest somewhere else than at its turn.
    case overshoot
    /// Angle of up between the homes before and after a rep, in degrees.
    case closing
    /// `closing` over `swing` (at least 20 degrees): share of the movement that does not come back.
    case residue
    /// Leaving home to being back, in seconds.
    case duration
    /// Turn to turn, in seconds.
    case period
    /// Mean change between neighbouring periods over their mean, 0 for an even tempo.
    case jitter
    /// Time near the turn (within a quarter of the way), in seconds.
    case hold
    /// Samples lingering between home and turn (12...45 % of the way) over samples at home.
    case midway

    // Body travel.

    /// How far the body rises (above 0) or sinks at the turn, in metres: dead reckoning, else filtered height, which knows
    /// nothing of slow reps.
    case fall
    /// The same where the limb hardly swings and so rides on the body; absent where it does: a wrist may rise on an arm while the
    /// body sinks.
    case ridingFall
    /// Vertical distance covered within a rep, in metres; as `fall`.
    case rise
    /// Largest horizontal distance from home within a rep, in metres; needs a gyroscope.
    case advance
    /// The same where the limb swings by less than 20 degrees, which takes a wrist 20 cm to and fro; absent where it swings more.
    case ridingAdvance
    /// How far the sensor steps away, stands and steps back, in metres; absent where a rep does not consist of two steps.
    case step
    /// How much less high or low the turn lies than a straight arm swinging as far would put it, in metres: above 0 where the body goes
    /// the other way meanwhile. Needs a gyroscope.
    case counterTravel
    /// How far the turn lies from home, horizontally, in the direction in which the sensor's top leans on the way, in metres; needs a
    /// gyroscope, and a lean. Hips go back where the trunk comes forward over feet that stay, and forward with it in a step.
    case leanward
    /// `swing` over 30 degrees or `rise` over 0.25 m, whichever is more: size of the movement, however it shows.
    case motion
    /// 0...1: how far all reps turn about one axis; needs a gyroscope.
    case axis

    // Likeness and smoothness.

    /// Correlation of each rep's waveform with the mean of the others, at most 1.
    case likeness
    /// Of the movement at its own period, 0...1: 1 for reps that are copies of each other, near 0 where only their turns are
    /// alike; absent for fewer than three.
    case autocorrelation
    /// `autocorrelation`, or what the likeness of six reps and more is worth where that is more: pauses of different length shift what follows,
    /// and leave every rep as it was.
    case repetition
    /// How well excursions close and resemble their neighbours, 0...1.
    case quality
    /// Root mean square of acceleration below 1.5 Hz about its mean, in m/s2.
    case slowMovement
    /// Root mean square of acceleration above 3 Hz, in m/s2: impacts.
    case impact
    /// `impact` over `slowMovement`.
    case roughness
    /// Root mean square of acceleration between 0.7 and 5 Hz, in m/s2.
    case energy
    /// `energy` the same course would have in two seconds: what a smooth course (minimum jerk: Flash and Hogan 1985) has of it, between
    /// fixed frequencies, falls with the 2.3rd to 3.4th power of the time it takes, from two to eight seconds; the third is reckoned with. So
    /// this is the size of slow reps and the energy of quick ones, in m/s2. Just `energy` while upright is not known: then energy is all that
    /// tells who stands from who lies.
    case vigour
    /// Share of acceleration (root mean square, below 6 Hz) at the tempo of the reps and its first harmonics, 0...1.
    case tempoShare
    /// The same for vertical acceleration.
    case verticalTempoShare

    // Between reps and around them.

    /// Pause between reps over their duration; absent without pauses.
    case gap
    /// Energy in the pauses over energy in the reps; absent without pauses.
    case gapEnergy
    /// `gap` times `gapEnergy`, 0 without pauses: how much happens between reps.
    case between
    /// How far the sensor sinks between reps, and rises again, in metres: the body does on the other leg's turn. Needs a gyroscope;
    /// absent without pauses, and where turns lie too far apart to reckon.
    case gapSink
    /// Share of the set in which the signal has a rhythm, as a walk has, 0...1.
    case gait
    /// Share of the set in which that rhythm has the pace of steps (1.3...2.6 Hz), 0...1.
    case stepping
    /// Share of the set in which it is one of strides: the body rises and falls twice in each (`StepWindow.bounce`), 0...1.
    case striding

    // Posture; needs upright (`Upright`).

    /// Angle between up at home and upright, in degrees: 0 standing, 90 lying.
    case lean
    /// Angle between up halfway from home to turn and up while standing: above 0 where the movement goes away from that, below
    /// where it comes towards it. Needs somebody standing.
    case midLean
    /// Angle of up at home before standing, in degrees, along the movement: 0 where it sets out from standing, above 0 where the
    /// limb is on the way already, below where it begins behind. Known where `midLean` is.
    case lead
    /// Angle of up at the turn past standing, in degrees, along the movement: below 0 where it ends before. Known where `midLean` is.
    case past
    /// Change of `lean` on the way out, in degrees: nearly the whole tilt where the body's long axis goes up or down, nothing where the
    /// body rolls about it.
    case leanChange
    /// Turn about the medio-lateral axis on the way out, in degrees, above 0 in the sense in which the leg swings forward in walking:
    /// known of shanks, whose swing is by far their fastest turn (Aminian et al., J. Biomechanics 2002).
    case forwardTurn
    /// How far up at home lies along the medio-lateral axis: 0 upright, prone or supine, 1 on the side.
    case side
}
