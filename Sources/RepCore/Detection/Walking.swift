/// A stretch of walking, as far as it tells how the sensor sits on the body.
public struct WalkingRun: Sendable, Equatable, Codable {
    /// On the recording's clock.
    public var startSeconds: Double
    public var durationSeconds: Double
    /// Mean direction of up, unit vector in the sensor frame.
    public var up: SIMD3<Double>
    /// Sum of outer products of angular rate, (rad/s)^2; `nil` without a gyroscope. Sums of several runs add up.
    public var turning: SymmetricMatrix3?
    /// One-sidedness of its angular rate, in (rad/s)^3: a shank swings forward faster than it goes back under the body. `nil` without a
    /// gyroscope. Sums of several runs add up.
    public var swing: Swing?
    /// Direction of up while standing still just before or after, unit vector in the sensor frame; `nil` where nobody did.
    public var standing: SIMD3<Double>?
    /// How it shakes and turns the sensor; `nil` where that was not measured.
    public var gait: Gait?

    public init(
        startSeconds: Double = 0, durationSeconds: Double, up: SIMD3<Double>, turning: SymmetricMatrix3?, swing: Swing? = nil,
        standing: SIMD3<Double>? = nil, gait: Gait? = nil
    ) {
        self.startSeconds = startSeconds
        self.durationSeconds = durationSeconds
        self.up = up
        self.turning = turning
        self.swing = swing
        self.standing = standing
        self.gait = gait
    }

    /// How far a sensor turns faster one way than the other.
    public struct Swing: Sendable, Equatable, Codable {
        /// Sum of angular rate times its square: what is faster outweighs what takes longer.
        public var sum: SIMD3<Double>
        /// Sum of the cubed length of angular rate.
        public var size: Double

        public init(sum: SIMD3<Double>, size: Double) {
            self.sum = sum
            self.size = size
        }

        init(_ rates: ArraySlice<SIMD3<Double>>) {
            self.init(sum: .zero, size: 0)
            for rate in rates {
                let square = rate.dot(rate)
                sum += rate * square
                size += square * square.squareRoot()
            }
        }

        static func + (lhs: Swing, rhs: Swing) -> Swing { Swing(sum: lhs.sum + rhs.sum, size: lhs.size + rhs.size) }
    }
}

/// Finds walking: a rhythm of steps or strides with foot strikes, up nearly constant.
struct WalkingFinder {
    /// Autocorrelation of the rhythm, and its pace in Hz: slow strides to quick steps.
    var strength = 0.6
    var rhythmHz = 0.7...2.6
    /// Smallest movement between 0.7 and 5 Hz, in m/s2.
    var smallestSize = 1.2
    /// Foot strikes: movement above 3 Hz over movement between 0.7 and 5 Hz.
    var smallestStrikes = 0.25
    /// Softer ones where the body goes up and down as in walking, in a rhythm as strong as this: simulated people on soft soles.
    var softestStrikes = 0.15
    var strengthOfStrides = 0.7
    /// Largest sway of up from its mean, in degrees. Where strikes are as hard as this, stride by stride, for within one
    /// a shank swings by eighty.
    var largestSwayDegrees = 35.0
    var hardStrikes = 0.6
    /// A rhythm quicker than this is one of steps, two to a stride, in Hz.
    var fastestStrideHz = 1.3
    /// Fewest windows, half a second apart, in a row.
    var fewestWindows = 2
    /// So long before and after a walk its wearer may have stood, for so long and as still as this (root mean square between
    /// 0.7 and 5 Hz, in m/s2), with the sensor tilted no farther from how it is carried. In seconds and degrees.
    var standingReachSeconds = 5.0
    var standingSeconds = 0.6
    var standingSize = 0.5
    var standingDegrees = 30.0

