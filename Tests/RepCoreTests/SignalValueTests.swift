import RepCore
import Testing

@Suite struct SignalValueTests {
    @Test func vectorProducts() {
        let x = SIMD3<Double>(1, 0, 0), y = SIMD3<Double>(0, 1, 0)
        #expect(x.cross(y) == SIMD3(0, 0, 1))
        #expect(x.dot(y) == 0)
        #expect(SIMD3<Double>(2, 3, 6).length == 7)
    }

    @Test func onlyFiniteVectorsWithLengthHaveADirection() {
        #expect(SIMD3<Double>(0, 0, 5).normalized == SIMD3(0, 0, 1))
        #expect(SIMD3<Double>.zero.normalized == nil)
        #expect(SIMD3<Double>(.nan, 0, 1).normalized == nil)
        #expect(SIMD3<Double>(.infinity, 0, 1).normalized == nil)
    }
}
