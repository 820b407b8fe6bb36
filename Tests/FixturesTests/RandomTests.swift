import Testing

@testable import fixtures

@Suite struct RandomTests {
    @Test func sameSeedSameSequence() {
        var a = Random(seed: 7, name: "squat")
        var b = Random(seed: 7, name: "squat")
        #expect((0..<100).allSatisfy { _ in a.next() == b.next() })
    }

    @Test func anotherNameIsAnotherStream() {
        var a = Random(seed: 7, name: "squat")
        var b = Random(seed: 7, name: "lunge")
        #expect((0..<10).contains { _ in a.next() != b.next() })
    }

    /// First outputs of the published algorithm for the state that SplitMix64 makes of seed 0.
    @Test func followsThePublishedAlgorithm() {
        var random = Random(seed: 0)
        #expect(random.next() == 0x99EC_5F36_CB75_F2B4)
        #expect(random.next() == 0xBF6E_1F78_4956_452A)
    }

    @Test func valuesKeepTheirRangesAndMoments() {
        var random = Random(seed: 1)
        var sum = 0.0
        var squares = 0.0
        for _ in 0..<20_000 {
            #expect((2...5).contains(random.integer(2...5)))
            #expect((0.5...0.6).contains(random.uniform(0.5...0.6)))
            #expect((-2...2).contains(random.around(0, 1)))
            let x = random.gaussian()
            sum += x
            squares += x * x
        }
        #expect(abs(sum / 20_000) < 0.03)
        #expect(abs(squares / 20_000 - 1) < 0.04)
    }
}
