import Motion

/// Rows whose time is not simply the next one: the first, gaps, equal times, times that go back, bursts.
enum ClockRepair {
    /// Rows in a row that are all behind before the clock counts as set back.
    private static let rowsUntilClockJump = 25
    /// Rows that may turn out to have been far ahead by mistake; they are among those held back.
    private static let rowsAheadAtMost = 5

    @inline(never)
    static func take(
        _ state: UnsafeMutablePointer<RowReader.State>, _ acceleration: SIMD3<Double>, _ rate: SIMD3<Double>?, rawTime: Double
    ) {
        if state.pointee.firstRaw == nil {
            state.pointee.firstRaw = rawTime
            state.pointee.origin = rawTime
        }
        var time = (rawTime - state.pointee.origin) * state.pointee.unitSeconds
        if let wrap = state.pointee.wrapSeconds, state.pointee.last - time > wrap / 2 {
            state.pointee.origin -= wrap / state.pointee.unitSeconds
            time += wrap
        }
        guard time.isFinite else { return state.pointee.tally.note(.unreadableCell, line: state.pointee.line) }
        let sample = MotionSample(timeSeconds: time, acceleration: acceleration, angularRate: rate)
        if state.pointee.arrivalClock != nil { return takeArrival(state, sample) }
        let last = state.pointee.last
        guard last.isFinite else { return append(state, sample) }
        if time > last {
            if state.pointee.sameTimeRun > 0 { spread(state, upTo: time) }
            if time - last >= state.pointee.gapSeconds {
                noteGap(state, from: last, to: time)
                state.pointee.beforeGap = last
                state.pointee.emittedAtGap = state.pointee.emitted
            }
            append(state, sample)
        } else if time == last {
            guard state.pointee.sameTimeRun < SampleBatch.held - 1 else {
                return state.pointee.tally.note(.sameTimeDropped, line: state.pointee.line)
            }
            state.pointee.tally.note(.sameTime, line: state.pointee.line)
            state.pointee.sameTimeRun += 1
            append(state, sample)
            state.pointee.plainStep = -1
        } else {
            takeBackward(state, sample)
        }
    }

    /// The end of the input: what is held back goes out.
    static func finish(_ state: UnsafeMutablePointer<RowReader.State>) {
        if state.pointee.sameTimeRun > 0 { spread(state, upTo: .infinity) }
        while let released = state.pointee.arrivalClock?.release() { emitArrival(state, released) }
    }

    /// What `finish` would hand out, as far as that is known by now.
    static func heldBack(_ state: UnsafeMutablePointer<RowReader.State>) -> [MotionSample] {
        var samples = Array(UnsafeBufferPointer(start: state.pointee.batch.base, count: state.pointee.batch.count))
        if let clock = state.pointee.arrivalClock {
            let shift = state.pointee.arrivalShift
            samples += clock.waiting.map { sample in
                var sample = sample
                if let shift { sample.timeSeconds -= shift }
                return sample
            }
        }
        return samples
    }

    private static func append(_ state: UnsafeMutablePointer<RowReader.State>, _ sample: MotionSample) {
        state.pointee.last = sample.timeSeconds
        state.pointee.batch.base.advanced(by: state.pointee.batch.count).initialize(to: sample)
        state.pointee.batch.count += 1
        state.pointee.emitted += 1
    }

    private static func noteGap(_ state: UnsafeMutablePointer<RowReader.State>, from start: Double, to end: Double) {
        state.pointee.gaps.append(Gap(startSeconds: start, durationSeconds: end - start))
        state.pointee.tally.note(.gap, line: state.pointee.line, amount: end - start)
    }

    /// Rows that share a stamp were taken one after the other: up to the next stamp, or a period apart if that is far.
    private static func spread(_ state: UnsafeMutablePointer<RowReader.State>, upTo next: Double) {
        let rows = state.pointee.sameTimeRun + 1
        let stamp = state.pointee.last
        let step = min((next - stamp) / Double(rows), state.pointee.periodSeconds)
        let first = state.pointee.batch.base + (state.pointee.batch.count - rows)
        for row in 1..<rows { first[row].timeSeconds = stamp + Double(row) * step }
        state.pointee.sameTimeRun = 0
        state.pointee.plainStep = state.pointee.gapSeconds
    }

