import Motion

/// CSV bytes that come in while they are being recorded.
///
/// Samples are those of `SampleStream`, which keeps the first rows until it is sure of format, units and clock: 16 s of a
/// slow sensor. So that nobody waits that long, samples are handed out in advance as soon as the layout is certain enough:
/// the layouts decided on the first n and 2n lines agree in everything that shapes a sample, for n from 25 lines on. What
/// was handed out in advance is preliminary; all of it comes again, as a file would give it.
public struct LiveReader: ~Copyable {
    /// Lines on which a preliminary layout is decided: a second of a slow sensor, then twice as much each time.
    private static let preliminaryLines = [25, 50, 100, 200]

    private let name: String
    private let options: IngestOptions
    private var stream: SampleStream
    private var preliminary: SampleStream?
    /// All bytes so far, until the stream has its layout.
    private var head: [UInt8] = []
    private var lines = 0
    private var attempts = 0
    private var lastLayout: TableLayout?

    /// How far a sample can be relied on.
    public enum Standing: Sendable {
        /// Comes again as `final`, perhaps changed.
        case preliminary
        /// What reading the same rows from a file gives.
        case final
    }

    /// - Parameter name: what stands for the file in findings.
    public init(name: String, options: IngestOptions = IngestOptions()) {
        self.name = name
        self.options = options
        stream = SampleStream(name: name, options: options)
    }

    /// Takes the next bytes and hands out samples, in batches that are valid during the call only.
    /// - Throws: `IngestError` for input that cannot be read, and whatever `consume` throws.
    public mutating func feed(
        _ bytes: UnsafeRawBufferPointer, _ consume: (Standing, UnsafeBufferPointer<MotionSample>) throws -> Void
    ) throws {
        if stream.layout == nil {
            head.append(contentsOf: bytes)
            lines += bytes.count { $0 == 10 }
        }
        try stream.feed(bytes) { try consume(.final, $0) }
        guard stream.layout == nil else {
            (head, lastLayout) = ([], nil)
            preliminary = nil
            return
        }
        if preliminary != nil {
            try preliminary!.feed(bytes) { try consume(.preliminary, $0) }
        } else {
            try decideEarly(consume)
        }
    }

    /// Ends the input: hands out the rest, final, and tells what was understood.
    public mutating func finish(
        _ consume: (Standing, UnsafeBufferPointer<MotionSample>) throws -> Void
    ) throws -> RecordingFacts {
        try stream.finish { try consume(.final, $0) }
    }

    /// Samples that follow those handed out, and may still change before they are.
    public var heldBack: [MotionSample] {
        mutating get {
            if stream.layout == nil, preliminary != nil { return preliminary!.heldBack }
            return stream.heldBack
        }
    }

    /// How many defects were noticed so far: whether it is worth asking for `findings`.
    public var defects: Int { stream.defects }

    /// What was noticed about the rows so far, in order of the first line concerned.
    public var findings: [Finding] { stream.findings }

    private mutating func decideEarly(_ consume: (Standing, UnsafeBufferPointer<MotionSample>) throws -> Void) throws {
        guard attempts < Self.preliminaryLines.count, lines >= Self.preliminaryLines[attempts] else { return }
        while attempts < Self.preliminaryLines.count, lines >= Self.preliminaryLines[attempts] { attempts += 1 }
        let bytes = head
        // What cannot be decided yet, or never, is for the stream to say.
        let layout = bytes.withUnsafeBytes { try? SampleStream.layout($0, isWhole: false, name, options, nil).1 }
        defer { lastLayout = layout }
        guard let layout, let lastLayout, layout.shapesSamples(like: lastLayout) else { return }
        preliminary = SampleStream(
            name: name, options: options, platform: nil, isWhole: true, heads: [(lines: lines, bytes: .max)])
        try bytes.withUnsafeBytes { bytes in try preliminary!.feed(bytes) { try consume(.preliminary, $0) } }
    }
}

extension TableLayout {
    /// Whether rows become the same samples, but for the fine rhythm of the clock.
    func shapesSamples(like other: TableLayout) -> Bool {
        format == other.format && primary == other.primary && slotOfColumn == other.slotOfColumn
            && primaryScale == other.primaryScale && angularRateScale == other.angularRateScale
            && gravityScale == other.gravityScale && timeColumn == other.timeColumn && timeNotation == other.timeNotation
            && timeUnitSeconds == other.timeUnitSeconds && dropsRepeats == other.dropsRepeats
            && clock.isBursty == other.clock.isBursty
    }
}
