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

    public init(
        rateHz: Double? = nil, accelerationUnit: AccelerationUnit? = nil, angularRateUnit: AngularRateUnit? = nil,
        formats: [FormatDescriptor] = []
    ) {
        self.rateHz = rateHz
        self.accelerationUnit = accelerationUnit
        self.angularRateUnit = angularRateUnit
        self.formats = formats
    }
}
