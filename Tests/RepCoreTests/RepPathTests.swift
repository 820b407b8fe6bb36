import Foundation
import SyntheticMotion
import Testing

@testable import RepCore

@Suite struct RepPathTests {
    /// 3 s out and back: half a metre forward, 0.3 m down, limb swinging by 60 degrees.
    private func movement(
        degrees: Double = 60, metres: Double = 0.5, mount: Quaternion = .identity
    ) -> MovementSegment {
        func course(_ t: Double) -> Double { (1 - cos(2 * .pi * t / 3)) / 2 }
        return SyntheticMovement(
            seconds: 3.2, angle: { course($0) * degrees * .pi / 180 }, height: { -0.3 * course($0) },
            advance: { metres * course($0) }, mount: mount
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

    @Test func heightsAreThoseOfTheWay() throws {
        let segment = movement()
        let heights = try #require(RepPath.heights(
            acceleration: segment.acceleration, angularRate: segment.angularRate ?? [], between: 0...75, rateHz: segment.rateHz))
        #expect(heights.count == 76)
        for (index, height) in heights.enumerated() {
            #expect(abs(height + 0.15 * (1 - cos(2 * .pi * Double(index) / 75))) < 0.03)
        }
    }

    /// Three degrees a second, left in, would take the path of three seconds 11 cm aside.
    @Test(arguments: [SIMD3(0.05, 0, 0), SIMD3(0, -0.05, 0), SIMD3(0.03, 0.03, -0.03)])
    func aGyroscopesBiasIsTakenOff(bias: SIMD3<Double>) throws {
        var segment = movement()
        let path = try #require(reckon(segment))
        segment.angularRate = segment.angularRate?.map { $0 + bias }
        let biased = try #require(reckon(segment))
        #expect(abs(biased.advanceMetres - path.advanceMetres) < 0.02)
        #expect(abs(biased.dropMetres - path.dropMetres) < 0.02)
        #expect(abs(biased.riseMetres - path.riseMetres) < 0.02)
    }

    /// Who turns to the side within a rep goes half a metre all the same: 40 degrees are no bias.
    @Test func aTurnIsNotTakenForABias() throws {
        var segment = movement(degrees: 0)
        let turned = segment.acceleration.indices.map { 40 * Double.pi / 180 * min(1, Double($0) / 75) }
        for (index, angle) in turned.enumerated() {
            segment.acceleration[index] = Quaternion(rotationVector: SIMD3(0, 0, -angle)).rotate(segment.acceleration[index])
            segment.angularRate?[index] += SIMD3(0, 0, turned[1] * segment.rateHz)
        }
        let path = try #require(reckon(segment))
        #expect(abs(path.advanceMetres - 0.5) < 0.03)
    }

    /// Hips go back as the trunk comes forward, or forward with it.
    @Test(arguments: [SIMD3(0, 0, 0), SIMD3(1, 2, -0.5)])
    func theWayIsToldByWhereTheTopLeans(turn: SIMD3<Double>) throws {
        let mount = Quaternion(rotationVector: turn)
        func leanward(_ degrees: Double, _ metres: Double) -> Double? {
            reckon(movement(degrees: degrees, metres: metres, mount: mount))?.leanwardMetres
        }
        let with = try #require(leanward(20, 0.3))
        #expect(abs(with - 0.3) < 0.04)
        #expect(abs(try #require(leanward(20, -0.3)) + with) < 0.04)
        #expect(abs(try #require(leanward(-20, 0.3)) + with) < 0.04)
        #expect(abs(try #require(leanward(20, 0))) < 0.04)
        #expect(leanward(1, 0.3) == nil, "who hardly leans leans nowhere")
    }

    /// A step of 0.6 m along x, in the sensor's own axes.
    @Test(arguments: [SIMD3(0, 0, 0), SIMD3(1, 2, -0.5)])
    func aStepEndsElsewhere(turn: SIMD3<Double>) throws {
        let mount = Quaternion(rotationVector: turn)
        let segment = SyntheticMovement(
            seconds: 2, angle: { 0.3 * (1 - cos(.pi * $0)) }, advance: { 0.6 * ($0 / 2 - sin(.pi * $0) / (2 * .pi)) }, mount: mount
        ).segment
        let step = try #require(
            RepPath.step(
                acceleration: segment.acceleration, angularRate: segment.angularRate ?? [], between: 0...49,
                rateHz: segment.rateHz))
        #expect((step - mount.rotate(SIMD3(0.6, 0, 0))).length < 0.05)
    }

    @Test func aSensorWithWrongScaleGivesNoPath() {
        var segment = movement()
        segment.acceleration = segment.acceleration.map { $0 * 1.2 }
        #expect(reckon(segment) == nil)
    }
}