    private static func takeBackward(_ state: UnsafeMutablePointer<RowReader.State>, _ sample: MotionSample) {
        if let before = state.pointee.beforeGap, sample.timeSeconds > before, takeBackOutliers(state) {
            return take(
                state, sample.acceleration, sample.angularRate,
                rawTime: state.pointee.origin + sample.timeSeconds / state.pointee.unitSeconds)
        }
        let batch = state.pointee.batch
        let reach = min(SampleBatch.held, batch.count)
        let oldest = batch.base[batch.count - reach].timeSeconds
        if state.pointee.sameTimeRun == 0, sample.timeSeconds > oldest || (reach == state.pointee.emitted && sample.timeSeconds >= 0) {
            var at = batch.count
            while at > batch.count - reach, batch.base[at - 1].timeSeconds > sample.timeSeconds { at -= 1 }
            var sample = sample
            if at > 0, batch.base[at - 1].timeSeconds == sample.timeSeconds {
                sample.timeSeconds = (sample.timeSeconds + batch.base[at].timeSeconds) / 2
            }
            (batch.base + batch.count).initialize(to: sample)
            for index in stride(from: batch.count, to: at, by: -1) { batch.base[index] = batch.base[index - 1] }
            batch.base[at] = sample
            state.pointee.batch.count += 1
            state.pointee.emitted += 1
            return state.pointee.tally.note(.outOfOrder, line: state.pointee.line)
        }
        // The rows left out before the clock counts as set back took their time, so that much is a gap.
        let newest = batch.base[batch.count - 1].timeSeconds
        guard let resumed = resumeAfterJump(state, sample, after: newest) else { return }
        if state.pointee.sameTimeRun > 0 { spread(state, upTo: .infinity) }
        noteGap(state, from: newest, to: resumed)
        append(state, MotionSample(timeSeconds: resumed, acceleration: sample.acceleration, angularRate: sample.angularRate))
    }

    /// A few rows far ahead, and then time goes on from where it was: those rows had a wrong time and are taken back.
    private static func takeBackOutliers(_ state: UnsafeMutablePointer<RowReader.State>) -> Bool {
        let ahead = state.pointee.emitted - state.pointee.emittedAtGap
        guard ahead <= rowsAheadAtMost, ahead < state.pointee.batch.count, state.pointee.sameTimeRun == 0 else { return false }
        let gap = state.pointee.gaps.removeLast()
        state.pointee.tally.takeBack(.gap, amount: gap.durationSeconds)
        for _ in 0..<ahead { state.pointee.tally.note(.timeAhead, line: state.pointee.line - 1) }
        state.pointee.batch.count -= ahead
        state.pointee.emitted -= ahead
        // Rows of one stamp before them may have been spread beyond `before`.
        state.pointee.last = state.pointee.batch.base[state.pointee.batch.count - 1].timeSeconds
        state.pointee.beforeGap = nil
        return true
    }

    /// Counts a row that is far behind; once enough of them follow each other, the clock was set back and time is carried on.
    /// - Returns: the row's time on the carried-on clock, or `nil` while it is left out.
    private static func resumeAfterJump(
        _ state: UnsafeMutablePointer<RowReader.State>, _ sample: MotionSample, after newest: Double
    ) -> Double? {
        let continues = state.pointee.line - state.pointee.behindLine <= 1
        state.pointee.behindRun = continues ? state.pointee.behindRun + 1 : 1
        state.pointee.behindLine = state.pointee.line
        guard state.pointee.behindRun >= rowsUntilClockJump else {
            state.pointee.tally.note(.backwardTime, line: state.pointee.line)
            return nil
        }
        let resumed = newest + Double(rowsUntilClockJump) * state.pointee.periodSeconds
        state.pointee.origin -= (resumed - sample.timeSeconds) / state.pointee.unitSeconds
        state.pointee.behindRun = 0
        state.pointee.tally.note(.clockJump, line: state.pointee.line)
        return resumed
    }

    private static func takeArrival(_ state: UnsafeMutablePointer<RowReader.State>, _ sample: MotionSample) {
        var sample = sample
        if sample.timeSeconds < state.pointee.last - state.pointee.gapSeconds {
            guard let resumed = resumeAfterJump(state, sample, after: state.pointee.last) else { return }
            sample.timeSeconds = resumed
        }
        state.pointee.last = sample.timeSeconds
        if let released = state.pointee.arrivalClock!.push(sample, arrival: sample.timeSeconds) { emitArrival(state, released) }
    }

    private static func emitArrival(
        _ state: UnsafeMutablePointer<RowReader.State>, _ released: (sample: MotionSample, gapSeconds: Double?)
    ) {
        var sample = released.sample
        if state.pointee.arrivalShift == nil { state.pointee.arrivalShift = sample.timeSeconds }
        sample.timeSeconds -= state.pointee.arrivalShift!
        if let gap = released.gapSeconds { noteGap(state, from: sample.timeSeconds - gap, to: sample.timeSeconds) }
        state.pointee.batch.base.advanced(by: state.pointee.batch.count).initialize(to: sample)
        state.pointee.batch.count += 1
        state.pointee.emitted += 1
    }
}
