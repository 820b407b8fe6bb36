import Motion

/// Small tables that apps write beside a recording: marks the user set, and when the recording's clock was at zero.
enum CompanionFiles {
    /// Most marks that are shown one by one.
    private static let marksAtMost = 100

    /// Sensor Logger's `Annotation.csv` in the same folder, as findings in order of time.
    /// - Parameter startEpochSeconds: wall clock of the recording's first sample.
    static func marks(beside path: String, startEpochSeconds: Double?) -> [Finding] {
        guard let startEpochSeconds, let file = sibling("annotation.csv", of: path), let table = table(file), let names = table.names,
            let time = ColumnMatch.column(named: "time", in: names), let text = ColumnMatch.column(named: "text", in: names)
        else { return [] }
        var marks: [Finding] = []
        for (index, row) in table.rows.enumerated() where row.count > max(time, text) {
            guard let nanoseconds = Decimal.parse(row[time], mark: table.decimalMark) else { continue }
            let seconds = nanoseconds * 1e-9 - startEpochSeconds
            let label = row[text].trimmed().prefix(80)
            marks.append(Finding(
                file: file, line: table.dataLine + index, kind: "mark",
                message: "Mark at \(TableLayout.short((seconds * 10).rounded() / 10)) s\(label.isEmpty ? "" : ": \(label)")."))
        }
        guard marks.count > marksAtMost else { return marks }
        let rest = marks.count - marksAtMost
        return marks.prefix(marksAtMost) + [Finding(file: file, kind: "mark", message: "\(rest) more marks are not shown.")]
    }

    /// phyphox's `meta/time.csv`: seconds since 1970 when the recording's clock stood at zero.
    static func zeroEpochSeconds(beside path: String) -> Double? {
        guard let file = sibling("time.csv", of: path) ?? sibling("meta/time.csv", of: path), let table = table(file), let names = table.names,
            let own = ColumnMatch.column(named: "experimenttime", in: names), let wall = ColumnMatch.column(named: "systemtime", in: names),
            let row = table.rows.first(where: { $0.count > max(own, wall) })
        else { return nil }
        guard let seconds = Decimal.parse(row[own], mark: table.decimalMark), let epoch = Decimal.parse(row[wall], mark: table.decimalMark),
            epoch > 1e9, epoch < 1e10
        else { return nil }
        return epoch - seconds
    }

    private static func sibling(_ name: String, of path: String) -> String? {
        var folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
        var name = name
        if let slash = name.firstIndex(of: "/") {
            folder = ExportFolder.join(folder, String(name[..<slash]))
            name = String(name[name.index(after: slash)...])
        }
        guard InputFile.entry(folder) != .missing, let found = try? InputFile.name(like: name, in: folder) else { return nil }
        return ExportFolder.join(folder, found)
    }

    private static func table(_ path: String) -> TableHead? {
        guard let file = try? InputFile(path: path), let bytes = try? file.next(), !bytes.isEmpty else { return nil }
        return try? TableHead(bytes, isWhole: bytes.count < InputFile.chunk, file: path)
    }
}
