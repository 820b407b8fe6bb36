import ExerciseCatalog
import Foundation
import Motion
import RepCore
import SessionModel

/// Tells where on the body a sensor was worn from how it moved: from the exercises it saw, and from walking.
///
/// Bayes' rule over the places of `PlacementTable`, none more likely than another beforehand. A set that some place would
/// recognise speaks for the places that usually see an exercise that way; a walk for those it usually shakes and turns
/// that much. Either may be something else altogether, so that nothing speaks for or against a place beyond measure.
/// Sets of one exercise are one witness: who does it three times does it alike. What witnesses say is not independent
/// either, and is raised to a power below one (power likelihood; Holmes and Walker, Biometrika 2017).
public struct PlacementInference: Sendable {
    /// Places less likely than this are not named.
    public static let leastConfidence = 0.9
    /// Nor is more than this claimed: a hundred right inferences in a row would not show more.
    private static let mostConfidence = 0.99
    /// Share of sets and of walks that are not what they seem.
    private static let foreignShare = 0.1
    /// Power on the likelihood of a witness.
    private static let power = 0.7
    /// Only reps of some size, in degrees or metres, show which part of the body moves, and not those that differ from
    /// each other or are steps; for the units see `Feature`.
    private static let smallestTilt = 12.0
    private static let smallestRise = 0.12
    private static let leastAutocorrelation = 0.45
    private static let mostGait = 0.4

    public init() {}

    /// The place; else the places above the legs that it may be, none of which sees what one leg does by itself; `nil`
    /// where neither is sure.
    ///
    /// - Parameter segments: findings with features, with gaps crossed.
    public func placement(in segments: [SegmentFindings]) -> InferredPlacement? {
        let ranked = posterior(of: segments).sorted { $0.probability > $1.probability }
        guard let best = ranked.first, best.probability.isFinite else { return nil }
        var inferred = InferredPlacement(placements: [], confidence: 0)
        for place in best.probability >= Self.leastConfidence ? [best] : ranked.filter({ !$0.placement.isOnLeg }) {
            inferred.placements.append(place.placement)
            inferred.confidence += place.probability
            guard inferred.confidence >= Self.leastConfidence else { continue }
            inferred.confidence = min(Self.mostConfidence, inferred.confidence)
            return inferred
        }
        return nil
    }

    /// How likely each place is; the sum is 1.
    func posterior(of segments: [SegmentFindings]) -> [(placement: Placement, probability: Double)] {
        let walking = segments.flatMap(\.walking)
        let witnesses = sets(in: segments, upright: Upright(walking)).map { sets in
            PlacementTable.placements.map { place in
                sets.reduce(0) { $0 + Self.logDensity(of: $1, from: place) } / Double(sets.count)
            }
        } + [Gait(walking)].compactMap(\.self).map { gait in
            PlacementTable.placements.map { Self.logDensity(of: gait, at: $0) }
        }
        let evidence = PlacementTable.placements.indices.map { place in
            Self.power * witnesses.reduce(0) { $0 + $1[place] }
        }
        let most = evidence.max() ?? 0
        let sum = evidence.reduce(0) { $0 + exp($1 - most) }
        return zip(PlacementTable.placements, evidence).map { ($0, exp($1 - most) / sum) }
    }

    /// Features of the sets that show where the sensor was worn, one group an exercise.
    private func sets(in segments: [SegmentFindings], upright: Upright?) -> [[MovementFeatures]] {
        let recogniser = Recogniser()
        let recognised = segments.flatMap(\.sets).compactMap { set -> (exercise: String, features: MovementFeatures)? in
            guard let best = recogniser.recognise(set, placement: nil, upright: upright, allowed: nil), best.isRecognised,
                let features = best.reading.features?.posed(upright), Self.isWitness(features)
            else { return nil }
            return (best.exercise, features)
        }
        return ExerciseCatalog.all.map { exercise in
            recognised.filter { $0.exercise == exercise.name }.map(\.features)
        }.filter { !$0.isEmpty }
    }

    private static func isWitness(_ features: MovementFeatures) -> Bool {
        let isLarge = features.tiltDegrees > smallestTilt || value(.rise, of: features) ?? 0 > smallestRise
        return isLarge && features.autocorrelation ?? 1 >= leastAutocorrelation && features.gait < mostGait
    }

    /// Without a gyroscope nobody can tell rising from tilting.
    private static func value(_ feature: Feature, of features: MovementFeatures) -> Double? {
        feature == .rise && features.path == nil ? nil : features[feature]
    }

    private static func logDensity(of features: MovementFeatures, from place: Placement) -> Double {
        func density(_ view: PlacementView?) -> Double {
            PlacementTable.spans.reduce(1) { product, known in
                guard let value = value(known.feature, of: features) else { return product }
                return product * Self.density(value, view?.expected[known.feature], known.span)
            }
        }
        let views = PlacementTable.views.filter { $0.placement == place }
        // As many sets are of one exercise as of another; of those a place does not see, it sees nothing that counts.
        let exercises = Double(ExerciseCatalog.all.filter { $0.kind == .reps }.count)
        let seen = views.reduce(0) { $0 + density($1) } / exercises
        return log((1 - foreignShare) * seen + foreignShare * density(nil))
    }

    private static func logDensity(of gait: Gait, at place: Placement) -> Double {
        func density(_ expected: PlacementGait?) -> Double {
            PlacementTable.gaitSpans.reduce(1) { product, known in
                guard let value = gait[known.measure] else { return product }
                return product * Self.density(value, expected?.expected[known.measure], known.span)
            }
        }
        let known = PlacementTable.gaits.first { $0.placement == place }
        return log((1 - foreignShare) * density(known) + foreignShare * density(nil))
    }

    /// Of a normal distribution where something is expected, else of an even one.
    private static func density(_ value: Double, _ expected: Expectation?, _ span: Double) -> Double {
        guard let expected else { return 1 / span }
        let distance = (value - expected.mean) / expected.deviation
        return exp(-distance * distance / 2) / (expected.deviation * (2 * .pi).squareRoot())
    }
}
