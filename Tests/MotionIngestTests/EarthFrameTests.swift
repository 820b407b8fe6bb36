import Foundation
import Motion
import Testing

@testable import MotionIngest

@Suite struct EarthFrameTests {
    private static func length(_ vector: SIMD3<Double>) -> Double { (vector * vector).sum().squareRoot() }

    /// The orientation that shows `up` in the sensor's axes: the shortest turn from there to the earth's z.
    private static func quaternion(up: SIMD3<Double>) -> SIMD4<Double> {
        let axis = up.cross([0, 0, 1])
        let turn = SIMD4(1 + up.z, axis.x, axis.y, axis.z)
        return turn / (turn * turn).sum().squareRoot()
    }

    private static func angles(up: SIMD3<Double>) -> SIMD3<Double> {
        SIMD3(atan2(up.y, up.z), -asin(up.x), 0.7) * (180 / .pi)
    }

    private func sensed(_ linear: SIMD3<Double>, _ orientation: [Double]) -> SIMD3<Double> {
        EarthFrame.sensorAcceleration(linear: linear, orientation: orientation, count: orientation.count)
    }

    @Test(arguments: [SIMD3(0, 0, 1), SIMD3(1, 0, 0), SIMD3(0.6, 0, 0.8), SIMD3(0, -0.6, 0.8), SIMD3(0.48, 0.6, -0.64)] as [SIMD3<Double>])
    func atRestGravityIsWhereTheOrientationSaysUp(up: SIMD3<Double>) {
        let turn = Self.quaternion(up: up)
        #expect(Self.length(sensed(.zero, [turn.x, turn.y, turn.z, turn.w]) - standardGravity * up) < 1e-9)
        let angles = Self.angles(up: up)
        #expect(Self.length(sensed(.zero, [angles.x, angles.y, angles.z]) - standardGravity * up) < 1e-9)
    }

    /// Yaw by 90 degrees: the earth's x is the sensor's -y.
    @Test func horizontalMovementTurnsWithTheHeading() {
        let force = sensed([2, 0, 0], [0, 0, 90])
        #expect(Self.length(force - [0, -2, standardGravity]) < 1e-9)
    }

    @Test func aQuaternionNeedsNoUnitLength() {
        #expect(Self.length(sensed([1, 2, 3], [2, 0, 0, 2]) - sensed([1, 2, 3], [0.5, 0, 0, 0.5])) < 1e-12)
    }

    @Test func noOrientationIsNoAcceleration() {
        #expect(sensed([1, 2, 3], [0, 0, 0, 0]) == .zero)
    }

    @Test func anExportWithoutGravityIsReadByItsOrientation() throws {
        let text = "PacketCounter,SampleTimeFine,Quat_W,Quat_X,Quat_Y,Quat_Z,FreeAcc_X,FreeAcc_Y,FreeAcc_Z\n"
            + rows(200) { time, acceleration in
                let turn = Self.quaternion(up: acceleration / standardGravity)
                return "\(Int(time * 50)),\(Int(time * 1e6)),\(turn.x),\(turn.y),\(turn.z),\(turn.w),0,0,0"
            }
        let reading = try read(text)
        #expect(reading.facts.format == "xsens-dot")
        #expect(reading.samples.count == 200)
        #expect(follows(reading))
    }
}
