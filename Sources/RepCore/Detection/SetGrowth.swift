/// Reads a candidate again on its own axis and at its own tempo, and grows it outwards.
struct SetGrowth {
    let parameters: SetFinder.Parameters
    /// Whether all sets are of one movement: then the reading round the other end takes in whatever lies within the set. Among
    /// everything somebody does that joins neighbours that are two sets.
    let isOfOneMovement: Bool

    init(_ parameters: SetFinder.Parameters, ofOneMovement isOfOneMovement: Bool = false) {
        self.parameters = parameters
        self.isOfOneMovement = isOfOneMovement
    }

    /// What an excursion at the edge of a set must be like to belong, relative to the set's own amplitude and duration.
    private struct Edge {
        var innerWay: ClosedRange<Double>
        /// On the outer side the movement may come from, or go to, something else: part of the way must be seen, less
        /// where the recording was cut.
        var outerWay: Double
        var outerWayWhenCut: Double
        /// Travel knows no absolute level: its high pass moves home while the set begins and ends.
        var homeDistance: Double
        var homeDistanceOfTravel: Double
        var turnDistance: Double
        var duration: ClosedRange<Double>
        /// In m/s2; only vertical travel needs it.
        var postureChange: Double
        /// So far, in m/s2, a body shifts between two reps however small they are: six degrees. With 1.5 the same recordings of people
        /// are right, but for one more rep at a wrist.
        var shift = 0.0

        /// Counted.
        static let belonging = Edge(
            innerWay: 0.5...1.8, outerWay: 0.5, outerWayWhenCut: 0.35, homeDistance: 0.5, homeDistanceOfTravel: 1,
            turnDistance: 0.45, duration: 0.4...1.9, postureChange: 6, shift: 1)
        /// Beyond doubt.
        static let certain = Edge(
            innerWay: 0.6...1.5, outerWay: 0.6, outerWayWhenCut: 0.5, homeDistance: 0.4, homeDistanceOfTravel: 0.8,
            turnDistance: 0.4, duration: 0.5...1.6, postureChange: 5)

        static let swing = 0.3
        /// Within this distance of the segment's end the outer home may be cut off, in seconds.
        static let cutSeconds = 0.6
    }

    /// The candidate with its better choice of home; the other choice is kept in `exchanged`.
    ///
    /// Home is the end that more excursions return to: with N reps there are N + 1 stays at home and N turns. Rest at
    /// home before and after breaks ties.
    ///
    /// - Parameter taken: sets that are certain already: none is resumed in them.
    func refine(_ candidate: MovementSet, in signals: inout MovementSignals, besides taken: [MovementSet] = []) -> MovementSet? {
        let rateHz = signals.segment.rateHz
        let cutoffHz = Self.cutoffHz(parameters.cutoffPerRep / max(candidate.repSeconds, 0.3))
        let posture = signals.posture
        guard let way = candidate.excursion.normalized else { return nil }
        let axis = candidate.homeIsHigh ? way * -1 : way
        let margin = Int((3 * candidate.repSeconds + 2) * rateHz)
        let region = max(0, candidate.start - margin)..<min(signals.segment.count, candidate.end + margin)
        let signal = signals.smoothed(candidate.kind, cutoffHz: cutoffHz, covering: region)
        let chains = ExcursionChains(parameters, kind: candidate.kind, rateHz: rateHz)
        let found = chains.find(
            in: signal, posture: posture, along: axis, region: region, swing: parameters.swingShare * candidate.amplitude)
        let readings = [true, false].compactMap { homeIsHigh -> MovementSet? in
            let near = found.filter { $0.homeIsHigh == homeIsHigh && common($0, candidate) > 0 }
            guard var best = near.max(by: { rank($0, candidate) < rank($1, candidate) }) else { return nil }
            best.cutoffHz = cutoffHz
            if best.count >= 2 { best = grown(best, posture: posture, in: &signals, besides: taken) }
            best.restAtHomeSeconds = restAtHome(best, in: &signals)
            return best
        }.sorted { (weight($0), $0.quality) > (weight($1), $1.quality) }
        guard var result = readings.first else { return nil }
        result.exchanged = readings.dropFirst().map { reading in
            // A single excursion shows where its like would lie only beside a run of those round its other end.
            if !isOfOneMovement, reading.count == 1, result.count > 1 {
                var grown = grown(reading, posture: posture, in: &signals, besides: taken)
                grown.restAtHomeSeconds = restAtHome(grown, in: &signals)
                return grown
            }
            // Whole chains beside it may be of another tempo and size where one movement is all there is.
            let beside = isOfOneMovement ? mended(reading, with: found.filter { $0.count >= Self.fewestOfAPiece }, within: result) : reading
            let missing = max(beside.start - result.start, result.end - beside.end)
            guard Double(missing) > Self.fewestMissing * result.repSeconds * rateHz else { return beside }
            let whole = result.reach
            let pieces = chains.find(
                in: signals.smoothed(candidate.kind, cutoffHz: cutoffHz, covering: whole), posture: posture, along: axis, region: whole,
                swing: parameters.swingShare * candidate.amplitude)
            let speaking = pieces.filter { $0.count >= Self.fewestOfAPiece || candidate.kind == .tilt && isLike($0, beside) }
            return mended(beside, with: speaking, within: result)
        }
        return result
    }

