/// What three columns measure.
package enum Channel: Int, Sendable, Equatable, CaseIterable {
    /// Gravity included.
    case acceleration
    /// Gravity taken out by the exporting device.
    case linearAcceleration
    case gravity
    case angularRate
}

/// Which way the acceleration columns point.
package enum SignConvention: String, Sendable, Equatable, CaseIterable {
    /// The specific force: +1 g upward at rest. Android, and every sensor chip.
    case specificForce = "specific-force"
    /// Apple's CoreMotion: minus the specific force, -1 g upward at rest.
    case coreMotion = "core-motion"
    /// Sensor Logger: as the phone's own system has it, told by `Metadata.csv`, by the unit, or by the files that lie beside.
    case platform
}

/// Three columns that belong together.
package struct VectorColumns: Sendable, Equatable {
    /// `nil`: told by the file's name, by the unit in the column names, or by what a still sensor must show.
    package var channel: Channel?
    /// Folded column names with `{}` in the place of the axis letter; a leading `*` stands for any device name.
    package var names: [String]
    /// Unit where the column names carry none.
    package var unit: HeaderUnit?
    /// Raw counts that make one `unit`; 1 for numbers that are in the unit already.
    package var counts: Double

    package init(_ channel: Channel?, _ names: [String], _ unit: HeaderUnit? = nil, counts: Double = 1) {
        self.channel = channel
        self.names = names
        self.unit = unit
        self.counts = counts
    }
}

/// A column of times.
package struct TimeColumn: Sendable, Equatable {
    package var name: String
    /// Unit where the column name carries none; `nil`: told by the steps.
    package var unit: TimeUnit?
    /// The value at which the device's counter starts again from zero, in the column's own unit.
    package var wrapsAt: Double?
    /// The clock has a zero of its own, however much its numbers look like seconds since 1970.
    package var isElapsed: Bool
    /// Decimals are a number of milliseconds without leading zeros: `47528.16000` is 47528.016 s.
    package var hasUnpaddedMilliseconds: Bool

    package init(
        _ name: String, _ unit: TimeUnit? = nil, wrapsAt: Double? = nil, isElapsed: Bool = false, hasUnpaddedMilliseconds: Bool = false
    ) {
        self.name = name
        self.unit = unit
        self.wrapsAt = wrapsAt
        self.isElapsed = isElapsed
        self.hasUnpaddedMilliseconds = hasUnpaddedMilliseconds
    }
}

/// Where a file says when its recording began, if its times do not.
package enum StartSource: Sendable, Equatable {
    /// A column of dates; its first cell counts.
    case column(String)
    /// A date and time after this text in the lines before the column names.
    case after(String)
    /// The first number in this line (1-based) before the rows, in seconds since 1970.
    case line(Int)
    /// phyphox's table of starts and pauses in `meta/time.csv` beside the file.
    case timeTable
    /// Date and time after two texts of their own, and the order of day and month after a third.
    case dateAndTime(date: String, time: String, dateFormat: String)
}

/// Where the lines before the column names say the sampling rate, for files without a time column.
package enum RateSource: Sendable, Equatable {
    /// The number between two texts.
    case between(String, String)
    /// The first number in this line (1-based).
    case line(Int)
}

/// What a file's name says about columns that are called the same in every file of an export.
package struct FileNameRule: Sendable, Equatable {
    /// Lower case; the first rule whose text occurs in the name decides.
    package var contains: String
    package var channel: Channel
    /// The unit of these files if it is not the descriptor's.
    package var unit: HeaderUnit?

    package init(_ contains: String, _ channel: Channel, _ unit: HeaderUnit? = nil) {
        self.contains = contains
        self.channel = channel
        self.unit = unit
    }
}

/// One CSV export format, as data: how to know it, and what its columns mean. A new format is one more value in `FormatCatalog.all`,
/// or a file of the user's own with the same keys.
public struct FormatDescriptor: Sendable, Equatable {
    /// Stable name, kebab-case.
    public var name: String
    /// What a user would call it.
    public var title: String
    /// Its column names, or its first row if it has none.
    public var example: String

    /// Folded names that must all be there (`*` as in `VectorColumns`); none of them: any table that has the columns below.
    package var requires: [String] = []
    /// Text that must stand before the column names, lower case.
    package var preamble: String?
    /// Names for the columns of a table that has none, in its order; the descriptor is then told by `preamble` or `startsWithRate`.
    package var columns: [String] = []
    /// A table without names whose first row repeats the start (seconds since 1970) and whose second row repeats the rate (Hz).
    package var startsWithRate = false
    /// In order of preference.
    package var time: [TimeColumn] = []
    package var start: StartSource?
    package var rate: RateSource?
    /// In order of preference per channel.
    package var vectors: [VectorColumns] = []
    /// Where gravity was taken out but the device's orientation is told: four columns of a quaternion (w, x, y, z), or three Euler
    /// angles in degrees (roll, pitch, yaw), that turn the sensor's axes to the earth's (z up). In order of preference. The linear
    /// acceleration is then in the earth's axes, so gravity can be put back.
    package var orientations: [[String]] = []
    package var fileNames: [FileNameRule] = []
    package var sign: SignConvention = .specificForce
    /// A column that grows by one with every sample taken, so that lost ones show.
    package var counter: String?
    /// A column that must not change: several devices interleaved in one file are not one recording.
    package var device: String?
    /// For tables without column names that nothing else tells.
    package var bare: BareRows?

    package init(
        name: String, title: String, example: String, requires: [String] = [], preamble: String? = nil, columns: [String] = [],
        startsWithRate: Bool = false, time: [TimeColumn] = [], start: StartSource? = nil, rate: RateSource? = nil,
        vectors: [VectorColumns] = [], orientations: [[String]] = [], fileNames: [FileNameRule] = [],
        sign: SignConvention = .specificForce, counter: String? = nil,
        device: String? = nil, bare: BareRows? = nil
    ) {
        self.name = name
        self.title = title
        self.example = example
        self.requires = requires
        self.preamble = preamble
        self.columns = columns
        self.startsWithRate = startsWithRate
        self.time = time
        self.start = start
        self.rate = rate
        self.vectors = vectors
        self.orientations = orientations
        self.fileNames = fileNames
        self.sign = sign
        self.counter = counter
        self.device = device
        self.bare = bare
    }

    /// How to know a table without column names.
    package struct BareRows: Sendable, Equatable {
        /// Rows start with a date, or with seconds since 1970, and acceleration turns out to be in g.
        package var isWallClockInG = false

        package init(isWallClockInG: Bool = false) { self.isWallClockInG = isWallClockInG }
    }
}

extension FormatDescriptor {
    /// A column name or a template of three, as files have them, brought to the form in which names are compared:
    /// `Accel {} (m/s^2)` is `accel{}`. What is in that form already stays as it is.
    package static func folded(_ name: String) -> String {
        let star = name.hasPrefix("*") ? "*" : ""
        // The braces become a letter meanwhile, as signs are left out.
        let places = name.dropFirst(star.count).replacing("{}", with: "χ").split(separator: ",").map { ColumnName(String($0)).base }
        return star + places.joined(separator: ",").replacing("χ", with: "{}")
    }
}
