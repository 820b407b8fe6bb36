import Testing

@testable import fixtures

@Suite struct QuaternionTests {
    @Test func rotatesRightHanded() {
        let turned = Quaternion.z(90).rotate([1, 0, 0])
        #expect(length(turned - [0, 1, 0]) < 1e-12)
    }

    @Test func rotationVectorIsAxisTimesAngle() {
        let vector = Quaternion.rotation(degrees: 30, about: [0, 1, 0]).rotationVector
        #expect(length(vector - [0, .pi / 6, 0]) < 1e-12)
        #expect(Quaternion.identity.rotationVector == .zero)
    }

    @Test func rotationVectorTakesTheShorterWay() {
        let vector = Quaternion.x(350).rotationVector
        #expect(length(vector - [-10 * .pi / 180, 0, 0]) < 1e-12)
    }

    @Test func inverseUndoes() {
        var random = Random(seed: 3)
        for _ in 0..<50 {
            let q = Quaternion.random(&random)
            #expect(length((q.inverse * q).rotate([1, 2, 3]) - [1, 2, 3]) < 1e-12)
        }
    }
}

func length(_ v: SIMD3<Double>) -> Double { dot(v, v).squareRoot() }
