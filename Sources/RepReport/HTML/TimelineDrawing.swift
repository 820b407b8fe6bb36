import SessionModel

/// What is drawn on one strip, in a box 1000 wide and 112 high: shades of sets and holds, the curve, and below it a lane
/// of reps and holds.
struct TimelineDrawing {
    struct Shade {
        let x, width: String
        let kind: String
    }

    struct Bar {
        let x, width: String
        let kind: String
        let hint: String
    }

    struct Mark {
        let x: String
    }

    let shades: [Shade]
    /// Path of the curve; empty where there is none.
    let curve: [String]
    /// Prescribed ends of holds.
    let targets: [Bar]
    let bars: [Bar]
    /// Turning points of reps.
    let turns: [Mark]
    /// End of the recording on this strip.
    let end: String

    init(_ marked: MarkedSession, curve: TiltCurve?, in span: ClosedRange<Double>, _ layout: StripLayout) {
        func box(_ start: Double, _ end: Double) -> (x: String, width: String)? {
            layout.place(start, end, in: span).map { (Self.number($0.start), Self.number($0.width)) }
        }
        shades = marked.sets.compactMap { set in
            box(set.result.startSeconds, set.result.endSeconds).map {
                Shade(x: $0.x, width: $0.width, kind: Wording.isRecognised(set.result.exercise) ? "set" : "other")
            }
        } + marked.holds.compactMap { hold in
            box(hold.result.startSeconds, hold.result.endSeconds).map { Shade(x: $0.x, width: $0.width, kind: "hold") }
        }
        targets = marked.holds.compactMap { hold in
            guard let target = hold.prescribed?.holdSeconds else { return nil }
            let start = hold.result.startSeconds
            return box(start + target.lowerBound, start + target.upperBound).map {
                Bar(x: $0.x, width: $0.width, kind: "target", hint: "Prescribed end: after \(Wording.seconds(target))")
            }
        }
        bars = marked.sets.flatMap { set in
            set.result.detail.enumerated().compactMap { index, rep in
                box(rep.startSeconds, rep.endSeconds).map {
                    Bar(x: $0.x, width: $0.width, kind: "rep", hint: Self.hint(rep, number: index + 1, of: set))
                }
            }
        } + marked.holds.compactMap { hold in
            box(hold.result.startSeconds, hold.result.endSeconds).map {
                Bar(
                    x: $0.x, width: $0.width, kind: "hold",
                    hint: "\(hold.name), held \(Wording.seconds(hold.result.durationSeconds))")
            }
        }
        turns = marked.sets.flatMap(\.result.detail).compactMap { rep in
            span.contains(rep.turnSeconds) ? Mark(x: Self.number(layout.thousandths(rep.turnSeconds, in: span))) : nil
        }
        self.curve = curve?.paths(in: span, layout) ?? []
        end = Self.number(min(1000, layout.thousandths(layout.durationSeconds, in: span)))
    }

    /// `Squat, rep 3: 2.9 s, 81°, held 2.1 s, at 1:02`
    static func hint(_ rep: RepResult, number: Int, of set: MarkedSession.Marked<SetResult>) -> String {
        let facts: [String?] = [
            Wording.seconds(rep.endSeconds - rep.startSeconds),
            rep.rangeOfMotionDegrees.flatMap { Wording.fixed($0, decimals: 0) }.map { "\($0)\u{B0}" },
            rep.holdSeconds.map { "held \(Wording.seconds($0))" },
            "at \(Wording.clock(rep.startSeconds))",
        ]
        let side = set.result.side == .alternating ? rep.side.map { " (\($0.rawValue))" } ?? "" : ""
        return "\(set.name), rep \(number)\(side): \(facts.compactMap(\.self).joined(separator: ", "))"
    }

    static func number(_ value: Double) -> String { Wording.fixed(value, decimals: 1) ?? "0" }
}
