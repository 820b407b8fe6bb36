import Testing

@testable import RepCore

@Suite struct ExcursionTests {
    /// Home at 0 for ten points, up to 10 in ten, five points there, back in ten, ten at home.
    private let signal =
        Array(repeating: 0.0, count: 10) + (0..<10).map(Double.init) + Array(repeating: 10, count: 5)
        + (0..<10).map { 10 - Double($0) } + Array(repeating: 0, count: 10)

    private func read(_ signal: [Double], homeIsHigh: Bool = false, offset: Int = 0) -> [Excursion] {
        Excursion.read(TurningPoints.find(in: signal, swing: 3), in: signal, homeIsHigh: homeIsHigh, offset: offset)
    }

    @Test func oneMovementOutAndBackIsOne() {
        #expect(read(signal) == [Excursion(homeBefore: 0, leave: 11, turn: 20, back: 34, homeAfter: 35)])
    }

    @Test func theOffsetIsAddedToEveryIndex() {
        #expect(read(signal, offset: 100) == [Excursion(homeBefore: 100, leave: 111, turn: 120, back: 134, homeAfter: 135)])
    }

    @Test func neighboursShareTheHomeBetweenThem() {
        let three = read(signal + signal + signal)
        #expect(three.count == 3)
        for (one, next) in zip(three, three.dropFirst()) { #expect(one.homeAfter == next.homeBefore) }
    }

    @Test func homeMayLieOnEitherSide() {
        #expect(read(signal.map { -$0 }, homeIsHigh: true) == read(signal))
        // Seen from the top, two movements are one excursion between two stays there.
        #expect(read(signal + signal, homeIsHigh: true).count == 1)
        #expect(read(signal, homeIsHigh: true).isEmpty)
    }

    @Test func aMovementThatDoesNotReturnIsNone() {
        #expect(read(Array(signal.prefix(25))).isEmpty)
        #expect(read([]).isEmpty)
    }

    @Test func indicesAreInOrder() {
        var random = SeededGenerator(seed: 5)
        var value = 0.0
        let walk = (0..<2000).map { _ in
            value = 0.95 * value + random.symmetric()
            return value
        }
        let found = read(walk)
        #expect(found.count > 20)
        for excursion in found {
            #expect(excursion.homeBefore <= excursion.leave && excursion.leave < excursion.turn)
            #expect(excursion.turn < excursion.back && excursion.back <= excursion.homeAfter)
        }
    }
}
