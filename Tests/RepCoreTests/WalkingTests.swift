import Foundation
import SyntheticMotion
import Testing

@testable import RepCore

@Suite struct WalkingTests {
    private let mount = Quaternion(rotationVector: SIMD3(0.3, 1.2, -0.7))

    private func walking(_ movement: SyntheticMovement) -> [WalkingRun] {
        SegmentDetector().detect(movement.segment).walking
    }

    @Test func aWalkShowsUprightAndTheAxisOfTheHip() throws {
        let runs = walking(.walk(seconds: 20, mount: mount))
        #expect(!runs.isEmpty)
        let upright = try #require(Upright(runs))
        #expect(upright.up.degrees(to: mount.rotate(SIMD3(0, 0, 1))) < 5)
        let axis = try #require(upright.medioLateral)
        #expect(abs(axis.dot(mount.rotate(SIMD3(0, 1, 0)))) > 0.99)
    }

    /// A leg swings forward fast and goes back under the body slowly.
    @Test(arguments: [1.0, -1.0])
    func theFasterWayIsForwards(forwards: Double) throws {
        var movement = SyntheticMovement.walk(seconds: 20, mount: mount)
        movement.angle = { 0.3 * forwards * (sin(2 * .pi * 0.9 * $0) - 0.4 * sin(4 * .pi * 0.9 * $0)) }
        let upright = try #require(Upright(walking(movement)))
        let fast = movement.segment.angularRate?.max { $0.length < $1.length } ?? .zero
        #expect(try #require(upright.forwardAxis).dot(fast) > 0)
        #expect(try #require(Upright(walking(.walk(seconds: 20)))).forwardAxis == nil, "neither way is faster")
        // Reps swing about the same axis, against the fast way of the first walk.
        let reps = SegmentDetector().detect(SyntheticMovement.reps(8, degrees: 60, metres: 0, mount: mount).segment).sets.first
        let turn = try #require(reps?.features?.posed(upright)[.forwardTurn])
        #expect(abs(turn + 60 * forwards) < 4)
    }

    @Test func withoutAGyroscopeThereIsUprightButNoAxis() throws {
        let up = SIMD3<Double>(0, 0, 1)
        let upright = try #require(Upright([WalkingRun(durationSeconds: 5, up: up, turning: nil)]))
        #expect(upright == Upright(up: up, medioLateral: nil))
    }

    @Test func howSomebodyStandsIsSeenBesideTheWalk() throws {
        var movement = SyntheticMovement.walk(seconds: 24, mount: mount)
        let (swing, bob) = (movement.angle, movement.height)
        // Eight seconds of standing, eight of walking with the limb leaning by a fifth of a radian, eight of standing.
        func walks(_ t: Double) -> Double { 1 / (1 + exp(-8 * (t - 8))) / (1 + exp(8 * (t - 16))) }
        movement.angle = { walks($0) * (0.2 + swing($0)) }
        movement.height = { walks($0) * bob($0) }
        let upright = try #require(Upright(walking(movement)))
        #expect(try #require(upright.standing).degrees(to: mount.rotate(SIMD3(0, 0, 1))) < 2)
        #expect(upright.up.degrees(to: mount.rotate(SIMD3(0, 0, 1))) > 6)
        #expect(try #require(Upright(walking(.walk(seconds: 20)))).standing == nil)
    }

    @Test func aWalkLiesWhereSomebodyWalked() throws {
        var movement = SyntheticMovement.walk(seconds: 24)
        let (swing, bob) = (movement.angle, movement.height)
        func walks(_ t: Double) -> Double { t > 8 && t < 16 ? 1 : 0 }
        movement.angle = { walks($0) * swing($0) }
        movement.height = { walks($0) * bob($0) }
        let runs = walking(movement)
        let first = try #require(runs.first)
        let end = try #require(runs.map { $0.startSeconds + $0.durationSeconds }.max())
        #expect((8...12).contains(first.startSeconds), "begins at \(first.startSeconds)")
        #expect((12...16).contains(end), "ends at \(end)")
    }

    /// On soft soles feet hardly strike; a body that rises and falls twice in a stride walks all the same, one that does once does not.
    @Test func softSolesWalkToo() {
        var movement = SyntheticMovement.walk(seconds: 20)
        movement.height = { 0.012 * cos(2 * .pi * 1.8 * $0) + 0.0007 * cos(2 * .pi * 5.4 * $0) }
        #expect(!walking(movement).isEmpty)
        movement.height = { 0.04 * cos(2 * .pi * 0.9 * $0) + 0.0007 * cos(2 * .pi * 5.4 * $0) }
        #expect(walking(movement).isEmpty)
    }

    @Test func restAndRepsAreNoWalk() {
        #expect(walking(SyntheticMovement(seconds: 20, angle: { _ in 0 })).isEmpty)
        #expect(walking(.reps(8, degrees: 80, metres: 0.4)).isEmpty)
        #expect(Upright([]) == nil)
    }

    @Test func mostWalkingDecidesWhereRunsDisagree() throws {
        let up = SIMD3<Double>(0, 0, 1)
        let hanging = WalkingRun(durationSeconds: 8, up: SIMD3(1, 0, 0), turning: nil)
        let run = WalkingRun(durationSeconds: 5, up: up, turning: nil)
        let upright = try #require(Upright([hanging, run, run]))
        #expect(upright.up.degrees(to: up) < 1e-6)
    }
}
