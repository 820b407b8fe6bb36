import Testing

@testable import MotionIngest

@Suite struct LostSamplesTests {
    private static let names = "PacketCounter,SampleTimeFine,Acc_X,Acc_Y,Acc_Z\n"

    /// Every tenth packet and the one after it are lost.
    private static func packets(_ cells: (Int, Double) -> String) -> String {
        (0..<300).filter { $0 % 10 > 1 }.map { cells($0, Double($0) / 50) + "\n" }.joined()
    }

    @Test func theCounterTellsWhatNeverArrived() throws {
        let reading = try read(Self.names + Self.packets { "\($0),\(Int($1 * 1e6)),\(cells(Tilting().at($1).acceleration))" })
        #expect(reading.samples.count == 240)
        let finding = try #require(reading.finding("lost-samples"))
        #expect(finding.message.contains("58 samples") && finding.message.contains("29 places"))
        #expect(finding.line == 10)
    }

    @Test func withoutTimesTheCounterKeepsTheClockRight() throws {
        let reading = try read(
            Self.names + Self.packets { "\($0),,\(cells(Tilting().at($1).acceleration))" }, options: IngestOptions(rateHz: 50))
        #expect(follows(reading, from: 2.0 / 50, accuracy: 0.02))
    }

    @Test func fewSamplesASecondAreTold() throws {
        let slow = try read("time_s,ax,ay,az\n" + rows(60, rateHz: 2) { "\($0),\(cells($1))" })
        #expect(slow.finding("low-rate")?.message.contains("2 samples a second") == true)
        let quick = try read(canonical(200, rateHz: 10))
        #expect(quick.finding("low-rate") == nil)
    }
}
