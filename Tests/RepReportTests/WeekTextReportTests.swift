import RepReport
import SessionModel
import Testing

@Suite struct WeekTextReportTests {
    @Test(arguments: Weeks.all.keys.sorted())
    func reportReadsAsCommitted(name: String) throws {
        try expectGolden(WeekTextReport.render(try #require(Weeks.all[name])), "week-\(name).txt")
    }

    @Test(arguments: Weeks.all.keys.sorted(), [80, 90, 100])
    func noLineIsLongerThanAskedFor(name: String, width: Int) throws {
        let report = try #require(Weeks.all[name])
        for line in WeekTextReport.render(report, options: TextOptions(width: width)).split(separator: "\n") {
            #expect(line.count <= width, "\(line)")
            #expect(line.last != " ")
        }
    }

    @Test func colourAddsNothingButColour() throws {
        let colored = WeekTextReport.render(Weeks.mixed, options: TextOptions(color: true))
        #expect(colored != WeekTextReport.render(Weeks.mixed))
        #expect(colored.replacing(/\u{1B}\[[0-9]*m/, with: "") == WeekTextReport.render(Weeks.mixed))
    }

    @Test func aNameCannotSteerTheTerminal() {
        var report = Weeks.mixed
        report.person = "\u{1B}[2J"
        report.failed[0].reason = "\u{7}\u{1B}]0;a"
        report.weeks[0].attention[0].message = "\u{1B}[31m"
        #expect(!WeekTextReport.render(report).contains("\u{1B}"))
    }
}

@Suite struct HistoryTextReportTests {
    @Test func weeksAreChartedAndTheLastOneShown() throws {
        try expectGolden(HistoryTextReport.render(Weeks.several), "history.txt")
    }

    @Test func oneWeekIsShownAsItIs() {
        #expect(HistoryTextReport.render(Weeks.mixed) == WeekTextReport.render(Weeks.mixed))
    }
}
