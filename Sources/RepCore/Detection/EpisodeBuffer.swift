import Motion

/// Collects a stream into gap-free segments of bounded length.
///
/// Samples go through the resampler onto the grid; a gap ends a segment, and so does the length limit, so that memory
/// stays flat over days. A segment that grows too long is cut at the stillest moment of its last part, where it is
/// least likely to cut a repetition; a hold that is cut there continues at the start of the next segment. The value is
/// the whole state: a copy, or one decoded from storage, goes on exactly where the original stood.
public struct EpisodeBuffer: Sendable, Equatable, Codable {
    public struct Parameters: Sendable, Equatable, Codable {
        /// Grid and gap rule.
        public var resampling = UniformResampler.Parameters(outputHz: 25, maximumGapSeconds: 0.5)
        /// Longest segment, in seconds: longer than a session of exercises, so that no hold of one is ever cut.
        public var longestSeconds = 1800.0
        /// Part at its end in which the cut is looked for, in seconds.
        public var cutWindowSeconds = 300.0
        /// No segment that was cut is shorter, in seconds.
        public var shortestCutSeconds: Double { max(0, longestSeconds - cutWindowSeconds) }
        /// Shorter segments hold no movement worth analysing, in seconds.
        public var shortestSeconds = 0.8

        public init() {}
    }

    public let parameters: Parameters
    private var resampler: UniformResampler
    private var grid: Grid

    public init(_ parameters: Parameters = Parameters()) {
        self.parameters = parameters
        resampler = UniformResampler(parameters.resampling)
        grid = Grid(parameters)
    }

    /// Takes one sample and hands out the segments it completes.
    public mutating func step(_ sample: MotionSample, emit: (MovementSegment) -> Void) {
        Self.step(sample, &resampler, &grid, emit)
    }

    /// Ends the stream: hands out what is left. A following `step` starts anew.
    public mutating func finish(emit: (MovementSegment) -> Void) {
        Self.finish(&resampler, &grid, emit)
    }

    // The closure may not touch `self` while the resampler, a part of it, is being changed; two parts passed apart may.
    private static func step(
        _ sample: MotionSample, _ resampler: inout UniformResampler, _ grid: inout Grid, _ emit: (MovementSegment) -> Void
    ) {
        resampler.step(sample) { grid.take($0, emit) }
    }

    private static func finish(
        _ resampler: inout UniformResampler, _ grid: inout Grid, _ emit: (MovementSegment) -> Void
    ) {
        resampler.finish { grid.take($0, emit) }
        grid.close(emit)
    }
}

/// The points of the segment that is growing.
private struct Grid: Sendable, Equatable, Codable {
    private var parameters: EpisodeBuffer.Parameters
    private var startSeconds = 0.0
    private var acceleration: [SIMD3<Double>] = []
    private var angularRate: [SIMD3<Double>] = []
    /// Whether each point has an angular rate at all; an array of optionals would take half as much memory again.
    private var hasRate: [Bool] = []

    init(_ parameters: EpisodeBuffer.Parameters) {
        self.parameters = parameters
    }

    /// What is left when the first points are gone.
    private init(_ parameters: EpisodeBuffer.Parameters, restOf grid: Grid, from index: Int) {
        self.parameters = parameters
        startSeconds = grid.startSeconds + Double(index) / parameters.resampling.outputHz
        guard index < grid.acceleration.count else { return }
        // A segment that was cut is followed by one as long: growing by doubling would copy it over and over.
        let capacity = Int(parameters.longestSeconds * parameters.resampling.outputHz) + 1
        acceleration.reserveCapacity(capacity)
        angularRate.reserveCapacity(capacity)
        hasRate.reserveCapacity(capacity)
        acceleration += grid.acceleration[index...]
        angularRate += grid.angularRate[index...]
        hasRate += grid.hasRate[index...]
    }

    mutating func take(_ point: GridSample, _ emit: (MovementSegment) -> Void) {
        if point.startsSegment { close(emit) }
        if acceleration.isEmpty { startSeconds = point.timeSeconds }
        acceleration.append(point.acceleration)
        angularRate.append(point.angularRate ?? .zero)
        hasRate.append(point.angularRate != nil)
        if Double(acceleration.count) > parameters.longestSeconds * parameters.resampling.outputHz {
            close(upTo: stillestMoment(), emit)
        }
    }

    mutating func close(_ emit: (MovementSegment) -> Void) {
        close(upTo: acceleration.count, emit)
    }

    /// Hands out the first points as a segment and keeps the rest.
    private mutating func close(upTo count: Int, _ emit: (MovementSegment) -> Void) {
        let rateHz = parameters.resampling.outputHz
        // The segment takes the arrays themselves; what is copied is the rest, which is short.
        let rest = Grid(parameters, restOf: self, from: count)
        if Double(count) >= parameters.shortestSeconds * rateHz {
            let isComplete = hasRate[..<count].allSatisfy { $0 }
            acceleration.removeLast(acceleration.count - count)
            angularRate.removeLast(angularRate.count - count)
            emit(
                MovementSegment(
                    startSeconds: startSeconds, rateHz: rateHz, acceleration: acceleration,
                    angularRate: isComplete ? angularRate : nil))
        }
        self = rest
    }

    /// Middle of the two seconds with the least change in the last part of the buffer.
    private func stillestMoment() -> Int {
        let rateHz = parameters.resampling.outputHz
        let width = max(2, Int(2 * rateHz))
        let first = max(1, acceleration.count - Int(parameters.cutWindowSeconds * rateHz))
        guard first + width < acceleration.count else { return acceleration.count }
        func change(_ index: Int) -> Double { (acceleration[index] - acceleration[index - 1]).length }
        var sum = (first..<first + width).reduce(0) { $0 + change($1) }
        var best = (sum: sum, index: first)
        for index in first + width..<acceleration.count {
            sum += change(index) - change(index - width)
            if sum < best.sum { best = (sum, index - width + 1) }
        }
        return best.index + width / 2
    }
}
