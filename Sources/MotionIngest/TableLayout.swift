import Motion

/// How the rows of one file become samples: decided once, on the file's first rows, and constant from there on.
struct TableLayout {
    /// Where a row's numbers go: time, three of the primary channel, three of the angular rate, three of gravity, a counter, up to four of
    /// the orientation.
    static let slots = 15
    static let counterSlot = 10
    static let orientationSlot = 11
    /// Marks the column of a time that is no plain number, though it looks like one.
    static let notationSlot: Int8 = -2

    var format: String
    /// What slots 1 to 3 measure.
    var primary: Channel
    /// Slot of each column, -1 for columns nobody needs.
    var slotOfColumn: [Int8]
    var primaryScale: Double
    var angularRateScale: Double?
    /// Gravity that stands apart and is added to the primary channel.
    var gravityScale: Double?
    /// Numbers that tell the orientation: 4 of a quaternion, 3 Euler angles, 0 for none. Gravity is then put back by it.
    var orientationCount = 0
    /// `nil`: rows carry no time, or `--rate` replaces it.
    var timeColumn: Int?
    var timeNotation = TimeNotation.number
    var timeUnitSeconds = 1.0
    var timeIsEpoch = false
    /// Seconds after which the clock starts again from zero.
    var timeWrapSeconds: Double?
    /// Wall clock of the first row where the times themselves are none, in seconds since 1970.
    var startEpochSeconds: Double?
    /// Wall clock of time zero, likewise.
    var zeroEpochSeconds: Double?
    var hasCounter = false
    /// Rows that only repeat the reading before are left out: the file has rows between the sensor's readings.
    var dropsRepeats = false
    var clock: ClockProfile
    var findings: [Finding] = []

    /// Seconds without samples from which a step is a gap.
    var gapSeconds: Double { max(0.5, 5 * clock.periodSeconds) }
}

/// Why a head gives no layout.
enum LayoutFailure: Error {
    /// No more bytes would help.
    case refused(IngestError)
    /// The rows seen so far do not tell; more of them might.
    case undecided(IngestError)
}

/// What the files beside a file tell of it.
struct PlatformHint: Equatable {
    /// Which way the acceleration columns point.
    var sign: SignConvention?
    /// Nothing names the platform; it is the likelier one.
    var isAssumed = false
    /// Seconds since 1970 when the recording's own clock stood at zero.
    var zeroEpochSeconds: Double?
}

extension TableLayout {
    /// - Parameters:
    ///   - file: name as the user gave it; its last component takes part in the decision.
    ///   - platform: what the files beside this one tell of the device.
    init(
        _ head: TableHead, file: String, options: IngestOptions, platform: PlatformHint?
    ) throws(LayoutFailure) {
        for known in FormatCatalog.refused {
            let hit = (head.preamble + [head.names.map { $0.map(\.raw).joined(separator: ",") } ?? ""]).contains {
                let line = $0.lowercased()
                return line.contains(known.preamble) && !(known.unless.map(line.contains) ?? false)
            }
            if hit { throw .refused(IngestError(file: file, message: known.message, remedy: known.remedy)) }
        }
        guard head.hasNumbers else { throw Self.withoutNumbers(head, file: file) }
        if let match = ColumnMatch.first(of: options.formats + FormatCatalog.all, in: head) {
            try self.init(match, head, file: file, options: options, platform: platform)
        } else if let names = head.names {
            throw .refused(Self.unknownColumns(names, head, file: file, options: options))
        } else {
            try self.init(bare: head, file: file, options: options)
        }
        if !options.formats.isEmpty, !options.formats.contains(where: { $0.name == format }) {
            let lacking = head.names.flatMap { NearestFormat(of: options.formats, to: $0) }
            findings.append(Finding(
                file: file, line: head.namesLine, kind: "own-format-unused",
                message: "The format \(Self.list(options.formats.map(\.name))) does not fit this file"
                    + (lacking.map { " (there is no column \(Self.list($0.missing)))" } ?? "") + "; it is read as \(format)."))
        }
    }

