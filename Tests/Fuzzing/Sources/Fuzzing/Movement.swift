import Motion

/// Samples written as bytes, so that a changed byte is a changed movement and not a spelling mistake: seven a sample, the time
/// since the one before, three of specific force and three of angular rate.
struct Movement {
    private(set) var samples: [MotionSample] = []

    init(_ bytes: some Collection<UInt8>) {
        var bytes = bytes[...]
        var time = 0.0
        while bytes.count >= 7 {
            let row = Array(bytes.prefix(7))
            bytes = bytes.dropFirst(7)
            if !samples.isEmpty { time += Self.step(row[0]) }
            samples.append(
                MotionSample(
                    timeSeconds: time, acceleration: Self.vector(row[1...3], step: 0.2, most: 1e3),
                    angularRate: Self.vector(row[4...6], step: 0.05, most: 100)))
        }
    }

    /// Up to a second in steps of 4 ms; the last few are gaps of up to a month.
    private static func step(_ byte: UInt8) -> Double {
        let gaps = [2, 5, 60, 3600, 2.6e6]
        return byte > 250 ? gaps[Int(byte) - 251] : Double(byte) * 0.004
    }

    /// The ends of the scale are what a broken sensor gives.
    private static func vector(_ bytes: ArraySlice<UInt8>, step: Double, most: Double) -> SIMD3<Double> {
        let values = bytes.map { $0 == 0 ? -most : $0 == 255 ? most : (Double($0) - 128) * step }
        return SIMD3(values[0], values[1], values[2])
    }
}
