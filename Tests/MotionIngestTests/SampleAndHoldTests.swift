import Motion
import Testing

@testable import MotionIngest

@Suite struct SampleAndHoldTests {
    /// A row a hundredth of a second, a new reading every fourth.
    private static let held = "time_s,ax,ay,az\n" + (0..<1000).map { row in
        let time = Double(row) / 100
        let reading = Tilting().at(Double(row / 4 * 4) / 100).acceleration + SIMD3(Double(row / 4 % 5) / 100, 0, 0)
        return "\(decimals(time, 3)),\(cells(reading))\n"
    }.joined()

    @Test func rowsBetweenReadingsAreLeftOutAndTold() throws {
        let reading = try read(Self.held)
        #expect(reading.samples.count == 250)
        #expect(try abs(#require(reading.facts.rateHz) - 25) < 0.1)
        let finding = try #require(reading.finding("sample-and-hold"))
        #expect(finding.message.hasPrefix("750 rows"))
        #expect(finding.line == 3)
    }

    /// Steps of 1/64 g: at rest a reading stands in many rows, and one axis changes at a time.
    @Test func aCoarseSensorAtRestIsNoSuchThing() throws {
        var random = SplitMix64(state: 7)
        let text = "time_s,acc_x_g,acc_y_g,acc_z_g\n" + (0..<1000).map { row in
            let noise = (0..<3).map { _ in Double.random(in: -0.6...0.6, using: &random).rounded() / 64 }
            return "\(decimals(Double(row) / 50, 2)),\(noise[0]),\(noise[1]),\(1 + noise[2])\n"
        }.joined()
        let reading = try read(text)
        #expect(reading.samples.count == 1000)
        #expect(reading.finding("sample-and-hold") == nil)
    }

    @Test func aFileWithItsOwnReadingInEveryRowIsLeftAlone() throws {
        #expect(try read(canonical()).finding("sample-and-hold") == nil)
    }

    @Test func aSensorThatComesToRestLeavesNoGap() throws {
        let still = (1000..<2000).map { "\(decimals(Double($0) / 100, 3)),0.1,0.2,9.8\n" }.joined()
        let reading = try read(Self.held + still)
        #expect(reading.facts.gaps.isEmpty)
        #expect(abs(reading.facts.durationSeconds - 20) < 0.3)
    }
}
