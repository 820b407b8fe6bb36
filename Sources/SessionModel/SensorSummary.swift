import Motion

/// One of several sensors of a session.
public struct SensorSummary: Sendable, Equatable {
    /// Files as the user named them.
    public var files: [String]
    public var placement: Placement?
    public var side: Side?
    /// When it began, in seconds from the session's first sample.
    public var startSeconds: Double
    /// Median sampling rate; `nil` when fewer than two samples.
    public var rateHz: Double?

    public init(files: [String], placement: Placement?, side: Side?, startSeconds: Double, rateHz: Double?) {
        self.files = files
        self.placement = placement
        self.side = side
        self.startSeconds = startSeconds
        self.rateHz = rateHz
    }

    /// `right thigh`; empty where nothing is known.
    public var place: String {
        [side?.rawValue, placement?.rawValue].compactMap(\.self).joined(separator: " ")
    }
}

extension SensorSummary {
    var json: JSONValue {
        [
            "files": .array(files.map(JSONValue.string)),
            "placement": JSONValue(placement?.rawValue),
            "side": JSONValue(side?.rawValue),
            "start_s": JSONValue(startSeconds),
            "rate_hz": JSONValue(rateHz),
        ]
    }
}

extension SensorSummary: Decodable {
    private enum CodingKeys: String, CodingKey {
        case files, placement, side
        case startSeconds = "start_s"
        case rateHz = "rate_hz"
    }
}
