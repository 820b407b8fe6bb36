/// What three columns measure.
enum Channel: Int, Sendable, Equatable, CaseIterable {
    /// Gravity included.
    case acceleration
    /// Gravity taken out by the exporting device.
    case linearAcceleration
    case gravity
    case angularRate
}

/// Which way the acceleration columns point.
enum SignConvention: Sendable, Equatable {
    /// The specific force: +1 g upward at rest. Android, and every sensor chip.
    case specificForce
    /// Apple's CoreMotion: minus the specific force, -1 g upward at rest.
    case coreMotion
    /// Sensor Logger: as the phone's own system has it, told by `Metadata.csv`, by the unit, or by the files that lie beside.
    case platform
}

/// Three columns that belong together.
struct VectorColumns: Sendable {
    /// `nil`: told by the file's name, by the unit in the column names, or by what a still sensor must show.
    var channel: Channel?
    /// Folded column names with `{}` in the place of the axis letter; a leading `*` stands for any device name.
    var names: [String]
    /// Unit where the column names carry none.
    var unit: HeaderUnit?

    init(_ channel: Channel?, _ names: [String], _ unit: HeaderUnit? = nil) {
        self.channel = channel
        self.names = names
        self.unit = unit
    }
}

/// A column of times.
struct TimeColumn: Sendable {
    var name: String
    /// Unit where the column name carries none; `nil`: told by the steps.
    var unit: TimeUnit?

    init(_ name: String, _ unit: TimeUnit? = nil) {
        self.name = name
        self.unit = unit
    }
}

/// What a file's name says about columns that are called the same in every file of an export.
struct FileNameRule: Sendable {
    /// Lower case; the first rule whose text occurs in the name decides.
    var contains: String
    var channel: Channel
    /// The acceleration unit of these files if it is not the descriptor's.
    var unit: HeaderUnit?

    init(_ contains: String, _ channel: Channel, _ unit: HeaderUnit? = nil) {
        self.contains = contains
        self.channel = channel
        self.unit = unit
    }
}

/// One CSV export format, as data: how to know it, and what its columns mean. A new format is one more value in `FormatCatalog.all`.
public struct FormatDescriptor: Sendable {
    /// Stable name, kebab-case.
    public var name: String
    /// What a user would call it.
    public var title: String
    /// Its column names, or its first row if it has none.
    public var example: String

    /// Folded names that must all be there (`*` as in `VectorColumns`); none of them: any table that has the columns below.
    var requires: [String] = []
    /// In order of preference.
    var time: [TimeColumn] = []
    /// In order of preference per channel.
    var vectors: [VectorColumns] = []
    var fileNames: [FileNameRule] = []
    var sign: SignConvention = .specificForce
    /// Text around the sampling rate in the lines before the columns, for files without a time column.
    var rateInPreamble: (before: String, after: String)?
    /// A column that must not change: several devices interleaved in one file are not one recording.
    var device: String?
    /// For tables without column names.
    var bare: BareRows?

    /// How to know a table without column names.
    struct BareRows: Sendable {
        /// Rows start with a date, or with seconds since 1970, and acceleration turns out to be in g.
        var isWallClockInG = false
    }
}
