import Foundation
import Motion
import RepReport
import SessionModel
import Testing

@Suite struct HTMLReportTests {
    private static func trace(of session: Session) -> SignalTrace {
        let bins = (0..<2000).map { index -> ClosedRange<Double>? in
            let seconds = (Double(index) + 0.5) * 0.4
            let isGap = session.recording.gaps.contains {
                seconds >= $0.startSeconds && seconds < $0.startSeconds + $0.durationSeconds
            }
            let lean = 30 + 25 * sin(seconds)
            return isGap ? nil : (lean - 2)...(lean + 2)
        }
        return SignalTrace(reference: .upright, binSeconds: 0.4, bins: bins)
    }

    private static func page(_ session: Session) throws -> String {
        try HTMLReport.render([.init(session: session, trace: trace(of: session))])
    }

    private static func pages() throws -> [String] {
        let sessions = try Sessions.all.values.flatMap { session in
            [try page(session), try HTMLReport.render([.init(session: session)])]
        }
        let both = try HTMLReport.render([.init(session: Sessions.compliant), .init(session: Sessions.notCompliant)])
        let weeks = try [PagedWeeks.report, PagedWeeks.withoutPlan, PagedWeeks.empty].map { try HTMLReport.render($0) }
        let evidence = try HTMLReport.render(PagedWeeks.report, evidence: [.init(session: Sessions.compliant)])
        return sessions + [both, evidence] + weeks
    }

    // MARK: The document

    @Test func aPageNeedsNothingButItself() throws {
        for page in try Self.pages() {
            #expect(!page.contains("http") && !page.contains("<script") && !page.contains("@import") && !page.contains("url("))
            #expect(page.hasPrefix("<!DOCTYPE html>"))
            #expect(page.contains("An exercise log, not a medical device."))
        }
    }

