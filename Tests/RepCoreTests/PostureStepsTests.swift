import Motion
import RepCore
import Testing

/// Stretches of 25 s between standing, with something in them.
@Suite struct PostureStepsTests {
    private func holds(_ steps: (onset: Double, degrees: Double)..., seconds: Double = 1) throws -> [ClosedRange<Double>] {
        var course = PostureCourse.stretch
        course.moves += steps.map { ($0.onset, seconds, $0.degrees) }
        course.moves.sort { $0.onset < $1.onset }
        return try HoldFinder().holds(in: course.grid(seconds: 50)).filter { (11...37).contains($0.startSeconds) }
            .map { $0.startSeconds...$0.endSeconds }
    }

    private func isFrom(_ start: Double, to end: Double, _ holds: [ClosedRange<Double>]) -> Bool {
        holds.count == 1 && abs(holds[0].lowerBound - start) < 0.5 && abs(holds[0].upperBound - end) < 0.5
    }

    /// The foot is on the stool; then the trunk bends, and straightens up before the foot comes down.
    @Test(arguments: [2.5, 3.5, -3.5])
    func aStretchIsKeptBetweenBendingAndStraighteningUp(degrees: Double) throws {
        #expect(isFrom(15.5, to: 33, try holds((14.5, degrees), (33, -degrees))))
    }

    @Test func aSmallShiftThatIsNotUndoneIsPartOfTheStretch() throws {
        #expect(isFrom(11.5, to: 36.5, try holds((15, 3))))
        #expect(isFrom(11.5, to: 36.5, try holds((24, 3), (34, 3))))
        // Undone at once, or in the middle, it was fidgeting.
        #expect(isFrom(11.5, to: 36.5, try holds((22, 3), (24, -3))))
        #expect(isFrom(11.5, to: 36.5, try holds((22, 7), (23, -7))))
        #expect(isFrom(11.5, to: 36.5, try holds((19.5, 3), (27, -3))))
    }

    @Test func sinkingSlowlyIsNoStep() throws {
        #expect(isFrom(11.5, to: 36.5, try holds((14, 12), seconds: 20)))
    }

    /// Turning the sensor turns the postures and moves no border; a shift in time shifts them.
    @Test func neitherMountNorClockMatters() throws {
        var course = PostureCourse.stretch
        course.moves = [(10, 1.5, 40), (14.5, 1, 3), (33, 1, -3), (36.5, 1.5, -40)]
        let plain = try HoldFinder().holds(in: course.grid(seconds: 50))
        course.startSeconds = 1000
        course.mount = Quaternion(rotationVector: SIMD3(1.1, -0.7, 2))
        let other = try HoldFinder().holds(in: course.grid(seconds: 50))
        #expect(plain.contains { abs($0.startSeconds - 15.5) < 0.5 } && plain.count == other.count)
        for (one, other) in zip(plain, other) {
            // Noise is not turned with the sensor.
            #expect(abs(one.startSeconds + 1000 - other.startSeconds) < 0.1 && abs(one.endSeconds + 1000 - other.endSeconds) < 0.1)
        }
    }
}
