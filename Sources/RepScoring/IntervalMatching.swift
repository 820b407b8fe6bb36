/// A stretch of time.
public struct Span: Sendable, Equatable {
    public var startSeconds: Double
    public var endSeconds: Double

    public init(_ startSeconds: Double, _ endSeconds: Double) {
        self.startSeconds = startSeconds
        self.endSeconds = endSeconds
    }

    public var durationSeconds: Double { endSeconds - startSeconds }

    /// Intersection over union, 0...1; two spans without length have none.
    public func overlap(with other: Span) -> Double {
        let common = min(endSeconds, other.endSeconds) - max(startSeconds, other.startSeconds)
        guard common > 0 else { return 0 }
        return common / (durationSeconds + other.durationSeconds - common)
    }
}

/// One-to-one matching of what was detected with what is true.
public enum IntervalMatching {
    /// Overlap (intersection over union) from which two spans are the same event.
    public static let minimumOverlap = 0.5

    /// A true span and the detected one it is matched with, by index.
    public struct Pair: Sendable, Equatable {
        public var truth: Int
        public var detected: Int

        public init(truth: Int, detected: Int) {
            self.truth = truth
            self.detected = detected
        }
    }

    /// As many pairs as there can be with an overlap of at least `minimumOverlap`, each span in one pair at most, in
    /// order of the true spans. Better overlaps are paired first; where that would cost a pair, the pairing is
    /// augmented (Kuhn's algorithm).
    public static func pairs(_ truths: [Span], _ detected: [Span]) -> [Pair] {
        let candidates = truths.map { truth in
            detected.indices
                .map { (index: $0, overlap: truth.overlap(with: detected[$0])) }
                .filter { $0.overlap >= minimumOverlap - 1e-12 }
                .sorted { ($0.overlap, $1.index) > ($1.overlap, $0.index) }
        }
        var partner = [Int?](repeating: nil, count: detected.count)
        func augment(_ truth: Int, _ visited: inout Set<Int>) -> Bool {
            for candidate in candidates[truth] where visited.insert(candidate.index).inserted {
                guard let other = partner[candidate.index] else {
                    partner[candidate.index] = truth
                    return true
                }
                if augment(other, &visited) {
                    partner[candidate.index] = truth
                    return true
                }
            }
            return false
        }
        let bestFirst = truths.indices.sorted {
            (candidates[$0].first?.overlap ?? 0, $1) > (candidates[$1].first?.overlap ?? 0, $0)
        }
        for truth in bestFirst {
            var visited: Set<Int> = []
            _ = augment(truth, &visited)
        }
        return partner.indices
            .compactMap { index in partner[index].map { Pair(truth: $0, detected: index) } }
            .sorted { $0.truth < $1.truth }
    }

    /// How many of the true instants have a detected one of their own within `toleranceSeconds`.
    public static func instantsFound(_ truths: [Double], _ detected: [Double], toleranceSeconds: Double) -> Int {
        let detected = detected.sorted()
        var next = 0
        var found = 0
        // All windows are equally long, so taking the earliest free instant of each window is the largest matching.
        for truth in truths.sorted() {
            while next < detected.count, detected[next] < truth - toleranceSeconds { next += 1 }
            if next < detected.count, detected[next] <= truth + toleranceSeconds {
                found += 1
                next += 1
            }
        }
        return found
    }

    /// Harmonic mean of precision and recall; `nil` where there was nothing and nothing was detected.
    public static func f1(matched: Int, truths: Int, detected: Int) -> Double? {
        truths + detected == 0 ? nil : 2 * Double(matched) / Double(truths + detected)
    }
}
