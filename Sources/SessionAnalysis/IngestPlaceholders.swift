// The words of MotionIngest that the command line needs, until that target has them.
import Foundation
import Motion
import SessionModel

public struct IngestError: Error, CustomStringConvertible {
    public enum Kind: Sendable { case noInput, badData }
    public var file: String
    public var line: Int?
    public var kind: Kind
    public var message: String
    public var remedy: String
    public var description: String { "\(file)\(line.map { ":\($0)" } ?? ""): \(message). \(remedy)." }
}

public enum AccelerationUnit: String, Sendable, CaseIterable {
    case g
    case milliG = "mg"
    case metresPerSecondSquared = "m/s2"
}

public enum AngularRateUnit: String, Sendable, CaseIterable {
    case radiansPerSecond = "rad/s"
    case degreesPerSecond = "deg/s"
}

public struct IngestOptions: Sendable {
    public var rateHz: Double?
    public var accelerationUnit: AccelerationUnit?
    public var angularRateUnit: AngularRateUnit?
    public init(
        rateHz: Double? = nil, accelerationUnit: AccelerationUnit? = nil, angularRateUnit: AngularRateUnit? = nil
    ) {
        self.rateHz = rateHz
        self.accelerationUnit = accelerationUnit
        self.angularRateUnit = angularRateUnit
    }
}

public struct FormatDescriptor: Sendable {
    public var name: String
    public var title: String
    public var example: String
}

public enum FormatCatalog {
    public static let all = [
        FormatDescriptor(name: "canonical", title: "Columns with units in their names", example: "time_s,ax,ay,az,gx,gy,gz")
    ]
}

public enum RecordingFinder {
    public static func group(_ paths: [String]) -> [[String]] { paths.map { [$0] } }
}

func readPlaceholder(_ paths: [String], _ options: AnalysisOptions) throws -> RecordingSummary {
    for path in paths where !FileManager.default.fileExists(atPath: path) {
        throw IngestError(
            file: path, kind: .noInput, message: "there is no such file", remedy: "Check the name and the folder")
    }
    return RecordingSummary(
        files: paths, format: "canonical", placement: options.placement, side: options.side, durationSeconds: 0,
        rateHz: nil, samples: 0)
}
