import Motion

/// Recovers the clock of a steady source from arrival times: watches and radio links hand over samples in bursts, so a stamp
/// says when a sample came, not when it was taken.
///
/// A sample is never taken after it arrives. So the latest line of constant slope that stays below all arrivals of the next
/// second is the best guess of the true times. A second-order loop (proportional and integral, critically damped) follows that
/// line smoothly: neighbouring steps stay within half a period of the period, and rate drift is tracked.
struct ArrivalClock {
    /// Seconds looked ahead, and most samples that may take.
    private static let lookaheadSeconds = 1.0
    static let longestLookahead = 256

    private let arrivals: UnsafeMutablePointer<Double>
    private let samples: UnsafeMutablePointer<MotionSample>
    private let window: Int
    private let nominalPeriod: Double
    private let gapSeconds: Double
    private var period: Double
    private var head = 0
    private(set) var pending = 0
    private var last: Double?

    init(periodSeconds: Double, gapSeconds: Double) {
        nominalPeriod = periodSeconds
        period = periodSeconds
        self.gapSeconds = gapSeconds
        let wanted = Self.lookaheadSeconds / periodSeconds
        window = wanted < Double(Self.longestLookahead) ? max(16, Int(wanted)) : Self.longestLookahead
        arrivals = .allocate(capacity: window)
        samples = .allocate(capacity: window)
    }

    func deallocate() {
        arrivals.deallocate()
        samples.deallocate()
    }

    /// Takes one sample that arrived at `arrival` seconds; gives back the oldest one once the window is full.
    mutating func push(_ sample: MotionSample, arrival: Double) -> (sample: MotionSample, gapSeconds: Double?)? {
        let released = pending == window ? release() : nil
        let slot = (head + pending) % window
        arrivals[slot] = arrival
        samples.advanced(by: slot).initialize(to: sample)
        pending += 1
        return released
    }

    /// The samples in the window, a period apart from the last one given back; none before that one.
    var waiting: [MotionSample] {
        guard let last else { return [] }
        return (0..<pending).map { ahead in
            var sample = samples[(head + ahead) % window]
            sample.timeSeconds = last + Double(ahead + 1) * period
            return sample
        }
    }

    /// Gives back the oldest sample with its recovered time; `gapSeconds` is the length of a gap right before it.
    mutating func release() -> (sample: MotionSample, gapSeconds: Double?)? {
        guard pending > 0 else { return nil }
        var latest = Double.infinity
        for ahead in 0..<pending {
            latest = min(latest, arrivals[(head + ahead) % window] - Double(ahead) * period)
        }
        var sample = samples[head]
        head = (head + 1) % window
        pending -= 1

        var gap: Double?
        if let last {
            let expected = last + period
            let error = latest - expected
            if error > gapSeconds {
                gap = latest - last
                sample.timeSeconds = latest
            } else {
                sample.timeSeconds = expected + max(-0.5 * period, min(0.5 * period, 0.05 * error))
                let steered = period + 0.0006 * max(-gapSeconds, min(gapSeconds, error))
                period = max(0.8 * nominalPeriod, min(1.25 * nominalPeriod, steered))
            }
        } else {
            sample.timeSeconds = latest
        }
        last = sample.timeSeconds
        return (sample, gap)
    }
}
