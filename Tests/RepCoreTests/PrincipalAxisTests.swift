import RepCore
import Testing

@Suite struct PrincipalAxisTests {
    @Test func eigenpairsOfAKnownMatrix() {
        // [[2, 1, 0], [1, 2, 0], [0, 0, 5]] has eigenvalues 5, 3 and 1.
        let pairs = SymmetricMatrix3(diagonal: SIMD3(2, 2, 5), xy: 1, yz: 0, zx: 0).eigenpairs()
        #expect(zip(pairs.map(\.value), [5, 3, 1]).allSatisfy { abs($0 - $1) < 1e-12 })
        #expect(abs(abs(pairs[1].vector.dot(SIMD3(1, 1, 0))) - 2.0.squareRoot()) < 1e-12)
    }

    @Test func vectorsAreOrthonormalAndRebuildTheMatrix() {
        var random = SeededGenerator(seed: 1)
        for _ in 0..<100 {
            let matrix = SymmetricMatrix3(covarianceOf: (0..<4).map { _ in random.vector() }, mean: .zero)
            let pairs = matrix.eigenpairs()
            #expect(pairs[0].value >= pairs[1].value && pairs[1].value >= pairs[2].value)
            for i in 0..<3 {
                for j in 0..<3 {
                    #expect(abs(pairs[i].vector.dot(pairs[j].vector) - (i == j ? 1 : 0)) < 1e-12)
                }
            }
            let xy = pairs.reduce(0) { $0 + $1.value * $1.vector.x * $1.vector.y }
            #expect(abs(xy - matrix.xy) < 1e-12)
        }
    }

    @Test func covarianceKeepsItsDigitsFarFromZero() {
        let far = SIMD3<Double>(1e8, -1e8, 1e8)
        let values: [SIMD3<Double>] = [SIMD3(1, 0, 0), SIMD3(-1, 0, 0), SIMD3(1, 0, 0), SIMD3(-1, 0, 0)]
        #expect(abs(SymmetricMatrix3(covarianceOf: values.map { $0 + far }, mean: far).diagonal.x - 1) < 1e-6)
    }

    @Test func theAxisOfALineIsTheLine() {
        let line = SIMD3<Double>(2, -1, 2) / 3
        let axis = PrincipalAxis(of: (0..<50).map { line * Double($0) + SIMD3(1, 2, 3) })!
        #expect(abs(abs(axis.direction.dot(line)) - 1) < 1e-12)
        #expect(axis.explainedVariance > 1 - 1e-12)
        #expect(abs(axis.project(axis.center)) < 1e-12)
    }

    @Test func turningTheSensorTurnsTheAxis() {
        var random = SeededGenerator(seed: 2)
        let values = (0..<200).map { _ in random.vector() * SIMD3(3, 2, 1) }
        let axis = PrincipalAxis(of: values)!
        for _ in 0..<100 {
            let turn = Quaternion(rotationVector: random.vector() * 3)
            let turned = PrincipalAxis(of: values.map { turn.rotate($0) })!
            #expect(abs(abs(turned.direction.dot(turn.rotate(axis.direction))) - 1) < 1e-9)
            #expect(abs(turned.explainedVariance - axis.explainedVariance) < 1e-12)
        }
    }

    @Test func noVarianceNoAxis() {
        #expect(PrincipalAxis(of: []) == nil)
        #expect(PrincipalAxis(of: Array(repeating: SIMD3(1, 2, 3), count: 9)) == nil)
        #expect(PrincipalAxis(of: [SIMD3(1, 2, .nan), .zero]) == nil)
    }
}
