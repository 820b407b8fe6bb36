import Motion

/// Keeps what was scored, so that it need not be scored again.
public protocol SessionStore: Sendable {
    /// What was kept under that key; `nil` when nothing was, or when it was scored by another version or with other options.
    func session(for key: SessionKey) throws -> StoredSession?
    /// Keeps a session, in place of an earlier result for the same content and plan.
    func keep(_ session: StoredSession, for key: SessionKey) throws
}

/// What a result depends on.
public struct SessionKey: Sendable, Equatable {
    /// `ContentHash` of the recording.
    public var content: String
    /// Name and text of the plan; empty without one.
    public var planName: String
    public var planText: String
    /// Everything else the user said, as text.
    public var options: String
    /// Version of the command.
    public var version: String

    public init(content: String, planName: String, planText: String, options: String, version: String) {
        self.content = content
        self.planName = planName
        self.planText = planText
        self.options = options
        self.version = version
    }
}

/// A result as it is kept.
public struct StoredSession: Sendable, Equatable {
    /// One line of JSON, schema `repcount.session/1`.
    public var json: String
    /// Recording it came from; the JSON names its files.
    public var recording: BatchRecording
    /// First sample in seconds since 1970, by the recording's clock or else by its name; `nil` when neither tells.
    public var startSeconds: Double?

    public init(json: String, recording: BatchRecording, startSeconds: Double?) {
        self.json = json
        self.recording = recording
        self.startSeconds = startSeconds
    }
}
