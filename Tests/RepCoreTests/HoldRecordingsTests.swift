import Foundation
import Motion
import MotionIngest
import RepCore
import Testing

/// Recordings with known holds: those of the project, and those of real people where they lie beside the package.
private struct HoldDataset {
    struct Manifest: Decodable { var recordings: [Recording] }
    struct Recording: Decodable {
        struct Truth: Decodable { var holds, sets: [Interval]? }

        struct Interval: Decodable {
            var side: String?
            var start_s, end_s: Double

            var durationSeconds: Double { end_s - start_s }

            /// Whether at least half of what the two cover together is common to both.
            func matches(_ hold: Hold) -> Bool {
                let both = min(hold.endSeconds, end_s) - max(hold.startSeconds, start_s)
                return both >= (max(hold.endSeconds, end_s) - min(hold.startSeconds, start_s)) / 2
            }

            func touches(_ hold: Hold, within seconds: Double) -> Bool {
                start_s - hold.endSeconds < seconds && hold.startSeconds - end_s < seconds
            }
        }

        var id: String
        var files: [String]
        var exercise, placement: String
        var side: String?
        var truth: Truth

        /// Holds that this sensor is carried through: those of its own leg, all of them at the waist.
        var observableHolds: [Interval] {
            placement == "wrist" ? [] : (truth.holds ?? []).filter { side == nil || $0.side == nil || $0.side == side }
        }
    }

    static let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    static let shared = package.deletingLastPathComponent().appendingPathComponent("shared/data")
    static let hasShared = FileManager.default.fileExists(atPath: shared.path)

    let folder: URL
    let recordings: [Recording]

    init(_ folder: URL) throws {
        self.folder = folder
        recordings = try JSONDecoder().decode(
            Manifest.self, from: Data(contentsOf: folder.appendingPathComponent("manifest.json"))).recordings
    }

    static func fixtures(_ name: String) throws -> HoldDataset {
        try HoldDataset(package.appendingPathComponent("Fixtures/\(name)"))
    }

    static func ofPeople(_ name: String) throws -> HoldDataset {
        try HoldDataset(shared.appendingPathComponent(name))
    }

    func grid(_ recording: Recording, withGyroscope: Bool = true) throws -> [GridSample] {
        var samples: [MotionSample] = []
        _ = try RecordingReader(paths: recording.files.map { folder.appendingPathComponent($0).path })
            .read { samples += $0 }
        if !withGyroscope { for index in samples.indices { samples[index].angularRate = nil } }
        return UniformResampler.resample(samples)
    }
}

@Suite struct HoldRecordingsTests {
    /// What was found in a recording beside what was done in it.
    private struct Found {
        var recording: HoldDataset.Recording
        var holds: [Hold]

        func best(_ truth: HoldDataset.Recording.Interval) -> Hold? { holds.first { truth.matches($0) } }

        /// Holds that look like a stretch and are not next to a set, where they would be a rest.
        var stretches: [Hold] {
            holds.filter { hold in
                (8...60).contains(hold.durationSeconds) && hold.departsAndReturns()
                    && !(recording.truth.sets ?? []).contains { $0.touches(hold, within: 3) }
            }
        }
    }

    private func find(in dataset: HoldDataset, withGyroscope: Bool = true) throws -> [Found] {
        let finder = try HoldFinder()
        return try dataset.recordings.map { recording in
            let grid = try dataset.grid(recording, withGyroscope: withGyroscope)
            let starts = grid.indices.filter { grid[$0].startsSegment } + [grid.count]
            return Found(
                recording: recording,
                holds: zip(starts, starts.dropFirst()).flatMap { finder.holds(in: grid[$0..<$1]) })
        }
    }

    // MARK: Fixtures

    @Test(arguments: [(true, 0.25), (false, 0.4)])
    func stretchesAreAllFoundAndMeasured(withGyroscope: Bool, medianSeconds: Double) throws {
        let errors = try ["stretch-holds", "programme-sessions"].flatMap { name in
            try find(in: .fixtures(name), withGyroscope: withGyroscope).flatMap { found in
                found.recording.observableHolds.map { truth in
                    found.best(truth).map { abs($0.durationSeconds - truth.durationSeconds) }
                }
            }
        }
        #expect(errors.count >= 30)
        #expect(!errors.contains(nil))
        let quantiles = Statistics.percentiles(errors.compactMap(\.self), [50, 95])
        #expect(quantiles[0] <= medianSeconds)
        #expect(quantiles[1] <= 0.7)
    }

    @Test func stretchesDepartAndReturnAndLittleElseDoes() throws {
        let sessions = try (find(in: .fixtures("stretch-holds")) + find(in: .fixtures("programme-sessions")))
            .filter { $0.recording.placement != "wrist" }
        var observable = 0
        var recognised = 0
        var others = 0
        for found in sessions {
            observable += found.recording.observableHolds.count
            recognised += found.recording.observableHolds.count { truth in found.stretches.contains { truth.matches($0) } }
            others += found.stretches.count { hold in !(found.recording.truth.holds ?? []).contains { $0.matches(hold) } }
        }
        #expect(Double(recognised) >= 0.97 * Double(observable))
        #expect(Double(others) <= 0.15 * Double(observable))
    }

    @Test func walkingStandingAboutAndGettingDownToTheFloorAreNoStretch() throws {
        for found in try find(in: .fixtures("everyday")) {
            let sitsDown = found.recording.id.hasPrefix("sit-to-stand") || found.recording.id.hasPrefix("phone")
            if !sitsDown { #expect(found.stretches.isEmpty, "\(found.recording.id)") }
        }
    }

    @Test func setsHoldNoStretch() throws {
        for found in try find(in: .fixtures("single-sets")) {
            #expect(found.stretches.isEmpty, "\(found.recording.id)")
        }
    }

    // MARK: People

    @Test(.enabled(if: HoldDataset.hasShared, "no ../shared/data beside the package"), arguments: [true, false])
    func posesOfPeopleAreMeasuredFromEndToEnd(withGyroscope: Bool) throws {
        let finder = try HoldFinder()
        let dataset = try HoldDataset.ofPeople("static-poses")
        for recording in dataset.recordings where recording.exercise == "hold" {
            let truth = try #require(recording.truth.holds?.first)
            let holds = HoldFinder.main(among: finder.likelyHolds(in: try dataset.grid(recording, withGyroscope: withGyroscope)))
            #expect(holds.count == 1, "\(recording.id)")
            #expect(holds.allSatisfy { abs($0.durationSeconds - truth.durationSeconds) <= 0.25 }, "\(recording.id)")
        }
    }

    @Test(
        .enabled(if: HoldDataset.hasShared, "no ../shared/data beside the package"),
        arguments: ["daily-living", "squat-three-imus"])
    func everydayMovementAndSquatsOfPeopleAreNoStretch(name: String) throws {
        for found in try find(in: .ofPeople(name)) { #expect(found.stretches.isEmpty, "\(found.recording.id)") }
    }
}
