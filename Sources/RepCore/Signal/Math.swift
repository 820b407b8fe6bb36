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
}

// Inside `Math` the plain names mean the methods themselves; these aliases reach the C library.
private func libcSin(_ x: Double) -> Double { sin(x) }
private func libcCos(_ x: Double) -> Double { cos(x) }
private func libcTan(_ x: Double) -> Double { tan(x) }
private func libcAtan2(_ y: Double, _ x: Double) -> Double { atan2(y, x) }
