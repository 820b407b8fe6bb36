// RepCore stays free of Foundation, so the C library is imported under its platform name, here and nowhere else.
#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The few transcendental functions signal processing needs.
@usableFromInline
enum Math {
    @usableFromInline static func sin(_ x: Double) -> Double { libcSin(x) }
    @usableFromInline static func cos(_ x: Double) -> Double { libcCos(x) }
    @usableFromInline static func tan(_ x: Double) -> Double { libcTan(x) }
    @usableFromInline static func atan2(_ y: Double, _ x: Double) -> Double { libcAtan2(y, x) }
    @usableFromInline static func pow(_ x: Double, _ y: Double) -> Double { libcPow(x, y) }
    @usableFromInline static func log(_ x: Double) -> Double { libcLog(x) }
    @usableFromInline static func exp(_ x: Double) -> Double { libcExp(x) }
}

// Inside `Math` the plain names mean the methods themselves; these aliases reach the C library.
private func libcSin(_ x: Double) -> Double { sin(x) }
private func libcCos(_ x: Double) -> Double { cos(x) }
private func libcTan(_ x: Double) -> Double { tan(x) }
private func libcAtan2(_ y: Double, _ x: Double) -> Double { atan2(y, x) }
private func libcPow(_ x: Double, _ y: Double) -> Double { pow(x, y) }
private func libcLog(_ x: Double) -> Double { log(x) }
private func libcExp(_ x: Double) -> Double { exp(x) }

extension Math {
    /// Angle in degrees, 0...180, of two unit vectors with this inner product.
    static func degrees(ofCosine cosine: Double) -> Double {
        let clamped = max(-1, min(1, cosine))
        return atan2((1 - clamped * clamped).squareRoot(), clamped) * 180 / .pi
    }
}
