import ArgumentParser
import Foundation
import Motion
import MotionIngest
import SessionAnalysis

/// Recordings on the command line, and what the user knows about them.
struct RecordingArguments: ParsableArguments {
    @Argument(
        help: ArgumentHelp(
            "Recordings: CSV files, folders or archives as the app exported them.",
            discussion: """
                An accelerometer file and the gyroscope and gravity files that belong to it count as one recording. Where the \
                sensor was worn may stand in front: thigh:right=a.csv. Sensors worn at the same time, each with its \
                place in front, are one session: thigh:right=a.csv shank:right=b.csv.
                """,
            valueName: "recording"),
        completion: .file(),
        transform: RecordingArgument.init)
    var recordings: [RecordingArgument]

    @OptionGroup var sensor: SensorArguments

    func validate() throws {
        var places: [String: RecordingArgument] = [:]
        for recording in recordings where recording.placement != nil {
            let other = places.updateValue(recording, forKey: recording.path) ?? recording
            guard other == recording else {
                throw ValidationError("\(recording.path) is given for two places, and a recording is of one sensor. Name the other's file.")
            }
        }
    }

    /// One recording and where its sensor was worn.
    struct Recording {
        var paths: [String]
        var placement: Placement?
        var side: Side?
    }

    /// Recordings in the order given, files that belong together as one. The place named in front of one file of a
    /// recording holds for all of it.
    func grouped() -> [Recording] {
        let given = Dictionary(grouping: recordings, by: \.path)
        return RecordingFinder.together(recordings.map(\.path)).flatMap { paths in
            let members = paths.flatMap { given[$0] ?? [] }
            let placed = members.filter { $0.placement != nil }
            let place = placed.first
            // Two places are two sensors, whatever the files are called.
            guard placed.allSatisfy({ $0.placement == place?.placement && $0.side == place?.side }) else {
                return members.map {
                    Recording(paths: [$0.path], placement: $0.placement ?? placement, side: $0.side ?? side)
                }
            }
            return [Recording(paths: paths, placement: place?.placement ?? placement, side: place?.side ?? side)]
        }
    }

    /// Recordings as sessions, in the order given.
    ///
    /// A place in front marks a sensor of a session: recordings with different places, one after the other, are sensors
    /// worn at the same time. The same place once more begins the next session, and so does a recording without a place,
    /// which is a session of its own.
    func sessions() -> [[SensorRecording]] {
        let marked = Set(recordings.filter { $0.placement != nil }.map(\.path))
        var sessions: [(sensors: [SensorRecording], isOpen: Bool)] = []
        for recording in grouped() {
            let sensor = SensorRecording(paths: recording.paths, placement: recording.placement, side: recording.side)
            let isMarked = !marked.isDisjoint(with: recording.paths)
            let isTaken = sessions.last?.sensors.contains {
                $0.placement == sensor.placement && $0.side == sensor.side
            }
            if isMarked, let last = sessions.last, last.isOpen, isTaken == false {
                sessions[sessions.count - 1].sensors.append(sensor)
            } else {
                sessions.append(([sensor], isMarked))
            }
        }
        return sessions.map(\.sensors)
    }

    var placement: Placement? { sensor.placement }
    var side: Side? { sensor.side }

    /// - Throws: `IngestError` for a format file that is missing or cannot be used.
    var ingestOptions: IngestOptions {
        get throws { try sensor.ingestOptions }
    }
}

/// A path, possibly with the sensor's place in front: `thigh=a.csv`, `thigh:right=a.csv`.
struct RecordingArgument: Equatable {
    var path: String
    var placement: Placement?
    var side: Side?

    /// - Throws: `ValidationError` for an empty name, and when what stands before `=` is no place and no file of that whole name exists.
    init(_ argument: String) throws {
        guard !argument.isEmpty else { throw ValidationError("a recording's name is empty.") }
        let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, !FileManager.default.fileExists(atPath: argument) else {
            path = argument
            return
        }
        let place = parts[0].split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        guard let placement = place.first.flatMap(Placement.init), place.count <= 2,
            place.count == 1 || Side(rawValue: place[1]) != nil, !parts[1].isEmpty
        else {
            let placements = Placement.allCases.map(\.rawValue).joined(separator: ", ")
            throw ValidationError(
                "\"\(argument)\" is neither a file nor PLACEMENT[:SIDE]=FILE, as in thigh:right=a.csv. "
                    + "Placements: \(placements). Sides: left, right.")
        }
        self.path = String(parts[1])
        self.placement = placement
        self.side = place.count == 2 ? Side(rawValue: place[1]) : nil
    }
}
