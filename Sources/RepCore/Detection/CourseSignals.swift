/// The signals in which reps are compared with each other, computed once a segment and shared by its sets.
struct CourseSignals {
    /// Acceleration below `slowHz` in m/s2, and vertical travel below 2 Hz in metres.
    let slow: [SIMD3<Double>]
    let height: [Double]
    /// Vertical travel below `slowHz`, on the scale of `MovementSignals.travelScale`.
    let slowTravel: SignalSpan

    /// Low pass of the signals in which sets are compared, in Hz.
    static let slowHz = 1.5

    init(_ signals: MovementSignals, by runner: some PairRunner = OneAfterTheOther()) {
        let rateHz = signals.segment.rateHz
        (slow, (slowTravel, height)) = runner.run(
            { signals.smoothed(.tilt, cutoffHz: Self.slowHz) },
            {
                (SignalSpan(signals.smoothed(.travel, cutoffHz: Self.slowHz)),
                    Smoothing.lowPass(signals.heightMetres, cutoffHz: 2, rateHz: rateHz))
            })
    }
}
