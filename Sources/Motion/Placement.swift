/// Where on the body a sensor was worn.
public enum Placement: String, Sendable, Codable, CaseIterable {
    case thigh, shank, foot, waist, chest, wrist
    case upperArm = "upper-arm"
    /// On a leg, thigh or shank not stated.
    case leg

    /// Whether one leg carries it, so that the other may move unseen.
    public var isOnLeg: Bool {
        switch self {
        case .thigh, .shank, .foot, .leg: true
        case .waist, .chest, .wrist, .upperArm: false
        }
    }

    /// Whether an arm carries it, which may be anywhere while the body stands.
    public var isOnArm: Bool {
        switch self {
        case .wrist, .upperArm: true
        case .thigh, .shank, .foot, .leg, .waist, .chest: false
        }
    }
}

/// Body side, where the signal or the wearer tells it. Absence is `nil`, never a guess.
public enum Side: String, Sendable, Codable, CaseIterable {
    case left, right
}
