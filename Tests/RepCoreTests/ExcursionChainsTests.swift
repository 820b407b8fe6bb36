import Foundation
import Testing

@testable import RepCore

@Suite struct ExcursionChainsTests {
    /// One bump of a signal along a direction: rest, out and back as a raised cosine.
    private struct Bump {
        var way = SIMD3(0, 6.0, 0)
        var seconds = 2.0
        var pauseSeconds = 0.5
        /// Change of home from here on.
        var home = SIMD3<Double>.zero
    }

    private let rateHz = 25.0

    private func signal(_ bumps: [Bump]) -> [SIMD3<Double>] {
        var home = SIMD3(0, 0, 9.8)
        var signal = Array(repeating: home, count: 50)
        for bump in bumps {
            let count = Int(bump.seconds * rateHz)
            let from = home
            home += bump.home
            signal += (0..<count).map { index in
                let phase = Double(index) / Double(count)
                return from + (home - from) * phase + bump.way * ((1 - cos(2 * .pi * phase)) / 2)
            }
            signal += Array(repeating: home, count: Int(bump.pauseSeconds * rateHz))
        }
        return signal + Array(repeating: home, count: 50)
    }

    /// Numbers of excursions in the chains of a signal, home being low along +y.
    private func chains(
        _ bumps: [Bump], kind: SignalKind = .tilt, body: ([SIMD3<Double>]) -> [SIMD3<Double>] = { $0 }
    ) -> [Int] {
        let signal = signal(bumps)
        var signals = MovementSignals(
            MovementSegment(startSeconds: 0, rateHz: rateHz, acceleration: body(signal)))
        return ExcursionChains(SetFinder.Parameters(), kind: kind, rateHz: rateHz)
            .find(
                in: SignalSpan(signal), posture: signals.posture, along: SIMD3(0, 1, 0), region: 0..<signal.count, swing: 2
            ).filter { !$0.homeIsHigh }.map(\.count)
    }

    @Test(arguments: [1, 2, 7])
    func alikeNeighboursAreOneChain(count: Int) {
        #expect(chains(Array(repeating: Bump(), count: count)) == [count])
    }

    @Test func bothChoicesOfHomeAreRead() {
        let signal = signal(Array(repeating: Bump(), count: 5))
        var signals = MovementSignals(MovementSegment(startSeconds: 0, rateHz: rateHz, acceleration: signal))
        let found = ExcursionChains(SetFinder.Parameters(), kind: .tilt, rateHz: rateHz)
            .find(in: SignalSpan(signal), posture: signals.posture, along: SIMD3(0, 1, 0), region: 0..<signal.count, swing: 2)
        #expect(found.filter { !$0.homeIsHigh }.map(\.count) == [5])
        #expect(found.filter(\.homeIsHigh).map(\.count) == [4])
    }

    @Test func sizeAndTempoAndLikenessAreMeasured() throws {
        let signal = signal(Array(repeating: Bump(), count: 5))
        var signals = MovementSignals(MovementSegment(startSeconds: 0, rateHz: rateHz, acceleration: signal))
        let set = try #require(
            ExcursionChains(SetFinder.Parameters(), kind: .tilt, rateHz: rateHz)
                .find(in: SignalSpan(signal), posture: signals.posture, along: SIMD3(0, 1, 0), region: 0..<signal.count, swing: 2)
                .first { !$0.homeIsHigh })
        #expect(abs(set.amplitude - 6) < 0.05)
        #expect((set.excursion - SIMD3(0, 6, 0)).length < 0.05)
        #expect((set.home - SIMD3(0, 0, 9.8)).length < 0.05)
        // From 15 % of the way to 15 % of the way.
        #expect(abs(set.repSeconds - 1.5) < 0.1)
        #expect(set.quality > 0.98)
    }

    @Test func muchSmallerNeighboursEndTheChain() {
        let small = Bump(way: SIMD3(0, 2.5, 0))
        #expect(chains([Bump(), Bump(), small, small, Bump(), Bump()]) == [2, 2, 2])
    }

    @Test func aSinglePartialRepIsLeftOutAndEndsNothing() {
        #expect(chains([Bump(), Bump(), Bump(way: SIMD3(0, 2.5, 0)), Bump(), Bump()]) == [4])
    }

    @Test func anotherDirectionEndsTheChain() {
        let aside = Bump(way: SIMD3(6, 4, 0))
        #expect(chains([Bump(), Bump(), aside, aside, aside]) == [2, 3])
    }

    @Test func aMuchSlowerNeighbourEndsTheChain() {
        #expect(chains([Bump(seconds: 1.5), Bump(seconds: 1.5), Bump(seconds: 6)]) == [2, 1])
    }

    @Test func aPauseInsideASetIsForgivenAndARestIsNot() {
        #expect(chains([Bump(), Bump(pauseSeconds: 4), Bump(), Bump()]) == [4])
        #expect(chains([Bump(), Bump(pauseSeconds: 12), Bump(), Bump()]) == [2, 2])
    }

    @Test func aMovementThatDoesNotCloseBelongsToNone() {
        #expect(chains([Bump(), Bump(), Bump(home: SIMD3(0, 0, 5)), Bump(), Bump()]) == [2, 2])
    }

    @Test func travelOfAnotherPostureIsAnotherMovement() {
        let bumps = Array(repeating: Bump(), count: 6)
        let half = signal(bumps).count / 2
        let turnOfTheThird = half - 31
        let turned: ([SIMD3<Double>]) -> [SIMD3<Double>] = { signal in
            signal.indices.map { $0 < turnOfTheThird ? SIMD3(0, 0, 9.8) : SIMD3(9.8, 0, 0) }
        }
        #expect(chains(bumps, kind: .travel) { _ in Array(repeating: SIMD3(0, 0, 9.8), count: half * 2) } == [6])
        #expect(chains(bumps, kind: .travel, body: turned) == [3, 3])
    }

    @Test func whatDoesNotMoveHasNone() {
        #expect(chains([]).isEmpty)
    }
}
