#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Decimal numbers to doubles, correctly rounded: bit for bit what `strtod` returns in the C locale.
///
/// The fast path (Clinger, "How to read floating point numbers accurately", PLDI 1990) is exact because mantissa and power
/// of ten are both exact doubles. Up to nineteen digits are read by one exact division, everything else by `strtod`.
enum Decimal {
    /// The longest decimal there is a reason for: the point halfway between two of the smallest doubles, written out.
    private static let longestNumber = 1100

    /// Powers of ten that are exact doubles. Never freed and never written again.
    nonisolated(unsafe) static let exactPowers: UnsafePointer<Double> = {
        let table = UnsafeMutablePointer<Double>.allocate(capacity: 23)
        var power = 1.0
        for exponent in 0...22 {
            table[exponent] = power
            power *= 10
        }
        return UnsafePointer(table)
    }()

    /// Reads all of `count` bytes as one number; `mark` is the decimal mark, `.` or `,`. The byte after them must be none of a number.
    /// - Returns: false when the bytes are anything else than one finite number: empty, text, `NaN`, `inf`, two marks, grouped thousands.
    @inline(__always)
    static func parse(
        _ start: UnsafePointer<UInt8>, count: Int, mark: UInt8, powers: UnsafePointer<Double>, into value: UnsafeMutablePointer<Double>
    ) -> Bool {
        parsePlain(start, mark: mark, powers: powers, into: value) == start + count || parseOther(start, count: count, mark: mark, into: value)
    }

    /// The fast path: a minus, digits and one mark, as far as they go.
    /// - Returns: the byte after them, or `nil` where exactness takes more than this.
    @inline(__always)
    static func parsePlain(
        _ start: UnsafePointer<UInt8>, mark: UInt8, powers: UnsafePointer<Double>, into value: UnsafeMutablePointer<Double>
    ) -> UnsafePointer<UInt8>? {
        var at = start
        let negative = at.pointee == UInt8(ascii: "-")
        if negative { at += 1 }
        var mantissa: UInt64 = 0
        let integerStart = at
        while case let digit = at.pointee &- 48, digit <= 9 {
            mantissa = mantissa &* 10 &+ UInt64(truncatingIfNeeded: digit)
            at += 1
        }
        var digits = at - integerStart
        var fraction = 0
        if at.pointee == mark {
            at += 1
            let fractionStart = at
            while case let digit = at.pointee &- 48, digit <= 9 {
                mantissa = mantissa &* 10 &+ UInt64(truncatingIfNeeded: digit)
                at += 1
            }
            fraction = at - fractionStart
            digits &+= fraction
        }
        // Nineteen digits fit 64 bits; those beyond Int64 show as negative.
        guard UInt(bitPattern: digits &- 1) < 19, case let magnitude = Int64(bitPattern: mantissa), magnitude >= 0 else { return nil }
        var size = Double(magnitude)
        if fraction > 0 { size = magnitude <= 1 << 53 ? size / powers[fraction] : quotient(mantissa, power: fraction) }
        value.pointee = negative ? -size : size
        return at
    }

    /// What takes more than the fast path: an exponent, or zeros in front of up to nineteen digits.
    /// - Returns: the byte after the number, or `nil` for anything else.
    private static func parseLong(
        _ start: UnsafePointer<UInt8>, mark: UInt8, into value: UnsafeMutablePointer<Double>
    ) -> UnsafePointer<UInt8>? {
        var at = start
        let negative = at.pointee == UInt8(ascii: "-")
        if negative { at += 1 }
        var mantissa: UInt64 = 0
        var significant = 0
        var digits = 0
        func readDigits() -> Int {
            let first = at
            while case let digit = at.pointee &- 48, digit <= 9 {
                // Before it is taken in: too many digits may add up to zero again.
                if mantissa | UInt64(truncatingIfNeeded: digit) != 0 { significant &+= 1 }
                mantissa = mantissa &* 10 &+ UInt64(truncatingIfNeeded: digit)
                at += 1
            }
            digits &+= at - first
            return at - first
        }
        _ = readDigits()
        var power = 0
        if at.pointee == mark {
            at += 1
            power = -readDigits()
        }
        guard digits > 0, significant <= 19 else { return nil }
        if at.pointee | 32 == UInt8(ascii: "e") {
            at += 1
            let falls = at.pointee == UInt8(ascii: "-")
            if falls || at.pointee == UInt8(ascii: "+") { at += 1 }
            let first = at
            var exponent = 0
            while case let digit = at.pointee &- 48, digit <= 9, at - first < 4 {
                exponent = exponent * 10 + Int(digit)
                at += 1
            }
            guard at > first else { return nil }
            power += falls ? -exponent : exponent
        }
        let size: Double
        if mantissa <= 1 << 53, (-22...22).contains(power) {
            size = power < 0 ? Double(mantissa) / exactPowers[-power] : Double(mantissa) * exactPowers[power]
        } else if (-27...0).contains(power) {
            size = power < 0 ? quotient(mantissa, power: -power) : Double(mantissa)
        } else {
            return nil
        }
        value.pointee = negative ? -size : size
        return at
    }

