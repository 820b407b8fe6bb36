import Foundation
import Testing

/// Results are whole or not there, whatever happens while they are written; nothing else is left behind.
@Suite struct OutputTests {
    private let arguments = ["analyze", "a.csv", "--exercise", "any", "--format", "json"]

    /// A folder with a recording in it.
    private func runner() throws -> CommandRunner {
        let runner = try CommandRunner()
        try runner.write(MalformedInputTests.recording(600).utf8, to: "a.csv")
        return runner
    }

    private func names(_ runner: borrowing CommandRunner) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: runner.folder.path()).sorted()
    }

    // MARK: Standard output

    @Test func aPipeThatNobodyReadsAnyMoreIsAStatusAndNoSignal() throws {
        let runner = try runner()
        let pipe = Pipe()
        let process = try BuiltCommand.process(arguments, in: runner.folder)
        let errors = Pipe()
        process.standardOutput = pipe
        process.standardError = errors
        try pipe.fileHandleForReading.close()
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationReason == .exit)
        #expect(process.terminationStatus == 74)
        // The reader has gone, as after `head -1`: there is nothing to complain of.
        #expect(try errors.fileHandleForReading.readToEnd() == nil)
    }

    @Test func aClosedStandardOutputIsAStatus() throws {
        let runner = try runner()
        let outcome = try BuiltCommand.run(arguments, in: runner.folder, shell: ">&-")
        #expect(outcome.status == 74)
        #expect(outcome.errors.contains("standard output: the results cannot be written"))
    }

    @Test func aClosedStandardErrorLeavesTheResultsClean() throws {
        let runner = try runner()
        let outcome = try BuiltCommand.run(arguments + ["missing.csv", "--output", "out.json"], in: runner.folder, shell: "2>&-")
        #expect(outcome.status == 66)
        #expect(!(try String(contentsOf: runner.folder.appending(path: "out.json"), encoding: .utf8)).contains("repcount:"))
    }

    // MARK: Files

    @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full"), "needs a device that is always full"))
    func aFullDeviceIsAStatusAndStaysADevice() throws {
        let runner = try runner()
        let outcome = try runner.run(arguments + ["--output", "/dev/full"])
        #expect(outcome.status == 74)
        #expect(outcome.errors.contains("/dev/full: the results cannot be written: no space left"))
        let attributes = try FileManager.default.attributesOfItem(atPath: "/dev/full")
        #expect(attributes[.type] as? FileAttributeType == .typeCharacterSpecial)
    }

    @Test func aFileThatGrowsTooLargeIsAStatusAndLeavesTheEarlierOne() throws {
        let runner = try runner()
        try runner.write("earlier".utf8, to: "out.json")
        // Blocks of 512 bytes.
        let outcome = try BuiltCommand.run(arguments + ["--output", "out.json"], in: runner.folder, shell: "", before: "ulimit -f 1")
        #expect(outcome.status == 74)
        #expect(outcome.errors.contains("out.json: the results cannot be written: it would be larger than allowed"))
        #expect(try String(contentsOf: runner.folder.appending(path: "out.json"), encoding: .utf8) == "earlier")
        #expect(try names(runner) == ["a.csv", "out.json"])
    }

    @Test func aFolderOfThatNameIsAStatus() throws {
        let runner = try runner()
        try runner.makeFolder("out.json")
        let outcome = try runner.run(arguments + ["--output", "out.json"])
        #expect(outcome.status == 73)
        #expect(outcome.errors.contains("there is a folder of that name"))
        #expect(try names(runner) == ["a.csv", "out.json"])
    }

    @Test func aLinkStaysALinkAndPermissionsStay() throws {
        let runner = try runner()
        try runner.write("earlier".utf8, to: "real.json")
        chmod(runner.folder.appending(path: "real.json").path(), 0o640)
        try FileManager.default.createSymbolicLink(atPath: runner.folder.appending(path: "out.json").path(), withDestinationPath: "real.json")
        #expect(try runner.run(arguments + ["--output", "out.json"]).status == 0)
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: runner.folder.appending(path: "out.json").path()) == "real.json")
        let written = try String(contentsOf: runner.folder.appending(path: "real.json"), encoding: .utf8)
        #expect(written.contains("repcount.session/1"))
        let attributes = try FileManager.default.attributesOfItem(atPath: runner.folder.appending(path: "real.json").path())
        #expect(attributes[.posixPermissions] as? Int == 0o640)
        #expect(try names(runner) == ["a.csv", "out.json", "real.json"])
    }

    // MARK: Interrupts

    @Test(.timeLimit(.minutes(1)), arguments: [SIGINT, SIGTERM, SIGHUP])
    func anInterruptEndsWithItsNumberAndLeavesNothing(number: Int32) throws {
        let runner = try runner()
        try runner.write("earlier".utf8, to: "out.txt")
        // Enough to be busy until the interrupt comes.
        let recordings = Array(repeating: "a.csv", count: 400)
        let process = try BuiltCommand.process(["analyze"] + recordings + ["--exercise", "any", "--output", "out.txt"], in: runner.folder)
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        while process.isRunning, try names(runner).count == 2 { usleep(1000) }
        // The first results are in a file of another name by now.
        try #require(names(runner).count == 3)
        kill(process.processIdentifier, number)
        process.waitUntilExit()
        #expect(process.terminationReason == .exit)
        #expect(process.terminationStatus == 128 + number)
        #expect(try names(runner) == ["a.csv", "out.txt"])
        #expect(try String(contentsOf: runner.folder.appending(path: "out.txt"), encoding: .utf8) == "earlier")
    }
}
