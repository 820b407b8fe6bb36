/// The known format that shares most column names with a table nobody knows, for the error message.
struct NearestFormat {
    var name: String
    /// Columns of that format that the table lacks, as the format names them.
    var missing: [String]

    /// - Returns: `nil` when no format shares a column other than the time.
    init?(of formats: [FormatDescriptor], to names: [ColumnName]) {
        var best: (share: Double, nearest: NearestFormat)?
        for format in formats {
            let vectors = format.vectors.filter { $0.channel == nil || $0.channel == .acceleration || $0.channel == .linearAcceleration }
            guard let vector = vectors.first, let template = vector.names.first else { continue }
            let wanted = format.requires + ColumnMatch.axes(template).filter { !format.requires.contains($0) }
            let missing = wanted.filter { ColumnMatch.column(named: $0, in: names) == nil }
            let share = Double(wanted.count - missing.count) / Double(max(1, wanted.count))
            if share > best?.share ?? 0, !missing.isEmpty { best = (share, NearestFormat(name: format.name, missing: missing)) }
        }
        guard let best else { return nil }
        self = best.nearest
    }

    private init(name: String, missing: [String]) {
        self.name = name
        self.missing = missing
    }
}
