import ExerciseCatalog
import Foundation
import Motion

/// Names sets that look like two exercises by their place in the plan.
///
/// From a wrist a lunge looks like a squat, and from a shank so does a bridge; what comes before and after tells them apart. The
/// names of all sets are chosen together, by the path through the plan that costs least (Viterbi, IEEE Trans. Inf. Theory 1967; of
/// two ways to one item only the cheaper goes on, though the other may have left more time): a name costs as much as it fits worse
/// than the one that fits best, the path as much as it leaves the order of the plan. People do leave it, leave out and repeat, so
/// order settles only what the movement leaves open (`Parameters.openMargin`), and a set that looks like one exercise alone keeps
/// its name, whatever the plan says.
///
/// How many reps the plan asks for takes no part in this.
struct PlanNaming {
    /// Costs in log scores (`Recognition.logScore`), chosen on one half of the people in simulated sessions. Two thirds of them or
    /// twice as much names about as many sets right, and the other half of the people gains likewise.
    struct Parameters: Sendable {
        /// A name is open as long as it fits at most so much worse: its membership is 0.6 of the best one's. Of simulated
        /// sessions as many are named right with any value from 0.3 up.
        var openMargin = 0.5
        /// An item left out that could have been seen, or that there was no time for.
        var leftOut = 0.25
        /// One set more than an item asks for, such as the second half of one that was interrupted.
        var again = 0.25
        /// Going back to an item that stands earlier in the plan.
        var back = 0.5
        /// A set beside the plan.
        var beside = 0.5
        /// Seconds that a set of what cannot be seen, or a stretch, takes at least: ten of the quickest reps, half of a stretch. People
        /// leave out such items too, and nobody sees it; but who had no time for them did leave them out.
        var unseenSeconds = 10.0

        init() {}
    }

    /// One item of the plan that is done in sets.
    private struct Slot {
        var exercise: String
        /// Sets asked for, of all legs that can be seen.
        var sets: Int
    }

    /// What a way through the plan passes by.
    private struct Passed {
        /// Cost of leaving out all that could be seen.
        var leftOut = 0.0
        /// Items that are no slots or cannot be seen, stretches seen or not, and their sets.
        var unseen = 0
        var unseenSets = 0
    }

    /// The cheapest path to here: its newest set is the how manieth of which item.
    private struct State {
        var slot = -1
        var sets = 0
        var cost = 0.0
        /// When that set ended, in seconds.
        var endSeconds = -Double.infinity
        /// Which of its names that set has.
        var choice = 0
        /// State one set before, by index.
        var previous = 0
    }

    /// More sets of one item are all alike.
    private static let mostSets = 8
    /// A session has no more items; time grows with their number squared.
    private static let mostSlots = 100

    let parameters: Parameters
    private let slots: [Slot]
    /// From the start of the plan to each slot, without it and with it, and to the end of the plan.
    private let before: [Passed]
    private let after: [Passed]

    init(_ plan: Plan, site: SensorSite, parameters: Parameters = Parameters()) {
        self.parameters = parameters
        var slots: [Slot] = []
        var (before, after) = ([Passed](), [Passed]())
        var soFar = Passed()
        for item in plan.items {
            let seen = item.sides.count { site.isObservable(item.exercise, side: $0) != false }
            let isStretch = item.exercise.kind == .stretch
            if !isStretch { before.append(soFar) }
            if isStretch || seen == 0 {
                soFar.unseen += 1
                soFar.unseenSets += max(1, item.sides.count) * min(Self.mostSets, item.sets)
            } else {
                soFar.leftOut += parameters.leftOut
            }
            if !isStretch {
                after.append(soFar)
                slots.append(Slot(
                    exercise: item.exercise.name, sets: min(Self.mostSets, max(1, seen) * min(Self.mostSets, item.sets))))
            }
        }
        self.slots = slots
        self.before = before + [soFar]
        self.after = after
    }

    /// Names that sets of this plan can have.
    var names: Set<String> { Set(slots.map(\.exercise)) }

    /// The sets under the names that the plan settles; what each looks like by itself, where that is another, is kept in
    /// `Recognition.looksLike`.
    /// - Parameter sets: in time order, each under the names it may have, its own first; none is empty.
    func named(_ sets: [[Recognition]]) -> [Recognition] {
        guard slots.count <= Self.mostSlots else { return sets.map { $0[0] } }
        var layers = [[State()]]
        for names in sets { layers.append(states(after: layers[layers.count - 1], names)) }
        let last = layers[layers.count - 1]
        var state = last.indices.min { end(last[$0]) < end(last[$1]) } ?? 0
        var choices: [Int] = []
        for layer in layers.dropFirst().reversed() {
            choices.append(layer[state].choice)
            state = layer[state].previous
        }
        return zip(sets, choices.reversed()).map { names, choice in
            var named = names[choice]
            guard choice > 0 else { return named }
            named.looksLike = .init(exercise: names[0].exercise, reps: names[0].reading.count)
            named.certainty = names[0].certainty * exp(min(0, named.logScore - names[0].logScore))
            return named
        }
    }

    private func end(_ state: State) -> Double { state.cost + leftOut(from: state.slot, to: slots.count) }

    /// Cost of the way from one item to a later one.
    /// - Parameters:
    ///   - slot: -1 for the start of the plan.
    ///   - seconds: from the end of the set of the one to the start of that of the other; `nil` for the end of the plan.
    private func leftOut(from slot: Int, to next: Int, seconds: Double? = nil) -> Double {
        let (from, to) = (slot < 0 ? Passed() : after[slot], before[next])
        let cost = to.leftOut - from.leftOut
        let sets = to.unseenSets - from.unseenSets
        guard let seconds, slot >= 0, sets > 0 else { return cost }
        let undone = max(0, 1 - max(0, seconds) / (parameters.unseenSeconds * Double(sets)))
        return cost + undone * parameters.leftOut * Double(to.unseen - from.unseen)
    }

    /// The cheapest way to each state with one set more. Of ways that cost the same the one first offered stays.
    private func states(after states: [State], _ names: [Recognition]) -> [State] {
        var best: [Int: State] = [:]
        func offer(_ state: State) {
            let key = (state.slot + 1) * (Self.mostSets + 1) + state.sets
            if best[key].map({ $0.cost > state.cost }) ?? true { best[key] = state }
        }
        for (previous, from) in states.enumerated() {
            let beside = names[0].isRecognised ? parameters.beside : 0
            offer(State(
                slot: from.slot, sets: from.sets, cost: from.cost + beside, endSeconds: from.endSeconds, choice: 0,
                previous: previous))
            for (choice, name) in names.enumerated() {
                let worse = max(0, names[0].logScore - name.logScore)
                for (index, slot) in slots.enumerated() where slot.exercise == name.exercise {
                    let isSame = index == from.slot
                    let way = isSame
                        ? (from.sets < slot.sets ? 0 : parameters.again)
                        : index > from.slot
                            ? leftOut(from: from.slot, to: index, seconds: name.reading.startSeconds - from.endSeconds)
                            : parameters.back
                    offer(State(
                        slot: index, sets: isSame ? min(from.sets + 1, slot.sets) : 1, cost: from.cost + worse + way,
                        endSeconds: name.reading.endSeconds, choice: choice, previous: previous))
                }
            }
        }
        return best.sorted { $0.key < $1.key }.map(\.value)
    }
}
