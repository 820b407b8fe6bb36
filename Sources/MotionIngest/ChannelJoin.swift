import Motion

/// Joins files that hold one channel each by time: at the samples of the fastest file, over the time that all of them cover.
/// The others are interpolated linearly between neighbours, never across their gaps.
enum ChannelJoin {
    /// A file that is interpolated at the times of another.
    private struct Bracket {
        let source: FileSource
        let gapSeconds: Double
        var before: MotionSample
        var after: MotionSample

        init?(_ source: FileSource) throws {
            guard let first = try source.next() else { return nil }
            self.source = source
            gapSeconds = try source.layout().gapSeconds
            before = first
            after = first
        }

        /// Two clocks that agree to a microsecond agree: stamps come from decimals and differ in their last bits.
        private static let tolerance = 1e-6

        enum Value { case value(SIMD3<Double>), tooEarly, inGap, ended }

        mutating func value(at time: Double) throws -> Value {
            if time < before.timeSeconds - Self.tolerance { return .tooEarly }
            while after.timeSeconds < time - Self.tolerance {
                guard let next = try source.next() else { return .ended }
                before = after
                after = next
            }
            let step = after.timeSeconds - before.timeSeconds
            guard step > 0 else { return .value(after.acceleration) }
            guard step < gapSeconds else { return .inGap }
            let part = max(0, min(1, (time - before.timeSeconds) / step))
            return .value(before.acceleration + (after.acceleration - before.acceleration) * part)
        }
    }

    static func read(
        _ sources: [FileSource], _ options: IngestOptions, _ consume: (UnsafeBufferPointer<MotionSample>) throws -> Void
    ) throws -> RecordingFacts {
        let (sources, unneeded) = try withoutRepeatedGravity(sources)
        let layouts = try sources.map { try $0.layout() }
        try check(sources, layouts)
        let origin = try sources[0].firstSampleSeconds()
        for source in sources { source.originSeconds = origin }
        // The fastest file gives the times; acceleration on a tie.
        let master = sources.indices.min {
            let (left, right) = (layouts[$0], layouts[$1])
            let ratio = left.clock.periodSeconds / right.clock.periodSeconds
            return abs(ratio - 1) < 0.02 ? left.primary.rawValue < right.primary.rawValue : ratio < 1
        } ?? 0
        let others = sources.indices.filter { $0 != master }
        let hasRate = layouts.contains { $0.primary == .angularRate }

        var brackets: [Bracket] = []
        for other in others {
            guard let bracket = try Bracket(sources[other]) else { break }
            brackets.append(bracket)
        }
        var batch: [MotionSample] = []
        batch.reserveCapacity(batchSize)
        var rateCorrection: RateCorrection?
        func handOut() throws {
            if hasRate {
                let correction = rateCorrection ?? RateCorrection(batch, sources, layouts, options)
                rateCorrection = correction
                if correction.factor != 1 { for index in batch.indices { batch[index].angularRate! *= correction.factor } }
            }
            try batch.withUnsafeBufferPointer(consume)
            batch.removeAll(keepingCapacity: true)
        }
        var output = Output(gapSeconds: layouts[master].gapSeconds)
        var hasEnded = brackets.count < others.count
        while !hasEnded, let sample = try sources[master].next() {
            var acceleration = SIMD3<Double>.zero
            var rate: SIMD3<Double>?
            if layouts[master].primary == .angularRate { rate = sample.acceleration } else { acceleration = sample.acceleration }
            var isComplete = true
            for index in brackets.indices {
                switch try brackets[index].value(at: sample.timeSeconds) {
                case .value(let vector):
                    if layouts[others[index]].primary == .angularRate { rate = vector } else { acceleration += vector }
                case .tooEarly, .inGap: isComplete = false
                case .ended: (isComplete, hasEnded) = (false, true)
                }
            }
            guard isComplete else { continue }
            batch.append(output.sample(at: sample.timeSeconds, acceleration, rate))
            if batch.count == batchSize { try handOut() }
        }
        if !batch.isEmpty { try handOut() }
        let parts = try sources.map { try $0.drain() }
        return try facts(
            sources, layouts, parts, output, origin: origin, hasRate: hasRate,
            findings: unneeded + (rateCorrection?.finding.map { [$0] } ?? []))
    }

    /// Where one file has acceleration with gravity, what others have of its two parts would count twice.
    private static func withoutRepeatedGravity(_ sources: [FileSource]) throws -> (sources: [FileSource], findings: [Finding]) {
        let channels = try sources.map { try $0.layout().primary }
        guard channels.contains(.acceleration) else { return (sources, []) }
        let isPart = channels.map { $0 == .gravity || $0 == .linearAcceleration }
        return (
            zip(sources, isPart).filter { !$1 }.map(\.0),
            zip(sources, isPart).filter { $1 }.map {
                Finding(
                    file: $0.0.path, kind: "file-not-used",
                    message: "Acceleration with gravity is given already, so this file is left out.")
            }
        )
    }

