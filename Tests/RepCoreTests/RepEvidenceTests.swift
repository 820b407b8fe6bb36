import SyntheticMotion
import Testing

@testable import RepCore

@Suite struct RepEvidenceTests {
    private func described(_ sensor: SyntheticSensor) throws -> DetectedSet {
        var signals = MovementSignals(sensor.segment())
        let finder = SetFinder()
        let set = try #require(finder.sets(in: &signals, kinds: [.tilt]).first)
        let course = CourseSignals(signals)
        return SetDescription(finder: finder).describe(
            set, in: &signals, course: course, features: FeatureSignals(signals, course))
    }

    @Test func whatIsLikeTheOthersInEveryRespectIsCertain() {
        let same = RepEvidence(size: 1, tempo: 1, posture: 0, shape: 1, isDoubtfulEdge: false)
        #expect(same.confidence > 0.995)
    }

    @Test func everyDifferenceLowersConfidenceAndKeepsItInBounds() {
        let same = RepEvidence(size: 1, tempo: 1, posture: 0, shape: 1, isDoubtfulEdge: false)
        var all = same
        for change: (inout RepEvidence) -> Void in [
            { $0.size = 0.4 }, { $0.tempo = 0.5 }, { $0.posture = 0.6 }, { $0.shape = 0.3 }, { $0.isDoubtfulEdge = true },
        ] {
            var other = same
            change(&other)
            #expect(other.confidence < same.confidence)
            let before = all.confidence
            change(&all)
            #expect(all.confidence < before)
        }
        let nothingAlike = RepEvidence(size: 0, tempo: 0, posture: .infinity, shape: 0, isDoubtfulEdge: true)
        #expect((0...0.001).contains(nothingAlike.confidence))
    }

    @Test func evenRepsAreCertain() throws {
        let reps = try described(.set(8, .legRaise)).reps
        #expect(reps.count == 8 && reps.allSatisfy { $0.confidence.map { $0 > 0.99 } == true })
    }

    @Test func theOddOneIsTheLeastCertain() throws {
        var sensor = SyntheticSensor()
        sensor.rest(4)
        sensor.repeating(4, .legRaise)
        sensor.repeating(1, .init(degrees: 42, waySeconds: 0.7))
        sensor.repeating(4, .legRaise)
        sensor.rest(4)
        let confidences = try described(sensor).reps.compactMap(\.confidence)
        try #require(confidences.count == 9)
        #expect(confidences.enumerated().min { $0.element < $1.element }?.offset == 4)
    }

    @Test(arguments: [1, 2])
    func whereThereIsNothingToCompareWithNothingIsClaimed(count: Int) throws {
        let set = try described(.set(count, .legRaise))
        #expect(set.count == count && set.reps.allSatisfy { $0.confidence == nil } && set.autocorrelation == nil)
    }

    @Test func copiesOfOneRepCorrelateFully() throws {
        #expect(try #require(described(.set(8, .legRaise)).autocorrelation) > 0.97)
    }

    @Test func anUnevenTempoLowersTheAutocorrelation() throws {
        var sensor = SyntheticSensor()
        sensor.rest(4)
        for seconds in [1, 1.5, 0.9, 1.4, 1, 1.6, 0.8, 1.3] { sensor.repeating(1, .init(degrees: 60, waySeconds: seconds)) }
        sensor.rest(4)
        #expect(try #require(described(sensor).autocorrelation) < 0.8)
    }
}
