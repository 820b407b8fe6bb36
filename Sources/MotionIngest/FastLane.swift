/// Plain rows from bytes to numbers in one pass, without libcsv. A row is plain when a newline ends it, every needed cell is a
/// number without spaces before it, and there is no quotation mark anywhere in it.
///
/// libcsv goes through a state machine and a copy for each byte and a callback for each cell, which is most of the time that
/// reading takes, and nearly all rows of nearly all recordings need none of that. The lane decides nothing: a row it does
/// not read is left to libcsv untouched, so that results are the same without it (`IngestOptions.csvReader`).
struct FastLane {
    static let newline: UInt8 = 10
    private static let carriageReturn: UInt8 = 13

    private let slots: UnsafeBufferPointer<Int8>
    private let values: UnsafeMutablePointer<Double>
    private let powers = Decimal.exactPowers
    private let delimiter: UInt8
    private let mark: UInt8

    /// - Parameters:
    ///   - slots: where the number of each column goes in `values`, negative for a column nobody needs.
    ///   - mark: the decimal mark.
    /// - Returns: `nil` where the delimiter may be part of a number, so that no row is plain.
    init?(slots: UnsafeBufferPointer<Int8>, values: UnsafeMutablePointer<Double>, delimiter: UInt8, mark: UInt8) {
        guard TableHead.delimiters.contains(delimiter), delimiter != mark else { return nil }
        self.slots = slots
        self.values = values
        self.delimiter = delimiter
        self.mark = mark
    }

    /// Where the last row ends that ends in `slice`: within whole rows nothing has to ask for the end of the bytes.
    static func lastRowEnd(_ bytes: UnsafeRawBufferPointer, _ slice: Range<Int>) -> Int? {
        bytes[slice].lastIndex(of: newline).map { $0 + 1 }
    }

    /// Reads the row that begins at `start`; a newline must follow.
    /// - Returns: the start of the next row; `nil` for a row that is not plain, of which nothing counts then.
    @inline(__always)
    func row(_ start: UnsafePointer<UInt8>) -> UnsafePointer<UInt8>? {
        var at = start
        var column = 0
        while true {
            let slot = Int(slots[column])
            guard let end = slot < 0 ? endOfCell(at) : number(at, into: values + slot) else { return nil }
            at = end
            column &+= 1
            if column == slots.count { break }
            guard at.pointee == delimiter else { return nil }
            at += 1
        }
        // Columns nobody needs.
        while at.pointee == delimiter { at = endOfCell(at + 1) }
        if at.pointee == Self.carriageReturn { at += 1 }
        return at.pointee == Self.newline ? at + 1 : nil
    }

    /// - Returns: the end of the number that begins at `start`, `nil` for anything else.
    @inline(__always)
    private func number(_ start: UnsafePointer<UInt8>, into value: UnsafeMutablePointer<Double>) -> UnsafePointer<UInt8>? {
        if let end = Decimal.parsePlain(start, mark: mark, powers: powers, into: value), endsCell(end.pointee) { return end }
        return longNumber(start, into: value)
    }

    /// Exponents, and more digits than the short way has room for.
    @inline(never)
    private func longNumber(_ start: UnsafePointer<UInt8>, into value: UnsafeMutablePointer<Double>) -> UnsafePointer<UInt8>? {
        // Spaces before a number are faster skipped by libcsv, with all else there is to them.
        guard start.pointee > 32 else { return nil }
        let end = endOfCell(start)
        return Decimal.parseOther(start, count: end - start, mark: mark, into: value) ? end : nil
    }

    /// The next delimiter, line end or quotation mark.
    @inline(__always)
    private func endOfCell(_ start: UnsafePointer<UInt8>) -> UnsafePointer<UInt8> {
        var at = start
        while !endsCell(at.pointee), at.pointee != UInt8(ascii: "\"") { at += 1 }
        return at
    }

    @inline(__always)
    private func endsCell(_ byte: UInt8) -> Bool { byte == delimiter || byte == Self.newline || byte == Self.carriageReturn }
}
