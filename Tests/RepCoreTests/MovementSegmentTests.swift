import Testing

@testable import RepCore

@Suite struct MovementSegmentTests {
    private let segment = MovementSegment(
        startSeconds: 8, rateHz: 25, acceleration: (0..<51).map { SIMD3(0, 0, Double($0)) },
        angularRate: (0..<51).map { SIMD3(Double($0), 0, 0) })

    @Test func timesCountFromTheStart() {
        #expect(segment.count == 51)
        #expect(segment.durationSeconds == 2)
        #expect(segment.seconds(at: 0) == 8)
        #expect(segment.seconds(at: 50) == 10)
    }

    @Test(arguments: [0, 1])
    func fewerThanTwoPointsHaveNoDuration(points: Int) {
        let short = MovementSegment(startSeconds: 3, rateHz: 25, acceleration: Array(repeating: .zero, count: points))
        #expect(short.durationSeconds == 0)
    }

    @Test func pointsAreTheGridAgain() {
        let points = Array(segment.points)
        #expect(points.count == 51)
        #expect(points[10] == GridSample(timeSeconds: 8.4, acceleration: SIMD3(0, 0, 10), angularRate: SIMD3(10, 0, 0)))
        #expect(points.indices.filter { points[$0].startsSegment } == [0])
    }

    @Test func withoutAGyroscopeThePointsHaveNone() {
        let bare = MovementSegment(startSeconds: 0, rateHz: 25, acceleration: segment.acceleration)
        #expect(bare.points.allSatisfy { $0.angularRate == nil })
    }

    @Test func playedBackwardsItTurnsTheOtherWay() {
        let part = segment.reversed(10..<30)
        #expect(part.startSeconds == 8.4 && part.rateHz == 25 && part.count == 20)
        #expect(part.acceleration.first == SIMD3(0, 0, 29) && part.acceleration.last == SIMD3(0, 0, 10))
        #expect(part.angularRate?.first == SIMD3(-29, 0, 0) && part.angularRate?.last == SIMD3(-10, 0, 0))
    }

    @Test func playedBackwardsTwiceItIsTheSame() {
        #expect(segment.reversed(0..<51).reversed(0..<51) == segment)
        let bare = MovementSegment(startSeconds: 0, rateHz: 25, acceleration: segment.acceleration)
        #expect(bare.reversed(0..<51).angularRate == nil)
    }
}
