import Motion

/// Where a sensor seems to have been worn, judged by how it moved, where nobody said so.
public struct InferredPlacement: Sendable, Equatable, Decodable {
    public var placement: Placement
    /// 0...1: of placements inferred with this confidence, at least this share is right.
    public var confidence: Double

    public init(placement: Placement, confidence: Double) {
        self.placement = placement
        self.confidence = confidence
    }
}

extension InferredPlacement {
    var json: JSONValue {
        ["placement": .string(placement.rawValue), "confidence": JSONValue(confidence)]
    }

    /// For people, and how to contradict.
    public var finding: Finding {
        Finding(
            kind: "placement-inferred",
            message: "worn on the \(placement.rawValue), judging by how it moved (\(Int((confidence * 100).rounded())) %); "
                + "--placement overrules it")
    }
}
