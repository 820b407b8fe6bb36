import Foundation
import SessionModel
import Testing

@Suite struct JSONSchemaTests {
    @Test(arguments: JSONSchema.allCases)
    func aSchemaIsJSONAndSaysWhatItDescribes(schema: JSONSchema) throws {
        let object = try #require(JSONSerialization.jsonObject(with: Data(schema.text.utf8)) as? [String: Any])
        #expect(object["$schema"] as? String == "https://json-schema.org/draft/2020-12/schema")
        #expect(object["$id"] as? String == "urn:repcount:\(schema.rawValue):1")
        #expect((object["description"] as? String)?.hasSuffix(".") == true)
        let properties = try #require(object["properties"] as? [String: Any])
        // Events say of each line what it is, as the contract has it; everything else names its schema.
        guard schema != .liveEvent else { return #expect(properties["event"] != nil) }
        #expect((properties["schema"] as? [String: String]) == ["const": "repcount.\(schema.rawValue)/1"])
    }

    /// The Swift types and the schemas name the same contract.
    @Test func contractsHaveTheirSchemas() {
        for schema in [Session.schema, WeekReport.schema] {
            #expect(JSONSchema.allCases.contains { "repcount.\($0.rawValue)/1" == schema })
        }
    }
}
