import Motion

/// Turns the fields of one file into samples, row by row. This is the hot path: everything it touches per field and row is plain
/// memory behind one pointer, which libcsv hands to the callbacks. Rows that are nothing but numbers go past libcsv, by `FastLane`.
struct RowReader: ~Copyable {
    /// Bytes given to libcsv at once. Rows with three numbers take six bytes at least, so a slice cannot overflow a batch.
    static let slice = 8192

    /// 200 g, and 340 turns a second: beyond what any wearable can measure, so a broken number.
    private static let largestPower = 2000.0 * 2000.0

    struct State {
        // Fields of the current row.
        var column = 0
        var filled: UInt32 = 0
        var line: Int
        var afterCarriageReturn = false
        /// Bytes of whole slices in which no line ended.
        var bytesWithoutLineEnd = 0
        var defect: Defect?

        // Constant once the layout is known.
        let columns: Int
        let slots: UnsafeMutablePointer<Int8>
        let needed: UInt32
        let mark: UInt8
        let powers: UnsafePointer<Double>
        let values: UnsafeMutablePointer<Double>
        let primaryScale: Double
        let rateScale: Double
        let gravityScale: Double
        let hasRate: Bool
        let hasGravity: Bool
        let orientationCount: Int
        let dropsZero: Bool
        let timeNotation: TimeNotation
        let wrapSeconds: Double?
        /// Whether rows are looked at once more before they go out: for lost samples and for repeated readings.
        let needsSecondLook: Bool
        let hasCounter: Bool
        let dropsRepeats: Bool
        let unitSeconds: Double
        let gapSeconds: Double
        let periodSeconds: Double
        /// Rows are counted instead of reading a time.
        let countsRows: Bool

        // The clock.
        var origin = 0.0
        /// Raw time of the first sample; `nil` before it.
        var firstRaw: Double?
        /// NaN before the first sample, so that no comparison with it holds.
        var last = Double.nan
        /// Longest step taken without a second look; negative while rows with one stamp wait to be spread.
        var plainStep: Double
        var sameTimeRun = 0
        /// Time before the newest gap, and samples that had gone out by then.
        var beforeGap: Double?
        var emittedAtGap = 0
        var behindRun = 0
        var behindLine = 0
        var rowIndex = 0.0
        var lastCounter: Double?
        var lastReading: SIMD3<Double>?
        var arrivalClock: ArrivalClock?
        var arrivalShift: Double?

        var batch = SampleBatch()
        var emitted = 0
        /// Time of the newest sample that went out.
        var lastTimeSeconds = 0.0
        var tally = DefectTally()
        var gaps: [Gap] = []
    }

    let state: UnsafeMutablePointer<State>
    private let tokenizer: CSVTokenizer
    private let fastLane: FastLane?

    init(_ layout: TableLayout, _ head: TableHead, _ reader: CSVReader) {
        tokenizer = CSVTokenizer(delimiter: head.delimiter)
        let slots = UnsafeMutablePointer<Int8>.allocate(capacity: layout.slotOfColumn.count)
        for (column, slot) in layout.slotOfColumn.enumerated() { slots[column] = slot }
        let values = UnsafeMutablePointer<Double>.allocate(capacity: TableLayout.slots)
        values.initialize(repeating: 0, count: TableLayout.slots)
        // A time that is no plain number makes no row plain.
        fastLane = reader == .fast && layout.timeNotation == .number
            ? FastLane(
                slots: UnsafeBufferPointer(start: slots, count: layout.slotOfColumn.count), values: values, delimiter: head.delimiter,
                mark: head.decimalMark) : nil
        let needed = layout.slotOfColumn.reduce(UInt32(0)) { $1 == -1 ? $0 : $0 | 1 << UInt32(max(0, $1)) }
        state = .allocate(capacity: 1)
        state.initialize(to: State(
            line: head.dataLine, columns: layout.slotOfColumn.count, slots: slots, needed: needed, mark: head.decimalMark,
            powers: Decimal.exactPowers, values: values, primaryScale: layout.primaryScale, rateScale: layout.angularRateScale ?? 0,
            gravityScale: layout.gravityScale ?? 0, hasRate: layout.angularRateScale != nil,
            hasGravity: layout.gravityScale != nil || layout.orientationCount > 0,
            orientationCount: layout.orientationCount,
            dropsZero: layout.primary == .acceleration, timeNotation: layout.timeNotation,
            wrapSeconds: layout.timeWrapSeconds, needsSecondLook: layout.hasCounter || layout.dropsRepeats,
            hasCounter: layout.hasCounter, dropsRepeats: layout.dropsRepeats,
            unitSeconds: layout.timeColumn == nil ? layout.clock.periodSeconds : layout.timeUnitSeconds,
            gapSeconds: layout.gapSeconds, periodSeconds: layout.clock.periodSeconds, countsRows: layout.timeColumn == nil,
            plainStep: layout.clock.isBursty ? -1 : layout.gapSeconds,
            arrivalClock: layout.clock.isBursty
                ? ArrivalClock(periodSeconds: layout.clock.periodSeconds, gapSeconds: layout.gapSeconds) : nil))
    }

