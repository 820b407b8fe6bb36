import Foundation
import Motion
import RepCore
import RepScoring
import SessionModel
import Testing

@Suite struct BaselineCounterTests {
    /// A limb that leaves its rest posture `reps` times for half of each period, sampled at 50 Hz.
    func movement(
        reps: Int, periodSeconds: Double, turn: Quaternion = .identity, from startSeconds: Double = 0
    ) -> [MotionSample] {
        (0..<Int((Double(reps) * periodSeconds + 1) * 50)).map { index in
            let time = Double(index) / 50
            let phase = max(0, min(Double(reps), (time - 0.5) / periodSeconds))
            let angle = 0.6 * (1 - cos(2 * .pi * phase)) / 2
            return MotionSample(
                timeSeconds: startSeconds + time,
                acceleration: turn.rotate(SIMD3(standardGravity * sin(angle), 0, standardGravity * cos(angle))))
        }
    }

    @Test(arguments: [(3, 2.0), (10, 1.6), (12, 3.1), (25, 2.4)])
    func bothCountACleanSet(reps: Int, periodSeconds: Double) throws {
        for counter in baselineCounters {
            let session = try counter.session(of: movement(reps: reps, periodSeconds: periodSeconds), asked: .any)
            #expect(session.sets.map(\.reps) == [reps], "\(counter.name)")
            let turns = session.sets[0].detail.map(\.turnSeconds)
            for (index, turn) in turns.enumerated() {
                #expect(abs(turn - (0.5 + (Double(index) + 0.5) * periodSeconds)) < 0.3, "\(counter.name)")
            }
        }
    }

    @Test func turningTheSensorAndShiftingTheTimeChangeNoCount() throws {
        for counter in baselineCounters {
            for number in 1...10 {
                // Axes and angles spread over the sphere.
                let axis = SIMD3(sin(Double(number)), cos(2 * Double(number)), sin(3 * Double(number))) * 3
                let samples = movement(
                    reps: 8, periodSeconds: 2.2, turn: Quaternion(rotationVector: axis), from: 1000)
                let session = try counter.session(of: samples, asked: .any)
                #expect(session.sets.map(\.reps) == [8], "\(counter.name), turned by \(axis)")
                #expect(abs((session.sets.first?.detail.first?.turnSeconds ?? 0) - 1001.6) < 0.3)
            }
        }
    }

    @Test func theSetIsNamedAsAsked() throws {
        let samples = movement(reps: 5, periodSeconds: 2)
        for counter in baselineCounters {
            #expect(try counter.session(of: samples, asked: .exercise("squat")).sets.map(\.exercise) == ["squat"])
            #expect(try counter.session(of: samples, asked: .nothing).sets.map(\.exercise) == ["unrecognised"])
        }
    }

    @Test func repsMeetAndContainTheirTurns() throws {
        for counter in baselineCounters {
            let detail = try #require(
                counter.session(of: movement(reps: 6, periodSeconds: 2), asked: .any).sets.first?.detail)
            #expect(zip(detail, detail.dropFirst()).allSatisfy { $0.endSeconds == $1.startSeconds })
            #expect(detail.allSatisfy { $0.startSeconds < $0.turnSeconds && $0.turnSeconds < $0.endSeconds })
        }
    }

    @Test func nothingStillOrShortHasNoReps() throws {
        let still = (0..<500).map { MotionSample(timeSeconds: Double($0) / 50, acceleration: SIMD3(0, 0, 9.81)) }
        for counter in baselineCounters {
            for samples in [[], Array(still.prefix(1)), Array(still.prefix(20)), still] {
                #expect(try counter.session(of: samples, asked: .any).sets.isEmpty, "\(counter.name)")
            }
        }
    }
}
