/// One second-order section of a digital filter, leading denominator coefficient 1:
/// `H(z) = (b0 + b1 z^-1 + b2 z^-2) / (1 + a1 z^-1 + a2 z^-2)`.
public struct Biquad: Sendable, Equatable, Codable {
    public var b0: Double
    public var b1: Double
    public var b2: Double
    public var a1: Double
    public var a2: Double

    @inlinable
    public init(b0: Double, b1: Double, b2: Double, a1: Double, a2: Double) {
        self.b0 = b0
        self.b1 = b1
        self.b2 = b2
        self.a1 = a1
        self.a2 = a2
    }
}

/// A filter that cannot be designed, and why.
public enum FilterDesignError: Error, Equatable, CustomStringConvertible {
    /// Orders reach from 1 to 16.
    case order(Int)
    /// A cut-off has to lie above 0 and below half the sampling rate; band edges have to rise.
    case cutoff(hertz: Double, rateHz: Double)

    public var description: String {
        switch self {
        case .order(let order): "filter order \(order) is outside 1...16"
        case .cutoff(let hertz, let rateHz):
            "cut-off \(hertz) Hz does not fit a rate of \(rateHz) Hz: "
                + "it must lie between 0 and \(rateHz / 2) Hz, and band edges must rise"
        }
    }
}

/// Butterworth filters as second-order sections.
///
/// The analog prototype is warped, transformed to the band asked for and mapped by the bilinear transform; poles and
/// zeros are paired as SciPy's `zpk2sos(pairing="nearest")` does, so `sections` equals
/// `scipy.signal.butter(order, cutoff, btype, fs=rate, output="sos")` to rounding.
public enum Butterworth {
    /// Which frequencies pass; the response is -3 dB at each cut-off.
    public enum Band: Sendable, Equatable {
        case lowPass(cutoffHz: Double)
        case highPass(cutoffHz: Double)
        case bandPass(lowHz: Double, highHz: Double)
    }

    /// Second-order sections of a filter of `order` (1...16; a band pass has twice as many poles) at `rateHz`.
    ///
    /// - Throws: `FilterDesignError` where order or cut-off make no filter.
    public static func sections(order: Int, band: Band, rateHz: Double) throws(FilterDesignError) -> [Biquad] {
        guard (1...16).contains(order) else { throw .order(order) }
        let prototype = (0..<order).map { index in
            let angle = Double.pi * Double(2 * index - order + 1) / Double(2 * order)
            return ComplexNumber(-Math.cos(angle), -Math.sin(angle))
        }
        // The bilinear transform at a notional rate of 2 is z = (4 + s) / (4 - s).
        let analog: ZerosPoles
        switch band {
        case .lowPass(let cutoffHz):
            let cutoff = try warped(cutoffHz, rateHz)
            analog = ZerosPoles(
                zeros: [], poles: prototype.map { $0 * cutoff }, gain: power(cutoff, order))
        case .highPass(let cutoffHz):
            let cutoff = try warped(cutoffHz, rateHz)
            let poles = prototype.map { ComplexNumber(cutoff, 0) / $0 }
            // The product of the negated prototype poles is 1, so the gain stays 1.
            analog = ZerosPoles(zeros: Array(repeating: .zero, count: order), poles: poles, gain: 1)
        case .bandPass(let lowHz, let highHz):
            guard lowHz < highHz else { throw .cutoff(hertz: highHz, rateHz: rateHz) }
            let low = try warped(lowHz, rateHz)
            let high = try warped(highHz, rateHz)
            let shifted = prototype.map { $0 * ((high - low) / 2) }
            let roots = shifted.map { ($0 * $0 - ComplexNumber(low * high, 0)).squareRoot() }
            let poles = zip(shifted, roots).map { $0 + $1 } + zip(shifted, roots).map { $0 - $1 }
            analog = ZerosPoles(
                zeros: Array(repeating: .zero, count: order), poles: poles, gain: power(high - low, order))
        }
        return analog.bilinear().pairedSections()
    }

    private static func warped(_ hertz: Double, _ rateHz: Double) throws(FilterDesignError) -> Double {
        guard rateHz.isFinite, hertz > 0, hertz < rateHz / 2 else { throw .cutoff(hertz: hertz, rateHz: rateHz) }
        return 4 * Math.tan(.pi * hertz / rateHz)
    }

    private static func power(_ base: Double, _ exponent: Int) -> Double {
        (0..<exponent).reduce(1) { product, _ in product * base }
    }
}