    /// `mantissa / 10^power`, correctly rounded, for powers up to 27.
    ///
    /// `10^power` is `2^power` times a number of 64 bits. One division of 128 bits by that gives 62 bits of the quotient at
    /// least, and its remainder tells whether anything follows them, which is all that rounding to 53 bits has to know.
    @inline(never)
    private static func quotient(_ mantissa: UInt64, power: Int) -> Double {
        var divisor: UInt64 = 1
        for _ in 0..<power { divisor &*= 5 }
        let raisedDivisor = divisor << UInt64(divisor.leadingZeroBitCount)
        let raised = mantissa << UInt64(mantissa.leadingZeroBitCount)
        let (quotient, remainder) = raisedDivisor.dividingFullWidth((raised >> 1, raised << 63))
        let scale = divisor.leadingZeroBitCount - mantissa.leadingZeroBitCount - 63 - power
        return Double(quotient | (remainder == 0 ? 0 : 1)) * Double(sign: .plus, exponent: scale, significand: 1)
    }

    /// Numbers that are not plain, read by the first way that can.
    @inline(never)
    static func parseOther(
        _ start: UnsafePointer<UInt8>, count: Int, mark: UInt8, into value: UnsafeMutablePointer<Double>
    ) -> Bool {
        parseLong(start, mark: mark, into: value) == start + count || parseSlowly(start, count: count, mark: mark, into: value)
    }

    /// The full grammar: sign, digits, one mark, exponent, spaces around; through `strtod` on a NUL-terminated copy.
    private static func parseSlowly(
        _ start: UnsafePointer<UInt8>, count: Int, mark: UInt8, into value: UnsafeMutablePointer<Double>
    ) -> Bool {
        var first = 0
        var last = count
        while first < last, start[first] == 32 || start[first] == 9 { first += 1 }
        while last > first, start[last - 1] == 32 || start[last - 1] == 9 { last -= 1 }
        let length = last - first
        guard length > 0, length <= longestNumber else { return false }
        return withUnsafeTemporaryAllocation(of: CChar.self, capacity: length + 1) { copy in
            var digits = 0
            var marks = 0
            var exponentAt: Int?
            for index in 0..<length {
                let byte = start[first + index]
                copy[index] = CChar(bitPattern: byte)
                switch byte {
                case UInt8(ascii: "0")...UInt8(ascii: "9"):
                    digits += 1
                case UInt8(ascii: "."), UInt8(ascii: ","):
                    // A mark that is not the file's: spreadsheets write `1,70136286270131E+018` into one column of a file whose
                    // other columns keep the point. Grouped thousands look alike (`1,234`), so those are not read at all.
                    guard marks == 0, exponentAt == nil else { return false }
                    if byte != mark, isGroupedThousands(start + first, count: length, markAt: index) { return false }
                    marks = 1
                    copy[index] = CChar(bitPattern: UInt8(ascii: "."))
                case UInt8(ascii: "e"), UInt8(ascii: "E"):
                    guard digits > 0, exponentAt == nil else { return false }
                    exponentAt = index
                case UInt8(ascii: "+"), UInt8(ascii: "-"):
                    guard index == 0 || exponentAt == index - 1 else { return false }
                default:
                    return false
                }
            }
            guard digits > 0, exponentAt != length - 1 else { return false }
            copy[length] = 0
            var end: UnsafeMutablePointer<CChar>?
            let parsed = strtod(copy.baseAddress!, &end)
            guard let end, end == copy.baseAddress! + length, parsed.isFinite else { return false }
            value.pointee = parsed
            return true
        }
    }

    private static func isGroupedThousands(_ start: UnsafePointer<UInt8>, count: Int, markAt: Int) -> Bool {
        count - markAt == 4 && markAt >= 1 && (1..<4).allSatisfy { start[markAt + $0] &- 48 <= 9 }
    }

    /// Convenience for names, heads and tests.
    static func parse(_ text: some StringProtocol, mark: UInt8 = UInt8(ascii: ".")) -> Double? {
        let bytes = Array(text.utf8) + [0]
        return bytes.withUnsafeBufferPointer { bytes in
            var value = 0.0
            return parse(bytes.baseAddress!, count: bytes.count - 1, mark: mark, powers: exactPowers, into: &value) ? value : nil
        }
    }
}
