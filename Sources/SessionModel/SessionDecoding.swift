import Motion

// Reads what `json` writes, through any `Decoder`. What the contract does not carry (the side a sensor was worn on,
// the sets an item was judged by, its note) comes back absent.

extension Session: Decodable {
    private enum CodingKeys: String, CodingKey { case schema, recording, sets, holds, plan }

    /// - Throws: `DecodingError` when the schema is another one, a key is missing, or a value is of the wrong kind.
    public init(from decoder: any Decoder) throws {
        let keys = try decoder.container(keyedBy: CodingKeys.self)
        let schema = try keys.decode(String.self, forKey: .schema)
        guard schema == Self.schema else {
            throw DecodingError.dataCorruptedError(
                forKey: .schema, in: keys, debugDescription: "\"\(schema)\" is not \(Self.schema)")
        }
        self.init(
            recording: try keys.decode(RecordingSummary.self, forKey: .recording),
            sets: try keys.decode([SetResult].self, forKey: .sets),
            holds: try keys.decode([HoldResult].self, forKey: .holds),
            plan: try keys.decodeIfPresent(PlanResult.self, forKey: .plan))
    }
}

extension RecordingSummary: Decodable {
    private enum CodingKeys: String, CodingKey {
        case files, format, placement, start, samples, gaps, findings, sensors
        case durationSeconds = "duration_s"
        case rateHz = "rate_hz"
        case inferredPlacement = "inferred_placement"
    }

    private struct DecodedGap: Decodable {
        var startSeconds, durationSeconds: Double

        enum CodingKeys: String, CodingKey {
            case startSeconds = "start_s"
            case durationSeconds = "duration_s"
        }
    }

    public init(from decoder: any Decoder) throws {
        let keys = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            files: try keys.decode([String].self, forKey: .files),
            format: try keys.decode(String.self, forKey: .format),
            placement: try keys.decodeIfPresent(Placement.self, forKey: .placement),
            start: try keys.decodeIfPresent(String.self, forKey: .start),
            durationSeconds: try keys.decode(Double.self, forKey: .durationSeconds),
            rateHz: try keys.decodeIfPresent(Double.self, forKey: .rateHz),
            samples: try keys.decode(Int.self, forKey: .samples),
            gaps: try keys.decode([DecodedGap].self, forKey: .gaps).map {
                Gap(startSeconds: $0.startSeconds, durationSeconds: $0.durationSeconds)
            },
            findings: try keys.decode([Finding].self, forKey: .findings),
            sensors: try keys.decodeIfPresent([SensorSummary].self, forKey: .sensors) ?? [],
            inferredPlacement: try keys.decodeIfPresent(InferredPlacement.self, forKey: .inferredPlacement))
    }
}

extension SetResult: Decodable {
    private enum CodingKeys: String, CodingKey {
        case exercise, side, reps, range, partial, confidence, detail, measures
        case startSeconds = "start_s"
        case endSeconds = "end_s"
        case looksLike = "looks_like"
    }

    public init(from decoder: any Decoder) throws {
        let keys = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            exercise: try keys.decode(String.self, forKey: .exercise),
            side: try keys.decodeIfPresent(SetSide.self, forKey: .side),
            startSeconds: try keys.decode(Double.self, forKey: .startSeconds),
            endSeconds: try keys.decode(Double.self, forKey: .endSeconds),
            reps: try keys.decode(Int.self, forKey: .reps),
            range: try keys.decodeBounds(Int.self, forKey: .range),
            partial: try keys.decode(Int.self, forKey: .partial),
            confidence: try keys.decode(Double.self, forKey: .confidence),
            detail: try keys.decode([RepResult].self, forKey: .detail),
            measures: try keys.decodeIfPresent(SetMeasures.self, forKey: .measures) ?? SetMeasures(),
            looksLike: try keys.decodeIfPresent(String.self, forKey: .looksLike))
    }
}

extension RepResult: Decodable {
    private enum CodingKeys: String, CodingKey {
        case side, confidence
        case outSeconds = "out_s"
        case backSeconds = "back_s"
        case startSeconds = "start_s"
        case turnSeconds = "turn_s"
        case endSeconds = "end_s"
        case rangeOfMotionDegrees = "range_of_motion_deg"
        case holdSeconds = "hold_s"
    }

