import ExerciseCatalog
import Foundation
import Motion
import MotionIngest
import SessionAnalysis
import SessionModel
import SyntheticMotion
import Testing

/// Generated sessions that two sensors saw at the same time.
@Suite struct AnalyzeSessionTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Fixtures/two-sensors/recordings")

    private func sensor(_ id: String, _ placement: Placement, _ side: Side) throws -> SensorRecording {
        let start = "\(id)-\(placement.rawValue)-\(side.rawValue)"
        let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path).filter { $0.hasPrefix(start) }
        try #require(!names.isEmpty)
        return SensorRecording(
            paths: names.sorted().map { Self.folder.appending(path: $0).path }, placement: placement, side: side)
    }

    private func session(_ sensors: SensorRecording...) throws -> Session {
        try analyzeSession(sensors, options: AnalysisOptions(plan: .runnersKnee))
    }

    private func verdicts(_ session: Session, _ exercise: String) -> [Verdict] {
        session.plan?.items.filter { $0.exercise == exercise }.map(\.verdict) ?? []
    }

    @Test func clamshellsOfBothLegsAreSeenByTheThighThatDoesThem() throws {
        let session = try session(sensor("anna-thighs", .thigh, .left), sensor("anna-thighs", .thigh, .right))
        #expect(verdicts(session, "clamshell") == [.met, .short])
        #expect(session.sets.map(\.reps) == [10, 8] && session.sets.map(\.side) == [.left, .right])
        #expect(verdicts(session, "leg-extension") == [.notObservable, .notObservable])
        #expect(verdicts(session, "seated-hamstring-stretch") == [.missing, .missing])
    }

    @Test func lungesInTurnsAreCountedForEachLeg() throws {
        let session = try session(sensor("bert-thighs", .thigh, .left), sensor("bert-thighs", .thigh, .right))
        #expect(verdicts(session, "lunge") == [.met, .met])
        #expect(session.sets.map(\.exercise) == ["lunge", "squat"] && session.sets.map(\.reps) == [20, 10])
        #expect(session.sets[0].side == .alternating && session.sets[0].detail.count { $0.side == .left } == 10)
    }

    @Test func legExtensionsOfBothLegsAreSeenByTheShanks() throws {
        let session = try session(sensor("cleo-shanks", .shank, .left), sensor("cleo-shanks", .shank, .right))
        #expect(verdicts(session, "leg-extension") == [.short, .met])
        #expect(session.sets.map(\.reps) == [7, 10])
        #expect(session.plan?.items.contains { $0.verdict == .notObservable } == false)
    }

    @Test func thighAndShankJudgeWhatTheySeeAndSquatsCountOnce() throws {
        let session = try session(sensor("dora-leg", .thigh, .right), sensor("dora-leg", .shank, .right))
        #expect(verdicts(session, "leg-extension") == [.notObservable, .met])
        #expect(verdicts(session, "squat").first == .short)
        #expect(session.sets.map(\.exercise) == ["leg-extension", "squat"] && session.sets.map(\.reps) == [10, 8])
    }

    @Test func wallClocksAlignSensorsThatBeganApart() throws {
        let session = try session(sensor("dora-leg", .thigh, .right), sensor("dora-leg", .shank, .right))
        let starts = session.recording.sensors.map(\.startSeconds)
        #expect(starts.count == 2 && starts[0] == 0 && abs(starts[1] - 3) < 0.1)
        #expect(session.recording.findings.allSatisfy { $0.kind != "aligned-by-first-sample" })
        // Truth on the clock of the sensor that began first.
        #expect(abs(session.sets[0].startSeconds - 39.9) < 1.5 && abs(session.sets[1].startSeconds - 115.3) < 1.5)
        #expect(session.recording.start?.hasPrefix("2025-") == true)
    }

    @Test func withoutWallClocksTheGuessIsSaid() throws {
        let session = try session(sensor("anna-thighs", .thigh, .left), sensor("anna-thighs", .thigh, .right))
        #expect(session.recording.findings.first?.kind == "aligned-by-first-sample")
        #expect(session.recording.files.count == 2 && session.recording.placement == .thigh && session.recording.side == nil)
    }

    /// One leg did squats, the other thigh belongs to somebody who lay on the floor.
    @Test func doubtsOfWhatWasToldNameTheSensor() throws {
        func doubts(_ exercise: String, _ sensors: SensorRecording...) throws -> [String] {
            try analyzeSession(sensors, options: AnalysisOptions(exercise: .exercise(exercise))).recording.findings
                .filter { ["unlike-told", "unseen-told"].contains($0.kind) }
                .map { "\($0.kind) \($0.file?.contains("anna-thighs") == true)" }
        }
        #expect(try doubts("squat", sensor("anna-thighs", .thigh, .left), sensor("bert-thighs", .thigh, .right)) == ["unlike-told true"])
        // Where one of them sees it, the other need not.
        #expect(try doubts("leg-extension", sensor("dora-leg", .thigh, .right), sensor("dora-leg", .shank, .right)) == [])
        #expect(try doubts("leg-extension", sensor("anna-thighs", .thigh, .left)) == ["unseen-told false"])
    }

    @Test func toldTheExerciseEachLegCountsItsOwn() throws {
        let sensors = try [sensor("cleo-shanks", .shank, .left), sensor("cleo-shanks", .shank, .right)]
        let session = try analyzeSession(sensors, options: AnalysisOptions(exercise: .exercise("leg-extension")))
        #expect(session.sets.map(\.reps) == [7, 10] && session.sets.map(\.side) == [.left, .right])
    }

    @Test func oneSensorIsAnOrdinaryRecording() throws {
        let sensor = try sensor("anna-thighs", .thigh, .left)
        let options = AnalysisOptions(plan: .runnersKnee, placement: .thigh, side: .left)
        #expect(try analyzeSession([sensor], options: options) == analyzeRecording(paths: sensor.paths, options: options))
    }

    @Test func sensorsThatNeverRecordedTogetherAreRefused() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let sensors = try [1_741_507_200, 1_741_593_600].enumerated().map { index, epoch in
            var sensor = SyntheticSensor.set(5, .legRaise)
            sensor.startSeconds = Double(epoch)
            let path = folder.appending(path: "\(index).csv").path
            try Data(sensor.csv().replacing("time_s", with: "epoch (s)").utf8).write(to: URL(filePath: path))
            return SensorRecording(paths: [path], placement: .thigh, side: index == 0 ? .left : .right)
        }
        #expect(throws: IngestError.self) { try analyzeSession(sensors, options: AnalysisOptions()) }
    }
}
