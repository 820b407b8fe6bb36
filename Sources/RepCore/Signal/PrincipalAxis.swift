/// A symmetric 3 x 3 matrix.
public struct SymmetricMatrix3: Sendable, Equatable, Codable {
    /// xx, yy, zz.
    public var diagonal: SIMD3<Double>
    public var xy: Double
    public var yz: Double
    public var zx: Double

    public init(diagonal: SIMD3<Double>, xy: Double, yz: Double, zx: Double) {
        self.diagonal = diagonal
        self.xy = xy
        self.yz = yz
        self.zx = zx
    }

    public static let zero = SymmetricMatrix3(diagonal: .zero, xy: 0, yz: 0, zx: 0)

    /// Outer product of a vector with itself.
    public init(square v: SIMD3<Double>) {
        self.init(diagonal: v * v, xy: v.x * v.y, yz: v.y * v.z, zx: v.z * v.x)
    }

    /// Population covariance (divided by the count) of vectors, about their mean: two passes, stable however large the mean.
    public init(covarianceOf values: some Collection<SIMD3<Double>>, mean: SIMD3<Double>) {
        // Sums of centred products: xx, yy, zz and xy, yz, zx.
        var (squares, products) = (SIMD3<Double>.zero, SIMD3<Double>.zero)
        for value in values {
            let centred = value - mean
            squares += centred * centred
            products += centred * SIMD3(centred.y, centred.z, centred.x)
        }
        let count = Double(max(1, values.count))
        self.init(diagonal: squares / count, xy: products.x / count, yz: products.y / count, zx: products.z / count)
    }

    public static func + (lhs: SymmetricMatrix3, rhs: SymmetricMatrix3) -> SymmetricMatrix3 {
        SymmetricMatrix3(
            diagonal: lhs.diagonal + rhs.diagonal, xy: lhs.xy + rhs.xy, yz: lhs.yz + rhs.yz, zx: lhs.zx + rhs.zx)
    }

    /// An eigenvalue and its unit vector.
    public struct Eigenpair: Sendable, Equatable {
        public var value: Double
        /// Length 1; its sign carries no meaning.
        public var vector: SIMD3<Double>
    }

    /// Eigenvalues, largest first, with orthonormal vectors, by cyclic Jacobi rotations (Golub and Van Loan, section
    /// 8.5): accurate to rounding also where eigenvalues nearly meet.
    public func eigenpairs() -> [Eigenpair] {
        var (xx, yy, zz) = (diagonal.x, diagonal.y, diagonal.z)
        var (xy, yz, zx) = (xy, yz, zx)
        var (x, y, z) = (SIMD3(1.0, 0, 0), SIMD3(0, 1.0, 0), SIMD3(0, 0, 1.0))
        let size = xx * xx + yy * yy + zz * zz + 2 * (xy * xy + yz * yz + zx * zx)
        // Convergence is quadratic; real matrices need four or five sweeps.
        for _ in 0..<16 {
            guard xy * xy + yz * yz + zx * zx > size * 1e-32 else { break }
            Self.rotate(&xx, &yy, &xy, &zx, &yz, &x, &y)
            Self.rotate(&xx, &zz, &zx, &xy, &yz, &x, &z)
            Self.rotate(&yy, &zz, &yz, &xy, &zx, &y, &z)
        }
        return [(xx, x), (yy, y), (zz, z)].map { Eigenpair(value: $0, vector: $1) }.sorted { $0.value > $1.value }
    }

    /// Turns the plane of axes p and q until nothing is left of their product.
    /// - Parameters:
    ///   - pr: the products with the third axis.
    ///   - p: the vectors, which turn along.
    private static func rotate(
        _ pp: inout Double, _ qq: inout Double, _ pq: inout Double, _ pr: inout Double, _ qr: inout Double,
        _ p: inout SIMD3<Double>, _ q: inout SIMD3<Double>
    ) {
        guard pq != 0 else { return }
        let theta = (qq - pp) / (2 * pq)
        let tangent = (theta < 0 ? -1 : 1) / (abs(theta) + (theta * theta + 1).squareRoot())
        let cosine = 1 / (tangent * tangent + 1).squareRoot()
        let sine = tangent * cosine
        (pp, qq, pq) = (pp - tangent * pq, qq + tangent * pq, 0)
        (pr, qr) = (cosine * pr - sine * qr, sine * pr + cosine * qr)
        (p, q) = (p * cosine - q * sine, p * sine + q * cosine)
    }
}

/// The line along which vectors vary most: projecting on it turns three channels into one, and turning the sensor
/// turns the line with it, so the projection stays the same (up to its sign, which carries no meaning).
public struct PrincipalAxis: Sendable, Equatable {
    /// Mean of the vectors.
    public var center: SIMD3<Double>
    /// Unit vector.
    public var direction: SIMD3<Double>
    /// Share of the total variance along `direction`, 1/3...1.
    public var explainedVariance: Double

    /// First principal component of `values`; `nil` when they do not vary, or not by finite amounts.
    public init?(of values: some Collection<SIMD3<Double>>) {
        guard !values.isEmpty else { return nil }
        let mean = values.reduce(SIMD3.zero, +) / Double(values.count)
        let covariance = SymmetricMatrix3(covarianceOf: values, mean: mean)
        let total = covariance.diagonal.sum()
        guard total.isFinite, total > 0, let first = covariance.eigenpairs().first else { return nil }
        center = mean
        direction = first.vector
        explainedVariance = min(1, first.value / total)
    }

    /// Signed distance from the centre along the axis, in the unit of the vectors.
    @inlinable
    public func project(_ value: SIMD3<Double>) -> Double {
        (value - center).dot(direction)
    }
}
