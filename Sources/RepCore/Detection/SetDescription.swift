/// Turns excursions in a signal into reps in seconds with their measures.
struct SetDescription {
    /// A pause longer than this between two reps belongs to neither, in seconds.
    static let longestSharedPauseSeconds = 1.5
    /// Low pass of the tilt in which borders are looked for where there is no gyroscope, in Hz.
    static let courseCutoffHz = 3.0
    /// Slower than this the posture is being held, in degrees a second.
    static let holdDegreesPerSecond = 12.0
    /// Shorter stays at the turn are turning round, not holding, in seconds.
    static let shortestHoldSeconds = 0.8
    /// Closer than this to home the posture is home's, in degrees: then the body moves and the sensor keeps still, and
    /// tilt knows neither when it sets out nor whether it holds.
    static let smallestTiltDegrees = 5.0
    /// Points of a smoothed course for each period of its cut-off from which its autocorrelation is taken.
    static let pointsPerCutoffPeriod = 12.0
    /// Reps less alike than this may be of two kinds; generated alternating lunges are alike by half at most.
    static let likenessOfOneKind = 0.6
    /// Portrait floor in m/s2.
    static let quietSize = 0.3

    let finder: SetFinder

    /// - Parameter looksForSteps: whether its excursions may be steps (`DetectedSet.stepPairs`); nobody asks other readings.
    func describe(
        _ set: MovementSet, in signals: inout MovementSignals, course: CourseSignals, features: FeatureSignals?,
        looksForSteps: Bool = true
    ) -> DetectedSet {
        var reps = self.reps(of: set, in: &signals)
        measureLikeness(of: &reps, in: set, signals: &signals, course: course)
        if set.count >= RepEvidence.fewestReps {
            let evidence = RepEvidence.of(set, likenesses: reps.map(\.likeness), in: course.slow)
            for (index, evidence) in evidence.enumerated() { reps[index].confidence = evidence.confidence }
            measureForce(of: &reps, in: set, signals)
        }
        let unfinished = unfinishedRep(of: set, in: &signals)
        let steps = zip(reps, reps.dropFirst()).map { $1.turnSeconds - $0.turnSeconds }
        let period = Statistics.median(steps) ?? set.repSeconds
        let autocorrelation = autocorrelation(of: set, period: period, in: &signals)
        var measures = features.map { FeatureExtraction(signals: $0, set: set, turnSeconds: reps.map(\.turnSeconds)).features() }
        measures?.autocorrelation = autocorrelation
        let portrait = self.portrait(of: set, reps: reps, period: period, in: signals, course: course)
        let stepPairs = looksForSteps && features != nil
            ? stepPairs(of: set, reps: reps, in: &signals, course: course, features: features) : []
        return DetectedSet(
            kind: set.kind, reps: reps, partialReps: set.partialReps, quality: set.quality, regularity: set.regularity,
            autocorrelation: autocorrelation, score: finder.score(set),
            weight: SetGrowth(finder.parameters).weight(set), portrait: portrait,
            tiltWay: way(of: set, in: SignalSpan(course.slow)),
            travelWay: way(of: set, in: course.slowTravel).x,
            turnHeight: TurnHeight(
                of: set, in: signals, along: signals.smoothed(set.kind, cutoffHz: set.cutoffHz, covering: set.reach)),
            features: measures,
            unfinished: unfinished,
            exchanged: set.exchanged.map {
                describe($0, in: &signals, course: course, features: features, looksForSteps: false)
            },
            strands: strands(of: set, likeness: measures?.likeness, course: course).map {
                var strand = describe($0, in: &signals, course: course, features: features, looksForSteps: false)
                // Between its reps lie those of the other.
                strand.features?.gap = nil
                strand.features?.gapEnergy = nil
                strand.features?.gapSinkMetres = nil
                return strand
            },
            stepPairs: stepPairs)
    }

    /// The set with steps out and steps back as reps, where they were found one by one. What speaks for the swings speaks for it: a leg
    /// that stands out there is as upright as at home, so the way to its turn is none, and how long it stands differs from rep to rep.
    /// - Parameter reps: the swings.
    private func stepPairs(
        of set: MovementSet, reps: [DetectedRep], in signals: inout MovementSignals, course: CourseSignals, features: FeatureSignals?
    ) -> [DetectedSet] {
        guard let merged = StepPairs(segment: signals.segment).merged(set) else { return [] }
        var described = describe(merged.set, in: &signals, course: course, features: features, looksForSteps: false)
        described.score = finder.score(set)
        described.turnHeight = nil
        func waves(_ swings: [Int]) -> [RepWaveform] {
            swings.map { RepWaveform(set.excursions[$0].leave...set.excursions[$0].back, in: course, travels: set.showsTravel) }
        }
        let likeness = RepWaveform.likenessToInner(waves(merged.out), waves(merged.out.map { $0 + 1 }))
        for (index, (out, likeness)) in zip(merged.out, likeness).enumerated() {
            described.reps[index].likeness = min(likeness.first, likeness.second)
            described.reps[index].likenessOut = likeness.first
            described.reps[index].likenessBack = likeness.second
            described.reps[index].confidence = [reps[out].confidence, reps[out + 1].confidence].compactMap { $0 }.min()
            described.reps[index].forceLikeness = nil
        }
        return [described]
    }

