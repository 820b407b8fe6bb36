import Foundation

/// A dataset that cannot be read: what is wrong, where, and what to do.
public struct DatasetError: Error, Equatable, CustomStringConvertible {
    /// File or folder concerned.
    public var path: String
    public var message: String

    public init(path: String, message: String) {
        self.path = path
        self.message = message
    }

    public var description: String { "\(path): \(message)" }
}

/// Finds and reads datasets.
public enum DatasetReader {
    static let manifestName = "manifest.json"

    /// All datasets at `paths`, each of them a dataset (a folder with `manifest.json`, or that file) or a folder of
    /// datasets, whose members are read in order of their names.
    ///
    /// - Throws: `DatasetError` for a path without a dataset, a broken manifest, or a name given twice.
    public static func read(_ paths: [String]) throws(DatasetError) -> [Dataset] {
        var found: [(folder: String, dataset: Dataset)] = []
        for path in paths {
            for folder in try datasetFolders(path) {
                let dataset = try readManifest(in: folder)
                if let other = found.first(where: { $0.dataset.name == dataset.name }) {
                    throw DatasetError(
                        path: folder,
                        message: "dataset \"\(dataset.name)\" was already read from \(other.folder); name each one once")
                }
                found.append((folder, dataset))
            }
        }
        return found.map(\.dataset)
    }

    private static func datasetFolders(_ path: String) throws(DatasetError) -> [String] {
        let files = FileManager.default
        let trimmed = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
        var isFolder: ObjCBool = false
        guard files.fileExists(atPath: trimmed, isDirectory: &isFolder) else {
            throw DatasetError(path: path, message: "no such file or folder")
        }
        guard isFolder.boolValue else {
            if (trimmed as NSString).lastPathComponent == manifestName {
                let folder = (trimmed as NSString).deletingLastPathComponent
                return [folder.isEmpty ? "." : folder]
            }
            throw DatasetError(path: path, message: "not a dataset; give a folder that holds \(manifestName)")
        }
        func isDataset(_ folder: String) -> Bool { files.fileExists(atPath: folder + "/" + manifestName) }
        if isDataset(trimmed) { return [trimmed] }
        let entries = (try? files.contentsOfDirectory(atPath: trimmed)) ?? []
        let members = entries.sorted().map { trimmed + "/" + $0 }.filter(isDataset)
        if members.isEmpty {
            throw DatasetError(
                path: path, message: "holds no \(manifestName), and none of its folders does; a dataset needs one")
        }
        return members
    }

    private static func readManifest(in folder: String) throws(DatasetError) -> Dataset {
        let path = folder + "/" + manifestName
        let data: Data
        do {
            data = try Data(contentsOf: URL(fileURLWithPath: path))
        } catch {
            throw DatasetError(path: path, message: "cannot be read: \(error.localizedDescription)")
        }
        return try dataset(manifest: data, in: folder)
    }

    /// The dataset that a manifest describes.
    /// - Parameters:
    ///   - data: what `manifest.json` holds.
    ///   - folder: where it lies, so that the paths of the recordings begin there. Nothing is read from it.
    /// - Throws: `DatasetError` for what is no manifest.
    public static func dataset(manifest data: Data, in folder: String) throws(DatasetError) -> Dataset {
        let path = folder + "/" + manifestName
        let manifest: Manifest
        do {
            manifest = try JSONDecoder().decode(Manifest.self, from: data)
        } catch let error as DecodingError {
            throw DatasetError(path: path, message: describe(error))
        } catch {
            throw DatasetError(path: path, message: "cannot be read: \(error.localizedDescription)")
        }
        guard manifest.schema == Dataset.schema else {
            throw DatasetError(
                path: path, message: "schema is \"\(manifest.schema)\"; this version reads \"\(Dataset.schema)\"")
        }
        var seen: Set<String> = []
        for entry in manifest.recordings {
            guard seen.insert(entry.id).inserted else {
                throw DatasetError(path: path, message: "recording id \"\(entry.id)\" stands there twice; ids are unique")
            }
            guard !entry.files.isEmpty else {
                throw DatasetError(path: path, message: "recording \"\(entry.id)\" names no file")
            }
        }
        return manifest.dataset(in: folder)
    }

    /// What a person needs to know about a decoding error: the place as a path of keys, and the trouble.
    static func describe(_ error: DecodingError) -> String {
        func place(_ path: [any CodingKey]) -> String {
            path.reduce("") { text, key in
                if let index = key.intValue { return "\(text)[\(index)]" }
                return text.isEmpty ? key.stringValue : "\(text).\(key.stringValue)"
            }
        }
        switch error {
        case .keyNotFound(let key, let context):
            return "\(place(context.codingPath + [key])) is missing"
        case .valueNotFound(_, let context):
            return "\(place(context.codingPath)) is null, but a value is needed"
        case .typeMismatch(let type, let context):
            return "\(place(context.codingPath)) has the wrong type; expected \(type)"
        case .dataCorrupted(let context):
            let at = place(context.codingPath)
            return at.isEmpty ? "not valid JSON: \(context.debugDescription)" : "\(at): \(context.debugDescription)"
        @unknown default:
            return "\(error)"
        }
    }
}
