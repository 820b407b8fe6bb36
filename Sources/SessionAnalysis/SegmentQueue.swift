import Foundation
import RepCore

/// Segments on their way through detection: while one is read, those before it are looked at on other cores.
///
/// Findings come out in the order of the segments, the same as one after the other gives: segments have nothing in common. Who
/// fills the queue helps to empty it when it is full, so there are never more segments in memory than cores and one.
/// A copy shares what is under way, of which nothing but the result is ever seen.
struct SegmentQueue: Sendable {
    private let detector: SegmentDetector
    private var tasks: [SegmentTask] = []
    /// Threads beside the one that reads; none until there is something for them.
    private var helpers: OperationQueue?

    private static let cores = ProcessInfo.processInfo.activeProcessorCount

    init(_ detector: SegmentDetector) {
        self.detector = detector
    }

    /// - Returns: what is finished.
    mutating func append(_ segment: MovementSegment) -> [SegmentTask.Result] {
        let task = SegmentTask(segment, detector)
        tasks.append(task)
        // Who reads may be done with it before a helper comes to it; a helper that is kept from working must not keep segments.
        makeHelpers().addOperation { [weak task] in task?.runUnlessBegun() }
        var results = takeFinished()
        while tasks.count > Self.cores {
            if !tasks.contains(where: { $0.runUnlessBegun() }) { tasks[0].wait() }
            results += takeFinished()
        }
        return results
    }

    /// Everything that is left, and the last segments. When nothing more is read, cores are free for both signals of one segment.
    mutating func finish(_ last: [MovementSegment]) -> [SegmentTask.Result] {
        var results = last.dropLast().flatMap { append($0) }
        tasks += last.suffix(1).map { SegmentTask($0, detector) }
        for task in tasks { task.runUnlessBegun(by: SideBySide()) }
        for task in tasks { task.wait() }
        results += takeFinished()
        return results
    }

    private mutating func makeHelpers() -> OperationQueue {
        if let helpers { return helpers }
        let queue = OperationQueue()
        queue.maxConcurrentOperationCount = max(1, Self.cores - 1)
        helpers = queue
        return queue
    }

    private mutating func takeFinished() -> [SegmentTask.Result] {
        let finished = tasks.prefix { $0.result != nil }
        tasks.removeFirst(finished.count)
        return finished.compactMap(\.result)
    }
}

/// Detection in one segment, done once by whoever comes first.
final class SegmentTask: @unchecked Sendable {
    struct Result: Sendable, Equatable {
        var segment: MovementSegment
        var findings: SegmentFindings
    }

    private let segment: MovementSegment
    private let detector: SegmentDetector
    /// Guards the two below.
    private let condition = NSCondition()
    private var isBegun = false
    private var findings: SegmentFindings?

    init(_ segment: MovementSegment, _ detector: SegmentDetector) {
        self.segment = segment
        self.detector = detector
    }

    /// - Returns: whether it was still to be done.
    @discardableResult
    func runUnlessBegun(by runner: some PairRunner = OneAfterTheOther()) -> Bool {
        guard begin() else { return false }
        let findings = detector.detect(segment, by: runner)
        condition.withLock {
            self.findings = findings
            condition.broadcast()
        }
        return true
    }

    private func begin() -> Bool {
        condition.withLock {
            defer { isBegun = true }
            return !isBegun
        }
    }

    /// Returns once somebody has finished it.
    func wait() {
        condition.withLock { while findings == nil { condition.wait() } }
    }

    /// `nil` while it is under way.
    var result: Result? {
        condition.withLock { findings.map { Result(segment: segment, findings: $0) } }
    }
}
