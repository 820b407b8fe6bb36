import Foundation
import RepScoring
import SessionModel
import Testing

@Suite struct ReportTests {
    static let result = CounterResult(
        counter: "repcount", mode: .told,
        recordings: [
            RecordingResult(
                recording: recording("squat", id: "a", truth: Truth(count: 10...10)),
                outcome: .scored(
                    score(session([set("squat", 0, 9, reps: 9)]), recording("squat", truth: Truth(count: 10...10))))),
            RecordingResult(
                recording: recording("squat", id: "b \"x\"", truth: Truth(count: 8...9)), outcome: .failed("empty file")),
        ])

    @Test func theTableShowsWhatHasAFigureAndWhatFailed() {
        let text = ScoreTable([Self.result], groupings: [.group]).text()
        #expect(
            text == """
                Counts by group  n  failed  exact  within 1   MAE   bias  in range   single
                d/squat/thigh/-  2       1  0.0 %   100.0 %  1.00  -1.00     0.0 %  100.0 %

                Failed
                  repcount: d/b "x": empty file

                """)
    }

    @Test func severalCountersStandOneBelowTheOther() {
        var other = Self.result
        other.counter = "naive"
        let lines = ScoreTable([Self.result, other], groupings: [.dataset]).text().split(separator: "\n")
        #expect(lines[1].hasPrefix("d                  repcount (told)  2"))
        #expect(lines[2].hasPrefix("d                  naive (told)     2"))
    }

    @Test func jsonHasEveryMetricAndNullForTheUndefined() throws {
        let text = BenchmarkJSON([Self.result]).text()
        let document = try #require(
            try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        #expect(document["schema"] as? String == "repcount.benchmark/1")
        let counter = try #require((document["counters"] as? [[String: Any]])?.first)
        #expect(counter["mode"] as? String == "told")
        let group = try #require((counter["groups"] as? [[String: Any]])?.first)
        #expect(group["exercise"] as? String == "squat")
        #expect(group["variant"] is NSNull)
        let metrics = try #require(group["metrics"] as? [String: Any])
        #expect(Set(metrics.keys) == Set(Metric.all.map(\.key)))
        #expect(metrics["bias"] as? Double == -1)
        #expect(metrics["set_f1"] is NSNull)
        let recordings = try #require(counter["recordings"] as? [[String: Any]])
        #expect(recordings[0]["count"] as? Int == 9 && recordings[0]["failure"] is NSNull)
        #expect(recordings[1]["id"] as? String == "b \"x\"" && recordings[1]["failure"] as? String == "empty file")
    }

    @Test func keysKeepTheirOrder() throws {
        let text = BenchmarkJSON([Self.result]).text()
        let keys = ["\"schema\"", "\"counters\"", "\"datasets\"", "\"groups\"", "\"subjects\"", "\"recordings\": ["]
        let places = try keys.map { try #require(text.range(of: $0)).lowerBound }
        #expect(places == places.sorted())
    }

    @Test func jsonEscapesAndHasNoNaN() {
        let value = OrderedJSON.array([.string("a\"\\\n\u{1}é"), .number(.nan), .number(0.5), .object([])])
        #expect(value.text() == #"["a\"\\\n\u0001é",null,0.5,{}]"#)
    }
}