    /// A reading with what it was broken off from: a pause at its home is one long rep of the set, reps of another tempo may not end where
    /// those before do, and what overlaps the set is not looked at again. Which end is home was decided before: pieces are not yet known to
    /// belong together then.
    private func mended(_ reading: MovementSet, with pieces: [MovementSet], within set: MovementSet) -> MovementSet {
        let rest = pieces.filter { $0.homeIsHigh == reading.homeIsHigh && common($0, set) > 0 && common($0, reading) <= 0 }
        guard let last = rest.map(\.end).max() else { return reading }
        var result = reading
        result.excursions = ([reading] + rest).flatMap(\.excursions).sorted { $0.turn < $1.turn }
        result.partialReps += rest.reduce(0) { $0 + $1.partialReps }
        if last > reading.end { result.unfinished = nil }
        return result
    }

    /// Whether a piece too short to speak for itself is as large as the others and begins where they do.
    private func isLike(_ piece: MovementSet, _ set: MovementSet) -> Bool {
        let limit = parameters.largestDifference * set.excursion.length
        return (piece.excursion - set.excursion).length < limit && (piece.home - set.home).length < limit
    }

    /// Fewer excursions are no set that could be resumed.
    private static let fewestResumed = 3

    /// Two excursions alone are as likely something else, but for those of tilt like the others: vertical travel knows no level, and with them
    /// a flight of stairs becomes a set of lunges.
    private static let fewestOfAPiece = 3
    /// In reps of the set: what is looked for round its other end where the reading there ends so much sooner.
    private static let fewestMissing = 1.5

    /// The cut-off in steps of 7 %: candidates of nearly the same tempo share one smoothed signal.
    private static func cutoffHz(_ wanted: Double) -> Double {
        let (lowest, highest, step) = (0.35, 3.0, 1.07)
        guard wanted > lowest else { return lowest }
        let steps = (Math.log(min(wanted, highest) / lowest) / Math.log(step)).rounded(.up)
        return min(highest, lowest * Math.pow(step, steps))
    }

    /// Excursions plus a fraction for rest at home: what decides between the two choices of home.
    func weight(_ set: MovementSet) -> Double {
        Double(set.count) + 0.4 * set.restAtHomeSeconds
    }

    private func common(_ one: MovementSet, _ other: MovementSet) -> Int {
        min(one.end, other.end) - max(one.start, other.start)
    }

    private func rank(_ set: MovementSet, _ candidate: MovementSet) -> (Int, Int, Double) {
        let covers = 2 * common(set, candidate) > candidate.end - candidate.start
        return (covers ? 1 : 0, set.count, SetFinder(parameters).score(set))
    }

    private func restAtHome(_ set: MovementSet, in signals: inout MovementSignals) -> Double {
        guard set.kind == .tilt else { return 0 }
        let rateHz = signals.segment.rateHz
        let near = 0.35 * set.excursion.length
        let longest = 2.0
        let first = max(0, set.start - Int((longest * rateHz).rounded(.up)))
        let last = min(signals.segment.count - 1, set.end + Int((longest * rateHz).rounded(.up)))
        let signal = signals.smoothed(set.kind, cutoffHz: set.cutoffHz, covering: first..<last + 1)
        var before = set.start
        while before > first, (signal[before] - set.home).length < near { before -= 1 }
        var after = set.end
        while after < last, (signal[after] - set.home).length < near { after += 1 }
        return (min(longest, Double(set.start - before) / rateHz) + min(longest, Double(after - set.end) / rateHz)) / 2
    }

