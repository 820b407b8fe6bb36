import Motion
import MotionIngest
import Testing

@testable import FormatFile

@Suite struct FormatFileTests {
    private static let minimal = """
        name: my-logger
        time: {column: Zeit, unit: ms}
        vectors:
          - {channel: acceleration, columns: ["Beschleunigung {} [mg]"], unit: mg}
          - {channel: angular-rate, columns: ["roll,pitch,yaw"], unit: deg/s}
        """

    private func error(_ text: String) -> IngestError? {
        do throws(IngestError) {
            _ = try FormatFile.read(text: text, file: "mine.yaml")
            return nil
        } catch {
            return error
        }
    }

    private func read(_ csv: String, _ yaml: String) throws -> (samples: [(time: Double, x: Double, rate: Double?)], facts: RecordingFacts) {
        let format = try FormatFile.read(text: yaml, file: "mine.yaml")
        var stream = SampleStream(name: "mine.csv", options: IngestOptions(formats: [format]))
        var samples: [(Double, Double, Double?)] = []
        func take(_ batch: UnsafeBufferPointer<MotionSample>) { samples += batch.map { ($0.timeSeconds, $0.acceleration.x, $0.angularRate?.x) } }
        try Array(csv.utf8).withUnsafeBytes { try stream.feed($0, take) }
        let facts = try stream.finish(take)
        return (samples, facts)
    }

    @Test func aMinimalFormatReadsItsTable() throws {
        let rows = (0..<100).map { "\($0 * 20);1000;0;\($0 % 2);90;0;0\n" }.joined()
        let reading = try read("Zeit;Beschleunigung X [mg];Beschleunigung Y [mg];Beschleunigung Z [mg];roll;pitch;yaw\n" + rows, Self.minimal)
        #expect(reading.facts.format == "my-logger")
        #expect(reading.facts.rateHz.map { abs($0 - 50) < 0.1 } == true)
        #expect(abs(reading.samples[10].x - 9.80665) < 1e-9)
        #expect(reading.samples[10].rate.map { abs($0 - .pi / 2) < 1e-9 } == true)
    }

    @Test func columnsWithoutNamesAreNamedByTheFormat() throws {
        let yaml = """
            name: counts-only
            columns: [n, ms, up, forward, left]
            time: [{column: ms, unit: ms}]
            vectors: [{channel: acceleration, columns: ["forward,left,up"], unit: g, counts: 2048}]
            """
        let reading = try read((0..<60).map { "\($0),\($0 * 10),\(2048 + $0 % 3),\($0 % 2),7\n" }.joined(), yaml)
        #expect(reading.facts.format == "counts-only")
        #expect(abs(reading.samples[1].x - 9.80665 / 2048) < 1e-9)
    }

    @Test func aTableOfAnotherFormatIsReadAsUsualAndSaysSo() throws {
        let csv = "time_s,ax,ay,az\n" + (0..<100).map { "\(Double($0) / 50),0.1,\(Double($0 % 2) / 10),9.8\n" }.joined()
        let facts = try read(csv, Self.minimal).facts
        #expect(facts.format == "canonical")
        #expect(facts.findings.first { $0.kind == "own-format-unused" }?.message.contains("my-logger") == true)
    }

    @Test(arguments: FormatCatalog.all)
    func everyBuiltInFormatIsReadBackEqual(format: FormatDescriptor) throws {
        guard let yaml = format.yaml else {
            #expect(["axivity", "bare-rows"].contains(format.name))
            return
        }
        #expect(try FormatFile.read(text: yaml, file: "\(format.name).yaml") == format)
    }

    @Test(arguments: [
        ("name: a\nvectors: [{columns: [\"a{}\"]}]\ncolour: red", 3, "unknown key \"colour\"", "requires"),
        ("name: a\nvectors:\n  - {channel: force, columns: [\"a{}\"]}", 3, "vectors 1, channel: \"force\" is not allowed", "angular-rate"),
        ("name: a\nvectors:\n  - {channel: angular-rate, columns: [\"a{}\"], unit: g}", 3, "vectors 1, unit: \"g\" is not allowed", "rad/s, deg/s"),
        ("name: a\nvectors: [{columns: [ax]}]", 2, "does not name three columns", "{}"),
        ("name: a\nvectors: [{columns: [\"a{}\"], counts: -1}]", 2, "counts: \"-1\" is not a number above 0", "a number above 0"),
        ("name: a\ntime: {column: t, unit: minutes}\nvectors: [{columns: [\"a{}\"]}]", 2, "time, unit: \"minutes\" is not allowed", "s, ms, us, ns"),
        ("name: My Logger\nvectors: [{columns: [\"a{}\"]}]", 1, "name: a name has small letters", "my-logger"),
        ("vectors: [{columns: [\"a{}\"]}]", 1, "the format has no name", "name:"),
        ("name: a", 1, "the format has no vectors", "vectors:"),
        ("name: a\nvectors: [{columns: [\"a{}\"]}]\nstart: {line: 2, column: b}", 3, "start: one source is needed", "column, after, line"),
        ("name: a\nvectors: [{columns: [\"a{}\"]}]\nrate: {between: [x]}", 3, "rate: the rate is between two texts", "between"),
        ("name: a\nschema: repcount.plan/1\nvectors: [{columns: [\"a{}\"]}]", 2, "schema: this version does not read", "repcount.format/1"),
        ("name: [a\n", nil, "this is not YAML", "repcount formats metawear"),
        ("", nil, "the file is empty", "repcount formats"),
        ("- a", 1, "expected key: value pairs", "name"),
        ("a: &x [1]\nb: *x", nil, "aliases", "again"),
    ] as [(String, Int?, String, String)])
    func whatIsWrongIsSaidWithItsPlace(text: String, line: Int?, message: String, remedy: String) throws {
        let error = try #require(self.error(text))
        #expect(error.file == "mine.yaml")
        if let line { #expect(error.line == line) }
        #expect(error.message.contains(message), "\(error.message)")
        #expect(error.remedy.contains(remedy), "\(error.remedy)")
    }

    @Test func namesAreComparedAsFilesSpellThem() {
        for (written, folded) in [
            ("Accel {} (m/s^2)", "accel{}"), ("acc_{}_g", "acc{}"), ("*_Gyro_{}_CAL", "*gyro{}cal"), ("Zeit", "zeit"),
            ("left,up,forward", "left,up,forward"), ("{}", "{}"),
        ] {
            #expect(FormatDescriptor.folded(written) == folded)
            #expect(FormatDescriptor.folded(folded) == folded)
        }
    }
}
