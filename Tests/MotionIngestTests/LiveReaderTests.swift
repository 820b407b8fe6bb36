import Motion
import Testing

@testable import MotionIngest

/// Rows that come in while they are recorded: soon, and in the end as a file would give them.
@Suite struct LiveReaderTests {
    private struct Live {
        var preliminary: [MotionSample] = []
        var final: [MotionSample] = []
        /// Lines that had been read when the first sample came.
        var linesUntilFirst: Int?
        var facts: RecordingFacts
    }

    private func live(_ lines: [String], options: IngestOptions = IngestOptions()) throws -> Live {
        var reader = LiveReader(name: "recording.csv", options: options)
        var (preliminary, final): ([MotionSample], [MotionSample]) = ([], [])
        var first: Int?
        for (index, line) in lines.enumerated() {
            try Array((line + "\n").utf8).withUnsafeBytes { bytes in
                try reader.feed(bytes) { standing, samples in
                    switch standing {
                    case .preliminary: preliminary += samples
                    case .final: final += samples
                    }
                }
            }
            if first == nil, !preliminary.isEmpty || !final.isEmpty || !reader.heldBack.isEmpty { first = index + 1 }
        }
        let facts = try reader.finish { _, samples in final += samples }
        return Live(preliminary: preliminary, final: final, linesUntilFirst: first, facts: facts)
    }

    private func rows(_ count: Int, rateHz: Double = 25) -> [String] {
        (0..<count).map { index in
            let (acceleration, rate) = Tilting().at(Double(index) / rateHz)
            return ([Double(index) / rateHz] + [acceleration, rate].flatMap { [$0.x, $0.y, $0.z] }).map { "\($0)" }
                .joined(separator: ",")
        }
    }

    @Test func samplesComeOnceTwoHeadsAgreeAndAgainAsFromAFile() throws {
        let lines = ["time_s,ax,ay,az,gx,gy,gz"] + rows(1000)
        let live = try live(lines)
        let file = try read(lines.joined(separator: "\n") + "\n")
        #expect(live.linesUntilFirst == 50)
        #expect(live.final == file.samples)
        #expect(live.facts == file.facts)
        #expect(live.preliminary.count > 300)
        #expect(live.preliminary[...] == file.samples.prefix(live.preliminary.count))
    }

    @Test func bareRowsWithARateComeAsSoon() throws {
        let lines = rows(600).map { String($0.split(separator: ",", maxSplits: 1)[1]) }
        let options = IngestOptions(rateHz: 25)
        let live = try live(lines, options: options)
        #expect(live.linesUntilFirst == 50)
        #expect(live.final == (try read(lines.joined(separator: "\n") + "\n", options: options)).samples)
    }

    @Test func nothingComesInAdvanceWhileTheRowsDoNotTell() throws {
        let empty = (0..<120).map { "\(Double($0) / 25),,,,,," }
        let lines = ["time_s,ax,ay,az,gx,gy,gz"] + empty + rows(700).map { row in
            let cells = row.split(separator: ",", maxSplits: 1)
            return "\((Double(cells[0]) ?? 0) + 4.8),\(cells[1])"
        }
        let live = try live(lines)
        #expect((live.linesUntilFirst ?? 0) > 121)
        #expect(live.final == (try read(lines.joined(separator: "\n") + "\n")).samples)
    }

    @Test func aRecorderThatStartsAnewIsToldAndCarriedOn() throws {
        let header = "time_s,ax,ay,az,gx,gy,gz"
        let live = try live([header] + rows(1000) + [header] + rows(500))
        let kinds = live.facts.findings.map(\.kind)
        #expect(kinds.contains("repeated-header"))
        #expect(kinds.contains("clock-jump"))
        #expect(live.facts.findings.first { $0.kind == "repeated-header" }?.line == 1002)
        #expect(zip(live.final, live.final.dropFirst()).allSatisfy { $0.timeSeconds <= $1.timeSeconds })
        // The rows left out until the clock counts as set back are few.
        #expect(live.final.count > 1450)
    }
}
