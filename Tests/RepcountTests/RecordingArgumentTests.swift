import ArgumentParser
import Testing

@testable import repcount

@Suite struct RecordingArgumentTests {
    @Test func aPlainPathHasNoPlace() throws {
        let argument = try RecordingArgument("folder/a.csv")
        #expect(argument.path == "folder/a.csv" && argument.placement == nil && argument.side == nil)
    }

    @Test func thePlaceStandsInFront() throws {
        let both = try RecordingArgument("thigh:right=a=b.csv")
        #expect(both.path == "a=b.csv" && both.placement == .thigh && both.side == .right)
        let placement = try RecordingArgument("upper-arm=a.csv")
        #expect(placement.path == "a.csv" && placement.placement == .upperArm && placement.side == nil)
    }

    @Test(arguments: ["thig=a.csv", "thigh:=a.csv", "thigh:up=a.csv", "thigh:left:right=a.csv", "=a.csv", "thigh="])
    func aPlaceThatIsNoneIsAUsageError(argument: String) {
        #expect(throws: ValidationError.self) { try RecordingArgument(argument) }
    }

    @Test func recordingsAreGroupedWithTheirPlaces() throws {
        let input = try RecordingArguments.parse(["thigh:right=a.csv", "shank=b.csv", "--side", "left"])
        let recordings = input.grouped()
        #expect(recordings.map(\.paths) == [["a.csv"], ["b.csv"]])
        #expect(recordings.map(\.placement) == [.thigh, .shank])
        #expect(recordings.map(\.side) == [.right, .left])
    }

    @Test func unitsAreOneOfAKind() throws {
        let both = try UnitsArgument("deg/s,g")
        #expect(both.acceleration == .g && both.angularRate == .degreesPerSecond)
        #expect(try UnitsArgument("m/s2").angularRate == nil)
        for wrong in ["", "g,mg", "furlong", "g,", "deg/s,rad/s"] {
            #expect(throws: ValidationError.self) { try UnitsArgument(wrong) }
        }
    }
}
