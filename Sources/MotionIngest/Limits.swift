/// What a recording may be at most. Far beyond what any device writes, and small enough that input made to hurt is refused
/// before it does.
enum Limits {
    /// Bytes of one field. No number, stamp or label comes near it; a field that grows this long is a quote never closed.
    static let fieldBytes = 64 << 10

    /// Bytes of one line. The widest exports have some hundred columns, which is 2 KB.
    static let lineBytes = 64 << 10

    /// Lines and bytes of the head of a file, first try and last: preamble, column names, and rows enough to tell the format.
    /// The longest preambles known have a hundred lines.
    static let heads: [HeadSize] = [(400, 64 << 10), (4000, 512 << 10)]
    typealias HeadSize = (lines: Int, bytes: Int)

    /// Bytes of one file, or of all that is packed in one archive. A week at 200 Hz with six channels takes 8 GB.
    static let fileBytes = 16 << 30

    /// Files in one archive. An export has some ten, so this is a season of daily exports.
    static let archiveEntries = 1024

    /// Bytes that unpacking gives for one byte packed. Motion packs to between a third and a tenth, a table of zeros to a
    /// hundredth; what packs better than this was made to fill a disk.
    static let packingRatio = 200

    /// Bytes that may be unpacked whatever the ratio: little enough to do no harm.
    static let freelyUnpackedBytes = 16 << 20

    /// What `packed` bytes may unpack to.
    static func unpackedBytes(from packed: Int) -> Int {
        let (product, isOver) = packed.multipliedReportingOverflow(by: packingRatio)
        return min(fileBytes, isOver ? fileBytes : max(freelyUnpackedBytes, product))
    }

    /// A size for people: `16 GB`.
    static func text(_ bytes: Int) -> String {
        let units = [(30, "GB"), (20, "MB"), (10, "KB")]
        let unit = units.first { bytes >= 1 << $0.0 }
        return unit.map { "\(bytes >> $0.0) \($0.1)" } ?? "\(bytes) bytes"
    }
}
