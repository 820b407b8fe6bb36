import ExerciseCatalog
import Motion
import RepCore
import Yams

/// Why a profile cannot be used: where, what is wrong, and what to do.
public struct ProfileError: Error, Sendable, Equatable, CustomStringConvertible {
    public var file: String
    public var message: String
    public var remedy: String

    public init(file: String, message: String, remedy: String) {
        self.file = file
        self.message = message
        self.remedy = remedy
    }

    public var description: String { "\(file): \(message). \(remedy)" }
}

/// Reads and writes personal profiles as YAML.
public enum ProfileFile {
    /// Longest text accepted, in bytes; real profiles have some five hundred.
    public static let maximumBytes = 1 << 16

    private static let remedy = "Make it anew with: repcount calibrate RECORDING --exercise NAME --reps N."

    /// Profile written in `text`.
    /// - Parameter file: its name, for messages.
    public static func read(text: String, file: String) throws(ProfileError) -> PersonalProfile {
        func wrong(_ message: String) -> ProfileError { ProfileError(file: file, message: message, remedy: remedy) }
        guard text.utf8.count <= maximumBytes else { throw wrong("\(text.utf8.count) bytes are too many for a profile") }
        let written: Written
        do {
            written = try YAMLDecoder().decode(Written.self, from: text)
        } catch let error as DecodingError {
            throw wrong("this is no profile: \(Self.explained(error))")
        } catch {
            throw wrong("this is no profile: it is not YAML")
        }
        guard written.schema == PersonalProfile.schema else {
            throw wrong("\"\(written.schema)\" is not a schema this version reads; it reads \(PersonalProfile.schema)")
        }
        guard ExerciseCatalog.exercise(named: written.exercise)?.kind == .reps else {
            throw wrong("\"\(written.exercise)\" is no exercise of reps in the catalogue")
        }
        guard let movement = written.movement else {
            throw wrong("its numbers are out of bounds: vectors have three finite parts, sizes and the period are above 0")
        }
        return PersonalProfile(
            exercise: written.exercise, placement: written.placement, side: written.side, reps: written.reps,
            files: written.files, movement: movement)
    }

    /// The profile as `read` takes it, with a word on each line.
    public static func text(_ profile: PersonalProfile) -> String {
        let portrait = profile.movement.portrait
        func number(_ value: Double) -> String { "\((value * 1000).rounded() / 1000)" }
        func vector(_ value: SIMD3<Double>) -> String { "[\(number(value.x)), \(number(value.y)), \(number(value.z))]" }
        func quoted(_ text: String) -> String { "'\(text.replacing("'", with: "''"))'" }
        return """
            schema: \(PersonalProfile.schema)
            exercise: \(profile.exercise)
            placement: \(profile.placement?.rawValue ?? "null")
            side: \(profile.side?.rawValue ?? "null")
            reps: \(profile.reps)  # counted in
            files: [\(profile.files.map(quoted).joined(separator: ", "))]
            posture: \(vector(portrait.posture))  # where gravity points, m/s2
            period_s: \(number(portrait.periodSeconds))
            tilt_deg: \(number(portrait.tiltDegrees))
            tilt_size: \(number(portrait.tiltSize))  # m/s2
            travel_size: \(number(portrait.travelSize))  # of the body up and down, on the scale of tilt

            """
    }

    private static func explained(_ error: DecodingError) -> String {
        switch error {
        case .keyNotFound(let key, _): "\(key.stringValue) is missing"
        case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context):
            context.codingPath.isEmpty
                ? "key: value pairs are expected" : "\(context.codingPath[0].stringValue) is not of the right kind"
        @unknown default: "it is not of the right form"
        }
    }

    /// The file's keys.
    private struct Written: Decodable {
        var schema, exercise: String
        var placement: Placement?
        var side: Side?
        var reps: Int
        var files: [String]
        var posture: [Double]
        var periodSeconds, tiltDegrees, tiltSize, travelSize: Double

        private enum CodingKeys: String, CodingKey {
            case schema, exercise, placement, side, reps, files, posture
            case periodSeconds = "period_s"
            case tiltDegrees = "tilt_deg"
            case tiltSize = "tilt_size"
            case travelSize = "travel_size"
        }

        var movement: MovementProfile? {
            let numbers = posture + [periodSeconds, tiltDegrees, tiltSize, travelSize]
            guard posture.count == 3, numbers.allSatisfy({ abs($0) < 1e4 }),
                periodSeconds > 0, tiltSize > 0, travelSize > 0, tiltDegrees >= 0
            else { return nil }
            return MovementProfile(
                portrait: MovementPortrait(
                    posture: SIMD3(posture[0], posture[1], posture[2]), tiltSize: tiltSize, travelSize: travelSize,
                    periodSeconds: periodSeconds, tiltDegrees: tiltDegrees))
        }
    }
}
