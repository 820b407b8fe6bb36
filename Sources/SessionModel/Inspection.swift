import Motion

/// What `inspect` found out about a recording before anything is counted.
public struct Inspection: Sendable, Equatable {
    public var recording: RecordingSummary
    /// Whether angular rate was recorded beside acceleration; `nil` when not known.
    public var hasAngularRate: Bool?
    /// What this sensor can see of every exercise, in catalogue order.
    public var views: [View]

    public init(recording: RecordingSummary, hasAngularRate: Bool?, views: [View]) {
        self.recording = recording
        self.hasAngularRate = hasAngularRate
        self.views = views
    }

    /// What the sensor can see of one exercise on one side.
    public struct View: Sendable, Equatable {
        public var exercise: String
        /// `nil` for an exercise of both legs.
        public var side: Side?
        /// `nil`: cannot be told, because it is not known where the sensor was worn.
        public var isObservable: Bool?

        public init(exercise: String, side: Side?, isObservable: Bool?) {
            self.exercise = exercise
            self.side = side
            self.isObservable = isObservable
        }
    }

    /// The recording as in a session, and the views.
    public var json: JSONValue {
        [
            "schema": "repcount.inspection/1",
            "recording": recording.json,
            "angular_rate": hasAngularRate.map(JSONValue.bool) ?? .null,
            "observable": .array(
                views.map { view in
                    [
                        "exercise": .string(view.exercise),
                        "side": JSONValue(view.side?.rawValue),
                        "observable": view.isObservable.map(JSONValue.bool) ?? .null,
                    ]
                }),
        ]
    }
}
