import Foundation
import Motion

/// A thigh sensor at 100 Hz during squats that never end.
enum Squats {
    static func sample(_ index: Int) -> MotionSample {
        var sample = cycle[index % cycle.count]
        sample.timeSeconds = Double(index) / 100
        return sample
    }

    private static let cycle = (0..<300).map { index in
        let phase = 2 * Double.pi * Double(index) / 300
        let angle = 0.7 * (1 - cos(phase))
        return MotionSample(
            timeSeconds: 0,
            acceleration: SIMD3(9.81 * cos(angle), 9.81 * sin(angle), 0.3 * sin(7 * phase)),
            angularRate: SIMD3(0, 0, 0.7 * sin(phase) * 2 * .pi / 3))
    }

    /// The same as a canonical file, with a header.
    static func rows(_ count: Int) -> [UInt8] {
        let cells = cycle.map { sample in
            let values = (0..<3).map { sample.acceleration[$0] } + (0..<3).map { sample.angularRate?[$0] ?? 0 }
            return values.map { String(format: ",%.4f", $0) }.joined() + "\n"
        }
        var bytes = Array("time_s,ax,ay,az,gx,gy,gz\n".utf8)
        bytes.reserveCapacity(count * 64)
        for index in 0..<count {
            let hundredths = index % 100
            bytes += "\(index / 100).\(hundredths < 10 ? "0" : "")\(hundredths)".utf8
            bytes += cells[index % cells.count].utf8
        }
        return bytes
    }
}
