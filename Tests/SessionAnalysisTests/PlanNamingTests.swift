import ExerciseCatalog
import Foundation
import Motion
import Testing

@testable import RepCore
@testable import SessionAnalysis

/// A plan of reps: `"each lunge"` is for both legs.
private func plan(_ items: String...) throws -> Plan {
    Plan(name: "test", items: try items.map { item in
        let name = try #require(item.split(separator: " ").last)
        return PlanItem(
            exercise: try #require(ExerciseCatalog.exercise(named: String(name))),
            side: item.hasPrefix("each") ? .each : nil, reps: 10...12)
    })
}

/// A set by its names and their log scores, its own first.
private func set(_ names: KeyValuePairs<String, Double>, reps: Int = 10, from start: Double = 5) -> [Recognition] {
    names.map { name, score in
        var features = RecogniserTests.squat
        features.reps = reps
        return Recognition(
            exercise: name, way: nil, logScore: score, reading: RecogniserTests.set(features, from: start), certainty: 0.5)
    }
}

@Suite struct PlanNamingTests {
    private func names(
        _ sets: [[Recognition]], _ plan: Plan, at placement: Placement = .wrist
    ) -> [String] {
        PlanNaming(plan, site: SensorSite(placement: placement, side: nil)).named(sets).map(\.exercise)
    }

    private let eitherButSquat = set(["squat": -0.1, "lunge": -0.2])
    private let eitherButLunge = set(["lunge": -0.1, "squat": -0.2])
    private let onlySquat = set(["squat": -0.1])
    private let onlyLunge = set(["lunge": -0.1])

    @Test func orderSettlesWhatTheMovementLeavesOpen() throws {
        let asked = try plan("each lunge", "squat")
        #expect(names([eitherButSquat, onlyLunge, onlySquat], asked) == ["lunge", "lunge", "squat"])
        #expect(names([onlyLunge, eitherButLunge, eitherButLunge], asked) == ["lunge", "lunge", "squat"])
        #expect(names([onlySquat, eitherButLunge], try plan("squat", "lunge", "squat")) == ["squat", "lunge"])
    }

    /// Bridges and squats look alike from a shank; two squats stand in the programme, and one comes last.
    @Test func theProgrammeFromAShank() throws {
        let built = try #require(PlanCatalog.plan(named: "runners-knee"))
        let sets = [
            set(["leg-extension": 0]), set(["lunge": 0]), set(["bridge": 0, "squat": -0.1]), set(["clamshell": 0]),
            set(["squat": 0, "bridge": 0]), set(["bridge": 0, "squat": -0.2]),
        ]
        #expect(
            names(sets, built, at: .shank) == ["leg-extension", "lunge", "squat", "clamshell", "bridge", "squat"])
    }

    /// People do exercises in another order, twice, and others.
    @Test func whatLooksLikeOneExerciseKeepsItsName() throws {
        let asked = try plan("each lunge", "squat", "bridge")
        for sets in [
            [onlySquat, onlyLunge], [onlySquat, onlySquat, onlySquat], [set(["clamshell": -1]), onlySquat],
            [set([ExerciseCatalog.unrecognised: -0.5])], [],
        ] {
            let named = PlanNaming(asked, site: SensorSite(placement: nil, side: nil)).named(sets)
            #expect(named == sets.map { $0[0] })
        }
    }

    /// Without a reason to leave it, a set has the name that it fits best.
    @Test func withoutAReasonTheBetterNameStays() throws {
        #expect(names([eitherButSquat], try plan("lunge", "squat")) == ["squat"])
        #expect(names([eitherButLunge], try plan("lunge", "squat")) == ["lunge"])
        #expect(names([eitherButSquat], try plan("bridge")) == ["squat"])
    }

    /// Three sets and the last squats never seen: the second is the other leg's lunge, or the first of two squats with all that lies
    /// between them done in five seconds.
    @Test(arguments: [(35.0, "lunge"), (45, "lunge"), (75, "squat"), (160, "squat")])
    func whatCannotBeSeenTakesItsTime(lastStart: Double, second: String) throws {
        let asked = try plan("each lunge", "squat", "each standing-hamstring-stretch", "each clamshell", "squat")
        let sets = [
            set(["lunge": -0.1], from: 5), set(["squat": -0.1, "lunge": -0.15], from: 40),
            set(["squat": -0.1], from: 40 + lastStart),
        ]
        // They end half a second before the thirtieth; four sets take forty.
        #expect(names(sets, asked) == ["lunge", second, "squat"])
    }

    /// A wrist sees no clamshells, so leaving them out costs nothing.
    @Test func whatCannotBeSeenIsNotMissed() throws {
        let asked = try plan("squat", "each clamshell", "each leg-extension", "lunge", "squat")
        #expect(names([onlySquat, eitherButLunge, onlySquat], asked) == ["squat", "lunge", "squat"])
        #expect(names([onlySquat, eitherButSquat, onlySquat], asked) == ["squat", "lunge", "squat"])
    }

    @Test func whatItLooksLikeIsKeptAndMakesItLessCertain() throws {
        let sets = [set(["squat": -0.1, "lunge": -0.4], reps: 9), onlyLunge, onlySquat]
        let named = PlanNaming(try plan("each lunge", "squat"), site: SensorSite(placement: .wrist, side: nil)).named(sets)
        #expect(named.map(\.looksLike) == [Recognition.Look(exercise: "squat", reps: 9), nil, nil])
        #expect(abs(named[0].certainty - 0.5 * exp(-0.3)) < 1e-12)
        #expect(named[1].certainty == 0.5)
    }

    /// The number prescribed says nothing about the name.
    @Test(arguments: [1...2, 10...12, 40...60])
    func theNumberPrescribedTakesNoPart(reps: ClosedRange<Int>) throws {
        var asked = try plan("each lunge", "squat", "bridge")
        for index in asked.items.indices { asked.items[index].reps = reps }
        let sets = [eitherButSquat, eitherButSquat, eitherButLunge, set(["bridge": 0, "squat": -0.1], reps: 5)]
        #expect(names(sets, asked) == ["lunge", "lunge", "squat", "bridge"])
    }

    /// Time grows with sets times items; a plan of a thousand items is no session.
    @Test func anyPlanIsTakenInReasonableTime() throws {
        let many = Array(repeating: eitherButSquat, count: 200)
        let items = [PlanItem](repeating: try plan("lunge").items[0], count: 2000)
        #expect(names(many, Plan(name: "long", items: items)).count == 200)
        #expect(names(many, Plan(name: "long", items: Array(items.prefix(60)))).count == 200)
        #expect(names(many, Plan(name: "stretches", items: [])) == many.map { $0[0].exercise })
    }
}
