import ExerciseCatalog
import Foundation
import Motion
import MotionIngest
import SessionModel
import SyntheticMotion
import Testing

@testable import RepCore
@testable import SessionAnalysis

@Suite struct PlacementInferenceTests {
    private let inference = PlacementInference()

    /// Findings of sets and of half a minute's walk.
    private func findings(_ sets: [MovementFeatures], gait: Gait? = nil) -> [SegmentFindings] {
        [
            SegmentFindings(
                startSeconds: 0, endSeconds: 600, openingForce: .zero, sets: sets.map { RecogniserTests.set($0) },
                walking: [
                    WalkingRun(
                        durationSeconds: 30, up: SIMD3(0, 0, 1), turning: SymmetricMatrix3(square: SIMD3(0, 1, 0)),
                        standing: SIMD3(0, 0, 1), gait: gait)
                ])
        ]
    }

    private func places(_ sets: [MovementFeatures], gait: Gait? = nil) -> [Placement]? {
        inference.placement(in: findings(sets, gait: gait))?.placements
    }

    private func walk(_ place: Placement) throws -> Gait {
        let expected = try #require(PlacementTable.gaits.first { $0.placement == place }?.expected)
        func mean(_ measure: Gait.Measure) throws -> Double { try #require(expected[measure]).mean }
        return try Gait(shaking: mean(.shaking), strikes: mean(.strikes), turning: mean(.turning))
    }

    /// Ten squats as a shank sees them: it leans a little over a foot that stays.
    private static var shankSquat: MovementFeatures {
        var features = RecogniserTests.squat
        (features.tiltDegrees, features.swingDegrees) = (24, 25)
        features.path = RepPath(dropMetres: -0.03, advanceMetres: 0.1, riseMetres: 0.04)
        (features.slowMovement, features.impact) = (2, 0.4)
        features.upAtTurn = SIMD3(0.41, 0, 0.91)
        return features
    }

    /// As a waist sees them: it sinks, and leans forward a little.
    private static var waistSquat: MovementFeatures {
        var features = shankSquat
        (features.tiltDegrees, features.swingDegrees) = (30, 31)
        features.path = RepPath(dropMetres: -0.38, advanceMetres: 0.15, riseMetres: 0.38)
        return features
    }

    // MARK: Known answers

    @Test func exercisesAndTheWalkOfAPlaceNameIt() throws {
        #expect(places([RecogniserTests.squat, RecogniserTests.clamshell], gait: try walk(.thigh)) == [.thigh])
        #expect(places([Self.shankSquat], gait: try walk(.shank)) == [.shank])
    }

    /// Waist and chest ride through squats and steps alike.
    @Test func placesThatLookAlikeAreNamedTogether() throws {
        let places = try #require(places([Self.waistSquat], gait: try walk(.waist)))
        #expect(places.contains(.waist) && places.allSatisfy { !$0.isOnLeg })
    }

    @Test func certaintyIsThatOfTheEvidence() throws {
        let inferred = try #require(
            inference.placement(in: findings([RecogniserTests.squat, RecogniserTests.clamshell], gait: try walk(.thigh))))
        #expect((PlacementInference.leastConfidence...0.99).contains(inferred.confidence))
        let likelihoods = inference.posterior(of: findings([RecogniserTests.squat]))
        #expect(abs(likelihoods.reduce(0) { $0 + $1.probability } - 1) < 1e-12)
        #expect(likelihoods.allSatisfy { $0.probability > 0 })
    }

    // MARK: Abstaining

    @Test func nothingIsSaidOfNothing() {
        #expect(inference.placement(in: []) == nil)
        #expect(places([]) == nil)
        // Every place is as likely as before.
        let count = Double(PlacementTable.placements.count)
        #expect(inference.posterior(of: []).allSatisfy { abs($0.probability - 1 / count) < 1e-12 })
    }

    @Test func oneSetIsNoEvidenceHoweverOftenItIsDone() {
        #expect(places([RecogniserTests.squat]) == nil)
        #expect(places(Array(repeating: RecogniserTests.squat, count: 20)) == nil)
    }

    @Test func aWalkThatContradictsTheSetsSilencesThem() throws {
        #expect(places([RecogniserTests.squat, RecogniserTests.clamshell], gait: try walk(.waist)) == nil)
    }

    @Test func smallMovementsAreNoWitnesses() throws {
        var small = RecogniserTests.squat
        (small.tiltDegrees, small.swingDegrees, small.path) = (9, 9, RepPath(dropMetres: 0, advanceMetres: 0, riseMetres: 0.02))
        let (with, without) = (inference.posterior(of: findings([small])), inference.posterior(of: []))
        #expect(zip(with, without).allSatisfy { abs($0.probability - $1.probability) < 1e-12 })
    }

