import ExerciseCatalog
import Motion
import RepCore

/// How the sensor sits on the body, as far as walking does not show it: somebody who squats or lunges stands.
///
/// A rep that can only have been done standing begins upright, and legs bend within the sagittal plane.
struct UprightFromSets {
    let placement: Placement?

    /// What walking shows, and what the sets add to it; `nil` where neither shows which way is up.
    func completed(_ upright: Upright?, by sets: [Recognition]) -> Upright? {
        guard var result = upright ?? standing(sets).map({ Upright(up: $0, medioLateral: nil, standing: $0) }) else { return nil }
        if result.medioLateral == nil { result.medioLateral = medioLateral(sets) }
        return result
    }

    /// Where up points at home of most reps done standing. Hands are anywhere.
    private func standing(_ sets: [Recognition]) -> SIMD3<Double>? {
        guard let placement, !placement.isOnArm else { return nil }
        let homes = sets.filter { $0.standingShare >= Self.smallestStandingShare && $0.isRecognised && $0.beginsUpright }
            .compactMap { set in set.reading.features.map { (up: $0.upAtHome, reps: Double(set.reading.count)) } }
        func agreeing(with one: SIMD3<Double>) -> [(up: SIMD3<Double>, reps: Double)] {
            homes.filter { $0.up.degrees(to: one) < Upright.agreementDegrees }
        }
        let camps = homes.map { agreeing(with: $0.up) }
        func size(_ camp: [(up: SIMD3<Double>, reps: Double)]) -> Double { camp.reduce(0) { $0 + $1.reps } }
        return camps.max { size($0) < size($1) }?.reduce(SIMD3.zero) { $0 + $1.up * $1.reps }.normalized
    }

    /// Without a gyroscope walking does not show this axis, and sets that show which way is up show it too.
    private func medioLateral(_ sets: [Recognition]) -> SIMD3<Double>? {
        let normals = sets.compactMap { recognition -> SIMD3<Double>? in
            guard let features = recognition.reading.features, recognition.posture == .standing,
                features.tiltDegrees > Self.clearTiltDegrees
            else { return nil }
            return features.upAtHome.cross(features.upAtTurn).normalized
        }
        guard let first = normals.first else { return nil }
        // The same plane either way round: a rear leg bends the other way.
        return normals.reduce(SIMD3.zero) { $0 + ($1.dot(first) < 0 ? $1 * -1 : $1) }.normalized
    }

    /// Of what a set may be, so much has to be done standing. Squats that may be clamshells have 0.55 to 0.75 in one simulator, steps 0.95 and
    /// more.
    private static let smallestStandingShare = 0.9
    /// Enough tilt for the plane of bending to be clear, in degrees.
    private static let clearTiltDegrees = 15.0
}

extension Recognition {
    /// Whether the worn body part is as upright at home as in somebody who stands: a leg behind may stand back from the start, and where
    /// lunges of both legs are read as one swing, home is one end of it.
    fileprivate var beginsUpright: Bool { way == nil || way == .front }
}
