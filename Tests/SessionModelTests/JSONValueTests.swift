import Foundation
import SessionModel
import Testing

@Suite struct JSONValueTests {
    @Test func keysStayInTheirOrder() {
        let value: JSONValue = ["z": .integer(1), "a": .bool(true), "m": .null]
        #expect(value.serialized() == #"{"z":1,"a":true,"m":null}"#)
    }

    @Test func absentIsNullAndSoIsWhatJSONCannotSay() {
        #expect(JSONValue(nil as Double?) == .null)
        #expect(JSONValue(nil as Int?) == .null)
        #expect(JSONValue(nil as String?) == .null)
        for number in [Double.nan, .infinity, -.infinity] {
            #expect(JSONValue(number).serialized() == "null")
            #expect(JSONValue.number(number).serialized() == "null")
        }
    }

    @Test(arguments: [
        (1.23456, "1.235"), (16.7, "16.7"), (25, "25.0"), (-0.0001, "0.0"), (0.1 + 0.2, "0.3"), (1e300, "1e+300"),
    ])
    func numbersAreRoundedToTheMillisecond(number: Double, text: String) {
        #expect(JSONValue(number).serialized() == text)
    }

    @Test func stringsAreEscaped() {
        #expect(JSONValue.string("a\"b\\c\n\u{1}é\u{1F3C3}").serialized() == #""a\"b\\c\n\u0001é🏃""#)
    }

    @Test func indentedTextBreaksOnlyWhatDoesNotFit() {
        let row = JSONValue.array((0..<12).map { .integer($0) })
        #expect(row.serialized(.indented) == "[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]")
        let long = JSONValue.object([.init("rows", .array([row, row, row]))])
        #expect(
            long.serialized(.indented) == """
                {
                  "rows": [
                    [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11],
                    [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11],
                    [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]
                  ]
                }
                """)
    }

    @Test func whatHasNoPartsStaysOnItsLine() {
        let text = String(repeating: "é", count: 120)
        let value = JSONValue.object([.init("name", .string(text)), .init("none", .array([])), .init("nothing", .object([]))])
        #expect(
            value.serialized(.indented) == """
                {
                  "name": "\(text)",
                  "none": [],
                  "nothing": {}
                }
                """)
    }

    @Test(arguments: 90...110)
    func aLineIsFullAtAHundredColumns(length: Int) {
        let value = JSONValue.array([.string(String(repeating: "x", count: length - 4))])
        #expect(value.serialized(.indented).contains("\n") == (length > 100))
    }

    @Test func whatIsReadIsWritten() throws {
        let text = #"{"a":[1,2.5,null,true,"x",{}],"b":{"c":-3}}"#
        #expect(try JSONDecoder().decode(JSONValue.self, from: Data(text.utf8)).serialized() == text)
    }
}
