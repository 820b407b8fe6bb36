import Foundation
import Testing

@testable import MotionIngest

/// What cannot be read ends with one sentence: what, where, what to do.
@Suite struct IngestErrorTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var title: String
        var text: String
        var line: Int?
        var message: String
        var remedy: String

        var testDescription: String { title }
    }

    static let refusals: [Case] = [
        Case(title: "0 bytes", text: "", line: nil, message: "empty (0 bytes)", remedy: "Export the recording again"),
        Case(title: "text", text: "Dear diary,\ntoday I did ten squats.\nIt went well, I think.\n", line: 1, message: "not a table of numbers; it begins with \"Dear diary", remedy: "CSV file"),
        Case(title: "binary", text: String(repeating: "\u{1}\u{2}U\u{0}a\u{3}", count: 200), line: nil, message: "binary file", remedy: "Export the recording as CSV"),
        Case(title: "zip", text: "PK\u{3}\u{4}rest of the archive", line: nil, message: "zip archive", remedy: "Unpack it"),
        Case(title: "header without rows", text: "time_s,ax,ay,az\n", line: 1, message: "column names but no rows", remedy: "Export the recording again"),
        Case(title: "one row", text: "time_s,ax,ay,az\n0,0,0,9.8\n", line: 2, message: "only one row", remedy: "many rows"),
        Case(title: "one row without names", text: "0,0.5,0,9.8\n", line: 1, message: "only one row", remedy: "many rows"),
        Case(title: "blank lines", text: "\n\n,,,\n\n", line: nil, message: "nothing in this file but blank lines", remedy: "Export the recording again"),
        Case(
            title: "backward times", text: "time_s,ax,ay,az\n" + rows(500) { "\(decimals(100 - $0)),\(cells($1))" }, line: 2, message: "the times run backwards",
            remedy: "--rate"),
        Case(title: "one row and rubble", text: "time_s,ax,ay,az\n0,0,0,9.8\n1,NaN,,\n", line: 2, message: "only one row", remedy: "many rows"),
        Case(
            title: "all NaN", text: "time_s,ax,ay,az\n" + (0..<50).map { "\($0),NaN,NaN,NaN\n" }.joined(), line: 2, message: "no row has a number in every needed column (ax, ay and az)",
            remedy: "sensor switched on"),
        Case(
            title: "equal times", text: "time_s,ax,ay,az\n" + String(repeating: "5,0,0.1,9.8\n", count: 1000), line: 2, message: "all carry the same time (5)",
            remedy: "--rate"),
        Case(
            title: "a million rows a second", text: "time_s,ax,ay,az\n" + (0..<500).map { "0.\(100_000 + $0),0,0.1,9.8\n" }.joined(), line: 2,
            message: "the times make 1000000 rows a second, more than any motion sensor takes", remedy: "--rate"),
        Case(title: "times only", text: "time_s,ax,ay,az\n" + (0..<50).map { "\($0),,,\n" }.joined(), line: 2, message: "times but no values", remedy: "sensor switched on"),
        Case(
            title: "column missing", text: "time_s,ax,ay\n" + (0..<50).map { "\($0),1,2\n" }.joined(), line: 1, message: "there is ax and ay but no az",
            remedy: "all three axes"),
        Case(
            title: "other columns", text: "time_s,pulse,steps,altitude\n" + (0..<50).map { "\($0),60,2,100\n" }.joined(), line: 1,
            message: "no acceleration columns are known among time_s, pulse, steps and altitude; the nearest known format is canonical, of which ax, ay and az are missing",
            remedy: "time_s,ax,ay,az"),
        Case(
            title: "decimal commas between commas", text: canonical().replacing(".", with: ",").replacing("time_s", with: "time"), line: 2,
            message: "rows have 14 cells for 7 column names", remedy: "decimal point"),
        Case(title: "no time", text: "ax,ay,az\n" + rows(50) { cells($1) }, line: 2, message: "carry no time", remedy: "--rate 50"),
        Case(title: "no time, no names", text: rows(50) { cells($1) }, line: 1, message: "carry no time", remedy: "--rate 50"),
        Case(
            title: "raw counts", text: "time_s,acc_x,acc_y,acc_z\n" + rows(50) { "\($0),\(cells($1 * 25))" }, line: 1,
            message: "at rest the sensor reads 245.2, and one g would be 1, 9.81 or 1000", remedy: "--units"),
        Case(
            title: "gravity taken out", text: "\"Time (s)\",\"Linear Acceleration x (m/s^2)\",\"Linear Acceleration y (m/s^2)\",\"Linear Acceleration z (m/s^2)\"\n"
                + rows(50) { "\($0),0.1,0.2,0.3" }, line: nil, message: "gravity has been taken out", remedy: "Give acceleration with gravity"),
        Case(
            title: "angular rate only", text: "epoch (ms),elapsed (s),x-axis (deg/s),y-axis (deg/s),z-axis (deg/s)\n" + rows(50) { "\(Int($0 * 1000)),\($0),1,2,3" }, line: nil,
            message: "angular rate only", remedy: "accelerometer file"),
        Case(
            title: "epoch counts", text: "---- Data File Created By ActiGraph ----\nEpoch Period (hh:mm:ss) 00:00:15\n" + String(repeating: "0,4,7\n", count: 50), line: nil,
            message: "epoch counts", remedy: "raw data"),
        Case(
            title: "devices interleaved", text: "time\tDeviceName\tAccX(g)\tAccY(g)\tAccZ(g)\tAsX(°/s)\tAsY(°/s)\tAsZ(°/s)\n"
                + rows(50) { "2020-09-13T12:26:\(decimals($0 + 40, 3))\tHC-\(Int($0 * 50) % 2)\t0\t0\t1\t0\t0\t0" }, line: 2, message: "2 devices are mixed",
            remedy: "one file per device"),
        Case(
            title: "quote from the first row", text: "time_s,ax,ay,az\n\"0.0,1,2,3" + String(repeating: "4", count: 10 << 20), line: 2, message: "never closed",
            remedy: "Remove the stray quotation mark"),
        Case(
            title: "quote late, 10 MB", text: canonical(1000) + "20.0,\"1,2,3\n" + String(repeating: "20.1,1,2,3,0,0,0\n", count: 600_000), line: 1002,
            message: "never closed", remedy: "Remove the stray quotation mark"),
        Case(title: "quote near the end", text: canonical(1000) + "20.0,\"1,2,3\n20.1,1,2,3\n", line: 1002, message: "never closed", remedy: "Remove the stray quotation mark"),
        Case(
            title: "clock in pieces", text: "time_s,ax,ay,az\n" + rows(450) { "\($0),\(cells($1))" }
                + rows(450) { "\(9 + $0 + (($0 * 50) / 2).rounded(.down) * 3),\(cells($1))" }, line: 454,
            message: "the times jump about", remedy: "--rate"),
    ]

    @Test(arguments: refusals)
    func isRefusedWithPlaceReasonAndRemedy(refusal: Case) throws {
        let error = try #require(throws: IngestError.self) { try read(refusal.text, name: "some.csv") }
        #expect(error.file == "some.csv")
        #expect(error.line == refusal.line)
        #expect(error.kind == .badData)
        #expect(error.message.contains(refusal.message), "\(error)")
        #expect(error.remedy.contains(refusal.remedy), "\(error)")
    }

    @Test(arguments: refusals.filter { $0.text.utf8.count < 1 << 20 }, [1, 4096])
    func chunkingMakesNoDifferenceToARefusal(refusal: Case, chunk: Int) throws {
        let whole = try #require(throws: IngestError.self) { try read(refusal.text, chunk: .max) }
        let cut = try #require(throws: IngestError.self) { try read(refusal.text, chunk: chunk) }
        #expect(cut == whole)
    }

    @Test func aMissingFileIsNoInput() throws {
        let error = try #require(throws: IngestError.self) { try read(paths: ["/nowhere/at-all.csv"]) }
        #expect(error.kind == .noInput)
        #expect(error.file == "/nowhere/at-all.csv")
        #expect(error.message == "there is no such file or folder")
    }

    @Test func aFolderWithoutRecordingsIsNoInput() throws {
        try withFolder(["readme.txt": "nothing here"]) { folder in
            let error = try #require(throws: IngestError.self) { try read(paths: [folder]) }
            #expect(error.kind == .noInput)
            #expect(error.message == "there is no recording in this folder")
        }
    }

    @Test func aFolderWithSeveralRecordingsAsksForOne() throws {
        try withFolder(["a.csv": canonical(), "b.csv": canonical()]) { folder in
            let error = try #require(throws: IngestError.self) { try read(paths: [folder]) }
            #expect(error.message == "this folder holds 2 recordings")
            #expect(error.remedy.contains("\(folder)/a.csv"))
        }
    }

    @Test func anErrorReadsAsOneLine() {
        let error = IngestError(file: "a.csv", line: 3, message: "the rows carry no time", remedy: "Give the sampling rate with --rate")
        #expect(error.description == "a.csv:3: the rows carry no time. Give the sampling rate with --rate.")
    }
}
