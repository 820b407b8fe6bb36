/// Something a reader of the results should know about the recording: what, where, and how often.
public struct Finding: Sendable, Equatable, Codable {
    /// File the finding is about, as the user named it; `nil` for the whole recording.
    public var file: String?
    /// First line concerned (1-based), where lines make sense.
    public var line: Int?
    /// Stable machine-readable kind, kebab-case: `gap`, `nan-cell`, `burst-timestamps`, ...
    public var kind: String
    /// One sentence for people: what was seen, how often, what was done about it.
    public var message: String

    public init(file: String? = nil, line: Int? = nil, kind: String, message: String) {
        self.file = file
        self.line = line
        self.kind = kind
        self.message = message
    }
}

/// A stretch of time without samples.
public struct Gap: Sendable, Equatable {
    /// Seconds from the recording's first sample.
    public var startSeconds: Double
    /// Length in seconds.
    public var durationSeconds: Double

    public init(startSeconds: Double, durationSeconds: Double) {
        self.startSeconds = startSeconds
        self.durationSeconds = durationSeconds
    }
}