    /// What the body did in reps that may be none (`SetTrim`).
    private func measureForce(of reps: inout [DetectedRep], in set: MovementSet, _ signals: MovementSignals) {
        let doubtful = reps.indices.filter { (reps[$0].confidence ?? 1) < RepEvidence.doubtful }
        guard !doubtful.isEmpty, doubtful.count < reps.count, let period = ForceRhythm.period(of: [set]),
            let rhythm = ForceRhythm(set, period: period, in: signals)
        else { return }
        for index in doubtful { reps[index].forceLikeness = rhythm.turnLikeness(of: index) }
    }

    /// Travel that sees reps of two kinds in turn, taken apart.
    private func strands(of set: MovementSet, likeness: Double?, course: CourseSignals) -> [MovementSet] {
        guard set.kind == .travel, let likeness, likeness < Self.likenessOfOneKind,
            let kinds = RepWaveform.alternating(set.excursions.map { RepWaveform($0.leave...$0.back, in: course) })
        else { return [] }
        return [true, false].map { kind in
            var strand = set
            strand.excursions = zip(set.excursions, kinds).filter { $1 == kind }.map(\.0)
            strand.exchanged = []
            strand.unfinished = nil
            return strand
        }
    }

    private func unfinishedRep(of set: MovementSet, in signals: inout MovementSignals) -> UnfinishedRep? {
        guard let excursion = set.unfinished else { return nil }
        var alone = set
        alone.excursions = [excursion]
        let force = signals.smoothed(.tilt, cutoffHz: Self.courseCutoffHz, covering: set.reach)
        func mean(_ index: KeyPath<Excursion, Int>) -> SIMD3<Double> {
            set.excursions.reduce(SIMD3.zero) { $0 + force[$1[keyPath: index]] } / Double(set.count)
        }
        return reps(of: alone, in: &signals).first.map {
            UnfinishedRep(rep: $0, home: mean(\.homeBefore), turn: mean(\.turn))
        }
    }

    private func measureLikeness(
        of reps: inout [DetectedRep], in set: MovementSet, signals: inout MovementSignals, course: CourseSignals
    ) {
        let waves = set.excursions.map { RepWaveform($0.leave...$0.back, in: course, travels: set.showsTravel) }
        for (index, likeness) in RepWaveform.likenessToInner(waves).enumerated() { reps[index].likeness = likeness }
        // How long a turn is held differs from rep to rep; the ways there and back do not hold.
        let signal = signals.smoothed(set.kind, cutoffHz: set.cutoffHz, covering: set.reach)
        let ways = set.excursions.map { $0.ways(along: signal) }
        let likeness = RepWaveform.likenessToInner(
            ways.map { RepWaveform($0.out, in: course, travels: set.showsTravel) },
            ways.map { RepWaveform($0.back, in: course, travels: set.showsTravel) })
        for (index, likeness) in likeness.enumerated() {
            reps[index].likenessOut = likeness.first
            reps[index].likenessBack = likeness.second
        }
    }

    /// Whether vertical travel sees its own high pass instead of reps: the sensor tilts and then keeps still where travel
    /// claims to turn round. A squat held at the bottom does not rise; its travel, high-passed, does.
    func isHighPassSwing(_ set: MovementSet, in signals: MovementSignals) -> Bool {
        guard set.kind == .travel else { return false }
        let tilts = set.excursions.map {
            largestAngle(from: $0.homeBefore, over: $0.leave...$0.back, signals.up)
        }
        let holds = set.excursions.map {
            hold(at: $0, in: signals).map { Double($0.count - 1) / signals.segment.rateHz } ?? 0
        }
        return (Statistics.median(tilts) ?? 0) > 10 && (Statistics.median(holds) ?? 0) > 1
    }

