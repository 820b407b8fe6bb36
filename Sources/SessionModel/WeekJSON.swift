import Motion

extension WeekReport {
    /// The report as schema `repcount.week/1`: keys in this order, days as `2026-11-20`, absent values `null`.
    public var json: JSONValue {
        [
            "schema": .string(Self.schema),
            "person": JSONValue(person),
            "plan": JSONValue(plan),
            "schedule": schedule?.json ?? .null,
            "time_zone": .string(timeZone),
            "weeks": .array(weeks.map(\.json)),
            "undated": .array(undated.map(\.json)),
            "failed": .array(failed.map(\.json)),
            "findings": .array(findings.map(\.json)),
        ]
    }
}

extension WeekSchedule {
    /// Names of weekdays as plans write them, Monday first.
    public static let weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

    fileprivate var json: JSONValue {
        switch self {
        case .days(let days):
            ["days": .array(days.filter(Self.weekdays.indices.contains).map { .string(Self.weekdays[$0]) })]
        case .perWeek(let times): ["per_week": .integer(times)]
        case .daily: ["days": .array(Self.weekdays.map(JSONValue.string))]
        }
    }
}

extension Week {
    fileprivate var json: JSONValue {
        [
            "week": .string(name),
            "start": .string("\(start)"),
            "adherence": JSONValue(adherence),
            "due_days": .integer(dueDays),
            "done_days": .integer(doneDays),
            "totals": totals.json,
            "before": before?.json ?? .null,
            "attention": .array(attention.map(\.json)),
            "items": .array(items.map(\.json)),
            "days": .array(days.map(\.json)),
        ]
    }
}

extension Week.Day {
    fileprivate var json: JSONValue {
        [
            "date": .string("\(date)"),
            "weekday": .string(WeekSchedule.weekdays[date.weekday]),
            "due": isDue.map(JSONValue.bool) ?? .null,
            "adherence": JSONValue(adherence),
            "sessions": .array(sessions.map(\.json)),
            "failed": .integer(failedRecordings),
            "items": .array(items.map(\.json)),
        ]
    }
}

extension DayItem {
    fileprivate var json: JSONValue {
        [
            "reps": JSONValue(reps), "hold_s": JSONValue(holdSeconds), "stretch_s": JSONValue(stretchSeconds),
            "verdict": JSONValue(verdict?.rawValue), "note": JSONValue(note),
        ]
    }
}

extension WeekItem {
    fileprivate var json: JSONValue {
        [
            "exercise": .string(exercise),
            "side": JSONValue(side?.rawValue),
            "prescribed": prescribed?.json ?? .null,
            "reps": JSONValue(reps),
            "stretch_s": JSONValue(stretchSeconds),
            "met_days": .integer(metDays),
            "judged_days": .integer(judgedDays),
            "reps_before": JSONValue(repsBefore),
            "stretch_before_s": JSONValue(stretchSecondsBefore),
        ]
    }
}

extension WeekSession {
    fileprivate var json: JSONValue {
        [
            "files": .array(files.map(JSONValue.string)),
            "time": JSONValue(time),
            "day_from": .string(dayFrom.rawValue),
            "placement": JSONValue(placement?.rawValue),
            "side": JSONValue(side?.rawValue),
            "duration_s": JSONValue(durationSeconds),
            "adherence": JSONValue(adherence),
            "gaps": .integer(gaps),
            "gap_s": JSONValue(gapSeconds),
            "findings": .integer(findings),
        ]
    }
}

extension FailedSession {
    /// A line of its own among lines of sessions, told from them by its schema.
    public static let schema = "repcount.failure/1"

    /// The failure as one line among sessions (`repcount.session/1`) has it.
    public var record: JSONValue {
        [
            "schema": .string(Self.schema), "recording": ["files": .array(files.map(JSONValue.string))],
            "reason": .string(reason),
        ]
    }

    fileprivate var json: JSONValue {
        [
            "files": .array(files.map(JSONValue.string)), "day": JSONValue(day?.description),
            "reason": .string(reason),
        ]
    }
}

extension WeekTotals {
    fileprivate var json: JSONValue {
        [
            "sessions": .integer(sessions),
            "session_days": .integer(sessionDays),
            "duration_s": JSONValue(durationSeconds),
            "reps": .integer(reps),
            "stretch_s": [
                "left": JSONValue(stretchSeconds.left), "right": JSONValue(stretchSeconds.right),
                "unknown_side": JSONValue(stretchSeconds.unknownSide),
            ],
        ]
    }
}

extension WeekBefore {
    fileprivate var json: JSONValue {
        [
            "week": .string(name),
            "start": .string("\(start)"),
            "adherence": JSONValue(adherence),
            "due_days": .integer(dueDays),
            "done_days": .integer(doneDays),
            "totals": totals.json,
        ]
    }
}

extension WeekAttention {
    fileprivate var json: JSONValue {
        [
            "kind": .string(kind.rawValue),
            "message": .string(message),
            "item": JSONValue(item),
            "days": .array(days.map { .string("\($0)") }),
        ]
    }
}
