import Motion
import SessionModel

/// A session whose sets and holds carry the numbers by which the page refers to them: 1, 2, 3 ... in order of time.
struct MarkedSession {
    struct Marked<Result> {
        let number: Int
        /// Name and leg for people: `Lunge, left`.
        let name: String
        let result: Result
        /// What the plan asks for; `nil` where it asks for nothing like that.
        let prescribed: Prescription?
    }

    let session: Session
    let sets: [Marked<SetResult>]
    let holds: [Marked<HoldResult>]

    init(_ session: Session) {
        self.session = session
        let starts = (session.sets.map(\.startSeconds) + session.holds.map(\.startSeconds)).enumerated()
            .sorted { ($0.element, $0.offset) < ($1.element, $1.offset) }
        var numbers = Array(repeating: 0, count: starts.count)
        for (rank, start) in starts.enumerated() { numbers[start.offset] = rank + 1 }
        let items = session.plan?.items ?? []
        sets = session.sets.enumerated().map { index, set in
            Marked(
                number: numbers[index], name: Wording.name(set.exercise, side: set.side), result: set,
                prescribed: items.first { $0.detectedReps != nil && $0.matched.contains(index) }?.prescribed)
        }
        holds = session.holds.enumerated().map { index, hold in
            let own = items.first { $0.detectedHoldSeconds != nil && $0.matched.contains(index) }
            // A hold too many, or cut in two, is still measured against what the plan asks of that stretch.
            let alike = items.first { $0.exercise == hold.exercise && $0.prescribed.reps == nil }
            return Marked(
                number: numbers[session.sets.count + index],
                name: Wording.name(hold.exercise, side: hold.side.map { $0 == .left ? .left : .right }), result: hold,
                prescribed: (own ?? alike)?.prescribed)
        }
    }
}
