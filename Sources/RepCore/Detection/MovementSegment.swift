/// A gap-free stretch of movement on a uniform grid: what detection works on.
///
/// Nothing is interpolated across a gap, so a recording with gaps is a list of segments. A segment is bounded (see
/// `EpisodeBuffer`), so analysing it as a whole costs bounded memory, and filters may run forwards and backwards.
public struct MovementSegment: Sendable, Equatable {
    /// Seconds of the first grid point, on the recording's clock.
    public var startSeconds: Double
    /// Rate of the grid in Hz.
    public var rateHz: Double
    /// Specific force in m/s2, gravity included, one per grid point.
    public var acceleration: [SIMD3<Double>]
    /// Angular rate in rad/s, one per grid point; `nil` when any point of the segment lacks it.
    public var angularRate: [SIMD3<Double>]?

    public init(
        startSeconds: Double, rateHz: Double, acceleration: [SIMD3<Double>], angularRate: [SIMD3<Double>]? = nil
    ) {
        precondition(angularRate == nil || angularRate?.count == acceleration.count, "channels differ in length")
        self.startSeconds = startSeconds
        self.rateHz = rateHz
        self.acceleration = acceleration
        self.angularRate = angularRate
    }

    /// A part of it with time running backwards, from the time at which the part begins.
    func reversed(_ range: Range<Int>) -> MovementSegment {
        MovementSegment(
            startSeconds: seconds(at: range.lowerBound), rateHz: rateHz, acceleration: acceleration[range].reversed(),
            angularRate: angularRate.map { $0[range].reversed().map { $0 * -1 } })
    }

    /// Number of grid points.
    public var count: Int { acceleration.count }

    /// The grid points one by one.
    public var points: some RandomAccessCollection<GridSample> {
        (0..<count).lazy.map { index in
            GridSample(
                timeSeconds: seconds(at: index), acceleration: acceleration[index], angularRate: angularRate?[index],
                startsSegment: index == 0)
        }
    }

    /// Length in seconds.
    public var durationSeconds: Double { count > 1 ? Double(count - 1) / rateHz : 0 }

    /// Time of a grid point on the recording's clock, in seconds.
    public func seconds(at index: Int) -> Double { startSeconds + Double(index) / rateHz }
}