    /// - Parameter steady: grid indices of sets of many smooth reps: fast reps have a rhythm too, but are no walk, unless the body rises and
    ///   falls twice in each.
    func runs(in signals: FeatureSignals, steady: [ClosedRange<Int>]) -> [WalkingRun] {
        var runs: [WalkingRun] = []
        var current: [Int] = []
        func close() {
            if current.count >= fewestWindows, let first = current.first, let last = current.last,
                let run = run(first..<last, in: signals)
            {
                runs.append(run)
            }
            current = []
        }
        for window in signals.steps {
            let isSteady = steady.contains { $0.contains(window.centre) }
            if isWalking(window, in: signals), window.isOfStrides && window.strength > strengthOfStrides || !isSteady {
                current.append(window.centre)
            } else {
                close()
            }
        }
        close()
        return runs
    }

    private func isWalking(_ window: StepWindow, in signals: FeatureSignals) -> Bool {
        guard let rhythm = window.rhythmHz, window.strength > strength, rhythmHz.contains(rhythm),
            window.size > smallestSize
        else { return false }
        let half = Int(2 * signals.segment.rateHz)
        let around = max(0, window.centre - half)..<min(signals.segment.count, window.centre + half)
        let strikes = signals.fast[around].rootMeanSquare / window.size
        let isOfWalk = (window.isOfStrides || window.isOfSteps) && window.strength > strengthOfStrides
        guard strikes > (isOfWalk ? softestStrikes : smallestStrikes) else { return false }
        let up = signals.smoothUp[around]
        guard let mean = up.reduce(SIMD3.zero, +).normalized else { return false }
        let stride = strikes < hardStrikes ? 1 : max(1, Int((rhythm > fastestStrideHz ? 2 : 1) * signals.segment.rateHz / rhythm))
        return Swift.stride(from: up.startIndex, through: up.endIndex - stride, by: stride).allSatisfy {
            up[$0..<$0 + stride].reduce(SIMD3.zero, +).degrees(to: mean) < largestSwayDegrees
        }
    }

    private func run(_ range: Range<Int>, in signals: FeatureSignals) -> WalkingRun? {
        guard let up = signals.up[range].reduce(SIMD3.zero, +).normalized else { return nil }
        let turning = signals.segment.angularRate.map { $0[range].reduce(SymmetricMatrix3.zero) { $0 + .init(square: $1) } }
        return WalkingRun(
            startSeconds: signals.segment.seconds(at: range.lowerBound),
            durationSeconds: Double(range.count) / signals.segment.rateHz, up: up, turning: turning,
            swing: signals.segment.angularRate.map { WalkingRun.Swing($0[range]) },
            standing: standing(around: range, up: up, in: signals), gait: gait(range, turning: turning, in: signals))
    }

    private func gait(_ range: Range<Int>, turning: SymmetricMatrix3?, in signals: FeatureSignals) -> Gait? {
        let shaking = signals.mid[range].rootMeanSquare
        guard shaking > 0 else { return nil }
        return Gait(
            shaking: shaking, strikes: signals.fast[range].rootMeanSquare / shaking,
            turning: turning.map { ($0.diagonal.sum() / Double(range.count)).squareRoot() })
    }

    /// The stillest moment on either side, where it is one of standing.
    private func standing(around range: Range<Int>, up: SIMD3<Double>, in signals: FeatureSignals) -> SIMD3<Double>? {
        let reach = Int(standingReachSeconds * signals.segment.rateHz)
        let length = max(1, Int(standingSeconds * signals.segment.rateHz))
        let sides = [range.lowerBound - reach..<range.lowerBound, range.upperBound..<range.upperBound + reach]
        let moments = sides.flatMap { side -> [SIMD3<Double>] in
            let side = side.clamped(to: 0..<signals.segment.count)
            let windows = stride(from: side.lowerBound, through: side.upperBound - length, by: max(1, length / 3)).map {
                (moment: $0..<$0 + length, size: signals.mid[$0..<$0 + length].rootMeanSquare)
            }
            let standing = windows.filter {
                $0.size < standingSize && signals.smoothUp[$0.moment].reduce(.zero, +).degrees(to: up) < standingDegrees
            }
            guard let stillest = standing.min(by: { $0.size < $1.size }) else { return [] }
            return [signals.smoothUp[stillest.moment].reduce(.zero, +)]
        }
        return moments.reduce(.zero, +).normalized
    }
}

