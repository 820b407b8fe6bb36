import Motion
import Testing

@testable import fixtures

@Suite struct TruthTests {
    typealias Dance = @Sendable (inout Choreography) -> Void

    static let sets: [(String, Placement, @Sendable (Person) -> Pose, Dance)] = [
        ("squat", .thigh, { .standing($0) }, { $0.squats(7) }),
        ("lunge", .thigh, { .standing($0) }, { $0.lunges(7, side: .right) }),
        ("bridge", .thigh, { .crookLying($0) }, { $0.bridges(7) }),
        ("clamshell", .thigh, { .sideLying($0, top: .right) }, { $0.clamshells(7, side: .right) }),
        ("leg-extension", .shank, { .seated($0) }, { $0.legExtensions(7, side: .right) }),
    ]

    @Test(arguments: sets.indices)
    func repsAreCountedOrderedAndContainTheirTurn(index: Int) {
        let (exercise, _, start, dance) = Self.sets[index]
        var choreography = Choreography(person: .named("dora"), random: Random(seed: 21), start: start)
        dance(&choreography)
        let set = choreography.truth.sets[0]
        #expect(set.exercise == exercise)
        #expect(set.reps.count == 7)
        #expect(set.reps.allSatisfy { $0.start < $0.turn && $0.turn < $0.end })
        #expect(zip(set.reps, set.reps.dropFirst()).allSatisfy { $0.end <= $1.start })
        #expect(set.start <= set.reps[0].start && set.reps[6].end <= set.end && set.end <= choreography.now)
    }

    /// The truth is what the sensor went through: it is turned farther at every turn than at either boundary.
    @Test(arguments: sets.indices)
    func theSensorIsFarthestAtTheTurn(index: Int) {
        let (_, placement, start, dance) = Self.sets[index]
        let person = Person.named("anna")
        var random = Random(seed: 8)
        var choreography = Choreography(person: person, random: random, start: start)
        dance(&choreography)
        var motion = choreography.finished()
        let mount = Mount(placement, .right, on: person, random: &random)
        let set = choreography.truth.sets[0]
        let rest = mount.place(in: &motion, at: set.start).orientation
        func away(_ time: Double) -> Double {
            length((rest.inverse * mount.place(in: &motion, at: time).orientation).rotationVector) * 180 / .pi
        }
        for rep in set.reps {
            #expect(away(rep.turn) > 12)
            #expect(away(rep.turn) > 3 * away(rep.start))
            #expect(away(rep.turn) > 3 * away(rep.end))
        }
    }

    @Test func partialRepsAreKeptApart() {
        var dance = Choreography(person: .named("anna"), random: Random(seed: 3))
        dance.squats(6, style: .squat.with(partialAfter: [2, 4]))
        #expect(dance.truth.sets[0].reps.count == 6)
        #expect(dance.truth.sets[0].partialTurns.count == 2)
    }

    @Test func aStretchLastsAsLongAsAsked() {
        var dance = Choreography(person: .named("anna"), random: Random(seed: 3))
        dance.standingStretch(.left, seconds: 11)
        let hold = dance.truth.holds[0]
        #expect(abs(hold.end - hold.start - 11) < 1e-9)
        #expect(hold.side == .left)
    }

    @Test func anotherClockShiftsAndStretchesEverything() {
        var truth = Truth()
        truth.sets = [
            .init(exercise: "squat", reps: [.init(start: 10, turn: 11, end: 12)], partialTurns: [13], start: 10, end: 14)
        ]
        truth.holds = [.init(exercise: "stretch", side: nil, start: 20, end: 40)]
        let told = truth.told(byClock: 2, from: 5)
        #expect(told.sets[0].reps[0].turn == 12)
        #expect(told.sets[0].partialTurns == [16])
        #expect(told.sets[0].start == 10 && told.sets[0].end == 18)
        #expect(told.holds[0].start == 30 && told.holds[0].end == 70)
    }
}
