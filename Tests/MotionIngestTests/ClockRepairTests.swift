import Motion
import Testing

@testable import MotionIngest

@Suite struct ClockRepairTests {
    /// Canonical rows at 50 Hz that a test then spoils: row 0 is on line 2.
    private func lines(_ count: Int = 300, _ spoil: (inout [String]) -> Void) -> String {
        var rows = canonical(count).split(separator: "\n").map(String.init)
        let header = rows.removeFirst()
        spoil(&rows)
        return ([header] + rows).joined(separator: "\n") + "\n"
    }

    private func isStrictlyIncreasing(_ reading: Reading) -> Bool {
        zip(reading.samples.dropFirst(), reading.samples).allSatisfy { $0.timeSeconds > $1.timeSeconds }
    }

    @Test func rowsWithMissingNumbersAreLeftOutAndCounted() throws {
        let reading = try read(lines { rows in
            rows[10] = "0.2000,NaN,0,0,0,0,0"
            rows[11] = "0.2200,,0,0,0,0,0"
            rows[12] = "0.2400,null,0,0,0,0,0"
        })
        #expect(reading.samples.count == 297)
        #expect(follows(reading))
        let finding = try #require(reading.finding("nan-cell"))
        #expect(finding.line == 12)
        #expect(finding.message.hasPrefix("3 rows"))
    }

    @Test func shortRowsAndTextAreLeftOutAndCounted() throws {
        let reading = try read(lines { rows in
            rows[100] = "2.0000,1"
            rows[101] = "2.0200,hello,0,0,0,0,0"
        })
        #expect(reading.samples.count == 298)
        #expect(reading.finding("short-row")?.line == 102)
        #expect(reading.finding("unreadable-cell")?.line == 103)
    }

    @Test(arguments: ["\n", "\r\n"])
    func lineNumbersCountBlankLinesAndQuotedNewlines(newline: String) throws {
        let text = "time_s,ax,ay,az,note" + newline
            + (0..<100).map { "\($0).0e-2,0,0,9.8,\($0 == 5 ? "\"two\(newline)lines\"" : "")" + newline + ($0 == 7 ? newline : "") }.joined()
            + "1.00,oops,0,0," + newline + "1.01,0,0,9.8," + newline
        #expect(try read(text).finding("unreadable-cell")?.line == 104)
    }

    @Test func aLongSilenceIsAGapAndNothingIsMadeUpInIt() throws {
        let reading = try read(lines { $0.removeSubrange(100..<150) })
        #expect(reading.samples.count == 250)
        #expect(follows(reading))
        let gap = try #require(reading.facts.gaps.first)
        #expect(reading.facts.gaps.count == 1)
        #expect(abs(gap.startSeconds - 1.98) < 1e-9)
        #expect(abs(gap.durationSeconds - 1.02) < 1e-9)
        #expect(reading.finding("gap")?.line == 102)
        #expect(try abs(#require(reading.facts.rateHz) - 50) < 1e-6)
    }

    @Test func aFewLostRowsAreNoGap() throws {
        #expect(try read(lines { $0.removeSubrange(100..<110) }).facts.gaps.isEmpty)
    }

    @Test func rowsALittleOutOfOrderArePutInPlace() throws {
        let reading = try read(lines { rows in
            rows.swapAt(100, 103)
            rows.insert(rows.remove(at: 200), at: 210)
        })
        #expect(reading.samples == (try read(canonical(300))).samples)
        #expect(reading.finding("out-of-order") != nil)
    }

    @Test func aRowFarBehindIsLeftOut() throws {
        let reading = try read(lines { $0[200] = "0.5000,1,2,3,0,0,0" })
        #expect(reading.samples.count == 299)
        #expect(reading.finding("backward-time")?.line == 202)
        #expect(follows(reading))
    }

    @Test func aClockSetBackIsCarriedOn() throws {
        let first = canonical(300)
        let second = canonical(300).split(separator: "\n").dropFirst().joined(separator: "\n")
        let reading = try read(first + second)
        #expect(isStrictlyIncreasing(reading))
        #expect(reading.finding("clock-jump")?.line == 326)
        // The second run takes its six seconds after the first.
        #expect(abs(reading.facts.durationSeconds - (5.98 + 6.0)) < 0.03)
        #expect(reading.samples.count > 570)
    }

