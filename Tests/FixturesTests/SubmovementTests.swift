import Testing

@testable import fixtures

@Suite struct SubmovementTests {
    @Test func beginsAndEndsAtRest() {
        let move = Submovement(onset: 1, duration: 2, change: 10)
        #expect(move.value(at: 0.5) == 0)
        #expect(move.value(at: 2) == 5)
        #expect(move.value(at: 4) == 10)
        let h = 1e-3
        #expect(abs(move.value(at: 1 + h)) / h < 1e-3)
        #expect(abs(10 - move.value(at: 3 - h)) / h < 1e-3)
    }

    @Test func channelIsTheSumOfItsMovesInAnyOrderOfAsking() {
        let moves = [
            Submovement(onset: 2, duration: 1, change: -3), Submovement(onset: 0, duration: 4, change: 1),
            Submovement(onset: 1, duration: 1.5, change: 6),
        ]
        var channel = Channel(start: 20, moves: moves)
        for time in [0, 1.4, 2.2, 5, 3.9, 0.3, 2.5] {
            let sum = moves.reduce(20) { $0 + $1.value(at: time) }
            #expect(abs(channel.value(at: time) - sum) < 1e-12)
        }
    }
}
