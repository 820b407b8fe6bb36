/// Measures the features of a set; whole-segment work is in `FeatureSignals`.
struct FeatureExtraction {
    /// Reps longer than this drift too far for dead reckoning, in seconds.
    static let longestReckoningSeconds = 6.0
    /// From turn to turn both ends are known to rest, as high as each other, and the way is judged by its shape alone, in seconds: a little
    /// more than the slowest simulated lunges of both legs take.
    static let longestTurnToTurnSeconds = 13.0
    /// Shortest pause between reps that is one, in seconds.
    static let shortestGapSeconds = 0.12

    let signals: FeatureSignals
    let set: MovementSet
    /// When each rep turns: the middle of its hold, where it has one. On a flat top the signal turns anywhere.
    let turnSeconds: [Double]

    private var rateHz: Double { signals.segment.rateHz }
    private var range: ClosedRange<Int> { self.set.start...self.set.end }

    func features() -> MovementFeatures {
        var result = MovementFeatures()
        result.reps = set.count
        result.quality = set.quality
        result.stepMetres = set.stepMetres
        sizeAndTempo(&result)
        smoothness(&result)
        gaps(&result)
        rhythm(&result)
        rotation(&result)
        return result
    }

    private func median(_ value: (Excursion) -> Double) -> Double {
        Statistics.median(set.excursions.map(value)) ?? 0
    }

    private func upAtHome(_ rep: Excursion) -> SIMD3<Double> {
        (signals.smoothUp[rep.homeBefore] + signals.smoothUp[rep.homeAfter]) * 0.5
    }

    private func sizeAndTempo(_ result: inout MovementFeatures) {
        let up = signals.smoothUp
        let height = signals.course.height
        result.tiltDegrees = median { upAtHome($0).degrees(to: up[$0.turn]) }
        result.swingDegrees = median { rep in
            let home = upAtHome(rep)
            return (rep.leave...rep.back).reduce(0) { max($0, up[$1].degrees(to: home)) }
        }
        result.closingDegrees = median { up[$0.homeBefore].degrees(to: up[$0.homeAfter]) }
        result.travelMetres = median { height[$0.turn] - (height[$0.homeBefore] + height[$0.homeAfter]) / 2 }
        result.travelSpanMetres = median { rep in
            let part = height[rep.leave...rep.back]
            return (part.max() ?? 0) - (part.min() ?? 0)
        }
        result.durationSeconds = median { Double($0.back - $0.leave) / rateHz }
        let steps = zip(turnSeconds, turnSeconds.dropFirst()).map { $1 - $0 }
        result.periodSeconds = Statistics.median(steps) ?? result.durationSeconds
        if steps.count >= 2 {
            let changes = zip(steps, steps.dropFirst()).map { 2 * abs($1 - $0) / ($1 + $0) }
            result.jitter = changes.reduce(0, +) / Double(changes.count)
        }
        result.holdSeconds = median(secondsNearTurn)
        result.midway = median(midway)
        func unitMedian(_ vectors: [SIMD3<Double>]) -> SIMD3<Double> {
            func channel(_ index: Int) -> Double { Statistics.median(vectors.map { $0[index] }) ?? 0 }
            return SIMD3(channel(0), channel(1), channel(2)).normalized ?? .zero
        }
        result.upAtHome = unitMedian(set.excursions.map(upAtHome))
        result.upAtTurn = unitMedian(set.excursions.map { up[$0.turn] })
    }

    private func secondsNearTurn(_ rep: Excursion) -> Double {
        let slow = signals.course.slow
        let top = slow[rep.turn]
        let near = 0.25 * (top - (slow[rep.homeBefore] + slow[rep.homeAfter]) * 0.5).length
        var first = rep.turn
        while first > rep.leave, (slow[first] - top).length < near { first -= 1 }
        var last = rep.turn
        while last < rep.back, (slow[last] - top).length < near { last += 1 }
        return Double(last - first) / rateHz
    }

    private func midway(_ rep: Excursion) -> Double {
        let home = upAtHome(rep)
        let way = max(home.degrees(to: signals.smoothUp[rep.turn]), 1)
        var (between, atHome) = (0.0, 0.0)
        for index in rep.homeBefore...rep.homeAfter {
            let share = signals.smoothUp[index].degrees(to: home) / way
            if share <= 0.12 { atHome += 1 } else if share < 0.45 { between += 1 }
        }
        return between / max(atHome, 1)
    }

