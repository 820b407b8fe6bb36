/// Recordings in a folder or zip archive and the folders and archives below it.
public enum RecordingFinder {
    private static let endings = [".csv", ".tsv", ".txt"]
    /// Files that apps write beside a recording.
    private static let companions: Set = [
        "metadata.csv", "annotation.csv", "device.csv", "time.csv", "readme.txt", "licence.txt", "license.txt", "provenance.txt",
    ]

    /// Paths that belong together: accelerometer files with their gyroscope and gravity files, folders an app exported, single files. In order of
    /// path, so that two runs over one folder agree.
    /// - Throws: `IngestError` of kind `noInput` if the folder cannot be read. A folder without recordings gives an empty list.
    public static func recordings(under folder: String) throws(IngestError) -> [[String]] {
        var visited: Set<InputFile.Identity> = []
        return try recordings(under: folder, &visited)
    }

    /// - Parameter visited: folders seen before. Symbolic links may lead back to them.
    private static func recordings(under folder: String, _ visited: inout Set<InputFile.Identity>) throws(IngestError) -> [[String]] {
        switch InputFile.entry(folder) {
        case .missing:
            throw IngestError(
                file: folder, kind: .noInput, message: "there is no such file or folder", remedy: "Check the name and the folder you are in")
        case .file, .other: return [[folder]]
        case .folder, .archive: break
        }
        if let identity = InputFile.identity(folder), !visited.insert(identity).inserted { return [] }
        if try ExportFolder.files(in: folder) != nil { return [[folder]] }
        var files: [String] = []
        var groups: [[String]] = []
        for entry in try InputFile.contents(of: folder) {
            let path = ExportFolder.join(folder, entry.name)
            let lower = entry.name.lowercased()
            switch entry.kind {
            // A folder or archive that cannot be read is a recording that fails, and the others stay.
            case .folder: groups += (try? recordings(under: path, &visited)) ?? [[path]]
            case .archive where lower.hasSuffix(".zip"): groups += (try? recordings(under: path, &visited)) ?? [[path]]
            case .file where endings.contains(where: lower.hasSuffix) && !companions.contains(lower): files.append(path)
            default: break
            }
        }
        return (groups + together(files)).sorted { $0[0] < $1[0] }
    }

    /// What a file of one sensor is called; the first that a name contains is its sensor.
    private enum SensorFile: String, CaseIterable {
        case accelerometer, acceleration, gyroscope, gravity

        var isAcceleration: Bool { self == .accelerometer || self == .acceleration }
    }

    /// Puts an accelerometer file and the gyroscope and gravity files that belong to it together: their names differ in nothing but
    /// that word and the rate.
    public static func together(_ files: [String]) -> [[String]] {
        var keys: [String] = []
        var groups: [String: [(path: String, sensor: SensorFile?)]] = [:]
        for file in files {
            let name = file.lowercased()
            let sensor = SensorFile.allCases.first { name.contains($0.rawValue) }
            let key = sensor.map { "sensors:" + name.replacing($0.rawValue, with: "*").replacing(rate, with: "*") } ?? "file:" + file
            if groups[key] == nil { keys.append(key) }
            groups[key, default: []].append((file, sensor))
        }
        return keys.flatMap { key -> [[String]] in
            let group = groups[key] ?? []
            func count(_ isWanted: (SensorFile) -> Bool) -> Int { group.count { $0.sensor.map(isWanted) ?? false } }
            let isOne = count(\.isAcceleration) == 1 && count { $0 == .gyroscope } <= 1 && count { $0 == .gravity } <= 1
            return isOne ? [group.map(\.path)] : group.map { [$0.path] }
        }
    }

    nonisolated(unsafe) private static let rate = /[0-9]+(\.[0-9]+)?hz/
}
