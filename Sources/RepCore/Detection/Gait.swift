/// How walking shakes and turns a sensor: what tells where on the body it sits, whichever way round it was put on.
public struct Gait: Sendable, Equatable, Codable {
    /// Root mean square of acceleration between 0.7 and 5 Hz, in m/s2: 2 on the trunk, 10 on a foot.
    public var shaking: Double
    /// Root mean square of acceleration above 3 Hz over `shaking`: how hard feet strike, there.
    public var strikes: Double
    /// Root mean square of angular rate, in rad/s: 0.5 on the trunk, 3 on a shank; `nil` without a gyroscope.
    public var turning: Double?

    public init(shaking: Double, strikes: Double, turning: Double?) {
        self.shaking = shaking
        self.strikes = strikes
        self.turning = turning
    }

    /// One of its numbers.
    public enum Measure: Sendable, CaseIterable {
        case shaking, strikes, turning
    }

    public subscript(measure: Measure) -> Double? {
        switch measure {
        case .shaking: shaking
        case .strikes: strikes
        case .turning: turning
        }
    }

    /// Less walking than this, in seconds, is too few steps to judge by.
    static let shortestSeconds = 3.0

    /// How somebody walked most of the time: medians, each run weighing as long as it lasted; `nil` for a few steps.
    public init?(_ runs: [WalkingRun]) {
        let walked = runs.compactMap { run in run.gait.map { (gait: $0, seconds: run.durationSeconds) } }
        func median(_ measure: Measure) -> Double? {
            let values = walked.compactMap { walk in walk.gait[measure].map { (value: $0, seconds: walk.seconds) } }
                .sorted { $0.value < $1.value }
            let half = values.reduce(0) { $0 + $1.seconds } / 2
            var passed = 0.0
            return values.first { value in
                passed += value.seconds
                return passed >= half
            }?.value
        }
        guard walked.reduce(0, { $0 + $1.seconds }) >= Self.shortestSeconds, let shaking = median(.shaking),
            let strikes = median(.strikes)
        else { return nil }
        self.init(shaking: shaking, strikes: strikes, turning: median(.turning))
    }
}
