import Foundation
import Motion
import SessionModel
import Testing

@Suite struct InferredPlacementTests {
    private func session(_ inferred: InferredPlacement?) -> Session {
        Session(
            recording: RecordingSummary(
                files: ["a.csv"], format: "canonical", durationSeconds: 1, rateHz: 50, samples: 51,
                inferredPlacement: inferred),
            sets: [], holds: [], plan: nil)
    }

    @Test func itIsWrittenBesideThePlacementNobodyTold() throws {
        let inferred = InferredPlacement(placements: [.wrist, .upperArm], confidence: 0.93)
        let json = session(inferred).json.serialized()
        #expect(json.contains("\"placement\":null,\"inferred_placement\":{\"placements\":[\"wrist\",\"upper-arm\"],\"confidence\":0.93}"))
        let read = try JSONDecoder().decode(Session.self, from: Data(json.utf8))
        #expect(read == session(inferred))
    }

    @Test func whereNothingWasInferredNothingIsWritten() throws {
        let json = session(nil).json.serialized()
        #expect(!json.contains("inferred"))
        #expect(try JSONDecoder().decode(Session.self, from: Data(json.utf8)) == session(nil))
    }

    @Test func peopleReadWhereAndHowSureAndHowToContradict() {
        let one = InferredPlacement(placements: [.thigh], confidence: 0.947).finding
        #expect(one.kind == "placement-inferred")
        #expect(one.message == "worn on the thigh, judging by how it moved (94 %); --placement overrules it")
        #expect(InferredPlacement(placements: [.wrist, .upperArm, .chest], confidence: 0.9).places == "wrist, upper-arm or chest")
    }
}
