import Testing

@testable import MotionIngest

@Suite struct NearestFormatTests {
    private func nearest(_ names: String...) -> NearestFormat? { NearestFormat(of: FormatCatalog.all, to: names.map(ColumnName.init)) }

    @Test func theFormatWithMostOfItsColumnsIsNearest() throws {
        let nearest = try #require(self.nearest("PacketCounter", "SampleTimeFine", "Euler_X", "Euler_Y"))
        #expect(nearest.name == "xsens-dot")
        #expect(nearest.missing == ["accx", "accy", "accz"])
    }

    @Test func aTableThatSharesNothingHasNone() {
        #expect(nearest("pulse", "steps") == nil)
    }

    @Test func theMessageShowsTheHeaderTheFormatAndWhatIsMissing() throws {
        let error = #expect(throws: IngestError.self) {
            try read("PacketCounter,SampleTimeFine,Euler_X,Euler_Y,Euler_Z\n" + rows(60) { "\(Int($0 * 50)),\(Int($0 * 1e6)),\(cells($1))" })
        }
        let message = try #require(error?.message)
        for part in ["PacketCounter, SampleTimeFine", "xsens-dot", "accx, accy and accz are missing"] { #expect(message.contains(part), "\(message)") }
        #expect(error?.remedy.contains("repcount formats") == true)
    }
}
