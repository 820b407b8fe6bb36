import ExerciseCatalog
import Foundation
import Motion
import SessionModel
import SyntheticMotion
import Testing

@testable import RepCore
@testable import SessionAnalysis

/// Whole generated programmes with the verdict that every item has to get.
@Suite struct BlindSessionTests {
    private struct Manifest: Decodable {
        struct Recording: Decodable {
            struct Expectation: Decodable { var exercise: String, side: Side?, verdict: Verdict? }

            var id: String, files: [String], placement: Placement?, side: Side?, expected: [Expectation]
        }

        var recordings: [Recording]
    }

    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("Fixtures/programme-sessions")

    private func programme(_ id: String, plan: Plan? = .runnersKnee) throws -> (Session, Manifest.Recording) {
        let manifest = try JSONDecoder().decode(
            Manifest.self, from: Data(contentsOf: Self.folder.appendingPathComponent("manifest.json")))
        let recording = try #require(manifest.recordings.first { $0.id == id })
        let session = try analyzeRecording(
            paths: recording.files.map { Self.folder.appendingPathComponent($0).path },
            options: AnalysisOptions(plan: plan, placement: recording.placement, side: recording.side))
        return (session, recording)
    }

    /// Compliant and not, thigh and shank, with and without a gyroscope, canonical and as a pair of files.
    @Test(arguments: [
        "bert-thigh-right", "dora-thigh-right", "emil-thigh-right", "dora-thigh-right-accelerometer", "bert-shank-right",
        "cleo-thigh-right-metawear",
    ])
    func everyItemOfAProgrammeIsJudgedRight(id: String) throws {
        let (session, recording) = try programme(id)
        let items = try #require(session.plan?.items)
        #expect(items.count == recording.expected.count)
        for (item, expected) in zip(items, recording.expected) {
            #expect(item.exercise == expected.exercise && item.side == expected.side)
            if let verdict = expected.verdict { #expect(item.verdict == verdict, "\(id): \(item.exercise)") }
        }
    }

    @Test func thePlanChangesNoCount() throws {
        let (planned, _) = try programme("bert-thigh-right")
        let (unplanned, _) = try programme("bert-thigh-right", plan: nil)
        func named(_ session: Session) -> [SetResult] {
            session.sets.filter { $0.exercise != ExerciseCatalog.unrecognised }
        }
        #expect(named(planned) == named(unplanned) && planned.holds == unplanned.holds)
        #expect(unplanned.plan == nil)
    }

    /// Without a gyroscope walking does not show the axis hip and knee turn about; squats do, and then lying on the back is
    /// no lying on the side.
    @Test func squatsTellTheBackFromTheSide() {
        func up(_ lean: Double) -> SIMD3<Double> { SIMD3(sin(lean * .pi / 180), 0, cos(lean * .pi / 180)) }
        var lying = RecogniserTests.clamshell
        (lying.path, lying.axis) = (nil, nil)
        (lying.upAtHome, lying.upAtTurn, lying.tiltDegrees, lying.swingDegrees) = (up(97), up(72), 25, 26)
        var squat = RecogniserTests.squat
        (squat.path, squat.axis, squat.travelMetres) = (nil, nil, -0.35)
        func names(_ features: [MovementFeatures]) -> [String] {
            let segment = SegmentFindings(
                startSeconds: 0, endSeconds: 600, openingForce: up(0), tiltSets: [], travelSets: [],
                sets: features.enumerated().map { RecogniserTests.set($1, from: 5 + 100 * Double($0)) }, holds: [], likelyHolds: [],
                walking: [WalkingRun(durationSeconds: 30, up: up(0), turning: nil)])
            return BlindSession(site: SensorSite(placement: .thigh, side: .left)).movements(in: [segment]).sets.map(\.exercise)
        }
        #expect(names([lying]) == ["clamshell"])
        #expect(names([squat, lying]).contains("bridge"))
    }

    /// Where the better signal shows nothing of the catalogue, the other may: once, and where no named set lies.
    @Test func whatTheOtherSignalShowsIsAskedOnce() {
        func sets(_ more: [DetectedSet] = [], placement: Placement = .thigh) -> [String] {
            var odd = RecogniserTests.squat
            (odd.likeness, odd.closingDegrees, odd.axis) = (0.1, 60, 0.2)
            var unnamed = RecogniserTests.set(odd, from: 50)
            unnamed.inOtherSignal = [RecogniserTests.set(RecogniserTests.squat, from: 50)]
            var again = unnamed
            again.reps = Array(again.reps.prefix(4))
            let segment = SegmentFindings(
                startSeconds: 0, endSeconds: 100, openingForce: .zero, sets: [unnamed, again] + more,
                walking: [WalkingRun(durationSeconds: 30, up: SIMD3(0, 0, 1), turning: nil)])
            return BlindSession(site: SensorSite(placement: placement, side: .left)).movements(in: [segment]).sets.map(\.exercise)
        }
        #expect(sets() == ["squat"])
        #expect(sets(placement: .wrist).contains("squat") == false, "an arm goes up and down for many reasons")
        #expect(sets([RecogniserTests.set(RecogniserTests.squat, from: 60)]).count { $0 == "squat" } == 1)
    }

    /// Who walked a second ago does not lie on the side; who walked five seconds ago may.
    @Test(arguments: [(1.0, "unrecognised"), (5, "clamshell")])
    func whatIsDoneRightBesideAWalkIsNotDoneLying(pause: Double, name: String) {
        let set = RecogniserTests.set(RecogniserTests.clamshell, from: 40)
        let segment = SegmentFindings(
            startSeconds: 0, endSeconds: 100, openingForce: .zero, sets: [set],
            walking: [WalkingRun(startSeconds: 0, durationSeconds: 40 - pause, up: SIMD3(0, 0, 1), turning: nil)])
        let sets = BlindSession(site: SensorSite(placement: .thigh, side: .left)).movements(in: [segment]).sets
        #expect(sets.map(\.exercise) == [name])
    }

    /// Ten leg raises, and nobody walks: what the plan asks for is missing, and of its stretches that is said to be open.
    @Test(arguments: [("standing-hamstring-stretch", ["no-walking"]), ("squat", [])])
    func stretchesMayBeUnseenWhereNobodyWalks(asked: String, findings: [String]) throws {
        let exercise = try #require(ExerciseCatalog.exercise(named: asked))
        let item = exercise.kind == .stretch
            ? PlanItem(exercise: exercise, holdSeconds: 20...30) : PlanItem(exercise: exercise, reps: 10...12)
        let options = AnalysisOptions(plan: Plan(name: "test", items: [item]), placement: .thigh, side: .left)
        let session = session(of: SyntheticSensor.set(10, .legRaise).samples(), nil, SessionAnalyzer(options))
        #expect(session.recording.findings.map(\.kind) == findings)
        #expect(session.plan?.items.contains { $0.verdict == .missing } == true)
    }

    /// A doubtful set is believed of who shows elsewhere that this is exercise, or where no more was recorded.
    @Test func doubtfulSetsAreNamedInCompanyOnly() {
        var doubtful = RecogniserTests.squat
        // More than twice as far at its farthest as at the turn, and few reps.
        (doubtful.swingDegrees, doubtful.reps, doubtful.periodSeconds) = (184, 3, 6)
        func names(_ features: [MovementFeatures], seconds: Double) -> [String] {
            let segment = SegmentFindings(
                startSeconds: 0, endSeconds: seconds, openingForce: .zero,
                sets: features.enumerated().map { RecogniserTests.set($1, from: 5 + 100 * Double($0)) },
                walking: [WalkingRun(durationSeconds: 30, up: SIMD3(0, 0, 1), turning: nil)])
            return BlindSession(site: SensorSite(placement: .thigh, side: .left)).movements(in: [segment]).sets.map(\.exercise)
        }
        #expect(names([doubtful], seconds: 100) == ["squat"])
        #expect(names([doubtful], seconds: 600) == [])
        #expect(names([RecogniserTests.squat], seconds: 600) == ["squat"])
        #expect(names([RecogniserTests.clamshell, doubtful], seconds: 600).contains("squat"))
        // In a session a short set has to fit better.
        doubtful.periodSeconds = 3
        #expect(names([RecogniserTests.clamshell, doubtful], seconds: 600) == ["clamshell"])
        #expect(names([doubtful], seconds: 100) == ["squat"])
        var short = RecogniserTests.squat
        short.reps = 3
        #expect(names([RecogniserTests.clamshell, short], seconds: 600).contains("squat"))
    }

    /// Three squats alone in ten minutes are things picked up, unless a plan asks for as few.
    @Test(arguments: [(3, nil, 600.0, []), (3, nil, 100, ["squat"]), (5, nil, 600, ["squat"]), (3, 10...12, 600, []), (3, 3...4, 600, ["squat"])])
    func fewRepsAreASetWhereThereIsOne(reps: Int, asked: ClosedRange<Int>?, seconds: Double, names: [String]) throws {
        var features = RecogniserTests.squat
        features.reps = reps
        let segment = SegmentFindings(
            startSeconds: 0, endSeconds: seconds, openingForce: .zero, sets: [RecogniserTests.set(features, from: 5)],
            walking: [WalkingRun(durationSeconds: 30, up: SIMD3(0, 0, 1), turning: nil)])
        let squat = try #require(ExerciseCatalog.exercise(named: "squat"))
        let plan = asked.map { Plan(name: "test", items: [PlanItem(exercise: squat, reps: $0)]) }
        let sets = BlindSession(site: SensorSite(placement: .thigh, side: .left), plan: plan).movements(in: [segment]).sets
        #expect(sets.map(\.exercise) == names)
    }

    /// The exercise says which end is home; of unnamed movement nobody knows.
    @Test func aRepThatOnlyTheRhythmShowsCountsWhereTheExerciseTravels() throws {
        func counts(_ features: MovementFeatures) throws -> [Int] {
            var set = RecogniserTests.set(features)
            var further = try #require(set.reps.last)
            further.startSeconds += features.periodSeconds
            further.turnSeconds += features.periodSeconds
            further.endSeconds += features.periodSeconds
            set.repsAfter = [further]
            let segment = SegmentFindings(
                startSeconds: 0, endSeconds: 100, openingForce: .zero, sets: [set],
                walking: [WalkingRun(durationSeconds: 30, up: SIMD3(0, 0, 1), turning: nil)])
            return BlindSession(site: SensorSite(placement: .thigh, side: .left)).movements(in: [segment]).sets.map(\.reps)
        }
        #expect(try counts(RecogniserTests.squat) == [RecogniserTests.squat.reps + 1])
        #expect(try counts(RecogniserTests.clamshell) == [RecogniserTests.clamshell.reps])
    }

    /// What may be a squat and a lunge is what the plan asks for, and the report says so.
    @Test func aPlanSettlesNamesThatAreOpen() throws {
        func sets(leading degrees: Double, _ asked: String?) throws -> [SetResult] {
            let plan = try asked.map { name in
                let exercise = try #require(ExerciseCatalog.exercise(named: name))
                return Plan(name: "test", items: [PlanItem(exercise: exercise, reps: 30...40)])
            }
            let segment = SegmentFindings(
                startSeconds: 0, endSeconds: 100, openingForce: .zero,
                sets: [RecogniserTests.set(RecogniserTests.leading(by: degrees))],
                walking: [
                    WalkingRun(durationSeconds: 30, up: SIMD3(0, 0, 1), turning: nil, standing: SIMD3(0, 0, 1))
                ])
            return BlindSession(site: SensorSite(placement: .thigh, side: .left), plan: plan).movements(in: [segment]).sets
        }
        for (degrees, own, other) in [(13.0, "squat", "lunge"), (15, "lunge", "squat")] {
            for asked in [nil, own] {
                let alone = try sets(leading: degrees, asked)
                #expect(alone.map(\.exercise) == [own])
                #expect(alone.map(\.looksLike) == [nil])
            }
            let settled = try sets(leading: degrees, other)
            #expect(settled.map(\.exercise) == [other])
            #expect(settled.map(\.looksLike) == [own])
            #expect(settled.map(\.reps) == [10])
        }
        #expect(try sets(leading: 0, "lunge").map(\.exercise) == ["squat"])
    }
}
