import Foundation
import SessionModel
import Testing

/// What the command prints, and what it reads, against the schemas it prints: by Python's jsonschema.
@Suite(.enabled(if: Validator.python != nil, "needs a python3 with jsonschema (on Debian: python3-jsonschema)"))
struct SchemaTests {
    private static let session = "Fixtures/programme-sessions/recordings/bert-thigh-right.csv"

    /// What a command prints, as one JSON document.
    private func document(_ arguments: String...) throws -> String {
        let outcome = try BuiltCommand.run(arguments, in: Readme.root)
        try #require(outcome.status == 0, "\(outcome.errors)")
        return outcome.output
    }

    @Test(arguments: JSONSchema.allCases)
    func everySchemaIsOne(schema: JSONSchema) throws {
        #expect(try document("schema", schema.rawValue) == schema.text)
        #expect(try Validator.complaints(of: schema, about: nil) == "")
    }

    @Test func sessionsAreAsTheirSchemaSays() throws {
        for arguments in [["--plan", "runners-knee"], [], ["--exercise", "any"], ["--exercise", "hold"]] {
            let text = try BuiltCommand.run(
                ["analyze", "thigh:right=\(Self.session)", "--format", "json"] + arguments, in: Readme.root).output
            #expect(try Validator.complaints(of: .session, about: text) == "")
        }
        let alternating = try document(
            "analyze", "thigh:left=Fixtures/single-sets/recordings/lunge-alternating-cleo-thigh-left-idle-20.csv", "--format", "json")
        #expect(try Validator.complaints(of: .session, about: alternating) == "")
    }

    @Test func inspectionsAreAsTheirSchemaSays() throws {
        #expect(try Validator.complaints(of: .inspection, about: document("inspect", Self.session, "--format", "json")) == "")
    }

    @Test func benchmarksAreAsTheirSchemaSays() throws {
        let text = try document("benchmark", "Fixtures/stretch-holds", "--format", "json")
        #expect(try Validator.complaints(of: .benchmark, about: text) == "")
    }

    @Test func liveEventsAreAsTheirSchemaSays() throws {
        let events = try BuiltCommand.run(
            ["live", "--exercise", "squat", "--format", "ndjson"], in: Readme.root,
            shell: "< Fixtures/single-sets/recordings/squat-anna-wrist-left-clean-10.csv"
        ).output.split(separator: "\n").map(String.init)
        for kind in ["set_started", "rep", "summary"] {
            let event = try #require(events.first { $0.hasPrefix("{\"event\":\"\(kind)\"") }, "no \(kind)")
            #expect(try Validator.complaints(of: .liveEvent, about: event) == "")
        }
    }

    @Test func weeksAndTheirLinesAreAsTheirSchemasSay() throws {
        let runner = try CommandRunner()
        try #require(BuiltCommand.run(["week", "week"], in: runner.folder, tool: "fixtures").status == 0)
        let batch = ["batch", "week", "--plan", "week/plan.yaml", "--quiet", "--time-zone", "GMT", "--format"]
        #expect(try Validator.complaints(of: .week, about: runner.run(batch + ["json"]).output) == "")
        let lines = try runner.run(batch + ["ndjson"]).output.split(separator: "\n").map(String.init)
        let failures = lines.filter { $0.contains("repcount.failure/1") }
        #expect(failures.count == 1 && lines.count > 5)
        for line in lines {
            #expect(try Validator.complaints(of: failures.contains(line) ? .failure : .session, about: line) == "")
        }
    }

    @Test func datasetsAreAsTheirSchemaSays() throws {
        let fixtures = Readme.root.appending(path: "Fixtures")
        for name in try FileManager.default.contentsOfDirectory(atPath: fixtures.path()) {
            let manifest = fixtures.appending(path: "\(name)/manifest.json")
            guard let text = try? String(contentsOf: manifest, encoding: .utf8) else { continue }
            #expect(try Validator.complaints(of: .dataset, about: text) == "", "\(name)")
        }
    }

    @Test func thePlanSchemaTakesPlansAndNothingElse() throws {
        let good = #"{"items": [{"exercise": "lunge", "side": "each", "sets": 2, "reps": "10-12"}, {"exercise": "squat", "reps": 12}, {"exercise": "bridge", "reps": "10 - 15", "hold": "2.5 s"}], "schedule": {"days": ["mon"]}}"#
        let bad = #"{"items": [{"exercise": "lunge", "reps": "ten", "colour": "red"}]}"#
        #expect(try Validator.complaints(of: .plan, about: good) == "")
        #expect(try Validator.complaints(of: .plan, about: bad) != "")
    }

    @Test func aDocumentThatIsNoneOfItsKindIsRefused() throws {
        #expect(try Validator.complaints(of: .session, about: #"{"schema": "repcount.session/1", "sets": []}"#) != "")
    }
}

/// Python's jsonschema, where it is installed.
private enum Validator {
    /// A Python that has it.
    static let python = ["/usr/bin/python3", "/usr/local/bin/python3"].first { path in
        (try? run(path, ["-c", "import jsonschema; jsonschema.Draft202012Validator"]).status) == 0
    }

    private static let script = """
        import json, sys
        from jsonschema import Draft202012Validator as Validator
        schema = json.loads(sys.argv[1])
        Validator.check_schema(schema)
        if len(sys.argv) > 2:
            for error in Validator(schema).iter_errors(json.load(open(sys.argv[2]))):
                print("/".join(map(str, error.absolute_path)), error.message[:300])
        """

    /// - Parameter document: `nil` to check the schema alone.
    static func complaints(of schema: JSONSchema, about document: String?) throws -> String {
        let file = FileManager.default.temporaryDirectory.appending(path: "document-\(UUID().uuidString).json")
        defer { try? FileManager.default.removeItem(at: file) }
        if let document { try Data(document.utf8).write(to: file) }
        let outcome = try run(
            try #require(python), ["-c", script, schema.text] + (document == nil ? [] : [file.path()]))
        return outcome.output + (outcome.status == 0 ? "" : "status \(outcome.status)")
    }

    private static func run(_ path: String, _ arguments: [String]) throws -> (status: Int32, output: String) {
        guard FileManager.default.isExecutableFile(atPath: path) else { return (-1, "") }
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(filePath: path)
        process.arguments = arguments
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return (process.terminationStatus, text)
    }
}
