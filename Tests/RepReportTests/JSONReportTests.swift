import Foundation
import RepReport
import SessionModel
import Testing

@Suite struct JSONReportTests {
    @Test(arguments: Sessions.all.keys.sorted())
    func reportReadsAsCommitted(name: String) throws {
        let session = try #require(Sessions.all[name])
        try expectGolden(JSONReport.render(session), "\(name).json")
    }

    @Test(arguments: Sessions.all.keys.sorted())
    func reportDecodesToTheSessionItIsOf(name: String) throws {
        let session = try #require(Sessions.all[name])
        let decoded = try JSONDecoder().decode(Session.self, from: Data(JSONReport.render(session).utf8))
        #expect(decoded.json == session.json)
    }
}
