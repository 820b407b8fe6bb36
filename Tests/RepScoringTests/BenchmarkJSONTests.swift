import Foundation
import RepScoring
import Testing

@Suite struct BenchmarkJSONTests {
    @Test func jsonHasEveryMetricAndNullForTheUndefined() throws {
        let text = BenchmarkJSON([sampleResult]).text()
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
        let text = BenchmarkJSON([sampleResult]).text()
        let keys = ["\"schema\"", "\"counters\"", "\"datasets\"", "\"groups\"", "\"subjects\"", "\"recordings\": ["]
        let places = try keys.map { try #require(text.range(of: $0)).lowerBound }
        #expect(places == places.sorted())
    }
}
