import Motion

/// Units in which exports state acceleration.
public enum AccelerationUnit: String, Sendable, Equatable, CaseIterable {
    case g
    case milliG = "mg"
    case metresPerSecondSquared = "m/s2"

    /// One of this unit in m/s2.
    public var inMetresPerSecondSquared: Double {
        switch self {
        case .g: standardGravity
        case .milliG: standardGravity / 1000
        case .metresPerSecondSquared: 1
        }
    }
}

/// Units in which exports state angular rate.
public enum AngularRateUnit: String, Sendable, Equatable, CaseIterable {
    case radiansPerSecond = "rad/s"
    case degreesPerSecond = "deg/s"

    /// One of this unit in rad/s.
    public var inRadiansPerSecond: Double {
        switch self {
        case .radiansPerSecond: 1
        case .degreesPerSecond: Double.pi / 180
        }
    }
}

/// Units in which exports state time.
package enum TimeUnit: String, Sendable, Equatable, CaseIterable {
    case seconds = "s"
    case milliseconds = "ms"
    case microseconds = "us"
    case nanoseconds = "ns"

    /// One of this unit in seconds.
    var inSeconds: Double {
        switch self {
        case .seconds: 1
        case .milliseconds: 1e-3
        case .microseconds: 1e-6
        case .nanoseconds: 1e-9
        }
    }
}

/// A unit as a column header spells it, whatever the quantity.
package enum HeaderUnit: Sendable, Equatable {
    case time(TimeUnit)
    case acceleration(AccelerationUnit)
    case angularRate(AngularRateUnit)

    /// The spellings seen in exports, lower case, without spaces. `²`, `^2`, `(sec^2)` and `µ` are folded before the look-up.
    private static let spellings: [String: HeaderUnit] = [
        "s": .time(.seconds), "sec": .time(.seconds), "secs": .time(.seconds), "seconds": .time(.seconds),
        "ms": .time(.milliseconds), "msec": .time(.milliseconds), "msecs": .time(.milliseconds), "millis": .time(.milliseconds),
        "us": .time(.microseconds), "usec": .time(.microseconds), "micros": .time(.microseconds),
        "ns": .time(.nanoseconds), "nsec": .time(.nanoseconds), "nanos": .time(.nanoseconds),
        "g": .acceleration(.g), "gs": .acceleration(.g), "mg": .acceleration(.milliG),
        "m/s2": .acceleration(.metresPerSecondSquared), "mps2": .acceleration(.metresPerSecondSquared),
        "ms2": .acceleration(.metresPerSecondSquared), "ms-2": .acceleration(.metresPerSecondSquared),
        "m/sec2": .acceleration(.metresPerSecondSquared), "mss": .acceleration(.metresPerSecondSquared),
        "m/s/s": .acceleration(.metresPerSecondSquared),
        "rad/s": .angularRate(.radiansPerSecond), "rads": .angularRate(.radiansPerSecond),
        "radps": .angularRate(.radiansPerSecond), "rps": .angularRate(.radiansPerSecond),
        "rad/sec": .angularRate(.radiansPerSecond),
        "deg/s": .angularRate(.degreesPerSecond), "degs": .angularRate(.degreesPerSecond),
        "dps": .angularRate(.degreesPerSecond), "deg/sec": .angularRate(.degreesPerSecond), "°/s": .angularRate(.degreesPerSecond),
    ]

    /// The spelling that `init(spelling:)` reads and people know.
    package var spelling: String {
        switch self {
        case .time(let unit): unit.rawValue
        case .acceleration(let unit): unit.rawValue
        case .angularRate(let unit): unit.rawValue
        }
    }

    package init?(spelling: String) {
        var folded = ""
        for character in spelling.lowercased() {
            switch character {
            case " ", "^", "(", ")", "[", "]": continue
            case "²": folded.append("2")
            case "µ", "μ": folded.append("u")
            default: folded.append(character)
            }
        }
        guard let unit = Self.spellings[folded] else { return nil }
        self = unit
    }
}
