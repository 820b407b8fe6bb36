import RepCore
import Testing

@Suite struct QuaternionTests {
    @Test func quarterTurnAboutZTakesXToY() {
        let turn = Quaternion(rotationVector: SIMD3(0, 0, .pi / 2))
        #expect((turn.rotate(SIMD3(1, 0, 0)) - SIMD3(0, 1, 0)).length < 1e-12)
        #expect(abs(turn.angle - .pi / 2) < 1e-12)
    }

    @Test func productRotatesByTheRightFactorFirst() {
        var random = SeededGenerator(seed: 4)
        for _ in 0..<100 {
            let a = Quaternion(rotationVector: random.vector() * 3)
            let b = Quaternion(rotationVector: random.vector() * 3)
            let v = random.vector()
            #expect(((a * b).rotate(v) - a.rotate(b.rotate(v))).length < 1e-12)
            #expect((a.conjugate.rotate(a.rotate(v)) - v).length < 1e-12)
        }
    }

    @Test func smallestRotationBetweenDirections() {
        var random = SeededGenerator(seed: 5)
        for _ in 0..<100 {
            let from = random.vector().normalized!
            let to = random.vector().normalized!
            #expect((Quaternion(from: from, to: to).rotate(from) - to).length < 1e-12)
            #expect((Quaternion(from: from, to: -from).rotate(from) + from).length < 1e-12)
        }
    }

    @Test func tinyAndZeroRotations() {
        #expect(Quaternion(rotationVector: .zero) == .identity)
        let tiny = Quaternion(rotationVector: SIMD3(1e-6, 0, 0))
        #expect(abs(tiny.angle - 1e-6) < 1e-15)
        #expect(Quaternion(w: 0, v: .zero).normalized == .identity)
    }
}
