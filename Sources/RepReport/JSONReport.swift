import SessionModel

/// Results as JSON text.
public enum JSONReport {
    /// The session as the contract has it, laid out for people too; ends in a newline.
    public static func render(_ session: Session) -> String {
        session.json.serialized(.indented) + "\n"
    }

    /// Likewise for an inspection.
    public static func render(_ inspection: Inspection) -> String {
        inspection.json.serialized(.indented) + "\n"
    }

    /// Likewise for weeks.
    public static func render(_ report: WeekReport) -> String {
        report.json.serialized(.indented) + "\n"
    }
}