    private func smoothness(_ result: inout MovementFeatures) {
        let slow = signals.course.slow[range].spread
        result.slowMovement = slow
        result.impact = signals.fast[range].rootMeanSquare
        result.roughness = result.impact / max(slow, 0.05)
        result.energy = signals.mid[range].rootMeanSquare
        let waves = set.excursions.map {
            RepWaveform($0.leave...$0.back, in: signals.course, travels: set.showsTravel)
        }
        result.likeness = Statistics.median(RepWaveform.likenessToOthers(waves))

        // Up to the second harmonic or so of a rep.
        let cutoffHz = min(3, max(0.5, 2.5 / max(result.durationSeconds, 0.1)))
        let padding = Int(2 * rateHz)
        let padded = max(0, set.start - padding)..<min(signals.segment.count, set.end + 1 + padding)
        let inner = set.start - padded.lowerBound...set.end - padded.lowerBound
        let body = Array(signals.body[padded])
        let bodyTempo = Smoothing.lowPass(body, cutoffHz: cutoffHz, rateHz: rateHz)
        result.tempoShare = bodyTempo[inner].spread / max(body[inner].spread, 1e-6)
        let vertical = Array(signals.vertical[padded])
        let verticalTempo = Smoothing.lowPass(vertical, cutoffHz: cutoffHz, rateHz: rateHz)
        func spread(_ part: ArraySlice<Double>) -> Double { part.map { SIMD3($0, 0, 0) }.spread }
        result.verticalTempoShare = spread(verticalTempo[inner]) / max(spread(vertical[inner]), 1e-6)
    }

    private func gaps(_ result: inout MovementFeatures) {
        let gaps = zip(set.excursions, set.excursions.dropFirst()).map { $0.back..<max($0.back, $1.leave) }
            .filter { $0.count >= Int((Self.shortestGapSeconds * rateHz).rounded()) }
        guard gaps.count >= 2 else { return }
        let seconds = Statistics.median(gaps.map { Double($0.count) / rateHz }) ?? 0
        let inside = median { signals.mid[$0.leave...$0.back].rootMeanSquare }
        let outside = Statistics.median(gaps.map { signals.mid[$0].rootMeanSquare }) ?? 0
        result.gap = seconds / max(result.durationSeconds, 1e-6)
        result.gapEnergy = outside / max(inside, 1e-6)
    }

    private func rhythm(_ result: inout MovementFeatures) {
        var windows = signals.steps.filter { range.contains($0.centre) }
        if windows.isEmpty {
            let centre = set.start + set.end
            windows = signals.steps.min { abs(2 * $0.centre - centre) < abs(2 * $1.centre - centre) }.map { [$0] } ?? []
        }
        guard !windows.isEmpty else { return }
        let rhythmic = windows.filter { $0.strength > StepWindow.rhythmStrength }.compactMap(\.rhythmHz)
        result.gait = Double(rhythmic.count) / Double(windows.count)
        result.stepping = Double(rhythmic.count { StepWindow.stepHz.contains($0) }) / Double(windows.count)
        result.striding = Double(windows.count(where: \.isOfStrides)) / Double(windows.count)
    }

    /// A sensor rests at its turns, as it does at home; from one to the next it rises and sinks once, and twice where the other leg takes its
    /// turn between.
    private func gapSinks(_ rate: [SIMD3<Double>]) -> [Double] {
        zip(set.excursions, set.excursions.dropFirst()).compactMap { rep, next -> Double? in
            let (first, last) = (rep.turn, next.turn)
            guard Double(last - first) / rateHz <= Self.longestTurnToTurnSeconds, rep.back < next.leave, first < rep.back, next.leave < last,
                let heights = RepPath.heights(
                    acceleration: signals.segment.acceleration, angularRate: rate, between: first...last, rateHz: rateHz),
                let lowest = (rep.back - first...next.leave - first).min(by: { heights[$0] < heights[$1] }),
                let before = heights[..<lowest].max(), let after = heights[(lowest + 1)...].max()
            else { return nil }
            return min(before, after) - heights[lowest]
        }
    }

    private func rotation(_ result: inout MovementFeatures) {
        guard let rate = signals.segment.angularRate else { return }
        let axes = set.excursions.map { rep -> SIMD3<Double> in
            let turned = (min(rep.homeBefore, rep.turn)..<rep.turn).reduce(Quaternion.identity) {
                $0.turned(by: rate, from: $1, rateHz: rateHz)
            }
            return turned.axis ?? .zero
        }
        result.gapSinkMetres = Statistics.median(gapSinks(rate))
        result.axis = (axes.reduce(SIMD3.zero, +) / Double(max(1, axes.count))).length
        let reckoned = set.excursions.filter {
            let seconds = Double($0.homeAfter - $0.homeBefore) / rateHz
            return seconds < Self.longestReckoningSeconds && $0.homeAfter - $0.homeBefore > 4
        }
        result.path = .median(
            reckoned.compactMap {
                RepPath(
                    acceleration: signals.segment.acceleration, angularRate: rate,
                    home: $0.homeBefore...$0.homeAfter, turn: $0.turn, rateHz: rateHz)
            })
    }
}
