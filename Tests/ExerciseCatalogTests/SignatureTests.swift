import Motion
import RepCore
import Testing

@testable import ExerciseCatalog

@Suite struct SignatureTests {
    @Test func membershipIsOneInsideAndFallsToTheFloor() {
        let term = Term.within(.tilt, 40...100, never: 20, 120, floor: 0.2)
        #expect(term.membership(of: 40) == 1)
        #expect(term.membership(of: 100) == 1)
        #expect(abs(term.membership(of: 30) - 0.6) < 1e-12)
        #expect(abs(term.membership(of: 110) - 0.6) < 1e-12)
        #expect(term.membership(of: 0) == 0.2)
        #expect(term.membership(of: 500) == 0.2)
    }

    @Test func oneSidedTermsHaveNoOtherBound() {
        #expect(Term.atMost(.hold, 2, never: 4).membership(of: -1e6) == 1)
        #expect(Term.atMost(.hold, 2, never: 4).membership(of: 3) == 0.5)
        #expect(Term.atLeast(.reps, 5, never: 1).membership(of: 1e6) == 1)
        #expect(Term.atLeast(.reps, 5, never: 1).membership(of: 3) == 0.5)
    }

    @Test(arguments: [Double.nan, .infinity, -.infinity])
    func whatIsNoNumberIsOutside(value: Double) {
        #expect(Term.atMost(.hold, 2, never: 4, floor: 0.1).membership(of: value) == 0.1)
        #expect(Term.atLeast(.hold, 2, never: 1).membership(of: value) == 0)
    }

    @Test func aLegIsThighOrShank() {
        let row = Signature("lunge", .rear, from: [.shank], [])
        #expect(row.isSeen(from: .leg))
        #expect(row.isSeen(from: .shank))
        #expect(row.isSeen(from: nil))
        #expect(!row.isSeen(from: .thigh))
        #expect(!Signature("lunge", from: [.wrist], []).isSeen(from: .leg))
    }
}
