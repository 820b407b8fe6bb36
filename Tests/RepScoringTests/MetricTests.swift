import Foundation
import RepScoring
import SessionModel
import Testing

@Suite struct MetricTests {
    func group(_ results: [(Session, Recording)]) throws -> GroupScore {
        let rows = results.map { RecordingResult(recording: $1, outcome: .scored(score($0, $1))) }
        return try #require(CounterResult(counter: "c", mode: .told, recordings: rows).groups(by: .group).first)
    }

    @Test func countsByHand() throws {
        let truth = recording("squat", truth: Truth(count: 10...10))
        let group = try group([10, 11, 7, 10].map { (session([set("squat", 0, 9, reps: $0)]), truth) })
        #expect(group.recordings == 4)
        #expect(group["exact"] == 0.5)
        #expect(group["within_1"] == 0.75)
        #expect(group["mean_absolute_error"] == 1)
        #expect(group["bias"] == -0.5)
        #expect(group["set_f1"] == nil)
        #expect(group["false_reps_per_hour"] == nil)
    }

    @Test func ratesPoolTheHours() throws {
        let none = recording("none", truth: Truth(count: 0...0))
        let group = try group([
            (session([set("squat", 0, 9, reps: 3)], seconds: 900), none), (session(seconds: 2700), none),
        ])
        #expect(group["false_reps_per_hour"] == 3)
        #expect(group["false_sets_per_hour"] == 1)
        #expect(group["false_holds_per_hour"] == 0)
    }

    @Test func limitsOfAgreementByHand() throws {
        // Mean 0.1, sample standard deviation 0.2.
        let agreement = try #require(Agreement([-0.1, 0.1, 0.3]))
        #expect(abs(agreement.bias - 0.1) < 1e-12)
        #expect(abs(agreement.lower + 0.292) < 1e-12)
        #expect(abs(agreement.upper - 0.492) < 1e-12)
        #expect(Agreement([0.1]) == nil)
    }

    @Test func holdErrorsAreAbsoluteAndPooled() throws {
        let truth = recording("hold", truth: Truth(holds: [TrueHold(span: Span(10, 30))]))
        let group = try group(
            [-2.0, 0.5, 1].map { error in
                (session(holds: [HoldResult(exercise: "x", startSeconds: 10, endSeconds: 30 + error)]), truth)
            })
        #expect(group["hold_duration_error_s"] == 1)
        #expect(group["hold_start_error_s"] == 0)
        #expect(abs(try #require(group["hold_duration_error_p95_s"]) - 1.9) < 1e-12)
    }

    @Test func keysAreUnique() {
        #expect(Set(Metric.all.map(\.key)).count == Metric.all.count)
    }
}
