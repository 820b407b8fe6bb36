import ExerciseCatalog
import Foundation
import Motion
import RepCore
import SessionModel

/// From samples to a session: one value that takes a stream, from a file or live, and ends in the same result.
public struct SessionAnalyzer: Sendable {
    public let options: AnalysisOptions
    private var buffer = EpisodeBuffer()
    private var queue: SegmentQueue
    private var segments: [SegmentFindings] = []
    /// Judged by so many of the segments.
    private var inferred: InferredPlacement?
    private var inferredFrom = 0
    private var recorder: TraceRecorder?

    /// - Parameter tracesSignal: whether to draw the signal too, which takes some time.
    public init(_ options: AnalysisOptions, tracesSignal: Bool = false) {
        self.options = options
        recorder = tracesSignal ? TraceRecorder() : nil
        queue = SegmentQueue(
            SegmentDetector(lookingFor: tracesSignal ? options.interest.union(.features) : options.interest))
    }

    /// Takes one sample; times must not decrease.
    public mutating func step(_ sample: MotionSample) {
        var complete: [MovementSegment] = []
        buffer.step(sample) { complete.append($0) }
        for segment in complete { take(queue.append(segment)) }
    }

    /// Ends the stream.
    /// - Parameter recording: what is known about the recording, copied into the session.
    public mutating func finish(_ recording: RecordingSummary) -> Session {
        var rest: [MovementSegment] = []
        buffer.finish { rest.append($0) }
        take(queue.finish(rest))
        inferPlacement()
        let movements = movements(in: segments)
        var recording = recording
        if let inferred {
            recording.inferredPlacement = inferred
            recording.findings.append(inferred.finding)
        }
        if let objection = profileObjection() {
            recording.findings.append(Finding(kind: "profile-not-used", message: "the profile is not used: \(objection)"))
        }
        if let unseen = unseenStretches(movements) { recording.findings.append(unseen) }
        if let doubt = doubt(movements) { recording.findings.append(doubt) }
        return Session(
            recording: recording, sets: movements.sets, holds: movements.holds,
            plan: options.plan.map {
                PlanAlignment().align(
                    $0, sets: movements.sets, holds: movements.holds, sensors: [site])
            })
    }

    /// Where the sensor was worn: as told, else as what was analysed so far shows.
    var site: SensorSite { SensorSite(placement: options.placement, side: options.side, inferred: inferred) }

    /// Judges by what was analysed so far where the sensor was worn; does nothing where that was told, or where an exercise
    /// was: then it is counted whatever saw it.
    mutating func inferPlacement() {
        guard options.exercise == nil, options.placement == nil, segments.count > inferredFrom else { return }
        inferredFrom = segments.count
        inferred = PlacementInference().placement(in: GapCrossing().completed(segments))
    }

    /// The signal of everything analysed so far; `nil` where it was not asked for, or there was nothing to draw.
    public var trace: SignalTrace? { recorder?.trace }

    private mutating func take(_ results: [SegmentQueue.Result]) {
        for result in results {
            recorder?.take(result.segment, walking: result.findings.walking)
            segments.append(result.findings)
        }
    }

    /// The count told in `exercise`.
    private func told(_ exercise: Exercise?) -> ToldCount {
        ToldCount(
            exercise: exercise, placement: options.placement, side: options.side,
            profile: foreignProfile() == nil ? options.profile?.movement : nil)
    }

    /// Why the profile is of something else; `nil` when it is not, or when there is none.
    private func foreignProfile() -> String? {
        guard let profile = options.profile else { return nil }
        guard case .exercise(let name) = options.exercise else { return "it serves where the exercise is told" }
        return profile.objection(exercise: name, placement: options.placement, side: options.side)
    }

    /// A stretch is a posture, and postures have names by how the sensor points while somebody stands (`StretchRecognition`).
    private func unseenStretches(_ movements: Movements) -> Finding? {
        guard let plan = options.plan, options.exercise == nil, movements.upright == nil,
            plan.items.contains(where: { item in
                item.exercise.kind == .stretch && item.sides.contains { site.isObservable(item.exercise, side: $0) == true }
            })
        else { return nil }
        return Finding(
            kind: "no-walking",
            message: "nothing in this recording shows how the sensor points when its wearer stands, as walking would: "
                + "stretches may have been held unseen")
    }

    /// Why what was counted may not be what was told.
    private func doubt(_ movements: Movements) -> Finding? {
        guard case .exercise(let name) = options.exercise, !(movements.sets.isEmpty && movements.holds.isEmpty) else { return nil }
        if let placement = options.placement,
            ExerciseCatalog.exercise(named: name)?.isObservable(from: placement, wornSide: options.side, itemSide: nil) == false
        {
            return Finding(
                kind: Finding.unseenTold,
                message: "a sensor on the \(placement.rawValue) does not see \(name): what was counted is something else that it saw")
        }
        guard movements.isUnlikeTold else { return nil }
        return Finding(
            kind: Finding.unlikeTold,
            message: "nothing that this sensor counted moves as \(name) does where it is said to be worn: "
                + "was it another exercise or another placement, or only walking?")
    }

    private func profileObjection() -> String? {
        guard let profile = options.profile else { return nil }
        if let foreign = foreignProfile() { return foreign }
        let exercise = ExerciseCatalog.exercise(named: profile.exercise)
        return told(exercise).isLikeProfile(GapCrossing().completed(segments))
            ? nil : "nothing here moves like it; another movement, person or way of wearing the sensor?"
    }

    /// What segments mean, given what is known about the recording: of all of them at the end, of the newest in between.
    /// - Parameter known: how the sensor sits on the body, where that was seen before.
    func movements(in segments: [SegmentFindings], known: Upright? = nil) -> Movements {
        let segments = HoldJoin().joined(GapCrossing().completed(segments))
        switch options.exercise {
        case .exercise(let name):
            let exercise = ExerciseCatalog.exercise(named: name)
            return exercise?.kind == .stretch
                ? Movements(holds: ToldHold(exercise: exercise).holds(in: segments))
                : told(exercise).movements(in: segments)
        case .any: return told(nil).movements(in: segments)
        case .hold: return Movements(holds: ToldHold(exercise: nil).holds(in: segments))
        case nil:
            let blind = BlindSession(site: site, plan: options.plan, known: known)
            return blind.movements(in: segments)
        }
    }
}

extension Finding {
    /// Kinds of doubt whether what was told is what was done.
    static let unlikeTold = "unlike-told"
    static let unseenTold = "unseen-told"
}
