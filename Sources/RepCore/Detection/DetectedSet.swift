/// One repetition in seconds on the recording's clock.
public struct DetectedRep: Sendable, Equatable, Codable {
    /// Setting out from home: where the previous rep ends, unless there was a pause.
    public var startSeconds: Double
    /// Farthest from home; the middle of the hold where there is one.
    public var turnSeconds: Double
    /// Back at home.
    public var endSeconds: Double
    /// Largest angle of up from up at the start, in degrees, as the filters show it: for comparing sets.
    public var tiltDegrees: Double
    /// The same freed from the filters (`RangeOfMotion`); `nil` for quick reps without a gyroscope.
    public var rangeOfMotionDegrees: Double?
    /// Seconds the posture was kept at the turn; `nil` when it was not.
    public var holdSeconds: Double?
    /// 0...1: how much the rep's course resembles the mean of the set's inner reps.
    public var likeness = 1.0
    /// The same of the way out alone, and of the way back; a hold at the turn, long or short, is in neither.
    public var likenessOut = 1.0
    public var likenessBack = 1.0
    /// Likeness of the body's braking and pushing off about its turn to that of the set's inner reps, as a share of what theirs is
    /// (`ForceRhythm.turnLikeness`); `nil` but for doubtful reps.
    public var forceLikeness: Double?
    /// 0...1: of reps with this confidence, the share that is one (`RepEvidence`); `nil` in sets of fewer than three, where
    /// there is nothing to compare with.
    public var confidence: Double?
    /// Whether the set read backwards has it too (`ReversedReading`); `true` where nobody looked, or nothing was found that way.
    public var isSeenBackwards = true

    public var durationSeconds: Double { endSeconds - startSeconds }

    /// How far the sensor turns, in degrees: range of motion where it is known, the filtered tilt where not.
    public var turnedDegrees: Double { rangeOfMotionDegrees ?? tiltDegrees }
}

extension DetectedRep {
    /// The rep without what lies beyond its neighbour's border.
    fileprivate func kept(from first: Double = -.infinity, to last: Double = .infinity) -> DetectedRep {
        var result = self
        result.startSeconds = max(startSeconds, first)
        result.endSeconds = min(endSeconds, last)
        return result
    }
}

/// A rep whose way back lies in a gap.
public struct UnfinishedRep: Sendable, Equatable, Codable {
    /// Ends where the gap begins.
    public var rep: DetectedRep
    /// Specific force at the set's home and at its turn, in m/s2.
    public var home: SIMD3<Double>
    public var turn: SIMD3<Double>

    /// Share of the way that what is seen after the gap may lie beside it.
    private static let nearness = 0.4

    /// Whether a sensor that shows this specific force is on the way back from the turn, or home: then the gap hides
    /// nothing but the way.
    public func isOnItsWay(_ force: SIMD3<Double>) -> Bool {
        let way = home - turn
        let share = (force - turn).dot(way) / max(way.dot(way), 1e-9)
        return (force - turn - way * min(1, max(0, share))).length < Self.nearness * way.length
    }
}

/// What sets are compared by: posture, size and tempo.
public struct MovementPortrait: Sendable, Equatable, Codable {
    /// Mean specific force below 0.5 Hz, m/s2 in the sensor frame.
    public var posture: SIMD3<Double>
    /// Root mean square of tilt and of vertical travel about their means, in m/s2, with a floor that keeps ratios of
    /// two quiet signals near one.
    public var tiltSize: Double
    public var travelSize: Double
    /// Median seconds from turn to turn.
    public var periodSeconds: Double
    /// Median angle between up at home and up at the turn: tilt without what acceleration adds to it.
    public var tiltDegrees: Double

    public init(
        posture: SIMD3<Double>, tiltSize: Double, travelSize: Double, periodSeconds: Double, tiltDegrees: Double
    ) {
        self.posture = posture
        self.tiltSize = tiltSize
        self.travelSize = travelSize
        self.periodSeconds = periodSeconds
        self.tiltDegrees = tiltDegrees
    }
}

