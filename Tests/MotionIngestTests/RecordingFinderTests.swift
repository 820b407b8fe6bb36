import Testing

@testable import MotionIngest

@Suite struct RecordingFinderTests {
    @Test func findsPairsFoldersAndSingleFilesInStableOrder() throws {
        let files = [
            "b/squat_MetaWear_2019_C42_Accelerometer_12.500Hz_1.4.4.csv": "x", "b/squat_MetaWear_2019_C42_Gyroscope_25.000Hz_1.4.4.csv": "x",
            "b/row_MetaWear_2019_C42_Accelerometer_12.500Hz_1.4.4.csv": "x", "a/2020-09-13/Accelerometer.csv": "x", "a/2020-09-13/Gravity.csv": "x",
            "a/2020-09-13/Metadata.csv": "x", "z.csv": "x", "notes.md": "x", ".hidden.csv": "x", "README.txt": "x",
        ]
        try withFolder(files) { folder in
            let found = try RecordingFinder.recordings(under: folder).map { $0.map { String($0.dropFirst(folder.count + 1)) } }
            #expect(found == [
                ["a/2020-09-13"],
                ["b/row_MetaWear_2019_C42_Accelerometer_12.500Hz_1.4.4.csv"],
                ["b/squat_MetaWear_2019_C42_Accelerometer_12.500Hz_1.4.4.csv", "b/squat_MetaWear_2019_C42_Gyroscope_25.000Hz_1.4.4.csv"],
                ["z.csv"],
            ])
            let again = try RecordingFinder.recordings(under: folder).map { $0.map { String($0.dropFirst(folder.count + 1)) } }
            #expect(again == found)
        }
    }

    @Test(arguments: [
        (["d/Accelerometer.csv", "d/Gravity.csv", "d/Gyroscope.csv"], [["d/Accelerometer.csv", "d/Gravity.csv", "d/Gyroscope.csv"]]),
        (["Gyroscope.csv", "Accelerometer.csv"], [["Gyroscope.csv", "Accelerometer.csv"]]),
        (["a_acceleration_50Hz.csv", "a_gravity_25Hz.csv"], [["a_acceleration_50Hz.csv", "a_gravity_25Hz.csv"]]),
        // Without acceleration, or with that of two recordings, nothing says what belongs to what.
        (["Gravity.csv", "Gyroscope.csv"], [["Gravity.csv"], ["Gyroscope.csv"]]),
        (["Accelerometer.csv", "Acceleration.csv", "Gyroscope.csv"], [["Accelerometer.csv"], ["Acceleration.csv"], ["Gyroscope.csv"]]),
        (["a/Accelerometer.csv", "b/Gyroscope.csv"], [["a/Accelerometer.csv"], ["b/Gyroscope.csv"]]),
        (["x.csv", "y.csv"], [["x.csv"], ["y.csv"]]),
    ])
    func filesOfOneRecordingGoTogether(_ files: [String], _ recordings: [[String]]) {
        #expect(RecordingFinder.together(files) == recordings)
    }

    @Test func aFileIsItsOwnRecording() throws {
        try withFolder(["a.csv": "x"]) { folder in
            let found = try RecordingFinder.recordings(under: "\(folder)/a.csv")
            #expect(found == [["\(folder)/a.csv"]])
        }
    }

    @Test func aFolderWithoutRecordingsGivesNone() throws {
        let found = try withFolder(["notes.md": "x"]) { try RecordingFinder.recordings(under: $0) }
        #expect(found.isEmpty)
    }

    @Test func aMissingFolderIsNoInput() throws {
        let error = try #require(throws: IngestError.self) { try RecordingFinder.recordings(under: "/nowhere/at/all") }
        #expect(error.kind == .noInput)
    }
}
