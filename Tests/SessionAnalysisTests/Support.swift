import Foundation
import Motion
import MotionIngest
import SessionAnalysis
import SessionModel
import SyntheticMotion

/// The session of samples that come as one stream.
func session(
    of samples: some Sequence<MotionSample>, _ exercise: AskedExercise?, _ analyzer: SessionAnalyzer? = nil
) -> Session {
    var analyzer = analyzer ?? SessionAnalyzer(AnalysisOptions(exercise: exercise))
    for sample in samples { analyzer.step(sample) }
    return analyzer.finish(RecordingSummary(files: [], format: "samples", durationSeconds: 0, rateHz: nil, samples: 0))
}

extension Session {
    /// Every time in it, sets before holds.
    var eventSeconds: [Double] {
        sets.flatMap { set in
            [set.startSeconds, set.endSeconds]
                + set.detail.flatMap { [$0.startSeconds, $0.turnSeconds, $0.endSeconds] }
        } + holds.flatMap { [$0.startSeconds, $0.endSeconds] }
    }

    var counts: [Int] { sets.map(\.reps) }
}

/// Largest distance of two lists, or infinity where their lengths differ.
func largestDifference(_ one: [Double], _ other: [Double]) -> Double {
    one.count == other.count ? zip(one, other).map { abs($0 - $1) }.max() ?? 0 : .infinity
}

/// Samples as repcount's own format.
func csv(of samples: some Sequence<MotionSample>) -> String {
    "time_s,ax,ay,az,gx,gy,gz\n"
        + samples.map { sample in
            let rate = sample.angularRate ?? .zero
            let values = [sample.timeSeconds] + [sample.acceleration, rate].flatMap { [$0.x, $0.y, $0.z] }
            return values.map { String(format: "%.5f", $0) }.joined(separator: ",") + "\n"
        }.joined()
}

extension SyntheticSensor {
    /// The readings as repcount's own format.
    func csv(rateHz: Double = 50) -> String {
        SessionAnalysisTests.csv(of: samples(rateHz: rateHz))
    }

    /// Two sets of one movement, walls of rest between.
    static var twoSets: SyntheticSensor {
        var sensor = SyntheticSensor.set(6, .legRaise, restSeconds: 20)
        sensor.repeating(8, .legRaise)
        sensor.rest(10)
        return sensor
    }

    /// Standing, a stretch at 50 degrees of these lengths each, standing.
    static func stretches(_ durations: Double...) -> SyntheticSensor {
        var sensor = SyntheticSensor()
        sensor.rest(5)
        for duration in durations {
            sensor.tilt(by: 50, in: 1.5)
            sensor.rest(duration)
            sensor.tilt(by: -50, in: 1.5)
            sensor.rest(4)
        }
        return sensor
    }
}
