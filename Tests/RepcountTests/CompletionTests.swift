import Foundation
import Testing

/// Completions, as bash offers them.
@Suite(.enabled(if: FileManager.default.isExecutableFile(atPath: "/bin/bash"), "needs bash"))
struct CompletionTests {
    /// What bash offers after these words, the last being typed.
    private func offers(_ words: String...) throws -> Set<String> {
        let script = try BuiltCommand.run(["--generate-completion-script", "bash"], in: Readme.root)
        try #require(script.status == 0)
        let command = try BuiltCommand.executable().path()
        let line = words.joined(separator: " ")
        let source = """
            repcount() { '\(command)' "$@"; }
            \(script.output)
            COMP_WORDS=(\(words.map { "'\($0)'" }.joined(separator: " "))) COMP_CWORD=\(words.count - 1)
            COMP_LINE='\(line)' COMP_POINT=\(line.utf8.count)
            _repcount repcount '\(words.last ?? "")' '\(words.dropLast().last ?? "")' 2>/dev/null
            printf '%s\\n' "${COMPREPLY[@]}"
            """
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(filePath: "/bin/bash")
        process.arguments = ["-c", source]
        process.currentDirectoryURL = Readme.root
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return Set(text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) })
    }

    @Test func commandsExercisesAndPlacesAreOffered() throws {
        #expect(try offers("repcount", "an").contains("analyze"))
        #expect(try offers("repcount", "analyze", "--exercise", "sq") == ["squat"])
        #expect(try offers("repcount", "analyze", "--placement", "th") == ["thigh"])
        #expect(try offers("repcount", "analyze", "--format", "h") == ["html"])
        #expect(try offers("repcount", "schema", "se") == ["session"])
    }

    @Test func plansAreBuiltInOrFiles() throws {
        #expect(try offers("repcount", "analyze", "--plan", "run").contains("runners-knee"))
    }

    @Test(arguments: ["zsh", "fish"])
    func otherShellsHaveTheirScript(shell: String) throws {
        let script = try BuiltCommand.run(["--generate-completion-script", shell], in: Readme.root)
        #expect(script.status == 0 && script.output.contains("standing-hamstring-stretch"))
    }
}
