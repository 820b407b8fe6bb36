/// Measures of a set that say which movement it was, independent of mounting. Values are medians over the reps unless
/// `Feature`, which documents each, says otherwise; `nil` where the recording does not show it.
public struct MovementFeatures: Sendable, Equatable, Codable {
    public var reps = 0
    public var tiltDegrees = 0.0
    public var swingDegrees = 0.0
    public var closingDegrees = 0.0
    public var durationSeconds = 0.0
    public var periodSeconds = 0.0
    /// `nil` under three turns.
    public var jitter: Double?
    public var holdSeconds = 0.0
    public var midway = 0.0

    /// Height at the turn above home, filtered, in metres: means little for reps of many seconds.
    public var travelMetres = 0.0
    /// Vertical distance covered within a rep, filtered, in metres.
    public var travelSpanMetres = 0.0
    /// Dead reckoning over closed reps; `nil` without a gyroscope, or where the sensor's scale is off.
    public var path: RepPath?
    /// `nil` but for ways out and back that were found one by one (`StepPairs`).
    public var stepMetres: Double?
    /// `nil` without a gyroscope.
    public var axis: Double?

    /// `nil` for a single rep.
    public var likeness: Double?
    /// `nil` for fewer than three.
    public var autocorrelation: Double?
    public var quality = 0.0
    public var slowMovement = 0.0
    public var impact = 0.0
    public var roughness = 0.0
    public var energy = 0.0
    public var tempoShare = 0.0
    public var verticalTempoShare = 0.0

    /// `nil` with fewer than two pauses between reps.
    public var gap: Double?
    public var gapEnergy: Double?
    public var gapSinkMetres: Double?
    public var gait = 0.0
    public var stepping = 0.0
    public var striding = 0.0

    /// Up at home and at the turn, unit vectors in the sensor frame.
    public var upAtHome = SIMD3<Double>.zero
    public var upAtTurn = SIMD3<Double>.zero
    /// `nil` until upright is known (`posed`).
    public var leanDegrees: Double?
    public var midLeanDegrees: Double?
    public var leanChangeDegrees: Double?
    public var forwardTurnDegrees: Double?
    public var side: Double?

    public init() {}

    /// The same features with posture told from what upright is to this sensor; unchanged where that is not known.
    public func posed(_ upright: Upright?) -> MovementFeatures {
        guard let upright else { return self }
        var result = self
        result.leanDegrees = upAtHome.degrees(to: upright.up)
        result.midLeanDegrees = upright.standing.map { standing in
            let goesAway = upAtTurn.degrees(to: standing) > upAtHome.degrees(to: standing)
            return (upAtHome + upAtTurn).degrees(to: standing) * (goesAway ? 1 : -1)
        }
        result.leanChangeDegrees = upAtTurn.degrees(to: upright.up) - upAtHome.degrees(to: upright.up)
        // Up turns the other way than what sees it.
        result.forwardTurnDegrees = upright.forwardAxis.map { upAtTurn.degrees(about: $0, to: upAtHome) }
        result.side = upright.medioLateral.map { abs(upAtHome.dot($0)) }
        return result
    }

    /// Value of a feature in the unit `Feature` gives; `nil` where absent.
    public subscript(feature: Feature) -> Double? {
        switch feature {
        case .reps: Double(reps)
        case .tilt: tiltDegrees
        case .swing: swingDegrees
        case .overshoot: swingDegrees / max(tiltDegrees, 5)
        case .closing: closingDegrees
        case .residue: closingDegrees / max(swingDegrees, 20)
        case .duration: durationSeconds
        case .period: periodSeconds
        case .jitter: jitter
        case .hold: holdSeconds
        case .midway: midway
        case .fall: path?.dropMetres ?? filtered(travelMetres)
        case .ridingFall: swingDegrees < Self.ownSwingDegrees ? self[.fall] : nil
        case .rise: path?.riseMetres ?? filtered(travelSpanMetres)
        case .advance: path?.advanceMetres
        case .ridingAdvance: swingDegrees < Self.ridingSwingDegrees ? path?.advanceMetres : nil
        case .step: stepMetres
        case .counterTravel: path.map(counterTravel)
        case .leanward: path?.leanwardMetres
        case .motion: max(swingDegrees / 30, (path?.riseMetres ?? travelSpanMetres) / 0.25)
        case .axis: axis
        case .likeness: likeness
        case .autocorrelation: autocorrelation
        case .repetition: reps < Self.fewestAlike ? autocorrelation : autocorrelation.map { max($0, worth(ofLikeness: likeness ?? 0)) }
        case .quality: quality
        case .slowMovement: slowMovement
        case .impact: impact
        case .roughness: roughness
        case .energy: energy
        case .vigour: leanDegrees == nil ? energy : energy * slowness * slowness * slowness
        case .tempoShare: tempoShare
        case .verticalTempoShare: verticalTempoShare
        case .gap: gap
        case .gapEnergy: gapEnergy
        case .gapSink: gapSinkMetres
        case .between: (gap ?? 0) * (gapEnergy ?? 0)
        case .gait: gait
        case .stepping: stepping
        case .striding: striding
        case .lean: leanDegrees
        case .midLean: midLeanDegrees
        case .lead: midLeanDegrees.map { $0 - tiltDegrees / 2 }
        case .past: midLeanDegrees.map { $0 + tiltDegrees / 2 }
        case .leanChange: leanChangeDegrees
        case .forwardTurn: forwardTurnDegrees
        case .side: side
        }
    }

    /// An arm of 0.6 m raised this far lifts the wrist by 0.2 m, half of what a squat takes the body down.
    private static let ownSwingDegrees = 45.0
    /// An arm that swings by so much goes a third of its length to and fro.
    private static let ridingSwingDegrees = 20.0

    /// A rod of length r that swings from hanging by an angle goes forward by r times its sine, by r from a right angle on, and up by
    /// r less r times its cosine.
    private func counterTravel(_ path: RepPath) -> Double {
        let angle = tiltDegrees * .pi / 180
        let arc = path.advanceMetres * (tiltDegrees < 90 ? Math.tan(angle / 2) : 1 - Math.cos(angle))
        return arc - abs(path.dropMetres)
    }

    /// What a likeness is worth as an autocorrelation: nothing at 0.7, half at 0.95.
    private func worth(ofLikeness likeness: Double) -> Double { 2 * (likeness - 0.7) }

    /// Four things picked up may be alike by chance; six are not.
    private static let fewestAlike = 6

    /// How many times longer than two seconds a rep takes, at least 1.
    private var slowness: Double { max(1, durationSeconds / 2) }

    /// Filtered height of reps slower than this, in seconds, is what the high pass left of it.
    private static let longestFilteredSeconds = 3.0

    private func filtered(_ metres: Double) -> Double? {
        durationSeconds <= Self.longestFilteredSeconds ? metres : nil
    }
}
