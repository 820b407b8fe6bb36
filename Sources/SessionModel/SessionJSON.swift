import Motion

extension Session {
    /// The session as the contract `repcount.session/1` has it: these keys, in this order, absent values `null`.
    public var json: JSONValue {
        [
            "schema": .string(Self.schema),
            "recording": recording.json,
            "sets": .array(sets.map(\.json)),
            "holds": .array(holds.map(\.json)),
            "plan": plan?.json ?? .null,
        ]
    }
}

extension RecordingSummary {
    /// A placement that was inferred stands beside the one told, which is then `null`: readers who know nothing of
    /// inference are told nothing that nobody said.
    public var json: JSONValue {
        var members: [JSONValue.Member] = [
            .init("files", .array(files.map(JSONValue.string))),
            .init("format", .string(format)),
            .init("placement", JSONValue(placement?.rawValue)),
        ]
        if let inferredPlacement { members.append(.init("inferred_placement", inferredPlacement.json)) }
        members += [
            .init("start", JSONValue(start)),
            .init("duration_s", JSONValue(durationSeconds)),
            .init("rate_hz", JSONValue(rateHz)),
            .init("samples", .integer(samples)),
            .init("gaps", .array(gaps.map(\.json))),
            .init("findings", .array(findings.map(\.json))),
            .init("sensors", sensors.isEmpty ? .null : .array(sensors.map(\.json))),
        ]
        return .object(members)
    }
}

extension Gap {
    fileprivate var json: JSONValue {
        ["start_s": JSONValue(startSeconds), "duration_s": JSONValue(durationSeconds)]
    }
}

extension Finding {
    var json: JSONValue {
        [
            "file": JSONValue(file), "line": JSONValue(line), "kind": .string(kind), "message": .string(message),
        ]
    }
}

extension SetResult {
    fileprivate var json: JSONValue {
        var members: [JSONValue.Member] = [
            .init("exercise", .string(exercise)),
            .init("side", JSONValue(side?.rawValue)),
            .init("start_s", JSONValue(startSeconds)),
            .init("end_s", JSONValue(endSeconds)),
            .init("reps", .integer(reps)),
            .init("range", [.integer(range.lowerBound), .integer(range.upperBound)]),
            .init("partial", .integer(partial)),
            .init("confidence", JSONValue(confidence)),
        ]
        if let looksLike { members.append(.init("looks_like", .string(looksLike))) }
        members += [
            .init("detail", .array(detail.map { $0.json(inAlternatingSet: side == .alternating) })),
            .init("measures", measures.json),
        ]
        return .object(members)
    }
}

extension SetMeasures {
    fileprivate var json: JSONValue {
        [
            "tempo_s": JSONValue(tempoSeconds),
            "reps_per_minute": JSONValue(repsPerMinute, decimals: 1),
            "duration_variation": JSONValue(durationVariation),
            "autocorrelation": JSONValue(autocorrelation),
            "range_of_motion_change": JSONValue(rangeOfMotionChange),
            "duration_change": JSONValue(durationChange),
        ]
    }
}

extension RepResult {
    /// A rep states its own side only where its set has none to state for all.
    fileprivate func json(inAlternatingSet: Bool) -> JSONValue {
        var members: [JSONValue.Member] = [
            .init("start_s", JSONValue(startSeconds)),
            .init("turn_s", JSONValue(turnSeconds)),
            .init("end_s", JSONValue(endSeconds)),
            .init("range_of_motion_deg", JSONValue(rangeOfMotionDegrees, decimals: 1)),
            .init("hold_s", JSONValue(holdSeconds)),
        ]
        if inAlternatingSet { members.append(.init("side", JSONValue(side?.rawValue))) }
        members += [
            .init("out_s", JSONValue(outSeconds)),
            .init("back_s", JSONValue(backSeconds)),
            .init("confidence", JSONValue(confidence)),
        ]
        return .object(members)
    }
}

extension HoldResult {
    fileprivate var json: JSONValue {
        [
            "exercise": .string(exercise),
            "side": JSONValue(side?.rawValue),
            "start_s": JSONValue(startSeconds),
            "end_s": JSONValue(endSeconds),
            "duration_s": JSONValue(durationSeconds),
        ]
    }
}

extension PlanResult {
    fileprivate var json: JSONValue {
        ["name": .string(name), "items": .array(items.map(\.json)), "adherence": JSONValue(adherence)]
    }
}

extension PlanItemResult {
    var json: JSONValue {
        [
            "exercise": .string(exercise),
            "side": JSONValue(side?.rawValue),
            "prescribed": prescribed.json,
            "detected": detected,
            "verdict": .string(verdict.rawValue),
        ]
    }

    private var detected: JSONValue {
        if let detectedReps { return ["reps": .integer(detectedReps)] }
        if let detectedHoldSeconds { return ["hold_s": JSONValue(detectedHoldSeconds)] }
        return .null
    }
}

extension Prescription {
    var json: JSONValue {
        var members: [JSONValue.Member] = []
        if sets > 1 { members.append(.init("sets", .integer(sets))) }
        if let reps {
            members.append(.init("reps", [.integer(reps.lowerBound), .integer(reps.upperBound)]))
        }
        if let holdSeconds {
            members.append(
                .init("hold_s", [JSONValue(holdSeconds.lowerBound), JSONValue(holdSeconds.upperBound)]))
        }
        return .object(members)
    }
}
