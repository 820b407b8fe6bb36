import RepCore
import SyntheticMotion
import Testing

@testable import SessionAnalysis

@Suite struct SegmentQueueTests {
    private let segments = (1...7).map { SyntheticSensor.set($0, .legRaise).segment() }
    private let detector = SegmentDetector()

    @Test(arguments: 0...7, 0...2)
    func findingsAreThoseOfOneAfterTheOther(count: Int, last: Int) {
        let some = Array(segments.prefix(count))
        var queue = SegmentQueue(detector)
        var results = some.dropLast(last).flatMap { queue.append($0) }
        results += queue.finish(some.suffix(last))
        #expect(results.map(\.segment) == some)
        #expect(results.map(\.findings) == some.map { detector.detect($0) })
    }

    @Test func aCopyGoesOnAsTheOriginalDoes() {
        var original = SegmentQueue(detector)
        let first = segments.prefix(3).flatMap { original.append($0) }
        var copy = original
        let rest = original.finish([segments[3]])
        #expect(copy.finish([segments[3]]) == rest)
        #expect((first + rest).map(\.segment) == Array(segments.prefix(4)))
    }
}
