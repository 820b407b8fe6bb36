import Foundation
import RepScoring
import Testing

@Suite struct FloorsTests {
    func floors(_ told: String) throws -> Floors {
        try withTemporaryFolder { folder in
            let file = folder.appendingPathComponent("floors.json")
            try write(#"{"schema":"repcount.floors/1","told":\#(told)}"#, to: file)
            return try Floors.read(file.path)
        }
    }

    /// Checks `sampleResult`: one recording one rep short, one failed.
    func check(_ told: String) throws -> [String] {
        try floors(told).check(sampleResult)
    }

    @Test func floorsThatHoldSayNothing() throws {
        #expect(
            try check(#"{"d/squat/thigh/-":{"within_1":{"minimum":1},"mean_absolute_error":{"maximum":1}},"d":{"failed":{"maximum":1}}}"#)
                .isEmpty)
    }

    @Test func whatFellIsNamedWithBothFigures() throws {
        let messages = try check(#"{"d/squat/thigh/-":{"exact":{"minimum":0.95},"failed":{"maximum":0}}}"#)
        #expect(
            messages == [
                "d/squat/thigh/-: exact is 0, below its floor of 0.95",
                "d/squat/thigh/-: failed is 1, above its limit of 0",
            ])
    }

    @Test func floorsThatWatchNothingFail() throws {
        #expect(try check(#"{"d/sqat/thigh/-":{"exact":{"minimum":0}}}"#).first?.contains("no such group") == true)
        #expect(try check(#"{"d":{"exakt":{"minimum":0}}}"#).first?.contains("no metric is called exakt") == true)
        #expect(try check(#"{"d":{"set_f1":{"minimum":0}}}"#).first?.contains("has no value") == true)
    }

    @Test func datasetsThatWereNotRunAreLeftOut() throws {
        #expect(try check(#"{"e/squat/thigh/-":{"exact":{"minimum":1}}}"#).isEmpty)
    }

    @Test func theModeChoosesTheFloors() throws {
        var blind = sampleResult
        blind.mode = .blind
        #expect(try floors(#"{"d":{"exact":{"minimum":1}}}"#).check(blind).isEmpty)
    }

    @Test func brokenFilesSayWhere() throws {
        func message(_ told: String) -> String {
            do {
                _ = try floors(told)
                return ""
            } catch {
                return "\(error)"
            }
        }
        #expect(message(#"{"d":{"exact":{"minimum":"high"}}}"#).contains("told.d.exact.minimum has the wrong type"))
        #expect(message("{").contains("not valid JSON"))
        #expect(throws: DatasetError.self) { try Floors.read("no-such-floors.json") }
    }
}