    /// Wall clock of the first sample in seconds since 1970, if anything tells it.
    /// - Parameter first: the first sample's time on the file's own clock, in seconds.
    func wallClock(first: Double) -> Double? {
        timeIsEpoch ? first : startEpochSeconds ?? zeroEpochSeconds.map { $0 + first }
    }

    // MARK: Tables with column names

    private init(
        _ match: ColumnMatch, _ head: TableHead, file: String, options: IngestOptions, platform: PlatformHint?
    ) throws(LayoutFailure) {
        let names = match.names
        let widths = head.rows.map { row in (row.lastIndex { !$0.trimmed().isEmpty } ?? -1) + 1 }
        if let tooWide = widths.firstIndex(where: { $0 > names.count }), widths.count(where: { $0 > names.count }) * 2 > widths.count {
            throw .refused(IngestError(
                file: file, line: head.dataLine + tooWide,
                message: "rows have \(widths[tooWide]) cells for \(names.count) column names, so it is not clear which is which",
                remedy: "Export numbers with a decimal point, or with another delimiter than the comma, and one name for each column"))
        }
        let descriptor = match.descriptor
        let fileName = file.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map { $0.lowercased() } ?? ""
        let rule = descriptor.fileNames.first { fileName.contains($0.contains) }

        if let device = match.device {
            let devices = Set(head.rows.compactMap { device < $0.count ? $0[device] : nil })
            if devices.count > 1 {
                throw .refused(IngestError(
                    file: file, line: head.dataLine, message: "rows of \(devices.count) devices are mixed in one file",
                    remedy: "Export one file per device"))
            }
        }

        // One vector is the primary one; angular rate and gravity come beside it.
        var known: [Channel: ColumnMatch.Vector] = [:]
        for vector in match.vectors {
            var vector = vector
            if vector.channel == nil, let rule {
                vector.channel = rule.channel
                vector.unit = vector.unit ?? rule.unit
            }
            if vector.channel == nil, case .angularRate = vector.unit { vector.channel = .angularRate }
            if known[vector.channel ?? .acceleration] == nil { known[vector.channel ?? .acceleration] = vector }
        }
        let table = NumericRows(head, columns: Set(known.values.flatMap(\.columns)))
        if known[.acceleration] != nil {
            known[.gravity] = nil
        }
        var findings: [Finding] = []
        // A gyroscope that never wrote a number is no gyroscope.
        if let rate = known[.angularRate], known.count > 1, table.isEmpty(rate.columns) {
            known[.angularRate] = nil
            findings.append(Finding(
                file: file, line: head.dataLine, kind: "empty-columns",
                message: "The angular rate columns are empty; the recording is read without angular rate."))
        }
        let primary: Channel = [.acceleration, .linearAcceleration, .gravity, .angularRate].first { known[$0] != nil }!
        let vector = known[primary]!
        let gravity = primary == .linearAcceleration ? known[.gravity] : nil
        let rate = primary == .angularRate ? nil : known[.angularRate]
        let orientation = primary == .linearAcceleration && gravity == nil ? match.orientation : nil
        let needed = vector.columns + (gravity?.columns ?? []) + (rate?.columns ?? [])
        var rows = table.complete(needed)
        guard !rows.isEmpty else {
            throw .undecided(IngestError(
                file: file, line: head.dataLine,
                message: "no row has a number in every needed column (\(Self.list(needed.map { names[$0].raw })))",
                remedy: "Export the recording again, with the sensor switched on"))
        }

        slotOfColumn = []
        timeColumn = nil
        clock = ClockProfile(times: [0, 1])!
        format = descriptor.name
        self.primary = primary == .linearAcceleration && (gravity != nil || orientation != nil) ? .acceleration : primary
        orientationCount = orientation?.count ?? 0
        primaryScale = 1
        if primary == .acceleration, !match.times.isEmpty, options.rateHz == nil, let fresh = SampleAndHold.readings(rows, table, vector.columns) {
            rows = fresh
            dropsRepeats = true
        }
        try resolveTime(match.times, rate: descriptor.rate, head, names: names, rows: rows, table, file: file, options: options)
        if head.names != nil { findings += Self.namedTwice([timeColumn].compactMap(\.self) + needed, names: names, file: file, line: head.namesLine) }
        if !timeIsEpoch {
            startEpochSeconds = descriptor.start?.epochSeconds(in: head, names: names)
            if descriptor.start == .timeTable { zeroEpochSeconds = platform?.zeroEpochSeconds }
        }

        let values = rows.map { table.vector($0, vector.columns) / vector.counts }
        let seconds = timeColumn.map { table.times($0, rows: rows, timeNotation, unitSeconds: timeUnitSeconds) }
            ?? rows.indices.map { Double($0) * clock.periodSeconds }
        switch primary {
        case .acceleration, .linearAcceleration, .gravity:
            // With gravity taken out nothing shows the unit, so the label or the format's own has to do.
            let total = primary == .acceleration || gravity == nil
                ? values : zip(values, rows).map { $0 + table.vector($1, gravity!.columns) / gravity!.counts }
            let unit = try Self.accelerationUnit(
                stated: vector.unit, of: primary == .linearAcceleration && gravity == nil ? [] : total, file: file,
                line: head.namesLine, options: options, findings: &findings)
            var sign = 1.0
            switch descriptor.sign {
            case .specificForce: break
            case .coreMotion: sign = -1
            case .platform:
                // Sensor Logger: uncalibrated values are in g on iOS and in m/s2 on Android.
                if let told = platform?.sign { sign = told == .coreMotion ? -1 : 1 } else if unit == .g { sign = -1 }
            }
            primaryScale = sign * unit.inMetresPerSecondSquared / vector.counts
            if let gravity {
                let gravityUnit: AccelerationUnit = if case .acceleration(let stated) = gravity.unit { stated } else { unit }
                gravityScale = sign * gravityUnit.inMetresPerSecondSquared / gravity.counts
            }
            if let rate {
                let rates = rows.map { table.vector($0, rate.columns) / rate.counts }
                angularRateScale = Self.angularRateUnit(
                    stated: rate.unit, acceleration: total.map { $0 * sign }, rate: rates, times: seconds, unit: unit, file: file,
                    line: head.namesLine, options: options, findings: &findings
                ).inRadiansPerSecond / rate.counts
            }
        case .angularRate:
            var unit = options.angularRateUnit
            if case .angularRate(let stated) = vector.unit { unit = unit ?? stated }
            // 35 rad/s is the range of every wearable's gyroscope; larger numbers are degrees.
            let largest = values.map { $0.max() }.max() ?? 0
            primaryScale = (unit ?? (largest > 35 ? .degreesPerSecond : .radiansPerSecond)).inRadiansPerSecond / vector.counts
        }
        if descriptor.sign == .platform, primary == .gravity, platform?.isAssumed == true {
            findings.append(Finding(
                file: file, kind: "platform-assumed",
                message: "Metadata.csv is missing, so the phone's system is not told; "
                    + "the values are taken for an iPhone's, which point the other way."))
        }
        self.findings = findings
        assignSlots(columns: vector.columns, rate: rate?.columns, gravity: gravity?.columns, orientation: orientation, counter: match.counter)
    }

