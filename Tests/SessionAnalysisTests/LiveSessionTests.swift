import ExerciseCatalog
import Foundation
import Motion
import MotionIngest
import SessionModel
import SyntheticMotion
import Testing

@testable import SessionAnalysis

private let fixtures = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Fixtures")

/// Live equals file, and what is said on the way comes in time.
@Suite struct LiveSessionTests {
    /// Events and session of bytes that come in chunks.
    private func live(
        _ bytes: [UInt8], _ options: AnalysisOptions, name: String = "recording.csv", chunk: Int
    ) throws -> (events: [LiveEvent], session: Session) {
        var session = LiveSession(name: name, options: options)
        var events: [LiveEvent] = []
        for start in stride(from: 0, to: bytes.count, by: chunk) {
            try bytes.withUnsafeBytes { bytes in
                let part = UnsafeRawBufferPointer(rebasing: bytes[start..<min(bytes.count, start + chunk)])
                try session.feed(part) { events.append($0) }
            }
        }
        let result = try session.finish { events.append($0) }
        return (events, result)
    }

    private func live(
        _ sensor: SyntheticSensor, _ exercise: AskedExercise?, plan: Plan? = nil
    ) throws -> (events: [LiveEvent], session: Session) {
        try live(Array(sensor.csv().utf8), AnalysisOptions(exercise: exercise, plan: plan), chunk: 60)
    }

    private func counts(_ events: [LiveEvent]) -> [Int] {
        events.compactMap { if case .rep(_, let set) = $0.kind { set.reps } else { nil } }
    }

    @Test(arguments: [
        ("single-sets/recordings/squat-dora-waist-clean-3.csv", "squat", 1),
        ("single-sets/recordings/lunge-right-leg-emil-thigh-right-slow-4.csv", nil, 4096),
        ("stretch-holds/recordings/standing-hamstring-stretch-bert-thigh-right-11s.csv", "standing-hamstring-stretch", 61),
    ])
    func theSummaryIsThatOfTheFile(file: String, exercise: String?, chunk: Int) throws {
        let path = fixtures.appending(path: file).path()
        let options = AnalysisOptions(
            exercise: exercise.map(AskedExercise.exercise), plan: PlanCatalog.plan(named: "runners-knee"),
            placement: .thigh, side: .right)
        let bytes = try [UInt8](Data(contentsOf: URL(filePath: path)))
        let result = try live(bytes, options, name: path, chunk: chunk)
        #expect(result.session == (try analyzeRecording(paths: [path], options: options)))
        #expect(result.events.last?.kind == .summary(result.session))
    }

    @Test func repsAreCountedUpOneByOneAndSoonAfterTheirEnd() throws {
        let (events, session) = try live(.set(10, .legRaise), .any)
        #expect(session.counts == [10])
        #expect(counts(events) == Array(1...10))
        let established = events.first { if case .setStarted = $0.kind { true } else { false } }?.timeSeconds ?? 0
        for event in events where event.timeSeconds > established {
            guard case .rep(let rep, _) = event.kind else { continue }
            #expect(event.timeSeconds - rep.endSeconds <= 1)
        }
    }

