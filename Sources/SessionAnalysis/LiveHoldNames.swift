import ExerciseCatalog
import Motion
import RepCore
import SessionModel

/// What a posture is called that is still being kept.
///
/// Told a stretch, it is that one. Otherwise it is named as the analysis names stretches at the end, save that nobody knows
/// yet where the person will return to: the posture they came from has to do.
struct LiveHoldNames {
    struct Name {
        var exercise: String
        /// Side, where only the leg wearing the sensor can keep the posture.
        var side: Side?
        /// What the plan asks for.
        var targetSeconds: ClosedRange<Double>?
    }

    /// How long before a hold the posture it was entered from is looked for, in seconds, and how far from that of the hold
    /// it has to be, in degrees.
    private static let lookBackSeconds = 8.0
    private static let differenceDegrees = 20.0

    private let options: AnalysisOptions
    private let placement: Placement?
    private let recognition: StretchRecognition
    private let window: MovementSegment

    /// - Parameter placement: where the sensor was worn, told or inferred.
    init(_ options: AnalysisOptions, placement: Placement?, upright: Upright?, window: MovementSegment) {
        self.options = options
        self.placement = placement
        recognition = StretchRecognition(placement: placement, upright: upright)
        self.window = window
    }

    func name(of hold: Hold) -> Name? {
        switch options.exercise {
        case .exercise(let name): named(name)
        case .hold: Name(exercise: ExerciseCatalog.unrecognised)
        case .any: nil
        case nil:
            bases(of: hold).lazy.compactMap {
                recognition.exercise(keeping: hold.posture, from: $0, heightAboveBaseMetres: hold.heightAboveBaseMetres)
            }.first.map { named($0.name) }
        }
    }

    private func named(_ exercise: String) -> Name {
        let known = ExerciseCatalog.exercise(named: exercise)
        return Name(
            exercise: exercise,
            side: known?.isSeenOnlyOnWornLeg(from: placement) == true ? options.side : nil,
            targetSeconds: options.plan?.items.first { $0.exercise.name == exercise }?.holdSeconds)
    }

    /// Other postures kept for a second shortly before the hold, newest first.
    private func bases(of hold: Hold) -> [SIMD3<Double>] {
        let second = max(1, Int(window.rateHz))
        let end = Int((hold.startSeconds - window.startSeconds) * window.rateHz)
        let start = max(0, end - Int(Self.lookBackSeconds * window.rateHz))
        return stride(from: end - second, through: start, by: -max(1, second / 2)).compactMap { first in
            window.acceleration[first..<first + second].reduce(.zero, +).normalized
        }.filter { $0.degrees(to: hold.posture) > Self.differenceDegrees }
    }
}