    // MARK: Tables without column names

    private init(bare head: TableHead, file: String, options: IngestOptions) throws(LayoutFailure) {
        let width = head.rows.map(\.count).max() ?? 0
        let table = NumericRows(head, columns: Set(0..<width))
        let timeCandidate = (0..<width).first { table.looksLikeTime($0) }
        // Counters and sensor numbers are neither time nor motion; they show where columns do not come in threes.
        let others = (0..<width).filter { $0 != timeCandidate && table.isNumeric($0) }
        let values = others.count % 3 == 0 ? others : others.filter { table.isMotion($0) }
        guard values.count >= 3 else {
            throw .undecided(IngestError(
                file: file, line: head.dataLine,
                message: "rows without column names need three columns of acceleration; \(values.count) of \(width) columns could be",
                remedy: "Add a header line such as time_s,ax,ay,az"))
        }
        let triples = stride(from: 0, to: values.count - 2, by: 3).map { Array(values[$0..<($0 + 3)]) }
        let needed = triples.prefix(2).flatMap { $0 }
        let rows = table.complete(needed)
        slotOfColumn = []
        timeColumn = nil
        clock = ClockProfile(times: [0, 1])!
        format = ""
        primary = .acceleration
        primaryScale = 1
        try resolveTime(
            timeCandidate.map { [($0, TimeColumn(""))] } ?? [], rate: nil, head, names: [], rows: rows, table, file: file, options: options)

        var chosen: (triple: [Int], unit: AccelerationUnit)?
        if let unit = options.accelerationUnit, triples.count == 1 {
            chosen = (triples[0], unit)
        } else {
            // Of two triples that could be 1 g, the one whose length strays less from it: angular rate comes and goes.
            var best = Double.infinity
            for triple in triples.prefix(2) {
                let lengths = rows.map { table.vector($0, triple) }
                guard let quiet = Stillness.quietLength(lengths),
                    let unit = options.accelerationUnit ?? Stillness.accelerationUnit(quietLength: quiet)
                else { continue }
                let strays = Stillness.typicalStray(lengths, from: standardGravity / unit.inMetresPerSecondSquared)
                let off = abs(quiet * unit.inMetresPerSecondSquared / standardGravity - 1)
                if strays + off < best { (best, chosen) = (strays + off, (triple, unit)) }
            }
        }
        guard let chosen else {
            let lengths = triples.prefix(2).compactMap { triple in Stillness.quietLength(rows.map { table.vector($0, triple) }) }
            throw .undecided(IngestError(
                file: file, line: head.dataLine,
                message: "no three columns show gravity: at rest they read \(Self.list(lengths.map { Self.short($0) })), "
                    + "and one g would be 1, 9.81 or 1000",
                remedy: "If the rows hold acceleration, say its unit with --units; raw counts must be calibrated first"))
        }
        primaryScale = chosen.unit.inMetresPerSecondSquared
        var findings: [Finding] = []
        let rate = triples.prefix(2).first { $0 != chosen.triple }
        if let rate {
            let seconds = timeColumn.map { table.times($0, rows: rows, timeNotation, unitSeconds: timeUnitSeconds) }
                ?? rows.indices.map { Double($0) * clock.periodSeconds }
            angularRateScale = Self.angularRateUnit(
                stated: nil, acceleration: rows.map { table.vector($0, chosen.triple) }, rate: rows.map { table.vector($0, rate) },
                times: seconds, unit: chosen.unit, file: file, line: head.dataLine, options: options, findings: &findings
            ).inRadiansPerSecond
        }
        self.findings = findings
        let isWallClockInG = timeIsEpoch && timeUnitSeconds == 1 && chosen.unit == .g
        format = FormatCatalog.all.first { $0.bare.map { !$0.isWallClockInG || isWallClockInG } ?? false }?.name ?? "bare-rows"
        assignSlots(columns: chosen.triple, rate: rate, gravity: nil, orientation: nil, counter: nil)
    }

    private mutating func assignSlots(columns: [Int], rate: [Int]?, gravity: [Int]?, orientation: [Int]?, counter: Int?) {
        let all = columns + (rate ?? []) + (gravity ?? []) + (orientation ?? []) + [timeColumn, counter].compactMap(\.self)
        slotOfColumn = Array(repeating: -1, count: (all.max() ?? 0) + 1)
        if let timeColumn { slotOfColumn[timeColumn] = timeNotation == .unpaddedMilliseconds ? Self.notationSlot : 0 }
        for (place, column) in (orientation ?? []).enumerated() { slotOfColumn[column] = Int8(Self.orientationSlot + place) }
        if let counter { slotOfColumn[counter] = Int8(Self.counterSlot) }
        hasCounter = counter != nil
        for (offset, columns) in [(1, columns), (4, rate ?? []), (7, gravity ?? [])] {
            for (axis, column) in columns.enumerated() { slotOfColumn[column] = Int8(offset + axis) }
        }
    }
}