    deinit {
        state.pointee.slots.deallocate()
        state.pointee.values.deallocate()
        state.pointee.batch.deallocate()
        state.pointee.arrivalClock?.deallocate()
        state.deinitialize(count: 1)
        state.deallocate()
    }

    /// Line of the row being read (1-based).
    var line: Int { state.pointee.line }

    func feed(_ bytes: UnsafeRawBufferPointer, _ consume: (UnsafeBufferPointer<MotionSample>) throws -> Void) throws {
        var start = 0
        while start < bytes.count {
            let end = min(bytes.count, start + Self.slice)
            let line = state.pointee.line
            let plain = try takePlainRows(bytes, start..<end)
            try tokenizer.feed(
                UnsafeRawBufferPointer(rebasing: bytes[plain..<end]), field: Self.field, row: Self.row, context: state)
            state.pointee.bytesWithoutLineEnd = line == state.pointee.line ? state.pointee.bytesWithoutLineEnd + end - start : 0
            guard state.pointee.bytesWithoutLineEnd <= Limits.lineBytes else { throw CSVTokenizer.Failure.longLine }
            try state.pointee.batch.flush(keeping: min(SampleBatch.held, state.pointee.batch.count), consume)
            start = end
        }
    }

    /// Takes the whole lines of a slice, row by row: plain ones directly, others through libcsv.
    /// - Returns: how far it came, which is nowhere without a fast lane.
    private func takePlainRows(_ bytes: UnsafeRawBufferPointer, _ slice: Range<Int>) throws -> Int {
        guard let fastLane, let end = FastLane.lastRowEnd(bytes, slice) else { return slice.lowerBound }
        let base = bytes.baseAddress!.assumingMemoryBound(to: UInt8.self)
        var at = slice.lowerBound
        while at < end {
            if tokenizer.isBetweenRows, let next = fastLane.row(base + at) {
                Self.take(state)
                state.pointee.line &+= 1
                state.pointee.afterCarriageReturn = false
                at = next - base
            } else {
                let lineEnd = bytes[at..<end].firstIndex(of: FastLane.newline).map { $0 + 1 } ?? end
                try tokenizer.feed(
                    UnsafeRawBufferPointer(rebasing: bytes[at..<lineEnd]), field: Self.field, row: Self.row, context: state)
                at = lineEnd
            }
        }
        return end
    }

    func finish(_ consume: (UnsafeBufferPointer<MotionSample>) throws -> Void) throws {
        try tokenizer.finish(field: Self.field, row: Self.row, context: state)
        ClockRepair.finish(state)
        let batch = state.pointee.batch
        if batch.count > 0 { state.pointee.lastTimeSeconds = batch.base[batch.count - 1].timeSeconds }
        try state.pointee.batch.flush(keeping: 0, consume)
    }

    private static let field: CSVTokenizer.FieldCallback = { bytes, count, context in
        let state = context.unsafelyUnwrapped.assumingMemoryBound(to: State.self)
        let column = state.pointee.column
        state.pointee.column = column &+ 1
        guard column < state.pointee.columns else { return RowReader.countLines(state, bytes, count) }
        let slot = Int(state.pointee.slots[column])
        guard slot >= 0, let bytes else { return RowReader.takeOtherColumn(state, bytes, count, slot: slot) }
        let text = UnsafePointer(bytes.assumingMemoryBound(to: UInt8.self))
        if Decimal.parse(
            text, count: count, mark: state.pointee.mark, powers: state.pointee.powers, into: state.pointee.values + slot)
        {
            state.pointee.filled |= 1 << UInt32(truncatingIfNeeded: slot)
        } else {
            RowReader.readOtherField(state, UnsafeBufferPointer(start: text, count: count), slot: slot)
        }
    }

    private static let row: CSVTokenizer.RowCallback = { end, context in
        let state = context.unsafelyUnwrapped.assumingMemoryBound(to: State.self)
        let filled = state.pointee.filled
        let isComplete = filled == state.pointee.needed
        let columns = state.pointee.column
        state.pointee.filled = 0
        state.pointee.column = 0
        if isComplete {
            RowReader.take(state)
        } else if columns > 0 {
            RowReader.noteIncompleteRow(state, columns: columns, isEmpty: filled == 0)
        }
        // A carriage return ends a row; the newline after it ends nothing and belongs to the same line.
        if end == 10 {
            if !(state.pointee.afterCarriageReturn && columns == 0) { state.pointee.line &+= 1 }
            state.pointee.afterCarriageReturn = false
        } else if end == 13 {
            state.pointee.line &+= 1
            state.pointee.afterCarriageReturn = true
        }
    }

