import Motion
import SessionModel

/// Everything about one exercise: what was prescribed and detected, each set rep by rep, left against right.
struct ExerciseView {
    struct SetView {
        let number: Int
        let anchor: String
        let setName, setSpan: String
        let figures: [Figure]
        let charts: [RepChart]
        /// Whether its reps alternate between the legs, which the marks then show.
        let alternates: Bool
    }

    struct Figure {
        let label, value: String
        /// What the value leaves open, or becomes of it.
        let besides: String?
    }

    let anchor: String
    let exerciseTitle: String
    let items: [PlanView.Row]
    let sets: [SetView]
    let holds: HoldsView?
    let comparison: SideComparison?

    /// Those of the plan in its order, then the rest in order of time.
    static func all(_ marked: MarkedSession, prefix: String) -> [ExerciseView] {
        let planned = marked.session.plan?.items.map(\.exercise) ?? []
        let found = (marked.sets.map { ($0.number, $0.result.exercise) } + marked.holds.map { ($0.number, $0.result.exercise) })
            .sorted { $0.0 < $1.0 }.map(\.1)
        var names: [String] = []
        for name in planned + found where !names.contains(name) { names.append(name) }
        return names.map { ExerciseView($0, in: marked, prefix: prefix) }
    }

    private init(_ exercise: String, in marked: MarkedSession, prefix: String) {
        let own = marked.sets.filter { $0.result.exercise == exercise }
        let items = marked.session.plan?.items.filter { $0.exercise == exercise } ?? []
        anchor = prefix + exercise
        exerciseTitle = Wording.title(exercise)
        self.items = items.map { PlanView.Row($0, of: marked.session) }
        let results = own.map(\.result)
        let target = items.first { $0.prescribed.reps != nil }?.prescribed.holdSeconds
        // A pause nobody asked for is not worth a chart.
        let tellsHolds = target != nil || marked.session.plan == nil
        let quantities = [
            RepChart.Quantity("Duration of each rep, s", unit: " s", decimals: 1, of: results) {
                $0.endSeconds - $0.startSeconds
            },
            RepChart.Quantity("Range of motion, degrees", unit: "\u{B0}", decimals: 0, of: results) {
                $0.rangeOfMotionDegrees
            },
            !tellsHolds
                ? nil
                : RepChart.Quantity("Held at the turn, s", unit: " s", decimals: 1, of: results, target: target) {
                    $0.holdSeconds
                },
        ].compactMap(\.self)
        sets = own.map { set in
            SetView(
                number: set.number, anchor: "\(prefix)\(set.number)", setName: Self.sideTitle(set.result),
                setSpan: Wording.span(set.result.startSeconds, set.result.endSeconds), figures: Self.figures(set.result, tellsHolds: tellsHolds),
                charts: quantities.compactMap { RepChart($0, of: set) }, alternates: set.result.side == .alternating)
        }
        holds = HoldsView(marked.holds.filter { $0.result.exercise == exercise }, prefix: prefix)
        comparison = SideComparison(
            sets: results, holds: marked.session.holds.filter { $0.exercise == exercise },
            placement: marked.session.recording.placement ?? marked.session.recording.inferredPlacement?.placements.first,
            tellsHolds: tellsHolds)
    }

    private static func sideTitle(_ set: SetResult) -> String {
        switch set.side {
        case .left: "Left"
        case .right: "Right"
        case .alternating: "Alternating"
        case nil: "Set"
        }
    }

    private static func figures(_ set: SetResult, tellsHolds: Bool) -> [Figure] {
        let figures = SetFigures(set.detail)
        let held = set.detail.count { $0.holdSeconds != nil }
        let reps = Figure(
            label: "Reps", value: Effort(sets: [set]).count(set.reps),
            besides: set.partial > 0 ? "\(Wording.number(set.partial, "partial rep")) not counted" : nil)
        let tempo = figures.tempoSeconds.map { tempo in
            Figure(
                label: "Tempo", value: Wording.seconds(tempo),
                besides: set.measures.durationVariation.flatMap(Wording.percent).map { "varies by \($0)" })
        }
        let range = figures.rangeOfMotionDegrees.flatMap { Wording.fixed($0, decimals: 0) }.map { degrees in
            Figure(label: "Range of motion", value: "\(degrees)\u{B0}", besides: nil)
        }
        let hold = (tellsHolds ? figures.holdSeconds : nil).map { seconds in
            Figure(label: "Held", value: Wording.seconds(seconds), besides: "in \(held) of \(Wording.number(set.detail.count, "rep"))")
        }
        let changes = [
            set.measures.durationChange.flatMap(Wording.change).map { "duration \($0)" },
            set.measures.rangeOfMotionChange.flatMap(Wording.change).map { "range \($0)" },
        ].compactMap(\.self)
        let trend = changes.first.map { first in
            Figure(label: "Last third", value: first, besides: changes.dropFirst().first)
        }
        let confidence = Wording.percent(set.confidence).map { Figure(label: "Confidence", value: $0, besides: nil) }
        return [reps, tempo, range, hold, trend, confidence].compactMap(\.self)
    }
}
