import Motion
import SessionModel

/// The whole session as strips, one below the other like lines of a text, so that every rep can be seen on a phone and on
/// paper. Positions along a strip are percent of its width or thousandths of it within the drawing.
struct TimelineView {
    struct Strip {
        let number: Int
        let span: String
        let ticks: [Tick]
        let labels: [Label]
        let gaps: [Gap]
        let drawing: TimelineDrawing
    }

    /// A time below the strip.
    struct Tick {
        let left: String
        let clock: String
    }

    /// A set or hold named above the strip, leading to its section.
    struct Label {
        let left, width: String
        let number: Int
        let name: String
        let kind: String
        /// What a pointer over it, or a screen reader, tells.
        let hint: String
        /// Seconds held; `nil` for a set.
        let seconds: String?
    }

    struct Gap {
        let left, width, hint: String
    }

    let strips: [Strip]
    /// `6 sets, 2 holds`; `nil` where there is nothing.
    let counts: String?
    /// What the curve is; `nil` where it was not drawn.
    let signal: String?
    /// Lean at the top of each strip; `nil` without a curve.
    let scale: String?
    let hasHolds, hasReps, hasGaps, hasTargets: Bool

    /// `nil` for a recording without length.
    init?(_ marked: MarkedSession, trace: SignalTrace?, prefix: String) {
        let session = marked.session
        let ends = session.sets.map(\.endSeconds) + session.holds.map(\.endSeconds)
        let duration = max(session.recording.durationSeconds, ends.max() ?? 0)
        guard duration > 0, duration.isFinite else { return nil }
        let layout = StripLayout(durationSeconds: duration)
        let curve = trace.map { TiltCurve($0) }
        strips = layout.strips.enumerated().map { index, span in
            Strip(
                number: index + 1, span: "\(Wording.clock(span.lowerBound)) to \(Wording.clock(min(duration, span.upperBound)))",
                ticks: layout.ticks(in: span).map { Tick(left: $0.percent, clock: Wording.clock($0.seconds)) },
                labels: Self.labels(marked, in: span, layout), gaps: Self.gaps(session.recording.gaps, in: span, layout),
                drawing: TimelineDrawing(marked, curve: curve, in: span, layout))
        }
        let gaps = session.recording.gaps
        let counts = [
            (session.sets.count, "set"), (session.holds.count, "hold"), (gaps.count, "gap"),
        ].filter { $0.0 > 0 }.map(Wording.number).joined(separator: ", ")
        self.counts = counts.isEmpty ? nil : counts
        signal = trace.map { trace in
            switch trace.reference {
            case .upright: "how far the sensor leans from upright, as walking showed it"
            case .start: "how far the sensor leans from where it was at the start"
            }
        }
        scale = curve.flatMap { Wording.fixed($0.topDegrees, decimals: 0) }.map { "\($0)\u{B0}" }
        hasHolds = !marked.holds.isEmpty
        hasReps = marked.sets.contains { !$0.result.detail.isEmpty }
        hasGaps = !gaps.isEmpty
        hasTargets = marked.holds.contains { $0.prescribed?.holdSeconds != nil }
    }

    private static func labels(_ marked: MarkedSession, in span: ClosedRange<Double>, _ layout: StripLayout) -> [Label] {
        let sets = marked.sets.compactMap { set -> Label? in
            let result = set.result
            guard let place = layout.place(result.startSeconds, result.endSeconds, in: span) else { return nil }
            let reps = "\(Effort(sets: [result]).count(result.reps)) \(result.reps == 1 ? "rep" : "reps")"
            let kind = Wording.isRecognised(result.exercise) ? "set" : "other"
            return Label(
                left: place.percent, width: place.widthPercent, number: set.number, name: set.name, kind: kind,
                hint: "\(set.name), \(reps), \(Wording.span(result.startSeconds, result.endSeconds))", seconds: nil)
        }
        let holds = marked.holds.compactMap { hold -> Label? in
            let result = hold.result
            guard let place = layout.place(result.startSeconds, result.endSeconds, in: span) else { return nil }
            let seconds = Wording.seconds(result.durationSeconds)
            return Label(
                left: place.percent, width: place.widthPercent, number: hold.number, name: hold.name, kind: "hold",
                hint: "\(hold.name), held \(seconds), \(Wording.span(result.startSeconds, result.endSeconds))",
                seconds: seconds)
        }
        return (sets + holds).sorted { $0.number < $1.number }
    }

    private static func gaps(
        _ gaps: [Motion.Gap], in span: ClosedRange<Double>, _ layout: StripLayout
    ) -> [Gap] {
        gaps.compactMap { gap in
            guard let place = layout.place(gap.startSeconds, gap.startSeconds + gap.durationSeconds, in: span) else {
                return nil
            }
            return Gap(
                left: place.percent, width: place.widthPercent,
                hint: "Gap of \(Wording.seconds(gap.durationSeconds)) at \(Wording.clock(gap.startSeconds))")
        }
    }
}
