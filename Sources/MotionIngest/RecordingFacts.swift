import Motion

/// What was understood of a recording once it is read.
public struct RecordingFacts: Sendable, Equatable {
    /// Files read, as the user named them.
    public var files: [String]
    /// Name of the format (`FormatDescriptor.name`).
    public var format: String
    /// Wall clock of the first sample in seconds since 1970 (UTC), where the file tells it. Local times without a zone are taken as UTC.
    public var startEpochSeconds: Double?
    /// Seconds from the first to the last sample.
    public var durationSeconds: Double
    /// Mean sampling rate outside gaps, estimated from the clock.
    public var rateHz: Double?
    /// Samples handed out.
    public var samples: Int
    public var hasAngularRate: Bool
    /// Stretches without samples, in time order.
    public var gaps: [Gap]
    /// What a reader of the results should know, in order of the first line concerned.
    public var findings: [Finding]

    public init(
        files: [String], format: String, startEpochSeconds: Double?, durationSeconds: Double, rateHz: Double?,
        samples: Int, hasAngularRate: Bool, gaps: [Gap], findings: [Finding]
    ) {
        self.files = files
        self.format = format
        self.startEpochSeconds = startEpochSeconds
        self.durationSeconds = durationSeconds
        self.rateHz = rateHz
        self.samples = samples
        self.hasAngularRate = hasAngularRate
        self.gaps = gaps
        self.findings = findings
    }

    /// `startEpochSeconds` as ISO 8601, UTC, with milliseconds: `2019-01-15T20:04:09.161Z`.
    public var start: String? { startEpochSeconds.flatMap(CivilTime.iso8601(epochSeconds:)) }
}
