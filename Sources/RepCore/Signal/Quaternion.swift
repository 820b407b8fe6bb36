/// A unit quaternion as a rotation of 3-D vectors (Hamilton's convention, real part first).
public struct Quaternion: Sendable, Equatable, Codable {
    /// Real part.
    public var w: Double
    /// Imaginary part.
    public var v: SIMD3<Double>

    public static let identity = Quaternion(w: 1, v: .zero)

    @inlinable
    public init(w: Double, v: SIMD3<Double>) {
        self.w = w
        self.v = v
    }

    /// Rotation about the direction of `vector` by its length in radians; the identity for the zero vector.
    public init(rotationVector vector: SIMD3<Double>) {
        let square = vector.dot(vector) / 4
        if square < 0.01 {
            // Half angles up to 0.1, at 25 Hz some 290 degrees a second: both series end where the next term is below rounding.
            let sine = 1 - square / 6 * (1 - square / 20 * (1 - square / 42 * (1 - square / 72)))
            let cosine = 1 - square / 2 * (1 - square / 12 * (1 - square / 30 * (1 - square / 56 * (1 - square / 90))))
            self.init(w: cosine, v: vector * (sine / 2))
        } else {
            let half = square.squareRoot()
            self.init(w: Math.cos(half), v: vector * (Math.sin(half) / (2 * half)))
        }
    }

    /// The smallest rotation that turns direction `from` into direction `to`; both of length 1.
    public init(from: SIMD3<Double>, to: SIMD3<Double>) {
        let real = 1 + from.dot(to)
        if real < 1e-12 {
            // Opposite directions: half a turn about any axis across.
            let helper: SIMD3<Double> = abs(from.x) < 0.7 ? SIMD3(1, 0, 0) : SIMD3(0, 1, 0)
            self.init(w: 0, v: from.cross(helper).normalized ?? SIMD3(0, 0, 1))
        } else {
            self = Quaternion(w: real, v: from.cross(to)).normalized
        }
    }

    /// The inverse rotation.
    @inlinable
    public var conjugate: Quaternion { Quaternion(w: w, v: -v) }

    /// Same rotation, length 1; the identity where the length is 0 or not finite.
    @inlinable
    public var normalized: Quaternion {
        let length = (w * w + v.dot(v)).squareRoot()
        return length > 0 && length.isFinite ? Quaternion(w: w / length, v: v / length) : .identity
    }

    /// `vector` rotated.
    @inlinable
    public func rotate(_ vector: SIMD3<Double>) -> SIMD3<Double> {
        let twice = v.cross(vector) * 2
        return vector + twice * w + v.cross(twice)
    }

    /// Angle of the rotation in radians, 0...pi.
    public var angle: Double { 2 * Math.atan2(v.length, abs(w)) }

    /// First `rhs`, then `lhs`.
    @inlinable
    public static func * (lhs: Quaternion, rhs: Quaternion) -> Quaternion {
        Quaternion(
            w: lhs.w * rhs.w - lhs.v.dot(rhs.v),
            v: rhs.v * lhs.w + lhs.v * rhs.w + lhs.v.cross(rhs.v))
    }
}
