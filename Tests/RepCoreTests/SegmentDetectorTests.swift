import Motion
import RepCore
import SyntheticMotion
import Testing

@Suite struct SegmentDetectorTests {
    /// A squat shows as tilt of the thigh and as travel of the body: as many reps in either.
    @Test func whoAsksSeesTheOtherSignalToo() throws {
        let segment = SyntheticMovement.reps(8, degrees: 70, metres: 0.4).segment
        let set = try #require(
            SegmentDetector(lookingFor: [.everything, .features, .otherSignal]).detect(segment).sets.max { $0.count < $1.count })
        let other = try #require(set.inOtherSignal.first)
        #expect(other.kind != set.kind && other.count == set.count && other.overlaps(set))
        let parts = set.split { $0.turnSeconds > 20 }
        #expect(parts.allSatisfy { $0.inOtherSignal.isEmpty }, "of the set as it was found")
        #expect(set.joined(with: set).inOtherSignal.isEmpty)
        let unasked = SegmentDetector(lookingFor: [.everything, .features]).detect(segment).sets
        #expect(unasked.allSatisfy { $0.inOtherSignal.isEmpty })
    }

    private func detect(_ sensor: SyntheticSensor) -> SegmentFindings { SegmentDetector().detect(sensor.segment()) }

    /// Two sets with a rest, one of them with holds.
    private var session: SyntheticSensor {
        var sensor = SyntheticSensor.set(6, .legRaise, restSeconds: 25)
        sensor.repeating(8, .init(degrees: 50, waySeconds: 1.2, holdSeconds: 2))
        sensor.rest(10)
        return sensor
    }

    @Test func twoSetsWithARestAreTwo() throws {
        let sets = detect(session).sets
        #expect(sets.map(\.count) == [6, 8])
        #expect(sets.allSatisfy { set in set.reps.allSatisfy { ($0.holdSeconds != nil) == (set.count == 8) } })
    }

    @Test func tiltAndTravelAreCountedApart() {
        let findings = detect(.set(10, .init(degrees: 80, metres: -0.4, waySeconds: 1.2)))
        #expect(findings.tiltSets.map(\.count) == [10])
        #expect(findings.travelSets.map(\.count) == [10])
        #expect(findings.sets.map(\.count) == [10])
    }

    @Test func whatNobodyAskedForIsLeftOutAndChangesNothingElse() throws {
        let segment = session.segment()
        let all = SegmentDetector().detect(segment)
        let one = SegmentDetector(lookingFor: .oneMovement).detect(segment)
        #expect(one.sets.isEmpty && one.holds.isEmpty && one.walking.isEmpty)
        #expect(all.tiltSets.map(\.reps) == one.tiltSets.map(\.reps))
        #expect(!one.tiltSets.isEmpty && one.tiltSets.allSatisfy { $0.features == nil })
        #expect(SegmentDetector(lookingFor: [.oneMovement, .features]).detect(segment).tiltSets == all.tiltSets)
    }

    @Test func restsAreHolds() throws {
        let findings = detect(session)
        #expect(findings.holds.contains { abs($0.startSeconds - 37) < 0.3 && abs($0.endSeconds - 62) < 0.3 })
    }

    @Test func idleNoiseHasNoSets() {
        var sensor = SyntheticSensor()
        sensor.rest(120)
        sensor.noise = 0.1
        let findings = detect(sensor)
        #expect(findings.sets.isEmpty && findings.tiltSets.isEmpty && findings.travelSets.isEmpty)
        #expect(HoldFinder.main(among: findings.likelyHolds).count == 1)
    }

    @Test(arguments: [0, 1, 2, 3])
    func aSegmentOfAFewPointsHasNothing(points: Int) {
        let segment = MovementSegment(
            startSeconds: 5, rateHz: 25, acceleration: Array(repeating: SIMD3(0, 0, 9.8), count: points))
        let findings = SegmentDetector().detect(segment)
        #expect(findings.sets.isEmpty && findings.holds.isEmpty)
        #expect(findings.startSeconds == 5)
    }

    @Test func freeFallAndExtremeReadingsDoNoHarm() {
        for reading in [SIMD3<Double>.zero, SIMD3(1e300, 0, 0), SIMD3(0, -1e12, 1e12)] {
            let segment = MovementSegment(
                startSeconds: 0, rateHz: 25, acceleration: (0..<200).map { $0.isMultiple(of: 9) ? reading : SIMD3(0, 0, 9.8) },
                angularRate: (0..<200).map { $0.isMultiple(of: 7) ? reading : .zero })
            let findings = SegmentDetector().detect(segment)
            #expect(findings.sets.allSatisfy { $0.startSeconds <= $0.endSeconds })
        }
    }

    // MARK: Laws

    @Test(arguments: [true, false])
    func turningTheSensorChangesNothing(hasGyroscope: Bool) {
        var sensor = session
        sensor.hasGyroscope = hasGyroscope
        let plain = detect(sensor)
        for mount in Quaternion.random(4, seed: 21) {
            sensor.mount = mount
            let turned = detect(sensor)
            for (one, other) in [(plain.sets, turned.sets), (plain.tiltSets, turned.tiltSets)] {
                #expect(one.map(\.count) == other.map(\.count))
                for (rep, same) in zip(one.flatMap(\.reps), other.flatMap(\.reps)) {
                    #expect(abs(rep.startSeconds - same.startSeconds) < 1e-6)
                    #expect(abs(rep.turnSeconds - same.turnSeconds) < 1e-6)
                    #expect(abs(rep.endSeconds - same.endSeconds) < 1e-6)
                    #expect(abs(rep.tiltDegrees - same.tiltDegrees) < 1e-6)
                }
            }
            #expect(plain.holds.map(\.startSeconds) == turned.holds.map(\.startSeconds))
        }
    }

    @Test func shiftingTheTimesShiftsEverythingByIt() {
        let shift = 4096.0
        var shifted = session
        shifted.startSeconds = shift
        let (plain, later) = (detect(session), detect(shifted))
        #expect(later.startSeconds == plain.startSeconds + shift)
        #expect(abs(later.endSeconds - plain.endSeconds - shift) < 1e-6)
        #expect(plain.sets.map(\.count) == later.sets.map(\.count))
        for (rep, same) in zip(plain.sets.flatMap(\.reps), later.sets.flatMap(\.reps)) {
            #expect(abs(same.startSeconds - rep.startSeconds - shift) < 1e-6)
            #expect(abs(same.turnSeconds - rep.turnSeconds - shift) < 1e-6)
            #expect(abs(same.endSeconds - rep.endSeconds - shift) < 1e-6)
            #expect(same.holdSeconds == rep.holdSeconds)
        }
        for (hold, same) in zip(plain.holds, later.holds) {
            #expect(abs(same.startSeconds - hold.startSeconds - shift) < 1e-6)
            #expect(abs(same.endSeconds - hold.endSeconds - shift) < 1e-6)
        }
    }
}
