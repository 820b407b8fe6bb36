import Foundation
import RepScoring
import Testing

@Suite struct OrderedJSONTests {
    @Test func jsonEscapesAndHasNoNaN() {
        let value = OrderedJSON.array([.string("a\"\\\n\u{1}é"), .number(.nan), .number(0.5), .object([])])
        #expect(value.text() == #"["a\"\\\n\u0001é",null,0.5,{}]"#)
    }

    @Test func prettyTextIndentsByTwo() {
        let value = OrderedJSON.object([.init("b", .array([.integer(1), .null])), .init("a", .bool(true))])
        #expect(value.text(pretty: true) == "{\n  \"b\": [\n    1,\n    null\n  ],\n  \"a\": true\n}")
    }

    @Test func whatIsReadIsWritten() throws {
        let text = #"{"a":[1,2.5,null,true,"x",{}],"b":{"c":-3}}"#
        #expect(try JSONDecoder().decode(OrderedJSON.self, from: Data(text.utf8)).text() == text)
    }
}
