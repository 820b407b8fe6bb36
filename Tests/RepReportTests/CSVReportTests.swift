import Motion
import RepReport
import SessionModel
import Testing

@Suite struct CSVReportTests {
    @Test func oneRowARepAndOneAHold() {
        let session = Sessions.notCompliant
        let rows = CSVReport.rows(session).split(separator: "\r\n")
        #expect(rows.count == session.sets.map(\.detail.count).reduce(0, +) + session.holds.count)
        let columns = CSVReport.header.split(separator: ",").count
        #expect(rows.allSatisfy { $0.split(separator: ",", omittingEmptySubsequences: false).count == columns })
    }

    @Test func absentIsEmptyAndAlternatingRepsHaveTheirOwnSide() {
        let rows = CSVReport.rows(Sessions.notCompliant).split(separator: "\r\n")
        #expect(rows[0] == "morning.csv,rep,unrecognised,,1,1,5.000,5.600,6.200,1.200,,")
        #expect(rows[4] == "morning.csv,rep,lunge,left,2,1,60.000,61.250,62.500,2.500,58.0,")
        #expect(rows[5].hasPrefix("morning.csv,rep,lunge,right,2,2,"))
        #expect(rows.last == "morning.csv,hold,unrecognised,,,,440.000,,452.000,12.000,,12.000")
    }

    @Test func awkwardNamesAreQuoted() {
        var session = Sessions.notCompliant
        session.recording.files = ["a \"b\", c.csv"]
        #expect(CSVReport.rows(session).hasPrefix("\"a \"\"b\"\", c.csv\",rep,"))
    }
}
