import RepScoring
import SessionModel
import Testing

@Suite struct BenchmarkTests {
    struct Broken: Error, CustomStringConvertible {
        var description: String { "line 3 of r2.csv is short" }
    }

    static let recordings = (0..<20).map {
        recording(
            $0 % 2 == 0 ? "squat" : "lunge", id: "r\($0)", subject: "s\($0 % 3)", variant: $0 % 4 < 2 ? "clean" : nil,
            truth: Truth(count: $0...$0))
    }
    static let datasets = [Dataset(name: "d", recordings: recordings)]

    func run(jobs: Int, mode: Mode = .told) async -> CounterResult {
        await Benchmark.run(Self.datasets, counter: "c", mode: mode, catalogue: catalogue, jobs: jobs) { recording, _ in
            if recording.id == "r2" { throw Broken() }
            return session([set(recording.exercise, 0, 9, reps: recording.truth.count!.lowerBound)])
        }
    }

    @Test func theResultDoesNotDependOnJobs() async {
        let one = await run(jobs: 1)
        #expect(one.recordings.map(\.recording.id) == Self.recordings.map(\.id))
        for jobs in [0, 2, 7, 100] { #expect(await run(jobs: jobs) == one) }
    }

    @Test func aFailureIsARowWithItsReasonAndScoresNothing() async throws {
        let result = await run(jobs: 3)
        #expect(result.recordings[2].failure == "line 3 of r2.csv is short")
        #expect(result.recordings[2].score == nil)
        let dataset = try #require(result.groups(by: .dataset).first)
        #expect(dataset.recordings == 20 && dataset.failed == 1)
        #expect(dataset["exact"] == 1)
    }

    @Test func groupsAreNamedByTheirLabelsInOrderOfAppearance() async {
        let result = await run(jobs: 1)
        #expect(
            result.groups(by: .group).map(\.name) == [
                "d/squat/thigh/clean", "d/lunge/thigh/clean", "d/squat/thigh/-", "d/lunge/thigh/-",
            ])
        #expect(result.groups(by: .subject).map(\.name) == ["d/s0", "d/s1", "d/s2"])
        #expect(result.groups(by: .subject).map(\.recordings) == [7, 7, 6])
    }

    @Test func whatACounterTakesNoPartInIsUndefined() async throws {
        let result = await Benchmark.run(
            [Dataset(name: "d", recordings: [recording("hold", truth: Truth(count: 0...0, holds: [TrueHold(span: Span(0, 20))]))])],
            counter: "c", mode: .told, catalogue: catalogue, sections: baselineSections
        ) { _, _ in session() }
        let group = try #require(result.groups(by: .dataset).first)
        #expect(group["exact"] == 1)
        #expect(group["hold_found"] == nil)
    }

    @Test func theModeReachesTheCounter() async {
        let result = await Benchmark.run(Self.datasets, counter: "c", mode: .blind, catalogue: catalogue) { recording, mode in
            session([set(mode == .blind ? recording.exercise : "x", 0, 9, reps: recording.truth.count!.lowerBound)])
        }
        #expect(result.recordings.allSatisfy { $0.score?.countError == 0 })
    }
}
