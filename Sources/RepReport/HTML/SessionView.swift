import Motion
import SessionModel

/// One session as its section of a page shows it.
struct SessionView {
    struct Fact {
        let term, value: String
    }

    struct Warning {
        let place: String?
        let message: String
    }

    /// What stands in front of the identifiers of this session's parts.
    let prefix: String
    let headings: Headings
    let title: String
    let facts: [Fact]
    let plan: PlanView?
    /// What was done, where no plan asks for anything; empty with a plan.
    let done: [String]
    let isEmpty: Bool
    let timeline: TimelineView?
    let exercises: [ExerciseView]
    let stretch: StretchView?
    let warnings: [Warning]
    let detail: DetailView?

    init(_ evidence: HTMLReport.Evidence, prefix: String, headings: Headings) {
        let session = evidence.session
        let marked = MarkedSession(session)
        self.prefix = prefix
        self.headings = headings
        let name = Self.name(session.recording)
        let date = session.recording.start.map { " of \(Wording.longDate($0))" } ?? ""
        title = "Exercise session\(date)" + (headings.title > 1 ? ": \(name)" : "")
        facts = Self.facts(session.recording)
        plan = session.plan.map { PlanView($0, of: session) }
        done = session.plan == nil ? Self.done(marked) : []
        isEmpty = session.sets.isEmpty && session.holds.isEmpty
        timeline = TimelineView(marked, trace: evidence.trace, prefix: prefix)
        exercises = ExerciseView.all(marked, prefix: prefix)
        stretch = StretchView(session)
        warnings = Self.warnings(session.recording)
        detail = DetailView(marked)
    }

    private static func facts(_ recording: RecordingSummary) -> [Fact] {
        let place = recording.placement?.rawValue ?? recording.inferredPlacement.map { "\($0.places), it seems" }
        let worn = place == nil && recording.side == nil
            ? "not known" : [recording.side?.rawValue, place].compactMap(\.self).joined(separator: " ")
        let facts: [(String, String?)] = [
            ("Recording", name(recording)),
            ("Worn on", worn),
            ("Length", Wording.duration(recording.durationSeconds)),
            ("Rate", recording.rateHz.flatMap { Wording.fixed($0, decimals: 1) }.map { "\($0) Hz" }),
            ("Format", recording.format),
        ]
        return facts.compactMap { term, value in value.map { Fact(term: term, value: $0) } }
    }

    /// Names of its files, without their folders.
    private static func name(_ recording: RecordingSummary) -> String {
        recording.files.map { printable(String($0.split(separator: "/").last ?? "")) }.joined(separator: " + ")
    }

    private static func done(_ marked: MarkedSession) -> [String] {
        marked.sets.map { set in
            "\(set.name): \(Effort(sets: [set.result]).count(set.result.reps)) \(set.result.reps == 1 ? "rep" : "reps")"
        } + marked.holds.map { "\($0.name): held \(Wording.seconds($0.result.durationSeconds))" }
    }

    private static func warnings(_ recording: RecordingSummary) -> [Warning] {
        var warnings = recording.findings.map(Warning.init)
        if !recording.gaps.isEmpty, !recording.findings.contains(where: { $0.kind == "gap" }) {
            let total = recording.gaps.reduce(0) { $0 + $1.durationSeconds }
            warnings.append(
                Warning(
                    place: nil,
                    message: "\(Wording.number(recording.gaps.count, "gap")), \(Wording.seconds(total)) without samples."))
        }
        return warnings
    }
}

extension SessionView.Warning {
    init(_ finding: Finding) {
        let parts = [finding.file.map(printable), finding.line.map { "line \($0)" }].compactMap(\.self)
        place = parts.isEmpty ? nil : parts.joined(separator: ", ")
        message = printable(finding.message)
    }
}
