import Motion
import Testing

@testable import fixtures

@Suite struct ProgrammeTests {
    private func item(_ exercise: String, _ side: Side?) throws -> ProgrammeItem {
        try #require(ProgrammeItem.runnersKnee.first { $0.exercise == exercise && $0.side == side })
    }

    @Test func theProgrammeHasThirteenItemsWithSquatsTwice() {
        #expect(ProgrammeItem.runnersKnee.count == 13)
        #expect(ProgrammeItem.runnersKnee.filter { $0.exercise == "squat" }.count == 2)
    }

    @Test func verdictsFollowThePrescribedRange() throws {
        let squat = try item("squat", nil)
        #expect(squat.verdict(done: 0) == "missing")
        #expect(squat.verdict(done: 7) == "short")
        #expect(squat.verdict(done: 10) == "met")
        #expect(squat.verdict(done: 12) == "met")
        #expect(squat.verdict(done: 14) == "over")
        let stretch = try item("seated-hamstring-stretch", .left)
        #expect(stretch.verdict(done: 11) == "short")
        #expect(stretch.verdict(done: 20) == "met")
        #expect(stretch.verdict(done: 37) == "over")
    }

    @Test func aSensorOnOneLegSeesOneSidedExercisesOfThatLegOnly() throws {
        #expect(try item("clamshell", .right).isObservable(placement: .thigh, side: .right) == true)
        #expect(try item("clamshell", .left).isObservable(placement: .thigh, side: .right) == false)
        #expect(try item("leg-extension", .right).isObservable(placement: .shank, side: .right) == true)
        #expect(try item("leg-extension", .right).isObservable(placement: .thigh, side: .right) == false)
        #expect(try item("lunge", .left).isObservable(placement: .thigh, side: .right) == true)
        #expect(try item("lunge", .left).isObservable(placement: .wrist, side: .right) == nil)
    }

    @Test func aSessionDoesWhatItsPerformanceSays() {
        var random = Random(seed: 4)
        var performance = ProgrammePerformance.compliant(&random)
        performance.amounts[4] = 7
        performance.amounts[11] = 0
        performance.startRight()
        var dance = Choreography(person: .named("cleo"), random: random)
        dance.perform(performance)
        let sets = dance.truth.sets
        #expect(!sets.contains { $0.exercise == "bridge" })
        #expect(sets.filter { $0.exercise == "squat" }.map(\.reps.count) == [7, Int(performance.amounts[12])])
        #expect(sets.filter { $0.exercise == "lunge" }.map(\.side) == ["right", "left"])
        #expect(dance.truth.holds.count == 4)
        #expect(zip(sets, sets.dropFirst()).allSatisfy { $0.end < $1.start })
    }

    @Test func alternatingLungesGiveEachLegItsCount() {
        var random = Random(seed: 4)
        var performance = ProgrammePerformance.compliant(&random)
        performance.alternatingLunges = true
        performance.amounts[2] = 11
        performance.amounts[3] = 11
        var dance = Choreography(person: .named("cleo"), random: random)
        dance.perform(performance)
        let lunges = dance.truth.sets.filter { $0.exercise == "lunge" }
        #expect(lunges.map(\.reps.count) == [22])
        #expect(lunges.map(\.side) == ["alternating"])
    }
}
