import Dispatch
import Foundation
import RepCore
import SyntheticMotion
import Testing

@testable import SessionAnalysis

@Suite struct WorkShareTests {
    private let share = WorkShare()

    @Test(arguments: [false, true])
    func bothResultsComeBackInTheirPlaces(sharesParts: Bool) {
        if sharesParts { share.shareParts() }
        let (number, text) = share.run({ 7 }, { "seven" })
        #expect(number == 7)
        #expect(text == "seven")
    }

    @Test func onePieceMayItselfBeTwo() {
        share.shareParts()
        let (inner, outer) = share.run({ share.run({ 1 }, { 2 }) }, { 3 })
        #expect(inner.0 == 1 && inner.1 == 2 && outer == 3)
    }

    /// Both at the same time where parts are shared, one after the other where they are not.
    @Test(.enabled(if: WorkShare.cores > 1), arguments: [false, true])
    func partsAreSharedWhenTheyAreToBe(sharesParts: Bool) {
        if sharesParts { share.shareParts() }
        let begun = DispatchSemaphore(value: 0)
        let (hasMet, _) = share.run({ begun.wait(timeout: .now() + (sharesParts ? 10 : 0.05)) == .success }, { begun.signal() })
        #expect(hasMet == sharesParts)
    }

    /// As when a file turns out to be broken while its first segments are looked at.
    @Test(.enabled(if: WorkShare.cores > 1)) func whatNobodyKeepsIsNotBegun() {
        let done = Tally()
        let gate = DispatchSemaphore(value: 0)
        let busy = (1..<WorkShare.cores).map { number in
            share.add { _ in
                gate.wait()
                done.add(number)
            }
        }
        // Helpers take them before anything that comes later.
        _ = share.add { _ in done.add(0) }
        for _ in busy { gate.signal() }
        for piece in busy { share.finish(piece) }
        #expect(done.numbers.sorted() == Array(1..<WorkShare.cores))
    }

    @Test func everyPieceIsDoneOnceWhoeverComesFirst() {
        let done = Tally()
        let pieces = (0..<200).map { number in share.add { _ in done.add(number) } }
        for piece in pieces.reversed() { share.finish(piece) }
        #expect(pieces.allSatisfy(share.isDone))
        for piece in pieces { share.finish(piece) }
        #expect(done.numbers.sorted() == Array(0..<200))
    }

    /// More pieces that wait for parts of their own than there are cores: who waits works, so that none waits for ever.
    @Test func piecesThatWaitForTheirPartsDoNotBlockEachOther() {
        share.shareParts()
        let done = Tally()
        @Sendable func work(_ depth: Int) {
            guard depth > 0 else { return done.add(1) }
            _ = share.run({ work(depth - 1) }, { work(depth - 1) })
        }
        let pieces = (0..<4 * WorkShare.cores).map { _ in share.add { _ in work(5) } }
        for piece in pieces { share.finish(piece) }
        #expect(done.numbers.count == 32 * pieces.count)
    }

    @Test(arguments: [SegmentDetector.Interest.all.rawValue, 1, 2, 32])
    func findingsAreThoseOfOneAfterTheOther(interest: Int) {
        let detector = SegmentDetector(lookingFor: .init(rawValue: interest))
        let segment = SyntheticSensor.set(8, .legRaise).segment()
        share.shareParts()
        #expect(detector.detect(segment, by: share) == detector.detect(segment))
    }
}

/// Numbers that threads leave behind.
private final class Tally: @unchecked Sendable {
    private let lock = NSLock()
    private(set) var numbers: [Int] = []

    func add(_ number: Int) {
        lock.withLock { numbers.append(number) }
    }
}
