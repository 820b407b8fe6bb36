import Foundation
import SessionModel
import Testing

@testable import RepCore
@testable import SessionAnalysis

/// A set of ten reps of three seconds that a reading may take round either end.
@Suite struct LiveHomeTests {
    private let way = SIMD3(0.0, 4, -2)

    private func set(_ way: SIMD3<Double>, shift: Double = 0, exchanged: [DetectedSet] = []) -> DetectedSet {
        var set = RecogniserTests.set(RecogniserTests.squat, exchanged: exchanged)
        set.tiltWay = way
        for index in set.reps.indices {
            set.reps[index].startSeconds += shift
            set.reps[index].turnSeconds += shift
            set.reps[index].endSeconds += shift
        }
        return set
    }

    /// A reading that takes home for home, or the turn: then its reps come half a period later.
    private func findings(_ way: SIMD3<Double>, takesTurnForHome: Bool, shift: Double = 0) -> SegmentFindings {
        let right = set(way, shift: shift)
        let wrong = set(way * -1, shift: shift + 1.5)
        var (best, other) = takesTurnForHome ? (wrong, right) : (right, wrong)
        other.exchanged = []
        best.exchanged = [other]
        return SegmentFindings(startSeconds: shift, endSeconds: shift + 40, openingForce: .zero, tiltSets: [best])
    }

    private func open(_ findings: SegmentFindings, number: Int = 1) -> LiveSet {
        let set = findings.tiltSets[0]
        return LiveSet(
            number: number, exercise: "squat", side: nil, reps: set.count, startSeconds: set.startSeconds,
            endSeconds: set.endSeconds)
    }

    private func read(_ findings: SegmentFindings) -> [SetResult] {
        findings.tiltSets.map { SetResult($0, exercise: "squat") }
    }

    /// Which readings, at these times, are read round the home known instead.
    private func kept(
        _ readings: [(now: Double, takesTurnForHome: Bool)], way: SIMD3<Double>? = nil, shift: Double = 0
    ) -> [Bool] {
        let way = way ?? self.way
        var home = LiveHome()
        let first = findings(way, takesTurnForHome: false, shift: shift)
        let announced = open(first)
        home.learn(from: first, open: announced, reps: read(first)[0].detail)
        return readings.map { now, takesTurnForHome in
            let found = findings(way, takesTurnForHome: takesTurnForHome, shift: shift)
            let result = home.kept(found, reading: read(found), open: announced, periodSeconds: 3, now: now + shift)
            if let kept = result?.tiltSets[0] {
                #expect(kept.tiltWay == found.tiltSets[0].tiltWay * -1)
                #expect(kept.exchanged.isEmpty)
            }
            #expect(result == nil || home.isContradicted)
            return result != nil
        }
    }

    @Test func aReadingThatTakesTheTurnForHomeIsReadRoundTheHomeKnown() {
        #expect(kept([(35, false), (35.2, true), (36, true), (37, false)]) == [false, true, true, false])
    }

    /// A rep and a half are 4.5 s.
    @Test func whatReadingsKeepSayingIsBelieved() {
        #expect(kept([(35, true), (39.4, true), (39.5, true), (39.7, true)]) == [true, true, false, false])
        // From then on it is the first reading that contradicts.
        #expect(kept([(35, true), (39.5, true), (40, false)]).prefix(2) == [true, false])
    }

    @Test func oneReadingThatAgreesEndsTheContradiction() {
        #expect(kept([(35, true), (38, false), (39, true), (43, true), (44, true)]) == [true, false, true, true, false])
    }

    @Test func turningTheSensorAndShiftingTimeChangeNothing() {
        let readings = [(35.0, true), (38, true), (39.6, true), (41, false)]
        for way in [SIMD3(-4.0, 0, 2), SIMD3(0, 0, -4.5), SIMD3(2.6, 2.6, 2.6)] {
            #expect(kept(readings, way: way) == kept(readings))
        }
        #expect(kept(readings, shift: 1000) == kept(readings))
    }

    @Test func anotherSetHasAHomeOfItsOwn() {
        var home = LiveHome()
        let first = findings(way, takesTurnForHome: false)
        home.learn(from: first, open: open(first), reps: read(first)[0].detail)
        let other = findings(way * -1, takesTurnForHome: false, shift: 60)
        let next = open(other, number: 2)
        #expect(home.kept(other, reading: read(other), open: next, periodSeconds: 3, now: 100) == nil)
        home.learn(from: other, open: next, reps: read(other)[0].detail)
        #expect(home.kept(other, reading: read(other), open: next, periodSeconds: 3, now: 101) == nil)
        #expect(!home.isContradicted)
        home.learn(from: other, open: nil, reps: [])
        #expect(home.kept(first, reading: read(first), open: open(first), periodSeconds: 3, now: 102) == nil)
    }
}
