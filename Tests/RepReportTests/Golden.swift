import Foundation
import Testing

/// Compares text with the committed file of that name in `Golden/`.
///
/// To accept a changed report on purpose, run the tests with `UPDATE_GOLDEN=1` and read the difference before committing.
func expectGolden(_ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] != nil {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden")
        try Data(text.utf8).write(to: folder.appending(path: name))
        return
    }
    let url = try #require(
        Bundle.module.url(forResource: name, withExtension: nil, subdirectory: "Golden"),
        "no golden file \(name)", sourceLocation: sourceLocation)
    let expected = try String(decoding: Data(contentsOf: url), as: UTF8.self)
    #expect(text == expected, sourceLocation: sourceLocation)
}