    @Test func aSetEndsWithItsCountAndItsVerdict() throws {
        let plan = Plan(
            name: "p", items: [PlanItem(exercise: try #require(ExerciseCatalog.exercise(named: "squat")), reps: 4...6)])
        let (events, _) = try live(.twoSets, .exercise("squat"), plan: plan)
        let ended = events.compactMap { event -> (Int, Verdict?)? in
            if case .setEnded(let set, let items) = event.kind { (set.reps, items.first?.verdict) } else { nil }
        }
        #expect(ended.map(\.0) == [6, 8])
        #expect(ended.first?.1 == .met)
    }

    /// Two sets of six and eight: together they meet the item, in sessions of their own neither does.
    @Test(arguments: [(10_800.0, 14), (1, 8)])
    func plansAreOfOneSessionAndNotOfAllThatWasEverDone(sessionSeconds: Double, done: Int) throws {
        let plan = Plan(
            name: "p", items: [PlanItem(exercise: try #require(ExerciseCatalog.exercise(named: "squat")), reps: 14...20)])
        var parameters = LiveAnalysis.Parameters()
        parameters.sessionSeconds = sessionSeconds
        var live = LiveAnalysis(AnalysisOptions(exercise: .exercise("squat"), plan: plan), parameters: parameters)
        var newest: [PlanItemResult] = []
        for sample in SyntheticSensor.twoSets.samples() {
            live.step(sample) { if case .setEnded(_, let items) = $0.kind { newest = items } }
        }
        _ = live.finish(RecordingSummary(files: [], format: "", durationSeconds: 0, rateHz: nil, samples: 0)) {
            if case .setEnded(_, let items) = $0.kind { newest = items }
        }
        #expect(newest.map(\.detectedReps) == [done])
    }

    @Test func aGapEndsTheSet() throws {
        var sensor = SyntheticSensor.set(12, .legRaise)
        sensor.gaps = [13..<17]
        let (events, session) = try live(sensor, .any)
        #expect(session.counts == [4, 6])
        let ended = events.compactMap { if case .setEnded(let set, _) = $0.kind { set } else { nil } }
        #expect(ended.map(\.reps) == [4, 6])
        #expect(ended.allSatisfy { $0.endSeconds <= 13 || $0.startSeconds >= 17 })
        let gap = events.first { if case .finding(let finding) = $0.kind { finding.kind == "gap" } else { false } }
        #expect((gap?.timeSeconds ?? .infinity) < 18)
    }

    @Test func aHoldIsToldBySecondAndItsTwentiethInTime() throws {
        let (events, session) = try live(.stretches(26), .hold)
        let hold = try #require(session.holds.first)
        let seconds = events.compactMap { if case .holdProgress(let hold) = $0.kind, hold.startSeconds > 4 { hold.durationSeconds } else { nil } }
        #expect(zip(seconds, seconds.dropFirst()).allSatisfy { $1 == $0 + 1 })
        let twentieth = events.first {
            if case .holdProgress(let live) = $0.kind { live.durationSeconds == 20 && live.startSeconds > 4 } else { false }
        }
        #expect(abs((twentieth?.timeSeconds ?? 0) - hold.startSeconds - 20) <= 0.5)
        let ended = events.compactMap { if case .holdEnded(let hold) = $0.kind, hold.startSeconds > 4 { hold } else { nil } }
        #expect(abs((ended.first?.durationSeconds ?? 0) - hold.durationSeconds) < 0.5)
    }

    /// The leg is up; then the trunk bends, which turns the leg by three degrees, and straightens up before the leg comes down. That it bent is
    /// known when it straightens up: the progress goes on as it began, and the end says what the file says.
    @Test func theEndOfAHoldSaysWhenItReallyBegan() throws {
        var sensor = SyntheticSensor()
        sensor.rest(5)
        for (degrees, seconds, rest) in [(50.0, 1.5, 3.0), (3, 1, 22), (-3, 1, 3), (-50, 1.5, 12)] {
            sensor.tilt(by: degrees, in: seconds)
            sensor.rest(rest)
        }
        let (events, session) = try live(sensor, .hold)
        let hold = try #require(session.holds.first)
        #expect(session.holds.count == 1 && abs(hold.durationSeconds - 22) < 1 && hold.startSeconds > 9)
        let seconds = events.compactMap {
            if case .holdProgress(let live) = $0.kind, live.startSeconds > 4, live.startSeconds < 20 { live.durationSeconds } else { nil }
        }
        #expect(seconds.contains(25) && zip(seconds, seconds.dropFirst()).allSatisfy { $1 == $0 + 1 })
        let ended = events.compactMap {
            if case .holdEnded(let live) = $0.kind, live.startSeconds > 4, live.startSeconds < 20 { live } else { nil }
        }
        #expect(ended.count == 1)
        #expect(abs((ended.first?.startSeconds ?? 0) - hold.startSeconds) < 0.2)
        #expect(abs((ended.first?.durationSeconds ?? 0) - hold.durationSeconds) < 0.2)
    }
}
