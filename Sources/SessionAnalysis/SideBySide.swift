import Dispatch
import RepCore

extension SegmentDetector {
    /// Findings of each segment, in the order of the segments: they have nothing in common, so each is looked at on a
    /// core of its own.
    func detectSideBySide(_ segments: [MovementSegment]) -> [SegmentFindings] {
        guard segments.count > 1 else { return segments.map(detect) }
        return Array(unsafeUninitializedCapacity: segments.count) { buffer, count in
            // Every iteration writes an element of its own.
            nonisolated(unsafe) let findings = buffer
            DispatchQueue.concurrentPerform(iterations: segments.count) { index in
                findings.initializeElement(at: index, to: detect(segments[index]))
            }
            count = segments.count
        }
    }
}
