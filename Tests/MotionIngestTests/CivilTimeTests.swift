import Testing

@testable import MotionIngest

@Suite struct CivilTimeTests {
    private func seconds(_ text: String) -> Double? { TableHead.dateTime(text) }

    @Test(arguments: [
        ("1970-01-01 00:00:00", 0.0), ("2019-12-23 21:04:06.690", 1_577_135_046.69), ("2019-12-23T21:04:06.690Z", 1_577_135_046.69),
        ("2019-12-23T22:04:06.690+01:00", 1_577_135_046.69), ("2019-02-14T08:58:00.0100000", 1_550_134_680.01),
        ("2018/11/08 11:41:07", 1_541_677_267), ("2022-10-22 18:36:24:895", 1_666_463_784.895), ("2000-02-29 00:00:00,5", 951_782_400.5),
        ("1969-12-31 23:59:59", -1),
    ])
    func readsDatesAsExportsWriteThem(text: String, expected: Double) throws {
        #expect(try abs(#require(seconds(text)) - expected) < 1e-6)
    }

    @Test(arguments: ["", "2019-12-23", "21:04:06", "2019-13-01 00:00:00", "2019-12-23 25:00:00", "2019-12-23 21:04:06.690x", "1577135046.69", "2019-12-23 21:04:06."])
    func readsNothingElse(text: String) {
        #expect(seconds(text) == nil)
    }

    @Test func writesISO8601InUTCWithMilliseconds() {
        #expect(CivilTime.iso8601(epochSeconds: 1_547_582_649.161) == "2019-01-15T20:04:09.161Z")
        #expect(CivilTime.iso8601(epochSeconds: -0.001) == "1969-12-31T23:59:59.999Z")
        #expect(CivilTime.iso8601(epochSeconds: .infinity) == nil)
        #expect(CivilTime.iso8601(epochSeconds: 1e300) == nil)
    }
}
