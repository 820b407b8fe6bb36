import Foundation
import Motion
import RepCore
import Testing

@Suite struct GravityEstimatorTests {
    struct Moment {
        var point: GridSample
        var up: SIMD3<Double>
    }

    /// A sensor that swings by 60 degrees about one axis and wobbles about another, shaken by 3 m/s2, at 50 Hz.
    func swinging(seconds: Double, gyroscope: Bool = true) -> [Moment] {
        let rateHz = 50.0
        func attitude(_ time: Double) -> Quaternion {
            Quaternion(rotationVector: SIMD3(1.05 * sin(2 * .pi * 0.4 * time), 0, 0))
                * Quaternion(rotationVector: SIMD3(0, 0.3 * sin(2 * .pi * 0.17 * time), 0.2 * time))
        }
        return (0..<Int(seconds * rateHz)).map { index in
            let time = Double(index) / rateHz
            let now = attitude(time)
            // Angular rate in the sensor frame from the attitude a moment earlier and later.
            let step = 1e-4
            let change = attitude(time - step / 2).conjugate * attitude(time + step / 2)
            let rate = change.v * (2 / step) * (change.w < 0 ? -1 : 1)
            let shake = SIMD3(3 * sin(2 * .pi * 0.8 * time), 0, 2 * cos(2 * .pi * 1.3 * time))
            return Moment(
                point: GridSample(
                    timeSeconds: time,
                    acceleration: now.conjugate.rotate(SIMD3(0, 0, standardGravity) + shake),
                    angularRate: gyroscope ? rate : nil, startsSegment: index == 0),
                up: now.conjugate.rotate(SIMD3(0, 0, 1)))
        }
    }

    func degrees(_ a: SIMD3<Double>, _ b: SIMD3<Double>) -> Double {
        atan2(a.cross(b).length, a.dot(b)) * 180 / .pi
    }

    @Test func gravityWithinTwoDegreesOnASwingingShakenSensor() throws {
        var estimator = try GravityEstimator(rateHz: 50)
        var worst = 0.0
        for moment in swinging(seconds: 60) {
            let estimate = estimator.step(moment.point)
            if moment.point.timeSeconds > 9 { worst = max(worst, degrees(estimate.up, moment.up)) }
        }
        #expect(worst < 2)
    }

    @Test func linearAccelerationIsTheShake() throws {
        var estimator = try GravityEstimator(rateHz: 50)
        for moment in swinging(seconds: 30) {
            let estimate = estimator.step(moment.point)
            let shake = moment.point.acceleration - moment.up * standardGravity
            if moment.point.timeSeconds > 9 { #expect((estimate.linearAcceleration - shake).length < 0.35) }
        }
    }

    @Test func withoutGyroscopeGravityOfARestingSensorIsExactAtOnce() throws {
        var estimator = try GravityEstimator(rateHz: 25)
        let up = SIMD3<Double>(1, 2, -2) / 3
        for index in 0..<50 {
            let point = GridSample(
                timeSeconds: Double(index) / 25, acceleration: up * 9.9, startsSegment: index == 0)
            let estimate = estimator.step(point)
            #expect(degrees(estimate.up, up) < 1e-6)
            #expect(estimate.attitude == nil)
        }
    }

    @Test func withoutGyroscopeShakingIsFilteredOut() throws {
        var estimator = try GravityEstimator(rateHz: 50)
        for index in 0..<500 {
            let time = Double(index) / 50
            let estimate = estimator.step(
                GridSample(timeSeconds: time, acceleration: SIMD3(2 * sin(2 * .pi * 5 * time), 0, standardGravity)))
            if time > 3 { #expect(degrees(estimate.up, SIMD3(0, 0, 1)) < 1) }
        }
    }

    @Test(arguments: [true, false])
    func turningTheInputTurnsTheOutput(gyroscope: Bool) throws {
        var random = SeededGenerator(seed: 6)
        let moments = swinging(seconds: 8, gyroscope: gyroscope)
        for _ in 0..<20 {
            let turn = Quaternion(rotationVector: random.vector() * 3)
            var straight = try GravityEstimator(rateHz: 50)
            var turned = straight
            for moment in moments {
                var point = moment.point
                point.acceleration = turn.rotate(point.acceleration)
                point.angularRate = point.angularRate.map { turn.rotate($0) }
                let a = straight.step(moment.point)
                let b = turned.step(point)
                #expect((turn.rotate(a.up) - b.up).length < 1e-9)
                #expect((turn.rotate(a.linearAcceleration) - b.linearAcceleration).length < 1e-8)
            }
        }
    }

    @Test func halfAStreamPlusRestoredStateEqualsTheWhole() throws {
        let points = swinging(seconds: 10).map(\.point)
        var whole = try GravityEstimator(rateHz: 50)
        let expected = points.map { whole.step($0) }
        for cut in [1, 100, 151, 400] {
            var first = try GravityEstimator(rateHz: 50)
            let head = points[..<cut].map { first.step($0) }
            var second = try JSONDecoder().decode(GravityEstimator.self, from: JSONEncoder().encode(first))
            #expect(head + points[cut...].map { second.step($0) } == expected)
        }
    }

    @Test func aNewSegmentStartsAnew() throws {
        let points = swinging(seconds: 5).map(\.point)
        var used = try GravityEstimator(rateHz: 50)
        let first = points.map { used.step($0) }
        #expect(points.map { used.step($0) } == first)
    }
}
