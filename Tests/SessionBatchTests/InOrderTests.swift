import Foundation
import Synchronization
import Testing

@testable import SessionBatch

@Suite struct InOrderTests {
    @Test(arguments: [1, 2, 3, 16])
    func resultsComeInTheOrderOfTheInputs(jobs: Int) async throws {
        var emitted: [Int] = []
        var finished: Set<Int> = []
        try await inOrder(Array(0..<200), jobs: jobs) { number in
            // The first of every ten takes longest.
            if number % 10 == 0 { Thread.sleep(forTimeInterval: 0.002) }
            return number * number
        } finished: {
            finished.insert($0)
        } emit: {
            emitted.append($0)
        }
        #expect(emitted == (0..<200).map { $0 * $0 })
        #expect(finished == Set(emitted))
    }

    @Test func noMoreThanAskedForAreWorkedOnAtATime() async throws {
        let running = Mutex((now: 0, most: 0))
        try await inOrder(Array(0..<60), jobs: 2) { (number: Int) -> Int in
            running.withLock {
                $0.now += 1
                $0.most = max($0.most, $0.now)
            }
            Thread.sleep(forTimeInterval: 0.0005)
            running.withLock { $0.now -= 1 }
            return number
        } finished: { _ in
        } emit: { _ in
        }
        #expect(running.withLock { $0.most } <= 2)
    }

    /// One slow input does not pile up the results of all others.
    @Test func nothingIsBegunFarAhead() async throws {
        let begun = Mutex(0)
        var farthest = 0
        var emitted = 0
        try await inOrder(Array(0..<500), jobs: 2) { (number: Int) -> Int in
            begun.withLock { $0 = max($0, number) }
            if number == 0 { Thread.sleep(forTimeInterval: 0.05) }
            return number
        } finished: { _ in
            farthest = max(farthest, begun.withLock { $0 } - emitted)
        } emit: { _ in
            emitted += 1
        }
        #expect(farthest <= 16)
    }

    private struct Stop: Error {}

    @Test func anErrorEndsTheRun() async {
        await #expect(throws: Stop.self) {
            try await inOrder(Array(0..<100), jobs: 2) { (number: Int) -> Int in
                if number == 7 { throw Stop() }
                return number
            } finished: { _ in
            } emit: { _ in
            }
        }
    }
}
