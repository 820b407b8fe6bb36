import Motion
import RepCore
import Testing

@testable import ExerciseCatalog

@Suite struct PlacementViewsTests {
    @Test func everyPlaceWalksOnceAndSeesSomething() {
        for place in PlacementTable.placements {
            #expect(PlacementTable.gaits.filter { $0.placement == place }.count == 1, "\(place)")
            #expect(PlacementTable.views.contains { $0.placement == place }, "\(place)")
        }
        // Thigh or shank is no place of its own.
        #expect(Set(PlacementTable.placements) == Set(Placement.allCases).subtracting([.leg]))
    }

    @Test func everyViewIsOfACountedExerciseAndThereIsOneOfEach() throws {
        for view in PlacementTable.views {
            #expect(try #require(ExerciseCatalog.exercise(named: view.exercise)).kind == .reps)
            #expect(PlacementTable.views.filter { $0.placement == view.placement && $0.exercise == view.exercise }.count == 1)
        }
    }

    /// What anything may do spans more than what is expected: else expecting nothing would be the better guess.
    @Test func expectationsAreNarrowerThanTheirSpan() {
        for (feature, span) in PlacementTable.spans {
            for view in PlacementTable.views {
                guard let expected = view.expected[feature] else { continue }
                #expect(expected.deviation > 0 && expected.deviation < span / 2, "\(view.placement) \(view.exercise)")
            }
        }
        for (measure, span) in PlacementTable.gaitSpans {
            for gait in PlacementTable.gaits {
                guard let expected = gait.expected[measure] else { continue }
                #expect(expected.deviation > 0 && expected.deviation < span / 2 && expected.mean > 0, "\(gait.placement)")
            }
        }
    }

    @Test func viewsAndWalksSpeakOfNothingWithoutASpan() {
        #expect(PlacementTable.views.allSatisfy { $0.expected.keys.allSatisfy(PlacementTable.spans.map(\.feature).contains) })
        #expect(PlacementTable.gaitSpans.map(\.measure) == Gait.Measure.allCases)
    }

    /// The lower on a leg, the harder a stride shakes and turns it; a trunk turns least of all.
    @Test func walkingOrdersTheBody() throws {
        func mean(_ place: Placement, _ measure: Gait.Measure) throws -> Double {
            try #require(PlacementTable.gaits.first { $0.placement == place }?.expected[measure]).mean
        }
        for measure in [Gait.Measure.shaking, .turning] {
            let down = try [.waist, .thigh, .shank, .foot].map { try mean($0, measure) }
            #expect(down == down.sorted())
        }
    }
}
