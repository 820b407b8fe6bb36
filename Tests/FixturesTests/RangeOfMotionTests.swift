import Foundation
import Motion
import SessionAnalysis
import SessionModel
import Testing

@testable import fixtures

/// What the counter says of each rep, against what the generator did.
@Suite struct RangeOfMotionTests {
    /// Median range of motion detected less done, in degrees, over the reps of one generated set.
    private func error(of id: String, hasGyroscope: Bool = true) throws -> Double {
        let scenario = try #require(Scenario.singleSets.first { $0.id == id })
        var dance = Choreography(
            person: scenario.person, random: Random(seed: FixturesCommand.committedSeed, name: "\(id) movement"),
            start: scenario.start, on: scenario.support)
        scenario.dance(&dance)
        let motion = dance.finished()
        var random = Random(seed: 5)
        let mount = Mount(scenario.placement, scenario.side, on: scenario.person, random: &random)
        let readings = scenario.device.record(motion, mount: mount, from: 0, until: motion.duration, random: &random)

        let exercise = scenario.exercise
        var analyzer = SessionAnalyzer(
            AnalysisOptions(exercise: .exercise(exercise), placement: scenario.placement, side: scenario.side))
        for reading in readings {
            analyzer.step(
                MotionSample(
                    timeSeconds: reading.timestamp, acceleration: reading.force,
                    angularRate: hasGyroscope ? reading.rate : nil))
        }
        let session = analyzer.finish(
            RecordingSummary(files: [], format: "canonical", durationSeconds: motion.duration, rateHz: nil, samples: 0))
        let detected = session.sets.flatMap(\.detail)

        let truth = dance.truth.sets.flatMap(\.reps)
        let errors = truth.compactMap { rep -> Double? in
            let found = detected.min { abs($0.turnSeconds - rep.turn) < abs($1.turnSeconds - rep.turn) }
            guard let degrees = found?.rangeOfMotionDegrees else { return nil }
            let course = readings.filter { (rep.start...rep.end).contains($0.instant) }.map(\.up)
            guard let home = course.first else { return nil }
            return degrees - (course.map { angle(home, $0) }.max() ?? 0)
        }.sorted()
        try #require(errors.count == truth.count)
        return errors[errors.count / 2]
    }

    private func angle(_ one: SIMD3<Double>, _ other: SIMD3<Double>) -> Double {
        let cosine = (one * other).sum() / (length(one) * length(other))
        return acos(max(-1, min(1, cosine))) * 180 / .pi
    }

    @Test(arguments: [
        "squat-anna-thigh-right-clean-12", "squat-cleo-thigh-left-fast-20", "squat-cleo-shank-right-clean-10",
        "squat-emil-chest-clean-15", "bridge-anna-thigh-right-clean-10", "clamshell-anna-thigh-right-clean-12",
        "leg-extension-anna-shank-right-clean-12", "leg-extension-emil-foot-right-clean-9",
    ])
    func withAGyroscopeItIsRightToThreeDegrees(id: String) throws {
        let error = try error(of: id)
        #expect(abs(error) < 3, "\(error)")
    }

    @Test(arguments: [
        "squat-anna-thigh-right-clean-12", "squat-cleo-shank-right-clean-10", "squat-emil-chest-clean-15",
        "bridge-anna-thigh-right-clean-10", "clamshell-anna-thigh-right-clean-12",
        "leg-extension-anna-shank-right-clean-12", "leg-extension-emil-foot-right-clean-9",
    ])
    func withoutOneItIsRightToSixDegrees(id: String) throws {
        let error = try error(of: id, hasGyroscope: false)
        #expect(abs(error) < 6, "\(error)")
    }
}
