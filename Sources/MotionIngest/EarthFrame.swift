#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif
import Motion

/// Puts gravity back where a device took it out and tells its orientation instead.
enum EarthFrame {
    /// Acceleration with gravity in the sensor's axes, m/s2.
    /// - Parameters:
    ///   - linear: acceleration without gravity in the earth's axes, z up, m/s2.
    ///   - orientation: what turns the sensor's axes to the earth's: a quaternion (w, x, y, z), or Euler angles in degrees (roll about x,
    ///     pitch about y, yaw about z, turned in the order yaw, pitch, roll).
    ///   - count: 4 for a quaternion, 3 for angles.
    static func sensorAcceleration(linear: SIMD3<Double>, orientation: UnsafePointer<Double>, count: Int) -> SIMD3<Double> {
        let turn = count == 4 ? SIMD4(orientation[0], orientation[1], orientation[2], orientation[3]) : quaternion(
            SIMD3(orientation[0], orientation[1], orientation[2]) * (.pi / 360))
        let power = (turn * turn).sum()
        // A quaternion of zeros is no orientation; the row is then left out like any other of zeros.
        guard power > 1e-6, power.isFinite else { return .zero }
        let force = linear + SIMD3(0, 0, standardGravity)
        // By the inverse: q* v q, as v + 2 w (u x v) + 2 u x (u x v) with u = -(x, y, z).
        let axis = -SIMD3(turn.y, turn.z, turn.w)
        let across = 2 / power * axis.cross(force)
        return force + turn.x * across + axis.cross(across)
    }

    private static func quaternion(_ half: SIMD3<Double>) -> SIMD4<Double> {
        let (cr, sr, cp, sp, cy, sy) = (cos(half.x), sin(half.x), cos(half.y), sin(half.y), cos(half.z), sin(half.z))
        return SIMD4(
            cr * cp * cy + sr * sp * sy, sr * cp * cy - cr * sp * sy, cr * sp * cy + sr * cp * sy, cr * cp * sy - sr * sp * cy)
    }
}
