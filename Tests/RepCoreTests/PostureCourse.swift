import Foundation
import Motion
import RepCore

/// A sensor that tilts about one axis from posture to posture in minimum-jerk movements.
struct PostureCourse: Sendable {
    /// Movements in order of onset: seconds of onset and duration, degrees of change.
    var moves: [(onset: Double, duration: Double, degrees: Double)] = []
    /// Added to the tilt, in degrees by time.
    var disturbance: @Sendable (Double) -> Double = { _ in 0 }
    var noise = 0.0
    var biasDegreesPerSecond = 0.0
    var hasGyroscope = true
    /// Rotation of the sensor on the body.
    var mount = Quaternion.identity
    var startSeconds = 0.0

    func tilt(_ time: Double) -> Double {
        moves.reduce(disturbance(time)) { sum, move in
            let s = min(1, max(0, (time - move.onset) / move.duration))
            return sum + move.degrees * s * s * s * (10 + s * (6 * s - 15))
        }
    }

    func grid(seconds: Double) -> [GridSample] {
        var random = SeededGenerator(seed: 11)
        return (0...Int(seconds * 25)).map { index in
            let time = Double(index) / 25
            let angle = tilt(time) * .pi / 180
            let rate = (tilt(time + 0.01) - tilt(time - 0.01)) / 0.02 + biasDegreesPerSecond
            let up = SIMD3(0, sin(angle), cos(angle)) * standardGravity + random.vector() * noise
            return GridSample(
                timeSeconds: startSeconds + time, acceleration: mount.rotate(up),
                angularRate: hasGyroscope
                    ? mount.rotate(SIMD3(rate * .pi / 180, 0, 0) + random.vector() * noise * 0.01) : nil,
                startsSegment: index == 0)
        }
    }

    /// Stand for 10 s, 40 degrees up in 1.5 s, kept until 36.5 s, back in 1.5 s, stand until 50 s.
    static var stretch: PostureCourse { PostureCourse(moves: [(10, 1.5, 40), (36.5, 1.5, -40)], noise: 0.03) }
}
