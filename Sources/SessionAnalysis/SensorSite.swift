import ExerciseCatalog
import Motion
import SessionModel

/// Where a sensor was worn, as far as is known.
public struct SensorSite: Sendable, Equatable {
    /// As told, else the likeliest inferred.
    public var placement: Placement?
    public var side: Side?
    /// What stands in for a placement that nobody told.
    public var inferred: InferredPlacement?

    /// - Parameter inferred: counts for nothing where the placement was told.
    public init(placement: Placement?, side: Side?, inferred: InferredPlacement? = nil) {
        self.placement = placement ?? inferred?.placements.first
        self.side = side
        self.inferred = placement == nil ? inferred : nil
    }

    /// Sets with the side filled in where only the leg wearing the sensor can have done them.
    func fillingSides(of sets: [SetResult]) -> [SetResult] {
        sets.map { set in
            var set = set
            if set.side == nil, let side = impliedSide(of: set.exercise) { set.side = side == .left ? .left : .right }
            return set
        }
    }

    /// Holds with the side filled in where only the leg wearing the sensor can have kept them.
    func fillingSides(of holds: [HoldResult]) -> [HoldResult] {
        holds.map { hold in
            var hold = hold
            hold.side = hold.side ?? impliedSide(of: hold.exercise)
            return hold
        }
    }

    private func impliedSide(of name: String) -> Side? {
        guard let exercise = ExerciseCatalog.exercise(named: name), exercise.isSeenOnlyOnWornLeg(from: placement)
        else { return nil }
        return side
    }

    /// `nil` where that is open, as where places that it may have been worn at differ in it.
    func isObservable(_ exercise: Exercise, side itemSide: Side?) -> Bool? {
        let places: [Placement?] = inferred?.placements ?? [placement]
        let views = Set(places.map { exercise.isObservable(from: $0, wornSide: side, itemSide: itemSide) })
        return views.count == 1 ? views.first ?? nil : nil
    }
}

/// All the sensors worn in one session: what one of them sees is seen.
struct SensorSites {
    let sites: [SensorSite]

    /// Whether any sensor can see the exercise done by one side: `nil` where that is open.
    func isObservable(_ exercise: Exercise, side: Side?) -> Bool? {
        let views = sites.map { $0.isObservable(exercise, side: side) }
        if views.contains(true) { return true }
        return views.contains(nil) ? nil : false
    }

    /// Whether every sensor sits where both legs look alike: on the trunk or an arm.
    var areAboveLegs: Bool {
        sites.allSatisfy { site in site.placement.map { !$0.isOnLeg } ?? false }
    }

    /// The only side filled in where one sensor was worn; with several, each has filled in its own already.
    func fillingSides(of sets: [SetResult]) -> [SetResult] { sites.count == 1 ? sites[0].fillingSides(of: sets) : sets }

    func fillingSides(of holds: [HoldResult]) -> [HoldResult] { sites.count == 1 ? sites[0].fillingSides(of: holds) : holds }

    /// Why nothing was found: not done, or not to be seen.
    /// - Parameter otherLegSeen: whether the other leg of the same item was.
    func absence(of exercise: Exercise, side: Side?, otherLegSeen: Bool) -> (Verdict, reason: String?) {
        switch isObservable(exercise, side: side) {
        case true?: return (.missing, nil)
        case false?: return (.notObservable, blindness(to: exercise, side: side))
        case nil:
            let open = sites.filter { $0.isObservable(exercise, side: side) == nil }
            if otherLegSeen, let site = open.first, exercise.isSeenOnlyOnWornLeg(from: site.placement) {
                let place = site.placement?.rawValue ?? ""
                let sensor = site.inferred == nil ? "a sensor on one \(place)" : "seems worn on one \(place), which"
                return (.notObservable, "\(sensor) sees one leg only, and which one is not known")
            }
            let isPlaceOpen = open.contains { $0.placement == nil || $0.inferred.map { $0.placements.count > 1 } ?? false }
            let unknown = isPlaceOpen ? "where the sensor was worn" : "which leg the sensor was worn on"
            return (.missing, "may not have been seen: \(unknown) is not known")
        }
    }

    private func blindness(to exercise: Exercise, side: Side?) -> String {
        guard sites.count == 1, let site = sites.first else { return "none of these sensors sees it" }
        if let inferred = site.inferred { return "seems worn on the \(inferred.places), and a sensor there does not see it" }
        let place = site.placement?.rawValue ?? ""
        if let side, let worn = site.side, worn != side, exercise.isSeenOnlyOnWornLeg(from: site.placement) {
            return "a sensor on the \(worn.rawValue) \(place) does not see the \(side.rawValue) leg"
        }
        return "a sensor on the \(place) does not see this exercise"
    }
}
