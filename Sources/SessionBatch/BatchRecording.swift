import Foundation
import Motion
import MotionIngest

/// A folder or recording to look through, and where the sensors of its recordings were worn, as far as the user says so.
public struct BatchFolder: Sendable, Equatable {
    public var path: String
    public var placement: Placement?
    public var side: Side?

    public init(path: String, placement: Placement? = nil, side: Side? = nil) {
        self.path = path
        self.placement = placement
        self.side = side
    }
}

/// One recording of many.
public struct BatchRecording: Sendable, Equatable {
    /// A file, files that belong together, or what an app exported.
    public var paths: [String]
    /// Path below the folder it was found in, that folder's own name in front: what shards go by, and what tells a day or a
    /// place where nothing better does.
    public var name: String
    public var placement: Placement?
    public var side: Side?
    /// Whether the place is what the name says, for want of better.
    public var isPlaceFromName: Bool

    public init(
        paths: [String], name: String, placement: Placement? = nil, side: Side? = nil, isPlaceFromName: Bool = false
    ) {
        self.paths = paths
        self.name = name
        self.placement = placement
        self.side = side
        self.isPlaceFromName = isPlaceFromName
    }

    /// All recordings in folders and the folders below them, each once, in order of path, whatever the order given.
    ///
    /// - Throws: `IngestError` of kind `noInput` for a folder that cannot be read or has no recording.
    public static func all(in folders: [BatchFolder]) throws(IngestError) -> [BatchRecording] {
        var recordings: [BatchRecording] = []
        for folder in folders {
            let found = try RecordingFinder.recordings(under: folder.path)
            guard !found.isEmpty else {
                throw IngestError(
                    file: folder.path, kind: .noInput, message: "there is no recording in this folder or below",
                    remedy: "Name the folder with the recordings")
            }
            recordings += found.map { BatchRecording(paths: $0, in: folder) }
        }
        recordings.sort { a, b in
            a.paths.lexicographicallyPrecedes(b.paths) || (a.paths == b.paths && !a.isPlaceFromName && b.isPlaceFromName)
        }
        var seen: Set<[String]> = []
        return recordings.filter { seen.insert($0.paths.map { URL(filePath: $0).standardized.path }).inserted }
    }

    private init(paths: [String], in folder: BatchFolder) {
        self.paths = paths
        let own = URL(filePath: folder.path).lastPathComponent
        let path = paths.first ?? folder.path
        let below = path.hasPrefix(folder.path) ? path.dropFirst(folder.path.count).drop { $0 == "/" } : path[...]
        name = below.isEmpty ? own : "\(own)/\(below)"
        let named = RecordingName.place(in: name)
        placement = folder.placement ?? named?.placement
        side = folder.side ?? (placement == named?.placement ? named?.side : nil)
        isPlaceFromName = (folder.placement == nil && placement != nil) || (folder.side == nil && side != nil)
    }
}