    private func reps(of set: MovementSet, in signals: inout MovementSignals) -> [DetectedRep] {
        let segment = signals.segment
        let reach = set.reach
        // With a gyroscope up does not feel the body's own accelerations; without one it lags.
        let course = segment.angularRate == nil
            ? signals.smoothed(.tilt, cutoffHz: Self.courseCutoffHz, covering: reach) : SignalSpan(signals.up)
        let rangeOfMotion = RangeOfMotion(&signals, covering: reach)
        let sharedPause = Int(Self.longestSharedPauseSeconds * segment.rateHz)
        return set.excursions.indices.map { index in
            let excursion = set.excursions[index]
            let posture = Math.degrees(ofCosine: signals.up[excursion.homeBefore].dot(signals.up[excursion.turn]))
            let isTilted = posture >= Self.smallestTiltDegrees
            /// Border on one side: home, which the neighbour shares, or where the movement sets out from its rest.
            func border(_ home: Int, _ near: Int, neighbour: Int?) -> Double {
                if let neighbour, abs(near - neighbour) <= sharedPause { return Double(home) }
                if isTilted, set.kind == .tilt {
                    // Farther out lies not this movement but whatever comes before or after it.
                    let outermost = near < excursion.turn ? max(home, near - sharedPause) : min(home, near + sharedPause)
                    return MovementOnset.position(in: course, from: excursion.turn, to: outermost)
                }
                // The high pass swings travel past home just where it sets out; farther away lies rest.
                return Double(abs(near - home) <= sharedPause ? home : near)
            }
            let previous = index > 0 ? set.excursions[index - 1].back : nil
            let following = index + 1 < set.excursions.count ? set.excursions[index + 1].leave : nil
            let start = border(excursion.homeBefore, excursion.leave, neighbour: previous)
            let end = border(excursion.homeAfter, excursion.back, neighbour: following)
            let hold = isTilted ? hold(at: excursion, in: signals) : nil
            let turn = hold.map { Double($0.lowerBound + $0.upperBound) / 2 } ?? Double(excursion.turn)
            func seconds(_ position: Double) -> Double { segment.startSeconds + position / segment.rateHz }
            return DetectedRep(
                startSeconds: seconds(start), turnSeconds: seconds(turn), endSeconds: seconds(end),
                tiltDegrees: largestAngle(from: excursion.homeBefore, over: excursion.leave...excursion.back, signals.up),
                rangeOfMotionDegrees: rangeOfMotion.degrees(of: excursion, seconds: (end - start) / segment.rateHz),
                holdSeconds: hold.map { Double($0.count - 1) / segment.rateHz })
        }
    }

    private func largestAngle(from index: Int, over range: ClosedRange<Int>, _ up: [SIMD3<Double>]) -> Double {
        let home = up[index]
        let cosine = range.reduce(1.0) { min($0, up[$1].dot(home)) }
        return Math.degrees(ofCosine: cosine)
    }

    /// The stretch around the turn in which the posture hardly changes.
    private func hold(at excursion: Excursion, in signals: MovementSignals) -> ClosedRange<Int>? {
        let up = signals.up
        // A quarter of a second apart, so that sensor noise does not look like movement.
        let apart = max(1, Int(signals.segment.rateHz / 4))
        let limit = Math.cos(Self.holdDegreesPerSecond * Double(apart) / signals.segment.rateHz * .pi / 180)
        func still(_ index: Int) -> Bool {
            let (a, b) = (max(0, index - apart / 2), min(up.count - 1, index + (apart + 1) / 2))
            return up[a].dot(up[b]) > limit
        }
        guard still(excursion.turn) else { return nil }
        var first = excursion.turn
        while first > excursion.leave, still(first - 1) { first -= 1 }
        var last = excursion.turn
        while last < excursion.back, still(last + 1) { last += 1 }
        return Double(last - first) / signals.segment.rateHz >= Self.shortestHoldSeconds ? first...last : nil
    }

    /// How alike the movement is to itself one period later.
    private func autocorrelation(of set: MovementSet, period: Double, in signals: inout MovementSignals) -> Double? {
        guard set.count >= RepEvidence.fewestReps else { return nil }
        let course = signals.smoothed(set.kind, cutoffHz: set.cutoffHz, covering: set.reach)
        // Between points so close the smoothed course is as good as straight; time grows with their number squared.
        let step = max(1, Int(signals.segment.rateHz / (Self.pointsPerCutoffPeriod * set.cutoffHz)))
        let points = stride(from: set.start, through: set.end, by: step).map { course[$0] }
        let rateHz = signals.segment.rateHz / Double(step)
        let (shortest, longest) = (0.7 * period, 1.3 * period)
        return Autocorrelation.normalized(
            points, minimumLag: Int(shortest * rateHz) - 1, maximumLag: Int(longest * rateHz) + 1, .unbiased
        ).map {
            let found = Autocorrelation.dominantPeriod($0, rateHz: rateHz, seconds: shortest...longest)
            return min(1, found?.strength ?? 0)
        }
    }

    private func portrait(
        of set: MovementSet, reps: [DetectedRep], period: Double, in signals: MovementSignals, course: CourseSignals
    ) -> MovementPortrait {
        let range = set.start...set.end
        let slow = signals.posture[range]
        let tilt = SignalSpan(course.slow)
        return MovementPortrait(
            posture: slow.reduce(.zero, +) / Double(slow.count), tiltSize: tilt[range].spread + Self.quietSize,
            travelSize: course.slowTravel[range].spread + Self.quietSize,
            periodSeconds: period,
            tiltDegrees: Statistics.median(reps.map(\.tiltDegrees)) ?? 0)
    }

    /// Mean way from home to turn in a signal.
    private func way(of set: MovementSet, in signal: SignalSpan) -> SIMD3<Double> {
        set.excursions.reduce(SIMD3.zero) {
            $0 + signal[$1.turn] - (signal[$1.homeBefore] + signal[$1.homeAfter]) * 0.5
        } / Double(set.count)
    }
}
