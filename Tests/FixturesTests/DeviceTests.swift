import Motion
import Testing

@testable import fixtures

/// The physics that an inertial sensor obeys, checked on the noiseless sensor.
@Suite struct DeviceTests {
    private func mount(_ seed: UInt64, _ placement: Placement = .thigh) -> Mount {
        var random = Random(seed: seed)
        return Mount(placement, .right, on: .named("anna"), random: &random)
    }

    private func motion(_ dance: (inout Choreography) -> Void) -> (motion: BodyMotion, truth: Truth) {
        var choreography = Choreography(person: .named("anna"), random: Random(seed: 2))
        dance(&choreography)
        return (choreography.finished(), choreography.truth)
    }

    private var still: BodyMotion {
        motion {
            $0.setUnrest(0)
            $0.rest(1)
        }.motion
    }

    @Test func aStillSensorReadsOneGravityWhateverItsMounting() {
        for seed in 0..<100 as Range<UInt64> {
            for reading in Device(rateHz: 20).sense(still, mount: mount(seed)) {
                #expect(abs(length(reading.force) - standardGravity) < 1e-6)
                #expect(length(reading.rate) < 1e-9)
            }
        }
    }

    @Test(arguments: [Placement.thigh, .shank, .foot, .waist, .chest, .wrist, .upperArm])
    func integratingTheAngularRateGivesTheChangeOfOrientation(placement: Placement) {
        let mount = mount(11, placement)
        var (motion, _) = motion { $0.squats(2) }
        let device = Device(rateHz: 200)
        let step = 1 / device.rateHz
        var integrated = mount.place(in: &motion, at: -step / 2).orientation
        let readings = device.sense(motion, mount: mount)
        for reading in readings {
            let angle = length(reading.rate) * step
            guard angle > 0 else { continue }
            let turn = Quaternion.rotation(degrees: angle * 180 / .pi, about: reading.rate / length(reading.rate))
            integrated = integrated * turn
        }
        let end = mount.place(in: &motion, at: Double(readings.count) * step - step / 2).orientation
        #expect(length((integrated.inverse * end).rotationVector) < 1e-6)
    }

    /// From rest to rest the body gains no velocity, so in the world's axes the force averages to gravity alone.
    @Test func overAMovementFromRestToRestTheForceAveragesToGravity() {
        let mount = mount(4)
        var (motion, _) = motion { dance in
            dance.setUnrest(0)
            dance.rest(1)
            var low = dance.pose
            low[.pitch] = 30
            low.setLegs(thigh: 80, shank: 25)
            dance.go(to: low, over: 1.2)
            dance.rest(1)
        }
        let readings = Device(rateHz: 100).sense(motion, mount: mount)
        var sum = SIMD3<Double>.zero
        for reading in readings {
            sum += mount.place(in: &motion, at: reading.instant).orientation.rotate(reading.force)
        }
        let mean = sum / Double(readings.count)
        #expect(length(mean - [0, 0, standardGravity]) < 1e-3)
        #expect(readings.contains { abs(length($0.force) - standardGravity) > 0.5 })
    }

    @Test func theSameMovementWithTheSensorTurnedGivesTheSameMagnitudes() {
        let (motion, _) = motion { $0.squats(2) }
        let a = mount(1)
        let b = Mount(placement: .thigh, side: .right, segment: a.segment, offset: a.offset, rotation: .x(123))
        let device = Device(rateHz: 50)
        for (x, y) in zip(device.sense(motion, mount: a), device.sense(motion, mount: b)) {
            #expect(abs(length(x.force) - length(y.force)) < 1e-6)
            #expect(abs(length(x.rate) - length(y.rate)) < 1e-9)
        }
    }

    @Test func coarseSensorsSaturateAndStep() {
        let (motion, _) = motion { $0.walk(steps: 6) }
        var device = Device(rateHz: 50)
        device.accelerationRange = 1
        device.bits = 8
        var random = Random(seed: 1)
        let step = 2 * standardGravity / 256
        let readings = device.record(motion, mount: mount(1, .shank), random: &random)
        #expect(readings.contains { abs($0.force.x) > 9 || abs($0.force.y) > 9 || abs($0.force.z) > 9 })
        for reading in readings {
            for axis in 0..<3 {
                #expect(abs(reading.force[axis]) <= standardGravity + step)
                #expect(abs((reading.force[axis] / step).rounded() * step - reading.force[axis]) < 1e-9)
            }
        }
    }

    @Test func gapsLeaveNoSamplesAndTheClockNeverRunsBackward() {
        let (motion, _) = motion { $0.rest(6) }
        var device = Device(rateHz: 100)
        device.jitter = 0.02
        device.gaps = [(start: 2, duration: 1.5)]
        var random = Random(seed: 1)
        let readings = device.record(motion, mount: mount(1), random: &random)
        #expect(!readings.contains { 2 <= $0.instant && $0.instant < 3.5 })
        #expect(zip(readings, readings.dropFirst()).allSatisfy { $0.timestamp < $1.timestamp })
    }
}
