import ExerciseCatalog
import Motion
import RepCore

/// How one person does one exercise, as a sensor worn at one place sees it: schema `repcount.profile/1`.
public struct PersonalProfile: Sendable, Equatable {
    public static let schema = "repcount.profile/1"

    /// Catalogue name.
    public var exercise: String
    /// Where the sensor was worn; `nil` when not told.
    public var placement: Placement?
    public var side: Side?
    /// Repetitions of the recording it was learnt from, and the files of that.
    public var reps: Int
    public var files: [String]
    public var movement: MovementProfile

    public init(
        exercise: String, placement: Placement?, side: Side?, reps: Int, files: [String], movement: MovementProfile
    ) {
        self.exercise = exercise
        self.placement = placement
        self.side = side
        self.reps = reps
        self.files = files
        self.movement = movement
    }

    /// Why the profile cannot serve a recording of `exercise` from a sensor worn there; `nil` when it may.
    func objection(exercise: String?, placement: Placement?, side: Side?) -> String? {
        if let exercise, exercise != self.exercise { return "it is one of \(self.exercise), this recording is of \(exercise)" }
        if let placement, let own = self.placement, placement != own {
            return "it was made with the sensor on the \(own.rawValue), here it was on the \(placement.rawValue)"
        }
        if let side, let own = self.side, side != own {
            return "it was made with the sensor on the \(own.rawValue) side, here it was on the \(side.rawValue)"
        }
        return nil
    }
}
