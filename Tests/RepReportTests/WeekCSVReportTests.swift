import RepReport
import SessionModel
import Testing

@Suite struct WeekCSVReportTests {
    @Test func reportReadsAsCommitted() throws {
        try expectGolden(WeekCSVReport.render(Weeks.mixed), "week-mixed.csv")
    }

    @Test func everyRowHasEveryColumn() {
        var report = Weeks.mixed
        report.weeks[0].days[1].sessions[0].files = ["plain.csv"]
        report.weeks[0].days[1].sessions[1].files = ["also-plain.csv"]
        let rows = WeekCSVReport.render(report).split(separator: "\r\n")
        let columns = rows[0].split(separator: ",", omittingEmptySubsequences: false).count
        for row in rows { #expect(row.split(separator: ",", omittingEmptySubsequences: false).count == columns, "\(row)") }
        #expect(rows.count == 1 + 7 * 3 + 1)
    }

    @Test(arguments: ["=1+1.csv", "@SUM(A1).csv", "-2+3.csv", "+cmd.csv", "\tx.csv"])
    func aFileNameIsNoFormula(name: String) {
        var report = Weeks.mixed
        report.weeks[0].days[0].sessions[0].files = [name]
        #expect(WeekCSVReport.render(report).contains(",'\(name),"))
    }

    @Test func namesThatAreNotASCIIGetAByteOrderMark() {
        var report = Weeks.mixed
        #expect(!WeekCSVReport.render(report).hasPrefix("\u{FEFF}"))
        report.failed[0].files = ["Übung.csv"]
        #expect(WeekCSVReport.render(report).hasPrefix("\u{FEFF}week,date"))
    }
}
