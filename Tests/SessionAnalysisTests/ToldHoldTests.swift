import ExerciseCatalog
import RepCore
import SessionModel
import SyntheticMotion
import Testing

@testable import SessionAnalysis

@Suite struct ToldHoldTests {
    private func holds(_ sensors: SyntheticSensor..., name: String? = nil) -> [HoldResult] {
        ToldHold(exercise: name.flatMap(ExerciseCatalog.exercise(named:)))
            .holds(in: sensors.map { SegmentDetector().detect($0.segment()) })
    }

    @Test func aStretchIsMeasured() throws {
        let found = holds(.stretches(25), name: "seated-hamstring-stretch")
        #expect(found.map(\.exercise) == ["seated-hamstring-stretch"])
        let hold = try #require(found.first)
        #expect(abs(hold.startSeconds - 6.5) < 0.15 && abs(hold.endSeconds - 31.5) < 0.15)
        #expect(abs(hold.durationSeconds - 25) < 0.2)
    }

    @Test func withoutANameItIsUnrecognised() {
        #expect(holds(.stretches(25)).map(\.exercise) == ["unrecognised"])
    }

    @Test func severalStretchesOfOnePostureAreAll() {
        let found = holds(.stretches(25, 22, 28))
        #expect(found.map { ($0.durationSeconds).rounded() } == [25, 22, 28])
    }

    @Test func aMuchShorterOneIsARest() {
        #expect(holds(.stretches(25, 6)).map { $0.durationSeconds.rounded() } == [25])
        #expect(holds(.stretches(25), .stretches(6)).map { $0.durationSeconds.rounded() } == [25])
    }

    @Test func nobodyHoldingStillIsNoHold() {
        #expect(holds(.set(20, .legRaise, restSeconds: 0)).isEmpty)
        #expect(holds().isEmpty)
    }
}
