import RepCore
import SyntheticMotion
import Testing

@testable import SessionAnalysis

@Suite struct SideBySideTests {
    @Test func bothResultsComeBackInTheirPlaces() {
        let (number, text) = SideBySide().run({ 7 }, { "seven" })
        #expect(number == 7)
        #expect(text == "seven")
    }

    @Test func onePieceMayItselfBeTwo() {
        let runner = SideBySide()
        let (inner, outer) = runner.run({ runner.run({ 1 }, { 2 }) }, { 3 })
        #expect(inner.0 == 1 && inner.1 == 2 && outer == 3)
    }

    @Test(arguments: [SegmentDetector.Interest.all.rawValue, 1, 2, 32])
    func findingsAreThoseOfOneAfterTheOther(interest: Int) {
        let detector = SegmentDetector(lookingFor: .init(rawValue: interest))
        let segment = SyntheticSensor.set(8, .legRaise).segment()
        #expect(detector.detect(segment, by: SideBySide()) == detector.detect(segment))
    }
}