/// A run of repetitions with everything later stages need; the signal itself is no longer there.
public struct DetectedSet: Sendable, Equatable, Codable {
    public var kind: SignalKind
    public var reps: [DetectedRep]
    /// Reps under half of the set's median excursion: reported apart, never counted.
    public var partialReps: Int
    /// 0...1: how well excursions close and resemble their neighbours.
    public var quality: Double
    /// 0...1: evenness of the tempo.
    public var regularity: Double
    /// Autocorrelation of the movement at its own period, 0...1: 1 for reps that are copies of each other, `nil` for fewer
    /// than three.
    public var autocorrelation: Double?
    /// Evidence, for comparing candidates (`SetFinder.score`).
    public var score: Double
    /// Reps plus a fraction for rest at home: what decides which end is home.
    public var weight: Double
    public var portrait: MovementPortrait
    /// Mean way from home to turn, in m/s2: tilt as a vector, vertical travel on its scale.
    public var tiltWay: SIMD3<Double>
    public var travelWay: Double
    /// How high the turn lies above home, slow reps included; `nil` for few or for very quick reps.
    public var turnHeight: TurnHeight?
    /// `nil` where nobody asked (`SegmentDetector.Interest.features`).
    public var features: MovementFeatures?
    /// A further rep that a gap in the recording cut off after its turn.
    public var unfinished: UnfinishedRep?
    /// Reps before the first and after the last that vertical travel cannot tell from what the arm does there (`ForceRhythm`),
    /// in time order; not among `reps`.
    public var repsBefore: [DetectedRep] = []
    public var repsAfter: [DetectedRep] = []
    /// The same movement with home and turn exchanged, where that reading exists.
    public var exchanged: [DetectedSet]
    /// The same movement as the other kind of signal shows it, where somebody asked (`SegmentDetector.Interest.otherSignal`) and it does; else
    /// empty. Of the set as it was found: one that is cut or joined has none.
    public var inOtherSignal: [DetectedSet] = []
    /// The reps of either kind as sets of their own, where two kinds come in turn, as of two legs that share one pelvis; else
    /// empty. Only where features are measured, in vertical travel.
    public var strands: [DetectedSet] = []

    /// The same movement as one set with each way out and the next way back as one rep, where the sensor steps away and back (`StepPairs`);
    /// else empty. Only where features are measured; what it means depends on where the sensor is worn. Of the set as it was found: one
    /// that is cut or joined has none, and neither is a step back seen that a gap in the recording hides (`GapCrossing`).
    public var stepPairs: [DetectedSet] = []

    /// Turns that the set read backwards has and its own reps, as they were found, have not (`ReversedReading`), in seconds.
    public var turnsOnlySeenBackwards: [Double] = []

    /// Mean height of the turn above home, filtered, in metres.
    public var travelMetres: Double { travelWay / MovementSignals.travelScale }

    public var startSeconds: Double { reps.first?.startSeconds ?? 0 }
    public var endSeconds: Double { reps.last?.endSeconds ?? 0 }
    public var count: Int { reps.count }

    /// Whether both have some time in common.
    public func overlaps(_ other: DetectedSet) -> Bool {
        startSeconds < other.endSeconds && other.startSeconds < endSeconds
    }

    /// This set and one that follows as one set, with the measures of the longer one.
    public func joined(with next: DetectedSet) -> DetectedSet {
        var result = count >= next.count ? self : next
        result.reps = reps + next.reps
        result.repsBefore = repsBefore
        result.repsAfter = next.repsAfter
        result.partialReps = partialReps + next.partialReps
        result.stepPairs = []
        result.inOtherSignal = []
        result.turnsOnlySeenBackwards = turnsOnlySeenBackwards + next.turnsOnlySeenBackwards
        return result
    }

    /// The runs of reps between those that are none, as sets; the set itself where all are.
    public func split(leavingOut isNone: (DetectedRep) -> Bool) -> [DetectedSet] {
        reps.split(whereSeparator: isNone).map { run in
            var part = self
            part.reps = Array(run)
            if run.count < count { (part.stepPairs, part.inOtherSignal) = ([], []) }
            part.features?.reps = run.count
            if run.startIndex > 0 { part.repsBefore = [] }
            if run.endIndex < count { part.repsAfter = [] }
            part.keepTurnsSeenBackwards(
                from: run.startIndex > 0 ? reps[run.startIndex - 1].endSeconds : -.infinity,
                to: run.endIndex < count ? reps[run.endIndex].startSeconds : .infinity)
            return part
        }
    }

