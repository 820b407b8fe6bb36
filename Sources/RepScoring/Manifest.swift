import Foundation
import Motion
import SessionModel

/// `manifest.json` as it is written; `dataset(in:)` turns it into paths and checked values.
struct Manifest: Decodable {
    var schema: String
    var name: String
    var description: String?
    var licence: String?
    var source: String?
    var recordings: [Entry]

    struct Entry: Decodable {
        var id: String
        var files: [String]
        var exercise: String
        var placement: Placement?
        var side: Side?
        var subject: String
        var variant: String?
        var truth: Truth
        var plan: PlanReference?
        var expected: [ExpectedVerdict]?

        private enum Keys: String, CodingKey {
            case id, files, exercise, placement, side, subject, variant, truth, plan, expected
        }

        init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: Keys.self)
            id = try container.decode(String.self, forKey: .id)
            files = try container.decode([String].self, forKey: .files)
            exercise = try container.decode(String.self, forKey: .exercise)
            placement = try container.decodeWordIfPresent(.placement)
            side = try container.decodeWordIfPresent(.side)
            subject = try container.decode(String.self, forKey: .subject)
            variant = try container.decodeIfPresent(String.self, forKey: .variant)
            truth = try container.decode(Truth.self, forKey: .truth)
            plan = try container.decodeIfPresent(PlanReference.self, forKey: .plan)
            expected = try container.decodeIfPresent([ExpectedVerdict].self, forKey: .expected)
        }
    }

    func dataset(in folder: String) -> Dataset {
        Dataset(
            name: name, description: description, licence: licence, source: source,
            recordings: recordings.map { entry in
                Recording(
                    dataset: name, id: entry.id, files: entry.files.map { folder + "/" + $0 }, exercise: entry.exercise,
                    placement: entry.placement, side: entry.side, subject: entry.subject, variant: entry.variant,
                    truth: entry.truth, plan: entry.plan, expected: entry.expected)
            })
    }
}

extension KeyedDecodingContainer {
    /// A word out of a fixed list; the error says which words there are.
    fileprivate func decodeWordIfPresent<Word: RawRepresentable & CaseIterable>(_ key: Key) throws -> Word?
    where Word.RawValue == String {
        guard let text = try decodeIfPresent(String.self, forKey: key) else { return nil }
        if let word = Word(rawValue: text) { return word }
        let allowed = Word.allCases.map(\.rawValue).joined(separator: ", ")
        throw DecodingError.dataCorruptedError(
            forKey: key, in: self, debugDescription: "\"\(text)\" is none of \(allowed)")
    }
}

extension Truth: Decodable {
    private enum Keys: String, CodingKey {
        case reps, min, max, sets, holds
        case turningPoints = "turning_points_s"
        case repBoundaries = "rep_boundaries_s"
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Keys.self)
        let reps = try container.decodeIfPresent(Int.self, forKey: .reps)
        let least = try container.decodeIfPresent(Int.self, forKey: .min) ?? reps
        let most = try container.decodeIfPresent(Int.self, forKey: .max) ?? reps
        if let least, let most {
            guard least >= 0, least <= most, reps.map({ (least...most).contains($0) }) ?? true else {
                throw DecodingError.dataCorruptedError(
                    forKey: .reps, in: container, debugDescription: "counts must satisfy 0 <= min <= reps <= max")
            }
            count = least...most
        } else if (least == nil) != (most == nil) {
            throw DecodingError.dataCorruptedError(
                forKey: .reps, in: container, debugDescription: "min and max come together, or with reps")
        }
        turningPointsSeconds = try container.decodeIfPresent([Double].self, forKey: .turningPoints)
        repBoundariesSeconds = try container.decodeIfPresent([Double].self, forKey: .repBoundaries)
        for (key, times) in [(Keys.turningPoints, turningPointsSeconds), (.repBoundaries, repBoundariesSeconds)] {
            guard let times, zip(times, times.dropFirst()).contains(where: { $0 >= $1 }) else { continue }
            throw DecodingError.dataCorruptedError(forKey: key, in: container, debugDescription: "times must rise")
        }
        sets = try container.decodeIfPresent([TrueSet].self, forKey: .sets)
        holds = try container.decodeIfPresent([TrueHold].self, forKey: .holds)
    }
}

private enum SpanKeys: String, CodingKey {
    case exercise, side, reps
    case start = "start_s"
    case end = "end_s"
}

extension KeyedDecodingContainer<SpanKeys> {
    fileprivate func span() throws -> Span {
        let start = try decode(Double.self, forKey: .start)
        let end = try decode(Double.self, forKey: .end)
        guard start < end else {
            throw DecodingError.dataCorruptedError(
                forKey: .end, in: self, debugDescription: "end_s must be later than start_s")
        }
        return Span(start, end)
    }
}

extension TrueSet: Decodable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: SpanKeys.self)
        exercise = try container.decode(String.self, forKey: .exercise)
        side = try container.decodeWordIfPresent(.side)
        span = try container.span()
        reps = try container.decode(Int.self, forKey: .reps)
        guard reps >= 0 else {
            throw DecodingError.dataCorruptedError(
                forKey: .reps, in: container, debugDescription: "a set has no fewer than 0 reps")
        }
    }
}

extension TrueHold: Decodable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: SpanKeys.self)
        exercise = try container.decodeIfPresent(String.self, forKey: .exercise)
        side = try container.decodeWordIfPresent(.side)
        span = try container.span()
    }
}

extension ExpectedVerdict: Decodable {
    private enum Keys: String, CodingKey {
        case exercise, side, verdict
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Keys.self)
        exercise = try container.decode(String.self, forKey: .exercise)
        side = try container.decodeWordIfPresent(.side)
        guard container.contains(.verdict) else {
            throw DecodingError.keyNotFound(
                Keys.verdict, .init(codingPath: container.codingPath, debugDescription: "an expectation needs a verdict"))
        }
        verdict = try container.decodeWordIfPresent(.verdict)
    }
}

extension PlanReference: Decodable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let name = try? container.decode(String.self) {
            self = .named(name)
        } else {
            self = .inline(try container.decode(JSONValue.self).serialized())
        }
    }
}
