import ArgumentParser
import ExerciseCatalog
import Foundation
import SessionAnalysis

struct CalibrateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "calibrate",
        abstract: "Learns how one person does one exercise, from a recording of known count.",
        discussion: """
            The profile says in a few lines of YAML how the movement looks to the sensor as it is worn: posture, size \
            and tempo. With --profile, analyze looks for sets like that; how many reps they \
            have is counted as ever.

              repcount calibrate wrist=clean.csv --exercise squat --reps 10 --output squat.yaml
              repcount analyze wrist=evening.csv --profile squat.yaml
            """)

    @OptionGroup var input: RecordingArguments

    @Option(help: ArgumentHelp("What was done: a name that \"repcount exercises\" lists.", valueName: "name"))
    var exercise: String

    @Option(help: ArgumentHelp("How many reps were done.", valueName: "n"))
    var reps: Int

    @Option(help: ArgumentHelp("Write the profile there instead of to standard output.", valueName: "file"))
    var output: String?

    func validate() throws {
        guard ExerciseCatalog.exercise(named: exercise)?.kind == .reps else {
            let hint = ExerciseCatalog.suggestion(for: exercise).map { "Did you mean \"\($0)\"? " } ?? ""
            let names = ExerciseCatalog.all.filter { $0.kind == .reps }.map(\.name).joined(separator: ", ")
            throw ValidationError("\"\(exercise)\" is no exercise of reps in the catalogue. \(hint)Known: \(names).")
        }
        guard (2...1000).contains(reps) else { throw ValidationError("--reps needs a number from 2 to 1000.") }
        guard input.grouped().count == 1 else { throw ValidationError("A profile is learnt from one recording of one sensor.") }
    }

    func run() throws {
        do {
            let ingest = try input.ingestOptions
            for recording in input.grouped() {
                let profile = try calibrate(
                    paths: recording.paths, exercise: exercise, reps: reps,
                    options: AnalysisOptions(
                        placement: recording.placement, side: recording.side, ingest: ingest))
                var output = Output(path: output)
                try output.write(ProfileFile.text(profile))
                try output.finish()
            }
        } catch {
            throw report(error)
        }
    }
}

/// A profile by its file.
enum ProfileArgument {
    /// - Throws: `ProfileError` when there is no such file, or it is no profile.
    static func load(_ path: String) throws -> PersonalProfile {
        guard let handle = FileHandle(forReadingAtPath: path) else {
            throw ProfileError(
                file: path, message: "there is no such file",
                remedy: "Make one with: repcount calibrate RECORDING --exercise NAME --reps N --output \(path)")
        }
        defer { try? handle.close() }
        // One byte more than allowed shows that a file is too long without reading all of it.
        guard let data = try? handle.read(upToCount: ProfileFile.maximumBytes + 1) ?? Data(),
            let text = String(data: data, encoding: .utf8)
        else { throw ProfileError(file: path, message: "not a text file", remedy: "Give the YAML file that calibrate wrote.") }
        return try ProfileFile.read(text: text, file: path)
    }
}