    @Test func fewEqualTimesAreSpreadUpToTheNext() throws {
        let reading = try read(lines { rows in
            rows[100] = rows[100].replacing("2.0000,", with: "1.9800,")
        })
        #expect(reading.samples.count == 300)
        #expect(isStrictlyIncreasing(reading))
        #expect(reading.finding("duplicate-time")?.line == 102)
        #expect(follows(reading, accuracy: 0.3))
    }

    @Test func impossibleValuesAreLeftOut() throws {
        let reading = try read(lines { rows in
            rows[100] = "2.0000,1e300,0,0,0,0,0"
            rows[101] = "2.0200,0,0,9.8,0,-1e200,0"
        })
        #expect(reading.samples.count == 298)
        #expect(reading.finding("implausible-value")?.line == 102)
        #expect(follows(reading))
    }

    @Test func leadingRowsOfZerosAreLeftOut() throws {
        let reading = try read(lines { rows in for index in 0..<5 { rows[index] = "\(decimals(Double(index) / 50)),0,0,0,0,0,0" } })
        #expect(reading.samples.count == 295)
        #expect(reading.finding("zero-row")?.message.hasPrefix("5 rows") == true)
    }

    @Test(arguments: ["200000.0000", "1e308", "9.9"])
    func aRowFarAheadIsLeftOutAndTimeGoesOn(time: String) throws {
        let reading = try read(lines { $0[200] = "\(time),1,2,3,0,0,0" })
        #expect(reading.samples.count == 299)
        #expect(reading.finding("time-ahead")?.line == 202)
        #expect(reading.facts.gaps.isEmpty)
        #expect(reading.finding("gap") == nil)
        #expect(follows(reading))
    }

    @Test func hugeTimesDoNotCrash() throws {
        let reading = try read(lines { rows in
            rows[100] = "1e308,0,0,9.8,0,0,0"
            rows[101] = "-1e308,0,0,9.8,0,0,0"
        })
        #expect(isStrictlyIncreasing(reading))
    }

    /// Found by fuzzing: rows that share a stamp are spread beyond it, and then the rows far ahead are taken back.
    @Test func aRowFarAheadAfterTwoOfOneStampKeepsTheOrder() throws {
        let reading = try read(lines { rows in
            rows[100] = rows[99]
            rows[101] = "480,1,2,3,0,0,0"
            rows[102] = "1.985,0,0,9.8,0,0,0"
        })
        #expect(isStrictlyIncreasing(reading))
        #expect(reading.finding("time-ahead") != nil)
    }

    /// Whatever the clock does: times rise, or the recording is refused; and chunks make no difference.
    @Test func timesNeverFallWhateverTheClockDoes() {
        var random = SplitMix64(state: 4)
        var accepted = 0
        for _ in 0..<300 {
            var clock = 0.0
            let trouble = Int.random(in: 4...40, using: &random)
            let text = "time_s,ax,ay,az\n" + (0..<150).map { _ in
                var time = clock
                switch Int.random(in: 0..<trouble, using: &random) {
                case 0: time = Double.random(in: -1...max(0, clock) + 1, using: &random)
                case 1: time = clock + [300, 1e6, 1e300, -1e300].randomElement(using: &random)!
                case 2: clock -= 0.02
                case 3: clock += [1, -1, 60].randomElement(using: &random)!
                default: break
                }
                clock += 0.02
                return "\(decimals(time, 3)),0.1,0.2,9.8\n"
            }.joined()
            guard let reading = try? read(text) else { continue }
            accepted += 1
            #expect(zip(reading.samples, reading.samples.dropFirst()).allSatisfy { $0.timeSeconds <= $1.timeSeconds }, "\(text)")
            #expect(reading.samples.allSatisfy { $0.timeSeconds.isFinite })
            #expect((try? read(text, chunk: 37))?.samples == reading.samples)
        }
        #expect(accepted > 0)
    }
}
