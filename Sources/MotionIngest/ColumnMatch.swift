/// The columns of one file, found by a descriptor.
struct ColumnMatch {
    struct Vector {
        var channel: Channel?
        /// Columns of x, y and z.
        var columns: [Int]
        var unit: HeaderUnit?
    }

    var descriptor: FormatDescriptor
    /// Candidates in order of preference.
    var times: [(column: Int, unit: TimeUnit?)] = []
    /// At most one a channel; first those with a known channel.
    var vectors: [Vector] = []
    var device: Int?

    /// - Returns: `nil` when the descriptor's required names are not there or no vector is complete.
    init?(_ descriptor: FormatDescriptor, names: [ColumnName]) {
        guard !descriptor.requires.isEmpty || descriptor.bare == nil,
            descriptor.requires.allSatisfy({ Self.column(named: $0, in: names) != nil })
        else { return nil }
        self.descriptor = descriptor
        for candidate in descriptor.time {
            guard let column = Self.column(named: candidate.name, in: names) else { continue }
            var unit = candidate.unit
            if case .time(let stated) = names[column].unit { unit = stated }
            times.append((column, unit))
        }
        for candidate in descriptor.vectors {
            for template in candidate.names {
                let columns = Self.axes.compactMap { Self.column(named: template.replacing("{}", with: $0), in: names) }
                guard columns.count == 3 else { continue }
                let unit = names[columns[0]].unit ?? candidate.unit
                var channel = candidate.channel
                if channel == nil, template.contains("gravity") { channel = .gravity }
                if channel == nil, template.contains("gyro") { channel = .angularRate }
                if let known = channel, vectors.contains(where: { $0.channel == known }) { break }
                // The unit in the name overrules a guess by name: `gx (g)` is no angular rate.
                if case .angularRate = unit, channel != nil, channel != .angularRate { continue }
                if case .acceleration = unit, channel == .angularRate { continue }
                if channel == nil, vectors.contains(where: { $0.channel != nil }) { break }
                vectors.append(Vector(channel: channel, columns: columns, unit: unit))
                break
            }
        }
        device = descriptor.device.flatMap { Self.column(named: $0, in: names) }
        guard !vectors.isEmpty else { return nil }
    }

    static let axes = ["x", "y", "z"]

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
                    let found = axes.map { column(named: template.replacing("{}", with: $0), in: names) }
                    let present = found.compactMap { $0 }
                    guard (1...2).contains(present.count) else { continue }
                    let missing = zip(axes, found).filter { $0.1 == nil }.map { template.replacing("{}", with: $0.0) }
                    return (present.map { names[$0].raw }, missing)
                }
            }
        }
        return nil
    }
}
