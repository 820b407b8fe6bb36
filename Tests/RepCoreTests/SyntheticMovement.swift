import Foundation
import Motion
@testable import RepCore

/// A sensor on a limb that swings about one axis while it travels up, down and forward: every course is known.
struct SyntheticMovement {
    var rateHz = 25.0
    var seconds: Double
    /// Swing about y in radians, height and advance along x in metres.
    var angle: (Double) -> Double
    var height: (Double) -> Double = { _ in 0 }
    var advance: (Double) -> Double = { _ in 0 }
    /// Rotation of the sensor on the limb.
    var mount = Quaternion.identity

    var segment: MovementSegment {
        let step = 1e-3
        func second(_ f: (Double) -> Double, _ t: Double) -> Double {
            (f(t + step) - 2 * f(t) + f(t - step)) / (step * step)
        }
        var acceleration: [SIMD3<Double>] = []
        var rate: [SIMD3<Double>] = []
        for index in 0..<Int(seconds * rateHz) {
            let t = Double(index) / rateHz
            let limb = Quaternion(rotationVector: SIMD3(0, angle(t), 0))
            let force = SIMD3(second(advance, t), 0, second(height, t) + standardGravity)
            acceleration.append(mount.rotate(limb.conjugate.rotate(force)))
            rate.append(mount.rotate(SIMD3(0, (angle(t + step) - angle(t - step)) / (2 * step), 0)))
        }
        return MovementSegment(startSeconds: 0, rateHz: rateHz, acceleration: acceleration, angularRate: rate)
    }

    /// `count` reps of 3 s after 4 s of rest, swinging by `degrees` and sinking by `metres`.
    static func reps(_ count: Int, degrees: Double, metres: Double, mount: Quaternion = .identity) -> SyntheticMovement {
        func course(_ t: Double) -> Double {
            let t = t - 4
            return t > 0 && t < 3 * Double(count) ? (1 - cos(2 * .pi * t / 3)) / 2 : 0
        }
        return SyntheticMovement(
            seconds: 8 + 3 * Double(count), angle: { course($0) * degrees * .pi / 180 },
            height: { -metres * course($0) }, mount: mount)
    }

    /// A thigh while walking: one swing a stride, two strikes a stride.
    static func walk(seconds: Double, mount: Quaternion = .identity) -> SyntheticMovement {
        SyntheticMovement(
            seconds: seconds, angle: { 0.35 * sin(2 * .pi * 0.9 * $0) },
            height: { 0.012 * cos(2 * .pi * 1.8 * $0) + 0.002 * cos(2 * .pi * 5.4 * $0) }, mount: mount)
    }
}
