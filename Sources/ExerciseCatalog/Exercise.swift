import Motion

/// One exercise as data: what it is called, how it moves, and which sensors can see it.
///
/// Everything that tells exercises apart stands in such values; no code anywhere asks for an exercise by name.
public struct Exercise: Sendable, Equatable {
    /// What a single performance of the exercise is made of.
    public enum Kind: String, Sendable, CaseIterable {
        /// Repeated movement, counted in reps.
        case reps
        /// One posture kept nearly still, measured in seconds.
        case stretch
    }

    /// Body posture a rep starts from and returns to, or the one a stretch is held in.
    public enum Posture: String, Sendable, CaseIterable {
        case standing, seated, supine
        case sideLying = "side-lying"
        /// On the floor, legs stretched out in front.
        case longSitting = "long-sitting"

        /// On the back or on the side.
        public var isLying: Bool { self == .supine || self == .sideLying }
    }

    /// Whether both legs work together or one at a time.
    public enum Sidedness: String, Sendable, CaseIterable {
        case bilateral
        case eachLeg = "each leg"
    }

    /// How far a placement can see the exercise; a placement that cannot see it has no entry.
    public enum Observability: Sendable {
        /// Seen whichever leg does it.
        case eitherSide
        /// Seen only when the sensor is worn on the leg that moves.
        case sameSide
    }

    /// Which way the body goes first.
    public enum Travel: String, Sendable, CaseIterable {
        case sinks, rises
    }

    /// Catalogue name, kebab-case: what plans, options and results say.
    public let name: String
    /// Name for people.
    public let title: String
    public let kind: Kind
    public let posture: Posture
    public let sidedness: Sidedness
    /// Which way the body's weight goes from the start posture; `nil` where it hardly travels.
    public let travel: Travel?
    /// Plausible seconds from one start posture to the next, holds included; `nil` for a stretch.
    public let repDurationSeconds: ClosedRange<Double>?
    /// Plausible change of orientation, in degrees, of the segment that shows the exercise best; `nil` for a stretch.
    public let rangeOfMotionDegrees: ClosedRange<Double>?
    /// Plausible seconds of a hold: at the turning point of a rep, or of the stretch itself; `nil` where none is kept.
    public let holdSeconds: ClosedRange<Double>?
    /// How far from upright the sensor leans during a stretch, by placement, in degrees; empty for reps.
    public let stretchLeanDegrees: [Placement: ClosedRange<Double>]
    /// What each placement sees. `Placement.leg` has no entry of its own: it means thigh or shank.
    public let observability: [Placement: Observability]
    /// Body parts that the way out lifts by centimetres, however it is done: there the height of the turn tells which end is home.
    /// A shank rises too little for that when the hips do, and who sinks may raise an arm or a knee meanwhile.
    public var lifts: Set<Placement> = []
    /// One sentence on how to do it and where to wear the sensor.
    public let advice: String
}

extension Exercise {
    /// Whether reps of both legs may alternate within a set: the whole body moves, one leg leads.
    public var alternates: Bool { sidedness == .eachLeg && travel != nil }

    /// Whether a sensor can see this exercise done by one side.
    ///
    /// - Parameters:
    ///   - placement: where the sensor was worn, `nil` when not known. `.leg` answers only where thigh and shank agree.
    ///   - wornSide: the side the sensor was worn on, `nil` when not known.
    ///   - itemSide: the side that does the exercise, `nil` for both or either.
    /// - Returns: `true` or `false` where that follows from what is known, otherwise `nil`: it may be seen.
    public func isObservable(from placement: Placement?, wornSide: Side?, itemSide: Side?) -> Bool? {
        guard let placement else { return nil }
        if placement == .leg {
            let thigh = isObservable(from: .thigh, wornSide: wornSide, itemSide: itemSide)
            let shank = isObservable(from: .shank, wornSide: wornSide, itemSide: itemSide)
            return thigh == shank ? thigh : nil
        }
        switch observability[placement] {
        case nil: return false
        case .eitherSide: return true
        case .sameSide:
            guard let itemSide else { return true }
            return wornSide.map { $0 == itemSide }
        }
    }

    /// Whether only the leg that wears the sensor can have done it, so that its side follows from the sensor's.
    public func isSeenOnlyOnWornLeg(from placement: Placement?) -> Bool {
        let placements: [Placement] = placement == .leg ? [.thigh, .shank] : placement.map { [$0] } ?? []
        let seen = placements.compactMap { observability[$0] }
        return !seen.isEmpty && seen.allSatisfy { $0 == .sameSide }
    }
}
