/// Links neighbouring excursions that resemble each other.
struct ExcursionChains {
    let parameters: SetFinder.Parameters
    let kind: SignalKind
    let rateHz: Double

    init(_ parameters: SetFinder.Parameters, kind: SignalKind, rateHz: Double) {
        self.parameters = parameters
        self.kind = kind
        self.rateHz = rateHz
    }

    /// One excursion with what its neighbours are compared by.
    private struct Link {
        var excursion: Excursion
        var way: SIMD3<Double>
        var amplitude: Double
        var openness: Double
        var seconds: Double
    }

    /// Chains in a region of a signal, for both choices of which end is home.
    /// - Parameters:
    ///   - window: only chains that reach into it; `nil` for all.
    ///   - swing: hysteresis of turning points along `axis`, in the signal's unit.
    func find(
        in signal: SignalSpan, posture: [SIMD3<Double>], along axis: SIMD3<Double>, region: Range<Int>,
        touching window: ClosedRange<Int>? = nil, swing: Double
    ) -> [MovementSet] {
        let line = signal.projected(on: axis, over: region)
        let points = TurningPoints.find(in: line, swing: swing)
        guard points.count >= 3 else { return [] }
        // Whichever end comes first: the sign of an axis depends on how the sensor was turned, and ties must not.
        return [points[0].isHigh, !points[0].isHigh].flatMap { homeIsHigh in
            let excursions = Excursion.read(points, in: line, homeIsHigh: homeIsHigh, offset: region.lowerBound)
            return chains(
                of: excursions, touching: window, in: signal, posture: posture, axis: axis, homeIsHigh: homeIsHigh)
        }
    }

    private func chains(
        of excursions: [Excursion], touching window: ClosedRange<Int>?, in signal: SignalSpan, posture: [SIMD3<Double>],
        axis: SIMD3<Double>, homeIsHigh: Bool
    ) -> [MovementSet] {
        let links = excursions.map { link(of: $0, in: signal) }
        var result: [MovementSet] = []
        var first = 0
        while first < links.count {
            guard links[first].openness < parameters.largestDifference else {
                first += 1
                continue
            }
            var last = first
            var members = [links[first]]
            var differences: [Double] = []
            var partial = 0
            while last + 1 < links.count {
                if let difference = agreement(links[last], links[last + 1], posture) {
                    differences.append(difference)
                    last += 1
                } else if last + 2 < links.count, isPartial(links[last + 1], beside: links[last]),
                    let difference = agreement(links[last], links[last + 2], posture)
                {
                    // Somebody turned round half-way and went on: no rep, and no end of the set.
                    differences.append(difference)
                    partial += 1
                    last += 2
                } else {
                    break
                }
                members.append(links[last])
            }
            if window.map({ $0.overlaps(links[first].excursion.leave...links[last].excursion.back) }) ?? true {
                var set = set(of: members, differences: differences, in: signal, axis: axis, homeIsHigh: homeIsHigh)
                set.partialReps = partial
                result.append(set)
            }
            first = last + 1
        }
        return result
    }

    private func isPartial(_ link: Link, beside full: Link) -> Bool {
        link.amplitude < parameters.amplitudeRatio * full.amplitude
    }

    private func link(of excursion: Excursion, in signal: SignalSpan) -> Link {
        let (before, after) = (signal[excursion.homeBefore], signal[excursion.homeAfter])
        let way = signal[excursion.turn] - (before + after) * 0.5
        let amplitude = way.length
        return Link(
            excursion: excursion, way: way, amplitude: amplitude,
            openness: (after - before).length / max(amplitude, 1e-9),
            seconds: Double(excursion.back - excursion.leave) / rateHz)
    }

    /// How far two neighbours differ, as a share of amplitude; `nil` when they do not belong to one set.
    private func agreement(_ one: Link, _ next: Link, _ posture: [SIMD3<Double>]) -> Double? {
        let larger = max(one.amplitude, next.amplitude)
        let longer = max(one.seconds, next.seconds)
        let difference = (next.way - one.way).length / larger
        let pause = Double(next.excursion.leave - one.excursion.back) / rateHz
        guard next.openness < parameters.largestDifference, difference < parameters.largestDifference,
            min(one.amplitude, next.amplitude) > parameters.amplitudeRatio * larger,
            min(one.seconds, next.seconds) > parameters.durationRatio * longer,
            pause < max(parameters.pauseInReps * longer, parameters.shortPauseSeconds)
        else { return nil }
        if kind == .travel {
            let change = posture[next.excursion.homeBefore] - posture[one.excursion.homeBefore]
            guard change.length < parameters.postureChange else { return nil }
        }
        return difference
    }

    private func set(
        of links: [Link], differences: [Double], in signal: SignalSpan, axis: SIMD3<Double>,
        homeIsHigh: Bool
    ) -> MovementSet {
        let count = Double(links.count)
        let openness = links.reduce(0) { $0 + $1.openness } / count
        let difference = differences.isEmpty ? 0.5 : differences.reduce(0, +) / Double(differences.count)
        return MovementSet(
            kind: kind, cutoffHz: 0, excursions: links.map(\.excursion), axis: axis, homeIsHigh: homeIsHigh,
            excursion: links.reduce(SIMD3.zero) { $0 + $1.way } / count,
            home: links.reduce(SIMD3.zero) { $0 + signal[$1.excursion.homeBefore] } / count,
            amplitude: Statistics.median(links.map(\.amplitude)) ?? 0,
            repSeconds: Statistics.median(links.map(\.seconds)) ?? 0,
            quality: 1 - (openness + difference) / 2)
    }
}