/// How a body standing upright looks to the sensor, learnt from walking, or from what is done standing: no calibration pose is asked for.
public struct Upright: Sendable, Equatable, Codable {
    /// Direction of up while walking, unit vector in the sensor frame.
    public var up: SIMD3<Double>
    /// Axis hip and knee turn about, unit vector of unknown sign; a leg's angular rate varies most along it while walking
    /// (Seel et al., Sensors 2014). `nil` where no axis stands out: on the trunk, or without a gyroscope.
    public var medioLateral: SIMD3<Double>?
    /// Direction of up while standing: a shank leans while it walks. `nil` where nobody was seen to stand.
    public var standing: SIMD3<Double>?
    /// `medioLateral`, in the sense in which a leg swings forward: faster than it goes back under the body. `nil` where neither sense
    /// stands out.
    public var forwardAxis: SIMD3<Double>?

    /// Runs whose up differs more than this from the rest were walked with the sensor sitting otherwise, in degrees.
    public static let agreementDegrees = 25.0
    /// Variance along the axis over variance across it.
    static let axisDominance = 2.0
    /// Part of the axis that has to be horizontal.
    static let horizontalShare = 0.8
    /// Share of the cubed angular rate that is left when both senses are taken off against each other. Thighs of four people swing
    /// as fast either way (0 to 0.14); simulated shanks lie above 0.35.
    static let smallestOneSidedness = 0.2

    public init(
        up: SIMD3<Double>, medioLateral: SIMD3<Double>?, standing: SIMD3<Double>? = nil, forwardAxis: SIMD3<Double>? = nil
    ) {
        self.up = up
        self.medioLateral = medioLateral
        self.standing = standing
        self.forwardAxis = forwardAxis
    }

    /// What most of the walking agrees with; `nil` when nobody walked.
    public init?(_ runs: [WalkingRun]) {
        let directions = runs.map { $0.up.normalized ?? .zero }
        let bound = Math.cos(Self.agreementDegrees * .pi / 180)
        func agree(_ one: Int, _ other: Int) -> Bool { directions[one].dot(directions[other]) > bound }
        // Over a day there may be thousands of runs; the longest hundred hold the answer.
        let longest = runs.indices.sorted { runs[$0].durationSeconds > runs[$1].durationSeconds }.prefix(100)
        let support = longest.map { one in
            runs.indices.reduce(0) { $0 + (agree(one, $1) ? runs[$1].durationSeconds : 0) }
        }
        guard let best = zip(longest, support).max(by: { $0.1 < $1.1 })?.0 else { return nil }
        let kept = runs.indices.filter { agree(best, $0) }.map { runs[$0] }
        guard let up = kept.reduce(SIMD3.zero, { $0 + $1.up * $1.durationSeconds }).normalized else { return nil }
        self.up = up
        standing = kept.compactMap(\.standing).reduce(.zero, +).normalized
        let turning = kept.compactMap(\.turning).reduce(SymmetricMatrix3.zero, +)
        let pairs = turning.eigenpairs()
        let horizontal = pairs[0].vector - up * pairs[0].vector.dot(up)
        if pairs[0].value > Self.axisDominance * pairs[1].value, horizontal.length > Self.horizontalShare {
            medioLateral = horizontal.normalized
        } else {
            medioLateral = nil
        }
        forwardAxis = medioLateral.flatMap { axis in
            let swing = kept.compactMap(\.swing).reduce(WalkingRun.Swing(sum: .zero, size: 0), +)
            let share = swing.sum.dot(axis) / max(swing.size, .leastNormalMagnitude)
            return abs(share) < Self.smallestOneSidedness ? nil : share > 0 ? axis : -axis
        }
    }
}
