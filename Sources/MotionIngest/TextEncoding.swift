/// Text of spreadsheets and old programs: UTF-16 becomes UTF-8 as it streams by, and what is no UTF-8 is read as Windows-1252.
///
/// Everything after this speaks UTF-8. Numbers and delimiters are ASCII in all of these, so single-byte files need no conversion:
/// only names and labels hold other letters (`m/s²`, `°/s`, `µs`).
struct TextEncoding {
    private enum Kind { case bytes, utf16LittleEndian, utf16BigEndian }

    private var kind: Kind?
    /// First half of a code unit, and first of two code units of one character, left over from the chunk before.
    private var halfUnit: UInt8?
    private var highSurrogate: UInt16?
    private var converted: [UInt8] = []
    /// The first bytes, until there are enough of them to tell the encoding.
    private var held: [UInt8] = []
    /// So many tell it, however many came with them.
    private static let telling = 32

    /// The same text in UTF-8, handed to `consume` before the next call. Bytes that need no conversion are passed on as they are.
    mutating func convert(_ bytes: UnsafeRawBufferPointer, _ consume: (UnsafeRawBufferPointer) throws -> Void) rethrows {
        guard kind == nil else { return try pass(bytes, consume) }
        held.append(contentsOf: bytes)
        if held.count >= Self.telling { try finish(consume) }
    }

    /// Hands out what is held back at the end of a short text.
    mutating func finish(_ consume: (UnsafeRawBufferPointer) throws -> Void) rethrows {
        guard kind == nil else { return }
        let first = held
        held = []
        try first.withUnsafeBytes { bytes in
            kind = Self.kind(bytes)
            try pass(bytes, consume)
        }
    }

    private mutating func pass(_ bytes: UnsafeRawBufferPointer, _ consume: (UnsafeRawBufferPointer) throws -> Void) rethrows {
        guard let kind, kind != .bytes else { return try consume(bytes) }
        converted.removeAll(keepingCapacity: true)
        for byte in bytes {
            guard let first = halfUnit else {
                halfUnit = byte
                continue
            }
            halfUnit = nil
            append(kind == .utf16LittleEndian ? UInt16(byte) << 8 | UInt16(first) : UInt16(first) << 8 | UInt16(byte))
        }
        return try converted.withUnsafeBytes(consume)
    }

    private mutating func append(_ unit: UInt16) {
        let scalar: Unicode.Scalar
        if let high = highSurrogate, UTF16.isTrailSurrogate(unit) {
            scalar = UTF16.decode(UTF16.EncodedScalar([high, unit]))
            highSurrogate = nil
        } else if UTF16.isLeadSurrogate(unit) {
            highSurrogate = unit
            return
        } else {
            highSurrogate = nil
            scalar = Unicode.Scalar(unit) ?? "\u{FFFD}"
        }
        // The byte order mark has done its work.
        if scalar != "\u{FEFF}" { converted.append(contentsOf: UTF8.encode(scalar)!) }
    }

    /// By the byte order mark; without one by the zero bytes that ASCII text has in UTF-16.
    private static func kind(_ bytes: UnsafeRawBufferPointer) -> Kind {
        if bytes.starts(with: [0xFF, 0xFE]) { return .utf16LittleEndian }
        if bytes.starts(with: [0xFE, 0xFF]) { return .utf16BigEndian }
        let pairs = min(bytes.count, telling) / 2
        var zeros = (even: 0, odd: 0)
        for pair in 0..<pairs {
            if bytes[2 * pair] == 0 { zeros.even += 1 }
            if bytes[2 * pair + 1] == 0 { zeros.odd += 1 }
        }
        // Binary files have zeros too, but not in every second place alone.
        if pairs >= 8, zeros.even == 0, zeros.odd * 10 >= pairs * 9 { return .utf16LittleEndian }
        if pairs >= 8, zeros.odd == 0, zeros.even * 10 >= pairs * 9 { return .utf16BigEndian }
        return .bytes
    }

    /// UTF-8, or Windows-1252 where it is none. Letters from 0x80 to 0x9F, which Latin-1 does not have, play no part in names or units.
    static func string(_ bytes: UnsafeRawBufferPointer) -> String {
        // Nearly all text is ASCII, which needs no looking for mistakes.
        if bytes.allSatisfy({ $0 < 0x80 }) { return String(decoding: bytes, as: UTF8.self) }
        return String(validating: bytes, as: UTF8.self) ?? String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
    }
}
