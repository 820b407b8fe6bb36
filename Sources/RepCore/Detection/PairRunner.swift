/// Who runs two pieces of work that do not need each other: one after the other, or each on a core of its own.
///
/// The wall knows no threads; who has some brings them. Results are the same whoever runs.
public protocol PairRunner: Sendable {
    func run<One: Sendable, Other: Sendable>(
        _ one: @escaping @Sendable () -> One, _ other: @escaping @Sendable () -> Other
    ) -> (One, Other)
}

/// Runs both on the thread that asks.
public struct OneAfterTheOther: PairRunner {
    public init() {}

    public func run<One: Sendable, Other: Sendable>(
        _ one: @escaping @Sendable () -> One, _ other: @escaping @Sendable () -> Other
    ) -> (One, Other) {
        (one(), other())
    }
}
