/// Every export format that is known, most telling first: the first descriptor that fits a file is taken.
public enum FormatCatalog {
    public static let all: [FormatDescriptor] = phones + wearables + anyTable

    /// Files that are known and cannot be counted from: what gives them away, why not, and what to do.
    static let refused: [(preamble: String, unless: String?, message: String, remedy: String)] = [
        (
            "epoch period (hh:mm:ss)", "00:00:00", "these are ActiGraph epoch counts, one number per epoch, not raw samples",
            "Export the raw data (30 Hz or more) from ActiLife instead"
        ),
        (
            "acceleration (mg) -", nil, "this is activity averaged over seconds, not raw samples",
            "Export the raw data from the device instead"
        ),
    ]
}
