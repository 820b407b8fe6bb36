/// The columns of one file, found by a descriptor.
struct ColumnMatch {
    struct Vector {
        var channel: Channel?
        /// Columns of x, y and z.
        var columns: [Int]
        var unit: HeaderUnit?
        var counts = 1.0
    }

    var descriptor: FormatDescriptor
    var names: [ColumnName]
    /// Candidates in order of preference, with the unit that the column's name states, else the format's.
    var times: [(column: Int, time: TimeColumn)] = []
    /// At most one a channel; first those with a known channel.
    var vectors: [Vector] = []
    var device: Int?
    var counter: Int?

    /// The first of `formats` that fits.
    static func first(of formats: [FormatDescriptor], in head: TableHead) -> ColumnMatch? {
        formats.lazy.compactMap { ColumnMatch($0, head) }.first
    }

    /// - Returns: `nil` when the descriptor's required names or lines are not there or no vector is complete.
    init?(_ descriptor: FormatDescriptor, _ head: TableHead) {
        if let text = descriptor.preamble {
            guard head.preamble.contains(where: { $0.lowercased().contains(text) }) else { return nil }
        }
        guard descriptor.startsWithRate == head.startsWithRate else { return nil }
        if let names = head.names {
            guard descriptor.columns.isEmpty, descriptor.bare == nil else { return nil }
            self.names = names
        } else {
            guard !descriptor.columns.isEmpty, head.rows.contains(where: { $0.count >= descriptor.columns.count }) else { return nil }
            names = descriptor.columns.map(ColumnName.init)
        }
        let names = self.names
        guard descriptor.requires.allSatisfy({ Self.column(named: $0, in: names) != nil }) else { return nil }
        self.descriptor = descriptor
        for var candidate in descriptor.time {
            guard let column = Self.column(named: candidate.name, in: names) else { continue }
            if case .time(let stated) = names[column].unit { candidate.unit = stated }
            times.append((column, candidate))
        }
        for candidate in descriptor.vectors { add(candidate) }
        device = descriptor.device.flatMap { Self.column(named: $0, in: names) }
        counter = descriptor.counter.flatMap { Self.column(named: $0, in: names) }
        guard !vectors.isEmpty else { return nil }
    }

    private mutating func add(_ candidate: VectorColumns) {
        for template in candidate.names {
            let columns = Self.axes(template).compactMap { Self.column(named: $0, in: names) }
            guard columns.count == 3 else { continue }
            let unit = names[columns[0]].unit ?? candidate.unit
            var channel = candidate.channel
            if channel == nil, template.contains("gravity") { channel = .gravity }
            if channel == nil, template.contains("gyro") { channel = .angularRate }
            if let known = channel, vectors.contains(where: { $0.channel == known }) { return }
            // The unit in the name overrules a guess by name: `gx (g)` is no angular rate.
            if case .angularRate = unit, channel != nil, channel != .angularRate { continue }
            if case .acceleration = unit, channel == .angularRate { continue }
            if channel == nil, vectors.contains(where: { $0.channel != nil }) { return }
            vectors.append(Vector(channel: channel, columns: columns, unit: unit, counts: candidate.counts))
            return
        }
    }

    /// Names of the x, y and z columns: a template with `{}`, or three names with commas between.
    static func axes(_ template: String) -> [String] {
        template.contains("{}") ? ["x", "y", "z"].map { template.replacing("{}", with: $0) } : template.split(separator: ",").map(String.init)
    }

    static func column(named wanted: String, in names: [ColumnName]) -> Int? {
        if wanted.hasPrefix("*") {
            let suffix = wanted.dropFirst()
            return names.firstIndex { $0.base.hasSuffix(suffix) }
        }
        return names.firstIndex { $0.base == wanted || $0.raw == wanted }
    }

    /// For an error message: the axes of a vector that is there in part.
    static func incompleteVector(in names: [ColumnName]) -> (present: [String], missing: [String])? {
        for descriptor in FormatCatalog.all {
            for candidate in descriptor.vectors {
                for template in candidate.names where !template.hasPrefix("*") {
                    let wanted = axes(template)
                    let found = wanted.map { column(named: $0, in: names) }
                    let present = found.compactMap { $0 }
                    guard (1...2).contains(present.count) else { continue }
                    let missing = zip(wanted, found).filter { $0.1 == nil }.map(\.0)
                    return (present.map { names[$0].raw }, missing)
                }
            }
        }
        return nil
    }
}
