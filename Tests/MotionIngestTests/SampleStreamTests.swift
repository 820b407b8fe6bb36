import Motion
import Testing

@testable import MotionIngest

@Suite struct SampleStreamTests {
    @Test func readsTheCanonicalFormat() throws {
        let reading = try read(canonical(200))
        #expect(reading.facts.format == "canonical")
        #expect(reading.samples.count == 200)
        #expect(reading.facts.samples == 200)
        #expect(follows(reading, accuracy: 1e-5))
        #expect(abs(reading.facts.durationSeconds - 3.98) < 1e-9)
        #expect(try abs(#require(reading.facts.rateHz) - 50) < 1e-6)
        #expect(reading.facts.hasAngularRate)
        #expect(reading.facts.gaps.isEmpty)
        #expect(reading.facts.findings.isEmpty)
        #expect(reading.facts.start == nil)
    }

    /// Everything that can go wrong, in one text: the law of chunking has to hold on all of it.
    static let troubled: [String] = {
        var lines = canonical(900).split(separator: "\n").map(String.init)
        lines[30] = "0.5800,NaN,0,0,0,0,0"
        lines[60] = "1.18,1.0"
        lines[90] = "\"1.78\",\"2.0\",3,4,0,0,0"
        lines.swapAt(120, 121)
        lines[150] = lines[149]
        lines.removeSubrange(300..<360)
        lines[500] = "0.0,1,2,3,0,0,0"
        lines.insert("", at: 600)
        let bursts = (0..<700).map { index -> String in
            let (acceleration, rate) = Tilting().at(Double(index) / 100)
            return "\(1_600_000_000_000 + index / 4 * 40 + index % 4),\(cells(acceleration)),\(cells(rate))"
        }
        return [
            lines.joined(separator: "\n"), lines.joined(separator: "\r\n") + "\r\n",
            lines.joined(separator: "\n").replacing(",", with: ";").replacing(".", with: ","), bursts.joined(separator: "\n"),
        ]
    }()

    @Test(arguments: troubled, [1, 7, 4096])
    func anyChunkingGivesTheSameSamplesAndFindings(text: String, chunk: Int) throws {
        let whole = try read(text, chunk: .max)
        let cut = try read(text, chunk: chunk)
        #expect(cut.samples == whole.samples)
        #expect(cut.facts == whole.facts)
        #expect(whole.samples.count > 600)
    }

    @Test(arguments: [",", ";", "\t", "|"])
    func anyUsualDelimiterIsFound(delimiter: String) throws {
        let reading = try read(canonical().replacing(",", with: delimiter))
        #expect(reading.samples == (try read(canonical())).samples)
    }

    @Test(arguments: [";", "\t"])
    func aDecimalCommaIsFound(delimiter: String) throws {
        let reading = try read(canonical().replacing(",", with: delimiter).replacing(".", with: ","))
        #expect(reading.samples == (try read(canonical())).samples)
    }

    /// `0,125` could be a grouped thousand, and is none where every row is like that.
    @Test func threeDecimalsAfterACommaAreDecimals() throws {
        func table(_ mark: String, _ delimiter: String) -> String {
            "time_s,ax,ay,az\n".replacing(",", with: delimiter)
                + rows(200) { "\(decimals($0, 3)),\(decimals($1.x, 3)),\(decimals($1.y, 3)),\(decimals($1.z, 3))".replacing(",", with: delimiter).replacing(".", with: mark) }
        }
        #expect(try read(table(",", ";")).samples == read(table(".", ",")).samples)
    }

    @Test func aColumnNamedTwiceIsSaid() throws {
        let text = "time_s,ax,note,ax,ay,az\n" + rows(200) { "\(decimals($0, 3)),\(decimals($1.x)),1,7,\(decimals($1.y)),\(decimals($1.z))" }
        let reading = try read(text)
        #expect(reading.finding("repeated-column")?.message.hasPrefix("More than one column is called ax; the first is taken.") == true)
        #expect(reading.finding("repeated-column")?.line == 1)
        #expect(try read(text.replacing("ax,ay,az", with: "bx,ay,az")).facts.findings.isEmpty)
    }

    @Test func tenThousandRowsASecondAreRead() throws {
        let reading = try read("time_s,ax,ay,az\n" + rows(20_000, rateHz: 10_000) { "\(decimals($0, 6)),\(cells($1))" })
        #expect(abs(try #require(reading.facts.rateHz) - 10_000) < 1)
    }

    @Test(arguments: [
        "\u{FEFF}" + canonical(), canonical().replacing("\n", with: "\r\n"), String(canonical().dropLast()), "sep=,\n" + canonical(),
        "\"sep=,\"\r\n" + canonical(), "\n" + canonical(), canonical().replacing("\n", with: ",\n"), canonical().replacing("\n", with: "\r"),
        canonical().replacing("time_s,ax,ay,az,gx,gy,gz", with: "\"TIME_S\", \"Ax\", Ay ,aZ,GX,\"gy\",gz"),
    ])
    func theDressOfTheFileMakesNoDifference(text: String) throws {
        #expect(try read(text).samples == read(canonical()).samples)
    }

    @Test func columnOrderMakesNoDifference() throws {
        let text = "gz,az,note,ay,time_s,ax,gx,gy\n" + rows(200) {
            "\(decimals($2.z)),\(decimals($1.z)),\"a, b\",\(decimals($1.y)),\(decimals($0, 4)),\(decimals($1.x)),\(decimals($2.x)),\(decimals($2.y))"
        }
        #expect(try read(text).samples == read(canonical()).samples)
    }

    @Test func aStreamHandsOutSamplesBeforeItEnds() throws {
        let bytes = Array(canonical(2000).utf8)
        var stream = SampleStream(name: "-")
        var seen = 0
        try bytes.withUnsafeBytes { try stream.feed($0) { seen += $0.count } }
        #expect(seen > 1900)
        _ = try stream.finish { seen += $0.count }
        #expect(seen == 2000)
    }

    @Test func whatTheConsumerThrowsIsThrownOn() {
        struct Stop: Error {}
        #expect(throws: Stop.self) {
            let bytes = Array(canonical(2000).utf8)
            var stream = SampleStream(name: "-")
            try bytes.withUnsafeBytes { try stream.feed($0) { _ in throw Stop() } }
        }
    }

    @Test func theRateReplacesTheClock() throws {
        let reading = try read("ax,ay,az\n" + rows(100) { cells($1) }, options: IngestOptions(rateHz: 25))
        #expect(reading.samples.last?.timeSeconds == 99.0 / 25)
        #expect(try abs(#require(reading.facts.rateHz) - 25) < 1e-9)
    }

    @Test func theUnitsOfTheUserWin() throws {
        let reading = try read(
            canonical(), options: IngestOptions(accelerationUnit: .g, angularRateUnit: .degreesPerSecond))
        let plain = try read(canonical())
        #expect(abs(reading.samples[9].acceleration.z / plain.samples[9].acceleration.z - standardGravity) < 1e-9)
        #expect(abs(reading.samples[9].angularRate!.x / plain.samples[9].angularRate!.x - .pi / 180) < 1e-12)
    }
}
