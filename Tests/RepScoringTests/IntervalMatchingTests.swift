import RepScoring
import Testing

@Suite struct IntervalMatchingTests {
    @Test func overlapByHand() {
        #expect(Span(0, 10).overlap(with: Span(0, 10)) == 1)
        #expect(Span(0, 10).overlap(with: Span(5, 15)) == 5.0 / 15)
        #expect(Span(0, 10).overlap(with: Span(10, 20)) == 0)
        #expect(Span(3, 3).overlap(with: Span(3, 3)) == 0)
    }

    @Test func halfAnOverlapIsEnoughAndLessIsNot() {
        #expect(IntervalMatching.pairs([Span(0, 10)], [Span(0, 5)]).count == 1)
        #expect(IntervalMatching.pairs([Span(0, 10)], [Span(0, 4.99)]).isEmpty)
        #expect(IntervalMatching.pairs([Span(0, 0.3)], [Span(0, 0.15)]).count == 1)
    }

    @Test func eachSpanIsInOnePair() {
        let pairs = IntervalMatching.pairs([Span(0, 10)], [Span(0, 10), Span(0, 9), Span(1, 10)])
        #expect(pairs == [.init(truth: 0, detected: 0)])
    }

    @Test func theBetterOverlapWins() {
        let pairs = IntervalMatching.pairs([Span(0, 10)], [Span(0, 7), Span(0, 9)])
        #expect(pairs == [.init(truth: 0, detected: 1)])
    }

    @Test func aPairIsGivenUpWhereThatGainsOne() {
        // Truth 1 is nearest to detection 0, the only one truth 0 can have; it takes its second best.
        let truths = [Span(0, 10), Span(1, 12)]
        let detected = [Span(1, 11.5), Span(4, 16)]
        #expect(
            IntervalMatching.pairs(truths, detected) == [
                .init(truth: 0, detected: 0), .init(truth: 1, detected: 1),
            ])
    }

    @Test func instantsAreMatchedOneToOne() {
        #expect(IntervalMatching.instantsFound([1, 2, 3], [1.5, 2.4, 3.6], toleranceSeconds: 0.5) == 2)
        #expect(IntervalMatching.instantsFound([1, 1.2], [1.1], toleranceSeconds: 0.5) == 1)
        #expect(IntervalMatching.instantsFound([1, 1.2], [1.6, 0.8], toleranceSeconds: 0.5) == 2)
        #expect(IntervalMatching.instantsFound([], [1], toleranceSeconds: 0.5) == 0)
    }

    @Test func f1IsUndefinedOnlyWhereThereIsNothing() {
        #expect(IntervalMatching.f1(matched: 0, truths: 0, detected: 0) == nil)
        #expect(IntervalMatching.f1(matched: 0, truths: 0, detected: 2) == 0)
        #expect(IntervalMatching.f1(matched: 2, truths: 3, detected: 2) == 0.8)
    }
}
