/// One line of comma-separated values by RFC 4180, as spreadsheets read it.
enum CSVRow {
    /// The fields in order, absent ones empty, ended by CR LF.
    static func text(_ fields: [String?]) -> String {
        fields.map { field($0 ?? "") }.joined(separator: ",") + "\r\n"
    }

    /// Quoted where it has to be. A text that a spreadsheet would run as a formula gets an apostrophe in front, for names
    /// of files come from anywhere.
    private static func field(_ text: String) -> String {
        let isFormula = text.first.map { "=+-@\t\r".contains($0) } ?? false
        let safe = isFormula && Double(text) == nil ? "'" + text : text
        guard safe.unicodeScalars.contains(where: { [",", "\"", "\n", "\r"].contains($0) }) else { return safe }
        return "\"" + safe.replacing("\"", with: "\"\"") + "\""
    }
}
