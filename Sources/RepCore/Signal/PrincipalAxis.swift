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
        // Columns of the matrix and of the vectors.
        var a = [SIMD3(diagonal.x, xy, zx), SIMD3(xy, diagonal.y, yz), SIMD3(zx, yz, diagonal.z)]
        var v = [SIMD3(1.0, 0, 0), SIMD3(0, 1.0, 0), SIMD3(0, 0, 1.0)]
        let size = a.reduce(0) { $0 + $1.dot($1) }
        // Convergence is quadratic; real matrices need four or five sweeps.
        for _ in 0..<16 {
            let offDiagonal = a[0][1] * a[0][1] + a[1][2] * a[1][2] + a[0][2] * a[0][2]
            guard offDiagonal > size * 1e-32 else { break }
            for (p, q) in [(0, 1), (0, 2), (1, 2)] where a[q][p] != 0 {
                let theta = (a[q][q] - a[p][p]) / (2 * a[q][p])
                let t = (theta < 0 ? -1 : 1) / (abs(theta) + (theta * theta + 1).squareRoot())
                let c = 1 / (t * t + 1).squareRoot()
                let s = t * c
                (a[p], a[q]) = (a[p] * c - a[q] * s, a[p] * s + a[q] * c)
                for k in 0..<3 {
                    (a[k][p], a[k][q]) = (c * a[k][p] - s * a[k][q], s * a[k][p] + c * a[k][q])
                }
                (v[p], v[q]) = (v[p] * c - v[q] * s, v[p] * s + v[q] * c)
            }
        }
        return zip(a.indices, v).map { Eigenpair(value: a[$0][$0], vector: $1) }.sorted { $0.value > $1.value }
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