    private static let batchSize = 512

    /// A label of the rate file's unit, checked against how gravity turns in the accelerometer file: on its own neither shows it.
    private struct RateCorrection {
        var factor = 1.0
        var finding: Finding?

        init(_ batch: [MotionSample], _ sources: [FileSource], _ layouts: [TableLayout], _ options: IngestOptions) {
            guard options.angularRateUnit == nil, let index = layouts.firstIndex(where: { $0.primary == .angularRate }) else { return }
            let scale = layouts[index].primaryScale
            let seen = Stillness.angularRateUnit(
                acceleration: batch.map(\.acceleration), rate: batch.map { ($0.angularRate ?? .zero) / scale },
                times: batch.map(\.timeSeconds))
            guard let seen, seen.inRadiansPerSecond != scale else { return }
            factor = seen.inRadiansPerSecond / scale
            finding = Finding(
                file: sources[index].path, kind: "unit-doubt",
                message: "Gravity turns as if the angular rate were in \(seen.rawValue), whatever its label says; "
                    + "it is read as \(seen.rawValue).")
        }
    }

    /// Times from the first joined sample, and the gaps between joined samples.
    private struct Output {
        let gapSeconds: Double
        var first: Double?
        var last = 0.0
        var samples = 0
        var gaps: [Gap] = []

        mutating func sample(at time: Double, _ acceleration: SIMD3<Double>, _ rate: SIMD3<Double>?) -> MotionSample {
            if first == nil { first = time }
            let seconds = time - first!
            if samples > 0, seconds - last >= gapSeconds { gaps.append(Gap(startSeconds: last, durationSeconds: seconds - last)) }
            last = seconds
            samples += 1
            return MotionSample(timeSeconds: seconds, acceleration: acceleration, angularRate: rate)
        }
    }

    private static func check(_ sources: [FileSource], _ layouts: [TableLayout]) throws(IngestError) {
        let channels = layouts.map(\.primary)
        for (index, channel) in channels.enumerated() {
            if let twin = channels[..<index].firstIndex(of: channel) {
                throw IngestError(
                    file: sources[index].path,
                    message: "this file and \(sources[twin].path) hold the same kind of data, so they are two recordings",
                    remedy: "Analyse them one by one, or name an accelerometer and a gyroscope file of one recording")
            }
        }
        if !channels.contains(.acceleration), !(channels.contains(.linearAcceleration) && channels.contains(.gravity)) {
            let channel = channels.first { $0 != .angularRate } ?? .angularRate
            let index = channels.firstIndex(of: channel) ?? 0
            throw SampleStream.withoutGravity(channel, file: sources[index].path)
        }
        if let odd = layouts.firstIndex(where: { $0.timeIsEpoch != layouts[0].timeIsEpoch }) {
            throw IngestError(
                file: sources[odd].path, message: "the clocks of the files cannot be compared: one has dates, the other counts from zero",
                remedy: "Export both files with the same kind of time")
        }
    }

    private static func facts(
        _ sources: [FileSource], _ layouts: [TableLayout], _ parts: [RecordingFacts], _ output: Output, origin: Double,
        hasRate: Bool, findings joined: [Finding]
    ) throws(IngestError) -> RecordingFacts {
        let shortest = parts.map(\.durationSeconds).min() ?? 0
        guard output.samples >= 2, output.last >= 0.2 * shortest else {
            throw IngestError(
                file: sources[0].path,
                message: "the files do not belong together: of \(TableLayout.short(shortest)) s "
                    + "only \(TableLayout.short(output.last)) s overlap in time",
                remedy: "Name files of the same recording")
        }
        var findings = parts.flatMap(\.findings).filter { $0.kind != Defect.gap.kind } + joined
        let longest = parts.map(\.durationSeconds).max() ?? 0
        if longest - output.last > max(1, 0.05 * longest) {
            findings.append(Finding(
                kind: "partial-overlap",
                message: "The files cover \(TableLayout.short(output.last)) s together; "
                    + "\(TableLayout.short(longest - output.last)) s of the longer one are left out."))
        }
        let gapTotal = output.gaps.reduce(0) { $0 + $1.durationSeconds }
        if !output.gaps.isEmpty {
            findings.append(Finding(kind: Defect.gap.kind, message: Defect.gap.message(count: output.gaps.count, total: gapTotal)))
        }
        let steps = Double(output.samples - 1 - output.gaps.count)
        return RecordingFacts(
            files: sources.map(\.path), format: parts[0].format,
            startEpochSeconds: output.first.flatMap { first in layouts[0].wallClock(first: origin).map { $0 + first } },
            durationSeconds: output.last, rateHz: steps >= 1 && output.last > gapTotal ? steps / (output.last - gapTotal) : nil,
            samples: output.samples, hasAngularRate: hasRate, gaps: output.gaps, findings: findings)
    }
}
