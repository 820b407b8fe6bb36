import Motion
import RepReport
import SessionModel
import Testing

@Suite struct CSVReportTests {
    @Test func oneRowASetARepAndAHold() {
        let session = Sessions.notCompliant
        let rows = CSVReport.rows(session).split(separator: "\r\n")
        #expect(rows.count == session.sets.map { 1 + $0.detail.count }.reduce(0, +) + session.holds.count)
        let columns = CSVReport.header.split(separator: ",").count
        #expect(rows.allSatisfy { $0.split(separator: ",", omittingEmptySubsequences: false).count == columns })
    }

    @Test func absentIsEmptyAndAlternatingRepsHaveTheirOwnSide() {
        let rows = CSVReport.rows(Sessions.notCompliant).split(separator: "\r\n")
        #expect(rows[0].hasPrefix("morning.csv,set,unrecognised,,1,,5.000,,9.800,4.800,,,,,0.940,4,0,"))
        #expect(rows[1] == "morning.csv,rep,unrecognised,,1,1,5.000,5.600,6.200,1.200,,,,,,,,,,,,,")
        #expect(rows[6] == "morning.csv,rep,lunge,left,2,1,60.000,61.250,62.500,2.500,58.0,,,,,,,,,,,,")
        #expect(rows[7].hasPrefix("morning.csv,rep,lunge,right,2,2,"))
        #expect(rows.last == "morning.csv,hold,unrecognised,,,,440.000,,452.000,12.000,,12.000,,,,,,,,,,,")
    }

    @Test func phasesConfidenceAndMeasuresHaveTheirColumns() throws {
        let rows = CSVReport.rows(Sessions.notCompliant).split(separator: "\r\n")
        let columns = CSVReport.header.dropLast(2).split(separator: ",")
        func value(_ name: Substring, in row: Substring) throws -> String {
            let index = try #require(columns.firstIndex(of: name))
            return String(row.split(separator: ",", omittingEmptySubsequences: false)[index])
        }
        let set = try #require(rows.first { $0.contains(",set,squat,") })
        #expect(try value("reps", in: set) == "7" && value("partial", in: set) == "2")
        #expect(try value("range_of_motion_change", in: set) == "-0.240" && value("tempo_s", in: set) == "2.200")
        #expect(try value("out_s", in: set) == "1.000" && value("back_s", in: set) == "1.200")
        let rep = try #require(rows.first { $0.contains(",rep,squat,") })
        #expect(try value("out_s", in: rep) == "1.000" && value("confidence", in: rep) == "0.980")
    }

    @Test func awkwardNamesAreQuoted() {
        var session = Sessions.notCompliant
        session.recording.files = ["a \"b\", c.csv"]
        #expect(CSVReport.rows(session).hasPrefix("\"a \"\"b\"\", c.csv\",set,"))
    }
}
