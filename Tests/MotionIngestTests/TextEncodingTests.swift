import Testing

@testable import MotionIngest

@Suite struct TextEncodingTests {
    private static let text = "time_ms;acc_x (m/s²);acc_y (m/s²);acc_z (m/s²)\r\n" + rows(200) { "\(Int($0 * 1000));\(cells($1, separator: ";"))" }

    private static func utf16(_ text: String, littleEndian: Bool, mark: Bool) -> [UInt8] {
        ((mark ? "\u{FEFF}" : "") + text).utf16.flatMap { unit in
            let bytes = [UInt8(unit & 255), UInt8(unit >> 8)]
            return littleEndian ? bytes : bytes.reversed()
        }
    }

    @Test(arguments: [true, false], [true, false])
    func utf16IsReadHoweverItIsCut(littleEndian: Bool, mark: Bool) throws {
        let bytes = Self.utf16(Self.text, littleEndian: littleEndian, mark: mark)
        let plain = try read(Self.text)
        #expect(follows(plain))
        for chunk in [64 << 10, 4097, 3] {
            let reading = try read(bytes, chunk: chunk)
            #expect(reading.samples.map(\.acceleration) == plain.samples.map(\.acceleration))
            #expect(reading.facts == plain.facts)
        }
    }

    @Test(arguments: [true, false])
    func lettersBeyondTheBasicPlaneSurvive(littleEndian: Bool) {
        var encoding = TextEncoding()
        var bytes: [UInt8] = []
        for byte in Self.utf16("a😀²\u{FFFD}b", littleEndian: littleEndian, mark: true) {
            [byte].withUnsafeBytes { chunk in encoding.convert(chunk) { bytes += $0 } }
        }
        encoding.finish { bytes += $0 }
        #expect(String(decoding: bytes, as: UTF8.self) == "a😀²\u{FFFD}b")
    }

    @Test func latin1NamesKeepTheirUnits() throws {
        let names = "time_ms;acc_x (m/s\u{B2});acc_y (m/s\u{B2});acc_z (m/s\u{B2});gyr_x (\u{B0}/s);gyr_y (\u{B0}/s);gyr_z (\u{B0}/s)\r\n"
        let body = rows(200) { "\(Int($0 * 1000));\(cells($1, separator: ";"));\(cells($2 * (180 / .pi), separator: ";"))" }
        let reading = try read(names.unicodeScalars.map { UInt8($0.value) } + Array(body.utf8))
        #expect(follows(reading))
        #expect(reading.facts.findings.isEmpty)
    }

    @Test func aByteOrderMarkIsNoPartOfTheFirstName() throws {
        #expect(try read("\u{FEFF}" + canonical()).facts.format == "canonical")
    }

    @Test func carriageReturnsAloneEndLines() throws {
        let reading = try read(canonical().replacing("\n", with: "\r"))
        #expect(reading.samples.count == 200)
        #expect(follows(reading))
    }

    @Test func quotedNumbersAndTrailingDelimitersAreNumbersAllTheSame() throws {
        let text = "\"time_s\",\"ax\",\"ay\",\"az\",\n" + rows(200) { "\"\(decimals($0, 3))\",\"\(decimals($1.x))\",\"\(decimals($1.y))\",\"\(decimals($1.z))\"," }
        let reading = try read(text)
        #expect(reading.samples.count == 200)
        #expect(follows(reading))
    }

    /// A byte too many, behind those that tell the encoding, is damage: the same damage however many bytes come at once.
    @Test(arguments: [1, 39, 64])
    func whatComesLaterDoesNotChangeTheEncoding(chunk: Int) {
        var bytes = Self.utf16(Self.text, littleEndian: true, mark: false)
        bytes.insert(7, at: 185)
        func converted(chunk: Int) -> [UInt8] {
            var encoding = TextEncoding()
            var text: [UInt8] = []
            for start in stride(from: 0, to: bytes.count, by: chunk) {
                bytes[start..<min(bytes.count, start + chunk)].withUnsafeBytes { encoding.convert($0) { text += $0 } }
            }
            encoding.finish { text += $0 }
            return text
        }
        #expect(converted(chunk: chunk) == converted(chunk: bytes.count))
    }

    @Test func utf16BinaryNoiseIsStillBinary() {
        let noise = (0..<2000).map { UInt8(truncatingIfNeeded: $0 * $0 % 7) }
        let error = #expect(throws: IngestError.self) { try read(noise) }
        #expect(error?.message.contains("binary") == true)
    }
}
