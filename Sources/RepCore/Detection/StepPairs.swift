/// Reps whose way out and whose way back are excursions of their own.
///
/// The shank that steps forward into a lunge swings, stands as upright as before while the body sinks and rises over it, and
/// swings again on its way back: two swings alike in every signal that knows no place. Dead reckoning does: a swing begins
/// and ends at rest, so what it integrates to is a step, and steps of one leg that goes out and returns alternate.
struct StepPairs {
    /// Fewer excursions alternate by chance.
    private static let fewestExcursions = 6
    /// Share of the excursions that must find their counterpart.
    private static let sharePaired = 0.75
    /// Smallest step in metres: half of how far apart one out and one back are. People step 0.5 to 0.8 m into a lunge; what gyroscopes and
    /// imperfect rests add up to over a swing of two seconds is some 0.2 m, and goes the same way out and back.
    private static let smallestStepMetres = 0.3
    /// Steps of one person differ by less than this factor from their median.
    private static let largestRatio = 2.0
    /// The first and the last step come from somewhere else or go there; so much of the median will do.
    private static let smallestShare = 0.3
    /// How far before and after an excursion its rests are looked for, and over which time turning is averaged there, in seconds.
    private static let restReachSeconds = 1.5
    private static let momentSeconds = 0.25

    let segment: MovementSegment

    /// A set taken together to pairs.
    struct Result {
        /// Each rep goes out, stands at its turn, and comes back.
        var set: MovementSet
        /// Which excursions were its ways out; the next one of each was the way back.
        var out: [Int]
    }

    /// `nil` where the excursions of a set are no steps out and back.
    func merged(_ set: MovementSet) -> Result? {
        guard set.count >= Self.fewestExcursions, let angularRate = segment.angularRate else { return nil }
        let excursions = set.excursions
        let rests = rests(of: excursions, angularRate)
        guard let steps = steps(between: rests, angularRate), let usual = Statistics.median(steps.map(abs)),
            usual >= Self.smallestStepMetres, Self.areAlike(steps, usual)
        else { return nil }
        let turning = zip(excursions, excursions.dropFirst()).map { one, next in
            let between = angularRate[one.back...max(one.back, next.leave)]
            return between.reduce(0) { $0 + $1.length } / Double(between.count)
        }
        let pairs = Self.pairs(steps, usual, turning: turning)
        guard Double(2 * pairs.count) >= Self.sharePaired * Double(set.count) else { return nil }
        var result = Result(set: set, out: pairs)
        result.set.excursions = pairs.map { out in
            Excursion(
                homeBefore: rests[out].lowerBound, leave: excursions[out].leave,
                turn: (rests[out].upperBound + rests[out + 1].lowerBound) / 2, back: excursions[out + 1].back,
                homeAfter: rests[out + 1].upperBound)
        }
        result.set.stepMetres = usual
        result.set.exchanged = []
        result.set.unfinished = nil
        return result
    }

    private static func areAlike(_ steps: [Double], _ usual: Double) -> Bool {
        let likely = usual / largestRatio...usual * largestRatio
        return Double(steps.count { likely.contains(abs($0)) }) >= sharePaired * Double(steps.count)
    }

    /// Where the sensor rests before and after each excursion: where it turns least for a moment. In tilt, home is where it leans
    /// farthest the other way, which a swinging leg does just before it lands.
    private func rests(of excursions: [Excursion], _ angularRate: [SIMD3<Double>]) -> [ClosedRange<Int>] {
        let reach = Int(Self.restReachSeconds * segment.rateHz)
        let half = Int(Self.momentSeconds / 2 * segment.rateHz)
        func turning(_ index: Int) -> Double { angularRate[max(0, min(angularRate.count - 1, index))].length }
        func stillest(_ range: ClosedRange<Int>) -> Int {
            var sum = (range.lowerBound - half...range.lowerBound + half).reduce(0) { $0 + turning($1) }
            var least = (sum: sum, index: range.lowerBound)
            for index in range.dropFirst() {
                sum += turning(index + half) - turning(index - half - 1)
                if sum < least.sum { least = (sum, index) }
            }
            return least.index
        }
        return excursions.indices.map { index in
            let (leave, back) = (excursions[index].leave, excursions[index].back)
            let earliest = index > 0 ? excursions[index - 1].back : 0
            let latest = index + 1 < excursions.count ? excursions[index + 1].leave : segment.count - 1
            return stillest(min(leave, max(earliest, leave - reach))...leave)...stillest(back...max(back, min(latest, back + reach)))
        }
    }

    /// The way of each excursion along that in which they differ most, in metres from their middle; `nil` where they are no steps out
    /// and back, which most sets show in their first few excursions.
    private func steps(between rests: [ClosedRange<Int>], _ angularRate: [SIMD3<Double>]) -> [Double]? {
        var ways: [SIMD3<Double>] = []
        var unlike = 0
        for swing in rests {
            guard Double(swing.count) <= FeatureExtraction.longestReckoningSeconds * segment.rateHz,
                let way = RepPath.step(
                    acceleration: segment.acceleration, angularRate: angularRate, between: swing, rateHz: segment.rateHz)
            else { return nil }
            // Two steps of the least pair there may be lie farther apart.
            if let last = ways.last, (way - last).length < 2 * Self.smallestShare * Self.smallestStepMetres { unlike += 1 }
            guard Double(unlike) <= (1 - Self.sharePaired) * Double(rests.count) else { return nil }
            ways.append(way)
        }
        let middle = ways.reduce(.zero, +) / Double(ways.count)
        guard let axis = PrincipalAxis(of: ways)?.direction else { return nil }
        return ways.map { ($0 - middle).dot(axis) }
    }

    /// Indices of excursions that the next one takes back: of the two ways of pairing the one with more pairs, which a set that begins
    /// and ends at home has.
    ///
    /// - Parameter turning: how fast the sensor turns, on average, between each excursion and the next. Whoever stands in a lunge sinks
    ///   and rises, whoever is back stands still: it decides between as many pairs.
    private static func pairs(_ steps: [Double], _ usual: Double, turning: [Double]) -> [Int] {
        func pairs(_ sign: Double) -> [Int] {
            var (result, index) = ([Int](), 0)
            while index + 1 < steps.count {
                let isPair = min(sign * steps[index], -sign * steps[index + 1]) >= smallestShare * usual
                if isPair { result.append(index) }
                index += isPair ? 2 : 1
            }
            return result
        }
        func worth(_ pairs: [Int]) -> (Int, Double) {
            (pairs.count, pairs.reduce(0) { $0 + turning[$1] } / Double(max(1, pairs.count)))
        }
        return [pairs(1), pairs(-1)].max { worth($0) < worth($1) } ?? []
    }
}
