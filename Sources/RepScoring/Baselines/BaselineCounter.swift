import Motion
import RepCore
import SessionModel

/// A counter to compare with: it knows one movement, takes the whole recording for one set and names nothing.
public protocol BaselineCounter: Sendable {
    /// Name in reports.
    var name: String { get }
    /// Rate of the grid it works on, in Hz.
    var rateHz: Double { get }
    /// Seconds of the turning points, rising: one for each rep.
    func turningPoints(in grid: [GridSample]) throws -> [Double]
}

/// What baselines are scored on: they measure no holds and judge no plans.
public let baselineSections: Set<Metric.Section> = [.counts, .sets, .reps, .falseAlarms]

/// The counters that `--baselines` runs, always told what was asked, for they recognise nothing.
public let baselineCounters: [any BaselineCounter] = [NaiveCounter(), RecoFitCounter()]

extension BaselineCounter {
    /// A session of at most one set, named as asked. Reps meet halfway between their turning points, and the outer two
    /// reach as far outside as inside, as far as the recording goes.
    public func session(
        of samples: some Sequence<MotionSample>, files: [String] = [], asked: Asked
    ) throws -> Session {
        let grid = UniformResampler.resample(samples, .init(outputHz: rateHz))
        let start = grid.first?.timeSeconds ?? 0
        let end = grid.last?.timeSeconds ?? 0
        let reps = Self.reps(try turningPoints(in: grid), from: start, to: end)
        let summary = RecordingSummary(
            files: files, format: name, durationSeconds: end - start, rateHz: rateHz, samples: grid.count)
        guard let first = reps.first, let last = reps.last else {
            return Session(recording: summary, sets: [], holds: [], plan: nil)
        }
        let exercise = if case .exercise(let asked) = asked { asked } else { SetResult.unrecognised }
        let set = SetResult(
            exercise: exercise, startSeconds: first.startSeconds, endSeconds: last.endSeconds, reps: reps.count,
            range: reps.count...reps.count, confidence: 1, detail: reps)
        return Session(recording: summary, sets: [set], holds: [], plan: nil)
    }

    private static func reps(_ turns: [Double], from start: Double, to end: Double) -> [RepResult] {
        guard let first = turns.first, let last = turns.last else { return [] }
        var edges = zip(turns, turns.dropFirst()).map { ($0 + $1) / 2 }
        if let inner = edges.first, let outer = edges.last {
            edges = [max(start, 2 * first - inner)] + edges + [min(end, 2 * last - outer)]
        } else {
            edges = [start, end]
        }
        return turns.indices.map {
            RepResult(startSeconds: edges[$0], turnSeconds: turns[$0], endSeconds: edges[$0 + 1])
        }
    }
}

/// The first principal component of a filtered signal; empty where it does not vary.
func firstComponent(_ acceleration: [SIMD3<Double>], _ sections: [Biquad]) -> [Double] {
    let filtered = BiquadCascade<SIMD3<Double>>.filtfilt(sections, acceleration)
    guard let axis = PrincipalAxis(of: filtered) else { return [] }
    return filtered.map(axis.project)
}
