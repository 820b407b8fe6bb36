import RepScoring
import Testing

@Suite struct ScoreTableTests {
    @Test func theTableShowsWhatHasAFigureAndWhatFailed() {
        let text = ScoreTable([sampleResult], groupings: [.group]).text()
        #expect(
            text == """
                Counts by group  n  failed  exact  within 1   MAE   bias  in range   single
                d/squat/thigh/-  2       1  0.0 %   100.0 %  1.00  -1.00     0.0 %  100.0 %

                Failed
                  repcount: d/b "x": empty file

                """)
    }

    @Test func severalCountersStandOneBelowTheOther() {
        var other = sampleResult
        other.counter = "naive"
        let lines = ScoreTable([sampleResult, other], groupings: [.dataset]).text().split(separator: "\n")
        #expect(lines[1].hasPrefix("d                  repcount (told)  2"))
        #expect(lines[2].hasPrefix("d                  naive (told)     2"))
    }
}
