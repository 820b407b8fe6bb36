import Motion

/// CSV bytes in, samples out: the one way from bytes to samples, for files and live input alike. How the bytes are cut into
/// chunks makes no difference to the samples and the findings.
///
/// The first rows (400 lines or 64 KB, more where those do not tell enough) are kept until the format, the units and the rhythm
/// of the clock are decided on; from then on memory is constant.
public struct SampleStream: ~Copyable {
    private let name: String
    private let options: IngestOptions
    private let platform: PlatformHint?
    /// Whether the samples go out as a recording; otherwise they are one of several files to be joined.
    private let isWhole: Bool
    private let heads: [Limits.HeadSize]
    private var encoding = TextEncoding()
    private var head: [UInt8] = []
    private var attempts = 0
    /// How much of the head was looked through for line ends, and how many there are.
    private var scanned = 0
    private var lines = 0
    private(set) var layout: TableLayout?
    private var rows: RowReader?
    /// The state of `rows`, which owns it.
    private var state: UnsafeMutablePointer<RowReader.State>?

    /// - Parameter name: the file's name as the user gave it, or what stands for it in findings (`-` for standard input).
    public init(name: String, options: IngestOptions = IngestOptions()) {
        self.init(name: name, options: options, platform: nil, isWhole: true)
    }

    init(
        name: String, options: IngestOptions, platform: PlatformHint?, isWhole: Bool, heads: [Limits.HeadSize] = Limits.heads
    ) {
        self.name = name
        self.options = options
        self.platform = platform
        self.isWhole = isWhole
        self.heads = heads
    }

    /// Takes the next bytes and hands out the samples that are certain by now, in batches that are valid during the call only.
    /// - Throws: `IngestError` for input that cannot be read, and whatever `consume` throws.
    public mutating func feed(
        _ bytes: UnsafeRawBufferPointer, _ consume: (UnsafeBufferPointer<MotionSample>) throws -> Void
    ) throws {
        var encoding = encoding
        defer { self.encoding = encoding }
        try encoding.convert(bytes) { try feedText($0, consume) }
    }

    private mutating func feedText(
        _ bytes: UnsafeRawBufferPointer, _ consume: (UnsafeBufferPointer<MotionSample>) throws -> Void
    ) throws {
        guard rows == nil else { return try feedRows(bytes, consume) }
        head.append(contentsOf: bytes)
        while attempts < heads.count, let end = headEnd(heads[attempts]) {
            attempts += 1
            do {
                try decide(on: end, isWhole: false, consume)
                return
            } catch LayoutFailure.undecided(let error) {
                if attempts == heads.count { throw error }
            } catch LayoutFailure.refused(let error) {
                throw error
            }
        }
    }

    /// Ends the input: hands out the rest and tells what was understood.
    public mutating func finish(_ consume: (UnsafeBufferPointer<MotionSample>) throws -> Void) throws -> RecordingFacts {
        var encoding = encoding
        try encoding.finish { try feedText($0, consume) }
        if rows == nil {
            guard !head.isEmpty else {
                throw IngestError(file: name, kind: .badData, message: "the file is empty (0 bytes)", remedy: "Export the recording again")
            }
            do {
                try decide(on: head.count, isWhole: true, consume)
            } catch LayoutFailure.undecided(let error), LayoutFailure.refused(let error) {
                throw error
            }
        }
        do {
            try rows!.finish(consume)
        } catch let failure as CSVTokenizer.Failure {
            throw Self.error(failure, file: name, line: state!.pointee.line)
        }
        return try facts()
    }

    private mutating func feedRows(
        _ bytes: UnsafeRawBufferPointer, _ consume: (UnsafeBufferPointer<MotionSample>) throws -> Void
    ) throws {
        do {
            try rows!.feed(bytes, consume)
        } catch let failure as CSVTokenizer.Failure {
            throw Self.error(failure, file: name, line: state!.pointee.line)
        }
    }

    /// Where the head ends: after so many lines, or so many bytes, whichever comes first; `nil` while more bytes are needed.
    private mutating func headEnd(_ limit: Limits.HeadSize) -> Int? {
        while scanned < head.count, scanned < limit.bytes, lines < limit.lines {
            if head[scanned] == 10 { lines += 1 }
            scanned += 1
        }
        return lines == limit.lines || scanned == limit.bytes ? scanned : nil
    }

    private mutating func decide(
        on end: Int, isWhole: Bool, _ consume: (UnsafeBufferPointer<MotionSample>) throws -> Void
    ) throws {
        let (table, layout) = try head.withUnsafeBytes { bytes in
            try Self.layout(UnsafeRawBufferPointer(rebasing: bytes[..<end]), isWhole: isWhole, name, options, platform)
        }
        guard !self.isWhole || layout.primary == .acceleration else { throw Self.withoutGravity(layout.primary, file: name) }
        self.layout = layout
        let reader = RowReader(layout, table, options.csvReader)
        state = reader.state
        rows = consume reader
        let buffered = head
        head = []
        try buffered.withUnsafeBytes { try feedRows(UnsafeRawBufferPointer(rebasing: $0[table.dataOffset...]), consume) }
    }

    static func layout(
        _ bytes: UnsafeRawBufferPointer, isWhole: Bool, _ name: String, _ options: IngestOptions, _ platform: PlatformHint?
    ) throws -> (TableHead, TableLayout) {
        let table = try TableHead(bytes, isWhole: isWhole, file: name)
        do {
            return (table, try TableLayout(table, file: name, options: options, platform: platform))
        } catch {
            // A head swallowed by one endless line says nothing about columns.
            let lines = bytes.split(separator: 10, omittingEmptySubsequences: false)
            guard let index = lines.firstIndex(where: { $0.count > Limits.lineBytes / 2 }) else { throw error }
            throw Self.error(lines[index].contains(UInt8(ascii: "\"")) ? .unclosedQuote : .longLine, file: name, line: index + 1)
        }
    }

