import Motion

/// Samples on their way out. The newest few are held back, so that late rows can be put in their place and rows with one
/// stamp can be spread once the next stamp is known.
struct SampleBatch {
    /// Samples held back: rows may come this much out of order.
    static let held = 16
    /// Enough for the shortest rows in a slice of `RowReader.slice` bytes, and for everything an arrival clock holds back.
    static let capacity = 2048

    let base: UnsafeMutablePointer<MotionSample>
    var count = 0

    init() {
        base = .allocate(capacity: Self.capacity)
    }

    func deallocate() {
        base.deallocate()
    }

    /// Hands out all but the last `keeping` samples.
    mutating func flush(keeping: Int, _ consume: (UnsafeBufferPointer<MotionSample>) throws -> Void) rethrows {
        let ready = count - keeping
        guard ready > 0 else { return }
        try consume(UnsafeBufferPointer(start: base, count: ready))
        base.update(from: base + ready, count: keeping)
        count = keeping
    }
}
