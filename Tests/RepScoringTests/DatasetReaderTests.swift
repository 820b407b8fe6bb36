import Foundation
import RepScoring
import Testing

@Suite struct DatasetReaderTests {
    static func manifest(name: String = "d", recordings: String) -> String {
        #"{"schema":"repcount.dataset/1","name":"\#(name)","description":"x","recordings":[\#(recordings)]}"#
    }

    static func entry(_ truth: String, id: String = "a", more: String = "") -> String {
        #"{"id":"\#(id)","files":["recordings/a.csv"],"exercise":"squat","placement":"thigh","subject":"s1"\#(more),"truth":\#(truth)}"#
    }

    func read(_ manifest: String) throws -> Dataset {
        try withTemporaryFolder { folder in
            try write(manifest, to: folder.appendingPathComponent("manifest.json"))
            return try #require(DatasetReader.read([folder.path]).first)
        }
    }

    func message(_ manifest: String) -> String {
        do {
            _ = try read(manifest)
            return ""
        } catch {
            return "\(error)"
        }
    }

    @Test func everyKeyOfTheContractIsRead() throws {
        let truth = """
            {"reps":8,"min":7,"max":9,"turning_points_s":[1,2.5],"rep_boundaries_s":[0,2,4],
             "sets":[{"exercise":"squat","side":"left","start_s":1,"end_s":9.5,"reps":8}],
             "holds":[{"start_s":10,"end_s":35},{"exercise":"h","side":"right","start_s":40,"end_s":50}]}
            """
        let more = #","side":"left","variant":"clean","plan":"runners-knee","expected":[{"exercise":"squat","side":null,"verdict":"not-observable"}]"#
        let dataset = try read(Self.manifest(recordings: Self.entry(truth, more: more)))
        let recording = try #require(dataset.recordings.first)
        #expect(dataset.name == "d")
        #expect(recording.files.first?.hasSuffix("/recordings/a.csv") == true)
        #expect(recording.placement == .thigh && recording.side == .left && recording.variant == "clean")
        #expect(recording.truth.count == 7...9)
        #expect(recording.truth.turningPointsSeconds == [1, 2.5])
        #expect(recording.truth.repBoundariesSeconds == [0, 2, 4])
        #expect(recording.truth.sets == [TrueSet(exercise: "squat", side: .left, span: Span(1, 9.5), reps: 8)])
        #expect(
            recording.truth.holds == [
                TrueHold(span: Span(10, 35)), TrueHold(exercise: "h", side: .right, span: Span(40, 50)),
            ])
        #expect(recording.plan == .named("runners-knee"))
        #expect(recording.expected == [ExpectedVerdict(exercise: "squat", verdict: .notObservable)])
    }

    @Test func minAndMaxDefaultToReps() throws {
        #expect(try read(Self.manifest(recordings: Self.entry(#"{"reps":5}"#))).recordings[0].truth.count == 5...5)
        #expect(try read(Self.manifest(recordings: Self.entry("{}"))).recordings[0].truth.count == nil)
    }

    @Test func aPlanMayStandInTheManifest() throws {
        let plan = #"{"schema":"repcount.plan/1","name":"p","items":[{"exercise":"squat","reps":"10-12"}]}"#
        let dataset = try read(Self.manifest(recordings: Self.entry("{}", more: ",\"plan\":\(plan)")))
        #expect(
            dataset.recordings[0].plan
                == .inline(#"{"items":[{"exercise":"squat","reps":"10-12"}],"name":"p","schema":"repcount.plan/1"}"#))
    }

    @Test(arguments: [
        ("", "not valid JSON"),
        ("[]", "wrong type"),
        (#"{"schema":"repcount.dataset/9","name":"d","recordings":[]}"#, "repcount.dataset/9"),
        (#"{"schema":"repcount.dataset/1","recordings":[]}"#, "name is missing"),
        (manifest(recordings: entry(#"{"reps":"ten"}"#)), "recordings[0].truth.reps has the wrong type"),
        (manifest(recordings: entry(#"{"reps":5,"min":6}"#)), "min <= reps <= max"),
        (manifest(recordings: entry(#"{"reps":-1}"#)), "recordings[0].truth.reps"),
        (manifest(recordings: entry(#"{"min":3}"#)), "min and max come together"),
        (manifest(recordings: entry(#"{"turning_points_s":[2,1]}"#)), "truth.turning_points_s: times must rise"),
        (manifest(recordings: entry(#"{"rep_boundaries_s":[1,1]}"#)), "truth.rep_boundaries_s: times must rise"),
        (manifest(recordings: entry(#"{"holds":[{"start_s":5,"end_s":5}]}"#)), "truth.holds[0].end_s"),
        (manifest(recordings: entry(#"{"sets":[{"exercise":"squat","start_s":1,"end_s":2}]}"#)), "sets[0].reps is missing"),
        (manifest(recordings: entry("{}") + "," + entry("{}")), "\"a\" stands there twice"),
        (manifest(recordings: entry("{}").replacingOccurrences(of: "thigh", with: "elbow")), "recordings[0].placement: \"elbow\" is none of thigh, shank,"),
        (manifest(recordings: entry("{}", more: #","expected":[{"exercise":"squat","verdict":"good"}]"#)), "expected[0].verdict: \"good\" is none of met,"),
        (manifest(recordings: entry("{}", more: #","expected":[{"exercise":"squat"}]"#)), "expected[0].verdict is missing"),
        (manifest(recordings: entry(#"{"sets":[{"exercise":"squat","start_s":1,"end_s":2,"reps":-3}]}"#)), "sets[0].reps"),
        (manifest(recordings: entry("{}").replacingOccurrences(of: #""recordings/a.csv""#, with: "")), "names no file"),
    ])
    func aBrokenManifestIsNamedWithThePlace(manifest: String, expected: String) {
        let message = message(manifest)
        #expect(message.contains(expected), "\(message)")
        #expect(message.contains("manifest.json"))
    }

    @Test func aFolderOfDatasetsIsReadInOrderOfNames() throws {
        try withTemporaryFolder { folder in
            for name in ["b", "a", "c"] {
                try write(
                    Self.manifest(name: name, recordings: ""), to: folder.appendingPathComponent("\(name)/manifest.json"))
            }
            try write("not a dataset", to: folder.appendingPathComponent("README.md"))
            #expect(try DatasetReader.read([folder.path]).map(\.name) == ["a", "b", "c"])
            #expect(try DatasetReader.read([folder.path + "/c/", folder.path + "/a/manifest.json"]).map(\.name) == ["c", "a"])
        }
    }

    @Test func pathsWithoutDatasetsSaySo() throws {
        try withTemporaryFolder { folder in
            try write("x", to: folder.appendingPathComponent("file.csv"))
            func message(_ path: String) -> String {
                do {
                    _ = try DatasetReader.read([path])
                    return ""
                } catch {
                    return error.message
                }
            }
            #expect(message(folder.path).contains("holds no manifest.json"))
            #expect(message(folder.path + "/nothing").contains("no such file or folder"))
            #expect(message(folder.path + "/file.csv").contains("not a dataset"))
        }
    }

    @Test func oneNameTwiceIsAnError() throws {
        try withTemporaryFolder { folder in
            try write(Self.manifest(recordings: ""), to: folder.appendingPathComponent("manifest.json"))
            #expect(throws: DatasetError.self) { try DatasetReader.read([folder.path, folder.path]) }
        }
    }
}
