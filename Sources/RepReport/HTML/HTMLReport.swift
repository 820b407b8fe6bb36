import SessionModel

/// Sessions as one self-contained HTML page: no network, no scripts; for a screen, a phone, paper and a screen reader
/// (WCAG 2.2, level AA).
public enum HTMLReport {
    /// A session, and its signal where that was drawn.
    public struct Evidence: Sendable {
        public var session: Session
        public var trace: SignalTrace?

        public init(session: Session, trace: SignalTrace? = nil) {
            self.session = session
            self.trace = trace
        }
    }

    /// The page of one session, or of several one after the other.
    ///
    /// - Throws: what the template library throws for a broken template, which no session can bring about.
    public static func render(_ evidence: [Evidence]) throws -> String {
        let isOnly = evidence.count == 1
        let sessions = evidence.enumerated().map { index, evidence in
            SessionView(evidence, prefix: isOnly ? "" : "session-\(index + 1)-", headings: Headings(from: isOnly ? 1 : 2))
        }
        return try HTMLTemplates.render(
            "page",
            PageView(
                pageTitle: isOnly ? sessions[0].title : Wording.number(sessions.count, "session"), isCollection: !isOnly,
                week: nil, sessions: sessions))
    }

    /// The page of a week, or of several.
    ///
    /// - Parameter evidence: the sessions behind it, in order of time; those shown are led to from the calendar.
    /// - Throws: as `render(_:)`.
    public static func render(_ report: WeekReport, evidence: [Evidence] = []) throws -> String {
        var anchors: [[String]: String] = [:]
        let sessions = evidence.enumerated().map { index, evidence in
            let prefix = "session-\(index + 1)-"
            anchors[evidence.session.recording.files] = "\(prefix)top"
            return SessionView(evidence, prefix: prefix, headings: Headings(from: 2))
        }
        let week = WeekPage(report, anchors: anchors)
        return try HTMLTemplates.render(
            "page", PageView(pageTitle: week.weekPageTitle, isCollection: false, week: week, sessions: sessions))
    }
}

/// Root of every page.
struct PageView {
    let pageTitle: String
    /// Whether the page has a title of its own above several sessions.
    let isCollection: Bool
    let week: WeekPage?
    let sessions: [SessionView]
}

/// Levels of headings, so that a session reads rightly by itself and within a week.
struct Headings {
    let title, section, part, detail: Int

    init(from level: Int) {
        (title, section, part, detail) = (level, level + 1, level + 2, level + 3)
    }
}
