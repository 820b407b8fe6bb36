import Motion
import MotionIngest
import SessionModel

/// Brings sensors of one session onto one clock: seconds since the first sample of any.
struct SensorClocks {
    /// Wall clock of each sensor's first sample, in seconds since 1970.
    let starts: [Double?]
    let summaries: [RecordingSummary]

    /// What to add to each sensor's times, and a finding where that is a guess.
    /// - Throws: `IngestError` when, by their wall clocks, two sensors have no moment in common.
    func offsets() throws -> (seconds: [Double], finding: Finding?) {
        let known = starts.compactMap(\.self)
        guard known.count == starts.count, let first = known.min() else {
            let without = zip(starts, summaries).filter { $0.0 == nil }.flatMap(\.1.files)
            return (
                starts.map { _ in 0 },
                Finding(
                    file: without.first, kind: "aligned-by-first-sample",
                    message: "there is no wall clock in this file, so the sensors are taken to have started together; the "
                        + "same movement may be seconds apart")
            )
        }
        let offsets = known.map { $0 - first }
        for (index, summary) in summaries.enumerated() {
            let end = offsets[index] + summary.durationSeconds
            guard let other = summaries.indices.first(where: { offsets[$0] >= end && $0 != index }) else { continue }
            throw IngestError(
                file: summary.files.first ?? "",
                message: "ended before \(summaries[other].files.first ?? "") began (\(summary.start ?? ""), "
                    + "\(summaries[other].start ?? "")), so these are no two sensors of one session",
                remedy: "Analyse them one by one, or correct the clock of the device that was wrong")
        }
        return (offsets, nil)
    }
}

extension Session {
    /// The same session with `seconds` added to all times of sets and holds.
    func shifted(by seconds: Double) -> Session {
        var result = self
        for index in result.sets.indices {
            result.sets[index].startSeconds += seconds
            result.sets[index].endSeconds += seconds
            for rep in result.sets[index].detail.indices {
                result.sets[index].detail[rep].startSeconds += seconds
                result.sets[index].detail[rep].turnSeconds += seconds
                result.sets[index].detail[rep].endSeconds += seconds
            }
        }
        for index in result.holds.indices {
            result.holds[index].startSeconds += seconds
            result.holds[index].endSeconds += seconds
        }
        return result
    }
}

extension RecordingSummary {
    /// What is known of several sensors together; of the parts with what to add to their times. What they do not have in
    /// common is absent.
    init(merging parts: [(summary: RecordingSummary, offsetSeconds: Double)]) {
        let all = parts.map(\.summary)
        func common<Value: Equatable>(_ value: (RecordingSummary) -> Value?) -> Value? {
            let first = all.first.flatMap(value)
            return all.allSatisfy { value($0) == first } ? first : nil
        }
        let formats = all.map(\.format).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        let earliest = parts.min { $0.offsetSeconds < $1.offsetSeconds }
        self.init(
            files: all.flatMap(\.files), format: formats.joined(separator: " + "), placement: common(\.placement),
            side: common(\.side), start: all.allSatisfy { $0.start != nil } ? earliest?.summary.start : nil,
            durationSeconds: parts.map { $0.offsetSeconds + $0.summary.durationSeconds }.max() ?? 0, rateHz: common(\.rateHz),
            samples: all.reduce(0) { $0 + $1.samples },
            gaps: parts.flatMap { part in
                part.summary.gaps.map {
                    Gap(startSeconds: $0.startSeconds + part.offsetSeconds, durationSeconds: $0.durationSeconds)
                }
            }.sorted { $0.startSeconds < $1.startSeconds },
            findings: all.flatMap(\.findingsAmongSensors).filter { finding in
                // Another sensor saw it.
                finding.kind != Finding.unseenTold || all.allSatisfy { $0.findings.contains { $0.kind == Finding.unseenTold } }
            },
            sensors: parts.map { part in
                SensorSummary(
                    files: part.summary.files, placement: part.summary.placement, side: part.summary.side,
                    startSeconds: part.offsetSeconds, rateHz: part.summary.rateHz)
            })
    }

    /// Its findings, with the sensor named where it is one sensor's matter.
    private var findingsAmongSensors: [Finding] {
        findings.map { finding in
            var finding = finding
            if finding == inferredPlacement?.finding || [Finding.unlikeTold, Finding.unseenTold].contains(finding.kind) {
                finding.file = files.first
            }
            return finding
        }
    }
}