    @inline(__always)
    private static func take(_ state: UnsafeMutablePointer<State>) {
        let values = state.pointee.values
        if state.pointee.countsRows {
            values[0] = state.pointee.rowIndex
            state.pointee.rowIndex += 1
        }
        var acceleration = SIMD3(values[1], values[2], values[3]) * state.pointee.primaryScale
        if state.pointee.hasGravity {
            acceleration = state.pointee.orientationCount == 0
                ? acceleration + SIMD3(values[7], values[8], values[9]) * state.pointee.gravityScale
                : EarthFrame.sensorAcceleration(
                    linear: acceleration, orientation: values + TableLayout.orientationSlot, count: state.pointee.orientationCount)
        }
        var power = (acceleration * acceleration).sum()
        if power == 0, state.pointee.dropsZero { return state.pointee.tally.note(.zeroRow, line: state.pointee.line) }
        var rate: SIMD3<Double>?
        if state.pointee.hasRate {
            let omega = SIMD3(values[4], values[5], values[6]) * state.pointee.rateScale
            power += (omega * omega).sum()
            rate = omega
        }
        guard power < largestPower else { return state.pointee.tally.note(.implausible, line: state.pointee.line) }
        if state.pointee.needsSecondLook, isRepeat(state, acceleration) { return }
        let time = (values[0] - state.pointee.origin) * state.pointee.unitSeconds
        let step = time - state.pointee.last
        if step > 0, step < state.pointee.plainStep {
            state.pointee.last = time
            state.pointee.batch.base.advanced(by: state.pointee.batch.count)
                .initialize(to: MotionSample(timeSeconds: time, acceleration: acceleration, angularRate: rate))
            state.pointee.batch.count &+= 1
            state.pointee.emitted &+= 1
        } else {
            ClockRepair.take(state, acceleration, rate, rawTime: values[0])
        }
    }

    @inline(never)
    private static func readOtherField(_ state: UnsafeMutablePointer<State>, _ text: UnsafeBufferPointer<UInt8>, slot: Int) {
        if slot == 0, state.pointee.timeNotation != .number, let seconds = state.pointee.timeNotation.seconds(text) {
            state.pointee.values[0] = seconds
            state.pointee.filled |= 1
            return
        }
        let cell = String(decoding: text, as: UTF8.self)
        state.pointee.defect = cell.trimmed().isEmpty || TableHead.isMissing(cell) ? .missingNumber : .unreadableCell
        state.pointee.line += text.count { $0 == 10 }
    }

    /// A column nobody needs, or a time that looks like a number and is none.
    @inline(never)
    private static func takeOtherColumn(
        _ state: UnsafeMutablePointer<State>, _ bytes: UnsafeMutableRawPointer?, _ count: Int, slot: Int
    ) {
        guard slot == Int(TableLayout.notationSlot), let bytes else { return countLines(state, bytes, count) }
        readOtherField(state, UnsafeBufferPointer(start: UnsafePointer(bytes.assumingMemoryBound(to: UInt8.self)), count: count), slot: 0)
    }

    /// Counts the samples that the device's counter skips, and tells a row that only repeats the reading before.
    @inline(never)
    private static func isRepeat(_ state: UnsafeMutablePointer<State>, _ acceleration: SIMD3<Double>) -> Bool {
        if state.pointee.hasCounter {
            let counter = state.pointee.values[TableLayout.counterSlot]
            if let last = state.pointee.lastCounter, counter - last > 1, counter - last < 10_000 {
                let lost = (counter - last - 1).rounded()
                state.pointee.tally.note(.lostSamples, line: state.pointee.line, amount: lost)
                if state.pointee.countsRows {
                    state.pointee.values[0] += lost
                    state.pointee.rowIndex += lost
                }
            }
            state.pointee.lastCounter = counter
        }
        guard state.pointee.dropsRepeats else { return false }
        let time = (state.pointee.values[0] - state.pointee.origin) * state.pointee.unitSeconds
        // A sensor at rest may read the same for long; then some of its rows stay, so that no gap opens.
        if acceleration == state.pointee.lastReading, time - state.pointee.last < state.pointee.gapSeconds / 2 {
            state.pointee.tally.note(.repeated, line: state.pointee.line)
            return true
        }
        state.pointee.lastReading = acceleration
        return false
    }

    @inline(never)
    private static func countLines(_ state: UnsafeMutablePointer<State>, _ bytes: UnsafeMutableRawPointer?, _ count: Int) {
        // Only a quoted field can hold a newline, and then it is rarely a short one.
        state.pointee.line += UnsafeRawBufferPointer(start: bytes, count: bytes == nil ? 0 : count).count { $0 == 10 }
    }

    @inline(never)
    private static func noteIncompleteRow(_ state: UnsafeMutablePointer<State>, columns: Int, isEmpty: Bool) {
        if state.pointee.countsRows { state.pointee.rowIndex += 1 }
        var defect: Defect = columns < state.pointee.columns ? .shortRow : state.pointee.defect ?? .missingNumber
        if isEmpty, defect == .unreadableCell { defect = .repeatedHeader }
        state.pointee.tally.note(defect, line: state.pointee.line)
        state.pointee.defect = nil
    }
}
