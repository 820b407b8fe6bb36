import Foundation
import Testing

/// The core runs where there is no Foundation, and its start-up time and size stay small.
@Suite struct FoundationFreeTests {
    @Test func noCoreSourceImportsFoundation() throws {
        let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        for folder in ["Sources/RepCore", "Sources/Motion"] {
            let root = package.appendingPathComponent(folder)
            let files = try FileManager.default.subpathsOfDirectory(atPath: root.path).filter { $0.hasSuffix(".swift") }
            #expect(!files.isEmpty)
            for file in files {
                let text = try String(contentsOf: root.appendingPathComponent(file), encoding: .utf8)
                let imports = text.split(separator: "\n").filter { $0.contains("import Foundation") }
                #expect(imports.isEmpty, "\(folder)/\(file) imports Foundation")
            }
        }
    }
}
