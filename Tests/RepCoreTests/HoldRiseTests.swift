import SyntheticMotion
import Testing

@testable import RepCore

/// A posture is kept higher or lower than the one it was entered from.
@Suite struct HoldRiseTests {
    /// One movement into a posture of 25 s, and out of it.
    private func held(
        _ degrees: Double, metres: Double, waySeconds: Double = 1.5, _ change: (inout SyntheticSensor) -> Void = { _ in }
    ) throws -> Hold {
        var sensor = SyntheticSensor.set(
            1, .init(degrees: degrees, metres: metres, waySeconds: waySeconds, holdSeconds: 25), restSeconds: 12)
        change(&sensor)
        let holds = try HoldFinder().holds(in: Array(sensor.segment().points))
        return try #require(holds.first { (20...30).contains($0.durationSeconds) && $0.startSeconds - sensor.startSeconds > 5 })
    }

    @Test(arguments: [0.15, 0.4, -0.25, -0.45], [1.0, 1.5, 2.5])
    func theRiseIsWhatTheBodyRose(metres: Double, seconds: Double) throws {
        let rise = try #require(held(80, metres: metres, waySeconds: seconds).heightAboveBaseMetres)
        #expect(abs(rise - metres) < 0.03)
    }

    @Test func withoutAGyroscopeTheWayUpIsToldFromTheWayDown() throws {
        for metres in [0.25, -0.4] {
            let rise = try #require(held(75, metres: metres) { $0.hasGyroscope = false }.heightAboveBaseMetres)
            #expect(abs(rise - metres) < 0.1)
        }
    }

    @Test func itDoesNotMatterHowTheSensorIsMountedOrWhenItWasStarted() throws {
        let plain = try #require(held(80, metres: 0.2).heightAboveBaseMetres)
        let turned = try #require(
            held(80, metres: 0.2) {
                $0.mount = Quaternion(rotationVector: SIMD3(1.2, -0.4, 2))
                $0.startSeconds = 1000
            }.heightAboveBaseMetres)
        #expect(abs(plain - turned) < 0.005)
    }

    @Test func ofAPostureStillKeptTheWayInTells() throws {
        let sensor = SyntheticSensor.set(1, .init(degrees: 80, metres: 0.3, waySeconds: 1.5, holdSeconds: 25), restSeconds: 12)
        let whole = Array(sensor.segment().points)
        let hold = try #require(HoldFinder().holds(in: whole.prefix(750)).last)
        #expect(abs(try #require(hold.heightAboveBaseMetres) - 0.3) < 0.03)
        let first = try #require(HoldFinder().holds(in: whole).first)
        #expect(abs(try #require(first.heightAboveBaseMetres) + 0.3) < 0.03)
    }

    @Test func nothingIsKnownOfAPostureThatNobodyLeft() throws {
        var sensor = SyntheticSensor()
        sensor.rest(20)
        let hold = try #require(HoldFinder().holds(in: Array(sensor.segment().points)).first)
        #expect(hold.heightAboveBaseMetres == nil)
    }
}