    @Test func measuresThatAreNoNumbersShowNoPlace() {
        #expect(places([], gait: Gait(shaking: .nan, strikes: 0.5, turning: .infinity)) == nil)
        #expect(places([], gait: Gait(shaking: .infinity, strikes: 0.5, turning: nil)) == nil)
    }

    @Test func noiseAndStillnessShowNoPlace() {
        var still = SyntheticSensor()
        still.rest(60)
        var noisy = still
        noisy.noise = 3
        for samples in [[], still.samples(), noisy.samples()] {
            let recording = session(samples).recording
            #expect(recording.inferredPlacement == nil && recording.findings.isEmpty)
        }
    }

    // MARK: Whole programmes

    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Fixtures")

    /// Three minutes of it, and two legs.
    private static let short = ["anna-thighs-thigh-left", "anna-thighs-thigh-right"].map { path("two-sensors", $0) }

    private static func path(_ dataset: String, _ name: String) -> String {
        folder.appending(path: "\(dataset)/recordings/\(name).csv").path()
    }

    private func samples(_ path: String) throws -> [MotionSample] {
        var samples: [MotionSample] = []
        _ = try RecordingReader(paths: [path], options: IngestOptions()).read { samples += $0 }
        return samples
    }

    private func session(_ samples: some Sequence<MotionSample>, _ options: AnalysisOptions = AnalysisOptions()) -> Session {
        SessionAnalysisTests.session(of: samples, nil, SessionAnalyzer(options))
    }

    @Test(arguments: [(short[0], Placement.thigh), (path("programme-sessions", "bert-shank-right"), .shank)])
    func aProgrammeTellsWhereTheSensorWasWornWhicheverWayRoundAndWhenever(path: String, place: Placement) throws {
        let samples = try samples(path)
        let plain = session(samples).recording
        #expect(plain.inferredPlacement?.placements == [place])
        #expect(plain.findings.map(\.kind) == ["placement-inferred"] && plain.placement == nil)
        let mount = Quaternion(rotationVector: SIMD3(0.4, -1.1, 0.8))
        let moved = samples.map { sample in
            var sample = sample.rotated(by: mount)
            sample.timeSeconds += 4096
            return sample
        }
        let other = try #require(session(moved).recording.inferredPlacement)
        #expect(other.placements == [place])
        #expect(abs(other.confidence - (plain.inferredPlacement?.confidence ?? 0)) < 1e-3)
    }

    /// What is inferred serves as if it had been told, save that it is said to be inferred.
    @Test func aSessionIsThatOfThePlaceInferred() throws {
        let samples = try samples(Self.path("programme-sessions", "bert-thigh-right"))
        var inferred = session(samples, AnalysisOptions(plan: .runnersKnee, side: .right))
        let told = session(samples, AnalysisOptions(plan: .runnersKnee, placement: .thigh, side: .right))
        #expect(inferred.sets == told.sets && inferred.holds == told.holds)
        let items = try #require(inferred.plan?.items)
        #expect(items.map(\.verdict) == told.plan?.items.map(\.verdict))
        #expect(items.filter { $0.verdict == .notObservable }.allSatisfy { $0.note?.contains("seems worn on the thigh") == true })
        #expect(told.recording.inferredPlacement == nil && told.recording.findings.isEmpty)
        inferred.recording = told.recording
        inferred.plan = told.plan
        #expect(inferred == told)
    }

    @Test func whatIsToldIsNotInferred() throws {
        let samples = try samples(Self.short[0])
        for options in [
            AnalysisOptions(placement: .wrist), AnalysisOptions(exercise: .any), AnalysisOptions(exercise: .exercise("squat")),
        ] {
            let recording = session(samples, options).recording
            #expect(recording.inferredPlacement == nil && recording.findings.isEmpty && recording.placement == nil)
        }
    }

    @Test func sensorsOfOneSessionAreToldApartByTheirFiles() throws {
        let session = try analyzeSession(
            Self.short.map { SensorRecording(paths: [$0], placement: nil, side: nil) }, options: AnalysisOptions(plan: .runnersKnee))
        let findings = session.recording.findings.filter { $0.kind == "placement-inferred" }
        #expect(findings.map(\.file) == Self.short)
        #expect(session.recording.inferredPlacement == nil)
    }

    @Test func liveEndsInTheSameSession() throws {
        let samples = try samples(Self.short[0])
        let options = AnalysisOptions(plan: .runnersKnee)
        // Readings in between are not what is asked here.
        var parameters = LiveAnalysis.Parameters()
        (parameters.readingSeconds, parameters.waitingSeconds) = (20, 20)
        var live = LiveAnalysis(options, parameters: parameters)
        for sample in samples { live.step(sample) { _ in } }
        let summary = RecordingSummary(files: [], format: "samples", durationSeconds: 0, rateHz: nil, samples: 0)
        let ended = live.finish(summary) { _ in }
        #expect(ended == session(samples, options))
        #expect(ended.recording.inferredPlacement?.placements == [.thigh])
    }
}
