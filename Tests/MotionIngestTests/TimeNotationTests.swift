import Testing

@testable import MotionIngest

@Suite struct TimeNotationTests {
    @Test(arguments: [
        ("18:36:24.895", 66_984.895, TimeNotation.timeOfDay), ("0:00:01", 1, .timeOfDay), ("36:24.8", 2184.8, .minuteAndSecond),
        ("59:59", 3599, .minuteAndSecond), ("1970-01-01 00:00:02", 2, .dateTime), ("2000-02-29T00:00:00Z", 951_782_400, .dateTime),
    ])
    func textsOfTimeAreSeconds(cell: String, seconds: Double, notation: TimeNotation) throws {
        let read = try #require(TimeNotation.text(cell))
        #expect(abs(read.seconds - seconds) < 1e-9)
        #expect(read.notation == notation)
    }

    @Test(arguments: ["", ":", "12:", ":12", "12:61", "1:2:3:4", "a:b", "13 / 15", "00:0C:BF", "-1:20", "1234:20", "25°"])
    func otherTextsAreNone(cell: String) {
        #expect(TimeNotation.text(cell) == nil)
    }

    @Test(arguments: [("47528.16000", 47_528.016), ("47528.434000", 47_528.434), ("47528.0000", 47_528), ("47528", 47_528), ("1.5", 1.5)])
    func millisecondsMayLackTheirZeros(cell: String, seconds: Double) throws {
        var cell = cell
        let read = cell.withUTF8 { TimeNotation.unpaddedMilliseconds.seconds($0) }
        #expect(try abs(#require(read) - seconds) < 1e-9)
    }

    @Test(arguments: [
        ("2022-10-22 18:36:24:95", 1_666_463_784.095), ("2021-08-20_20:21:13_829 GMT+8", 1_629_462_073.829),
        ("2025-06-19 21:36:15.135 UTC-04:00", 1_750_383_375.135), ("2024-12-09 11:37:39.631 +0100", 1_733_740_659.631),
    ])
    func datesOfExportsAreSecondsSince1970(cell: String, seconds: Double) throws {
        #expect(try abs(#require(TimeNotation.text(cell)).seconds - seconds) < 1e-6)
    }
}
