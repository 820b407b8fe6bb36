import Foundation
import Motion
import MotionIngest
import SessionModel
import SyntheticMotion
import Testing

@testable import SessionAnalysis

@Suite struct CalibrationTests {
    private func write(_ csv: String) throws -> String {
        let path = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).csv").path
        try Data(csv.utf8).write(to: URL(filePath: path))
        return path
    }

    private func profile(_ sensor: SyntheticSensor, reps: Int) throws -> PersonalProfile {
        let path = try write(sensor.csv())
        defer { try? FileManager.default.removeItem(atPath: path) }
        return try calibrate(
            paths: [path], exercise: "squat", reps: reps, options: AnalysisOptions(placement: .thigh, side: .right))
    }

    @Test func aProfileTellsTempoSizeAndWhereItIsFrom() throws {
        let profile = try profile(.set(8, .legRaise), reps: 8)
        #expect(profile.exercise == "squat" && profile.placement == .thigh && profile.reps == 8)
        #expect(abs(profile.movement.portrait.periodSeconds - 2) < 0.1)
        #expect(abs(profile.movement.portrait.tiltDegrees - 60) < 3)
    }

    @Test func aCountThatNothingShowsIsRefused() throws {
        #expect(throws: IngestError.self) { try profile(.set(8, .legRaise), reps: 15) }
    }

    /// A leg that steps out and back swings twice a lunge, and the profile is of lunges.
    @Test func lungesOfASteppingLegAreLearntAsLunges() throws {
        let lunges = SyntheticMovement.steppingLunges(8).segment.points.map {
            MotionSample(timeSeconds: $0.timeSeconds, acceleration: $0.acceleration, angularRate: $0.angularRate)
        }
        let path = try write(csv(of: lunges))
        defer { try? FileManager.default.removeItem(atPath: path) }
        func learnt(at placement: Placement) throws -> PersonalProfile {
            try calibrate(paths: [path], exercise: "lunge", reps: 8, options: AnalysisOptions(placement: placement))
        }
        let profile = try learnt(at: .shank)
        #expect(profile.reps == 8 && abs(profile.movement.portrait.periodSeconds - 4.8) < 0.2)
        #expect(throws: IngestError.self, "a wrist that swings twice is no leg") { try learnt(at: .wrist) }

        var options = AnalysisOptions(exercise: .exercise("lunge"), placement: .shank)
        options.profile = profile
        let counted = session(of: lunges, nil, SessionAnalyzer(options))
        #expect(counted.counts == [8])
        #expect(counted.recording.findings.isEmpty)
    }

    /// More of another movement than of one's own: alone, the larger group counts.
    @Test func theProfileNarrowsWhichSetsBelong() throws {
        var sensor = SyntheticSensor.set(5, .legRaise, restSeconds: 8)
        sensor.rest(15)
        sensor.repeating(14, .init(degrees: 20, waySeconds: 3))
        sensor.rest(8)
        let known = try profile(.set(8, .legRaise), reps: 8)
        var options = AnalysisOptions(exercise: .exercise("squat"), placement: .thigh, side: .right)
        options.profile = known
        let counted = session(of: sensor.samples(), nil, SessionAnalyzer(options))
        #expect(counted.counts == [5])
        #expect(counted.recording.findings.isEmpty)
    }

    @Test func aForeignProfileIsNotUsedAndSaid() throws {
        let known = try profile(.set(8, .legRaise), reps: 8)
        let sensor = SyntheticSensor.set(6, .legRaise)
        for (exercise, placement) in [("bridge", Placement.thigh), ("squat", .wrist)] {
            var options = AnalysisOptions(exercise: .exercise(exercise), placement: placement)
            options.profile = known
            let counted = session(of: sensor.samples(), nil, SessionAnalyzer(options))
            #expect(counted.recording.findings.map(\.kind) == ["profile-not-used"])
            #expect(counted.counts == [6])
        }
    }

    @Test func aProfileThatNothingMovesLikeIsSaid() throws {
        var known = try profile(.set(8, .legRaise), reps: 8)
        known.movement.portrait.posture = known.movement.portrait.posture * -1
        known.movement.portrait.periodSeconds = 12
        var options = AnalysisOptions(exercise: .exercise("squat"), placement: .thigh, side: .right)
        options.profile = known
        let counted = session(of: SyntheticSensor.set(6, .legRaise).samples(), nil, SessionAnalyzer(options))
        #expect(counted.recording.findings.map(\.kind) == ["profile-not-used"] && counted.counts == [6])
    }

    // MARK: The file

    @Test func theFileReadsBackTheSameToThreeDecimals() throws {
        let known = try profile(.set(8, .legRaise), reps: 8)
        let read = try ProfileFile.read(text: ProfileFile.text(known), file: "a.yaml")
        #expect(read.exercise == known.exercise && read.files == known.files)
        #expect(abs(read.movement.portrait.periodSeconds - known.movement.portrait.periodSeconds) < 0.001)
        #expect(try ProfileFile.read(text: ProfileFile.text(read), file: "a.yaml") == read)
    }

    @Test(arguments: ["", "a: b", "schema: repcount.plan/1", "- 1", "\u{0}", "schema: [", String(repeating: "x", count: 70_000)])
    func whatIsNoProfileIsRefused(text: String) {
        #expect(throws: ProfileError.self) { try ProfileFile.read(text: text, file: "a.yaml") }
    }

    @Test func numbersOutOfBoundsAreRefused() throws {
        let text = try ProfileFile.text(profile(.set(8, .legRaise), reps: 8))
        for (key, value) in [("period_s", "0"), ("tilt_size", ".nan"), ("posture", "[1, 2]"), ("exercise", "swimming"),
            ("schema", "repcount.profile/9")]
        {
            let lines = text.split(separator: "\n").map { $0.hasPrefix("\(key):") ? "\(key): \(value)" : String($0) }
            #expect(throws: ProfileError.self) { try ProfileFile.read(text: lines.joined(separator: "\n"), file: "a.yaml") }
        }
    }
}
