import Motion
import RepCore

/// How one exercise, done in one way, looks to a sensor at some placements: bounds on features of a set.
///
/// Bounds are trapezoids as in fuzzy classification (Zadeh 1965), with numbers that follow from the movement: a thigh
/// goes level in a squat, a lunge steps forward half a metre. Nothing is trained, so a row is added by thinking about
/// the exercise.
public struct Signature: Sendable, Equatable {
    /// What the leg wearing the sensor does in a lunge.
    public enum Way: String, Sendable, Equatable, Codable, CaseIterable {
        /// It steps forward.
        case front
        /// It stays behind.
        case rear
        /// Legs alternate and both bend: each swing seen is one rep of each leg.
        case both
        /// Legs alternate: reps seen are its own, the other leg's lie between them.
        case alternate
    }

    /// Catalogue name.
    public let exercise: String
    /// `nil` where there is only one way, or the placement cannot tell.
    public let way: Way?
    public let placements: [Placement]
    /// Factor on the membership, 0...1: under 1 for a way that should win only where no other fits as well.
    public let handicap: Double
    /// What has to be known for the row to say anything; terms of other features that are not known are passed over.
    public let needs: [Feature]
    public let terms: [Term]

    init(
        _ exercise: String, _ way: Way? = nil, from placements: [Placement], handicap: Double = 1, needs: [Feature] = [],
        _ terms: [Term]...
    ) {
        self.exercise = exercise
        self.way = way
        self.placements = placements
        self.handicap = handicap
        self.needs = needs
        self.terms = terms.flatMap(\.self)
    }

    /// Whether it tells what a sensor at `placement` sees; `.leg` is thigh or shank, `nil` anywhere.
    public func isSeen(from placement: Placement?) -> Bool {
        switch placement {
        case nil: true
        case .leg: placements.contains(.thigh) || placements.contains(.shank)
        case let placement?: placements.contains(placement)
        }
    }
}

/// Bounds on one feature. Membership is 1 within `low...high` and falls linearly to `floor` at `hardLow` and `hardHigh`:
/// a floor of 0 forbids, a high floor only hints.
public struct Term: Sendable, Equatable {
    public let feature: Feature
    /// In the unit `Feature` gives, rising; infinite where there is no bound.
    public let hardLow: Double
    public let low: Double
    public let high: Double
    public let hardHigh: Double
    /// 0...1.
    public let floor: Double

    /// Bounds on either side.
    static func within(
        _ feature: Feature, _ range: ClosedRange<Double>, never hardLow: Double, _ hardHigh: Double, floor: Double = 0
    ) -> Term {
        Term(
            feature: feature, hardLow: hardLow, low: range.lowerBound, high: range.upperBound, hardHigh: hardHigh,
            floor: floor)
    }

    static func atLeast(_ feature: Feature, _ low: Double, never hardLow: Double, floor: Double = 0) -> Term {
        Term(feature: feature, hardLow: hardLow, low: low, high: .infinity, hardHigh: .infinity, floor: floor)
    }

    static func atMost(_ feature: Feature, _ high: Double, never hardHigh: Double, floor: Double = 0) -> Term {
        Term(feature: feature, hardLow: -.infinity, low: -.infinity, high: high, hardHigh: hardHigh, floor: floor)
    }

    /// Membership of a value, `floor`...1; `floor` for values that are not finite.
    public func membership(of value: Double) -> Double {
        let share: Double
        if !value.isFinite {
            share = 0
        } else if value < low {
            share = max(0, (value - hardLow) / (low - hardLow))
        } else if value <= high {
            share = 1
        } else {
            share = max(0, (hardHigh - value) / (hardHigh - high))
        }
        return floor + (1 - floor) * share
    }
}
