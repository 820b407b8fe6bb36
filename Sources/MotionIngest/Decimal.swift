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
/// of ten are both exact doubles. Everything else goes to `strtod`.
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

    /// Reads all of `count` bytes as one number; `mark` is the decimal mark, `.` or `,`. The byte after them must be zero.
    /// - Returns: false when the bytes are anything else than one finite number: empty, text, `NaN`, `inf`, two marks, grouped thousands.
    @inline(__always)
    static func parse(
        _ start: UnsafePointer<UInt8>, count: Int, mark: UInt8, powers: UnsafePointer<Double>, into value: UnsafeMutablePointer<Double>
    ) -> Bool {
        var at = start
        let end = start + count
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
        if at == end, UInt(bitPattern: digits &- 1) < 19, case let magnitude = Int64(bitPattern: mantissa), magnitude >= 0 {
            if fraction == 0 {
                let whole = Double(magnitude)
                value.pointee = negative ? -whole : whole
                return true
            }
            if magnitude <= 1 << 53 {
                let scaled = Double(magnitude) / powers[fraction]
                value.pointee = negative ? -scaled : scaled
                return true
            }
        }
        return parseSlowly(start, count: count, mark: mark, into: value)
    }

    /// The full grammar: sign, digits, one mark, exponent, spaces around; through `strtod` on a NUL-terminated copy.
    @inline(never)
    static func parseSlowly(
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
