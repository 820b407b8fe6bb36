import SyntheticMotion
import Testing

@testable import RepCore

@Suite struct RangeOfMotionTests {
    private func degrees(_ sensor: SyntheticSensor) throws -> [Double?] {
        var signals = MovementSignals(sensor.segment())
        let finder = SetFinder()
        let set = try #require(finder.sets(in: &signals, kinds: [.tilt]).first)
        let course = CourseSignals(signals)
        let described = SetDescription(finder: finder).describe(
            set, in: &signals, course: course, features: FeatureSignals(signals, course))
        return described.reps.map(\.rangeOfMotionDegrees)
    }

    private func sensor(_ manner: SyntheticSensor.Manner, hasGyroscope: Bool) -> SyntheticSensor {
        var sensor = SyntheticSensor.set(6, manner)
        sensor.hasGyroscope = hasGyroscope
        return sensor
    }

    @Test(arguments: [10.0, 30, 60, 90, 120], [0.5, 1, 2])
    func aGyroscopeShowsItAtAnyTempo(degrees: Double, waySeconds: Double) throws {
        let found = try self.degrees(sensor(.init(degrees: degrees, waySeconds: waySeconds), hasGyroscope: true))
        #expect(found.count == 6 && found.allSatisfy { $0.map { abs($0 - degrees) < 2 } == true })
    }

    @Test(arguments: [20.0, 40, 60, 80], [1.0, 1.5, 2])
    func whatTheFilterTakesWithoutAGyroscopeIsGivenBack(degrees: Double, waySeconds: Double) throws {
        let found = try self.degrees(sensor(.init(degrees: degrees, waySeconds: waySeconds), hasGyroscope: false))
        #expect(found.count == 6 && found.allSatisfy { $0.map { abs($0 / degrees - 1) < 0.12 } == true }, "\(found)")
    }

    @Test(arguments: [1.0, 3])
    func aHoldIsLongEnoughForTheFilter(holdSeconds: Double) throws {
        let found = try degrees(sensor(.init(degrees: 60, holdSeconds: holdSeconds), hasGyroscope: false))
        #expect(found.count == 6 && found.allSatisfy { $0.map { abs($0 - 60) < 5 } == true }, "\(found)")
    }

    @Test func quickRepsWithoutAGyroscopeAreNotClaimed() throws {
        let found = try degrees(sensor(.init(degrees: 60, waySeconds: 0.6), hasGyroscope: false))
        #expect(found.count == 6 && found.allSatisfy { $0 == nil })
    }
}
