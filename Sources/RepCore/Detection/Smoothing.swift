/// Zero-phase filters with padding long enough for the slow cut-offs of human movement.
public enum Smoothing {
    /// Second-order Butterworth low pass, forwards and backwards.
    /// - Parameters:
    ///   - cutoffHz: half-power frequency of one pass; lowered to 0.45 of the rate where it is higher.
    ///   - extending: how the ends are continued.
    public static func lowPass<Value: SignalValue>(
        _ signal: [Value], cutoffHz: Double, rateHz: Double, extending: SignalExtension = .odd
    ) -> [Value] {
        lowPass(signal[...], cutoffHz: cutoffHz, rateHz: rateHz, extending: extending)
    }

    /// The same for a part of a signal, as if it were all there is.
    static func lowPass<Value: SignalValue>(
        _ signal: ArraySlice<Value>, cutoffHz: Double, rateHz: Double, extending: SignalExtension = .odd
    ) -> [Value] {
        filter(signal, .lowPass(cutoffHz: min(cutoffHz, 0.45 * rateHz)), rateHz, extending)
    }

    /// Second-order Butterworth high pass, forwards and backwards.
    public static func highPass<Value: SignalValue>(
        _ signal: [Value], cutoffHz: Double, rateHz: Double
    ) -> [Value] {
        filter(signal[...], .highPass(cutoffHz: min(cutoffHz, 0.45 * rateHz)), rateHz, .odd)
    }

    /// Second-order Butterworth low pass, forwards and backwards, of a signal that is not needed itself any more.
    static func lowPass<Value: SignalValue>(
        inPlace signal: inout [Value], cutoffHz: Double, rateHz: Double, extending: SignalExtension = .odd
    ) {
        filter(inPlace: &signal, .lowPass(cutoffHz: min(cutoffHz, 0.45 * rateHz)), rateHz, extending)
    }

    /// The same as a high pass.
    static func highPass<Value: SignalValue>(inPlace signal: inout [Value], cutoffHz: Double, rateHz: Double) {
        filter(inPlace: &signal, .highPass(cutoffHz: min(cutoffHz, 0.45 * rateHz)), rateHz, .odd)
    }

    private static func filter<Value: SignalValue>(
        _ signal: ArraySlice<Value>, _ band: Butterworth.Band, _ rateHz: Double, _ extending: SignalExtension
    ) -> [Value] {
        BiquadCascade.filtfilt(
            sections(band, rateHz), signal, padding: padding(rateHz), extending: extending, pivot: pivot(rateHz))
    }

    private static func filter<Value: SignalValue>(
        inPlace signal: inout [Value], _ band: Butterworth.Band, _ rateHz: Double, _ extending: SignalExtension
    ) {
        BiquadCascade.filtfilt(
            sections(band, rateHz), inPlace: &signal, padding: padding(rateHz), extending: extending, pivot: pivot(rateHz))
    }

    /// Every caller's cut-off lies inside the band, so the design cannot fail; an unfiltered signal is the honest rest.
    private static func sections(_ band: Butterworth.Band, _ rateHz: Double) -> [Biquad] {
        (try? Butterworth.sections(order: 2, band: band, rateHz: rateHz)) ?? []
    }

    private static func padding(_ rateHz: Double) -> Int { Int((4 * rateHz).rounded()) }
    private static func pivot(_ rateHz: Double) -> Int { Int((0.12 * rateHz).rounded()) }
}
