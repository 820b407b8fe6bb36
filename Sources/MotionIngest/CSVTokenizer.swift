import CLibCSV

/// Owns one libcsv parser: bytes in, fields and row ends out. Memory is bounded: a field larger than `Limits.fieldBytes` is an error.
///
/// The callbacks are C functions with a context pointer, so nothing is allocated, retained or dispatched per field or row.
struct CSVTokenizer: ~Copyable {
    typealias FieldCallback = @convention(c) (UnsafeMutableRawPointer?, Int, UnsafeMutableRawPointer?) -> Void
    typealias RowCallback = @convention(c) (Int32, UnsafeMutableRawPointer?) -> Void

    enum Failure: Error {
        /// A quoted field outgrew `Limits.fieldBytes`, or the input ends inside one: a quote was opened and never closed.
        case unclosedQuote
        /// A line outgrew `Limits.lineBytes`, or a field in it without quotes did.
        case longLine
    }

    private let parser: UnsafeMutablePointer<csv_parser>

    init(delimiter: UInt8) {
        parser = .allocate(capacity: 1)
        parser.initialize(to: csv_parser())
        // CSV_REPALL_NL: blank lines are reported too, which is what keeps line numbers right.
        // CSV_APPEND_NULL: a field ends with a zero byte, so that digits are read without asking for the end each time.
        _ = csv_init(parser, UInt8(CSV_REPALL_NL | CSV_APPEND_NULL))
        csv_set_delim(parser, delimiter)
        csv_set_blk_size(parser, 4096)
        csv_set_realloc_func(parser) { pointer, size in
            size > Limits.fieldBytes ? nil : realloc(pointer, size)
        }
    }

    deinit {
        csv_free(parser)
        parser.deinitialize(count: 1)
        parser.deallocate()
    }

    func feed(
        _ bytes: UnsafeRawBufferPointer, field: FieldCallback, row: RowCallback, context: UnsafeMutableRawPointer
    ) throws(Failure) {
        guard let base = bytes.baseAddress, !bytes.isEmpty else { return }
        guard csv_parse(parser, base, bytes.count, field, row, context) == bytes.count else {
            throw parser.pointee.quoted != 0 ? .unclosedQuote : .longLine
        }
    }

    /// Whether the next byte begins a row.
    var isBetweenRows: Bool { parser.pointee.pstate == 0 }

    /// Hands out a last row that has no final newline. The parser is as new afterwards.
    func finish(field: FieldCallback, row: RowCallback, context: UnsafeMutableRawPointer) throws(Failure) {
        // libcsv's own check (CSV_STRICT_FINI) works in strict mode only. State 2 is "inside a field".
        if parser.pointee.quoted != 0, parser.pointee.pstate == 2 { throw .unclosedQuote }
        _ = csv_fini(parser, field, row, context)
    }

    /// The fields of one short text, as strings: for heads, not for data.
    static func fields(of line: UnsafeRawBufferPointer, delimiter: UInt8) -> [String] {
        let tokenizer = CSVTokenizer(delimiter: delimiter)
        var collected: [String] = []
        collected.reserveCapacity(8)
        withUnsafeMutablePointer(to: &collected) { context in
            let field: FieldCallback = { bytes, count, context in
                let text = UnsafeRawBufferPointer(start: bytes, count: bytes == nil ? 0 : count)
                context!.assumingMemoryBound(to: [String].self).pointee.append(TextEncoding.string(text))
            }
            let row: RowCallback = { _, _ in }
            try? tokenizer.feed(line, field: field, row: row, context: context)
            try? tokenizer.finish(field: field, row: row, context: context)
        }
        return collected
    }
}
