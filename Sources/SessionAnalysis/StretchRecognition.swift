import ExerciseCatalog
import Foundation
import Motion
import RepCore
import SessionModel

/// Tells stretches from rests among the postures a person held.
///
/// A stretch is entered from one posture and left for the same one. Standing stretches begin and end upright, with the
/// leg raised, and a thigh as level as on a chair lifted there; stretches on the floor begin and end sitting, or, as legs take turns, with
/// the leg drawn up, folded aside or on the way to the floor: there it is enough that the leg was moved into the posture
/// and out of it. Upright is how the sensor points while its wearer stands beside a walk, else while walking, else at home of
/// what was done standing; where nothing shows it, postures have no names and no stretch is claimed.
struct StretchRecognition {
    let placement: Placement?
    /// How the sensor sits on the body; `nil` where nothing showed it.
    let upright: Upright?

    /// Shorter is a pause, longer is a rest, in seconds.
    private static let durations = 6.0...90.0
    /// Rests on the floor that begin and end in different postures are shorter, in seconds.
    private static let shortestInPassingSeconds = 12.0
    /// A posture within this angle of upright is standing.
    private static let standingDegrees = 25.0
    /// Largest share of gravity along the medio-lateral axis of a leg that stretches. A straight leg at rest turns outwards: 0.45 is 27
    /// degrees of it. Folded aside the shank lies across, but the thigh of generated sessions shows no more than that and keeps 0.3.
    /// A simulated stretch of a shank showed 0.33; recordings of people have none to choose by.
    private var sagittalLimit: Double { placement == .thigh ? 0.3 : 0.45 }
    /// How far a thigh or shank goes into such a posture and out of it at least, in degrees: in one simulator a knee that only relaxes
    /// after a stretch turns the thigh by 15 to 18. In others, and in everyday recordings of people, 14 and 20 find the same.
    private static let smallestChangeInPassingDegrees = 14.0
    /// A leg that stretches lies before the body; the shank of somebody who kneels lies behind, as level. Where walking shows which way is
    /// forward, nothing that points back by more than this is a stretch, in degrees.
    private static let farthestBackDegrees = -20.0
    /// A thigh that leans farther from standing is as level as on a chair, in degrees.
    private static let levelDegrees = 72.0
    /// Less is neither up nor down, in metres: simulated thighs put up rise by 0.06 to 0.4, and sink by 0.08 to 0.4 when their wearers sit down;
    /// one that was put up by little seemed to sink by 0.07.
    private static let smallestRiseMetres = 0.05
    private static let smallestFallMetres = 0.1
    /// A hold this close to a set belongs to it, in seconds.
    private static let apartSeconds = 3.0

    /// Stretches among `holds`, in time order, none of them during `sets`.
    func stretches(among holds: [Hold], sets: [SetResult]) -> [HoldResult] {
        holds.compactMap { hold -> HoldResult? in
            guard Self.durations.contains(hold.durationSeconds), !sets.contains(where: { overlaps($0, hold) }),
                let exercise = exercise(of: hold)
            else { return nil }
            return HoldResult(
                exercise: exercise.name, startSeconds: hold.startSeconds, endSeconds: hold.endSeconds)
        }
    }

    private func exercise(of hold: Hold) -> Exercise? {
        if hold.departsAndReturns(), let base = hold.basePosture {
            let exercise = exercise(keeping: hold.posture, from: base, heightAboveBaseMetres: hold.heightAboveBaseMetres)
            // With the knee drawn up, the shank of somebody sitting on the floor stands too.
            if exercise != nil || placement == .thigh { return exercise }
        }
        // Without that axis, lying on the side has the same lean.
        guard let upright, upright.medioLateral != nil, hold.durationSeconds >= Self.shortestInPassingSeconds,
            hold.departsAndReturns(differenceDegrees: Self.smallestChangeInPassingDegrees, returnDegrees: 180)
        else { return nil }
        let notStanding = upright.up * -1
        return exercise(keeping: hold.posture, from: notStanding)
    }

    /// The stretch whose posture it is, entered from `base`; `nil` when it is none.
    /// - Parameter heightAboveBaseMetres: `Hold.heightAboveBaseMetres`; `nil` where it is not known.
    func exercise(keeping posture: SIMD3<Double>, from base: SIMD3<Double>, heightAboveBaseMetres: Double? = nil) -> Exercise? {
        guard let upright, let placement else { return nil }
        // A straight leg stays in the sagittal plane; one folded aside while the other stretches, or lain on, does not.
        if let axis = upright.medioLateral, abs((posture * axis).sum()) > sagittalLimit { return nil }
        let standing = upright.standing ?? upright.up
        let lean = degrees(posture, standing)
        // Up turns the other way than what sees it.
        if placement == .shank, let axis = upright.forwardAxis, posture.degrees(about: axis, to: standing) < Self.farthestBackDegrees {
            return nil
        }
        let startsUpright = degrees(base, standing) < Self.standingDegrees
        if startsUpright {
            // A leg that is put up is lifted; who sits down, or bends the leg that stands, sinks.
            if let heightAboveBaseMetres, heightAboveBaseMetres < -Self.smallestFallMetres { return nil }
            if placement == .thigh, lean > Self.levelDegrees, heightAboveBaseMetres ?? 0 < Self.smallestRiseMetres { return nil }
        }
        return ExerciseCatalog.all.first { exercise in
            guard exercise.kind == .stretch, exercise.observability[placement] != nil,
                let leans = exercise.stretchLeanDegrees[placement]
            else { return false }
            return (exercise.posture == .standing) == startsUpright && leans.contains(lean)
        }
    }

    private func overlaps(_ set: SetResult, _ hold: Hold) -> Bool {
        let common = min(set.endSeconds, hold.endSeconds) - max(set.startSeconds, hold.startSeconds)
        return common > -Self.apartSeconds
    }

    private func degrees(_ one: SIMD3<Double>, _ other: SIMD3<Double>) -> Double {
        let cosine = (one * other).sum() / ((one * one).sum() * (other * other).sum()).squareRoot()
        return acos(max(-1, min(1, cosine))) * 180 / .pi
    }
}
