import Foundation
import Motion
import SessionModel
import Testing

private let session = Session(
    recording: RecordingSummary(
        files: ["acc.csv", "gyro.csv"], format: "metawear", placement: .upperArm, start: "2019-01-15T20:04:09.161Z",
        durationSeconds: 16.7, rateHz: 25, samples: 418, gaps: [Gap(startSeconds: 3.1, durationSeconds: 0.4)],
        findings: [Finding(file: "acc.csv", line: 12, kind: "nan-cell", message: "1 cell is no number")]),
    sets: [
        SetResult(
            exercise: "squat", startSeconds: 1.2, endSeconds: 33, reps: 12, range: 11...12, partial: 1,
            confidence: 0.97,
            detail: [
                RepResult(
                    startSeconds: 1.2, turnSeconds: 2.4, endSeconds: 3.6, rangeOfMotionDegrees: 81, outSeconds: 1.2,
                    backSeconds: 1.2, confidence: 0.99)
            ],
            measures: SetMeasures(
                tempoSeconds: 2.4, repsPerMinute: 24.8, durationVariation: 0.06, autocorrelation: 0.95,
                rangeOfMotionChange: -0.1, durationChange: 0.2)),
        SetResult(
            exercise: "lunge", side: .alternating, startSeconds: 40, endSeconds: 44, reps: 1, range: 1...1,
            confidence: 0.5,
            detail: [RepResult(startSeconds: 40, turnSeconds: 42, endSeconds: 44, holdSeconds: 0.5, side: .left)],
            looksLike: "squat"),
    ],
    holds: [HoldResult(exercise: "standing-hamstring-stretch", side: .left, startSeconds: 50, endSeconds: 74.1)],
    plan: PlanResult(
        name: "mine",
        items: [
            PlanItemResult(
                exercise: "squat", prescribed: Prescription(reps: 10...12), detectedReps: 12, verdict: .met),
            PlanItemResult(
                exercise: "standing-hamstring-stretch", side: .left,
                prescribed: Prescription(sets: 2, holdSeconds: 20...30), detectedHoldSeconds: 24.1, verdict: .short),
            PlanItemResult(
                exercise: "clamshell", side: .right, prescribed: Prescription(reps: 10...12, holdSeconds: 2...5),
                verdict: .notObservable),
        ],
        adherence: 0.75))

@Suite struct SessionJSONTests {
    /// The contract, letter by letter.
    @Test func everyKeyIsWhereTheContractHasIt() {
        let expected = """
            {"schema":"repcount.session/1",
            "recording":{"files":["acc.csv","gyro.csv"],"format":"metawear","placement":"upper-arm",
            "start":"2019-01-15T20:04:09.161Z","duration_s":16.7,"rate_hz":25.0,"samples":418,
            "gaps":[{"start_s":3.1,"duration_s":0.4}],
            "findings":[{"file":"acc.csv","line":12,"kind":"nan-cell","message":"1 cell is no number"}],"sensors":null},
            "sets":[{"exercise":"squat","side":null,"start_s":1.2,"end_s":33.0,"reps":12,"range":[11,12],"partial":1,
            "confidence":0.97,"detail":[{"start_s":1.2,"turn_s":2.4,"end_s":3.6,"range_of_motion_deg":81.0,"hold_s":null,
            "out_s":1.2,"back_s":1.2,"confidence":0.99}],
            "measures":{"tempo_s":2.4,"reps_per_minute":24.8,"duration_variation":0.06,"autocorrelation":0.95,
            "range_of_motion_change":-0.1,"duration_change":0.2}},
            {"exercise":"lunge","side":"alternating","start_s":40.0,"end_s":44.0,"reps":1,"range":[1,1],"partial":0,
            "confidence":0.5,"looks_like":"squat","detail":[{"start_s":40.0,"turn_s":42.0,"end_s":44.0,"range_of_motion_deg":null,"hold_s":0.5,
            "side":"left","out_s":null,"back_s":null,"confidence":null}],
            "measures":{"tempo_s":null,"reps_per_minute":null,"duration_variation":null,"autocorrelation":null,
            "range_of_motion_change":null,"duration_change":null}}],
            "holds":[{"exercise":"standing-hamstring-stretch","side":"left","start_s":50.0,"end_s":74.1,"duration_s":24.1}],
            "plan":{"name":"mine","items":[
            {"exercise":"squat","side":null,"prescribed":{"reps":[10,12]},"detected":{"reps":12},"verdict":"met"},
            {"exercise":"standing-hamstring-stretch","side":"left","prescribed":{"sets":2,"hold_s":[20.0,30.0]},
            "detected":{"hold_s":24.1},"verdict":"short"},
            {"exercise":"clamshell","side":"right","prescribed":{"reps":[10,12],"hold_s":[2.0,5.0]},"detected":null,
            "verdict":"not-observable"}],"adherence":0.75}}
            """
        #expect(session.json.serialized() == expected.replacing("\n", with: ""))
    }

    @Test func withoutAPlanThePlanIsNull() {
        let empty = Session(
            recording: RecordingSummary(files: [], format: "canonical", durationSeconds: 0, rateHz: nil, samples: 0),
            sets: [], holds: [], plan: nil)
        #expect(
            empty.json.serialized() == """
                {"schema":"repcount.session/1","recording":{"files":[],"format":"canonical","placement":null,"start":null,\
                "duration_s":0.0,"rate_hz":null,"samples":0,"gaps":[],"findings":[],"sensors":null},"sets":[],"holds":[],"plan":null}
                """)
    }

    @Test(arguments: [JSONValue.Layout.compact, .indented])
    func whatIsWrittenReadsBackEqual(layout: JSONValue.Layout) throws {
        let text = session.json.serialized(layout)
        #expect(try JSONDecoder().decode(Session.self, from: Data(text.utf8)) == session)
    }

    @Test func anotherSchemaOrARangeTurnedRoundIsRefused() {
        let text = session.json.serialized()
        for wrong in [
            text.replacing("repcount.session/1", with: "repcount.session/9"),
            text.replacing("[11,12]", with: "[12,11]"),
            text.replacing("[11,12]", with: "[12]"),
            text.replacing("upper-arm", with: "elbow"),
        ] {
            #expect(throws: DecodingError.self) { try JSONDecoder().decode(Session.self, from: Data(wrong.utf8)) }
        }
    }
}
