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

    /// The rest before it is longer than what is left of it on one side of the gap.
    @Test(arguments: [20.0..<21.0, 28..<29.2, 33..<34])
    func aStretchOfARecordingWithAShortGapIsOneStretch(gap: Range<Double>) throws {
        var sensor = SyntheticSensor.set(1, .init(degrees: 60, waySeconds: 1.5, holdSeconds: 25), restSeconds: 12)
        sensor.gaps = [gap]
        let analyzer = SessionAnalyzer(AnalysisOptions(exercise: .exercise("standing-hamstring-stretch")))
        let holds = session(of: sensor.samples(), nil, analyzer).holds
        #expect(holds.count == 1)
        let hold = try #require(holds.first)
        #expect(abs(hold.startSeconds - 13.5) < 0.15 && abs(hold.endSeconds - 38.5) < 0.15)
    }

    @Test func nobodyHoldingStillIsNoHold() {
        #expect(holds(.set(20, .legRaise, restSeconds: 0)).isEmpty)
        #expect(holds().isEmpty)
    }
}
