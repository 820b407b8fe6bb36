import ExerciseCatalog
import Motion
import SessionModel

/// What a reader of the weeks should know about how the sessions were taken.
enum BatchFindings {
    static func of(_ sessions: [ScoredSession], plan: Plan?) -> [Finding] {
        var findings: [Finding] = []
        if let plan, plan.schedule == nil {
            findings.append(
                Finding(
                    kind: "no-schedule",
                    message: "the plan \(plan.name) has no schedule, so that every day counts as due; write for example "
                        + "schedule: {per_week: 3} into a plan of your own"))
        }
        for session in sessions {
            let file = session.summary.files.first
            if session.hasUnsetClock {
                findings.append(
                    Finding(
                        file: file, kind: "clock-not-set",
                        message: "its clock was never set; the day is \(session.day == nil ? "not told" : "that of its name")"))
            }
            if session.day == nil {
                findings.append(
                    Finding(
                        file: file, kind: "no-day",
                        message: "neither the data nor the name tells the day, so that it counts in no week; put the day "
                            + "into the name, as in 2026-11-20_evening.csv"))
            }
        }
        return findings + gaps(sessions) + simultaneous(sessions) + places(sessions, plan: plan)
    }

    private static func gaps(_ sessions: [ScoredSession]) -> [Finding] {
        let cut = sessions.filter { $0.summary.gaps > 0 }
        guard let first = cut.first else { return [] }
        let tenths = (cut.reduce(0) { $0 + $1.summary.gapSeconds } * 10).rounded() / 10
        return [
            Finding(
                file: cut.count == 1 ? first.summary.files.first : nil, kind: "gap",
                message: "\(cut.count == 1 ? "it has" : "\(cut.count) recordings have") gaps, \(tenths) s without samples in all: "
                    + "what was done in them is not known")
        ]
    }

    private static func simultaneous(_ sessions: [ScoredSession]) -> [Finding] {
        let days = Dictionary(grouping: sessions.filter { $0.day != nil }) { $0.day }
        return days.values.flatMap { day -> [Finding] in
            let together = DaySum.occasions(day).filter { $0.count > 1 }.map { occasion in
                Finding(
                    file: occasion[0].summary.files.first, kind: "overlap",
                    message: "recorded at the same time as "
                        + occasion.dropFirst().flatMap { $0.summary.files.prefix(1) }.joined(separator: ", ")
                        + ": taken as sensors of one session; of each item the one that saw most of it counts")
            }
            let timeless = day.filter { $0.interval == nil && $0.minuteOfDay == nil }
            let places = Set(timeless.map { [$0.summary.placement?.rawValue, $0.summary.side?.rawValue] })
            guard places.count > 1, let first = timeless.first else { return together }
            let others = timeless.dropFirst().flatMap { $0.summary.files.prefix(1) }.joined(separator: ", ")
            return together + [
                Finding(
                    file: first.summary.files.first, kind: "maybe-one-session",
                    message: "of the same day as \(others), worn elsewhere, and no time of day is told: taken as sessions "
                        + "one after the other, which add up; were they sensors of one session?")
            ]
        }.sorted { ($0.file ?? "", $0.kind) < ($1.file ?? "", $1.kind) }
    }

    private static func places(_ sessions: [ScoredSession], plan: Plan?) -> [Finding] {
        var findings: [Finding] = []
        let named = sessions.filter(\.isPlaceFromName)
        if !named.isEmpty {
            let places = Dictionary(grouping: named) { session in
                [session.summary.side?.rawValue, session.summary.placement?.rawValue].compactMap(\.self).joined(separator: " ")
            }.map { "\($0.key) (\($0.value.count))" }.sorted()
            findings.append(
                Finding(
                    kind: "place-from-name",
                    message: "where the sensor was worn is taken from names: \(places.joined(separator: ", ")); --placement "
                        + "and --side overrule them"))
        }
        let inferred = Dictionary(grouping: sessions.compactMap(\.inferredPlaces)) { $0 }
        if !inferred.isEmpty {
            let places = inferred.map { "\($0.key) (\($0.value.count))" }.sorted()
            findings.append(
                Finding(
                    kind: "placement-inferred",
                    message: "where the sensor was worn is judged by how it moved: \(places.joined(separator: "; ")); --placement "
                        + "and names overrule it"))
        }
        let unknown = sessions.filter { $0.summary.placement == nil && $0.inferredPlaces == nil }
        if plan != nil, !unknown.isEmpty {
            findings.append(
                Finding(
                    file: unknown.count == 1 ? unknown[0].summary.files.first : nil, kind: "no-place",
                    message: "where the sensor was worn is not known for \(unknown.count) of \(sessions.count) recordings, so "
                        + "that what it could not see reads as missing; say it with --placement and --side, as in "
                        + "thigh:right=FOLDER, or in the names"))
        }
        return findings
    }
}
