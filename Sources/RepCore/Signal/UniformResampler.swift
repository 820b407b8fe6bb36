import Motion

/// One point of a uniform grid.
public struct GridSample: Sendable, Equatable, Codable {
    /// Seconds, on the clock of the input samples.
    public var timeSeconds: Double
    /// Specific force in m/s2, gravity included.
    public var acceleration: SIMD3<Double>
    /// Angular rate in rad/s; `nil` where the samples around this point had none.
    public var angularRate: SIMD3<Double>?
    /// First point of the recording or after a gap: nothing before it may be joined to it.
    public var startsSegment: Bool

    @inlinable
    public init(
        timeSeconds: Double, acceleration: SIMD3<Double>, angularRate: SIMD3<Double>? = nil, startsSegment: Bool = false
    ) {
        self.timeSeconds = timeSeconds
        self.acceleration = acceleration
        self.angularRate = angularRate
        self.startsSegment = startsSegment
    }
}

/// Irregular samples in, a uniform grid out.
///
/// The samples are joined by straight lines, and each grid point is the average of that curve under a triangle that
/// reaches one output interval to either side (the second-order cardinal B-spline, as a two-stage CIC decimator). The
/// integral is exact, so
/// - the input rate need not be known, or even constant: jitter, bursts and drifting clocks cost nothing;
/// - a constant comes out unchanged, and a straight line too;
/// - the triangle is symmetric: no group delay. A point is emitted one output interval after its own time;
/// - frequencies that would fold onto movement are down by sinc^2: at 25 Hz out, what would land on 1 Hz comes from 24
///   and 26 Hz and is weakened by 55 dB; what passes is weakened by 0.05 dB at 1 Hz and 1.2 dB at 5 Hz.
///
/// A fixed anti-alias filter would need the input rate before the first sample has an answer, and would be wrong
/// whenever the rate changes.
///
/// The grid starts at the first sample and, after a gap, anew at the first sample behind it: gaps are never
/// interpolated across, and shifting all input times shifts all output times by the same amount. At the two ends of a
/// segment only the half of the triangle that lies inside it is used. Samples whose time or acceleration is not
/// finite and samples earlier than their predecessor are ignored.
public struct UniformResampler: Sendable, Equatable, Codable {
    public struct Parameters: Sendable, Equatable, Codable {
        /// Rate of the grid in Hz, above 0.
        public var outputHz: Double
        /// Longest distance between two samples that is still joined, in seconds, at least one output interval.
        public var maximumGapSeconds: Double

        public init(outputHz: Double = 25, maximumGapSeconds: Double = 0.5) {
            self.outputHz = outputHz
            self.maximumGapSeconds = maximumGapSeconds
        }
    }

    public let parameters: Parameters
    @usableFromInline var segment: Segment?

    /// - Precondition: `outputHz` is positive and finite, `maximumGapSeconds` is positive and finite.
    public init(_ parameters: Parameters = Parameters()) {
        precondition(parameters.outputHz > 0 && parameters.outputHz.isFinite, "outputHz must be positive")
        precondition(
            parameters.maximumGapSeconds > 0 && parameters.maximumGapSeconds.isFinite, "maximumGapSeconds must be positive")
        self.parameters = parameters
    }

    /// Takes one sample and hands every grid point it completes to `emit`, in order of time.
    @inlinable
    public mutating func step(_ sample: MotionSample, emit: (GridSample) -> Void) {
        guard (sample.timeSeconds + sample.acceleration.sum()).isFinite else { return }
        // In place: a segment is large, and copying it for each sample would cost more than the work itself.
        let taken = segment?.take(sample, parameters, emit: emit) ?? false
        if !taken { segment = Segment(startingAt: sample) }
    }

    /// Ends the stream: hands out the points up to the last sample. A following `step` starts anew.
    @inlinable
    public mutating func finish(emit: (GridSample) -> Void) {
        segment?.close(outputHz: parameters.outputHz, emit: emit)
        segment = nil
    }

    /// The grid of a whole recording.
    public static func resample(
        _ samples: some Sequence<MotionSample>, _ parameters: Parameters = Parameters()
    ) -> [GridSample] {
        var resampler = UniformResampler(parameters)
        var grid: [GridSample] = []
        for sample in samples { resampler.step(sample) { grid.append($0) } }
        resampler.finish { grid.append($0) }
        return grid
    }
}

extension UniformResampler {
    /// Samples without a gap between them, and the grid anchored at the first of them.
    @usableFromInline
    struct Segment: Sendable, Equatable, Codable {
        /// Time of grid point 0.
        @usableFromInline let anchorSeconds: Double
        /// Index of the cell being filled: it reaches from grid point `cell` to `cell + 1`.
        @usableFromInline var cell = 0
        /// Last sample taken.
        @usableFromInline var previous: Reading
        /// What the cell before handed to the point between the two cells: its rising half of the triangle.
        @usableFromInline var rising = Moment()
        /// Integral of the curve over the current cell, and the same weighted by the position 0...1 inside the cell.
        @usableFromInline var whole = Moment()
        @usableFromInline var weighted = Moment()

        @inlinable
        init(startingAt sample: MotionSample) {
            anchorSeconds = sample.timeSeconds
            previous = Reading(sample)
        }

        /// Takes a sample, or closes the segment and returns false where a gap lies before it.
        @inlinable
        mutating func take(_ sample: MotionSample, _ parameters: Parameters, emit: (GridSample) -> Void) -> Bool {
            let interval = sample.timeSeconds - previous.timeSeconds
            if interval > parameters.maximumGapSeconds {
                close(outputHz: parameters.outputHz, emit: emit)
                return false
            }
            if interval >= 0 { join(Reading(sample), outputHz: parameters.outputHz, emit: emit) }
            return true
        }