    /// Forgets of `turnsOnlySeenBackwards` what does not lie between these times.
    mutating func keepTurnsSeenBackwards(from earliest: Double, to latest: Double) {
        turnsOnlySeenBackwards.removeAll { $0 <= earliest || latest <= $0 }
    }

    /// The set with those of `repsBefore` and `repsAfter` that turn between the times given. They count.
    public func completed(from earliest: Double = -.infinity, to latest: Double = .infinity) -> DetectedSet {
        var result = self
        for rep in repsBefore.reversed() {
            guard let first = result.reps.first, rep.turnSeconds > earliest, rep.turnSeconds < first.turnSeconds else { break }
            let border = Self.border(rep.turnSeconds, first.startSeconds, first.turnSeconds)
            result.reps[0].startSeconds = border
            result.reps.insert(rep.kept(to: border), at: 0)
        }
        for rep in repsAfter {
            guard let last = result.reps.last, rep.turnSeconds < latest, rep.turnSeconds > last.turnSeconds else { break }
            let border = Self.border(last.turnSeconds, last.endSeconds, rep.turnSeconds)
            result.reps[result.count - 1].endSeconds = border
            result.reps.append(rep.kept(from: border))
        }
        let further = result.count - count
        result.features?.reps += further
        return result
    }

    /// Where one rep gives way to the next: where the set ended, unless that lies beyond the next turn.
    private static func border(_ turn: Double, _ home: Double, _ next: Double) -> Double {
        turn < home && home < next ? home : (turn + next) / 2
    }

    /// Counts that cannot be ruled out; contains `count`.
    ///
    /// What the set read backwards has more and what it has not (`ReversedReading`), and reps that are unlikely, span the range. Of 2216
    /// recordings of people told what was done, turned and played slower, faster, noisier, swaying or backwards, this leaves 96 of 100 ranges
    /// a single number, and 90 hold the truth; what resembles a rep at the edges of sets had left 83, and 91 held it. Measured on recordings of
    /// known count, the count in the other signal, periodicity and low likeness widen many ranges for every one that they
    /// make right; they have no say.
    public var countRange: ClosedRange<Int> {
        let unseen = reps.count { !$0.isSeenBackwards }
        return count - max(unseen, unlikelyReps)...count + openTurns
    }

    /// How many of `turnsOnlySeenBackwards` lie beside the reps that it has by now, or between them: two pieces that were joined may
    /// both have seen one, and each other's reps.
    private var openTurns: Int {
        let period = portrait.periodSeconds
        let reach = Self.openPeriods * period
        var last = -Double.infinity
        return turnsOnlySeenBackwards.sorted().count { turn in
            guard startSeconds - reach < turn, turn < endSeconds + reach, turn - last > period / 2,
                !reps.contains(where: { $0.startSeconds < turn && turn < $0.endSeconds })
            else { return false }
            last = turn
            return true
        }
    }

    /// Two reps more at either end lie within so many periods.
    private static let openPeriods = 2.5

    /// Whether some of its reps may be none. Fewer than three have nothing to be compared with and are taken as they are: reading them again
    /// opened ranges and made none right.
    var isInDoubt: Bool {
        !repsBefore.isEmpty || !repsAfter.isEmpty || reps.contains { ($0.confidence ?? 1) < RepEvidence.beyondDoubt }
    }

    /// Reps, wherever they stand, that hardly resemble the others.
    private var unlikelyReps: Int { reps.count { ($0.confidence ?? 1) < RepEvidence.unlikely } }
}

extension [DetectedSet] {
    /// Sets in time order, each with its further reps (`DetectedSet.completed`) where neither neighbour lies.
    public func completed() -> [DetectedSet] {
        indices.map { index in
            self[index].completed(
                from: index > 0 ? self[index - 1].endSeconds : -.infinity,
                to: index + 1 < count ? self[index + 1].startSeconds : .infinity)
        }
    }
}
