import ExerciseCatalog
import Motion
import SessionModel

/// What a sensor worn there can see of every exercise in the catalogue, leg by leg where legs work one at a time.
public func observableViews(placement: Placement?, side: Side?) -> [Inspection.View] {
    ExerciseCatalog.all.flatMap { exercise in
        let sides: [Side?] = exercise.sidedness == .eachLeg ? [.left, .right] : [nil]
        return sides.map { itemSide in
            Inspection.View(
                exercise: exercise.name, side: itemSide,
                isObservable: exercise.isObservable(from: placement, wornSide: side, itemSide: itemSide))
        }
    }
}
