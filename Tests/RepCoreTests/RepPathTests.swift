import Foundation
import Testing

@testable import RepCore

@Suite struct RepPathTests {
    /// 3 s out and back: half a metre forward, 0.3 m down, limb swinging by 60 degrees.
    private func movement(mount: Quaternion = .identity) -> MovementSegment {
        func course(_ t: Double) -> Double { (1 - cos(2 * .pi * t / 3)) / 2 }
        return SyntheticMovement(
            seconds: 3.2, angle: { course($0) * .pi / 3 }, height: { -0.3 * course($0) }, advance: { 0.5 * course($0) },
            mount: mount
        ).segment
    }

    private func reckon(_ segment: MovementSegment) -> RepPath? {
        RepPath(
            acceleration: segment.acceleration, angularRate: segment.angularRate ?? [], home: 0...75, turn: 37,
            rateHz: segment.rateHz)
    }

    @Test(arguments: [SIMD3(0, 0, 0), SIMD3(1, 2, -0.5)])
    func aClosedPathIsFoundInAnyMounting(turn: SIMD3<Double>) throws {
        let path = try #require(reckon(movement(mount: Quaternion(rotationVector: turn))))
        #expect(abs(path.dropMetres + 0.3) < 0.03)
        #expect(abs(path.riseMetres - 0.3) < 0.03)
        #expect(abs(path.advanceMetres - 0.5) < 0.05)
    }

    @Test func aSensorWithWrongScaleGivesNoPath() {
        var segment = movement()
        segment.acceleration = segment.acceleration.map { $0 * 1.2 }
        #expect(reckon(segment) == nil)
    }
}
