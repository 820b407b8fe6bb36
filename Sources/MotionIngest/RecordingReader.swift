import Motion

/// Reads one recording: a CSV file, files that belong together, or the folder or zip archive an app exported. Memory does not grow with the
/// length of the recording.
public struct RecordingReader: Sendable {
    /// The files to read, in the order of the paths given.
    public let files: [String]
    private let options: IngestOptions

    /// - Parameters:
    ///   - paths: one file, two or three files of one recording, or one folder or zip archive.
    ///   - options: what is known better than the files tell.
    /// - Throws: `IngestError` when a path does not exist or a folder or archive holds no recording or several.
    public init(paths: [String], options: IngestOptions = IngestOptions()) throws(IngestError) {
        self.options = options
        var files: [String] = []
        for path in paths {
            switch InputFile.entry(path) {
            case .missing:
                throw IngestError(
                    file: path, kind: .noInput, message: "there is no such file or folder", remedy: "Check the name and the folder you are in")
            // What is no file is refused with the reason when it is opened.
            case .file, .other: files.append(path)
            case .folder: files += try Self.recording(in: path, what: "folder")
            case .archive: files += try Self.recording(in: path, what: "archive")
            }
        }
        guard !files.isEmpty else {
            throw IngestError(file: "-", kind: .noInput, message: "no recording was named", remedy: "Name a CSV file, a folder or a zip archive")
        }
        self.files = files
    }

    private static func recording(in folder: String, what: String) throws(IngestError) -> [String] {
        if let files = try ExportFolder.files(in: folder) { return files }
        let recordings = try RecordingFinder.recordings(under: folder)
        guard let only = recordings.first else {
            throw IngestError(
                file: folder, kind: .noInput, message: "there is no recording in this \(what)",
                remedy: "Name the folder with the CSV files, or the files themselves")
        }
        guard recordings.count == 1 else {
            throw IngestError(
                file: folder, kind: .badData, message: "this \(what) holds \(recordings.count) recordings",
                remedy: "Name one of them, for example \(only[0]), or use repcount batch for all")
        }
        if only.count == 1, let files = try? ExportFolder.files(in: only[0]) { return files }
        return only
    }

    /// Hands out all samples in batches that are valid during the call only.
    /// - Parameter consume: takes a batch; what it throws ends the reading and is thrown on.
    /// - Returns: what was understood of the recording.
    /// - Throws: `IngestError` for a recording that cannot be used, and whatever `consume` throws. Batches handed out before an
    ///   error are then not to be trusted.
    public func read(_ consume: (UnsafeBufferPointer<MotionSample>) throws -> Void) throws -> RecordingFacts {
        var facts = try readFiles(consume)
        facts.findings += CompanionFiles.marks(beside: files[0], startEpochSeconds: facts.startEpochSeconds)
        return facts
    }

    private func readFiles(_ consume: (UnsafeBufferPointer<MotionSample>) throws -> Void) throws -> RecordingFacts {
        let joinsGravity = files.contains { $0.lowercased().hasSuffix("gravity.csv") }
        if files.count > 1 {
            return try ChannelJoin.read(
                files.map { FileSource(path: $0, options: options, platform: ExportFolder.platform(beside: $0, joiningGravity: joinsGravity)) },
                options, consume)
        }
        let input = try InputFile(path: files[0])
        var stream = SampleStream(
            name: files[0], options: options, platform: ExportFolder.platform(beside: files[0], joiningGravity: joinsGravity), isWhole: true)
        while case let bytes = try input.next(), !bytes.isEmpty {
            try stream.feed(bytes, consume)
        }
        return try stream.finish(consume)
    }
}