    private func grown(
        _ set: MovementSet, posture: [SIMD3<Double>], in signals: inout MovementSignals, besides taken: [MovementSet]
    ) -> MovementSet {
        let end = signals.segment.count
        let rateHz = signals.segment.rateHz
        var result = set
        /// Covers what has been looked at so far; `see` widens it.
        var signal = signals.smoothed(set.kind, cutoffHz: set.cutoffHz, covering: set.reach)
        func see(_ region: Range<Int>) {
            let own = result.reach
            let all = min(own.lowerBound, region.lowerBound)..<max(own.upperBound, region.upperBound)
            signal = signals.smoothed(set.kind, cutoffHz: set.cutoffHz, covering: all)
        }
        let amplitude = set.excursion.length
        guard let axis = set.excursion.normalized else { return set }
        let count = Double(set.count)
        let turnMean = set.excursions.reduce(SIMD3.zero) { $0 + signal[$1.turn] } / count
        let home = set.excursions.reduce(SIMD3.zero) { $0 + (signal[$1.homeBefore] + signal[$1.homeAfter]) * 0.5 } / count
        let turnPosture = set.excursions.reduce(SIMD3.zero) { $0 + posture[$1.turn] } / count
        let pause = max(parameters.pauseInReps * set.repSeconds, parameters.shortPauseSeconds)
        let reach = Int((pause + 2.5 * set.repSeconds) * rateHz)
        let cut = Int(Edge.cutSeconds * rateHz)

        func excursions(in region: Range<Int>) -> [Excursion] {
            let line = signal.projected(on: axis, over: region)
            let points = TurningPoints.find(in: line, swing: Edge.swing * amplitude)
            return Excursion.read(points, in: line, homeIsHigh: false, offset: region.lowerBound)
        }
        func next(in region: Range<Int>, forwards: Bool) -> Excursion? {
            let excursions = excursions(in: region)
            guard let edge = forwards ? excursions.first : excursions.last else { return nil }
            return passingHome(edge, forwards: forwards)
        }
        /// What comes before or after a set may lie beyond home; the rep ends where it passes home, not there.
        func passingHome(_ edge: Excursion, forwards: Bool) -> Excursion {
            let side = forwards ? edge.turn...edge.homeAfter : edge.homeBefore...edge.turn
            func distance(_ index: Int) -> Double { (signal[index] - home).length }
            guard let passed = side.min(by: { distance($0) < distance($1) }), passed != edge.turn else { return edge }
            let level = signal[passed].dot(axis)
            let top = signal[edge.turn].dot(axis)
            func beyond(_ index: Int) -> Bool { signal[index].dot(axis) - level > Excursion.borderShare * (top - level) }
            var result = edge
            if forwards {
                result.homeAfter = passed
                result.back = (edge.turn...passed).first { !beyond($0) } ?? passed
            } else {
                result.homeBefore = passed
                result.leave = (passed...edge.turn).last { !beyond($0) } ?? passed
            }
            return result
        }
        /// The way out to a turn like the others', with which the segment ends.
        func unfinished(after set: MovementSet) -> Excursion? {
            let from = set.excursions[set.count - 1].homeAfter
            guard from < end - 1, end - from <= reach else { return nil }
            see(from..<end)
            let line = signal.projected(on: axis, over: from..<end)
            guard let turn = line.indices.max(by: { line[$0] < line[$1] }),
                let home = line[...turn].indices.min(by: { line[$0] < line[$1] })
            else { return nil }
            let way = line[turn] - line[home]
            let limits = Edge.certain
            guard limits.innerWay.contains(way / amplitude),
                (line[turn] - line[line.count - 1]) < Edge.belonging.outerWayWhenCut * amplitude,
                (signal[from + home] - set.home).length < limits.homeDistance * amplitude,
                (signal[from + turn] - turnMean).length < limits.turnDistance * amplitude
            else { return nil }
            let leave = (home...turn).last { line[$0] - line[home] <= Excursion.borderShare * way } ?? home
            return Excursion(
                homeBefore: from + home, leave: from + leave, turn: from + turn, back: end - 1, homeAfter: end - 1)
        }
        func belongs(_ edge: Excursion, forwards: Bool, to limits: Edge) -> Bool {
            let height = signal[edge.turn].dot(axis)
            let out = height - signal[edge.homeBefore].dot(axis)
            let back = height - signal[edge.homeAfter].dot(axis)
            let (inner, outer) = forwards ? (out, back) : (back, out)
            let outerHome = forwards ? edge.homeAfter : edge.homeBefore
            let seconds = Double(edge.back - edge.leave) / rateHz
            let isCutOff = outerHome < cut || outerHome > end - 1 - cut
            let homeDistance = set.kind == .tilt ? limits.homeDistance : limits.homeDistanceOfTravel
            return limits.innerWay.contains(inner / amplitude)
                && outer > (isCutOff ? limits.outerWayWhenCut : limits.outerWay) * amplitude
                && (isCutOff || (signal[outerHome] - home).length < max(homeDistance * amplitude, limits.shift))
                && limits.duration.contains(seconds / set.repSeconds)
                && (signal[edge.turn] - turnMean).length < max(limits.turnDistance * amplitude, limits.shift)
                && (set.kind == .tilt || (posture[edge.turn] - turnPosture).length < limits.postureChange)
        }
        /// So many points after, or before, the home that an excursion at an end of the set came to, or set out from.
        func look(beyond last: Excursion, by reach: Int, forwards: Bool) -> Range<Int> {
            let region = forwards
                ? last.homeAfter..<min(end, last.homeAfter + reach)
                : max(0, last.homeBefore + 1 - reach)..<last.homeBefore + 1
            see(region)
            return region
        }
        /// Seconds from one excursion to the next farther out.
        func gap(_ near: Excursion, _ far: Excursion, forwards: Bool) -> Double {
            Double(forwards ? far.leave - near.back : near.leave - far.back) / rateHz
        }
        /// The excursion that follows, or precedes, within the longest pause a set may have.
        func neighbour(of set: MovementSet, forwards: Bool) -> Excursion? {
            let last = set.excursions[forwards ? set.count - 1 : 0]
            let region = look(beyond: last, by: reach, forwards: forwards)
            guard let edge = next(in: region, forwards: forwards) else { return nil }
            return gap(last, edge, forwards: forwards) <= pause ? edge : nil
        }

        /// What goes on behind a pause in which one rep alone would not do, for it comes too late or fits too little: two beyond doubt,
        /// nearest first, and nothing that is certain already before them.
        func resumption(of set: MovementSet, forwards: Bool) -> [Excursion]? {
            guard set.count >= Self.fewestResumed else { return nil }
            let last = set.excursions[forwards ? set.count - 1 : 0]
            let reach = Int((parameters.resumedPauseSeconds + 4 * set.repSeconds) * rateHz)
            let found = excursions(in: look(beyond: last, by: reach, forwards: forwards))
            let nearest = forwards ? Array(found.prefix(2)) : Array(found.suffix(2).reversed())
            guard nearest.count == 2, gap(last, nearest[0], forwards: forwards) <= parameters.resumedPauseSeconds else { return nil }
            let resumed = [nearest[0], passingHome(nearest[1], forwards: forwards)]
            let span = min(last.back, resumed[1].leave)...max(last.leave, resumed[1].back)
            let areCertain = gap(resumed[0], resumed[1], forwards: forwards) <= set.repSeconds
                && resumed.allSatisfy { belongs($0, forwards: forwards, to: .certain) }
            return areCertain && !taken.contains { ($0.start...$0.end).overlaps(span) } ? resumed : nil
        }

        /// What belongs to the set next, nearest first; empty where it ends.
        func following(_ set: MovementSet, forwards: Bool) -> [Excursion] {
            if let edge = neighbour(of: set, forwards: forwards), belongs(edge, forwards: forwards, to: .belonging) { return [edge] }
            return resumption(of: set, forwards: forwards) ?? []
        }

        while case let more = following(result, forwards: true), !more.isEmpty { result.excursions += more }
        while case let more = following(result, forwards: false), !more.isEmpty {
            result.excursions.insert(contentsOf: more.reversed(), at: 0)
        }
        if result.kind == .tilt { result.unfinished = unfinished(after: result) }
        for forwards in [true, false] {
            let edge = result.excursions[forwards ? result.count - 1 : 0]
            if !belongs(edge, forwards: forwards, to: .certain) { result.doubtfulEdges += 1 }
        }
        return result
    }
}
