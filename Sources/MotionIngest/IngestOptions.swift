/// What the user knows about a recording better than the file does. Everything is optional; `nil` means: find out.
public struct IngestOptions: Sendable, Equatable {
    /// Sampling rate in Hz. Replaces the file's own clock; needed where rows carry no time.
    public var rateHz: Double?
    /// Unit of the acceleration columns.
    public var accelerationUnit: AccelerationUnit?
    /// Unit of the angular rate columns.
    public var angularRateUnit: AngularRateUnit?
    /// Formats of the user's own, tried before those of `FormatCatalog`.
    public var formats: [FormatDescriptor]
    /// What reads the rows. It makes no difference to the result.
    public var csvReader: CSVReader

    public init(
        rateHz: Double? = nil, accelerationUnit: AccelerationUnit? = nil, angularRateUnit: AngularRateUnit? = nil,
        formats: [FormatDescriptor] = [], csvReader: CSVReader = .fast
    ) {
        self.rateHz = rateHz
        self.accelerationUnit = accelerationUnit
        self.angularRateUnit = angularRateUnit
        self.formats = formats
        self.csvReader = csvReader
    }
}

/// What reads rows once the head of a file is understood.
public enum CSVReader: String, Sendable, CaseIterable {
    /// Plain rows of numbers directly, everything else through libcsv.
    case fast
    /// Everything through libcsv.
    case libcsv
}
