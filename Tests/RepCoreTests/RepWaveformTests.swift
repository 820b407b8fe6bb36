import Foundation
import SyntheticMotion
import Testing

@testable import RepCore

@Suite struct RepWaveformTests {
    /// Five swings alike, the last of which also travels up by a quarter of a metre.
    private var lastTravels: (course: CourseSignals, reps: [ClosedRange<Int>]) {
        var movement = SyntheticMovement.reps(5, degrees: 30, metres: 0)
        movement.height = { t in
            let t = t - 16
            return t > 0 && t < 3 ? 0.25 * (1 - cos(2 * .pi * t / 3)) / 2 : 0
        }
        let start = 4 * movement.rateHz
        let reps = (0..<5).map { Int(start + 75 * Double($0))...Int(start + 75 * Double($0 + 1)) }
        return (CourseSignals(MovementSignals(movement.segment)), reps)
    }

    private func likeness(travels: Bool) -> [Double] {
        let (course, reps) = lastTravels
        return RepWaveform.likenessToInner(reps.map { RepWaveform($0, in: course, travels: travels) })
    }

    @Test func repsAlikeAreAlike() {
        #expect(likeness(travels: false)[1...3].allSatisfy { $0 > 0.99 })
        #expect(likeness(travels: true)[2] > 0.95)
    }

    /// What travel claims of reps too slow for it does not make them different.
    @Test func travelIsLeftOutWhereItMeansNothing() {
        #expect(likeness(travels: true)[4] < 0.85)
        #expect(likeness(travels: false)[4] > 0.95)
    }

    @Test func fewerThanTwoCompareWithNothing() {
        let (course, reps) = lastTravels
        #expect(RepWaveform.likenessToOthers([RepWaveform(reps[0], in: course)]) == [])
        #expect(RepWaveform.likenessToInner([]) == [])
    }
}