    private static func error(_ failure: CSVTokenizer.Failure, file: String, line: Int) -> IngestError {
        switch failure {
        case .unclosedQuote:
            IngestError(
                file: file, line: line, message: "a quotation mark (\") is opened here or just after and never closed",
                remedy: "Remove the stray quotation mark or export the recording again")
        case .longLine:
            IngestError(
                file: file, line: line, message: "this line is longer than \(Limits.text(Limits.lineBytes)), so this is no table of samples",
                remedy: "Give the CSV file that the app or device exported")
        }
    }

    static func withoutGravity(_ channel: Channel, file: String) -> IngestError {
        switch channel {
        case .angularRate:
            IngestError(
                file: file, message: "this file holds angular rate only, and counting needs acceleration",
                remedy: "Give the accelerometer file of the same recording beside it")
        case .gravity:
            IngestError(
                file: file, message: "this file holds the direction of gravity only, without the movement",
                remedy: "Give the folder it lies in, so that the acceleration is read too")
        default:
            IngestError(
                file: file,
                message: "gravity has been taken out of this acceleration: quick movements still show in it, but posture, slow reps and holds "
                    + "do not, so nothing is counted from it alone",
                remedy: "Give acceleration with gravity, or the gravity file beside it (the whole folder of the export)")
        }
    }

    private func facts() throws -> RecordingFacts {
        let state = self.state!
        let layout = self.layout!
        let tally = state.pointee.tally
        let samples = state.pointee.emitted
        guard samples >= 2 else {
            if samples == 1 {
                throw IngestError(
                    file: name, line: state.pointee.line, message: "there is only one row with numbers",
                    remedy: "A recording needs many rows; export it again")
            }
            let first = [Defect.missingNumber, .unreadableCell, .repeatedHeader, .shortRow, .zeroRow, .implausible].map { tally[$0] }.filter { $0.count > 0 }
            throw IngestError(
                file: name, line: first.map(\.firstLine).min(), message: "no row can be used: all \(first.reduce(0) { $0 + $1.count }) have missing, unreadable or impossible numbers",
                remedy: "Export the recording again, with the sensor switched on")
        }
        guard state.pointee.gaps.count * 5 <= samples || samples < 50 else {
            throw IngestError(
                file: name, line: tally[.gap].firstLine,
                message: "the times jump about: \(state.pointee.gaps.count) gaps in \(samples) rows, so the file is damaged",
                remedy: "Export the recording again; if only the times are wrong, give the sampling rate with --rate")
        }
        let backward = tally[.backwardTime]
        guard backward.count * 3 <= samples || samples < 50 else {
            throw IngestError(
                file: name, line: backward.firstLine,
                message: "the times run back and forth: \(backward.count) rows go back behind those before them, so their order cannot be told",
                remedy: "Export the recording again; if the rows are in order, give the sampling rate with --rate")
        }
        let duration = state.pointee.lastTimeSeconds
        let gapSeconds = state.pointee.gaps.reduce(0) { $0 + $1.durationSeconds }
        let steps = Double(samples - 1 - state.pointee.gaps.count)
        let rate = steps >= 1 && duration > gapSeconds ? steps / (duration - gapSeconds) : nil
        var findings = layout.findings + tally.findings(file: name)
        if layout.clock.isBursty {
            findings.append(Finding(
                file: name, kind: "burst-timestamps",
                message: "Times come in bursts, as they do when samples are handed over in packets; the sensor's steady clock was recovered from them."))
        } else if layout.clock.jitter > 0.25, layout.timeColumn != nil {
            findings.append(Finding(
                file: name, kind: "jitter",
                message: "Times are uneven: steps vary by \(Int(min(layout.clock.jitter, 100) * 100)) % of the sampling period."))
        }
        findings.sort { ($0.line ?? .max) < ($1.line ?? .max) }
        // Six readings make a rep recognisable as one.
        if let rate, rate < 5 {
            findings.append(Finding(
                file: name, kind: "low-rate",
                message: "\(TableLayout.short(rate)) samples a second are few: "
                    + "reps of less than \(TableLayout.short((6 / rate).rounded(.up))) s may be missed."))
        }
        let start = originSeconds.flatMap(layout.wallClock)
        return RecordingFacts(
            files: [name], format: layout.format, startEpochSeconds: start, durationSeconds: duration, rateHz: rate,
            samples: samples, hasAngularRate: layout.angularRateScale != nil, gaps: state.pointee.gaps, findings: findings)
    }

    /// Samples read but held back, as a late row may still change them; those of a source that sends packets at the pace
    /// of its clock. For looking at, not for keeping.
    var heldBack: [MotionSample] {
        // Reading through an optional stream would consume it.
        mutating get { state.map { ClockRepair.heldBack($0) } ?? [] }
    }

    /// How many defects were noticed so far: whether it is worth asking for `findings`.
    var defects: Int { state?.pointee.tally.total ?? 0 }

    /// What was noticed about the rows so far, in order of the first line concerned.
    var findings: [Finding] {
        guard let state, let layout else { return [] }
        return (layout.findings + state.pointee.tally.findings(file: name)).sorted { ($0.line ?? .max) < ($1.line ?? .max) }
    }

    /// Seconds of the first sample on the file's own clock, once there is one: what joins files of one recording.
    var originSeconds: Double? {
        guard let state, let first = state.pointee.firstRaw, let layout else { return nil }
        return (layout.timeColumn == nil ? 0 : first * layout.timeUnitSeconds) + (state.pointee.arrivalShift ?? 0)
    }
}
