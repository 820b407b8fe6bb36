import RepCore
import Testing

@Suite struct PairRunnerTests {
    @Test func bothResultsComeBackInTheirPlaces() {
        let (number, text) = OneAfterTheOther().run({ 7 }, { "seven" })
        #expect(number == 7)
        #expect(text == "seven")
    }
}
