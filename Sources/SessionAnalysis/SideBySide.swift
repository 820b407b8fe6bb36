import Dispatch
import RepCore

/// Runs two pieces of work each on a core of its own where one is free, else one after the other.
struct SideBySide: PairRunner {
    func run<One: Sendable, Other: Sendable>(
        _ one: @escaping @Sendable () -> One, _ other: @escaping @Sendable () -> Other
    ) -> (One, Other) {
        // Each is written by one thread alone, and read when both are done.
        nonisolated(unsafe) var first: One?
        nonisolated(unsafe) var second: Other?
        DispatchQueue.concurrentPerform(iterations: 2) { index in
            if index == 0 { first = one() } else { second = other() }
        }
        guard let first, let second else { return (one(), other()) }
        return (first, second)
    }
}