        /// Adds the straight line from the previous sample to `next`, cell by cell.
        @inlinable
        mutating func join(_ next: Reading, outputHz: Double, emit: (GridSample) -> Void) {
            // Positions are in output intervals from the anchor.
            let start = (previous.timeSeconds - anchorSeconds) * outputHz
            let end = (next.timeSeconds - anchorSeconds) * outputHz
            let withRate = previous.hasRate && next.hasRate
            // Most lines of a sensor faster than the grid lie within one cell: these are not cut, and nothing is copied.
            if end < Double(cell + 1) {
                if end > start { accumulate(previous, next, start - Double(cell), end - Double(cell), withRate: withRate) }
                previous = next
                return
            }
            var position = start
            var from = previous
            while position < end {
                let boundary = Double(cell + 1)
                let stop = min(end, boundary)
                if stop > position {
                    let to = stop < end ? previous.mixed(with: next, (stop - start) / (end - start)) : next
                    accumulate(from, to, position - Double(cell), stop - Double(cell), withRate: withRate)
                    from = to
                    position = stop
                }
                if position >= boundary { completeCell(outputHz: outputHz, emit: emit) }
            }
            previous = next
        }

        /// Emits the points left between the last complete cell and the last sample.
        @inlinable
        mutating func close(outputHz: Double, emit: (GridSample) -> Void) {
            let end = (previous.timeSeconds - anchorSeconds) * outputHz
            // A last sample that meets a grid point but for rounding still gets that point.
            let tolerance = 1e-6
            while Double(cell) <= end + tolerance { completeCell(outputHz: outputHz, emit: emit) }
        }

        /// Exact integrals of a straight line over part of a cell.
        @inlinable
        mutating func accumulate(
            _ from: Reading, _ to: Reading, _ left: Double, _ right: Double, withRate: Bool
        ) {
            // Integral of u f(u) for linear f: Simpson's rule is exact for the quadratic integrand.
            let width = right - left
            let middle = (left + right) / 2
            let fromShare = width / 6 * (left + 2 * middle)
            let toShare = width / 6 * (right + 2 * middle)
            whole.acceleration += (from.acceleration + to.acceleration) * (width / 2)
            weighted.acceleration += from.acceleration * fromShare + to.acceleration * toShare
            if withRate {
                whole.rate += (from.rate + to.rate) * (width / 2)
                weighted.rate += from.rate * fromShare + to.rate * toShare
            }
        }

        /// The point at the left edge of the cell is known once the cell is full: rising half plus falling half.
        @inlinable
        mutating func completeCell(outputHz: Double, emit: (GridSample) -> Void) {
            let acceleration = rising.acceleration + whole.acceleration - weighted.acceleration
            let rate = rising.rate + whole.rate - weighted.rate
            let covered = acceleration.w > 1e-9
            let rateCovered = rate.w > 1e-9 && rate.w >= acceleration.w * (1 - 1e-9)
            let angularRate =
                covered ? (rateCovered ? (rate / rate.w).xyz : nil) : (previous.hasRate ? previous.rate.xyz : nil)
            emit(
                GridSample(
                    timeSeconds: anchorSeconds + Double(cell) / outputHz,
                    acceleration: covered ? (acceleration / acceleration.w).xyz : previous.acceleration.xyz,
                    angularRate: angularRate,
                    startsSegment: cell == 0))
            rising = weighted
            whole = Moment()
            weighted = Moment()
            cell += 1
        }
    }

    /// A sample with the optional made plain, so that the inner loop has no branches on it. The fourth number of either vector is
    /// 1: what becomes of it in a weighted sum is the sum of the weights.
    @usableFromInline
    struct Reading: Sendable, Equatable, Codable {
        @usableFromInline var timeSeconds: Double
        @usableFromInline var acceleration: SIMD4<Double>
        @usableFromInline var rate: SIMD4<Double>
        @usableFromInline var hasRate: Bool

        @inlinable
        init(timeSeconds: Double, acceleration: SIMD4<Double>, rate: SIMD4<Double>, hasRate: Bool) {
            self.timeSeconds = timeSeconds
            self.acceleration = acceleration
            self.rate = rate
            self.hasRate = hasRate
        }

        @inlinable
        init(_ sample: MotionSample) {
            let rate = sample.angularRate.flatMap { $0.sum().isFinite ? $0 : nil }
            self.init(
                timeSeconds: sample.timeSeconds, acceleration: SIMD4(sample.acceleration, 1), rate: SIMD4(rate ?? .zero, 1),
                hasRate: rate != nil)
        }

        @inlinable
        func mixed(with other: Reading, _ share: Double) -> Reading {
            Reading(
                timeSeconds: timeSeconds, acceleration: acceleration + (other.acceleration - acceleration) * share,
                rate: rate + (other.rate - rate) * share, hasRate: hasRate)
        }
    }

    /// Weighted sums, the sum of the weights in the fourth place.
    @usableFromInline
    struct Moment: Sendable, Equatable, Codable {
        @usableFromInline var acceleration = SIMD4<Double>.zero
        @usableFromInline var rate = SIMD4<Double>.zero

        @inlinable
        init() {}
    }
}

extension SIMD4<Double> {
    @inlinable
    var xyz: SIMD3<Double> { SIMD3(x, y, z) }
}
