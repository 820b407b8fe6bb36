import Foundation
import Testing

/// The command as a person runs it: what it prints where, and with what status it ends.
@Suite struct CommandLineTests {
    /// Runs the command in a fresh folder holding `still.csv` (ten seconds at rest) and `plan.yaml`.
    private func repcount(_ arguments: String..., into path: String? = nil) throws -> BuiltCommand.Outcome {
        try inFolder { folder in try BuiltCommand.run(arguments, in: folder, into: path) }
    }

    private func inFolder<Result>(_ body: (URL) throws -> Result) throws -> Result {
        let folder = FileManager.default.temporaryDirectory.appending(path: "repcount-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
        defer { try? FileManager.default.removeItem(at: folder) }
        let rows = (0..<500).map { "\(Double($0) / 50),0.0\($0 % 7),0.0\($0 % 5),9.8\($0 % 3)\n" }
        try Data(("time_s,ax,ay,az\n" + rows.joined()).utf8).write(to: folder.appending(path: "still.csv"))
        try Data("items: [{exercise: squat, reps: 10-12}]\n".utf8).write(to: folder.appending(path: "plan.yaml"))
        try Data("items: [{exercise: sqaut, reps: 10-12}]\n".utf8).write(to: folder.appending(path: "bad.yaml"))
        return try body(folder)
    }

    // MARK: What was meant

    @Test(arguments: [["analyze", "--help"], ["analyze", "still.csv", "--nope"], ["analyze", "still.csv", "--exercise", "nope"]])
    func aMistakeAndAQuestionAreAnsweredUnderTheWholeName(arguments: [String]) throws {
        let outcome = try inFolder { try BuiltCommand.run(arguments, in: $0) }
        let asksForHelp = arguments.last == "--help"
        #expect((outcome.output + outcome.errors).contains(asksForHelp ? "USAGE: repcount analyze " : "Usage: repcount analyze "))
        #expect(outcome.status == (asksForHelp ? 0 : 64))
    }

    // MARK: What is printed

    @Test func aPlanNotDoneIsMissingAndTheCommandHasDoneItsJob() throws {
        let outcome = try repcount("analyze", "still.csv", "--plan", "plan.yaml", "--placement", "thigh")
        #expect(outcome.status == 0)
        #expect(outcome.errors == "")
        #expect(outcome.output.contains("missing"))
        #expect(outcome.output.contains("Adherence 0 %"))
    }

    @Test func withStrictAPlanNotDoneIsAStatus() throws {
        let outcome = try repcount("analyze", "still.csv", "--plan", "plan.yaml", "--placement", "thigh", "--strict")
        #expect(outcome.status == 1)
        #expect(outcome.errors == "")
    }

    @Test func jsonIsOneObjectOfTheContract() throws {
        let outcome = try repcount("analyze", "still.csv", "--format", "json", "--plan", "runners-knee")
        #expect(outcome.status == 0)
        let object = try #require(JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
        #expect(object["schema"] as? String == "repcount.session/1")
        #expect((object["plan"] as? [String: Any])?["name"] as? String == "runners-knee")
    }

    @Test func csvHasItsHeaderOnce() throws {
        let outcome = try repcount("analyze", "still.csv", "still.csv", "--format", "csv")
        #expect(outcome.output.components(separatedBy: "recording,kind,exercise").count == 2)
    }

    @Test func oneRecordingThatFailsLeavesTheOthersTheirResults() throws {
        let outcome = try repcount("analyze", "missing.csv", "still.csv", "--format", "json")
        #expect(outcome.status == 66)
        #expect(outcome.errors.contains("missing.csv"))
        let lines = outcome.output.split(separator: "\n")
        #expect(lines.count == 1)
        #expect(lines.first?.contains("still.csv") == true)
    }

    @Test func htmlIsOnePageForAllRecordings() throws {
        let outcome = try repcount("analyze", "still.csv", "still.csv", "--format", "html", "--plan", "plan.yaml")
        #expect(outcome.status == 0)
        #expect(outcome.output.components(separatedBy: "<!DOCTYPE html>").count == 2)
        #expect(outcome.output.components(separatedBy: "<article class=\"session\"").count == 3)
    }

    @Test func inspectTellsWhatASensorThereCannotSee() throws {
        let outcome = try repcount("inspect", "thigh:left=still.csv")
        #expect(outcome.status == 0)
        #expect(outcome.output.contains("worn on   left thigh"))
        #expect(outcome.output.contains("Cannot see: leg-extension left, right"))
    }

    @Test func listsNameWhatTheyList() throws {
        #expect(try repcount("exercises").output.contains("standing-hamstring-stretch"))
        #expect(try repcount("plans").output.contains("name: runners-knee"))
        #expect(try repcount("plans", "plan.yaml").output.contains("{exercise: squat, reps: 10-12}"))
        #expect(try repcount("formats").output.contains("canonical"))
        #expect(try repcount("--version").output.contains(/^\d+\.\d+\.\d+/))
    }

    @Test(arguments: ["analyze", "benchmark", "inspect", "formats", "exercises", "plans", "schema"])
    func everyCommandExplainsItself(command: String) throws {
        let outcome = try repcount("help", command)
        #expect(outcome.status == 0)
        #expect(outcome.output.contains("USAGE: repcount \(command)"))
    }

    // MARK: Statuses

    @Test(arguments: [
        (["analyze"], 64, "recording"),
        (["analyze", "still.csv", "--exercise", "sqaut"], 64, "Did you mean \"squat\"?"),
        (["analyze", "still.csv", "--placement", "ear"], 64, "upper-arm"),
        (["analyze", "still.csv", "--side", "middle"], 64, "left"),
        (["analyze", "thig=still.csv"], 64, "thigh:right=a.csv"),
        (["analyze", "still.csv", "--rate", "nan"], 64, "Hz"),
        (["analyze", "still.csv", "--units", "furlong"], 64, "m/s2"),
        (["analyze", "still.csv", "--strict"], 64, "--plan"),
        (["analyze", "still.csv", "--plan", "runner-knee"], 66, "Did you mean \"runners-knee\"?"),
        (["analyze", "still.csv", "--plan", "bad.yaml"], 65, "bad.yaml:1: item 1, exercise"),
        (["analyze", "still.csv", "--plan", "."], 65, "folder"),
        (["analyze", "missing.csv"], 66, "missing.csv"),
        (["analyze", "still.csv", "--output", "no/such/folder.txt"], 73, "no such folder"),
        (["inspect", "missing.csv"], 66, "missing.csv"),
        (["plans", "bad.yaml"], 65, "Did you mean \"squat\"?"),
        (["frobnicate"], 64, "frobnicate"),
    ])
    func aFailureSaysWhyAndEndsWithItsStatus(arguments: [String], status: Int, words: String) throws {
        let outcome = try inFolder { try BuiltCommand.run(arguments, in: $0) }
        #expect(outcome.status == Int32(status))
        #expect(outcome.errors.contains(words), "\(outcome.errors)")
        #expect(outcome.output == "")
    }

    // MARK: Output files

    @Test func anOutputFileAppearsWholeAndNothingIsPrinted() throws {
        try inFolder { folder in
            let printed = try BuiltCommand.run(["analyze", "still.csv", "--format", "json"], in: folder)
            let written = try BuiltCommand.run(["analyze", "still.csv", "--format", "json", "--output", "out.json"], in: folder)
            #expect(written.status == 0 && written.output == "")
            #expect(try String(contentsOf: folder.appending(path: "out.json"), encoding: .utf8) == printed.output)
        }
    }

    @Test func aRunWithoutResultsLeavesAnEarlierFileAsItIs() throws {
        try inFolder { folder in
            let file = folder.appending(path: "out.csv")
            try Data("earlier".utf8).write(to: file)
            let outcome = try BuiltCommand.run(["analyze", "missing.csv", "--format", "csv", "--output", "out.csv"], in: folder)
            #expect(outcome.status == 66)
            #expect(try String(contentsOf: file, encoding: .utf8) == "earlier")
        }
    }

    @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full"), "needs a device that is always full"))
    func aFullDiskIsAStatus() throws {
        let outcome = try repcount("analyze", "still.csv", into: "/dev/full")
        #expect(outcome.status == 74)
        #expect(outcome.errors.contains("no space left"))
    }
}
