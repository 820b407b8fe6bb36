import Testing

@testable import fixtures

@Suite struct ZipFileTests {
    /// The check value of the CRC catalogue (CRC-32/ISO-HDLC).
    @Test func itsChecksumIsThatOfZip() {
        #expect(ZipFile.crc32(Array("123456789".utf8)) == 0xCBF4_3926)
        #expect(ZipFile.crc32([]) == 0)
    }

    @Test func anArchiveHoldsTheFilesAsTheyAreAndTellsHowManyThereAre() {
        let files = [ExportedFile(path: "day/a.csv", bytes: Array("1,2,3\n".utf8)), ExportedFile(path: "b.csv", bytes: [])]
        let archive = ZipFile.pack(files)
        // 30 bytes before each name and its bytes, 46 for each name in the directory, 22 at the end.
        #expect(archive.count == (30 + 9 + 6) + (30 + 5) + (46 + 9) + (46 + 5) + 22)
        #expect(archive.starts(with: [0x50, 0x4B, 3, 4]))
        #expect(archive[39..<45].elementsEqual("1,2,3\n".utf8))
        #expect(archive.suffix(22).dropFirst(8).first == 2)
        #expect(ZipFile.pack(files) == archive)
    }
}
