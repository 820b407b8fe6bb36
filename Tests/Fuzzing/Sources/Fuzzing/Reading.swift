import Motion
import MotionIngest

/// What came out of some bytes: a digest of the samples and what was said of them.
struct Reading: Equatable {
    private var digest: UInt64 = 0
    private var facts: RecordingFacts?
    private var refusal: IngestError?

    init(_ bytes: UnsafeRawBufferPointer, chunk: Int, reader: CSVReader = .fast) {
        var stream = SampleStream(name: "fuzz.csv", options: IngestOptions(csvReader: reader))
        var digest: UInt64 = 0
        var last = -Double.infinity
        func take(_ batch: UnsafeBufferPointer<MotionSample>) {
            for sample in batch {
                precondition(sample.timeSeconds.isFinite && sample.timeSeconds >= last, "time \(sample.timeSeconds) after \(last)")
                last = sample.timeSeconds
                let rate = sample.angularRate ?? .zero
                for value in [sample.timeSeconds, sample.acceleration.sum(), rate.sum()] {
                    precondition(value.isFinite, "\(sample)")
                    digest = (digest ^ value.bitPattern) &* 0x100_0000_01B3
                }
            }
        }
        do {
            var start = 0
            while start < bytes.count {
                let end = start + min(chunk, bytes.count - start)
                try stream.feed(UnsafeRawBufferPointer(rebasing: bytes[start..<end]), take)
                start = end
            }
            facts = try stream.finish(take)
            // Of a refused recording nothing that was handed out counts.
            self.digest = digest
        } catch let error as IngestError {
            refusal = error
        } catch {
            preconditionFailure("\(error)")
        }
    }
}
