import Foundation
import Testing

@testable import MotionIngest

@Suite struct DecimalTests {
    @Test func agreesWithStrtodBitForBitOnAMillionNumbers() {
        var random = SplitMix64(state: 1)
        var text = [UInt8](repeating: 0, count: 64)
        var wrong: [String] = []
        for _ in 0..<1_000_000 {
            var count = 0
            func append(_ byte: UInt8) {
                text[count] = byte
                count += 1
            }
            // Shape bits: sign, digits before and after the mark, exponent. One random word gives all digits of a part.
            var shape = random.next()
            func take(_ bound: UInt64) -> Int {
                defer { shape /= bound }
                return Int(shape % bound)
            }
            func digits(_ digits: Int) {
                var word = random.next()
                for _ in 0..<digits {
                    append(48 + UInt8(word % 10))
                    word /= 10
                }
            }
            if take(2) == 1 { append(UInt8(ascii: "-")) }
            digits(1 + take(19))
            if take(4) != 0 {
                append(UInt8(ascii: "."))
                digits(take(19))
            }
            if take(5) == 0 {
                append(UInt8(ascii: take(2) == 0 ? "e" : "E"))
                if take(2) == 0 { append(UInt8(ascii: "-")) }
                digits(1 + take(2))
            }
            append(0)
            text.withUnsafeBufferPointer { bytes in
                let expected = bytes.withMemoryRebound(to: CChar.self) { strtod($0.baseAddress!, nil) }
                var parsed = 0.0
                let isRead = Decimal.parse(
                    bytes.baseAddress!, count: count - 1, mark: UInt8(ascii: "."), powers: Decimal.exactPowers, into: &parsed)
                if !isRead || parsed.bitPattern != expected.bitPattern { wrong.append(String(decoding: bytes[..<count], as: UTF8.self)) }
            }
        }
        #expect(wrong.isEmpty, "\(wrong.prefix(5))")
    }

    @Test(arguments: [
        ("0", 0.0), ("-0.0", -0.0), ("9007199254740993", 9_007_199_254_740_992), ("1727831770608358656", 1_727_831_770_608_358_656),
        ("9223372036854775808", 9_223_372_036_854_775_808), (".5", 0.5), ("5.", 5), ("+1.5", 1.5), (" 2.25 ", 2.25),
        ("-8.083190918E-3", -8.083190918e-3), ("0.1", 0.1), ("123456789012345678901234567890", 1.2345678901234568e29),
        // Too many digits for 64 bits, which would come round to zero.
        ("18446744073709551616", 18_446_744_073_709_551_616), ("0.00012345678901234567", 0.00012345678901234567), ("-0E-25", -0.0),
    ])
    func readsWhatExportsWrite(text: String, value: Double) {
        #expect(Decimal.parse(text)?.bitPattern == value.bitPattern)
    }

    @Test(arguments: ["", "-", ".", "nan", "NaN", "inf", "1e", "1e+", "e5", "1.2.3", "1.234,5", "0x10", "12a", "1 2", "--1", "1e999", "null"])
    func readsNothingElse(text: String) {
        #expect(Decimal.parse(text) == nil)
    }

    @Test func readsADecimalComma() {
        #expect(Decimal.parse("-1,25", mark: UInt8(ascii: ",")) == -1.25)
        #expect(Decimal.parse("-1.25", mark: UInt8(ascii: ",")) == -1.25)
    }

    @Test func readsASpreadsheetsCommaInAPointFileButNoGroupedThousands() {
        #expect(Decimal.parse("1,70136286270131E+018") == 1.70136286270131e18)
        #expect(Decimal.parse("1,234") == nil)
        #expect(Decimal.parse("1,2345") == 1.2345)
    }
}
