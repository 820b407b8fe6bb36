import RepCore

/// Segments on their way through detection: while one is read, those before it are looked at on other cores.
///
/// Findings come out in the order of the segments, the same as one after the other gives: segments have nothing in common. Who
/// fills the queue helps to empty it when it is full, so there are never more segments in memory than cores and one.
/// A copy shares what is under way; when one of them is finished, the other may take a little longer, and finds the same.
struct SegmentQueue: Sendable {
    struct Result: Sendable, Equatable {
        var segment: MovementSegment
        var findings: SegmentFindings
    }

    private let detector: SegmentDetector
    private let share = WorkShare()
    private var tasks: [SegmentTask] = []

    init(_ detector: SegmentDetector) {
        self.detector = detector
    }

    /// - Returns: what is finished.
    mutating func append(_ segment: MovementSegment) -> [Result] {
        tasks.append(SegmentTask(segment, detector, in: share))
        var results = takeFinished()
        while tasks.count > WorkShare.cores {
            share.finish(tasks[0].piece)
            results += takeFinished()
        }
        return results
    }

    /// Everything that is left, and the last segments.
    mutating func finish(_ last: [MovementSegment]) -> [Result] {
        var results = last.dropLast().flatMap { append($0) }
        // Nothing more is read: cores are free for both signals of one segment.
        share.shareParts()
        tasks += last.suffix(1).map { SegmentTask($0, detector, in: share) }
        for task in tasks { share.finish(task.piece) }
        results += takeFinished()
        return results
    }

    private mutating func takeFinished() -> [Result] {
        let finished = tasks.prefix { share.isDone($0.piece) }.compactMap(\.result)
        tasks.removeFirst(finished.count)
        return finished
    }
}

/// Detection in one segment.
private struct SegmentTask: Sendable {
    let piece: WorkShare.Piece
    private let segment: MovementSegment
    private let outcome = Outcome()

    /// Written by the piece alone, and read when it is done.
    private final class Outcome: @unchecked Sendable {
        var findings: SegmentFindings?
    }

    init(_ segment: MovementSegment, _ detector: SegmentDetector, in share: WorkShare) {
        self.segment = segment
        piece = share.add { [outcome] share in outcome.findings = detector.detect(segment, by: share) }
    }

    /// Only when the piece is done.
    var result: SegmentQueue.Result? {
        outcome.findings.map { SegmentQueue.Result(segment: segment, findings: $0) }
    }
}
