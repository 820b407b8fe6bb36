import Foundation
import SessionModel
import Testing

@Suite struct CalendarDayTests {
    @Test(arguments: [("1970-01-01", 0), ("1969-12-31", -1), ("2000-02-29", 11016), ("2026-11-20", 20777), ("0001-01-01", -719_162)])
    func daysAreCountedFrom1970(iso: String, days: Int) throws {
        let day = try #require(CalendarDay(iso))
        #expect(day.daysSince1970 == days)
        #expect("\(CalendarDay(daysSince1970: days))" == iso)
    }

    @Test(arguments: ["2026-02-29", "1900-02-29", "2026-13-01", "2026-00-10", "2026-1-01", "20261120", "0000-01-01", "2026-11-2x", "", "+026-11-20"])
    func whatIsNoDayIsNone(text: String) {
        #expect(CalendarDay(text) == nil)
    }

    /// The calendar of another implementation agrees, day by day over leap years, centuries and year ends.
    @Test func itAgreesWithFoundation() throws {
        var calendar = Calendar(identifier: .iso8601)
        calendar.timeZone = try #require(TimeZone(identifier: "GMT"))
        for days in stride(from: -40_000, to: 60_000, by: 13) {
            let date = Date(timeIntervalSince1970: Double(days) * 86400)
            let parts = calendar.dateComponents([.year, .month, .day, .weekday, .weekOfYear, .yearForWeekOfYear], from: date)
            let day = CalendarDay(daysSince1970: days)
            #expect(day.civil == (parts.year!, parts.month!, parts.day!))
            #expect(day.weekday == (parts.weekday! + 5) % 7)
            #expect(day.isoWeek == (parts.yearForWeekOfYear!, parts.weekOfYear!))
        }
    }

    @Test func aWeekBeginsOnMondayAndHasItsName() throws {
        let friday = try #require(CalendarDay("2026-11-20"))
        #expect("\(friday.monday)" == "2026-11-16")
        #expect(friday.isoWeekName == "2026-W47")
        #expect(CalendarDay("2027-01-03")?.isoWeekName == "2026-W53")
    }
}
