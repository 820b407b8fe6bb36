import Motion
import MotionIngest
import SessionModel

/// One sensor of a session: its files and where it was worn.
public struct SensorRecording: Sendable, Equatable {
    /// A file, files that belong together, or a folder an app exported.
    public var paths: [String]
    public var placement: Placement?
    public var side: Side?

    public init(paths: [String], placement: Placement?, side: Side?) {
        self.paths = paths
        self.placement = placement
        self.side = side
    }
}

/// Reads what several sensors recorded at the same time and analyses it as one session.
///
/// Times are aligned by the wall clock where every sensor has one, else by the sensors' first samples, which a finding
/// tells. Each sensor is read by itself (`SessionAnalyzer`); `SensorFusion` makes one session of the readings, and the
/// plan is compared with that.
///
/// - Parameters:
///   - sensors: at least one; one alone is an ordinary recording.
///   - options: `placement` and `side` in it are not used.
/// - Throws: `IngestError` when a recording cannot be read, or when by their clocks the sensors did not record at the
///   same time.
public func analyzeSession(_ sensors: [SensorRecording], options: AnalysisOptions) throws -> Session {
    try analyze(sensors, options: options, tracesSignal: false).session
}

/// Likewise, and draws the signal of the sensor that began first; `nil` where there was nothing to draw.
public func traceSession(
    _ sensors: [SensorRecording], options: AnalysisOptions
) throws -> (session: Session, trace: SignalTrace?) {
    try analyze(sensors, options: options, tracesSignal: true)
}

private func analyze(
    _ sensors: [SensorRecording], options: AnalysisOptions, tracesSignal: Bool
) throws -> (session: Session, trace: SignalTrace?) {
    var parts: [(session: Session, startEpochSeconds: Double?)] = []
    var traces: [SignalTrace?] = []
    for sensor in sensors {
        var own = options
        (own.placement, own.side) = (sensor.placement, sensor.side)
        // Alone, a sensor is compared with the plan; together, only their common session is.
        var analyzer = SessionAnalyzer(own, tracesSignal: tracesSignal)
        let (session, facts) = try read(sensor.paths, into: &analyzer)
        parts.append((session, facts.startEpochSeconds))
        traces.append(analyzer.trace)
    }
    guard parts.count > 1 else {
        guard let only = parts.first else {
            throw IngestError(file: "", kind: .noInput, message: "no recording was given", remedy: "Name at least one")
        }
        return (only.session, traces.first ?? nil)
    }
    let (offsets, finding) = try SensorClocks(
        starts: parts.map(\.startEpochSeconds), summaries: parts.map(\.session.recording)).offsets()
    let sites = zip(sensors, parts).map { sensor, part in
        SensorSite(placement: sensor.placement, side: sensor.side, inferred: part.session.recording.inferredPlacement)
    }
    let readings = zip(zip(parts, offsets), sites).map { part, site in
        let session = part.0.session.shifted(by: part.1)
        return SensorReading(site: site, sets: session.sets, holds: session.holds)
    }
    let (sets, holds) = SensorFusion(readings: readings).fused()
    var recording = RecordingSummary(merging: zip(parts, offsets).map { ($0.session.recording, $1) })
    if let finding { recording.findings.insert(finding, at: 0) }
    let session = Session(
        recording: recording, sets: sets, holds: holds,
        plan: options.plan.map { PlanAlignment().align($0, sets: sets, holds: holds, sensors: sites) })
    let earliest = zip(offsets, traces).min { $0.0 < $1.0 }
    return (session, earliest?.1)
}
