import Motion
import SessionModel

/// How the reps behind a plan item or a set were done: tempo, holds, and what the count leaves open.
struct Effort {
    /// Median seconds from the start of a rep to its end; `nil` without reps.
    var tempoSeconds: Double?
    /// Median seconds held at the turning point, of the reps that had a hold; `nil` when none had.
    var holdSeconds: Double?
    /// Median range of motion in degrees; `nil` when it could not be seen.
    var rangeOfMotionDegrees: Double?
    /// What the movement of a set shows of fatigue and evenness, where it is worth a word; `nil` otherwise.
    var remark: String?
    /// How far the count may be too high and too low.
    var tooHigh = 0
    var tooLow = 0

    /// - Parameter side: in alternating sets, the leg whose reps are meant; `nil` for both.
    init(sets: [SetResult], side: Side? = nil) {
        let reps = sets.flatMap { set in
            set.detail.filter { set.side != .alternating || side == nil || $0.side == side }
        }
        tempoSeconds = reps.map { $0.endSeconds - $0.startSeconds }.median
        holdSeconds = reps.compactMap(\.holdSeconds).median
        rangeOfMotionDegrees = reps.compactMap(\.rangeOfMotionDegrees).median
        remark = sets.max { $0.reps < $1.reps }.flatMap { Wording.remark($0.measures) }
        for set in sets {
            tooHigh += max(0, set.reps - set.range.lowerBound)
            tooLow += max(0, set.range.upperBound - set.reps)
        }
    }

    /// `12`, or `12 (11-12)` where the counter would not rule out other counts.
    func count(_ reps: Int) -> String {
        guard tooHigh > 0 || tooLow > 0 else { return "\(reps)" }
        return "\(reps) (\(Wording.count(max(0, reps - tooHigh)...reps + tooLow)))"
    }

    var tempo: String? { tempoSeconds.map(Wording.seconds) }
    var hold: String? { holdSeconds.map(Wording.seconds) }
    var rangeOfMotion: String? {
        rangeOfMotionDegrees.flatMap { Wording.fixed($0, decimals: 0) }.map { "\($0)\u{B0}" }
    }
}