    @Test func everyLinkLeadsSomewhereAndNoIdentifierIsThereTwice() throws {
        for page in try Self.pages() {
            let ids = page.matches(of: /\sid="([^"]*)"/).map { String($0.1) }
            #expect(Set(ids).count == ids.count)
            let targets = page.matches(of: /href="#([^"]*)"/).map { String($0.1) }
                + page.matches(of: /aria-labelledby="([^"]*)"/).flatMap { $0.1.split(separator: " ").map(String.init) }
            #expect(Set(targets).subtracting(ids).isEmpty)
        }
    }

    @Test func headingsBeginWithOneTitleAndSkipNoLevel() throws {
        for page in try Self.pages() {
            let levels = page.matches(of: /<h([1-6])/).compactMap { Int($0.1) }
            #expect(levels.first == 1 && levels.count { $0 == 1 } == 1)
            #expect(zip(levels, levels.dropFirst()).allSatisfy { $1 <= $0 + 1 })
        }
    }

    @Test func nothingOfATemplateIsLeft() throws {
        for page in try Self.pages() {
            #expect(!page.contains("{{") && !page.contains("Optional(") && !page.contains(">nil<"))
        }
    }

    // MARK: What a file calls itself

    @Test(arguments: [
        "<script>alert(1)</script>.csv", "\"><img src=x onerror=alert(1)>.csv", "a' onmouseover='alert(1).csv", "{{pageTitle}}&amp;.csv",
    ])
    func aHostileNameIsTextAndNothingElse(name: String) throws {
        var session = Sessions.notCompliant
        session.recording.files = [name]
        session.recording.format = name
        session.recording.findings = [Finding(file: name, line: 1, kind: "x", message: name)]
        session.plan?.name = name
        session.plan?.items[0].note = name
        session.plan?.items[1].exercise = name
        session.sets[0].exercise = name
        session.holds[0].exercise = name
        var week = PagedWeeks.report
        week.person = name
        week.plan = name
        week.failed[0].reason = name
        week.weeks[0].attention[0].message = name
        week.weeks[0].items[0].exercise = name
        week.weeks[0].days[0].items[0].note = name
        week.weeks[0].days[0].sessions[0].files = [name]
        for page in [try Self.page(session), try HTMLReport.render(week, evidence: [.init(session: session)])] {
            #expect(!page.contains("<script") && !page.contains("<img"))
            // Attributes are what the templates made them: a quote in a name ends none.
            let tags = page.replacing(/"[^"]*"/, with: "\"\"")
            #expect(!tags.contains(/<[a-z][^<>]*\son/))
            #expect(tags.matches(of: /<[a-z][a-z0-9]*(\s[a-zA-Z0-9-]+(="")?)*\/?>/).count == tags.matches(of: /<[a-z]/).count)
        }
    }

    // MARK: What it says

    @Test func aPlanItemIsOneLineWithItsMarkAndItsWord() throws {
        let page = try Self.page(Sessions.notCompliant)
        let rows = page.components(separatedBy: "<tr role=\"row\">").dropFirst(2)
        #expect(rows.count == 9)
        for word in ["met", "short", "over", "missing", "not observable"] {
            #expect(rows.contains { $0.contains("#mark-\(word.replacing(" ", with: "-"))") && $0.contains(">\(word)</span>".dropFirst(1)) })
        }
        #expect(page.contains("<strong>71\u{A0}%</strong> adherence of what this sensor can see."))
        #expect(page.contains("11 (10-12)"))
    }

    @Test func everyRepIsDrawnAndStandsInTheTable() throws {
        let page = try Self.page(Sessions.notCompliant)
        let reps = Sessions.notCompliant.sets.map(\.detail.count).reduce(0, +)
        #expect(page.matches(of: /class="bar rep" x="[^"]*" y="93"/).count >= reps)
        let table = try #require(page.components(separatedBy: "Numbers in front are those of the timeline").last)
        #expect(table.components(separatedBy: "</table>")[0].matches(of: /<tr>/).count == 1 + reps + 2)
    }

    @Test func aGapIsDrawnAndInterruptsTheCurve() throws {
        let page = try Self.page(Sessions.notCompliant)
        #expect(page.contains("Gap of 2.5 s at 5:00"))
        let closed = try Self.page(Sessions.compliant)
        #expect(page.matches(of: /<path class="curve"/).count > closed.matches(of: /<path class="curve"/).count)
    }

    @Test func aHoldIsMeasuredAgainstItsPrescription() throws {
        let page = try Self.page(Sessions.notCompliant)
        #expect(page.contains("Held 11.3 s, prescribed 20-30 s"))
        #expect(page.contains("<td>11.3 s</td>"))
    }

    @Test func missingAndNotObservableAreToldApart() throws {
        let page = try Self.page(Sessions.notCompliant)
        #expect(page.contains("The sensor could have seen it, and it was not done."))
        #expect(page.contains("It may have been done. It does not lower the adherence."))
        #expect(page.contains("class=\"why\">not observable"))
    }

    @Test func withoutSetsAndHoldsItSaysSo() throws {
        #expect(try Self.page(Sessions.empty).contains("No sets and no holds were found."))
    }

    @Test func aRecordingOfADayStaysSmall() throws {
        var session = Sessions.empty
        session.recording.durationSeconds = 86_400
        let page = try Self.page(session)
        #expect(page.matches(of: /<svg class="drawing"/).count <= 6)
        #expect(page.utf8.count < 400_000)
    }

    @Test(arguments: [Double.nan, .infinity, 1e300, -5])
    func timesThatAreNoneDoNoHarm(seconds: Double) throws {
        var session = Sessions.notCompliant
        session.recording.durationSeconds = seconds
        session.sets[1].detail[2].rangeOfMotionDegrees = seconds
        session.sets[2].detail[1].endSeconds = seconds
        session.holds[0].endSeconds = seconds
        let page = try Self.page(session)
        #expect(!page.contains("\"nan\"") && !page.contains("\"inf\""))
    }

    // MARK: The week

    @Test func aDayOfTheCalendarIsMarkAndWordAndAmount() throws {
        let page = try HTMLReport.render(PagedWeeks.report)
        #expect(page.contains("<span class=\"hidden\">short</span></span> <span class=\"value\">7</span>"))
        #expect(page.contains("<span class=\"value\">24\u{A0}s</span>"))
        #expect(page.contains("<li>No session on Friday.</li>"))
        #expect(page.contains("this is not a table of numbers"))
        #expect(page.contains("Seconds stretched on each day, by leg"))
    }

    @Test func aSessionOfTheCalendarLeadsToItsEvidence() throws {
        var session = Sessions.compliant
        session.recording.files = PagedWeeks.report.weeks[0].days[0].sessions[0].files
        let page = try HTMLReport.render(PagedWeeks.report, evidence: [.init(session: session)])
        #expect(page.contains("<a href=\"#session-1-top\">day-2026-02-23-0.csv</a>"))
        #expect(page.contains("id=\"session-1-top\""))
    }
}
