/// What a filter can run on: a scalar channel or a vector of three.
///
/// Filters are linear, so addition and scaling are all they ask for; the inner product makes correlations of vectors
/// independent of how the sensor was turned.
public protocol SignalValue: Sendable, Equatable, Codable {
    static var zero: Self { get }
    static func + (lhs: Self, rhs: Self) -> Self
    static func - (lhs: Self, rhs: Self) -> Self
    static func * (lhs: Self, rhs: Double) -> Self
    /// Inner product: the sum of the products of channels.
    func dot(_ other: Self) -> Double
    /// Products of channels. Adding many of them first and their channels last is what a long inner product should do.
    func times(_ other: Self) -> Self
    /// Sum of the channels.
    var sum: Double { get }
}

extension Double: SignalValue {
    @inlinable
    public func dot(_ other: Double) -> Double { self * other }
    @inlinable
    public func times(_ other: Double) -> Double { self * other }
    @inlinable
    public var sum: Double { self }
}

extension SIMD3: SignalValue where Scalar == Double {
    @inlinable
    public func dot(_ other: SIMD3<Double>) -> Double { (self * other).sum() }
    @inlinable
    public func times(_ other: SIMD3<Double>) -> SIMD3<Double> { self * other }
    @inlinable
    public var sum: Double { self.sum() }
}

extension SIMD3<Double> {
    /// Euclidean length.
    @inlinable
    public var length: Double { dot(self).squareRoot() }

    /// Vector of length 1 in the same direction; `nil` for the zero vector and for vectors that are not finite.
    @inlinable
    public var normalized: SIMD3<Double>? {
        let length = self.length
        return length > 0 && length.isFinite ? self / length : nil
    }

    /// Vector product.
    @inlinable
    public func cross(_ other: SIMD3<Double>) -> SIMD3<Double> {
        SIMD3(y * other.z - z * other.y, z * other.x - x * other.z, x * other.y - y * other.x)
    }
}
