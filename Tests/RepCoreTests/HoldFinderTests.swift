import Foundation
import Motion
import RepCore
import Testing

@Suite struct HoldFinderTests {
    let finder: HoldFinder

    init() throws { finder = try HoldFinder() }

    /// Whether exactly one hold is found between standing before and after, with these borders.
    private func stretch(
        in course: PostureCourse, seconds: Double = 50, from start: Double = 11.5, to end: Double = 36.5,
        within tolerance: Double = 0.1
    ) -> Bool {
        let holds = finder.holds(in: course.grid(seconds: seconds))
        return holds.count == 3 && abs(holds[1].startSeconds - start) <= tolerance
            && abs(holds[1].endSeconds - end) <= tolerance
    }

    // MARK: Borders

    @Test func aHoldLastsFromTheEndOfOneMovementToTheStartOfTheNext() {
        #expect(stretch(in: .stretch))
    }

    @Test(arguments: [(8.0, 1.2), (15, 0.6), (40, 2.5), (80, 1.0), (120, 3.0)])
    func bordersDoNotDependOnHowFarOrFastTheMovementIs(degrees: Double, seconds: Double) {
        let course = PostureCourse(moves: [(10, seconds, degrees), (40, seconds, -degrees)], noise: 0.03)
        let holds = finder.holds(in: course.grid(seconds: 60))
        #expect(holds.contains { abs($0.startSeconds - 10 - seconds) < 0.1 && abs($0.endSeconds - 40) < 0.1 })
    }

    @Test func accelerationAloneIsEnough() {
        var course = PostureCourse.stretch
        course.hasGyroscope = false
        #expect(stretch(in: course, within: 0.3))
    }

    @Test func aBiasOfTheGyroscopeIsNoMovement() {
        var course = PostureCourse.stretch
        course.biasDegreesPerSecond = 14
        #expect(stretch(in: course))
    }

    @Test func aSlowlyDeepeningStretchIsOneHold() {
        var course = PostureCourse.stretch
        course.disturbance = { 20 * min(1, max(0, ($0 - 12) / 24)) }
        let holds = finder.holds(in: course.grid(seconds: 50))
        #expect(holds.count == 3)
        #expect(holds.count > 1 && abs(holds[1].durationSeconds - 25) < 0.5)
        #expect(holds.count > 1 && abs(holds[1].driftDegrees - 18.3) < 1)
        #expect(holds.count > 1 && holds[1].swayDegrees < 1.5)
    }

    // MARK: Unrest

    @Test(arguments: [true, false])
    func tremorAndHeartbeatDoNotEndAHold(hasGyroscope: Bool) {
        var course = PostureCourse.stretch
        course.hasGyroscope = hasGyroscope
        course.disturbance = { 0.4 * sin(2 * .pi * 8 * $0) + 0.15 * sin(2 * .pi * 1.2 * $0) }
        #expect(stretch(in: course, within: 0.4))
    }

    @Test func aWobbleThatReturnsToThePostureIsForgiven() {
        var course = PostureCourse.stretch
        course.disturbance = { 12 * exp(-pow(($0 - 25) / 0.35, 2)) }
        #expect(stretch(in: course))
    }

    @Test func leavingThePostureForLongerEndsTheHold() {
        var course = PostureCourse.stretch
        course.moves.insert((24, 1, -30), at: 1)
        course.moves.insert((27.5, 1, 30), at: 2)
        let holds = finder.holds(in: course.grid(seconds: 50))
        #expect(holds.count { abs($0.posture.y - sin(40 * .pi / 180)) < 0.02 } == 2)
    }

    @Test func aChangeOfPostureEndsTheHoldHoweverQuickItIs() {
        let course = PostureCourse(moves: [(20, 0.6, 25)], noise: 0.03)
        let holds = finder.holds(in: course.grid(seconds: 40))
        #expect(holds.count == 2)
    }

    // MARK: Features

    @Test func theFeaturesTellWhereTheStretchCameFromAndWentTo() throws {
        let holds = finder.holds(in: PostureCourse.stretch.grid(seconds: 50))
        try #require(holds.count == 3)
        let stretch = holds[1]
        #expect(abs(try #require(stretch.differenceBeforeDegrees) - 40) < 1)
        #expect(abs(try #require(stretch.differenceAfterDegrees) - 40) < 1)
        #expect(try #require(stretch.returnDegrees) < 1)
        #expect((try #require(stretch.basePosture) - SIMD3(0, 0, 1)).length < 0.01)
        #expect(stretch.departsAndReturns() && !stretch.isCutOff)
        #expect((stretch.posture - SIMD3(0, sin(40 * .pi / 180), cos(40 * .pi / 180))).length < 0.01)
        #expect(holds[0].differenceBeforeDegrees == nil && holds[2].differenceAfterDegrees == nil)
        #expect(holds[0].isCutOff && !holds[0].departsAndReturns())
    }

