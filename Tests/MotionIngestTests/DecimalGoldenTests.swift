import Foundation
import Testing

@testable import MotionIngest

/// Numbers and fields are what another parser makes of the same bytes: Python's `float` and `csv`, by `Golden/make_decimals.py`.
@Suite struct DecimalGoldenTests {
    private static let block = 16384

    private func golden(_ name: String) throws -> String {
        let url = try #require(Bundle.module.url(forResource: "Golden", withExtension: nil))
        return try String(contentsOf: url.appending(path: name), encoding: .utf8)
    }

    private static func mix(_ digest: inout UInt64, _ word: UInt64) { digest = (digest ^ word) &* 0x100_0000_01B3 }

    /// Writes the next decimal of a seeded series into `text`; returns its length. `random_decimal` of the script does the same.
    private static func randomDecimal(_ source: inout SplitMix64, into text: UnsafeMutablePointer<UInt8>) -> Int {
        var count = 0
        func append(_ byte: UInt8) {
            text[count] = byte
            count += 1
        }
        let shape = source.next()
        switch shape & 3 {
        case 0: break
        case 2: append(UInt8(ascii: "+"))
        default: append(UInt8(ascii: "-"))
        }
        var whole = 1 + (shape >> 8) % 3
        var fraction = (shape >> 16) % 10
        var exponent: Int?
        switch shape >> 2 & 7 {
        case 1: (whole, fraction) = ((shape >> 8) % 25, (shape >> 16) % 25)
        case 2: exponent = Int((shape >> 24) % 660) - 340
        case 3: (fraction, exponent) = ((shape >> 16) % 19, Int((shape >> 24) % 24) - 330)
        case 4: whole = 10 + (shape >> 8) % 10
        case 5: (whole, fraction) = (15 + (shape >> 8) % 6, 0)
        default: break
        }
        if whole + fraction == 0 { whole = 1 }

        func appendDigits(_ digits: UInt64) {
            var left = Int(digits)
            while left > 0 {
                var word = source.next()
                for _ in 0..<min(left, 16) {
                    append(48 + UInt8(word % 10))
                    word /= 10
                }
                left -= 16
            }
        }
        appendDigits(whole)
        if fraction > 0 || shape >> 40 & 1 == 1 {
            append(UInt8(ascii: "."))
            appendDigits(fraction)
        }
        if let exponent {
            append(UInt8(ascii: shape >> 41 & 1 == 1 ? "e" : "E"))
            for byte in "\(exponent)".utf8 { append(byte) }
        }
        text[count] = 0
        return count
    }

    /// Two million decimals: fixed point, long digits, exponents, subnormals, stamps of clocks, signs.
    @Test func randomDecimalsAreBitForBitWhatAnotherParserReads() throws {
        let expected = try golden("random-decimals.txt").split(separator: "\n").map { UInt64($0, radix: 16) }
        try #require(expected.count * Self.block >= 2_000_000)
        var source = SplitMix64(state: 20_260_301)
        let text = UnsafeMutablePointer<UInt8>.allocate(capacity: 128)
        defer { text.deallocate() }
        for (number, digest) in expected.enumerated() {
            var found: UInt64 = 0
            for _ in 0..<Self.block {
                let count = Self.randomDecimal(&source, into: text)
                var value = 0.0
                let isRead = Decimal.parse(text, count: count, mark: UInt8(ascii: "."), powers: Decimal.exactPowers, into: &value)
                Self.mix(&found, isRead ? value.bitPattern : 0x7FF8_0000_0000_0000)
            }
            #expect(found == digest, "block \(number)")
        }
    }

    /// Halfway points, the ends of the range, numbers of other locales, and what only looks like a number.
    @Test func hardDecimalsAreReadOrRefusedAsByAnotherParser() throws {
        let lines = try golden("hard-decimals.txt").split(separator: "\n").map { $0.split(separator: "\t", omittingEmptySubsequences: false) }
        try #require(lines.count > 4000)
        for line in lines {
            let text = line[0].replacing("\\t", with: "\t")
            let expected = UInt64(line[1], radix: 16)
            #expect(Decimal.parse(text)?.bitPattern == expected, "\(text)")
        }
    }

    @Test func quotedFieldsAndTheirValuesAreThoseOfAnotherParser() throws {
        let expected = try golden("quoted.txt").split(separator: "\n").map { UInt64($0, radix: 16) }
        let bytes = Array(try golden("quoted.csv").utf8)
        struct Rows {
            var digests: [UInt64] = []
            var digest: UInt64 = 0
            var isEmpty = true
        }
        var rows = Rows()
        let tokenizer = CSVTokenizer(delimiter: UInt8(ascii: ","))
        try withUnsafeMutablePointer(to: &rows) { context in
            let field: CSVTokenizer.FieldCallback = { bytes, count, context in
                let rows = context!.assumingMemoryBound(to: Rows.self)
                let text = String(decoding: UnsafeRawBufferPointer(start: bytes, count: bytes == nil ? 0 : count), as: UTF8.self)
                    .trimmingCharacters(in: CharacterSet(charactersIn: " \t"))
                for byte in Array(text.utf8) + [0x1F] { DecimalGoldenTests.mix(&rows.pointee.digest, UInt64(byte)) }
                if let value = Decimal.parse(text) { DecimalGoldenTests.mix(&rows.pointee.digest, value.bitPattern) }
                rows.pointee.isEmpty = false
            }
            let row: CSVTokenizer.RowCallback = { _, context in
                let rows = context!.assumingMemoryBound(to: Rows.self)
                if !rows.pointee.isEmpty { rows.pointee.digests.append(rows.pointee.digest) }
                rows.pointee.digest = 0
                rows.pointee.isEmpty = true
            }
            try bytes.withUnsafeBytes { try tokenizer.feed($0, field: field, row: row, context: context) }
            try tokenizer.finish(field: field, row: row, context: context)
        }
        #expect(rows.digests == expected)
    }
}
