/// A folder as an app exports it: one file per sensor, always under the same names.
enum ExportFolder {
    /// Sets of files that give acceleration with gravity, best first. File names in lower case.
    private static let accelerations: [[String]] = [
        ["totalacceleration.csv"],
        ["accelerometer.csv", "gravity.csv"],
        ["accelerometeruncalibrated.csv"],
        ["accelerometer.csv"],
        ["acceleration.csv"],
        ["wristmotion.csv"],
        ["watchaccelerometeruncalibrated.csv"],
        ["raw data.csv"],
        ["rawdata.csv"],
        ["linear accelerometer.csv"],
        ["linear acceleration.csv"],
    ]
    private static let angularRates = ["gyroscope.csv", "gyroscopeuncalibrated.csv"]
    /// Files that hold angular rate themselves.
    private static let combined: Set = ["wristmotion.csv", "raw data.csv", "rawdata.csv"]

    /// Paths of the files to read together, or `nil` if the folder is no export of this kind. Empty files do not count.
    static func files(in folder: String) throws(IngestError) -> [String]? {
        var byName: [String: String] = [:]
        for entry in try InputFile.contents(of: folder) where entry.kind == .file && !entry.isEmpty {
            byName[entry.name.lowercased()] = join(folder, entry.name)
        }
        guard let names = accelerations.first(where: { $0.allSatisfy { byName[$0] != nil } }) else { return nil }
        let rate = combined.contains(names[0]) ? nil : angularRates.first { byName[$0] != nil }
        return (names + (rate.map { [$0] } ?? [])).compactMap { byName[$0] }
    }

    /// What the files beside `path` tell: the phone's system, and when its clock was at zero.
    static func platform(beside path: String, joiningGravity: Bool) -> PlatformHint? {
        let zero = CompanionFiles.zeroEpochSeconds(beside: path)
        var hint = signs(beside: path, joiningGravity: joiningGravity) ?? zero.map { _ in PlatformHint(sign: nil) }
        hint?.zeroEpochSeconds = zero
        return hint
    }

    /// Sensor Logger's `Metadata.csv` names the platform; without it, only Android writes a total acceleration beside gravity.
    private static func signs(beside path: String, joiningGravity: Bool) -> PlatformHint? {
        let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
        if let metadata = try? InputFile.name(like: "metadata.csv", in: folder), let file = try? InputFile(path: join(folder, metadata)),
            let bytes = try? file.next(), let head = try? TableHead(bytes, isWhole: true, file: metadata)
        {
            let lines = bytes.split(separator: 10).map { CSVTokenizer.fields(of: UnsafeRawBufferPointer(rebasing: $0), delimiter: head.delimiter) }
            if lines.count >= 2 {
                func value(_ name: String) -> String? {
                    lines[0].firstIndex { $0.trimmed().lowercased() == name }.flatMap { $0 < lines[1].count ? lines[1][$0].trimmed().lowercased() : nil }
                }
                // Newer versions can turn Apple's values round to match Android's ("standardisation").
                if let platform = value("platform") {
                    return PlatformHint(sign: platform == "ios" && value("standardisation") != "true" ? .coreMotion : .specificForce)
                }
            }
        }
        guard joiningGravity else { return nil }
        let hasTotal = (try? InputFile.name(like: "totalacceleration.csv", in: folder)) != nil
        return hasTotal ? PlatformHint(sign: .specificForce) : PlatformHint(sign: .coreMotion, isAssumed: true)
    }

    static func join(_ folder: String, _ name: String) -> String {
        folder.hasSuffix("/") ? folder + name : folder + "/" + name
    }
}
