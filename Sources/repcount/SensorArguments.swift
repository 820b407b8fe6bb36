import ArgumentParser
import Motion
import MotionIngest

extension Placement: ExpressibleByArgument {}
extension Side: ExpressibleByArgument {}
extension CSVReader: ExpressibleByArgument {}

/// What the user knows about the sensor and its numbers.
struct SensorArguments: ParsableArguments {
    @Option(help: "Where the sensor was worn, unless it stands in front of the recording.")
    var placement: Placement?

    @Option(help: "The side it was worn on, likewise.")
    var side: Side?

    @Option(
        help: ArgumentHelp("Sampling rate in Hz, for rows without time or with a wrong one.", valueName: "hz"),
        transform: SensorArguments.rate)
    var rate: Double?

    @Option(
        help: ArgumentHelp(
            """
            Units, where the file's are missing or wrong: one of g, mg, m/s2 for acceleration, rad/s or deg/s for \
            angular rate, or one of each, as in g,deg/s.
            """,
            valueName: "units"),
        completion: .list(UnitsArgument.known),
        transform: UnitsArgument.init)
    var units: UnitsArgument?

    @Option(
        help: ArgumentHelp(
            "A format of your own, tried before the known ones: a YAML file as \"repcount formats NAME\" prints them.",
            valueName: "file"))
    var formatFile: String?

    /// For finding out whether the fast lane is to blame; both give the same.
    @Option(help: ArgumentHelp("What reads the rows: fast, or libcsv alone.", visibility: .hidden))
    var csvReader: CSVReader = .fast

    /// - Throws: `IngestError` for a format file that is missing or cannot be used.
    var ingestOptions: IngestOptions {
        get throws {
            IngestOptions(
                rateHz: rate, accelerationUnit: units?.acceleration, angularRateUnit: units?.angularRate,
                formats: try formatFile.map { [try FormatArgument.load($0)] } ?? [], csvReader: csvReader)
        }
    }

    private static func rate(_ text: String) throws -> Double {
        guard let rate = Double(text), rate > 0, rate <= 100_000 else {
            throw ValidationError("\"\(text)\" is no sampling rate. Write a number of Hz above 0, for example 50.")
        }
        return rate
    }
}

/// `g`, `deg/s` or `g,deg/s`: units for acceleration and angular rate.
struct UnitsArgument: Equatable {
    var acceleration: AccelerationUnit?
    var angularRate: AngularRateUnit?

    /// Names of all units.
    static let known = AccelerationUnit.allCases.map(\.rawValue) + AngularRateUnit.allCases.map(\.rawValue)

    /// - Throws: `ValidationError` for an unknown unit or two of one kind.
    init(_ text: String) throws {
        for name in text.split(separator: ",", omittingEmptySubsequences: false).map(String.init) {
            if let unit = AccelerationUnit(rawValue: name), acceleration == nil {
                acceleration = unit
            } else if let unit = AngularRateUnit(rawValue: name), angularRate == nil {
                angularRate = unit
            } else {
                throw ValidationError(
                    "\"\(text)\" is not understood. Write one unit of acceleration, one of angular rate, or both with "
                        + "a comma: \(Self.known.joined(separator: ", ")).")
            }
        }
    }
}
