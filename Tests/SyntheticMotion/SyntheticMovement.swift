import Foundation
import Motion
import RepCore

/// A sensor on a limb that swings about one axis while it travels up, down and forward: every course is known.
public struct SyntheticMovement {
    public var rateHz: Double
    public var seconds: Double
    /// Swing about y in radians, height and advance along x in metres.
    public var angle: (Double) -> Double
    public var height: (Double) -> Double
    public var advance: (Double) -> Double
    /// Rotation of the sensor on the limb.
    public var mount: Quaternion

    public init(
        rateHz: Double = 25, seconds: Double, angle: @escaping (Double) -> Double,
        height: @escaping (Double) -> Double = { _ in 0 }, advance: @escaping (Double) -> Double = { _ in 0 },
        mount: Quaternion = .identity
    ) {
        self.rateHz = rateHz
        self.seconds = seconds
        self.angle = angle
        self.height = height
        self.advance = advance
        self.mount = mount
    }

    public var segment: MovementSegment {
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
    public static func reps(_ count: Int, degrees: Double, metres: Double, mount: Quaternion = .identity) -> SyntheticMovement {
        func course(_ t: Double) -> Double {
            let t = t - 4
            return t > 0 && t < 3 * Double(count) ? (1 - cos(2 * .pi * t / 3)) / 2 : 0
        }
        return SyntheticMovement(
            seconds: 8 + 3 * Double(count), angle: { course($0) * degrees * .pi / 180 },
            height: { -metres * course($0) }, mount: mount)
    }

    /// A thigh while walking: one swing a stride, two strikes a stride.
    public static func walk(seconds: Double, mount: Quaternion = .identity) -> SyntheticMovement {
        SyntheticMovement(
            seconds: seconds, angle: { 0.35 * sin(2 * .pi * 0.9 * $0) },
            height: { 0.012 * cos(2 * .pi * 1.8 * $0) + 0.002 * cos(2 * .pi * 5.4 * $0) }, mount: mount)
    }

    /// A shank that swings out for a second, stands for 1.5 s and a little more each time while the body sinks, swings back and
    /// stands for 1.2 s: one lunge is two swings.
    /// - Parameters:
    ///   - steps: how far each swing out and each swing back goes, in metres.
    public static func steppingLunges(
        _ count: Int, steps: (out: Double, back: Double) = (0.6, -0.6), mount: Quaternion = .identity
    ) -> SyntheticMovement {
        let starts = (0..<count).map { 5 + 4.8 * Double($0) }
        func sum(_ f: (Double, Int) -> Double) -> Double { starts.enumerated().reduce(0) { $0 + f($1.element, $1.offset) } }
        func stand(_ index: Int) -> Double { 1.5 + 0.1 * Double(index % 3) }
        return SyntheticMovement(
            rateHz: 50, seconds: 10 + 4.8 * Double(count),
            angle: { t in
                sum { 0.6 * bump(t, $0, 1) + 0.6 * bump(t, $0 + 1 + stand($1), 1) + 0.06 * bump(t, $0 + 1, stand($1)) }
            },
            height: { t in sum { 0.15 * bump(t, $0, 1) + 0.15 * bump(t, $0 + 1 + stand($1), 1) } },
            advance: { t in sum { steps.out * way(t, $0, 1) + steps.back * way(t, $0 + 1 + stand($1), 1) } }, mount: mount)
    }

    /// A thigh that swings level for five seconds and is still for four, `count` times, while the body sinks by 0.3 m with each swing, and
    /// between them by `metres`: slow lunges, of both legs in turn or of one.
    public static func slowLunges(_ count: Int, sinkingBetween metres: Double, mount: Quaternion = .identity) -> SyntheticMovement {
        let starts = (0..<count).map { 5 + 9 * Double($0) }
        func sum(_ f: (Double) -> Double) -> Double { starts.reduce(0) { $0 + f($1) } }
        return SyntheticMovement(
            seconds: 10 + 9 * Double(count), angle: { t in sum { 1.2 * bump(t, $0, 5) } },
            height: { t in -sum { 0.3 * bump(t, $0, 5) + metres * bump(t, $0 + 5, 4) } }, mount: mount)
    }

    /// From 0 to 1 between two times, at rest at either end.
    private static func way(_ t: Double, _ from: Double, _ seconds: Double) -> Double {
        let share = min(1, max(0, (t - from) / seconds))
        return share - sin(2 * .pi * share) / (2 * .pi)
    }

    private static func bump(_ t: Double, _ from: Double, _ seconds: Double) -> Double {
        t > from && t < from + seconds ? (1 - cos(2 * .pi * (t - from) / seconds)) / 2 : 0
    }
}
