import ExerciseCatalog
import Motion
import RepCore
import SessionModel

/// Counts alternating reps per leg from one sensor on a leg.
///
/// The leg that wears the sensor swings far when it leads and hardly when the other does, so a set of alternating lunges
/// shows every second rep as a large swing. But both legs hang on one pelvis, which sinks with every rep: vertical travel
/// sees them all. Where the body sinks between swings as it does with them, legs alternate; where it sinks only with
/// them, every rep is a swing.
struct Alternation {
    /// Side the sensor is worn on.
    let wornSide: Side?
    /// Turns of vertical travel, in seconds: where the body is lowest. Empty where nobody looked.
    let sinks: [Double]

    /// Share of the time from one swing to the next in which the other leg's turn lies, and in which its own does.
    private static let between = 0.3...0.7
    private static let with = 0.2
    /// Share of swings, and of what lies between them, that has to be seen to say so.
    private static let most = 0.5
    /// A longer time between two swings is a pause.
    private static let pauseInSteps = 1.5

    /// What vertical travel says.
    enum Finding { case alternating, oneLeg }

    init(wornSide: Side?, sinks: [Double] = []) {
        self.wornSide = wornSide
        self.sinks = sinks
    }

    /// - Parameter travelSets: sets seen in vertical travel.
    init(wornSide: Side?, travelSets: [DetectedSet]) {
        self.init(
            wornSide: wornSide,
            sinks: travelSets.flatMap { set in
                let sinking = ([set] + set.exchanged).filter { ($0.features?.travelMetres ?? 0) < -Self.smallestSinkMetres }
                return sinking.max { $0.count < $1.count }?.reps.map(\.turnSeconds) ?? []
            })
    }

    /// A thigh that goes level takes the pelvis down by more than this, filtered; less is the swing of the high pass.
    private static let smallestSinkMetres = 0.12

    /// Whether legs alternate: as the swings themselves tell, else as vertical travel does, which knows nothing of slow ones; `nil` where it
    /// does not see most of them.
    /// - Parameter way: what the worn leg does. The swings of a leg in front set out from standing, and leave the other leg its time.
    func finding(on swings: DetectedSet, way: Signature.Way? = nil) -> Finding? {
        (way == .front ? swings.features.flatMap(finding) : nil) ?? travelFinding(on: swings)
    }

    /// The other leg needs time for its rep, and the body sinks in it.
    private func finding(in features: MovementFeatures) -> Finding? {
        guard let sink = features.gapSinkMetres, let gap = features.gap else { return nil }
        let way = sink * gap
        return way < Self.noWayMetres ? .oneLeg : way > Self.wayOfOtherMetres ? .alternating : nil
    }

    /// How far the body sinks between swings (`Feature.gapSink`), times how long they are apart in their durations. In simulations by three
    /// hands both legs in turn leave pauses of 0.4 and more and sink by 12 cm and more in them, 0.07 m and more by this measure, one leg
    /// pauses of 0.35 and less, or stands in longer ones: 0.04 m at most.
    private static let noWayMetres = 0.045
    private static let wayOfOtherMetres = 0.06

    private func travelFinding(on swings: DetectedSet) -> Finding? {
        let turns = swings.reps.map(\.turnSeconds)
        let step = swings.portrait.periodSeconds
        let steps = zip(turns, turns.dropFirst()).filter { $1 - $0 < Self.pauseInSteps * step }
        guard !steps.isEmpty else { return nil }
        let seen = turns.filter { sinks(in: $0 - Self.with * step...$0 + Self.with * step) }
        guard Double(seen.count) >= Self.most * Double(turns.count) else { return nil }
        let halfway = steps.filter { sinksHalfway(from: $0, to: $1) }
        return Double(halfway.count) > Self.most * Double(steps.count) ? .alternating : .oneLeg
    }

    private func sinks(in range: ClosedRange<Double>) -> Bool { sinks.contains(where: range.contains) }

    private func sinksHalfway(from turn: Double, to next: Double) -> Bool {
        sinks(in: turn + Self.between.lowerBound * (next - turn)...turn + Self.between.upperBound * (next - turn))
    }

    /// The alternating set behind the swings of one leg. Between two swings the other leg leads. Whether it also began or
    /// ended the set, or led beside a pause, is seen in travel; where travel misses some of its reps, both legs are taken
    /// to have done the same.
    func set(of swings: DetectedSet, exercise: String) -> SetResult {
        let step = swings.portrait.periodSeconds
        let turns = swings.reps.map(\.turnSeconds)
        var isAllSeen = !sinks.isEmpty
        var detail: [RepResult] = []
        for (index, swing) in swings.reps.enumerated() {
            let turn = swing.turnSeconds
            if index == 0 || turn - turns[index - 1] >= Self.pauseInSteps * step {
                detail += seenOther(near: turn - step / 2, step: step)
            }
            let next = index + 1 < turns.count ? turns[index + 1] : .infinity
            let isFollowed = next - turn < Self.pauseInSteps * step
            let quarter = (isFollowed ? next - turn : step) / 4
            detail.append(
                RepResult(
                    swing, startSeconds: max(swing.startSeconds, turn - quarter), endSeconds: turn + quarter, side: wornSide))
            if isFollowed {
                isAllSeen = isAllSeen && sinksHalfway(from: turn, to: next)
                detail.append(other(at: turn + 2 * quarter, lasting: 2 * quarter))
            } else {
                detail += sinks.isEmpty
                    ? [other(at: turn + step / 2, lasting: step / 2)] : seenOther(near: turn + step / 2, step: step)
            }
        }
        if !isAllSeen, detail.count < 2 * swings.count, let last = turns.last {
            detail.append(other(at: last + step / 2, lasting: step / 2))
        }
        let count = detail.count
        return SetResult(
            exercise: exercise, side: .alternating, startSeconds: detail.first?.startSeconds ?? 0,
            endSeconds: detail.last?.endSeconds ?? 0, reps: count, range: max(0, count - 1)...count + 1,
            confidence: swings.quality, detail: detail,
            measures: SetMeasures(of: detail, autocorrelation: swings.autocorrelation))
    }

    /// A rep of the other leg: the sensor's own angle says nothing about it.
    private func other(at turn: Double, lasting seconds: Double) -> RepResult {
        RepResult(
            startSeconds: turn - seconds / 2, turnSeconds: turn, endSeconds: turn + seconds / 2, side: wornSide?.other)
    }

    private func seenOther(near turn: Double, step: Double) -> [RepResult] {
        let reach = (Self.between.upperBound - 0.5) * step
        let nearest = sinks.min { abs($0 - turn) < abs($1 - turn) }
        return nearest.flatMap { abs($0 - turn) < reach ? [other(at: $0, lasting: step / 2)] : nil } ?? []
    }
}