    @Test func goingOnToAThirdPostureIsNoReturn() throws {
        let course = PostureCourse(moves: [(10, 1.5, 40), (36.5, 1.5, 40)], noise: 0.03)
        let holds = finder.holds(in: course.grid(seconds: 50))
        try #require(holds.count == 3)
        #expect(try #require(holds[1].returnDegrees) > 60)
        #expect(!holds[1].departsAndReturns())
    }

    // MARK: Laws

    @Test func turningTheSensorTurnsThePostureAndNothingElse() {
        var random = SeededGenerator(seed: 3)
        let holds = finder.holds(in: PostureCourse.stretch.grid(seconds: 50))
        #expect(holds.count == 3)
        for _ in 0..<5 {
            var turned = PostureCourse.stretch
            turned.mount = Quaternion(rotationVector: random.vector() * 3)
            let found = finder.holds(in: turned.grid(seconds: 50))
            #expect(found.count == holds.count)
            for (hold, other) in zip(holds, found) {
                #expect(abs(hold.startSeconds - other.startSeconds) < 1e-9 && abs(hold.endSeconds - other.endSeconds) < 1e-9)
                #expect((turned.mount.rotate(hold.posture) - other.posture).length < 1e-9)
                #expect(abs(hold.swayDegrees - other.swayDegrees) < 1e-9)
            }
        }
    }

    @Test func shiftingTheTimesShiftsTheHolds() {
        var shifted = PostureCourse.stretch
        shifted.startSeconds = 1000
        let holds = finder.holds(in: PostureCourse.stretch.grid(seconds: 50))
        let found = finder.holds(in: shifted.grid(seconds: 50))
        #expect(found.count == holds.count)
        for (hold, other) in zip(holds, found) {
            #expect(abs(hold.startSeconds + 1000 - other.startSeconds) < 1e-9)
            #expect(abs(hold.endSeconds + 1000 - other.endSeconds) < 1e-9)
        }
    }

    @Test func holdsDoNotOverlap() {
        var random = SeededGenerator(seed: 8)
        var moves: [(onset: Double, duration: Double, degrees: Double)] = []
        var time = 6.0
        while time < 280 {
            moves.append((time, 0.5 + abs(random.symmetric()), 60 * random.symmetric()))
            time += 5 + 8 * abs(random.symmetric())
        }
        let holds = finder.holds(in: PostureCourse(moves: moves, noise: 0.05).grid(seconds: 300))
        #expect(holds.count > 10)
        for (hold, next) in zip(holds, holds.dropFirst()) { #expect(hold.endSeconds <= next.startSeconds) }
        #expect(holds.allSatisfy { $0.durationSeconds >= finder.parameters.minimumSeconds })
    }

    // MARK: What is no hold

    @Test func repetitionsAreNoHold() {
        let course = PostureCourse(disturbance: { 40 - 40 * cos(2 * .pi * $0 / 3) }, noise: 0.05)
        let grid = course.grid(seconds: 60)
        #expect(finder.holds(in: grid).isEmpty)
    }

    @Test func shakingIsNoHoldThoughThePostureStays() {
        var grid = PostureCourse(noise: 0.03).grid(seconds: 30)
        for index in grid.indices {
            grid[index].acceleration.z += 4 * sin(2 * .pi * 3.7 * grid[index].timeSeconds)
        }
        #expect(finder.holds(in: grid).isEmpty)
    }

    @Test(arguments: [0, 1, 2, 20, 124])
    func tooShortASegmentHasNone(points: Int) {
        #expect(finder.holds(in: PostureCourse(noise: 0.03).grid(seconds: 10).prefix(points)).isEmpty)
    }

    @Test func freeFallHasNoPostureAndDoesNoHarm() {
        let grid = (0..<500).map { GridSample(timeSeconds: Double($0) / 25, acceleration: .zero) }
        for hold in finder.holds(in: grid) { #expect(hold.posture == .zero) }
    }

    // MARK: Told that there is one

    @Test func theMainHoldIsTheLongest() {
        let main = HoldFinder.main(among: finder.likelyHolds(in: PostureCourse.stretch.grid(seconds: 48)))
        #expect(main.count == 1)
        #expect(main.allSatisfy { abs($0.startSeconds - 11.5) < 0.2 && abs($0.endSeconds - 36.5) < 0.2 })
    }

    @Test func aRecordingThatIsOneHoldIsMeasuredFromEndToEnd() {
        let course = PostureCourse(moves: [(0, 0.8, 4)], noise: 0.03)
        let main = HoldFinder.main(among: finder.likelyHolds(in: course.grid(seconds: 12)))
        #expect(main.map(\.startSeconds) == [0] && main.map(\.endSeconds) == [12])
    }

    @Test func aShakyPoseIsMeasuredWhereItIsKnownToBeOne() {
        let course = PostureCourse(disturbance: { 3 * sin(2 * .pi * 0.9 * $0) }, noise: 0.1)
        let grid = course.grid(seconds: 15)
        #expect(finder.holds(in: grid).isEmpty)
        #expect(HoldFinder.main(among: finder.likelyHolds(in: grid)).first.map { $0.durationSeconds > 14 } == true)
    }
}
