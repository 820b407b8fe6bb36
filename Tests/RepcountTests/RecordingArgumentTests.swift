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

    @Test(arguments: ["thig=a.csv", "thigh:=a.csv", "thigh:up=a.csv", "thigh:left:right=a.csv", "=a.csv", "thigh=", ""])
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

    private func sessions(_ arguments: String...) throws -> [[[String]]] {
        try RecordingArguments.parse(arguments).sessions().map { $0.map(\.paths) }
    }

    @Test func recordingsWithPlacesAreSensorsOfOneSession() throws {
        #expect(try sessions("thigh:right=a.csv", "shank:right=b.csv") == [[["a.csv"], ["b.csv"]]])
        #expect(try sessions("thigh:right=a.csv", "thigh:left=b.csv", "waist=c.csv") == [[["a.csv"], ["b.csv"], ["c.csv"]]])
    }

    @Test func theSamePlaceOnceMoreBeginsTheNextSession() throws {
        #expect(
            try sessions("thigh=mon.csv", "shank=mon2.csv", "thigh=tue.csv", "shank=tue2.csv")
                == [[["mon.csv"], ["mon2.csv"]], [["tue.csv"], ["tue2.csv"]]])
        #expect(try sessions("thigh:right=mon.csv", "thigh:right=tue.csv") == [[["mon.csv"]], [["tue.csv"]]])
    }

    @Test func oneFileIsNotOfTwoSensors() throws {
        let message = "a.csv is given for two places, and a recording is of one sensor. Name the other's file."
        let error = #expect(throws: (any Error).self) { try RecordingArguments.parse(["thigh=a.csv", "shank=a.csv"]) }
        #expect(RecordingArguments.message(for: try #require(error)) == message)
        #expect(try sessions("thigh=a.csv", "thigh=a.csv") == [[["a.csv"]], [["a.csv"]]])
    }

    @Test func aRecordingWithoutAPlaceIsASessionOfItsOwn() throws {
        #expect(try sessions("a.csv", "b.csv") == [[["a.csv"]], [["b.csv"]]])
        #expect(
            try sessions("thigh=a.csv", "b.csv", "shank=c.csv", "--placement", "wrist") == [[["a.csv"]], [["b.csv"]], [["c.csv"]]])
    }

    @Test func theFilesOfOneSensorAreOneRecordingOfIt() throws {
        #expect(
            try sessions("thigh:left=a_Accelerometer.csv", "a_Gyroscope.csv", "thigh:right=b_Accelerometer.csv", "b_Gyroscope.csv")
                == [[["a_Accelerometer.csv", "a_Gyroscope.csv"], ["b_Accelerometer.csv", "b_Gyroscope.csv"]]])
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
