import Foundation
import Testing

@testable import MotionIngest

/// Bounds are met with a message, and memory stays flat up to them.
@Suite struct LimitsTests {
    private func refusal(of text: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> IngestError {
        try #require(throws: IngestError.self, sourceLocation: sourceLocation) { try read(text, name: "a.csv") }
    }

    @Test func aLineLongerThanItsBoundIsRefusedWithItsNumber() throws {
        let long = canonical(1000) + "20" + String(repeating: ",1", count: Limits.lineBytes) + "\n" + canonical(10)
        let error = try refusal(of: long)
        #expect(error.line == 1002 && error.message.contains("longer than 64 KB"))
    }

    @Test func aLineWithinItsBoundIsARowWithColumnsNobodyNeeds() throws {
        let wide = canonical(1000) + "20,0,0,9.8,0,0,0" + String(repeating: ",1", count: Limits.lineBytes / 4) + "\n"
        #expect(try read(wide).samples.count == 1001)
    }

    @Test func aFieldWithoutQuotesThatOutgrowsItsBoundIsALongLine() throws {
        let error = try refusal(of: canonical(1000) + "20," + String(repeating: "7", count: 2 * Limits.fieldBytes))
        #expect(error.line == 1002 && error.message.contains("longer than 64 KB"))
    }

    @Test func aQuotedFieldThatOutgrowsItsBoundIsAQuoteNeverClosed() throws {
        let error = try refusal(of: canonical(1000) + "20,\"" + String(repeating: "7\n", count: Limits.fieldBytes) + "\"\n")
        #expect(error.line == 1002 && error.message.contains("never closed"))
    }

    @Test func aPreambleWithinTheBoundIsPassedOverAndALongerOneIsNot() throws {
        let preamble = { String(repeating: "# a remark\n", count: $0) }
        #expect(try read(preamble(Limits.heads[1].lines - 500) + canonical(600)).samples.count == 600)
        #expect(try refusal(of: preamble(Limits.heads[1].lines + 1) + canonical(600)).message.contains("not a table"))
    }

    @Test func aFileLargerThanItsBoundIsRefusedUnread() throws {
        try withFolder(["a.csv": canonical()]) { folder in
            // Holes take no room on the disk.
            try #require(truncate("\(folder)/a.csv", off_t(Limits.fileBytes) + 1) == 0)
            let error = try #require(throws: IngestError.self) { try read(paths: ["\(folder)/a.csv"]) }
            #expect(error.message == "this file is larger than 16 GB, more than any recording takes")
        }
    }

    @Test(arguments: [(0, 16 << 20), (1 << 20, 200 << 20), (Int.max, 16 << 30), (16 << 30, 16 << 30)])
    func unpackingIsBoundByRatioAndInTotal(packed: Int, unpacked: Int) {
        #expect(Limits.unpackedBytes(from: packed) == unpacked)
    }

    @Test(arguments: [(0, "0 bytes"), (1023, "1023 bytes"), (64 << 10, "64 KB"), (16 << 20, "16 MB"), (16 << 30, "16 GB")])
    func sizesAreForPeople(bytes: Int, text: String) {
        #expect(Limits.text(bytes) == text)
    }
}
