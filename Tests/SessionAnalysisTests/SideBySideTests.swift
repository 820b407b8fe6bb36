import RepCore
import SyntheticMotion
import Testing

@testable import SessionAnalysis

@Suite struct SideBySideTests {
    private let segments = (1...7).map { SyntheticSensor.set($0, .legRaise).segment() }

    @Test(arguments: [0, 1, 2, 7])
    func sideBySideGivesWhatOneAfterTheOtherGives(count: Int) {
        let detector = SegmentDetector()
        let some = Array(segments.prefix(count))
        #expect(detector.detectSideBySide(some) == some.map(detector.detect))
    }
}