    public init(from decoder: any Decoder) throws {
        let keys = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            startSeconds: try keys.decode(Double.self, forKey: .startSeconds),
            turnSeconds: try keys.decode(Double.self, forKey: .turnSeconds),
            endSeconds: try keys.decode(Double.self, forKey: .endSeconds),
            rangeOfMotionDegrees: try keys.decodeIfPresent(Double.self, forKey: .rangeOfMotionDegrees),
            holdSeconds: try keys.decodeIfPresent(Double.self, forKey: .holdSeconds),
            side: try keys.decodeIfPresent(Side.self, forKey: .side),
            outSeconds: try keys.decodeIfPresent(Double.self, forKey: .outSeconds),
            backSeconds: try keys.decodeIfPresent(Double.self, forKey: .backSeconds),
            confidence: try keys.decodeIfPresent(Double.self, forKey: .confidence))
    }
}

extension HoldResult: Decodable {
    private enum CodingKeys: String, CodingKey {
        case exercise, side
        case startSeconds = "start_s"
        case endSeconds = "end_s"
    }

    public init(from decoder: any Decoder) throws {
        let keys = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            exercise: try keys.decode(String.self, forKey: .exercise),
            side: try keys.decodeIfPresent(Side.self, forKey: .side),
            startSeconds: try keys.decode(Double.self, forKey: .startSeconds),
            endSeconds: try keys.decode(Double.self, forKey: .endSeconds))
    }
}

extension PlanResult: Decodable {
    private enum CodingKeys: String, CodingKey { case name, items, adherence }

    public init(from decoder: any Decoder) throws {
        let keys = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            name: try keys.decode(String.self, forKey: .name),
            items: try keys.decode([PlanItemResult].self, forKey: .items),
            adherence: try keys.decodeIfPresent(Double.self, forKey: .adherence))
    }
}

extension PlanItemResult: Decodable {
    private enum CodingKeys: String, CodingKey { case exercise, side, prescribed, detected, verdict }

    private struct Detected: Decodable {
        var reps: Int?
        var holdSeconds: Double?

        enum CodingKeys: String, CodingKey {
            case reps
            case holdSeconds = "hold_s"
        }
    }

    public init(from decoder: any Decoder) throws {
        let keys = try decoder.container(keyedBy: CodingKeys.self)
        let detected = try keys.decodeIfPresent(Detected.self, forKey: .detected)
        self.init(
            exercise: try keys.decode(String.self, forKey: .exercise),
            side: try keys.decodeIfPresent(Side.self, forKey: .side),
            prescribed: try keys.decode(Prescription.self, forKey: .prescribed),
            detectedReps: detected?.reps,
            detectedHoldSeconds: detected?.holdSeconds,
            verdict: try keys.decode(Verdict.self, forKey: .verdict))
    }
}

extension Prescription: Decodable {
    private enum CodingKeys: String, CodingKey {
        case sets, reps
        case holdSeconds = "hold_s"
    }

    public init(from decoder: any Decoder) throws {
        let keys = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            sets: try keys.decodeIfPresent(Int.self, forKey: .sets) ?? 1,
            reps: try keys.contains(.reps) ? keys.decodeBounds(Int.self, forKey: .reps) : nil,
            holdSeconds: try keys.contains(.holdSeconds) ? keys.decodeBounds(Double.self, forKey: .holdSeconds) : nil)
    }
}

extension KeyedDecodingContainer {
    /// A range written as `[lower, upper]`.
    fileprivate func decodeBounds<Bound: Comparable & Decodable>(
        _: Bound.Type, forKey key: Key
    ) throws -> ClosedRange<Bound> {
        let bounds = try decode([Bound].self, forKey: key)
        guard bounds.count == 2, bounds[0] <= bounds[1] else {
            throw DecodingError.dataCorruptedError(
                forKey: key, in: self, debugDescription: "expected [lower, upper], found \(bounds)")
        }
        return bounds[0]...bounds[1]
    }
}
