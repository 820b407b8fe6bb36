/// How a set was done, as one figure a question. What the recording does not show, or too few reps do not tell, is `nil`.
public struct SetMeasures: Sendable, Equatable {
    /// Median seconds from the start of a rep to its end; a pause of seconds between two reps belongs to neither.
    public var tempoSeconds: Double?
    /// 60 over the median seconds from turn to turn; `nil` for a single rep.
    public var repsPerMinute: Double?
    /// Coefficient of variation (standard deviation over mean) of the reps' durations: 0.05 is even, 0.3 uneven; `nil` for
    /// fewer than three reps.
    public var durationVariation: Double?
    /// Autocorrelation of the movement at its own period, 0...1: 1 for reps that are copies of each other; `nil` for fewer
    /// than three reps.
    public var autocorrelation: Double?
    /// Fatigue: median of the last third of the reps against that of the first, as a share of the latter: -0.2 is a fifth
    /// less range of motion, 0.2 reps that take a fifth longer. `nil` for fewer than six reps.
    public var rangeOfMotionChange: Double?
    public var durationChange: Double?

    public init(
        tempoSeconds: Double? = nil, repsPerMinute: Double? = nil, durationVariation: Double? = nil,
        autocorrelation: Double? = nil, rangeOfMotionChange: Double? = nil, durationChange: Double? = nil
    ) {
        self.tempoSeconds = tempoSeconds
        self.repsPerMinute = repsPerMinute
        self.durationVariation = durationVariation
        self.autocorrelation = autocorrelation
        self.rangeOfMotionChange = rangeOfMotionChange
        self.durationChange = durationChange
    }
}

extension SetMeasures: Decodable {
    private enum CodingKeys: String, CodingKey {
        case autocorrelation
        case tempoSeconds = "tempo_s"
        case repsPerMinute = "reps_per_minute"
        case durationVariation = "duration_variation"
        case rangeOfMotionChange = "range_of_motion_change"
        case durationChange = "duration_change"
    }
}