/// Zeros, poles and gain of a Butterworth filter. Zeros are real in every band, on which the pairing relies.
private struct ZerosPoles {
    var zeros: [ComplexNumber]
    var poles: [ComplexNumber]
    var gain: Double

    /// Maps the s plane to the z plane; zeros at infinity move to -1.
    func bilinear() -> ZerosPoles {
        let four = ComplexNumber(4, 0)
        let numerator = zeros.reduce(ComplexNumber(1, 0)) { $0 * (four - $1) }
        let denominator = poles.reduce(ComplexNumber(1, 0)) { $0 * (four - $1) }
        let atInfinity = Array(repeating: ComplexNumber(-1, 0), count: poles.count - zeros.count)
        return ZerosPoles(
            zeros: zeros.map { (four + $0) / (four - $0) } + atInfinity,
            poles: poles.map { (four + $0) / (four - $0) },
            gain: gain * (numerator / denominator).re)
    }

    /// Pairs each pole with the zeros nearest to it, worst pole (nearest to the unit circle) last.
    func pairedSections() -> [Biquad] {
        var zeros = self.zeros.map(\.re)
        var poles = conjugateHalf(self.poles)
        if self.poles.count % 2 == 1 {
            zeros.append(0)
            poles.append(.zero)
        }
        zeros.sort()
        poles.sort { ($0.im == 0 ? 1 : 0, $0.re) < ($1.im == 0 ? 1 : 0, $1.re) }

        var sections: [Biquad] = []
        while let worst = indexOfWorst(poles) {
            let first = poles.remove(at: worst)
            let second: ComplexNumber
            if first.im != 0 {
                second = first.conjugate
            } else if let other = indexOfWorst(poles, realOnly: true) {
                second = poles.remove(at: other)
            } else {
                second = .zero
            }
            let z1 = takeNearest(&zeros, to: first)
            let z2 = takeNearest(&zeros, to: first)
            sections.append(
                Biquad(
                    b0: 1, b1: -(z1 + z2), b2: z1 * z2,
                    a1: -(first + second).re, a2: (first * second).re))
        }
        sections.reverse()
        sections[0].b0 *= gain
        sections[0].b1 *= gain
        sections[0].b2 *= gain
        return sections
    }

    /// One pole of every conjugate pair (the upper one), and all real poles with their imaginary part cleared.
    private func conjugateHalf(_ poles: [ComplexNumber]) -> [ComplexNumber] {
        poles.compactMap { pole in
            if abs(pole.im) <= 1e-13 * pole.magnitude { return ComplexNumber(pole.re, 0) }
            return pole.im > 0 ? pole : nil
        }
    }

    private func indexOfWorst(_ poles: [ComplexNumber], realOnly: Bool = false) -> Int? {
        poles.indices.filter { !realOnly || poles[$0].im == 0 }
            .min { abs(1 - poles[$0].magnitude) < abs(1 - poles[$1].magnitude) }
    }

    private func takeNearest(_ zeros: inout [Double], to pole: ComplexNumber) -> Double {
        let nearest = zeros.indices.min {
            (pole - ComplexNumber(zeros[$0], 0)).magnitude < (pole - ComplexNumber(zeros[$1], 0)).magnitude
        }
        return nearest.map { zeros.remove(at: $0) } ?? 0
    }
}

/// As much complex arithmetic as a filter design needs.
private struct ComplexNumber {
    var re: Double
    var im: Double
    static let zero = ComplexNumber(0, 0)

    init(_ re: Double, _ im: Double) {
        self.re = re
        self.im = im
    }

    var magnitude: Double { (re * re + im * im).squareRoot() }
    var conjugate: ComplexNumber { ComplexNumber(re, -im) }

    /// Principal root.
    func squareRoot() -> ComplexNumber {
        let half = Math.atan2(im, re) / 2
        let size = magnitude.squareRoot()
        return ComplexNumber(size * Math.cos(half), size * Math.sin(half))
    }

    static func + (l: Self, r: Self) -> Self { Self(l.re + r.re, l.im + r.im) }
    static func - (l: Self, r: Self) -> Self { Self(l.re - r.re, l.im - r.im) }
    static func * (l: Self, r: Double) -> Self { Self(l.re * r, l.im * r) }
    static func * (l: Self, r: Self) -> Self { Self(l.re * r.re - l.im * r.im, l.re * r.im + l.im * r.re) }
    static func / (l: Self, r: Self) -> Self {
        let product = l * r.conjugate
        let divisor = r.re * r.re + r.im * r.im
        return Self(product.re / divisor, product.im / divisor)
    }
}
