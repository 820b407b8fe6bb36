import FormatFile
import Foundation
import MotionIngest

/// A format of the user's own, by its file.
enum FormatArgument {
    /// - Throws: `IngestError` when there is no such file or it describes no format.
    static func load(_ path: String) throws -> FormatDescriptor {
        guard let handle = FileHandle(forReadingAtPath: path) else {
            throw IngestError(
                file: path, kind: .noInput, message: "there is no format file of that name", remedy: "Check the name and the folder you are in")
        }
        defer { try? handle.close() }
        // One byte more than allowed shows that a file is too long without reading all of it.
        guard let data = try? handle.read(upToCount: FormatFile.maximumBytes + 1) ?? Data(), let text = String(data: data, encoding: .utf8) else {
            throw IngestError(file: path, message: "this is not a text file", remedy: "Save the description of the format as UTF-8 text")
        }
        return try FormatFile.read(text: text, file: path)
    }
}
