import Motion

extension TableLayout {
    // MARK: Time

    mutating func resolveTime(
        _ candidates: [(column: Int, time: TimeColumn)], rate: RateSource?, _ head: TableHead, names: [ColumnName], rows: [Int], _ table: NumericRows,
        file: String, options: IngestOptions
    ) throws(LayoutFailure) {
        guard rows.count >= 2 else {
            throw .undecided(IngestError(
                file: file, line: head.dataLine, message: "there is only one row with numbers",
                remedy: "A recording needs many rows; export it again"))
        }
        if let rate = options.rateHz {
            guard rate.isFinite, rate > 0 else {
                throw .refused(IngestError(
                    file: file, message: "a sampling rate of \(rate) Hz is not possible", remedy: "Give --rate in Hz, above zero"))
            }
            clock = ClockProfile(times: [0, 1 / rate])!
            return
        }
        var failure: IngestError?
        for (column, time) in candidates {
            let given = time.hasUnpaddedMilliseconds ? TimeNotation.unpaddedMilliseconds : nil
            let stamps = rows.compactMap { table.time($0, column, given) }
            guard let first = stamps.first, stamps.count * 2 > rows.count else { continue }
            let raw = stamps.filter { $0.notation == first.notation }.map(\.value)
            guard let profile = ClockProfile(times: raw) else {
                failure = failure ?? IngestError(
                    file: file, line: head.dataLine, message: Set(raw).count > 1
                        ? "the times run backwards" : "the first \(raw.count) rows all carry the same time (\(Self.short(raw[0])))",
                    remedy: "If the sampling rate is known, give it with --rate")
                continue
            }
            let stated: TimeUnit? = first.notation == .number ? time.unit : .seconds
            guard let scale = TimeScale(first: first.value, step: profile.periodSeconds, stated: stated) else {
                failure = failure ?? IngestError(
                    file: file, line: head.dataLine,
                    message: "times that step by \(Self.short(profile.periodSeconds)) fit no usual unit of time",
                    remedy: "Name the unit in the header (time_s, time_ms, ..) or give the sampling rate with --rate")
                continue
            }
            let period = profile.periodSeconds * scale.unit.inSeconds
            guard Self.periods.contains(period) else {
                failure = failure ?? Self.noMovement(period, file: file, line: head.dataLine)
                continue
            }
            timeColumn = column
            timeNotation = first.notation
            timeUnitSeconds = scale.unit.inSeconds
            timeIsEpoch = scale.isEpoch && !time.isElapsed
            timeWrapSeconds = first.notation.wrapSeconds ?? time.wrapsAt.map { $0 * timeUnitSeconds }
            clock = profile
            clock.periodSeconds *= timeUnitSeconds
            return
        }
        if let failure { throw .undecided(failure) }
        if let rate = rate?.hertz(in: head.preamble) {
            clock = ClockProfile(times: [0, 1 / rate])!
            return
        }
        if let column = candidates.first?.column, column < names.count {
            throw .undecided(IngestError(
                file: file, line: head.dataLine, message: "the times in column \(names[column].raw) cannot be read",
                remedy: "Export times as numbers or as 2019-12-23 21:04:06.690, or give the sampling rate with --rate"))
        }
        throw .refused(IngestError(
            file: file, line: head.dataLine, message: "the rows carry no time", remedy: "Give the sampling rate with --rate, for example --rate 50"))
    }

    /// Seconds between rows: from twice the rate of the fastest sensor chips (10 kHz, as times are rounded) to what still shows that
    /// somebody moved.
    private static let periods = 0.00005...2.5

    private static func noMovement(_ period: Double, file: String, line: Int) -> IngestError {
        guard period < periods.lowerBound else {
            return IngestError(
                file: file, line: line, message: "rows are \(short(period)) s apart, which is no recording of movement",
                remedy: "Record at 10 Hz or more; if the times are wrong, give the sampling rate with --rate")
        }
        return IngestError(
            file: file, line: line, message: "the times make \(short((1 / period).rounded())) rows a second, more than any motion sensor takes",
            remedy: "If the times are in another unit, name it in the header (time_ms, time_us, ..), or give the sampling rate with --rate")
    }

    /// Columns in use whose very name stands there again: which one was meant, only the user knows.
    static func namedTwice(_ columns: [Int], names: [ColumnName], file: String, line: Int?) -> [Finding] {
        let doubtful = columns.filter { column in names.indices.contains { $0 != column && names[$0].raw == names[column].raw } }
        guard !doubtful.isEmpty else { return [] }
        let those = list(doubtful.map { names[$0].raw })
        return [Finding(
            file: file, line: line, kind: "repeated-column",
            message: "More than one column is called \(those); the first is taken. If that is not the one, rename it.")]
    }

    // MARK: Units

    /// The unit told by the user, else by the label, else by what a still sensor must show. A label that contradicts gravity is
    /// overruled, with a finding.
    static func accelerationUnit(
        stated: HeaderUnit?, of values: [SIMD3<Double>], file: String, line: Int?, options: IngestOptions, findings: inout [Finding]
    ) throws(LayoutFailure) -> AccelerationUnit {
        if let unit = options.accelerationUnit { return unit }
        let quiet = Stillness.quietLength(values)
        let seen = quiet.flatMap(Stillness.accelerationUnit(quietLength:))
        if case .acceleration(let label) = stated {
            guard let quiet else { return label }
            if let seen, seen != label {
                findings.append(Finding(
                    file: file, line: line, kind: "unit-doubt",
                    message: "The acceleration is labelled \(label.rawValue), but at rest it reads \(short(quiet)), which is one g in "
                        + "\(seen.rawValue); it is read as \(seen.rawValue)."))
                return seen
            }
            if seen == nil {
                findings.append(Finding(
                    file: file, line: line, kind: "unit-doubt",
                    message: "At rest the acceleration reads \(short(quiet)) \(label.rawValue), which is not one g; the label is believed."))
            }
            return label
        }
        if let seen { return seen }
        throw .undecided(IngestError(
            file: file, line: line,
            message: "the unit of acceleration is not told and cannot be seen: at rest the sensor reads "
                + "\(quiet.map(short) ?? "nothing"), and one g would be 1, 9.81 or 1000",
            remedy: "Say the unit with --units, or calibrate raw counts first"))
    }

