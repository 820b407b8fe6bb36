/// Recordings in a folder or zip archive and the folders and archives below it.
public enum RecordingFinder {
    private static let endings = [".csv", ".tsv", ".txt"]
    /// Files that apps write beside a recording.
    private static let companions: Set = [
        "metadata.csv", "annotation.csv", "device.csv", "time.csv", "readme.txt", "licence.txt", "license.txt", "provenance.txt",
    ]

    /// Paths that belong together: pairs of accelerometer and gyroscope files, folders an app exported, single files. In order of
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
        return (groups + pairs(files)).sorted { $0[0] < $1[0] }
    }

    /// Puts an accelerometer file and a gyroscope file together when their names differ in nothing but that word and the rate.
    public static func pairs(_ files: [String]) -> [[String]] {
        var keys: [String] = []
        var groups: [String: [String]] = [:]
        for file in files {
            let name = file.lowercased()
            let sensor = ["accelerometer", "acceleration", "gyroscope"].first(where: name.contains)
            let key = sensor.map { "pair:" + name.replacing($0, with: "*").replacing(rate, with: "*") } ?? "file:" + file
            if groups[key] == nil { keys.append(key) }
            groups[key, default: []].append(file)
        }
        return keys.flatMap { key -> [[String]] in
            let group = groups[key]!
            let rates = group.count { $0.lowercased().contains("gyroscope") }
            return group.count == 2 && rates == 1 ? [group] : group.map { [$0] }
        }
    }

    nonisolated(unsafe) private static let rate = /[0-9]+(\.[0-9]+)?hz/
}
