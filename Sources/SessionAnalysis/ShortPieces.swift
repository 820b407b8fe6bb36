import ExerciseCatalog
import RepCore

/// Adds to recognised sets the reps that a pause cut off them: pieces too short to be recognised by themselves.
///
/// Who stops after the second of ten squats to get their breath has done ten. A few excursions alone are nothing: a bow, sitting
/// down. What makes them reps is that they are like those of a set that they come soon before or after, in posture, size and tempo
/// (`MovementGroup`), with no other set between.
///
/// The pauses were chosen on the sessions of one half of simulated people, and the other half gains likewise; the distances are that
/// of a single excursion in `MovementGroup` and twice as much, and were not tuned. Of recordings of people one, blind, gets such a piece,
/// of four reps, and is right by it.
struct ShortPieces: Sendable {
    /// Largest squared distance of a single excursion, and of more, from the set it is said to belong to.
    var largestDistanceOfSingle = 0.5
    var largestDistance = 1.0
    /// Longest pause after more than one excursion, in those that a set may have (`SetJoin`): two alike are rarely chance. What comes
    /// so long after a set may as well begin the next, where nobody has to get up for it.
    var longerPause = 2.0
    /// Longest such piece; more reps speak for themselves.
    var mostReps = 5
    /// Longest whose reps need not be alike, and from where on they are (`Feature.likeness`, as squats must be): some steps on the way to
    /// the mat may be four excursions as large as the set's, but not four alike.
    var mostUnlikeReps = 3
    var leastLikeness = 0.75
    /// Size and duration of each of its reps, as a share of the set's medians, and how many are few enough to be compared so: steps and
    /// bends beside the sets of one simulator lie outside, reps of its lunges differ by as much.
    var sizes = 0.6...1.5
    var durations = 0.6...1.7
    var mostComparedOneByOne = 2
    private let join = SetJoin()

    /// Recognised sets in time order, with what belongs to them.
    /// - Parameter others: detected sets that were not recognised.
    func added(to recognitions: [Recognition], from others: [DetectedSet]) -> [Recognition] {
        var result = recognitions
        for piece in others where isShort(piece) {
            guard let (index, reading) = host(of: piece, among: result) else { continue }
            let set = result[index].reading
            result[index].reading = reading.startSeconds < set.startSeconds ? reading.joined(with: set) : set.joined(with: reading)
            let count = result[index].reading.count
            result[index].reading.features?.reps = count
            result[index].looksLike?.reps += reading.count
        }
        return result
    }

    private func isShort(_ piece: DetectedSet) -> Bool {
        piece.count <= ((piece.features?.likeness ?? 0) >= leastLikeness ? mostReps : mostUnlikeReps)
    }

    /// The nearest set, where the piece is like it, and the piece as it is read round the set's home.
    private func host(of piece: DetectedSet, among sets: [Recognition]) -> (index: Int, reading: DetectedSet)? {
        func pause(_ index: Int) -> Double {
            let set = sets[index].reading
            return max(piece.startSeconds - set.endSeconds, set.startSeconds - piece.endSeconds)
        }
        let nearest = sets.indices.min { pause($0) < pause($1) }
        guard let nearest, sets[nearest].isRecognised, pause(nearest) > -Self.sharedSeconds,
            pause(nearest) < longestPause(of: piece, beside: sets[nearest])
        else { return nil }
        let set = sets[nearest].reading
        let limit = piece.count == 1 ? largestDistanceOfSingle : largestDistance
        guard MovementGroup().distance(piece.portrait, set.portrait, in: set.kind) < limit else { return nil }
        let along = ([piece] + piece.exchanged.filter(isShort)).filter { reading in
            reading.tiltWay.dot(set.tiltWay) + reading.travelWay * set.travelWay > 0
        }
        return along.filter { isLike(set, $0) }.max { $0.count < $1.count }.map { (nearest, $0) }
    }

    /// Whether every rep of a piece that has few goes as far and takes as long as those of a set do; more make up for each other.
    private func isLike(_ set: DetectedSet, _ piece: DetectedSet) -> Bool {
        guard let usual = Statistics.median(set.reps.map(\.turnedDegrees)),
            let usualSeconds = Statistics.median(set.reps.map(\.durationSeconds))
        else { return false }
        return piece.count > mostComparedOneByOne || piece.reps.allSatisfy {
            sizes.contains($0.turnedDegrees / max(usual, .leastNormalMagnitude))
                && durations.contains($0.durationSeconds / max(usualSeconds, .leastNormalMagnitude))
        }
    }

    private func longestPause(of piece: DetectedSet, beside set: Recognition) -> Double {
        let isEarlier = piece.startSeconds < set.reading.startSeconds
        let isLying = set.posture?.isLying == true
        let pauses: Double = switch (isEarlier || isLying, piece.count) {
        case (true, 1): 1
        case (true, _): longerPause
        // Once is somebody sitting down, three times may begin something else; but who lies gets up first.
        case (false, 2): 1
        case (false, _): 0
        }
        return pauses * join.longestPause(beside: set)
    }

    /// Two readings may share so much at their ends, in seconds.
    private static let sharedSeconds = 0.5
}