    static func angularRateUnit(
        stated: HeaderUnit?, acceleration: [SIMD3<Double>], rate: [SIMD3<Double>], times: [Double], unit: AccelerationUnit,
        file: String, line: Int?, options: IngestOptions, findings: inout [Finding]
    ) -> AngularRateUnit {
        if let unit = options.angularRateUnit { return unit }
        let seen = Stillness.angularRateUnit(acceleration: acceleration, rate: rate, times: times)
        if case .angularRate(let label) = stated {
            guard let seen, seen != label else { return label }
            findings.append(Finding(
                file: file, line: line, kind: "unit-doubt",
                message: "The angular rate is labelled \(label.rawValue), but gravity turns as if it were \(seen.rawValue); "
                    + "it is read as \(seen.rawValue)."))
            return seen
        }
        if let seen { return seen }
        // 35 rad/s is the full range of every wearable's gyroscope; what goes beyond is in degrees. Chips that give g give degrees.
        let largest = rate.map { max($0.max(), -$0.min()) }.max() ?? 0
        let isLarge = largest > 35 || (unit != .metresPerSecondSquared && largest > 9)
        let guess: AngularRateUnit = isLarge ? .degreesPerSecond : .radiansPerSecond
        findings.append(Finding(
            file: file, line: line, kind: "unit-doubt",
            message: "The unit of the angular rate is not told and the first rows turn too little to show it; "
                + "it is taken as \(guess.rawValue)."))
        return guess
    }

    // MARK: Refusals

    static func withoutNumbers(_ head: TableHead, file: String) -> LayoutFailure {
        guard head.names != nil, ColumnMatch.first(of: FormatCatalog.all, in: head) != nil else {
            if let names = head.names, let short = ColumnMatch.incompleteVector(in: names) {
                return .undecided(columnMissing(short, names: names, line: head.namesLine, file: file))
            }
            let first = (head.preamble.first { !$0.trimmed().isEmpty } ?? head.names?.map(\.raw).joined(separator: " ") ?? "").prefix(40)
            guard first.contains(where: { $0.isLetter || $0.isNumber }) else {
                return .undecided(IngestError(
                    file: file, message: "there is nothing in this file but blank lines", remedy: "Export the recording again"))
            }
            return .undecided(IngestError(
                file: file, line: 1, message: "this is not a table of numbers; it begins with \"\(first)\"",
                remedy: "Give the CSV file that the app or device exported"))
        }
        let filled = head.rows.filter { row in row.contains { !$0.trimmed().isEmpty } }
        if filled.isEmpty {
            return .undecided(IngestError(
                file: file, line: head.namesLine, message: "there are column names but no rows",
                remedy: "Export the recording again; this one was empty"))
        }
        if filled.allSatisfy({ row in row.count { !$0.trimmed().isEmpty } == 1 }) {
            return .undecided(IngestError(
                file: file, line: head.dataLine, message: "rows have times but no values",
                remedy: "Export the recording again, with the sensor switched on"))
        }
        return .undecided(IngestError(
            file: file, line: head.dataLine,
            message: "no row has numbers in it; line \(head.dataLine) reads \"\(filled[0].joined(separator: " ").prefix(40))\"",
            remedy: "Export the recording again, with the sensor switched on"))
    }

    static func unknownColumns(_ names: [ColumnName], _ head: TableHead, file: String, options: IngestOptions) -> IngestError {
        let line = head.namesLine
        if let short = ColumnMatch.incompleteVector(in: names) { return columnMissing(short, names: names, line: line, file: file) }
        let shown = names.prefix(12).map(\.raw).filter { !$0.isEmpty }
        let nearest = NearestFormat(of: options.formats + FormatCatalog.all, to: names)
        return IngestError(
            file: file, line: line,
            message: "no acceleration columns are known among \(list(shown))\(names.count > 12 ? " and \(names.count - 12) more" : "")"
                + (nearest.map { nearest in
                    "; the nearest known format is \(nearest.name), of which \(list(nearest.missing)) "
                        + (nearest.missing.count == 1 ? "is missing" : "are missing")
                } ?? ""),
            remedy: "Rename them to time_s,ax,ay,az (m/s2), or describe the format in a file of your own: repcount formats --help tells how")
    }

    private static func columnMissing(
        _ short: (present: [String], missing: [String]), names: [ColumnName], line: Int?, file: String
    ) -> IngestError {
        IngestError(
            file: file, line: line,
            message: "a column is missing: there is \(list(short.present)) but no \(list(short.missing))",
            remedy: "Export all three axes")
    }

    static func list(_ items: some Collection<String>) -> String {
        let items = Array(items)
        guard items.count > 1, let last = items.last else { return items.first ?? "nothing" }
        return items.dropLast().joined(separator: ", ") + " and " + last
    }

    /// A number for people: four significant digits or so.
    static func short(_ value: Double) -> String {
        guard value.isFinite, abs(value) < 1e15 else { return "\(value)" }
        if value == value.rounded() { return "\(Int(value))" }
        let scale = abs(value) >= 100 ? 10.0 : abs(value) >= 10 ? 100 : 1000
        let rounded = (value * scale).rounded() / scale
        return rounded == 0 ? "\(value)" : "\(rounded)"
    }
}
