import Foundation
import MotionIngest
import Testing

/// Formats on the command line: listed, shown, and brought along.
@Suite struct FormatsCommandTests {
    private func withFiles(_ files: [String: String], _ body: (URL) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("formats-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for (name, text) in files { try Data(text.utf8).write(to: folder.appendingPathComponent(name)) }
        try body(folder)
    }

    /// Counts in a table nobody knows: one g is 2048.
    private static let table = "Zeit;hoch;vorn;links\n" + (0..<200).map { "\($0 * 20);\(2048 + $0 % 3);\($0 % 5);7\n" }.joined()
    private static let mine = """
        name: zu-hause
        requires: [hoch]
        time: [{column: Zeit, unit: ms}]
        vectors: [{channel: acceleration, columns: ["vorn,links,hoch"], unit: g, counts: 2048}]

        """

    @Test func everyFormatIsListedAndShown() throws {
        let list = try BuiltCommand.run(["formats"], in: Readme.root).output
        for format in FormatCatalog.all {
            #expect(list.contains("\n\(format.name)\n") || list.hasPrefix("\(format.name)\n"))
            #expect(try BuiltCommand.run(["formats", format.name], in: Readme.root).output.contains("schema: repcount.format/1"))
        }
    }

    @Test func anUnknownNameIsAnsweredWithTheNearest() throws {
        let outcome = try BuiltCommand.run(["formats", "metawaer"], in: Readme.root)
        #expect(outcome.status == 66)
        #expect(outcome.errors.contains("Did you mean \"metawear\"?"))
    }

    @Test func aFormatOfOnesOwnReadsWhatNobodyKnows() throws {
        try withFiles(["home.csv": Self.table, "mine.yaml": Self.mine]) { folder in
            let refused = try BuiltCommand.run(["inspect", "home.csv"], in: folder)
            #expect(refused.status == 65)
            #expect(refused.errors.contains("Zeit, hoch, vorn and links"))
            let read = try BuiltCommand.run(["inspect", "home.csv", "--format-file", "mine.yaml"], in: folder)
            #expect(read.status == 0, "\(read.errors)")
            #expect(read.output.contains("zu-hause") && read.output.contains("50.00 Hz"))
        }
    }

    @Test func whatABuiltInFormatIsShownAsCanBeUsed() throws {
        let table = "epoch (ms),time (00:00),elapsed (s),x-axis (g),y-axis (g),z-axis (g)\n"
            + (0..<100).map { "\(1_600_000_000_000 + $0 * 20),2020-09-13T12:26:40.000,\(Double($0) / 50),0.0,0.\($0 % 2),1.0\n" }.joined()
        let shown = try BuiltCommand.run(["formats", "metawear"], in: Readme.root).output.replacing("name: metawear", with: "name: my-metawear")
        try withFiles(["a.csv": table, "mine.yaml": shown]) { folder in
            let outcome = try BuiltCommand.run(["inspect", "a.csv", "--format-file", "mine.yaml"], in: folder)
            #expect(outcome.output.contains("my-metawear"))
        }
    }

    @Test(arguments: [
        ("gone.yaml", 66, "there is no format file of that name"), ("bad.yaml", 65, "bad.yaml:2: vectors 1, unit: \"stone\" is not allowed"),
        (".", 65, "not a text file"),
    ])
    func aFormatFileThatCannotBeUsedIsToldOnce(file: String, status: Int32, message: String) throws {
        try withFiles(["home.csv": Self.table, "bad.yaml": "name: a\nvectors: [{columns: [\"a{}\"], unit: stone}]\n"]) { folder in
            let outcome = try BuiltCommand.run(["analyze", "home.csv", "home.csv", "--format-file", file], in: folder)
            #expect(outcome.status == status)
            #expect(outcome.errors.contains(message), "\(outcome.errors)")
            #expect(outcome.errors.split(separator: "\n").count == 1)
        }
    }
}
