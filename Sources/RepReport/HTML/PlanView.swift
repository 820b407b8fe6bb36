import SessionModel

/// The plan line by line: prescribed, detected, verdict.
struct PlanView {
    struct Row {
        let verdict: VerdictView
        let name: String
        let side: String?
        let prescribed: String
        /// `nil` where nothing was detected.
        let detected: String?
        let isObservable: Bool
        let note: String?

        init(_ item: PlanItemResult, of session: Session) {
            let sets = item.sets(of: session)
            verdict = VerdictView(item.verdict)
            name = Wording.title(item.exercise)
            side = item.side?.rawValue
            prescribed = Wording.prescription(item.prescribed)
            detected =
                item.detectedReps.map(Effort(sets: sets, side: item.side).count)
                ?? item.detectedHoldSeconds.map(Wording.seconds)
            isObservable = item.verdict != .notObservable
            let notes = item.notes(of: session).joined(separator: "; ")
            note = notes.isEmpty ? nil : notes
        }
    }

    /// An explanation and whom it concerns.
    struct Note {
        let names, text: String
    }

    let planName: String
    let rows: [Row]
    let notes: [Note]
    /// The whole in a sentence.
    let sentence: String
    /// `94 %`
    let adherence: String?
    let scope: String?

    init(_ plan: PlanResult, of session: Session) {
        planName = printable(plan.name)
        rows = plan.items.map { Row($0, of: session) }
        notes = PlanNote.all(plan, of: session).map { note in
            Note(names: Wording.names(note.items.map { (Wording.title($0.exercise), $0.side) }), text: note.text)
        }
        let seen = plan.items.filter { $0.verdict != .notObservable }
        let done = seen.count { $0.verdict == .met || $0.verdict == .over }
        let unseen = plan.items.count - seen.count
        var parts = seen.isEmpty ? [] : ["\(done) of \(Wording.number(seen.count, "item")) done as prescribed"]
        if unseen > 0 { parts.append("\(unseen) not observable") }
        sentence = parts.joined(separator: ", ") + "."
        adherence = plan.adherence.flatMap { Wording.fixed($0 * 100, decimals: 0) }.map { "\($0)\u{A0}%" }
        scope = unseen > 0 ? "of what this sensor can see" : nil
    }
}
