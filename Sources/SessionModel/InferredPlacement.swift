import Motion

/// Where a sensor seems to have been worn, judged by how it moved, where nobody said so.
public struct InferredPlacement: Sendable, Equatable, Decodable {
    /// The place; or places, most likely first, that could not be told from each other. Never empty.
    public var placements: [Placement]
    /// 0...1: how likely it was there, or at one of these.
    public var confidence: Double

    public init(placements: [Placement], confidence: Double) {
        self.placements = placements
        self.confidence = confidence
    }
}

extension InferredPlacement {
    var json: JSONValue {
        ["placements": .array(placements.map { .string($0.rawValue) }), "confidence": JSONValue(confidence)]
    }

    /// `thigh`, or `wrist, upper-arm or chest`.
    public var places: String {
        let names = placements.map(\.rawValue)
        return names.count > 1 ? names.dropLast().joined(separator: ", ") + " or " + (names.last ?? "") : names.joined()
    }

    /// For people, and how to contradict.
    public var finding: Finding {
        Finding(
            kind: "placement-inferred",
            message: "worn on the \(places), judging by how it moved (\(Int((confidence * 100).rounded(.down))) %); "
                + "--placement overrules it")
    }
}
