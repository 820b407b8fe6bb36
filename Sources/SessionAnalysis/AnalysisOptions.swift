import ExerciseCatalog
import Motion
import MotionIngest
import RepCore

/// What the person was asked to do in a recording.
public enum AskedExercise: Sendable, Equatable {
    /// An exercise of the catalogue, by name.
    case exercise(String)
    /// Some repeated movement: count it.
    case any
    /// Some held posture: measure it.
    case hold
}

/// What is known about a recording beside its files. Everything is optional.
public struct AnalysisOptions: Sendable {
    /// `nil`: recognise from the catalogue, or from the plan where there is one.
    public var exercise: AskedExercise?
    public var plan: Plan?
    public var placement: Placement?
    public var side: Side?
    public var ingest: IngestOptions
    /// How this person does the exercise told; `nil`: nothing is known of them.
    public var profile: PersonalProfile?

    public init(
        exercise: AskedExercise? = nil, plan: Plan? = nil, placement: Placement? = nil, side: Side? = nil,
        ingest: IngestOptions = IngestOptions(), profile: PersonalProfile? = nil
    ) {
        self.exercise = exercise
        self.plan = plan
        self.placement = placement
        self.side = side
        self.ingest = ingest
        self.profile = profile
    }
}

extension AnalysisOptions {
    /// What of a recording answers the question asked.
    var interest: SegmentDetector.Interest {
        switch exercise {
        // Where legs alternate, travel tells from a thigh whether they do; where nobody said so, it may be one.
        case nil where placement == nil || placement == .thigh: [.everything, .features, .holds, .otherSignal, .travel]
        case nil: placement?.isOnArm == true ? [.everything, .features, .holds] : [.everything, .features, .holds, .otherSignal]
        case .any: .oneMovement
        case .hold: .likelyHolds
        case .exercise(let name):
            switch ExerciseCatalog.exercise(named: name) {
            case let exercise? where exercise.kind == .stretch: .likelyHolds
            // What the worn leg does in each rep has to be recognised; a leg or trunk that walks in between, too.
            case let exercise? where exercise.alternates && placement != nil || placement?.isOnArm == false:
                [.oneMovement, .features]
            default: .oneMovement
            }
        }
    }
}
