/// A recording's signal, small enough to draw: how far the sensor leans, in bins of equal width.
///
/// It stands beside a `Session` for reports that draw; the contract `repcount.session/1` does not carry it.
public struct SignalTrace: Sendable, Equatable {
    /// What a lean of 0 degrees is.
    public enum Reference: Sendable {
        /// Upright, as walking showed it.
        case upright
        /// The posture the recording began in, where nobody walked.
        case start
    }

    public var reference: Reference
    /// Width of a bin in seconds; bin `n` begins at `n` times as much from the recording's first sample.
    public var binSeconds: Double
    /// Lowest and highest lean within each bin, 0...180 degrees; `nil` where there were no samples.
    public var bins: [ClosedRange<Double>?]

    public init(reference: Reference, binSeconds: Double, bins: [ClosedRange<Double>?]) {
        self.reference = reference
        self.binSeconds = binSeconds
        self.bins = bins
    }
}
