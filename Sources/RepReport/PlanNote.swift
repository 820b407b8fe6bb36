import SessionModel

/// What needs a word of explanation, said once for all the items it holds for.
struct PlanNote {
    var text: String
    var items: [PlanItemResult]

    static func all(_ plan: PlanResult, of session: Session) -> [PlanNote] {
        var notes: [PlanNote] = []
        for item in plan.items {
            for text in item.notes(of: session) {
                if let known = notes.firstIndex(where: { $0.text == text }) {
                    notes[known].items.append(item)
                } else {
                    notes.append(PlanNote(text: text, items: [item]))
                }
            }
        }
        return notes
    }
}

extension PlanItemResult {
    /// The sets it was judged by.
    func sets(of session: Session) -> [SetResult] {
        guard detectedReps != nil else { return [] }
        return matched.filter(session.sets.indices.contains).map { session.sets[$0] }
    }

    /// Evidence, and partial reps.
    func notes(of session: Session) -> [String] {
        let partial = sets(of: session).reduce(0) { $0 + $1.partial }
        let besides = partial > 0 ? "\(Wording.number(partial, "partial rep")) not counted" : nil
        let remark = Effort(sets: sets(of: session), side: side).remark
        return [note, besides, remark].compactMap(\.self)
    }
}
