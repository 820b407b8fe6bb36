import Motion

/// One of several files that are read side by side: gives its samples one by one, reading on as needed.
final class FileSource {
    let path: String
    private var input: InputFile?
    private var stream: SampleStream
    private var samples: [MotionSample] = []
    private var index = 0
    /// Set once the file is read to its end.
    private(set) var facts: RecordingFacts?
    /// What to take off the file's own clock, so that times of files with a common origin stay small and exact.
    var originSeconds = 0.0

    init(path: String, options: IngestOptions, platform: PlatformHint?) {
        self.path = path
        stream = SampleStream(name: path, options: options, platform: platform, isWhole: false)
    }

    /// The next sample, its time from `originSeconds`; `nil` at the end.
    func next() throws -> MotionSample? {
        while index == samples.count {
            guard try readOn() else { return nil }
        }
        defer { index += 1 }
        var sample = samples[index]
        sample.timeSeconds += firstSeconds - originSeconds
        return sample
    }

    /// The layout, once the head of the file is read.
    func layout() throws -> TableLayout {
        while stream.layout == nil, try readOn() {}
        return stream.layout!
    }

    /// The first sample's time on the file's own clock.
    func firstSampleSeconds() throws -> Double {
        while index == samples.count, try readOn() {}
        return firstSeconds
    }

    private var firstSeconds: Double { stream.originSeconds ?? 0 }

    /// Reads the file to its end without keeping samples.
    func drain() throws -> RecordingFacts {
        while try readOn() {}
        return facts!
    }

    private func readOn() throws -> Bool {
        guard facts == nil else { return false }
        if input == nil { input = try InputFile(path: path) }
        samples.removeAll(keepingCapacity: true)
        index = 0
        let bytes = try input!.next()
        if bytes.isEmpty {
            facts = try stream.finish { samples.append(contentsOf: $0) }
        } else {
            try stream.feed(bytes) { samples.append(contentsOf: $0) }
        }
        return true
    }
}
