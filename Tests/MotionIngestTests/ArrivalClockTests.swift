import Motion
import Testing

@testable import MotionIngest

@Suite struct ArrivalClockTests {
    /// Arrival times in ms of a 100 Hz source that is read out every 30 to 60 ms, as radio links do, with samples a few ms apart.
    private func arrivals(_ count: Int, stallAt stall: Int? = nil) -> [Int] {
        var random = SplitMix64(state: 7)
        var times: [Int] = []
        var taken = 0
        var readout = 0
        while taken < count {
            readout += Int.random(in: 30...60, using: &random)
            if let at = stall, taken >= at, taken < at + 6 { readout += 800 }
            let available = min(count, readout / 10)
            var stamp = max(readout, times.last.map { $0 + 1 } ?? 0)
            while taken < available {
                times.append(stamp)
                stamp += Int.random(in: 0...2, using: &random)
                taken += 1
            }
        }
        return times
    }

    private func text(_ arrivals: [Int]) -> String {
        arrivals.enumerated().map { index, arrival in
            let (acceleration, rate) = Tilting().at(Double(index) / 100)
            return "\(1_600_000_000_000 + arrival),\(cells(acceleration)),\(cells(rate))"
        }.joined(separator: "\n") + "\n"
    }

    @Test func burstsOfASteadySourceGetTheirSteadyClockBack() throws {
        let reading = try read(text(arrivals(3000)))
        #expect(reading.samples.count == 3000)
        #expect(reading.finding("burst-timestamps") != nil)
        #expect(try abs(#require(reading.facts.rateHz) - 100) < 0.5)
        let steps = zip(reading.samples.dropFirst(), reading.samples).map { $0.timeSeconds - $1.timeSeconds }
        #expect(steps.min()! > 0.005)
        #expect(steps.max()! < 0.015)
        // True times are known: sample i was taken at i / 100 s.
        let deviations = reading.samples.enumerated().map { abs($1.timeSeconds - Double($0) / 100) }
        #expect(deviations.max()! < 0.06)
    }

    @Test func aStallThatIsCaughtUpIsNoGap() throws {
        let reading = try read(text(arrivals(3000, stallAt: 1500)))
        #expect(reading.facts.gaps.isEmpty)
        let deviations = reading.samples.enumerated().map { abs($1.timeSeconds - Double($0) / 100) }
        #expect(deviations.max()! < 0.15)
    }

    @Test func lostSamplesAreAGap() throws {
        let late = arrivals(3000).enumerated().map { $0 < 1500 ? $1 : $1 + 2000 }
        let reading = try read(text(late))
        #expect(reading.facts.gaps.count == 1)
        #expect(try abs(#require(reading.facts.gaps.first).durationSeconds - 2.01) < 0.05)
    }

    @Test func roundedTimesAreEvenedOut() throws {
        // 100 Hz written with one decimal: ten rows share each stamp.
        let text = "time_s,ax,ay,az\n" + rows(1000, rateHz: 100) { "\(decimals(($0 * 10 + 1e-9).rounded(.down) / 10, 1)),\(cells($1))" }
        let reading = try read(text)
        #expect(reading.samples.count == 1000)
        let deviations = reading.samples.enumerated().map { abs($1.timeSeconds - Double($0) / 100) }
        #expect(deviations.max()! < 0.06)
    }
}
