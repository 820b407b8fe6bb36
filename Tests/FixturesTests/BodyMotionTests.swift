import Motion
import Testing

@testable import fixtures

@Suite struct BodyMotionTests {
    /// Positions of a point during the set that `dance` does.
    private func track(
        _ segment: Segment, _ offset: SIMD3<Double> = .zero, start: (Person) -> Pose = Pose.standing,
        dance: (inout Choreography) -> Void
    ) -> [SIMD3<Double>] {
        var choreography = Choreography(person: .named("anna"), random: Random(seed: 5), start: start)
        dance(&choreography)
        var motion = choreography.finished()
        let set = choreography.truth.sets[0]
        return stride(from: set.start, through: set.end, by: 0.02).map {
            motion.place(segment, offset: offset, at: $0).position
        }
    }

    private func extent(_ points: [SIMD3<Double>]) -> SIMD3<Double> {
        var low = points[0]
        var high = points[0]
        for point in points {
            low = pointwiseMin(low, point)
            high = pointwiseMax(high, point)
        }
        return high - low
    }

    @Test func feetStayWhereTheyAreInASquatAndThePelvisGoesDown() {
        let foot = extent(track(.foot(.right)) { $0.squats(5) })
        let pelvis = extent(track(.pelvis) { $0.squats(5) })
        // Sway moves each foot a little; their middle stays.
        #expect(foot.z < 0.06)
        #expect(0.25 < pelvis.z && pelvis.z < 0.7)
    }

    @Test func shouldersStayDownInABridgeAndThePelvisRises() {
        let pelvis = extent(track(.pelvis, start: Pose.crookLying) { $0.bridges(4) })
        let body = Person.named("anna").body
        let shoulders = extent(track(.chest, [-0.08, 0, body.chest], start: Pose.crookLying) { $0.bridges(4) })
        #expect(0.07 < pelvis.z && pelvis.z < 0.4)
        #expect(shoulders.z < pelvis.z / 2)
    }

    @Test func theLowerLegKeepsStillInAClamshell() {
        func knee(_ side: Side) -> Double {
            let body = Person.named("anna").body
            let points = track(
                .thigh(side), [0, 0, -body.thigh], start: { .sideLying($0, top: .right) }
            ) { $0.clamshells(4, side: .right) }
            return length(extent(points))
        }
        #expect(knee(.left) < 0.06)
        #expect(knee(.right) > 3 * knee(.left))
    }

    @Test func theThighHardlyMovesInALegExtension() {
        let body = Person.named("anna").body
        let knee = track(.thigh(.right), [0, 0, -body.thigh], start: Pose.seated) { $0.legExtensions(4, side: .right) }
        let ankle = track(.shank(.right), [0, 0, -body.shank], start: Pose.seated) { $0.legExtensions(4, side: .right) }
        #expect(length(extent(knee)) < 0.08)
        #expect(extent(ankle).z > 0.25)
    }

    @Test func theBodyNeverJumps() {
        var dance = Choreography(person: .named("bert"), random: Random(seed: 9))
        var random = Random(seed: 9)
        dance.perform(.compliant(&random))
        var motion = dance.finished()
        var last = motion.place(.pelvis, offset: .zero, at: 0).position
        var fastest = 0.0
        for i in 1..<Int(motion.duration / 0.01) {
            let here = motion.place(.pelvis, offset: .zero, at: Double(i) * 0.01).position
            fastest = max(fastest, length(here - last) / 0.01)
            last = here
        }
        // Brisk walking with its bounce; nobody here runs or teleports.
        #expect(fastest < 4)
    }
}
