/// Finds in a posture kept nearly still the part between bending into it and straightening up again.
///
/// Who stretches puts the foot on the stool, bends forward, keeps that, straightens up and takes the foot down. A sensor on the leg sees
/// the foot go up and down, and the bending as a step of a few degrees near one end of the hold, which another undoes near the other end:
/// what lies before and after is not the stretch. A step that nothing undoes is a shift in the stretch, one that is slow is sinking into
/// it, and one that does not stay is fidgeting. Where a leg does not move when the trunk bends, nothing is found.
///
/// Chosen on two simulators, a third is judged the same; recordings of people hold no stretches, and those of poses no such steps.
struct PostureSteps {
    /// Postures are compared over this long before and after a moment, leaving out so much on either side of it, in seconds.
    var windowSeconds = 1.2
    var stepSeconds = 0.4
    /// Smallest step, in degrees and in median differences between such windows, which noise and sway make.
    var smallestDegrees = 2.0
    var noiseRatio = 3.0
    /// How far from the ends of a hold, in seconds and as a share of it: in the middle somebody shifts and shifts back.
    var approachSeconds = 8.0
    var approachShare = 0.25
    /// One step undoes another where they go opposite ways, within 45 degrees; who comes up may let the leg go farther.
    var undoneCosine = 0.7
    /// A posture that stays is seen so far from the step, in seconds.
    var stayingSeconds = 5.0
    /// And is so much of the step.
    var stayingShare = 0.5

    private struct Step {
        var index: Int
        var change: SIMD3<Double>
        var degrees: Double
    }

    /// A hold without what lies beyond a step into it and one out of it; the hold where there are none.
    func settled(_ range: Range<Int>, in signals: HoldSignals) -> Range<Int> {
        let steps = steps(in: range, signals)
        let near = min(signals.points(approachSeconds), Int(approachShare * Double(range.count)))
        let half = signals.points(stepSeconds)
        for first in steps.reversed() where first.index - range.lowerBound <= near {
            for last in steps where last.index - first.index > 2 * half && range.upperBound - last.index <= near {
                if first.change.dot(last.change) < -undoneCosine * first.change.length * last.change.length {
                    return first.index + half..<last.index - half
                }
            }
        }
        return range
    }

    private func steps(in range: Range<Int>, _ signals: HoldSignals) -> [Step] {
        let half = signals.points(stepSeconds)
        let reach = half + signals.points(windowSeconds)
        guard range.count > 2 * reach else { return [] }
        let all = (range.lowerBound + reach..<range.upperBound - reach).map { index in
            let before = signals.posture(index - reach..<index - half)
            let after = signals.posture(index + half..<index + reach)
            return Step(index: index, change: after - before, degrees: degreesBetween(before, after))
        }
        let least = max(smallestDegrees, noiseRatio * (Statistics.median(all.map(\.degrees)) ?? 0))
        var found: [Step] = []
        for step in all where step.degrees >= least {
            if let last = found.last, step.index - last.index <= reach {
                if step.degrees > last.degrees { found[found.count - 1] = step }
            } else {
                found.append(step)
            }
        }
        return found.filter { stays($0, in: range, signals) >= stayingShare * $0.degrees }
    }

    /// Degrees by which a posture differs well after a step from what it was well before.
    private func stays(_ step: Step, in range: Range<Int>, _ signals: HoldSignals) -> Double {
        let half = signals.points(stepSeconds)
        let far = signals.points(stayingSeconds)
        let before = max(range.lowerBound, step.index - far)..<step.index - half
        let after = step.index + half..<min(range.upperBound, step.index + far)
        return degreesBetween(
            signals.posture(before.prefix((before.count + 1) / 2)), signals.posture(after.suffix((after.count + 1) / 2)))
    }
}
