import ExerciseCatalog
import Motion
import RepCore
import SessionModel

/// Names everything in a recording of which nobody says what was done.
///
/// Sets are told by how they move and by how the sensor points against upright, which walking anywhere in the recording
/// shows. Repeated movement that is no exercise of the catalogue stays `unrecognised`; walking, stairs and fidgeting are
/// no sets at all.
struct BlindSession {
    let placement: Placement?
    let side: Side?

    func movements(in segments: [SegmentFindings]) -> (sets: [SetResult], holds: [HoldResult]) {
        let upright = Upright(segments.flatMap(\.walking))
        let recogniser = Recogniser()
        let recognised = segments.flatMap(\.sets).compactMap {
            recogniser.recognise($0, placement: placement, upright: upright, allowed: nil)
        }.map { recognition in
            var trimmed = recognition
            trimmed.reading = SetTrim().trimmed(recognition.reading)
            return trimmed
        }
        let sets = PlanAlignment.fillingSides(
            of: SetJoin().joined(recognised).map(result), placement: placement, side: side)
        let stretches = StretchRecognition(placement: placement, upright: upright?.up).stretches(
            among: segments.flatMap(\.holds), sets: sets)
        return (sets, PlanAlignment.fillingSides(of: stretches, placement: placement, side: side))
    }

    private func result(_ recognition: Recognition) -> SetResult {
        switch recognition.way {
        case .both, .alternate:
            return Alternation(wornSide: side).set(of: recognition.reading, exercise: recognition.exercise)
        case .front: return SetResult(recognition.reading, exercise: recognition.exercise, side: side)
        case .rear: return SetResult(recognition.reading, exercise: recognition.exercise, side: side?.other)
        case nil: return SetResult(recognition.reading, exercise: recognition.exercise)
        }
    }
}

extension Side {
    /// The other leg or arm.
    var other: Side { self == .left ? .right : .left }
}
