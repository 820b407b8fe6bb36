import Testing

@testable import MotionIngest

@Suite struct CompanionFilesTests {
    private static func ticks(_ time: Double) -> String { "\(1_600_000_000_000_000_000 + Int((time * 1e9).rounded()))" }
    private static let acceleration = "time,seconds_elapsed,z,y,x\n"
        + rows(200) { "\(ticks($0)),\($0),\(cells(SIMD3($1.z, $1.y, $1.x)))" }

    @Test func annotationsAreMarks() throws {
        let marks = "time,seconds_elapsed,text,millisecond_press_duration\n"
            + "\(Self.ticks(1.25)),1.25,squats,120\n\(Self.ticks(3)),3,\"rest, then lunges\",80\n\(Self.ticks(3.5)),3.5,,80\n"
        try withFolder(["TotalAcceleration.csv": Self.acceleration, "Annotation.csv": marks]) { folder in
            let found = try read(paths: [folder]).facts.findings.filter { $0.kind == "mark" }
            #expect(found.map(\.message) == ["Mark at 1.3 s: squats.", "Mark at 3 s: rest, then lunges.", "Mark at 3.5 s."])
            #expect(found.map(\.line) == [2, 3, 4])
            #expect(found[0].file?.hasSuffix("Annotation.csv") == true)
        }
    }

    @Test func anEmptyAnnotationFileIsNoMark() throws {
        try withFolder(["TotalAcceleration.csv": Self.acceleration, "Annotation.csv": ""]) { folder in
            let facts = try read(paths: [folder]).facts
            #expect(!facts.findings.contains { $0.kind == "mark" })
        }
    }

    @Test(arguments: ["time.csv", "meta/time.csv"])
    func phyphoxTellsItsStartInATableOfEvents(path: String) throws {
        let events = "\"event\";\"experiment time\";\"system time\";\"system time text\"\n"
            + "\"START\";0.000000000000000E0;1.600000000250000E9;\"2020-09-13 12:26:40.250 UTC+00:00\"\n"
            + "\"PAUSE\";4.0;1.600000004250000E9;\"2020-09-13 12:26:44.250 UTC+00:00\"\n"
        let table = "\"Time (s)\";\"X (m/s^2)\";\"Y (m/s^2)\";\"Z (m/s^2)\"\n" + rows(200, from: 0.5) { "\($0);\(cells($1, separator: ";"))" }
        try withFolder(["Accelerometer.csv": table, path: events]) { folder in
            let start = try #require(try read(paths: ["\(folder)/Accelerometer.csv"]).facts.startEpochSeconds)
            #expect(abs(start - 1_600_000_000.75) < 1e-6)
        }
    }

    @Test func whatIsNoTableOfEventsTellsNothing() throws {
        let table = "\"Time (s)\",\"X (m/s^2)\",\"Y (m/s^2)\",\"Z (m/s^2)\"\n" + rows(200) { "\($0),\(cells($1))" }
        try withFolder(["Accelerometer.csv": table, "time.csv": "event,experiment time,system time\nSTART,zero,noon\n"]) { folder in
            let facts = try read(paths: [folder]).facts
            #expect(facts.startEpochSeconds == nil)
        }
    }
}
