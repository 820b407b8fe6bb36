import Foundation
import RepCore
import SyntheticMotion
import Testing

@Suite struct DetectedSetTests {
    private func sets() -> [DetectedSet] { SegmentDetector().detect(SyntheticSensor.set(5, .legRaise).segment()).sets }

    @Test func reachesFromTheFirstRepToTheLast() throws {
        let set = try #require(sets().first)
        #expect(set.count == set.reps.count)
        #expect(set.startSeconds == set.reps.first?.startSeconds)
        #expect(set.endSeconds == set.reps.last?.endSeconds)
    }

    @Test func storedAndReadAgainItIsTheSame() throws {
        let sets = sets()
        #expect(!sets.isEmpty)
        #expect(try JSONDecoder().decode([DetectedSet].self, from: JSONEncoder().encode(sets)) == sets)
    }

    @Test func qualityAndRegularityAreShares() throws {
        let set = try #require(sets().first)
        #expect((0.9...1).contains(set.quality))
        #expect((0.9...1).contains(set.regularity))
    }
}
