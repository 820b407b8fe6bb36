import ExerciseCatalog
import Motion
import Testing

@Suite("What a sensor can see of an exercise")
struct ExerciseTests {
    private func exercise(_ name: String) throws -> Exercise {
        try #require(ExerciseCatalog.exercise(named: name))
    }

    @Test(arguments: [Placement.thigh, .shank, .waist, .chest, .wrist, .upperArm])
    func squatsAndLungesAreSeenFromAlmostAnywhereOnEitherSide(placement: Placement) throws {
        for name in ["squat", "lunge"] {
            for item in [Side.left, .right, nil] {
                #expect(try exercise(name).isObservable(from: placement, wornSide: .left, itemSide: item) == true)
                #expect(try exercise(name).isObservable(from: placement, wornSide: nil, itemSide: item) == true)
            }
        }
    }

    @Test func aFootStaysOnTheGroundInASquat() throws {
        #expect(try exercise("squat").isObservable(from: .foot, wornSide: .left, itemSide: nil) == false)
    }

    @Test func aThighSeesAClamshellOfItsOwnLegOnly() throws {
        let clamshell = try exercise("clamshell")
        #expect(clamshell.isObservable(from: .thigh, wornSide: .right, itemSide: .right) == true)
        #expect(clamshell.isObservable(from: .thigh, wornSide: .right, itemSide: .left) == false)
        #expect(clamshell.isObservable(from: .thigh, wornSide: .right, itemSide: nil) == true)
        #expect(clamshell.isObservable(from: .thigh, wornSide: nil, itemSide: .left) == nil, "may be seen")
        #expect(clamshell.isObservable(from: .wrist, wornSide: .right, itemSide: .right) == false)
    }

    @Test func aThighRestsOnTheChairInALegExtensionOfEitherLeg() throws {
        let extending = try exercise("leg-extension")
        #expect(extending.isObservable(from: .thigh, wornSide: .right, itemSide: .left) == false)
        #expect(extending.isObservable(from: .thigh, wornSide: .right, itemSide: .right) == false)
        #expect(extending.isObservable(from: .shank, wornSide: .right, itemSide: .right) == true)
        #expect(extending.isObservable(from: .shank, wornSide: .right, itemSide: .left) == false)
    }

    @Test func whatOneLegDoesAloneIsSeenFromALegOnly() {
        for exercise in ExerciseCatalog.all {
            for (placement, view) in exercise.observability where view == .sameSide { #expect(placement.isOnLeg) }
        }
        #expect(Placement.allCases.filter(\.isOnLeg) == [.thigh, .shank, .foot, .leg])
    }

    @Test func aLegIsAThighOrAShankAndAnswersWhereBothAgree() throws {
        #expect(try exercise("squat").isObservable(from: .leg, wornSide: nil, itemSide: nil) == true)
        #expect(try exercise("clamshell").isObservable(from: .leg, wornSide: .left, itemSide: .right) == false)
        #expect(try exercise("leg-extension").isObservable(from: .leg, wornSide: .left, itemSide: .left) == nil)
        #expect(try exercise("leg-extension").isObservable(from: .leg, wornSide: .left, itemSide: .right) == false)
    }

    @Test func withoutAPlacementNothingIsRuledOut() {
        for exercise in ExerciseCatalog.all {
            #expect(exercise.isObservable(from: nil, wornSide: .left, itemSide: .right) == nil)
        }
    }

    @Test func theSideFollowsFromTheSensorOnlyWhereNoOtherLegIsSeen() throws {
        #expect(try exercise("clamshell").isSeenOnlyOnWornLeg(from: .thigh))
        #expect(try exercise("clamshell").isSeenOnlyOnWornLeg(from: .leg))
        #expect(try exercise("leg-extension").isSeenOnlyOnWornLeg(from: .leg))
        #expect(try !exercise("lunge").isSeenOnlyOnWornLeg(from: .thigh))
        #expect(try !exercise("clamshell").isSeenOnlyOnWornLeg(from: .wrist))
        #expect(try !exercise("clamshell").isSeenOnlyOnWornLeg(from: nil))
    }
}
