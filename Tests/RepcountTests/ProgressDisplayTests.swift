import Testing

@testable import repcount

@Suite struct ProgressDisplayTests {
    /// What is shown at each step of a run.
    private func shown(
        _ style: ProgressDisplay.Style, of total: Int, _ steps: [(done: Int, failed: Int, seconds: Double)]
    ) -> [String?] {
        var display = ProgressDisplay(style: style)
        return steps.map { display.text(done: $0.done, total: total, failed: $0.failed, elapsedSeconds: $0.seconds) }
    }

    @Test func aTerminalGetsABarWithRateAndTimeLeft() {
        let texts = shown(.bar, of: 100, [(25, 0, 10), (26, 0, 10.05), (27, 2, 10.2), (100, 2, 10.21)])
        #expect(
            texts == [
                "\r\u{1B}[K[======                  ]  25/100  25 %  2.5 a second, 30 s left", nil,
                "\r\u{1B}[K[======                  ]  27/100  27 %  2.6 a second, 28 s left, 2 failed", "\r\u{1B}[K",
            ])
    }

    @Test func aPipeGetsALineNowAndThen() {
        let texts = shown(.lines, of: 10_000, [(1, 0, 1), (200, 0, 10), (300, 0, 15), (10_000, 3, 500)])
        #expect(
            texts == [
                nil, "200 of 10000 recordings, 20 a second, 8 min 10 s left\n", nil,
                "10000 of 10000 recordings, 20 a second, 3 failed\n",
            ])
    }

    @Test func aShortRunInAPipeSaysNothing() {
        #expect(shown(.lines, of: 7, [(1, 0, 0.5), (7, 1, 2)]) == [nil, nil])
    }

    @Test func quietIsQuiet() {
        #expect(shown(.none, of: 10, [(5, 0, 100), (10, 0, 200)]) == [nil, nil])
    }

    @Test func nothingDoneYetTellsNoTimeLeft() {
        #expect(shown(.bar, of: 10, [(0, 0, 0)]) == ["\r\u{1B}[K[                        ]  0/10  0 %  0.0 a second"])
    }
}
