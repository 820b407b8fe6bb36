import Motion
import RepCore

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// A sensor that tilts about one axis and rises and sinks, in minimum-jerk movements (Flash and Hogan, 1985), so that
/// what it reads, and what a counter should say about it, are known exactly.
public struct SyntheticSensor: Sendable {
    /// One change of tilt or height.
    public struct Move: Sendable {
        public var onset: Double
        public var duration: Double
        public var change: Double

        public init(onset: Double, duration: Double, change: Double) {
            self.onset = onset
            self.duration = duration
            self.change = change
        }

        func value(at time: Double) -> Double {
            let s = min(1, max(0, (time - onset) / duration))
            return change * s * s * s * (10 + s * (6 * s - 15))
        }

        /// First and second derivative.
        func speed(at time: Double) -> Double {
            let s = (time - onset) / duration
            return s > 0 && s < 1 ? change * 30 * s * s * (1 - s) * (1 - s) / duration : 0
        }

        func acceleration(at time: Double) -> Double {
            let s = (time - onset) / duration
            return s > 0 && s < 1 ? change * 60 * s * (1 - s) * (1 - 2 * s) / (duration * duration) : 0
        }
    }

    /// When a rep sets out, turns (the middle of its hold) and is back, in seconds.
    public struct Rep: Sendable, Equatable {
        public var start, turn, end: Double
    }

    /// How reps are done.
    public struct Manner: Sendable {
        public var degrees = 0.0
        public var metres = 0.0
        /// Seconds out; the way back takes as long.
        public var waySeconds = 1.0
        /// Seconds kept at the turn.
        public var holdSeconds = 0.0
        /// Seconds kept at home between two reps.
        public var pauseSeconds = 0.0

        public init(
            degrees: Double = 0, metres: Double = 0, waySeconds: Double = 1, holdSeconds: Double = 0,
            pauseSeconds: Double = 0
        ) {
            self.degrees = degrees
            self.metres = metres
            self.waySeconds = waySeconds
            self.holdSeconds = holdSeconds
            self.pauseSeconds = pauseSeconds
        }

        public static let legRaise = Manner(degrees: 60)
        /// A squat seen from an arm that hangs still.
        public static let stillArmSquat = Manner(metres: -0.4, waySeconds: 1.2)
    }

    /// Degrees about the tilting axis.
    public private(set) var tilting: [Move] = []
    /// Metres upwards.
    public private(set) var rising: [Move] = []
    /// Truth, in order of time.
    public private(set) var reps: [Rep] = []
    /// Where the next movement begins; the length of the recording in the end.
    public private(set) var seconds = 0.0

    /// Standard deviation of the acceleration's noise, near enough, in m/s2; a hundredth of it in rad/s.
    public var noise = 0.02
    public var hasGyroscope = true
    /// How the sensor sits on the body.
    public var mount = Quaternion.identity
    /// Time of the first sample.
    public var startSeconds = 0.0
    /// Stretches without samples.
    public var gaps: [Range<Double>] = []

    public init() {}

    // MARK: Choreography

    public mutating func rest(_ duration: Double) { seconds += duration }

    /// From one posture to another.
    public mutating func tilt(by degrees: Double, in duration: Double) {
        tilting.append(Move(onset: seconds, duration: duration, change: degrees))
        seconds += duration
    }

    /// Reps one after the other, without a pause after the last.
    public mutating func repeating(_ count: Int, _ manner: Manner) {
        for index in 0..<count {
            let start = seconds
            move(manner, 1)
            let arrived = seconds
            seconds += manner.holdSeconds
            move(manner, -1)
            reps.append(Rep(start: start, turn: arrived + manner.holdSeconds / 2, end: seconds))
            if index + 1 < count { seconds += manner.pauseSeconds }
        }
    }

    private mutating func move(_ manner: Manner, _ direction: Double) {
        if manner.degrees != 0 {
            tilting.append(Move(onset: seconds, duration: manner.waySeconds, change: direction * manner.degrees))
        }
        if manner.metres != 0 {
            rising.append(Move(onset: seconds, duration: manner.waySeconds, change: direction * manner.metres))
        }
        seconds += manner.waySeconds
    }

    /// Rest, reps, rest.
    public static func set(_ count: Int, _ manner: Manner, restSeconds: Double = 5) -> SyntheticSensor {
        var sensor = SyntheticSensor()
        sensor.rest(restSeconds)
        sensor.repeating(count, manner)
        sensor.rest(restSeconds)
        return sensor
    }

    // MARK: Readings

    public func samples(rateHz: Double = 50) -> [MotionSample] {
        var random = Noise(state: 17)
        return (0...Int((seconds * rateHz).rounded())).compactMap { index in
            let time = Double(index) / rateHz
            let angle = tilting.reduce(0) { $0 + $1.value(at: time) } * .pi / 180
            let speed = tilting.reduce(0) { $0 + $1.speed(at: time) } * .pi / 180
            let force = standardGravity + rising.reduce(0) { $0 + $1.acceleration(at: time) }
            let acceleration = SIMD3(0, sin(angle), cos(angle)) * force + random.vector() * noise
            let rate = SIMD3(speed, 0, 0) + random.vector() * (noise / 100)
            guard !gaps.contains(where: { $0.contains(time) }) else { return nil }
            return MotionSample(
                timeSeconds: startSeconds + time, acceleration: mount.rotate(acceleration),
                angularRate: hasGyroscope ? mount.rotate(rate) : nil)
        }
    }

    /// The readings on the grid that detection works on; gaps are not for here.
    public func segment(rateHz: Double = 25) -> MovementSegment {
        let samples = samples(rateHz: rateHz)
        return MovementSegment(
            startSeconds: startSeconds, rateHz: rateHz, acceleration: samples.map(\.acceleration),
            angularRate: hasGyroscope ? samples.compactMap(\.angularRate) : nil)
    }
}

/// A seeded generator (SplitMix64), so that every run tests the same readings.
struct Noise: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    /// Sums of three uniform numbers: nearly normal, standard deviation 1.
    mutating func vector() -> SIMD3<Double> {
        (0..<3).reduce(SIMD3.zero) { sum, _ in
            sum + SIMD3(uniform(), uniform(), uniform())
        }
    }

    private mutating func uniform() -> Double { Double.random(in: -1...1, using: &self) }
}

extension Quaternion {
    /// Rotations evenly spread over all there are (Shoemake, Graphics Gems III, 1992); the same for the same seed.
    public static func random(_ count: Int, seed: UInt64) -> [Quaternion] {
        var noise = Noise(state: seed)
        return (0..<count).map { _ in
            let (u, v, w) = (
                Double.random(in: 0...1, using: &noise), Double.random(in: 0...1, using: &noise),
                Double.random(in: 0...1, using: &noise)
            )
            let (inner, outer) = ((1 - u).squareRoot(), u.squareRoot())
            return Quaternion(
                w: inner * sin(2 * .pi * v),
                v: SIMD3(inner * cos(2 * .pi * v), outer * sin(2 * .pi * w), outer * cos(2 * .pi * w)))
        }
    }
}

extension MotionSample {
    /// The same reading from a sensor mounted the other way.
    public func rotated(by rotation: Quaternion) -> MotionSample {
        MotionSample(
            timeSeconds: timeSeconds, acceleration: rotation.rotate(acceleration),
            angularRate: angularRate.map(rotation.rotate))
    }
}
